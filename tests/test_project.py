"""The project's own files: fonts that can write what the office writes, and pins that name no host."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfbase.ttfonts import TTFont

ROOT = Path(__file__).resolve().parents[1]
FONTS = ROOT / "resources" / "fonts"
EVERYDAY = ("NotoSansSC-Regular", "NotoSansSC-Bold", "NotoSerifSC-Regular", "NotoSerifSC-Bold")

HAN_OF_A_REAL_SUMMARY = (
    "一三上下不与专世业两个中为主举义之乐乒乓也习书了争事二于互五交产人今介从他代以仪们件任份企伍休众优会"
    "传但位住体余作使例供依促保信修俱做健偿元充先党入全八公六共关其具典内再农决出击分切刊划列刚创利别到制"
    "前副力办功加务动助努劳募化区医十升半华协单卖博卡卫厂历去参及友双发取受口只台司各合同名后向员周和咨善"
    "四回团困围国图土在地场均坚型基增处备外多大央夯头奖女好如妇始委姿媒子存季学完定实审宣室家对导射将小尔"
    "就局层届屏展履岗崭工已市帐带席帮常幕年并广庆库应度建开异式张强当彻往征待得心念态思性总息恰悉情惧想意"
    "慰懈成我户所手打扶把护报拉拍拓招持指按挥捐据排探接推提插援摸播支收放政效救教散数整文料斜断斯新方施旅"
    "无日旦时明春是晓景暖更最月有服期本机权来杯松构查标样根案档桥梁梯棋模欠次欢款正步段每比民氛求汽沟没法"
    "泛泰活派流海深温游源滚点炼然照熟牌物特独率现球理生用由电疗病登百的益盖目相真知研础确示社神祥秀私种科"
    "稳究窗立章第等筑策筹签管篇精系索纠红约级纳纷纽组织经结绕给统维编缺考者而职联聘胜至舆艺节范荣获营落虽"
    "行街衡表要覆见观规解触计订讨让训议记论设访评识话询说调谊象财责贯贴资赛赢走起足跑路跳践身车转软较输达"
    "迎运近还进远退送通造道部都配采重金鉴针销锻长门问队阶限院障难集非面项顾领题额验龄"
)
SIGNS = (
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz%()+,-./:;<=>&_"
    "，。、；：？！“”‘’（）《》【】〔〕—…·　￥¥㎡□√×÷▲●○①②③ǎǐ零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整"
)
RARE = "㼆䶮𠮷𡈽𩾃𪚥𫚉𫟅𬱖𬭚𮯠\uf900\uf901\U0002f800☑"
"""Ideographs of Extensions A to F, compatibility ideographs, and the ticked box."""


def _face(font: str) -> Any:  # noqa: ANN401  # ReportLab is untyped
    return TTFont(font, FONTS / f"{font}.ttf").face


def lacking(font: str, text: str) -> str:
    """Return the characters of `text` for which the font has no outline to embed."""
    glyphs = _face(font).charToGlyph
    return "".join(char for char in text if ord(char) not in glyphs)


@pytest.mark.parametrize("font", EVERYDAY)
def test_a_font_for_everyday_text_writes_a_whole_summary(font: str) -> None:
    assert lacking(font, HAN_OF_A_REAL_SUMMARY + SIGNS) == ""


def test_rare_characters_are_written_by_one_font_or_another() -> None:
    left = RARE
    for font in ("NotoSerifSC-Regular", "NotoSansSC-Regular", "HanaMinA", "HanaMinB"):
        left = lacking(font, left)
    assert left == ""


@pytest.fixture(scope="module")
def characters() -> dict[str, set[int]]:
    """The characters of each font, by its name."""
    return {font: set(_face(font).charToGlyph) for font in (*EVERYDAY, "HanaMinA", "HanaMinB")}


def test_no_fallback_font_carries_what_another_font_writes_anyway(characters: dict[str, set[int]]) -> None:
    everyday = set.intersection(*(characters[font] for font in EVERYDAY))
    first, second = characters["HanaMinA"], characters["HanaMinB"]
    assert (first & everyday, second & everyday, first & second) == (set(), set(), set())


def test_no_fallback_font_draws_a_character_of_private_use(characters: dict[str, set[int]]) -> None:
    rare = characters["HanaMinA"] | characters["HanaMinB"]
    assert [code for code in rare if unicodedata.category(chr(code)) == "Co"] == []


def test_cutting_the_fallback_fonts_lost_no_character(characters: dict[str, set[int]]) -> None:
    """Hanazono whole and Noto have 97,353 characters between them, those of private use left out."""
    assert len(set.union(*characters.values())) == 97_353


@pytest.mark.parametrize("font", ["HanaMinA", "HanaMinB"])
def test_a_fallback_font_tells_the_page_and_the_viewer_the_same_widths(font: str) -> None:
    face = _face(font)
    units = {code: face.hmetrics[glyph][0] for code, glyph in face.charToGlyph.items()}
    unlike = {code for code, width in units.items() if abs(width * 1000 / 1024 - face.charWidths[code]) > 1}
    assert unlike == set()


@pytest.mark.parametrize("font", ["HanaMinA", "HanaMinB"])
def test_a_fallback_font_does_not_go_by_a_name_its_makers_reserved(font: str) -> None:
    assert b"Hana" not in _face(font).name


def test_every_library_is_pinned_to_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *chain.from_iterable(project["project"]["optional-dependencies"].values()),
    ]
    assert [name for name in wanted if not re.fullmatch(r"[\w-]+(?:\[\w+\])?==[\d.]+", name)] == []


@pytest.mark.parametrize(
    "name",
    [
        *("pyproject.toml", "Makefile", "build.spec", ".pre-commit-config.yaml"),
        *(".ci/need", ".ci/run", ".ci/setup"),
    ],
)
def test_installing_names_no_host(name: str) -> None:
    assert re.findall(r"\w+://\S+|--index-url|--find-links", (ROOT / name).read_text(encoding="utf-8")) == []
