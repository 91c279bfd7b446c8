"""How a bank wants the list of a batch that it pays out (代发明细表)."""

from __future__ import annotations

from app.fields import ChoiceField, FlagField, NotesField, TextField
from app.records.base import Record

NUMBER, HOLDER, BANK, ACCOUNT, AMOUNT, NOTE = "序号", "户名", "开户行", "账号", "金额", "附言"
IDENTITY, MOBILE = "证件号码", "手机号码"
COLUMNS = (NUMBER, HOLDER, BANK, ACCOUNT, AMOUNT, NOTE, IDENTITY, MOBILE)
"""What a bank may ask for, in the usual order."""
NEEDED = (HOLDER, ACCOUNT, AMOUNT)
"""Without these no bank can pay."""
_USUAL = (HOLDER, BANK, ACCOUNT, AMOUNT, NOTE)
JOINT = "、"
SEPARATORS = {"逗号": ",", "竖线": "|", "制表符": "\t"}


class BankLayout(Record):
    """The columns of one bank's pay-out list, in that bank's order."""

    bank = TextField(
        "银行",
        unique=True,
        suggest=True,
        help_text="替工会代发的银行，例如 工商银行",
        about="代发名单交给哪家银行",
    )
    columns = TextField(
        "各列的顺序",
        default=JOINT.join(_USUAL),
        longest=100,
        help_text=f"可用：{JOINT.join(COLUMNS)}",
        about="代发文件里各列怎样排",
    )
    has_heading = FlagField("首行是列名", default=True, about="第一行要写列名的选“是”")
    has_total = FlagField("末行是合计", default=True, about="最后一行要写合计的选“是”")
    separator = ChoiceField(
        "文本的分隔符",
        tuple(SEPARATORS),
        default="逗号",
        help_text="存为 txt 时用",
        about="文本文件里列与列用什么隔开",
    )
    note = TextField("附言", null=True, help_text="不填时用批次名称", about="打到卡上时显示的附言")
    remark = NotesField("备注", null=True)

    naming = (bank,)

    @property
    def order(self) -> list[str]:
        """Return the names of the columns, as they stand from left to right."""
        return [name.strip() for name in (self.columns or "").split(JOINT)]
