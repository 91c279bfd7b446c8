"""The sample's rules, places, archive and seals of 2010 and 2011 (建章立制, 三到位)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import cycle
from typing import NamedTuple

from app.keeping import keeping
from app.sample.office import FOUNDED, NAME, Staff
from app.sample.rows import enter
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.office.archive.records import ArchiveItem
from app.subjects.office.archive.register import ARCHIVE
from app.subjects.office.handovers.records import Handover
from app.subjects.office.regulations.records import Regulation
from app.subjects.office.regulations.register import REGULATIONS
from app.subjects.office.seal_uses.records import SealUse
from app.subjects.office.venues.records import Venue
from app.subjects.office.venues.register import VENUES

_PASSED = date(2011, 2, 22)


class _Rule(NamedTuple):
    issued_on: date
    title: str
    kind: str
    content: str
    values: Mapping[str, object]


def _rule(day: date, title: str, kind: str, content: str, **values: object) -> _Rule:
    return _Rule(day, title, kind, content, values)


def _passed(title: str, kind: str, content: str) -> _Rule:
    """Return a rule that the meeting of February 2011 passed (建章立制), put up on the wall."""
    return _rule(_PASSED, title, kind, content, posted=True)


_RULES = (
    _rule(date(2008, 6, 2), "工会委员会会议制度", "会议学习", "每季度召开一次，重大事项集体讨论决定"),
    _rule(
        date(2008, 6, 2),
        "工会财务管理制度",
        "财务经审",
        "经费收支由主席审批，经审委员每半年审查一次",
        status="修订",
        revised_on=_PASSED,
        change_reason="增加经费公开内容",
    ),
    _rule(date(2010, 3, 16), "劳动争议调解工作制度", "维权调解", "受理后15日内结案，每案一卷"),
    _passed("社区工会工作职责", "组织建设", "主席、副主席、各委员分工明确，职责到人"),
    _passed("会员发展和会籍管理制度", "组织建设", "每月审批一次，及时转接会员关系"),
    _passed("困难职工帮扶救助制度", "困难帮扶", "每年复核一次，名单公示，救助登入台账"),
    _passed("档案管理制度", "档案印章", "分类归档，借阅登记，期满鉴定后两人监销"),
    _passed("印章使用管理制度", "档案印章", "先批准后用印，逐次登记"),
    _passed("信息报送制度", "信息宣传", "每月报送动态信息3至4篇、舆情动态信息1篇"),
    _passed("来访接待制度", "维权调解", "首问负责，登记事由，限期答复"),
    _rule(
        date(2008, 6, 2),
        "临时活动室管理办法",
        "其他",
        "活动室每周开放两次",
        status="废止",
        repealed_on=date(2011, 4, 20),
        change_reason="农民工俱乐部开放",
    ),
    _rule(
        date(2011, 3, 10),
        "两新组织妇女工作联系制度",
        "女职工工作",
        "工会与妇联每季度联系一次，共同走访两新组织女职工",
        joint_unit="泰祥社区妇联",
        review_by=date(2012, 3, 10),
    ),
)
_PLACES = (
    ("社区工会办公室", "办公场所", "泰祥小区1号底楼", 32, FOUNDED, "周一至周五 8:30—16:30"),
    ("农民工俱乐部", "活动场所", "泰祥新村12号", 120, date(2011, 4, 20), "每日 9:00—20:00"),
    ("职工学习室", "学习场所", "泰祥小区1号二楼", 56, date(2011, 3, 1), "周二、周四 18:00—20:00"),
)
_SEALED = (
    ("困难职工慰问名单", "报区总工会备案", 3),
    ("集体合同送审材料", "报劳动部门审查", 2),
    ("工会法人资格变更申请", "报区总工会", 2),
    ("入会审批表", "会员审批", 6),
    ("互助保障参保汇总表", "办理参保", 2),
    ("劳动争议调解协议书", "调解结案", 4),
    ("介绍信", "外出办事", 1),
)
_SEALED_IN = {2010: 30, 2011: 36}


def enter_rules(staff: Staff) -> None:
    """Enter the rules of the office, one of them revised and one repealed, and the one with 妇联."""
    for rule in _RULES:
        regulation = Regulation(
            issued_on=rule.issued_on,
            title=rule.title,
            kind=rule.kind,
            content=rule.content,
            handled_by=staff.clerk,
            **rule.values,
        )
        keeping.save(REGULATIONS, regulation)


def enter_places(staff: Staff) -> None:
    """Enter the places of the office: to work, to meet and to learn, and the room given up before."""
    for name, kind, place, area, day, hours in _PLACES:
        venue = Venue(
            name=name,
            kind=kind,
            place=place,
            area=area,
            opened_on=day,
            hours=hours,
            hung_sign=True,
            keeper=staff.clerk,
        )
        keeping.save(VENUES, venue)
    old = Venue(
        name="临时活动室",
        kind="活动场所",
        place="泰祥小区3号底楼",
        area=20,
        opened_on=FOUNDED,
        status="停用",
        closed_on=date(2011, 4, 19),
        closed_reason="农民工俱乐部开放",
    )
    keeping.save(VENUES, old)


def enter_archive(staff: Staff) -> None:
    """Enter the volumes of 2009 and 2010, filed in the next spring, and the hardship files that closed."""
    items = [*_volumes(), *_closed_files()]
    for item in sorted(items, key=lambda volume: volume.archived_on):
        item.handled_by = staff.clerk
        keeping.save(ARCHIVE, item)


def _volumes() -> Iterator[ArchiveItem]:
    for year in (2009, 2010):
        for title, kind, retention, pages, place in (
            ("工作文件", "文书", "30年", 146, "1号柜"),
            ("工作总结和报表", "文书", "永久", 62, "1号柜"),
            ("会员登记表", "会员档案", "永久", 58, "1号柜"),
            ("集体合同文本", "合同文本", "10年", 210, "2号柜"),
            ("会计凭证", "财务会计", "30年", 88, "3号柜"),
            ("劳动争议调解卷宗", "调解卷宗", "10年", 174, "2号柜"),
        ):
            yield ArchiveItem(
                archived_on=date(year + 1, 3, 15),
                title=f"{year}年{title}",
                kind=kind,
                author=NAME,
                dated=str(year),
                pages=pages,
                retention=retention,
                counted_from=date(year + 1, 1, 1) if retention != "永久" else None,
                place=place,
            )


def _closed_files() -> Iterator[ArchiveItem]:
    for file in HardshipFile.alive().where(HardshipFile.closed_on.is_null(False)):
        yield ArchiveItem(
            archived_on=file.closed_on,
            hardship_file=file,
            author=NAME,
            dated=str(file.closed_on),
            pages=24,
            place="4号柜",
        )


def enter_handover(staff: Staff) -> None:
    """Enter the handover to the clerk of 2011, who came from another office of the street."""
    enter(
        [
            Handover(
                handed_on=date(2010, 1, 5),
                giver=staff.auditor,
                taker=staff.clerk,
                witness=staff.leader,
                reason="轮岗",
                keys="办公室2把，档案柜3把，活动室1把",
                seals="工会公章1枚，财务专用章1枚，工会法人资格证书正、副本各1份",
                backups="办公室移动硬盘（标签“工会备份”），每周五一次；另存一份在保险柜",
                things="收款收据2本（用至0231号），笔记本电脑1台",
            )
        ]
    )


def enter_seals(staff: Staff) -> None:
    """Enter the uses of the seal, spread over each year."""
    uses = []
    for year, number in _SEALED_IN.items():
        days = sorted(date(year, 1 + at * 12 // number, 5 + at * 7 % 21) for at in range(number))
        for day, (document, reason, copies) in zip(days, cycle(_SEALED), strict=False):
            use = SealUse(
                used_on=day,
                document=f"{document}({day.year}年{day.month}月)",
                copies=copies,
                reason=reason,
                applicant=staff.auditor,
                approved_by=staff.leader,
                handled_by=staff.clerk,
            )
            uses.append(use)
    enter(uses)
