"""What a state cannot have yet, and the end of a life that no list takes back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.exchange.session import ImportSession
from app.exchange.sheet import Sheet
from app.keeping import history, keeping
from app.office import Office
from app.register import Register
from app.registry import find_figure
from app.rules.periods import year
from app.subjects.contracts.collective.records import CollectiveContract
from app.subjects.contracts.collective.register import CONTRACTS
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.insurance.enrolments.register import ENROLMENTS
from app.subjects.insurance.records import MutualEnrolment
from app.subjects.unions.grassroots.records import GrassrootsUnion
from app.subjects.unions.grassroots.register import UNIONS
from tests.factories.contracts import make_contract, new_contract
from tests.factories.insurance import make_enrolment, new_enrolment
from tests.factories.people import make_file, new_file
from tests.factories.unions import make_union, new_union
from tests.helpers.problems import advance, blocked

DAY = date(2011, 12, 1)
TOMORROW = date.today() + timedelta(days=1)


def _imported(register: Register, *rows: list[str]) -> list[str]:
    session = ImportSession.of(register, Sheet("表", list(rows)))
    session.options.on_duplicate = "update"
    session.import_rows(without_refused=True)
    return [problem.sentence for _, problem in session.problems]


def test_a_day_that_a_step_brings_is_told_with_the_step(office: Office) -> None:
    """A file that is open has no day on which it was closed; figures count by that day."""
    told = blocked(HARDSHIP, new_file(closed_on=DAY))["closed_on"]
    assert told == "状态为“在档”，不应填退档日期，请点“退档(脱困)”或“退档(其他)”办理"
    assert "撤销" in blocked(UNIONS, new_union(status_date=DAY))["status_date"]
    assert "终止" in blocked(CONTRACTS, new_contract(ended_on=DAY))["ended_on"]
    assert "登记缴费" in blocked(ENROLMENTS, new_enrolment(status="待缴"))["paid_on"]
    assert "退保" in blocked(ENROLMENTS, new_enrolment(withdrawn_on=DAY))["withdrawn_on"]


def test_a_contract_under_way_has_no_day_that_lies_ahead(office: Office) -> None:
    draft = new_contract(status="起草")
    assert blocked(CONTRACTS, draft).keys() == {"signed_on", "filed_on", "effective_on"}
    signed = new_contract(status="已签订")
    assert blocked(CONTRACTS, signed).keys() == {"filed_on", "effective_on"}


def test_nothing_has_happened_yet_that_lies_in_the_future(office: Office) -> None:
    closed = {"status": "退档(其他)", "close_reason": "迁出", "closed_on": TOMORROW}
    assert "在今天之后" in blocked(HARDSHIP, new_file(**closed))["closed_on"]
    assert "在今天之后" in blocked(HARDSHIP, new_file(opened_on=TOMORROW))["opened_on"]
    dissolved = {"status": "撤销", "status_reason": "歇业", "status_date": TOMORROW}
    assert "在今天之后" in blocked(UNIONS, new_union(**dissolved))["status_date"]
    ended = {"status": "终止", "end_reason": "歇业", "ended_on": TOMORROW}
    assert "在今天之后" in blocked(CONTRACTS, new_contract(**ended))["ended_on"]


def test_a_file_is_closed_after_it_was_opened(office: Office) -> None:
    closed = {"status": "退档(其他)", "close_reason": "迁出", "closed_on": DAY}
    assert "opened_on" in blocked(HARDSHIP, new_file(**closed, opened_on=None))


@pytest.mark.parametrize(("reason", "state"), [("脱困", "退档(脱困)"), ("迁出", "退档(其他)"), ("", "在档")])
def test_a_list_of_files_tells_by_its_days_where_each_stands(office: Office, reason: str, state: str) -> None:
    file = make_file()
    named = ["姓名", "身份证号", "困难类别", "主要致困原因", "婚姻状况", "住房类型", "工作单位"]
    told = [file.name, file.id_number, "相对困难", "患重特大疾病", "已婚", "租房", "灵活就业"]
    keeping.to_bin(HARDSHIP, [file.id])
    named += ["本人月平均收入", "建档人", "建档日期", "退档日期", "退档原因"]
    told += ["1860", "王芳", "2011-1-18", "2011-12-1" if reason else "", reason]
    assert _imported(HARDSHIP, named, told) == []
    (kept,) = HardshipFile.alive()
    assert kept.status == state


def test_a_list_of_the_insured_tells_by_its_days_where_each_stands(office: Office) -> None:
    enrolment = make_enrolment()
    keeping.to_bin(ENROLMENTS, [enrolment.id])
    heading = ["产品", "姓名", "身份证号", "缴费日期", "退保日期"]
    row = [str(enrolment.product), enrolment.name, enrolment.id_number, "2010-12-10"]
    assert _imported(ENROLMENTS, heading, [*row, ""]) == []
    (kept,) = MutualEnrolment.alive()
    assert kept.status == "有效"


def test_a_withdrawal_that_is_taken_back_waits_for_the_premium_that_was_refunded(office: Office) -> None:
    """Withdrawn before the cover began; enrolled anew it is paid only when it is paid again."""
    enrolment = make_enrolment(status="退保", withdrawn_on=date(2010, 12, 20))
    again = advance(ENROLMENTS, enrolment, "撤销退保")
    assert (again.status, again.paid_on, again.withdrawn_on) == ("待缴", None, None)
    assert find_figure("散户参保").number(year(2010)) == 0


def test_a_list_does_not_bring_back_what_is_over(office: Office) -> None:
    union = make_union(status="撤销", status_date=DAY, status_reason="歇业")
    told = _imported(
        UNIONS, ["编号", "工会名称", "状态", "撤销日期"], [union.union_no, union.name, "正常", ""]
    )
    assert "现在是“撤销”，不能改为“正常”，请核对" in told
    contract = make_contract(status="终止", ended_on=DAY, end_reason="歇业")
    told = _imported(CONTRACTS, ["合同编号", "状态"], [contract.contract_no, "生效"])
    assert "现在是“终止”，不能改为“生效”，请核对" in told
    assert GrassrootsUnion.get_by_id(union.id).status == "撤销"
    assert CollectiveContract.get_by_id(contract.id).status == "终止"


def test_a_list_may_be_several_steps_ahead(office: Office) -> None:
    file = make_file(status="申请", approved_on=None, opened_on=None)
    heading = ["档案编号", "姓名", "状态", "审批日期", "建档日期"]
    assert _imported(HARDSHIP, heading, [file.file_no, file.name, "在档", "2011-1-18", "2011-1-18"]) == []
    assert HardshipFile.get_by_id(file.id).status == "在档"


def test_a_slip_is_put_back_from_the_history(office: Office) -> None:
    union = advance(UNIONS, make_union(), "撤销", {"status_date": DAY, "status_reason": "误点"})
    back = history.put_back(UNIONS, union, history.of(union)[0])
    assert (back.status, back.status_date) == ("正常", None)
