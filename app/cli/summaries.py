"""Commands for the summary of a year, this one and the last."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime

from app.cli.opening import office
from app.errors import Refused
from app.learning.learned import learn
from app.learning.listed import as_json, as_text
from app.learning.report_file import read_report
from app.summary.annex import Place
from app.summary.compose import compose
from app.summary.reports import report_named
from app.summary.texts import inherited, text_of
from app.summary.untold import untold
from app.summary.writing import write


def run_summary(args: argparse.Namespace) -> str:
    report = report_named(args.report)
    period = report.period(args.year)
    with office(args, read_only=True):
        text, before = text_of(args.year, report), inherited(args.year, report)
        named = [item.told for item in before.outdated(text)]
        document = compose(text, period, mark=args.mark)
        if named and not args.keep_last_year:
            remedy = "请在窗口“工作总结”中改写、删去或保留，确要照原样生成请加 --keep-last-year"
            raise Refused(f"有 {len(named)} 句还写着上年：{'；'.join(named)}。{remedy}。")
        written = write(document, args.out, printed_at=datetime.now(), place=Place(args.annex))
        not_told = tuple(one.text for one in untold(document.named, period))
    if carried := before.marked(text):
        print(
            f"有 {len(carried)} 句沿用上年的文字还没有核对，请在窗口“工作总结”中逐句看过。", file=sys.stderr
        )
    for sentences, heading in (
        (named, "照原样保留，还写着上年"),
        (document.gaps, "没有数据，留空待填"),
        (document.left_out, "没有登记，相关句子已省略"),
        (not_told, f"有登记但没有写进总结的 {len(not_told)} 项"),
        (document.doubts, "请核对"),
    ):
        if sentences:
            print(f"{heading}：{'；'.join(sentences)}。", file=sys.stderr)
    names = "和".join(f"“{path}”" for path in written)
    return f"已生成{names}，引用 {len(document.quotes)} 处统计。"


def run_learn(args: argparse.Namespace) -> str:
    report = read_report(args.report)
    with office(args, read_only=True):
        learned = learn(report, args.year)
        if args.json:
            return as_json(learned)
        sure = len(learned.sure)
        found = f"共找到 {len(learned.numbers)} 个数，{sure} 个确定，{len(learned.doubtful)} 个待定"
        return f"{as_text(learned)}\n{found}；名单 {len(learned.names)} 处。"
