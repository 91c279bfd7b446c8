"""The sample office's bulletins: three or four a month in 2011, three in 2010, and the monthly opinions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.keeping import deriving, numbering
from app.sample.office import Staff
from app.sample.rows import Row
from app.subjects.publications.bulletins.records import OPINION, Bulletin, BulletinRecipient

_TOPICS = (
    ("元旦春节送温暖活动启动", "企业迎春联谊会举行", "困难职工春节慰问到位", "职工帮扶服务日组织招聘进场"),
    ("牌艺友谊赛迎新春", "返岗农民工座谈会召开", "节后企业开工走访", "工会新春工作会部署全年任务"),
    ("会同妇联庆祝三八节", "女职工维权知识讲座", "广达汽修筹建工会委员会", "新会员培训班开班"),
    ("职工春季长跑赛组队", "劳动争议调解工作室揭牌", "清明文明祭扫倡议", "工资集体协商要约行动"),
    ("庆五一表彰先进职工", "红五月文体系列赛开赛", "厂务公开经验交流会", "农民工俱乐部开放"),
    ("安全生产月进企业", "集体合同续签推进会", "半年工作分析会", "端午慰问一线职工"),
    ("高温慰问送清凉", "互助保障理赔服务窗口", "青年职工技能比武", "暑期职工子女托班"),
    ("金秋助学摸底调查", "大学生见习阶段小结", "企业民主管理调研", "职工书屋添新书"),
    ("金秋助学金发放", "中秋国庆慰问困难职工", "职工篮球友谊赛", "劳动法律宣传周"),
    ("工会统计年报布置会", "重阳节慰问退休职工", "国庆帮困金发放完毕", "工会干部业务培训"),
    ("企业排摸工作全面展开", "互助保障参保动员", "消防安全演练", "职工代表大会规范化检查"),
    ("报刊征订任务完成", "年度工作总结会", "送温暖准备工作部署", "困难职工档案年度复核"),
)
_MEDIA = ("媒体甲", "媒体乙", "媒体丙")  # the seed leaves their names blank
_ALWAYS = ("区总工会", "街道党办", "行政办")
_OPINIONS_GO_TO = "区总宣教部"
_USED_EVERY = 4  # about one in so many was printed by the district union
_POINTS = 10  # of the district's scoring, for each one printed
_NAMED_LATER = "刊物名称待补"


def enter_bulletins(staff: Staff) -> None:
    """Enter the bulletins and where they went.

    Not as records: a bulletin's counts are written along with it, before the places that they count.
    """
    bulletins = [_bulletin(title, kind, day, staff) for title, kind, day in _plans()]
    Bulletin.insert_many([row for row, _ in bulletins]).execute()
    ids: dict[str, int] = dict(Bulletin.select(Bulletin.bulletin_no, Bulletin.id).tuples())
    BulletinRecipient.insert_many(
        [
            {"bulletin": ids[row["bulletin_no"]], **recipient}
            for row, recipients in bulletins
            for recipient in recipients
        ]
    ).execute()


def _plans() -> Iterator[tuple[str, str, date]]:
    """Yield title, kind and first day of each bulletin; in 2011 every odd month has a fourth."""
    for year in (2010, 2011):
        for month, topics in enumerate(_TOPICS, 1):
            pieces = 4 if year == 2011 and month % 2 else 3
            for number, topic in enumerate(topics[:pieces]):
                yield f"{year}年{topic}", "动态信息", date(year, month, 4 + 6 * number)
            yield f"{year}年{month}月职工舆情动态", OPINION, date(year, month, 24)


def _bulletin(title: str, kind: str, day: date, staff: Staff) -> tuple[Row, list[Row]]:
    """Return the values of a bulletin, and those of each place it went to."""
    sent_on = day + timedelta(days=2)
    recipients = [
        _recipient(channel, sent_on + timedelta(days=place), day)
        for place, channel in enumerate(_channels(kind, day))
    ]
    bulletin = Bulletin(
        title=title,
        kind=kind,
        author=staff.clerk,
        drafted_on=day,
        reviewer=staff.leader,
        approved_on=day + timedelta(days=1),
        sent_on=sent_on,
        status="已报送",
    )
    numbering.number(bulletin)
    bulletin.search_key = deriving.search_key(bulletin)
    bulletin.channels, bulletin.adoptions = (
        len(recipients),
        sum(recipient["adopted"] for recipient in recipients),
    )
    return dict(bulletin.__data__), recipients


def _channels(kind: str, day: date) -> tuple[str, ...]:
    if kind == OPINION:
        return (_OPINIONS_GO_TO,)
    return (*_ALWAYS, _MEDIA[(day.month + day.day) % len(_MEDIA)])


def _recipient(channel: str, sent_on: date, day: date) -> Row:
    used = channel == _ALWAYS[0] and (day.month + day.day // 6) % _USED_EVERY == 0
    return {
        "channel": channel,
        "sent_on": sent_on,
        "adopted": used,
        "adopted_on": sent_on + timedelta(days=3) if used else None,
        "issue_no": f"第{sent_on.month}期" if used else None,
        "score": _POINTS if used else None,
        "remark": _NAMED_LATER if channel in _MEDIA else None,
        "search_key": deriving.search_key(BulletinRecipient(channel=channel)),
    }
