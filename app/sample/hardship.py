"""The sample office's hardship files: forty-seven open ones, and some in every other state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import cycle
from typing import NamedTuple

from app.keeping import keeping
from app.rules.working_days import add_working_days
from app.sample.enterprises import AIDED_UNITS
from app.sample.file_form import Plan, fill_in
from app.sample.households import Household, invent_household
from app.sample.members import Joined
from app.sample.office import Staff
from app.sample.people import Inventor, Person
from app.sample.rows import enter
from app.sample.steps import take_step
from app.sample.stories import AS_OF, MIGRANT_STORY, STORIES, Story
from app.subjects.hardship.families.records import HardshipFamily
from app.subjects.hardship.files.papers import PROOFS
from app.subjects.hardship.files.records import FileStatus, HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.hardship.limits.records import poverty_line_on
from app.subjects.hardship.reviews.records import HardshipEvidence, HardshipReview
from app.subjects.hardship.reviews.register import REVIEWS

_WORKERS_OF_UNIT = (5, 4, 4, 4, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 1, 1)  # of each aided unit: 47 in all
_OPENED_FOR_2010 = 15  # so many of the 47 were open by the Spring Festival of 2010
_FIRST_REVIEW = date(2011, 6, 7)
_FIRST_DAY_2009, _FIRST_DAY_2010 = date(2009, 6, 1), date(2010, 4, 6)
_STORIES = (
    *STORIES[:3],
    MIGRANT_STORY,
    *STORIES[3:6],
    MIGRANT_STORY,
    *STORIES[6:],
    MIGRANT_STORY,
)

_UNDER_WAY = (
    Plan(date(2011, 9, 5), "顺途货运有限公司", FileStatus.DECLINED),
    Plan(date(2011, 11, 21), "祥安保洁服务有限公司", FileStatus.PENDING),
    Plan(date(2011, 12, 12), "有司建筑公司", FileStatus.PUBLISHED),
    Plan(date(2011, 12, 13), "永储仓储有限公司", FileStatus.PUBLISHED),
    Plan(date(2011, 12, 14), "佳禾园餐饮管理有限公司", FileStatus.SURVEYED),
    Plan(date(2011, 12, 20), "灵活就业", FileStatus.APPLIED),
    Plan(date(2011, 12, 27), "宏匠装饰工程有限公司", FileStatus.APPLIED),
)
_CLOSED_LATER = ("明泰印刷厂", "恰尔斯服饰有限公司", "和乐家电维修部")


class _Closing(NamedTuple):
    step: str
    on: date
    reason: str
    remark: str


_CLOSINGS = (
    _Closing("退档(脱困)", date(2010, 12, 10), "脱困", "配偶就业，收入超过标准"),
    _Closing("退档(脱困)", date(2011, 6, 24), "脱困", "病愈上岗，收入超过标准"),
    _Closing("退档(其他)", date(2011, 8, 19), "迁出", "全家迁回原籍"),
)


@dataclass(frozen=True)
class Files:
    """The files that were opened: those that stay open, and those that are closed later."""

    staying: list[HardshipFile]
    leaving: list[HardshipFile]

    @property
    def open_by_2010(self) -> list[HardshipFile]:
        """Return the files that were open by the Spring Festival of 2010."""
        return [*self.staying[:_OPENED_FOR_2010], *self.leaving]


def enter_files(inventor: Inventor, joined: list[Joined], staff: Staff) -> Files:
    """Enter all files in the order of application; a few of the workers are members too."""
    members = _members_in_hardship(joined)
    stories = cycle(_STORIES)
    files = []
    for plan in _plans():
        if plan.employer in members:
            worker, story = members.pop(plan.employer), MIGRANT_STORY
        else:
            story = next(stories)
            worker = inventor.worker(_born(story), local=story is not MIGRANT_STORY)
        files.append(_enter(inventor, plan, story, worker, staff))
    opened = [file for file in files if file.status == FileStatus.OPEN]
    leaving = opened[_OPENED_FOR_2010 : _OPENED_FOR_2010 + len(_CLOSED_LATER)]
    return Files([file for file in opened if file not in leaving], leaving)


def _plans() -> Iterator[Plan]:
    employers = list(_employers())
    early = [*employers[:_OPENED_FOR_2010], *_CLOSED_LATER]
    for number, employer in enumerate(early):
        yield Plan(add_working_days(_FIRST_DAY_2009, 8 * number).day, employer)
    for number, employer in enumerate(employers[_OPENED_FOR_2010:]):
        yield Plan(add_working_days(_FIRST_DAY_2010, 5 * number).day, employer)
    yield from _UNDER_WAY


def _employers() -> Iterator[str]:
    """Yield each unit as often as it has workers in hardship, the units by turns."""
    for turn in range(max(_WORKERS_OF_UNIT)):
        for unit, workers in zip(AIDED_UNITS, _WORKERS_OF_UNIT, strict=True):
            if turn < workers:
                yield unit.name


def _members_in_hardship(joined: list[Joined]) -> dict[str, Person]:
    """Return, by employer, migrant workers on the roll who are of the age of the migrants' story."""
    return {
        member.record.employer: member.person
        for member in joined
        if member.record.is_migrant_worker
        and member.record.approved_on
        and AS_OF - member.person.birth_date.year in MIGRANT_STORY.age
    }


def _born(story: Story) -> range:
    return range(AS_OF - story.age.stop + 1, AS_OF - story.age.start + 1)


def _enter(inventor: Inventor, plan: Plan, story: Story, worker: Person, staff: Staff) -> HardshipFile:
    household = invent_household(inventor, story, worker, _line_on(plan.applied_on))
    file = fill_in(inventor, plan, worker, household, staff)
    keeping.store(file)
    _enter_family(file, household)
    _enter_papers(file)
    keeping.save(HARDSHIP, file)
    return file


def _enter_family(file: HardshipFile, household: Household) -> None:
    """Enter the rows at once; saving each would bring the file's income up to date after each."""
    enter([HardshipFamily(file=file, **kin) for kin in household.family])


def _enter_papers(file: HardshipFile) -> None:
    """Enter a paper for each outlay that is taken off the income."""
    outlays = [proofs for outlay, proofs in PROOFS.items() if getattr(file, outlay.name)]
    kinds = dict.fromkeys(proofs[0] if proofs else "其他" for proofs in outlays)
    enter([HardshipEvidence(file=file, kind=kind, dated=file.applied_on) for kind in kinds])


def _line_on(day: date) -> int:
    line = poverty_line_on(day)
    if line is None:
        raise ValueError(f"the sample office has no poverty line for {day}")
    return int(line.monthly)


def review_files(files: Files, staff: Staff) -> None:
    """Enter the reviews of 2011: every second file that stayed open, and those about to be closed."""
    for number, file in enumerate(files.staying[::2]):
        day = add_working_days(_FIRST_REVIEW, 3 * number).day
        mode = "入户" if number % 3 else "电话"
        _review(file, day, staff, mode=mode, conclusion="继续在档")
    for file, closing in zip(files.leaving, _CLOSINGS, strict=True):
        _review(file, closing.on, staff, mode="入户", conclusion="退档", remark=closing.remark)


def _review(file: HardshipFile, day: date, staff: Staff, **values: str) -> None:
    keeping.save(REVIEWS, HardshipReview(file=file, reviewed_on=day, reviewed_by=staff.clerk, **values))


def close_files(files: Files) -> None:
    """Close the files of those who got over their hardship or moved away."""
    for file, closing in zip(files.leaving, _CLOSINGS, strict=True):
        values = {"closed_on": closing.on, "close_reason": closing.reason}
        take_step(HARDSHIP, HardshipFile.get_by_id(file.id), closing.step, values)
