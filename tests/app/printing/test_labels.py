"""Labels: many to a page, nothing over an edge, nothing in the margins."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from app.office import Office
from app.records.profile import Profile
from tests.factories.paperwork import make_item
from tests.factories.people import make_enterprise, make_member
from tests.helpers.paper import print_out
from tests.helpers.proofs import faults, read_pages

MM = 72 / 25.4


def _boxes(path: Path, page: int = 0) -> list[tuple[float, float, float, float]]:
    """Return where each text of a page stands: left, bottom, right, top in points."""
    document = pypdfium2.PdfDocument(path)
    try:
        text = document[page].get_textpage()
        return [text.get_rect(at) for at in range(text.count_rects())]
    finally:
        document.close()


def test_eight_cards_stand_on_a_page(office: Office, tmp_path: Path) -> None:
    names = [make_member().name for _ in range(9)]
    paper = print_out(tmp_path, "members.cards")
    first, second = paper.pages
    assert first.count("工会会员卡") == 8
    assert second.count("工会会员卡") == 1
    assert [name for name in names if name not in paper.joined] == []


def test_labels_bear_neither_page_number_nor_time(office: Office, tmp_path: Path) -> None:
    make_member()
    text = print_out(tmp_path, "members.cards").text
    assert "第 1 页" not in text
    assert "打印时间" not in text


def test_a_card_bears_no_number_of_an_identity_document(office: Office, tmp_path: Path) -> None:
    make_member(id_number="310104198005060134")
    assert "0134" not in print_out(tmp_path, "members.cards").text


def test_an_envelope_is_as_the_post_reads_it(office: Office, tmp_path: Path) -> None:
    """GB/T 1416: the receiver's code in six boxes at the upper left, the sender at the lower right."""
    Profile.update(address="泰祥小区1号", postcode="200032").execute()
    unit = make_enterprise(
        name="有司建筑公司", address="斜土路88号", postcode="200031", contact_name="仇志明"
    )
    paper = print_out(tmp_path, "unions.enterprises.envelopes", record=unit.id)
    assert paper.sizes[0] == pytest.approx((220 * MM, 110 * MM), abs=1)
    assert paper.text.replace("\n", "").replace(" ", "").startswith("200031")
    assert [
        word for word in ("斜土路88号", "有司建筑公司", "仇志明　收", "200032") if word not in paper.text
    ] == []


def test_the_spine_of_a_box_bears_its_title_upright(office: Office, tmp_path: Path) -> None:
    make_item(title="2011年会议记录", dated="2011-12", retention="永久", archived_on=date(2012, 1, 10))
    lines = print_out(tmp_path, "office.spines").text.splitlines()
    assert "".join(lines).count("会议记录") == 1
    assert {"2011", "会", "议", "记", "录"} <= set(lines)
    assert "永久" in lines


FIRM = (
    "上海市泰祥街道泰祥社区恰尔斯精密电子机械设备制造（集团）股份有限公司"
    "东区国际商务楼宇分公司第二生产管理与综合事务部"
)
"""A firm of 57 characters."""


def test_a_title_too_long_for_one_column_stands_upright_in_several_from_right_to_left(
    office: Office, tmp_path: Path
) -> None:
    make_item(title=FIRM, author="", place="")
    (page,) = read_pages(print_out(tmp_path, "office.spines").path)
    largest = max(words.size for words in page.words)
    title = [words for words in page.words if words.size == largest]
    columns = sorted({round(words.left) for words in title if len(words.text) == 1 and words.text > "一"})
    assert largest >= 14  # it is read on a shelf
    assert "".join(words.text for words in title) == FIRM.replace("（", "︵").replace("）", "︶")
    assert title[0].text == "上"
    assert title[0].left > title[-1].left
    assert title[0].baseline > title[1].baseline
    assert len(columns) > 1


def test_the_longest_firm_is_read_on_a_card(office: Office, tmp_path: Path) -> None:
    make_member(name="阿卜杜热合曼·买买提依明·艾合买提·吐尔逊江·阿布都卡德", employer=FIRM)
    paper = print_out(tmp_path, "members.cards")
    assert FIRM in paper.joined
    assert faults(read_pages(paper.path)) == []


@pytest.mark.parametrize("key", ["members.cards", "members.envelopes", "office.spines"])
def test_the_longest_names_stay_on_the_paper(key: str, office: Office, tmp_path: Path) -> None:
    name = "阿卜杜热西提·阿卜杜克热木·买买提明·吐尔逊江·艾合买提·伊"
    firm = "上海泰祥恰尔斯精密电子机械制造有限责任公司第二分公司生产基地及附属仓储物流服务部"
    make_member(name=name, employer=firm, address=firm * 2)
    make_item(title=firm * 2, author=firm, place=firm)
    paper = print_out(tmp_path, key)
    width, height = paper.sizes[0]
    for left, bottom, right, top in _boxes(paper.path):
        assert left >= 0
        assert bottom >= 0
        assert right <= width
        assert top <= height
