"""The grammar of numbers in Chinese reports: sentences of invented offices, each number told by hand."""

from __future__ import annotations

from datetime import date

import pytest

from app.learning.quantities import quantities_in
from app.learning.quantity import Quantity, Role
from app.rules import periods
from app.rules.periods import Period
from app.rules.text import tidy


def _told(report: str) -> list[tuple[str, str, str]]:
    """Return text, value and unit of each number."""
    return [(one.text, f"{one.value:f}", one.unit) for one in quantities_in(report, 2025)]


def _one(report: str) -> Quantity:
    (only,) = quantities_in(report, 2025)
    return only


@pytest.mark.parametrize(
    ("report", "told"),
    [
        ("发展会员三百二十一名。", [("三百二十一", "321", "名")]),
        ("发展会员两千零五名。", [("两千零五", "2005", "名")]),
        ("慰问困难职工１２３户。", [("１２３", "123", "户")]),
        ("慰问困难职工 123 户。", [("123", "123", "户")]),
        ("发放慰问金1,234.50元。", [("1,234.50", "1234.50", "元")]),
        ("发放慰问金12.6万元。", [("12.6万", "126000.0", "元")]),
        ("发放慰问金3万2千元。", [("3万2千", "32000", "元")]),
        ("募集善款二十三万零五百元。", [("二十三万零五百", "230500", "元")]),
        ("签约率达到百分之九十八点五。", [("百分之九十八点五", "98.5", "%")]),
        ("签约率98.5%。", [("98.5%", "98.5", "%")]),
        ("服务职工5600人（次）。", [("5600", "5600", "人次")]),
        ("职工总数7298，其中女职工2100。", [("7298", "7298", ""), ("2100", "2100", "")]),
        ("覆盖职工1.2万余人。", [("1.2万余", "12000.0", "人")]),
        ("参加人数七百八十人次。", [("七百八十", "780", "人次")]),
        ("募得善款两万一千六百元。", [("两万一千六百", "21600", "元")]),
        ("七八名志愿者参加。", [("七八", "7", "名")]),
        ("举办培训3期。", [("3", "3", "期")]),
        ("发放慰问金陆万伍仟元。", [("陆万伍仟", "65000", "元")]),
        ("助学金共计人民币叁万陆仟元整。", [("叁万陆仟", "36000", "元")]),
        ("新建工会\t家\t12\t15", [("12", "12", "家"), ("15", "15", "家")]),
        ("慰问金额\t万元\t8.6", [("8.6", "86000", "元")]),
        ("慰问金额（万元）\t8.6", [("8.6", "86000", "元")]),
        ("发放慰问金12 500元。", [("12 500", "12500", "元")]),
        ("发放慰问金¥3,000.00。", [("3,000.00", "3000", "元")]),
        (
            "送温暖：困难24人，2.88万；住院6人次。",
            [("24", "24", "人"), ("2.88万", "28800", ""), ("6", "6", "人次")],
        ),
        ("近百名职工参加。", [("近百", "100", "名")]),
        ("两三家企业。", [("两三", "2", "家")]),
        ("每月二到三场。", [("二到三", "2", "场")]),
        ("签订率达百分之百。", [("百分之百", "100", "%")]),
        ("走访企业80余家次。", [("80余", "80", "家次")]),
        ("送去保温桶23桶、面粉5袋。", [("23", "23", "桶"), ("5", "5", "袋")]),
        ("参加人次由2200减至780。", [("2200", "2200", ""), ("780", "780", "")]),
        ("组建一支队伍，举办一场招聘会。", [("一", "1", "支"), ("一", "1", "场")]),
        ("男32人女18人。", [("32", "32", "人"), ("18", "18", "人")]),
        ("平均年龄38.5岁。", [("38.5", "38.5", "岁")]),
        ("园区占地1.25平方公里。", [("1.25", "1.25", "平方公里")]),
        ("零售业1908.25万元。", [("1908.25万", "19082500", "元")]),
        ("为职工送上30多万元慰问金。", [("30多万", "300000", "元")]),
        ("送去上百份礼包。", [("上百", "100", "份")]),
        ("单位代表共57职工代表参加。", [("57", "57", "")]),
        (
            "慰问金额\t建会率\t会员数\n36000\t92.5\t1250",
            [("36000", "36000", "元"), ("92.5", "92.5", "%"), ("1250", "1250", "")],
        ),
        ("项目\t数量\t上年\n慰问金额\t36000\t31000", [("36000", "36000", "元"), ("31000", "31000", "元")]),
        ("建制率超过九成，参保率达七成五。", [("超过九成", "90", "%"), ("七成五", "75", "%")]),
        ("序号\t单位\t会员数（人）\t联系电话\n1\t东方公司\t120\t64381234", [("120", "120", "人")]),
    ],
)
def test_a_number_is_read_with_its_unit(report: str, told: list[tuple[str, str, str]]) -> None:
    found = _told(report)
    assert [(text, unit) for text, _, unit in found] == [(text, unit) for text, _, unit in told]
    assert [float(value) for _, value, _ in found] == [float(value) for _, value, _ in told]


@pytest.mark.parametrize(
    "report",
    [
        "认真贯彻党的二十大和二十届三中全会精神。",
        "深入学习“三个代表”重要思想，做到“两个维护”。",
        "一、组织建设\n（二）规范管理\n3、制度建设\n",
        "根据总工发〔2011〕8号文件要求，进一步统一思想。",
        "第四届职工运动会顺利举行，获得第一名。",
        "拨打12351职工维权热线。",
        "在三八妇女节和五一劳动节期间开展活动。",
        "2025年3月5日上午召开会议。",
        "依据《工会法》第21条办理。",
        "陆家嘴社区工会为伍小姐送去慰问。",
        "加强两新组织建设，落实一函两书制度。",
        "是一个崭新的开始，一方面抓学习，另一方面抓落实。",
        "20__年__月成立。",
        "第五届二次会员代表大会、二届三次全委会。",
        "电话：021-64381234，传真64385678，手机13812345678，邮编200030。",
        "账号6222021234567890123，拨打12345市民热线。",
        "（2020）沪01民终123号，GB/T 19001-2016标准。",
        "中山西路1055弄8号，3号楼2单元501室。",
        "实行一户一策、四位一体、“1+X”和1+3+N模式。",
        "周一至周五9:00-17:00开放，上午9时30分召开。",
        "2023-05-06、2023.5.6组织活动，5月6日-8日，每月15日前。",
        "2018—2019学年度。",
        "5·12护士节，3.15权益日，90后、00后，30周年，近3年来。",
        "占三分之二，3:2获胜，4×100米接力，三对三篮球。",
        "世界500强，几十家，数百名，百名劳模，千名职工。",
        "未发生一起事故，没有一家企业。",
        "重点做了五件事，抓好三个方面，三点建议。",
        "见附件1、附表2，共12页。",
        "24小时服务，8小时之外，60周岁以上，30-40岁。",
        "开馆5个多月来，用两个月时间搭建一个良好的交流平台。",
        "三成立一加强，不能一成不变。",
        "推动工作迈上一个新台阶，落实四个普遍的要求，确保不漏一人、不落一户。",
    ],
)
def test_what_counts_nothing_is_no_number(report: str) -> None:
    assert _told(report) == []


def test_a_number_in_a_table_is_of_its_column() -> None:
    """What a column is called says of which year its numbers are, or what they count."""
    found = quantities_in("指标\t单位\t2024年\t2025年\n新建工会\t家\t58\t64", 2025)
    assert [(one.period and one.period.last.year, one.unit) for one in found] == [(2024, "家"), (2025, "家")]
    assert all("新建工会" in one.before for one in found)


def test_the_end_of_a_change_counts_what_its_beginning_counts() -> None:
    first, second = quantities_in("会员由9860人增至11204人。", 2025)
    assert (first.before, second.before) == ("会员由", "会员由")


def test_a_bracket_within_the_thing_counted_does_not_end_it() -> None:
    (only,) = quantities_in("完成了6个村（社区）工会换届。", 2025)
    assert only.thing == "村工会换届"


def test_two_numbers_share_the_verb_behind_both() -> None:
    first, second = quantities_in("对15名困难职工和4名劳模进行了走访，开会2次。", 2025)[:2]
    assert (first.thing, second.thing) == ("困难职工和劳模进行了走访", "劳模进行了走访")


def test_what_is_listed_before_a_verb_shares_it() -> None:
    first, _ = quantities_in("31家企业、480名职工参加比赛。", 2025)
    assert first.thing == "企业和职工参加比赛"


def test_a_class_is_no_count() -> None:
    """50人以上32家 counts 32 enterprises of 50 and more workers."""
    assert _told("50人以上的企业32家。") == [("32", "32", "家")]


@pytest.mark.parametrize(
    ("report", "first", "last"),
    [
        ("上半年发展会员23名。", date(2025, 1, 1), date(2025, 6, 30)),
        ("1—11月接待咨询300人次。", date(2025, 1, 1), date(2025, 11, 30)),
        ("1月至9月接待咨询300人次。", date(2025, 1, 1), date(2025, 9, 30)),
        ("截至11月底，在册会员50人。", date(2025, 1, 1), date(2025, 11, 30)),
        ("从4月份开始至今，受理争议20起。", date(2025, 4, 1), date(2025, 12, 31)),
        ("前7个月，发展会员5名。", date(2025, 1, 1), date(2025, 7, 31)),
        ("第三季度发展会员5名。", date(2025, 7, 1), date(2025, 9, 30)),
        ("前三季度发展会员5名。", date(2025, 1, 1), date(2025, 9, 30)),
        ("去年发展会员5名。", date(2024, 1, 1), date(2024, 12, 31)),
        ("五年来，发展会员50名。", date(2021, 1, 1), date(2025, 12, 31)),
        ("近三年来发展会员50名。", date(2023, 1, 1), date(2025, 12, 31)),
        ("2025年来访接待20件。", date(2025, 1, 1), date(2025, 12, 31)),
        ("二〇二三年发展会员5名。", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_a_number_is_of_the_days_that_are_named(report: str, first: date, last: date) -> None:
    period = _one(report).period
    assert period is not None
    assert (period.first, period.last) == (first, last)


def test_a_stretch_that_begins_a_paragraph_holds_for_its_sentences() -> None:
    found = quantities_in("上半年，发展会员23名。召开会议5次。\n举办活动3场。", 2025)
    assert [one.span.words if one.span else "" for one in found] == ["上半年", "上半年", ""]


def test_another_year_holds_for_its_own_sentence() -> None:
    """The insurance year of a report is not the year of what follows."""
    found = quantities_in("完成2024年的参保，共12家单位。散户参保30人次。", 2025)
    assert [one.period.first.year if one.period else None for one in found] == [2024, None]


@pytest.mark.parametrize(
    ("report", "text", "role"),
    [
        ("覆盖企业686家，比去年同期增长10%。", "增长10%", Role.CHANGE),
        ("会员50人，较上年减少6人。", "减少6", Role.DIFFERENCE),
        ("会员50人，同比增加6人。", "增加6", Role.DIFFERENCE),
        ("会员由44人增加到50人。", "50", Role.LEVEL),
        ("入会率达到85%。", "85%", Role.LEVEL),
    ],
)
def test_a_change_is_told_from_a_level(report: str, text: str, role: Role) -> None:
    assert (text, role) in [(one.text, one.role) for one in quantities_in(report, 2025)]


def test_parts_behind_among_these_know_their_whole() -> None:
    """81 = 18 + 63; what follows is no part any more."""
    found = quantities_in("签约81个，其中小区工会18家、独立工会63家，覆盖企业686家。", 2025)
    assert [one.wholes for one in found] == [(), (0,), (0,), ()]


def test_parts_are_of_the_number_that_counts_in_their_unit() -> None:
    found = quantities_in("给付55人次，金额7.13万元，其中住院49人次、大病6人次。", 2025)
    assert [one.wholes for one in found] == [(), (), (0,), (0,)]


def test_each_pair_of_parts_is_of_the_numbers_before() -> None:
    """62人次 is told in two units, and is no whole of its own amount."""
    report = "帮扶资金40万元，惠及800人次。其中，生活救助62人次、9.3万元，医疗救助35人次、14万元。"
    assert [one.wholes for one in quantities_in(report, 2025)[2:]] == [(0, 1)] * 4


def test_what_is_more_than_the_whole_is_no_part_of_it() -> None:
    found = quantities_in("工会92家，其中独立工会60家、联合工会14家，涵盖单位410家。", 2025)
    assert found[3].wholes == ()


def test_what_is_done_to_persons_is_told_beyond_its_own_number() -> None:
    persons, amount = quantities_in("为12名农民工追回工资3万元。", 2025)
    assert (persons.thing, persons.act, amount.act) == ("农民工", "追回工资3万元", "")


def test_what_is_counted_twice_in_other_units_is_the_same_thing() -> None:
    cases, persons = quantities_in("接待职工来访34件、51人次。", 2025)
    assert "接待职工来访" in cases.before
    assert "接待职工来访" in persons.before


def test_a_column_of_last_year_is_of_its_days_and_one_of_growth_of_the_first_number() -> None:
    report = "指标\t单位\t1—9月\t去年同期\t增长%\n会费实收\t万元\t5.12\t4.80\t6.7"
    now, before, grown = quantities_in(report, 2025)
    assert [one.period for one in (now, before)] == [
        periods.through_month(2025, 9),
        Period(date(2024, 1, 1), date(2024, 9, 30), "2024年"),
    ]
    assert (f"{before.value:f}", before.unit, before.role) == ("48000.00", "元", Role.LEVEL)
    assert (f"{grown.value:f}", grown.unit, grown.role, grown.back) == ("6.7", "%", Role.CHANGE, 2)


def test_parts_behind_a_colon_that_add_up_know_their_whole() -> None:
    found = quantities_in("征订报刊30份：工人日报20份、劳动报10份。", 2025)
    assert [one.wholes for one in found] == [(), (0,), (0,)]


def test_a_range_has_two_ends() -> None:
    quantity = _one("每月报送信息3-4篇。")
    assert (int(quantity.value), int(quantity.high), quantity.unit, quantity.each) == (3, 4, "篇", True)


@pytest.mark.parametrize(
    ("report", "rough"), [("近150家", "近"), ("60多家", "多"), ("10000余人", "余"), ("约30人", "约")]
)
def test_a_rounded_number_is_known_for_one(report: str, rough: str) -> None:
    assert _one(f"组织{report}参加。").rough == rough


def test_a_number_stands_where_the_report_has_it() -> None:
    """Blanks and full-width figures are read through, and the place is still that of the report."""
    report = "共 服务　１，２３４　人次，\n发放 5 600 元。"
    for one in quantities_in(report, 2025):
        assert report[one.start : one.end] == one.text
    assert tidy(report) != report


def test_each_number_behind_each_is_of_its_own_thing() -> None:
    first, second, third = quantities_in("新建工会、新发展会员和女职工组织分别达到12、436和9家。", 2025)
    nearest = [one.before.rpartition("，")[2] for one in (first, second, third)]
    assert nearest == ["新建工会", "新发展会员", "女职工组织"]


def test_each_change_behind_each_is_of_its_own_number() -> None:
    report = "参保3200人次，理赔23人次、金额4.56万元，分别比上年增加200人次、3人次和0.8万元。"
    changes = quantities_in(report, 2025)[3:]
    assert [(one.role, one.back) for one in changes] == [
        (Role.DIFFERENCE, 3), (Role.DIFFERENCE, 2), (Role.DIFFERENCE, 1),
    ]  # fmt: skip


def test_shares_in_a_row_are_changes_of_as_many_numbers_before() -> None:
    changes = quantities_in("参保3200人次，保费4.56万元，同比增长12%和8.5%。", 2025)[2:]
    assert [(one.role, one.back) for one in changes] == [(Role.CHANGE, 2), (Role.CHANGE, 1)]


def test_the_unit_above_a_table_is_that_of_its_amounts() -> None:
    report = "表1 帮扶情况（单位：万元）\n单位：万元\n项目\t2024年\t2025年\n慰问金额\t3.2\t4.15"
    found = quantities_in(report, 2025)
    assert [(f"{one.value:f}", one.unit) for one in found[-2:]] == [("32000.0", "元"), ("41500.00", "元")]


def test_of_several_units_above_a_table_an_amount_takes_that_of_money() -> None:
    report = "单位：人、万元\n项目\t数量\n帮扶人数\t85\n帮扶金额\t6.2"
    counted, paid = quantities_in(report, 2025)
    assert (f"{counted.value:f}", counted.unit) == ("85", "")
    assert (f"{paid.value:f}", paid.unit) == ("62000.0", "元")


def test_the_unit_above_a_table_ends_with_it() -> None:
    found = quantities_in("单位：万元\n项目\t金额\n帮扶\t6.2\n会员共有职工人数7298", 2025)
    assert found[-1].unit == ""


def test_a_row_may_have_wide_blanks_between_its_cells() -> None:
    now, last = quantities_in("指标  2024年  2025年\n新建工会（家）  58  64", 2025)
    assert [(one.period and one.period.last.year, one.unit) for one in (now, last)] == [
        (2024, "家"),
        (2025, "家"),
    ]


def test_a_rate_beyond_a_half_is_one() -> None:
    (only,) = quantities_in("建会率过半，须经过半数代表同意。", 2025)
    assert (str(only.value), only.unit, only.rough, only.text) == ("50", "%", "过", "过半")
