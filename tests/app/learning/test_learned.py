"""A report learned: what is set by itself, what the text becomes, what an office teaches."""

from __future__ import annotations

from datetime import date

import pytest

from app.errors import Refused
from app.learning.aliases import aliases, remember
from app.learning.lacking import register_for
from app.learning.learned import Learned, learn, source_of
from app.learning.listed import as_text
from app.learning.proposing import Proposer
from app.learning.quantities import quantities_in
from app.office import Office
from app.registry import find_figure
from app.rules.periods import year
from app.summary.compose import compose
from app.summary.template import check
from tests.factories.disputes import make_case
from tests.factories.people import make_member

pytestmark = pytest.mark.usefixtures("office")


def _labels(report: str, year_told: int = 2011) -> list[list[str]]:
    return [[one.label for one in proposed.proposals] for proposed in learn(report, year_told).numbers]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("全年共受理劳动纠纷12起。", "受理争议"),
        ("其中调解成功8起。", "调解成功"),
        ("为困难职工发放慰问金36000元。", "困难慰问金额"),
        ("共吸收新会员45名。", "新发展会员"),
        ("新组建工会12家。", "新建工会"),
        ("签订工资专项集体合同的企业30家。", "工资专项签约单位"),
        ("征订报刊260份。", "报刊征订"),
        ("住院理赔120人次。", "互助保障给付·住院"),
        ("举办招聘会4场。", "招聘会"),
        ("提供就业岗位560个。", "招聘岗位"),
        ("开展文体活动6次。", "开展活动"),
        ("上报信息48篇。", "报送信息"),
        ("在册会员120人。", "会员"),
        ("募集善款23000元。", "募得善款"),
        ("召开职代会的企业20家。", "召开职代会"),
        ("走访企业40家。", "走访企业"),
        ("接待来信来访53件次。", "来访人次"),
        ("走访慰问困难职工家庭16户。", "困难慰问人次"),
        ("全年新建单独基层工会27家。", "新建工会"),
        ("慰问了辖区特困职工43名。", "困难慰问人数"),
        ("表彰会上，评选出7家区级示范工会。", "获荣誉单位"),
        ("送去价值8600元的防暑降温用品。", "送清凉支出"),
        ("按期完成了9个村（社区）工会换届选举。", "换届工会"),
        ("现有企业320家。", "登记企业"),
        ("为困难职工慰问了21户特困职工家庭。", "困难慰问人次"),
        ("新发展农民工会员130人。", "新发展会员·农民工"),
        ("签订工资集体协商28份。", "签订合同·工资专项集体合同"),
        ("共收到信访事件33宗。", "来访接待"),
        ("组织工会主席学习培训3次。", "举办培训·工会主席培训"),
        ("发放生活救助金2.3万元。", "帮扶资金·生活救助"),
        ("来电来访咨询64件。", "来访接待"),
        ("当天共有260余名职工、农民工等入场求职。", "进场求职"),
        ("举办法律知识竞赛2次。", "开展活动"),
        ("有36名外卖配送员加入工会。", "发展新就业形态会员·外卖配送员"),
        ("收取职工互助金8.4万元。", "散户保费"),
        ("代收工会经费31万元。", "经费收入·行政拨交"),
        ("为帮扶困难职工筹集专项资金6万元。", "帮扶资金到账"),
        ("新发展代驾司机会员23人。", "发展新就业形态会员·代驾司机"),
        ("受理法律援助案件26件。", "受理争议"),
        ("现有商圈工会4家。", "基层工会·楼宇(园区)工会联合会"),
        ("联合会下辖企业38家。", "联合工会涵盖单位"),
        ("3人荣获区级奖章。", "获荣誉个人"),
        ("为80名快递员提供免费体检。", "普惠受益·健康体检"),
    ],
)
def test_an_office_without_records_is_proposed_what_the_words_say(sentence: str, label: str) -> None:
    (labels,) = _labels(sentence)
    assert label in labels[:3]


@pytest.mark.parametrize(
    "sentence",
    [
        "新增户外劳动者驿站14家。",
        "现有机动车1320辆，场地使用率为65%。",
        "区里下达的30家建会任务。",
        "批发业增加值1908.25万元。",
        "职工食堂营业额86万元。",
        "慰问标准由400元提高到600元。",
        "成立了7个读书小组。",
        "应建女工组织45家。",
        "投入绿化资金3.6万元。",
        "慰问劳动模范14名。",
        "有9家企业参与安全评比。",
    ],
)
def test_what_no_figure_counts_is_proposed_none(sentence: str) -> None:
    assert [labels for labels in _labels(sentence) if labels] == []


@pytest.mark.parametrize(
    ("report", "place", "label"),
    [
        ("帮助18名农民工追回工资6.2万元。", 0, "争议涉及农民工"),
        ("为26名劳动者讨回劳动报酬41万元。", 0, "争议涉及人数"),
        ("对7名困难职工发放慰问金3500元。", 0, "困难慰问人数"),
        ("签订工资专项集体合同21份，覆盖企业164家、职工5320人。", 1, "工资专项覆盖企业"),
        ("签订工资专项集体合同21份，覆盖企业164家、职工5320人。", 2, "工资专项覆盖职工"),
        ("开展夏送清凉活动，慰问一线职工640人，送去慰问品3.1万元。", 0, "送清凉"),
        ("“金秋助学”活动中，资助困难职工子女17名。", 0, "金秋助学"),
        ("接待来访咨询31件次。", 0, "来访接待"),
        ("审结争议案件19件。", 0, "结案争议"),
        ("帮扶困难职工88人次，资金14.6万元。", 1, "帮扶资金"),
        ("来访接待22件，涉及31人。", 1, "来访人次"),
        ("31家企业、480名职工参加比赛。", 0, "活动参加单位"),
        ("基层工会由81家增加到95家。", 1, "基层工会"),
        ("共有工会92家，其中独立工会60家、联合工会14家，涵盖单位410家。", 3, "登记涵盖单位"),
        ("全年处理劳动争议案件25件。", 0, "受理争议"),
        ("组织52名职工参加了登山活动。", 0, "活动参加人数"),
        ("对企业主进行了2期法规培训。", 0, "举办培训"),
    ],
)
def test_the_first_figure_is_that_of_the_words_around_a_number(report: str, place: int, label: str) -> None:
    assert _labels(report)[place][0] == label


@pytest.mark.parametrize(
    ("report", "place"),
    [
        ("入驻企业42家，亿元企业6家。", 1),  # some of the first
        ("明年将新建工会15家，吸收会员300名。", 0),
        ("明年将新建工会15家，吸收会员300名。", 1),
        ("职工入会率97%。", 0),
        ("工会驿站覆盖职工2.3万人。", 0),
        ("建成职工驿站40个，其中12个被命名为户外劳动者爱心驿站。", 1),
        ("全区现有驿站64个，20个驿站具备法律服务功能。", 1),
        ("扶持创业项目13个。", 0),
    ],
)
def test_a_number_that_is_something_else_than_it_looks_is_proposed_none(report: str, place: int) -> None:
    assert _labels(report)[place] == []


def test_a_row_of_numbers_under_a_row_of_names_is_read_with_the_units_that_the_names_say() -> None:
    report = "会员数\t新建工会\t慰问困难职工\t慰问金额\t调解成功率\n1250\t12\t45\t36000\t92.5"
    assert [labels[0] for labels in _labels(report)] == [
        "会员", "新建工会", "困难慰问人次", "困难慰问金额", "调解成功率",
    ]  # fmt: skip


def test_records_of_another_office_speak_neither_for_a_figure_nor_against_it() -> None:
    """Where hardly any number is what the records say, the one that is says so by chance."""
    for _ in range(36):
        make_case("受理")
    report = (
        "受理劳动争议{}起，调解劳动争议81起，其中劳动报酬争议52起，工伤争议24起，未结争议13起，集体争议17起。"
    )
    told = learn(report.format(36), 2011).numbers[0]
    assert not told.proposals[0].agrees


def test_records_of_few_numbers_are_those_of_the_report_where_all_agree() -> None:
    for _ in range(36):
        make_case("受理")
    make_member()
    both = learn("受理劳动争议36起，在册会员98人。", 2011).numbers
    assert not both[0].proposals[0].agrees
    assert learn("受理劳动争议36起。", 2011).numbers[0].proposals[0].agrees


def test_a_sum_of_years_is_not_set_by_itself() -> None:
    for _ in range(11):
        make_case("受理")
    (several,) = learn("五年来，共受理劳动争议11起。", 2011).numbers
    assert not several.sure
    assert "说的是几年的数" in several.proposals[0].why


@pytest.mark.parametrize(
    ("report", "label"),
    [
        ("现有基层工会12家。", "基层工会"),
        ("基层工会12家，下辖企业48家。", "联合工会涵盖单位"),
    ],
)
def test_enterprises_are_no_unions(report: str, label: str) -> None:
    assert label in _labels(report)[-1][:3]


def test_a_list_that_names_its_parts_does_not_go_on_with_the_first() -> None:
    report = "签订合同31份，其中工资专项集体合同18份、劳动安全卫生专项集体合同13份。"
    last = learn(report, 2011).numbers[-1].proposals
    assert "签订合同·劳动安全卫生专项" in [one.label for one in last[:2]]
    assert "同属工资专项集体合同" not in [why for one in last for why in one.why]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [("开展税务核查26次。", None), ("种植行道树340棵。", None), ("整理困难档案58册。", "困难档案")],
)
def test_the_register_of_a_number_is_named_only_where_it_is_near(sentence: str, title: str | None) -> None:
    (quantity,) = quantities_in(sentence, 2011)
    register = register_for(quantity)
    assert (register.title if register is not None else None) == title


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("结对帮扶76对。", "可用现成的自设台账“结对帮扶”登记"),
        ("建成工会驿站9个。", "可用现成的自设台账“工会驿站”登记"),
        ("种植行道树340棵。", "可用自设台账登记"),
    ],
)
def test_a_description_that_comes_with_the_program_is_named_where_no_figure_is(
    sentence: str, told: str
) -> None:
    assert as_text(learn(sentence, 2011)).endswith(told)


def test_nothing_is_sure_where_no_record_says_the_same() -> None:
    assert not learn("全年共受理劳动争议12起，调解成功8起。", 2011).sure


def _cases(many: int) -> Learned:
    for _ in range(many):
        make_case("受理")
    return learn(f"工作总结\n2011年，全年共受理劳动争议{many}起。", 2011)


def test_a_number_that_words_and_records_say_is_set_by_itself() -> None:
    learned = _cases(11)
    assert learned.sure == {0: "受理争议"}
    assert learned.text(learned.sure) == "工作总结\n{{ 年度 }}年，全年共受理劳动争议{{ 受理争议 }}起。"


def test_the_text_says_what_the_report_said() -> None:
    learned = _cases(11)
    assert compose(learned.text(learned.sure), year(2011)).text == learned.report


@pytest.mark.parametrize(
    "row", ["项目\t本年（万元）\n争议金额\t{}", "争议金额（万元）\t{}", "争议金额\t万元\t{}"]
)
def test_a_number_in_ten_thousands_of_its_heading_says_its_own_unit(row: str) -> None:
    """The figure counts yuan: without its unit it would be read as ten thousand times as much."""
    learned = learn(row.format("8.6"), 2011)
    assert learned.text({0: "争议金额"}) == row.format("{{ 争议金额 }}元")


def test_a_rounded_number_stays_rounded() -> None:
    for _ in range(11):
        make_case("受理")
    learned = learn("工作总结\n全年受理劳动争议10多起。", 2011)
    text = learned.text({0: source_of(learned.numbers[0], 0)})
    assert "{{ 受理争议.近似 }}起" in text
    assert "10多起" in compose(text, year(2011)).text


def test_what_is_left_as_typed_stays_to_the_letter() -> None:
    report = "总结\n慰问 １２３ 户，{花括号}也在。"
    assert learn(report, 2011).text({}) == "总结\n慰问 １２３ 户，｛花括号｝也在。"


def test_a_part_of_the_year_is_asked_for_as_such() -> None:
    make_case("受理")
    learned = learn("上半年受理劳动争议9起。", 2011)
    assert learned.numbers[0].proposals[0].source == "受理争议.上半年"


def test_a_comparison_becomes_a_comparison() -> None:
    learned = learn("受理劳动争议12起，比去年同期增长20%。", 2011)
    assert learned.numbers[1].proposals[0].source == "受理争议.增减"
    assert learned.text({1: "受理争议.增减"}).endswith("比去年同期{{ 受理争议.增减 }}。")


def test_every_proposal_may_stand_in_a_text() -> None:
    """What is proposed means something between braces, whatever part or period it names."""
    report = (
        "上半年新建工会12家，其中独立工会5家、行业工会7家。1—11月报销20人次。"
        "报刊3份。奖项3个，每月信息3-4篇。"
    )
    learned = learn(report, 2011)
    for place, one in enumerate(learned.numbers):
        for which in range(len(one.proposals)):
            text = learned.text({place: source_of(one, which)})
            assert check(text, year(2011)) == []


def test_a_number_of_last_year_is_asked_of_last_year() -> None:
    learned = learn("2010年受理劳动争议12起。", 2011)
    assert learned.numbers[0].proposals[0].source == "受理争议.去年"


def test_a_total_of_parts_is_their_figure() -> None:
    report = "发出提示函42份、意见书9份，合计51份。"
    assert _labels(report)[2][0] == "发出一函两书"


def test_who_took_part_is_of_what_the_sentence_is_about() -> None:
    assert _labels("发放帮扶资金46700元，惠及职工183人次。")[1][0].startswith("帮扶")


def test_an_equal_value_alone_makes_nothing_sure() -> None:
    """One case open and one office to be led: a small number agrees with a figure by chance."""
    make_case("受理")
    learned = learn("设主席1人、副主席1人，种树1棵，委员会开会1次。", 2011)
    assert learned.sure == {}


def test_an_amount_in_ten_thousands_is_rounded(office: Office) -> None:
    assert office.name
    make_case("受理", claim_amount=212_340_00)
    (one,) = learn("受理劳动争议，争议金额21.2万元。", 2011).numbers
    amount = next(proposal for proposal in one.proposals if proposal.label == "争议金额")
    assert amount.agrees


def test_what_a_person_corrects_is_proposed_first_the_next_time() -> None:
    report = "全年开展惠员行动56次。"
    (quantity,) = quantities_in(report, 2011)
    figure = find_figure("走访企业次数")
    assert _labels(report)[0][:1] != [figure.label]
    remember(quantity, figure)
    assert _labels(report)[0][0] == figure.label


def test_the_last_correction_of_the_same_words_counts() -> None:
    (quantity,) = quantities_in("全年开展惠员行动56次。", 2011)
    for label in ("走访企业次数", "开展活动"):
        remember(quantity, find_figure(label))
    assert [label for _, label in aliases()] == ["开展活动"]


@pytest.mark.parametrize(("report", "words"), [(" \n", "没有文字"), ("工" * 200_001, "太长")])
def test_what_is_no_report_is_refused(report: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        learn(report, 2011)


def test_a_name_that_the_records_know_becomes_a_list(office: Office) -> None:
    assert office.name
    learned = learn("泰祥社区工会工作总结", 2011)
    assert learned.text({}) == "{{ 工会名称 }}工作总结"


def test_a_number_of_another_unit_is_not_proposed() -> None:
    """Persons are not persons times, households not persons, yuan not percent."""
    proposer = Proposer(2011)
    for report, unit in (("会员12户。", "户"), ("会员12%。", "%"), ("会员12元。", "元")):
        (proposed,) = proposer.propose(quantities_in(report, 2011))
        assert "会员" not in [one.label for one in proposed.proposals], unit


def test_the_year_of_the_report_is_asked_not_this_one() -> None:
    make_case("受理", accepted_on=date(2012, 3, 5), applied_on=date(2012, 3, 1))
    learned = learn("2012年受理劳动争议1起。", 2012)
    assert learned.numbers[0].proposals[0].number == 1
