"""What people and spreadsheets write, field by field; and that writing and reading undo each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import fields
from app.errors import Invalid
from app.fields import (
    BankCardField,
    ChoiceField,
    ChoicesField,
    CountField,
    CreditCodeField,
    DateField,
    Described,
    FlagField,
    IdentityNumberField,
    MobileField,
    MoneyField,
    NotesField,
    PartialDateField,
    PercentField,
    PersonNameField,
    PhoneField,
    ResidentIdField,
    SerialField,
    TextField,
    TimeField,
    UnitNameField,
)
from app.records.terms import Sex
from app.rules.resident_id import check_character
from tests.factories.people import resident_id

CAUSES = ("患重特大疾病", "子女上学", "下岗失业", "其他")
TEXT, NOTES, NAME = TextField("工种"), NotesField("备注"), PersonNameField("姓名")
SEX = ChoiceField("性别", Sex)
STATUS = ChoiceField("会籍状态", ("在册", "保留会籍", "已转出"), synonyms={"转出": "已转出"})
SEVERAL = ChoicesField("次要致困原因", CAUSES, most_chosen=2)
DAY, PARTIAL, TIME = DateField("申请日期"), PartialDateField("参加工作时间"), TimeField("开始时间")
MONEY, COUNT, PERCENT = MoneyField("金额"), CountField("人数"), PercentField("比例")
FLAG, MOBILE, PHONE = FlagField("是否农民工"), MobileField("手机号码"), PhoneField("电话")
CARD, CODE, ID = BankCardField("银行卡号"), CreditCodeField("信用代码"), ResidentIdField("身份证号")
DOCUMENT = IdentityNumberField("证件号码", kind=ChoiceField("证件类型", ("居民身份证", "护照")))
WAGE, UNIT = MoneyField("月工资"), UnitNameField("单位名称")
SERIAL = SerialField("编号", "HY", dated_by=DAY)

_CHINESE = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
_LINES = st.text(st.one_of(_CHINESE, st.sampled_from("ab 12%_'\"<&\n𠮷😀")), max_size=40)
_ISO = st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(date.isoformat)


@st.composite
def _resident_ids(draw: st.DrawFn) -> str:
    born = draw(st.dates(date(1930, 1, 1), date(2010, 12, 31)))
    first17 = f"310104{born:%Y%m%d}{draw(st.integers(0, 999)):03d}"
    return first17 + check_character(first17)


VALUES: list[tuple[Described, st.SearchStrategy[Any]]] = [
    (TEXT, st.text(_CHINESE, min_size=1, max_size=100)),
    (NOTES, _LINES.map(str.strip).filter(bool)),
    (NAME, st.text(st.one_of(_CHINESE, st.sampled_from("𠮷㼆〇")), min_size=1, max_size=50)),
    (STATUS, st.sampled_from(STATUS.offered)),
    (
        SEVERAL,
        st.sets(st.sampled_from(CAUSES), min_size=1, max_size=2).map(
            lambda chosen: tuple(cause for cause in CAUSES if cause in chosen)
        ),
    ),
    (DAY, st.dates(date(1900, 1, 1), date(2100, 12, 31))),
    (PARTIAL, st.one_of(_ISO, _ISO.map(lambda day: day[:7]), _ISO.map(lambda day: day[:4]))),
    (TIME, st.times().map(lambda time: f"{time.hour}:{time.minute:02}")),
    (MONEY, st.integers(0, 999_999_999_99)),
    (COUNT, st.integers(0, 999_999_999)),
    (PERCENT, st.integers(0, 99_999)),
    (FLAG, st.booleans()),
    (MOBILE, st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)),
    (PHONE, st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)),
    (CARD, st.from_regex(r"[1-9][0-9]{12,18}", fullmatch=True)),
    (ID, _resident_ids()),
    (DOCUMENT, st.one_of(_resident_ids(), st.from_regex(r"[EG][0-9]{8}", fullmatch=True))),
    (SERIAL, st.from_regex(r"TY-HY-20[0-9]{2}-[0-9]{4}", fullmatch=True)),
    (CODE, st.just("91310000607378000T")),
]


@pytest.mark.parametrize(("kept", "values"), VALUES, ids=[kept.label for kept, _ in VALUES])
def test_what_a_field_writes_it_reads_back(kept: Described, values: st.SearchStrategy[Any]) -> None:
    @given(values)
    def law(value: object) -> None:
        assert kept.parse(kept.format(value)) == value

    law()


@pytest.mark.parametrize("kept", [kept for kept, _ in VALUES], ids=lambda kept: kept.label)
def test_nothing_written_is_no_value(kept: Described) -> None:
    assert (kept.parse(""), kept.parse(" \u3000 "), kept.format(None), kept.mask(None)) == (
        None,
        None,
        "",
        "",
    )


@pytest.mark.parametrize(
    ("kept", "written", "value"),
    [
        (MONEY, "1,200元", 120000),
        (MONEY, "１２００．５", 120050),
        (MONEY, "¥1,409.50", 140950),
        (MONEY, "一千二百元", 1200_00),
        (MONEY, "叁拾元伍角整", 30_50),
        (MONEY, "5角", 50),
        (MONEY, "1200块钱", 1200_00),
        (WAGE, "1200元/月", 1200_00),
        (WAGE, "每月1200元", 1200_00),
        (COUNT, "十二人", 12),
        (COUNT, "12个月", 12),
        (PERCENT, "百分之十五", 150),
        (COUNT, "１，２００人", 1200),
        (PERCENT, "0.5%", 5),
        (DAY, "2011.3.8", date(2011, 3, 8)),
        (DAY, "2011年3月8日", date(2011, 3, 8)),
        (DAY, "2011/3/8", date(2011, 3, 8)),
        (DAY, "20110308", date(2011, 3, 8)),
        (DAY, "40610", date(2011, 3, 8)),
        (DAY, "二〇一一年三月八日", date(2011, 3, 8)),
        (DAY, "二零一一年十二月二十五日", date(2011, 12, 25)),
        (DAY, "2011年3月8日 星期二", date(2011, 3, 8)),
        (DAY, "2011/3/8（周二）", date(2011, 3, 8)),
        (DAY, "2011/3/8 上午 9:00", date(2011, 3, 8)),
        (DAY, "2011年3月8日9时30分", date(2011, 3, 8)),
        (DAY, "2011、3、8", date(2011, 3, 8)),
        (PARTIAL, "二〇〇一年", "2001"),
        (PARTIAL, "2001年三月", "2001-03"),
        (PARTIAL, "1985年", "1985"),
        (PARTIAL, "2011年3月", "2011-03"),
        (TIME, "8：30", "8:30"),
        (TIME, "08:30:00", "8:30"),
        (TIME, "23:59", "23:59"),
        (TIME, "下午2点半", "14:30"),
        (TIME, "8点05分", "8:05"),
        (TIME, "九点", "9:00"),
        (TIME, "12:30 AM", "0:30"),
        (TIME, "中午12点", "12:00"),
        (FLAG, "是", True),
        (FLAG, "√", True),
        (FLAG, "否", False),
        (FLAG, "有", True),
        (FLAG, "无", False),
        (FLAG, "农民工", True),
        (FLAG, "非农民工", False),
        (MOBILE, "１３８ 0013 8000", "13800138000"),
        (MOBILE, "(0)13800138000", "13800138000"),
        (MOBILE, "手机：13800138000；", "13800138000"),
        (MOBILE, "1.3800138001E+10", "13800138001"),
        (CARD, "6222 0212 3456 7890 128", "6222021234567890128"),
        (NAME, "阿依古丽．买买提", "阿依古丽·买买提"),
        (NAME, "张　三", "张三"),
        (NAME, "㼆𠮷", "㼆𠮷"),
        (NAME, "孙\n七", "孙七"),
        (NAME, "冯\t春", "冯春"),
        (SEX, "1", "男"),
        (SEX, "女性", "女"),
        (SEX, "Ｍ", "男"),
        (STATUS, "保留\n会籍", "保留会籍"),
        (STATUS, "转出", "已转出"),
        (SEVERAL, "其他，子女上学", ("子女上学", "其他")),
        (ID, "'11010519491231002x", "11010519491231002X"),
        (ID, "110105491231002", "11010519491231002X"),
        (ID, "１１０１０５１９４９１２３１００２Ｘ", "11010519491231002X"),
        (DOCUMENT, "e12345678", "E12345678"),
        (NOTES, "第一行\r\n第二行\n", "第一行\n第二行"),
        (NOTES, "第一行_x000D_\n第二行\x07", "第一行\n第二行"),
        (NOTES, "第一行\x0b第二行", "第一行\n第二行"),
        (TEXT, "　电工  焊工 ", "电工 焊工"),
        (TEXT, "电工\r\n焊工", "电工 焊工"),
        (TEXT, "电工_x000D_\n焊工\x00", "电工 焊工"),
        (UNIT, "上海 （集团） 电梯", "上海（集团）电梯"),
        (UNIT, "上海泰祥\n电器有限公司", "上海泰祥电器有限公司"),
        (UNIT, "ABC Elevators (China)", "ABC Elevators (China)"),
    ],
)
def test_a_field_reads_what_people_write(kept: Described, written: str, value: object) -> None:
    assert kept.parse(written) == value


@pytest.mark.parametrize(
    ("kept", "written", "told"),
    [
        (MONEY, "几千", "例如 1200.50"),
        (MONEY, "-5", "不能为负数"),
        (COUNT, "1.5", "应填整数"),
        (PERCENT, "半", "应填百分数"),
        (DAY, "2011-2-30", "2011年2月只有28天"),
        (DAY, "2011年3月", "请填到日"),
        (PARTIAL, "春天", "只知年月可填"),
        (TIME, "24:00", "应填时间"),
        (TIME, "8:60", "应填时间"),
        (TIME, "早上", "应填时间"),
        (FLAG, "也许", "请填“是”或“否”"),
        (MOBILE, "12345", "11 位"),
        (STATUS, "再册", "是否指“在册”"),
        (DAY, "2011年3月8日 星期三", "2011年3月8日是星期二，不是星期三"),
        (DAY, "2011年①月8日", "应填日期"),
        (MONEY, "500①", "例如 1200.50"),
        (MONEY, "½", "例如 1200.50"),
        (MONEY, "七八百", "例如 1200.50"),
        (MONEY, "约1200", "例如 1200.50"),
        (MONEY, "1200元/月", "例如 1200.50"),
        (WAGE, "14400元/年", "例如 1200.50"),
        (WAGE, "3000-3500元", "写的是 3,000.00 到 3,500.00 元，这里只填一个数"),
        (MONEY, "3500-3000", "例如 1200.50"),
        (COUNT, "12①", "应填整数"),
        (COUNT, "1²", "应填整数"),
        (PERCENT, "15¹%", "应填百分数"),
        (MOBILE, "1380013800①", "只能填数字"),
        (TIME, "②点", "应填时间"),
        (TIME, "晚上12点", "午夜请填次日"),
        (NAME, "周八（女）", "是否指“周八”"),
        (NAME, "*吴九", "是否指“吴九”"),
        (NAME, "张三\n李四", "一格只填一人"),
        (SEX, "未知", "可选：男、女"),
        (SEVERAL, "患重特大疾病、子女上学、其他", "最多选 2 项，现有 3 项"),
        (TEXT, "字" * 101, "最多 100 个字，现有 101 个字"),
        (NAME, "张三3", "不应含有数字"),
        (ID, "110105194912310021", "校验码不符"),
        (ID, "3.10104E+17", "Excel 已丢失末尾数字"),
        (ID, "310104198005060000", "Excel 已丢失末尾数字"),
        (ID, "11010519491331002X", "不存在"),
        (DOCUMENT, "110105194912310021", "校验码不符"),
        (DOCUMENT, "3.10104E+17", "Excel 已丢失末尾数字"),
    ],
)
def test_what_cannot_be_read_is_explained_in_one_sentence(kept: Described, written: str, told: str) -> None:
    with pytest.raises(Invalid, match=r"[一-龥]") as error:
        kept.parse(written)
    assert told in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("kept", "value", "hidden"),
    [
        (NAME, "李小明", "李*明"),
        (NAME, "阿依古丽·买买提", "阿***·***"),
        (ID, "310104198005061234", "310104********1234"),
        (DOCUMENT, "E12345678", "E1*****78"),
        (MOBILE, "13812345678", "138****5678"),
        (MONEY, 120000, "1,200.00"),
    ],
)
def test_a_field_hides_what_strangers_must_not_see(kept: Described, value: object, hidden: str) -> None:
    assert kept.mask(value) == hidden


def test_a_bank_card_shows_strangers_its_last_four_digits_only() -> None:
    shown = CARD.mask("6222021234567890128")
    assert shown.endswith("0128")
    assert "6222" not in shown


def test_a_field_with_a_default_or_allowed_to_lack_its_value_is_not_required() -> None:
    told = (
        TextField("甲").required,
        TextField("乙", null=True).required,
        TextField("丙", default="无").required,
    )
    assert told == (True, False, False)


def test_an_unknown_area_code_is_only_a_remark() -> None:
    known, unknown = resident_id(area="310104"), resident_id(area="319999")
    assert ID.parse(unknown) == unknown
    assert "不在行政区划代码表内" in (ID.remark(unknown) or "")
    assert ID.remark(known) is None


def test_a_doubtful_card_or_credit_code_is_only_a_remark() -> None:
    assert CARD.parse("6222021234567890123") == "6222021234567890123"
    assert CARD.remark("6222021234567890123")
    assert CODE.remark("91310000607378000X")


@pytest.mark.parametrize("kind", [TextField, NotesField, PersonNameField, DateField, MoneyField, MobileField])
@pytest.mark.parametrize("stroke", ["-", "—", "——", "/", "／", "无", " 无 "])
def test_a_stroke_in_an_optional_field_is_nothing(kind: type[Described], stroke: str) -> None:
    assert kind("备用", null=True).parse(stroke) is None


def test_a_stroke_is_no_required_value_either_but_a_word_may_be() -> None:
    required = TextField("申请请求")
    assert (required.parse("—"), required.parse("无"), required.parse("无 异议")) == (None, "无", "无 异议")
    assert PersonNameField("姓名").parse("无") is None  # nobody is called so


def test_a_word_for_none_that_is_a_term_is_that_term() -> None:
    assert ChoiceField("劳模类型", ("非劳模",), synonyms={"无": "非劳模"}, null=True).parse("无") == "非劳模"
    assert ChoiceField("政治面貌", ("群众",), null=True).parse("无") is None


def test_a_word_for_none_is_not_the_term_that_is_usual() -> None:
    """No medical insurance is not that of workers."""
    with pytest.raises(Invalid, match="没有“无”这一项"):
        ChoiceField("医保状况", ("职工医保", "未参保"), default="职工医保").parse("无")


def test_a_word_that_stands_for_several_terms_offers_the_likeliest() -> None:
    with pytest.raises(Invalid, match="是否指“硕士”"):
        ChoiceField("文化程度", ("本科", "硕士"), likely={"研究生": "硕士"}).parse("研究生")


def test_what_a_text_very_likely_means_is_told_with_what_is_left_over() -> None:
    assert MOBILE.assumed("64381234、13800138000")[::2] == ("13800138000", "64381234")  # type: ignore[index]
    assert PHONE.assumed("64381234 13800138000")[::2] == ("13800138000", "64381234")  # type: ignore[index]
    assert PHONE.assumed("64381234(家)")[::2] == ("64381234", "64381234(家)")  # type: ignore[index]
    assert MONEY.assumed("1234.565")[0] == 1234_57  # type: ignore[index]
    assert [MOBILE.assumed("无"), MONEY.assumed("约1200"), TEXT.assumed("x")] == [None, None, None]


IN_GROUPS: tuple[tuple[Described, Callable[[str], str]], ...] = (
    (DAY, lambda day: day.replace("-", "/")),
    (MOBILE, lambda number: f"{number[:3]} {number[3:7]} {number[7:]}"),
    (ID, lambda number: f"{number[:6]} {number[6:14]} {number[14:]}"),
    (DOCUMENT, lambda number: f"{number[:6]} {number[6:14]} {number[14:]}"),
)
"""Fields that know what needs no tidying, each with another way of writing the same."""


def _outcome(field: Described, text: str) -> object:
    try:
        return field.parse(text)
    except Invalid as error:
        return str(error)


@pytest.mark.parametrize(("field", "in_groups"), IN_GROUPS)
@given(st.data())
def test_what_needs_no_tidying_is_read_as_what_does(
    field: Described, in_groups: Callable[[str], str], data: st.DataObject
) -> None:
    assert field.clean is not None
    text = data.draw(st.from_regex(field.clean, fullmatch=True))
    assert _outcome(field, text) == _outcome(field, in_groups(text))


def test_every_kind_that_knows_what_needs_no_tidying_is_tried() -> None:
    kinds = [kind for kind in vars(fields).values() if isinstance(kind, type) and issubclass(kind, Described)]
    known = {kind for kind in kinds if kind.clean is not None}
    assert known <= {base for field, _ in IN_GROUPS for base in type(field).mro()}


@pytest.mark.parametrize("text", ["张三、李四", "张三，李四", "张三 / 李四", "张三;李四"])
def test_a_list_of_people_is_not_the_name_of_one(text: str) -> None:
    with pytest.raises(Invalid, match="只记一人"):
        PersonNameField("志愿者", alone=True).parse(text)


def test_where_several_may_have_acted_their_names_are_read() -> None:
    assert PersonNameField("接待人").parse("张三、李四") == "张三、李四"
