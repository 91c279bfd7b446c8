"""The rules of hardship files, one by one (domain 3.2 to 3.6 and 3.11)."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from app.keeping import keeping, lifecycle
from app.office import Office
from app.subjects.hardship.families.register import FAMILY
from app.subjects.hardship.files.records import EXCLUSIONS, HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.hardship.reviews.records import HardshipReview
from app.subjects.hardship.reviews.register import REVIEWS
from tests.factories.people import make_file, make_kin, make_poverty_line, new_file, new_kin, resident_id
from tests.helpers.problems import blocked, marked, warned

CLOSED: dict[str, object] = {"closed_on": date(2011, 12, 1), "close_reason": "脱困"}
NO_LINE = {"monthly_pc"}  # without a poverty line every file is told that none was entered


def test_a_complete_file_is_not_forbidden(office: Office) -> None:
    assert blocked(HARDSHIP, new_file()) == {}
    assert warned(HARDSHIP, new_file()).keys() == NO_LINE


@pytest.mark.parametrize(
    "name",
    [
        "name",
        "id_number",
        "category",
        "main_cause",
        "marital",
        "housing",
        "employer",
        "own_monthly_income",
        "filed_by",
    ],
)
def test_a_file_lacking_what_is_required_is_forbidden(office: Office, name: str) -> None:
    file = new_file()
    setattr(file, name, None)
    assert blocked(HARDSHIP, file)[name] == f"请填写{HardshipFile.described()[name].label}"


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ({"health": "残疾"}, {"disability", "disability_grade"}),
        ({"main_cause": "其他"}, {"cause_text"}),
        ({"stated_year_income": 0}, {"stated_reason"}),
        ({"bank_card": "6222021234567890128"}, {"bank_name", "bank_holder"}),
        ({"notice_result": "有异议"}, {"notice_remark"}),
        ({"national_system_on": date(2011, 2, 1)}, {"entered_by"}),
        ({}, set()),
    ],
    ids=["disability", "cause", "stated income", "card", "objection", "national system", "nothing"],
)
def test_the_form_marks_what_other_values_ask_for(
    office: Office, given: dict[str, object], asked: set[str]
) -> None:
    assert marked(new_file(**given)) == asked


def test_a_person_has_one_active_file(office: Office) -> None:
    first = make_file()
    assert first.file_no in blocked(HARDSHIP, new_file(id_number=first.id_number))["id_number"]


@pytest.mark.parametrize(
    "ended", [{"status": "退档(脱困)", **CLOSED}, {"status": "退档(其他)", **CLOSED}, {"status": "不予建档"}]
)
def test_an_ended_file_does_not_stand_in_the_way_of_a_new_one(
    office: Office, ended: dict[str, object]
) -> None:
    first = make_file(**ended)
    assert blocked(HARDSHIP, new_file(id_number=first.id_number)) == {}


def test_a_closed_file_can_be_corrected_while_a_new_one_is_open(office: Office) -> None:
    first = make_file(status="退档(脱困)", **CLOSED)
    make_file(id_number=first.id_number)
    assert blocked(HARDSHIP, first) == {}


def test_a_family_member_of_another_file_gets_no_file(office: Office) -> None:
    husband = make_file()
    wife = make_kin(husband, relation="配偶")
    assert husband.file_no in blocked(HARDSHIP, new_file(id_number=wife.id_number))["id_number"]


def test_a_relative_living_elsewhere_may_have_a_file(office: Office) -> None:
    brother = make_kin(make_file(), relation="兄弟姐妹", lives_together=False)
    assert blocked(HARDSHIP, new_file(id_number=brother.id_number)) == {}


def test_the_holder_of_a_file_is_no_family_member_of_another(office: Office) -> None:
    wife = make_file()
    told = blocked(FAMILY, new_kin(make_file(), relation="配偶", id_number=wife.id_number))
    assert wife.file_no in told["id_number"]


def test_who_lives_elsewhere_or_lived_in_a_closed_file_may_hold_a_file(office: Office) -> None:
    holder = make_file()
    elsewhere = new_kin(make_file(), id_number=holder.id_number, lives_together=False)
    assert blocked(FAMILY, elsewhere) == {}
    closed = new_kin(make_file(status="退档(脱困)", **CLOSED), id_number=holder.id_number)
    assert blocked(FAMILY, closed) == {}


def test_a_file_is_not_opened_again_while_a_relative_holds_one(office: Office) -> None:
    husband = make_file(status="不予建档")
    wife = make_kin(husband, relation="配偶")
    make_file(id_number=wife.id_number)
    husband.status = "申请"
    assert "一户只建一份档案" in blocked(HARDSHIP, husband)["id_number"]


def test_a_person_in_two_households_is_doubtful(office: Office) -> None:
    child = make_kin(make_file(), relation="子")
    assert "id_number" in warned(FAMILY, new_kin(make_file(), relation="子", id_number=child.id_number))


def test_the_holder_is_no_family_member(office: Office) -> None:
    file = make_file()
    assert "与户主相同" in blocked(FAMILY, new_kin(file, id_number=file.id_number))["id_number"]


def test_a_family_member_is_entered_once(office: Office) -> None:
    file = make_file()
    child = make_kin(file)
    assert "已登记" in blocked(FAMILY, new_kin(file, id_number=child.id_number))["id_number"]


def test_a_child_without_a_number_needs_the_reason(office: Office) -> None:
    child = new_kin(make_file(), relation="女", occupation="学龄前")
    child.id_number = None
    assert "写明原因" in blocked(FAMILY, child)["id_number"]
    child.no_id_reason = "新生儿，户口未报"
    assert blocked(FAMILY, child) == {}


def test_a_disability_tells_its_kind_and_grade(office: Office) -> None:
    assert blocked(HARDSHIP, new_file(health="残疾")).keys() == {"disability", "disability_grade"}
    assert blocked(HARDSHIP, new_file(health="残疾", disability="视力", disability_grade="二级")) == {}


def test_a_married_single_parent_is_doubtful(office: Office) -> None:
    assert "single_parent" in warned(HARDSHIP, new_file(single_parent=True, marital="已婚"))
    assert warned(HARDSHIP, new_file(single_parent=True, marital="离异")).keys() == NO_LINE


def test_the_main_cause_is_not_among_the_others(office: Office) -> None:
    told = blocked(HARDSHIP, new_file(main_cause="子女上学", other_causes=("下岗失业", "子女上学")))
    assert "不能与主要原因相同" in told["other_causes"]


def test_another_cause_is_said_in_words(office: Office) -> None:
    assert "cause_text" in blocked(HARDSHIP, new_file(main_cause="其他"))
    assert blocked(HARDSHIP, new_file(main_cause="其他", cause_text="被骗")) == {}


def test_a_stated_income_needs_its_reason(office: Office) -> None:
    assert "请填写核定理由" in blocked(HARDSHIP, new_file(stated_year_income=20_000_00))["stated_reason"]
    assert blocked(HARDSHIP, new_file(stated_year_income=20_000_00, stated_reason="民政核定")) == {}


def test_a_family_size_that_differs_from_the_rows_is_doubtful(office: Office) -> None:
    file = make_file(declared_size=3)
    make_kin(file)
    assert "申报 3 人，家庭成员表连本人共 2 人" in warned(HARDSHIP, file)["declared_size"]
    make_kin(file)
    assert "declared_size" not in warned(HARDSHIP, file)


@pytest.mark.parametrize(
    ("income", "category", "doubtful"),
    [
        (504_99, "深度困难", False),
        (504_99, "相对困难", True),
        (505_00, "深度困难", True),
        (505_00, "相对困难", False),
        (1009_99, "相对困难", False),
        (1010_00, "相对困难", True),
        (504_99, "意外致困", False),
        (9999_00, "意外致困", False),
    ],
)
def test_a_category_that_contradicts_the_income_is_doubtful(
    office: Office, income: int, category: str, doubtful: bool
) -> None:
    make_poverty_line(505_00)
    file = new_file(own_monthly_income=income, category=category)
    assert ("monthly_pc" in warned(HARDSHIP, file)) == doubtful
    assert blocked(HARDSHIP, file) == {}


def test_the_category_that_the_income_suggests_is_named(office: Office) -> None:
    make_poverty_line(505_00)
    deep = warned(HARDSHIP, new_file(own_monthly_income=504_99, category="相对困难"))["monthly_pc"]
    assert deep == "按低保线 505.00 元测算应为“深度困难”，请核对困难类别"
    rich = warned(HARDSHIP, new_file(own_monthly_income=1010_00, category="相对困难"))["monthly_pc"]
    assert rich.startswith("超过相对困难的上限")


def test_the_line_itself_may_count_as_deep_and_the_limit_may_be_lower(office: Office) -> None:
    make_poverty_line(505_00, inclusive=True, multiplier=1500)
    assert "monthly_pc" not in warned(HARDSHIP, new_file(own_monthly_income=505_00, category="深度困难"))
    assert "monthly_pc" in warned(HARDSHIP, new_file(own_monthly_income=757_50, category="相对困难"))


def test_unavoidable_outlay_counts_against_the_income(office: Office) -> None:
    make_poverty_line(505_00)
    file = new_file(own_monthly_income=1860_00, exp_illness=16_500_00, category="深度困难")
    assert "monthly_pc" not in warned(HARDSHIP, file)


def test_a_migrant_worker_has_worked_for_a_year(office: Office) -> None:
    assert "contract_date" in warned(HARDSHIP, new_file(work_status="农民工"))
    late = new_file(work_status="农民工", contract_date=date(2010, 1, 5), applied_on=date(2011, 1, 4))
    assert "不满一年" in warned(HARDSHIP, late)["contract_date"]
    late.contract_date = date(2010, 1, 4)
    assert "contract_date" not in warned(HARDSHIP, late)


@pytest.mark.parametrize(
    ("signed", "applied", "doubtful"),
    [
        (date(2011, 2, 28), date(2012, 2, 29), False),
        (date(2011, 3, 1), date(2012, 2, 29), True),
        (date(2010, 1, 31), date(2011, 1, 31), False),
    ],
)
def test_a_year_of_work_is_a_calendar_year(
    office: Office, signed: date, applied: date, doubtful: bool
) -> None:
    file = new_file(work_status="农民工", contract_date=signed, applied_on=applied)
    assert ("contract_date" in warned(HARDSHIP, file)) == doubtful


def test_a_card_needs_its_bank_and_holder(office: Office) -> None:
    told = blocked(HARDSHIP, new_file(bank_card="6222021234567890128"))
    assert told.keys() == {"bank_name", "bank_holder"}


def test_an_account_of_a_stranger_is_doubtful(office: Office) -> None:
    account = {"bank_card": "6222021234567890128", "bank_name": "工商银行"}
    file = make_file(name="王芳", bank_holder="李强", **account)
    assert "bank_holder" in warned(HARDSHIP, file)
    make_kin(file, name="李强", relation="配偶")
    assert "bank_holder" not in warned(HARDSHIP, file)


STEPS = ("applied_on visited_on discussed_on notice_from notice_to approved_on opened_on closed_on").split()


@pytest.mark.parametrize(("earlier", "later"), list(pairwise(STEPS)))
def test_each_step_follows_the_one_before(office: Office, earlier: str, later: str) -> None:
    days = {name: date(2011, 1, 4) for name in STEPS}
    file = new_file(**days, status="退档(脱困)", close_reason="脱困")
    assert blocked(HARDSHIP, file) == {}
    setattr(file, later, date(2011, 1, 3))
    told = blocked(HARDSHIP, file)
    assert HardshipFile.described()[earlier].label in told[later]


def test_an_objection_is_said_in_words(office: Office) -> None:
    assert "notice_remark" in blocked(HARDSHIP, new_file(notice_result="有异议"))


def test_an_expired_notice_is_doubtful(office: Office) -> None:
    day = date.today()
    assert "notice_to" in warned(HARDSHIP, new_file(status="公示中", notice_to=day - timedelta(days=1)))
    assert "notice_to" not in warned(HARDSHIP, new_file(status="公示中", notice_to=day, approved_on=None))


def test_an_open_file_has_a_day_of_opening(office: Office) -> None:
    assert "opened_on" in blocked(HARDSHIP, new_file(opened_on=None))


@pytest.mark.parametrize("status", ["退档(脱困)", "退档(其他)"])
def test_a_closed_file_has_a_day_and_a_reason(office: Office, status: str) -> None:
    assert blocked(HARDSHIP, new_file(status=status)).keys() == {"closed_on", "close_reason"}


@pytest.mark.parametrize("question", EXCLUSIONS, ids=lambda question: question.name)
def test_a_yes_on_the_checklist_is_doubtful(office: Office, question: HardshipFile) -> None:
    assert question.name in warned(HARDSHIP, new_file(**{question.name: "是"}))
    assert question.name not in warned(HARDSHIP, new_file(**{question.name: "否"}))


@pytest.mark.parametrize(
    ("change", "doubtful"),
    [
        ({}, True),
        ({"cause_text": "照顾瘫痪老人"}, False),
        ({"health": "糖尿病"}, False),
        ({"work_status": "在岗"}, False),
        ({"birth_date": date(1951, 1, 4)}, False),
    ],
)
def test_a_healthy_person_of_working_age_without_work_is_doubtful(
    office: Office, change: dict[str, object], doubtful: bool
) -> None:
    file = new_file(**({"work_status": "失(无)业", "birth_date": date(1951, 1, 5), "sex": "男"} | change))
    assert ("work_status" in warned(HARDSHIP, file)) == doubtful


@pytest.mark.parametrize(
    ("sex", "born", "doubtful"),
    [
        ("男", date(1951, 1, 4), False),  # 60 on the day of application
        ("男", date(1951, 1, 5), True),
        ("男", date(1995, 1, 4), True),  # 16 on it
        ("男", date(1995, 1, 5), False),
        ("女", date(1956, 1, 4), False),  # 55 on it
        ("女", date(1956, 1, 5), True),
        ("女", date(1995, 1, 4), True),
        ("女", date(1995, 1, 5), False),
    ],
)
def test_working_age_ends_at_sixty_for_men_and_fifty_five_for_women(
    office: Office, sex: str, born: date, doubtful: bool
) -> None:
    told = {"work_status": "失(无)业", "applied_on": date(2011, 1, 4)}
    file = new_file(id_number=resident_id(born, sex), **told)
    assert ("work_status" in warned(HARDSHIP, file)) == doubtful


@pytest.mark.parametrize(
    ("sex", "born", "doubtful"),
    [
        ("男", date(1965, 9, 1), True),  # 60 years and 3 months: works until 2025-12-01
        ("男", date(1965, 8, 1), False),  # 60 years and 2 months: until 2025-10-01
        ("女", date(1970, 9, 30), True),  # 55 and 3 months
        ("女", date(1970, 8, 30), False),
    ],
)
def test_working_age_rises_month_by_month_from_2025_on(
    office: Office, sex: str, born: date, doubtful: bool
) -> None:
    """By the table of 国务院关于渐进式延迟法定退休年龄的办法, on 30 November 2025."""
    told = {
        "work_status": "失(无)业",
        "applied_on": date(2025, 11, 30),
        "opened_on": None,
        "approved_on": None,
    }
    file = new_file(id_number=resident_id(born, sex), status="申请", **told)
    assert ("work_status" in warned(HARDSHIP, file)) == doubtful


def test_a_healthy_relative_without_work_is_doubtful_until_the_file_explains_it(office: Office) -> None:
    file = make_file()
    son = new_kin(file, relation="子", occupation="失业", birth_date=date(1988, 1, 1))
    assert "occupation" in warned(FAMILY, son)
    son.lives_together = False
    assert warned(FAMILY, son) == {}
    son.lives_together = True
    file.cause_text = "儿子待业，正在培训"
    keeping.save(HARDSHIP, file)
    assert warned(FAMILY, son) == {}


def test_a_pupil_over_eighteen_in_primary_school_is_doubtful(office: Office) -> None:
    today = date.today()
    file = make_file()
    for years, doubtful in ((19, True), (18, False)):
        born = date(today.year - years, 1, 1)
        pupil = new_kin(
            file, relation="子", occupation="学生", education="小学三年级", id_number=resident_id(born)
        )
        assert ("education" in warned(FAMILY, pupil)) == doubtful


def test_a_review_that_changes_the_category_names_the_new_one(office: Office) -> None:
    review = HardshipReview(file=make_file(), reviewed_by="王芳", conclusion="调整类别")
    assert "new_category" in blocked(REVIEWS, review)
    assert marked(review) == {"new_category"}
    review.conclusion = "继续在档"
    assert blocked(REVIEWS, review) == {}
    assert marked(review) == set()


def test_a_review_is_not_in_the_future(office: Office) -> None:
    tomorrow = date.today() + timedelta(days=1)
    review = HardshipReview(file=make_file(), reviewed_by="王芳", reviewed_on=tomorrow)
    assert "reviewed_on" in blocked(REVIEWS, review)
    review.reviewed_on = date.today()
    assert blocked(REVIEWS, review) == {}


def test_an_income_above_the_relative_limit_may_be_a_low_one(office: Office) -> None:
    make_poverty_line(505_00, low_income=3000)
    low = {"own_monthly_income": 1514_99}
    assert "monthly_pc" not in warned(HARDSHIP, new_file(category="低收入", **low))
    assert "应为“低收入”" in warned(HARDSHIP, new_file(category="相对困难", **low))["monthly_pc"]
    rich = warned(HARDSHIP, new_file(own_monthly_income=1515_00, category="低收入"))["monthly_pc"]
    assert rich.startswith("超过低收入的上限")
    assert "monthly_pc" not in warned(HARDSHIP, new_file(own_monthly_income=9000_00, category="防困"))


@pytest.mark.parametrize(
    ("above_since", "words"),
    [
        (None, "请登记收入从哪天起高于标准"),
        (date(2011, 1, 21), "只连续 5 个月高于标准，未满 6 个月，属于解困，请核对是否已脱困"),
        (date(2011, 1, 20), None),
    ],
)
def test_out_of_hardship_is_who_stays_above_the_line_for_six_months(
    office: Office, above_since: date | None, words: str | None
) -> None:
    file = make_file()
    values = {"above_since": above_since, "closed_on": date(2011, 7, 20), "close_reason": "脱困"}
    step = next(step for step in HARDSHIP.steps if step.title == "退档(脱困)")
    problems = lifecycle.problems(HARDSHIP, file, step, values)
    said = [problem.sentence for problem in problems if problem.field.name == "above_since"]
    assert said == ([] if words is None else [words])


def test_the_months_above_the_line_end_with_the_file() -> None:
    file = HardshipFile(above_since=date(2011, 1, 20), closed_on=date(2011, 7, 19))
    assert file.months_above == "5个月"
