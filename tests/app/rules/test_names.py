import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import Invalid
from app.rules.names import mask_name, read_name, readings, search_key, sort_key


@pytest.mark.parametrize("text", ["张 三", "张\u3000三", " 张三\u3000", "张\u00a0三", "\ufeff张三"])
def test_blanks_in_a_chinese_name_are_dropped(text: str) -> None:
    assert read_name(text) == "张三"


def test_a_latin_name_keeps_single_blanks() -> None:
    assert read_name(" Mary  Ann Smith ") == "Mary Ann Smith"


@pytest.mark.parametrize("separator", ["·", "•", "‧", "・", "．", ".", " · "])
def test_every_separator_between_han_becomes_the_middle_dot(separator: str) -> None:
    assert read_name(f"阿依古丽{separator}买买提") == "阿依古丽·买买提"


def test_the_full_stop_of_a_latin_initial_stays() -> None:
    assert read_name("John F. Kennedy") == "John F. Kennedy"


@pytest.mark.parametrize("name", ["王〇", "𠮷田", "\u3f06军", "羽\ufa0a", "Ａlice"])
def test_characters_stay_as_typed(name: str) -> None:
    assert read_name(name) == name


def test_fifty_characters_are_a_name() -> None:
    assert read_name("𠮷" * 50) == "𠮷" * 50


def test_a_longer_name_is_refused_with_its_length() -> None:
    with pytest.raises(Invalid, match="最多 50 个字，现有 51 个"):
        read_name("阿" * 51)


@pytest.mark.parametrize("text", ["张三1", "张３", "李②"])
def test_digits_in_a_name_are_refused(text: str) -> None:
    with pytest.raises(Invalid, match="数字"):
        read_name(text)


@pytest.mark.parametrize("text", ["张三\n李四", "张\x00三"])
def test_control_characters_in_a_name_are_refused(text: str) -> None:
    with pytest.raises(Invalid, match="控制字符"):
        read_name(text)


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("李明", "李*"),
        ("李小明", "李*明"),
        ("欧阳小明", "欧**明"),
        ("阿依古丽·买买提", "阿***·***"),
        ("明", "明*"),
    ],
)
def test_a_name_on_a_public_notice_is_masked(name: str, masked: str) -> None:
    assert mask_name(name) == masked


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("仇英", "qiuying"),
        ("区小明", "ouxiaoming"),
        ("曾国", "zengguo"),
        ("单富贵", "shanfugui"),
        ("解放", "xiefang"),
        ("查良", "zhaliang"),
        ("尉迟恭", "yuchigong"),
        ("万俟明", "moqiming"),
    ],
)
def test_the_reading_of_the_surname_comes_first(name: str, spelling: str) -> None:
    assert readings(name)[0] == spelling


def test_the_other_readings_of_a_character_are_found_too() -> None:
    assert {"shanfugui", "danfugui", "chanfugui"} == set(readings("单富贵"))


def test_the_second_character_of_a_name_has_all_its_readings() -> None:
    assert {"lichangle", "lichangyue", "lizhangle", "lizhangyue"} <= set(readings("李长乐"))


def test_u_umlaut_is_found_as_v_and_as_u() -> None:
    assert {"lvbu", "lubu"} <= set(readings("吕布"))


def test_a_name_of_many_readings_has_at_most_64_spellings() -> None:
    assert len(readings("湛湛湛")) == 64


def test_an_enterprise_is_read_by_the_words_of_its_name() -> None:
    assert readings("上海重庆银行股份有限公司") == ("shanghaichongqingyinhanggufenyouxiangongsi",)


def test_the_search_key_holds_spellings_then_initials() -> None:
    assert search_key("单富贵") == "|shanfugui|danfugui|chanfugui|sfg|dfg|cfg|"


def test_the_search_key_keeps_other_letters_in_lower_case() -> None:
    assert search_key("ABC公") == "|abcgong|abcg|"


def test_the_search_key_skips_blanks_and_the_middle_dot() -> None:
    assert "|ayigulimaimaiti|" in search_key("阿依古丽·买买提")


def test_a_character_without_a_reading_stands_for_itself() -> None:
    assert "|𠮷tian|" in search_key("𠮷田")


@settings(deadline=None)  # The first call loads the dictionary of readings.
@given(st.text(max_size=50))
def test_any_text_has_a_search_key_and_a_sort_key(text: str) -> None:
    assert search_key(text).startswith("|")
    assert isinstance(sort_key(text), str)


def test_names_sort_by_the_pinyin_of_the_surname() -> None:
    names = ["张伟", "单富贵", "区小明", "陈静", "宋江"]
    assert sorted(names, key=sort_key) == ["陈静", "区小明", "单富贵", "宋江", "张伟"]


def test_the_same_surname_stays_together() -> None:
    names = ["黎安", "李白", "黎波", "李安"]
    surnames = [name[0] for name in sorted(names, key=sort_key)]
    assert surnames in (["李", "李", "黎", "黎"], ["黎", "黎", "李", "李"])


def test_a_shorter_syllable_sorts_before_a_longer_one() -> None:
    assert sorted(["林安", "李安"], key=sort_key) == ["李安", "林安"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [("孙\n七", "孙七"), ("冯\t春", "冯春"), ("欧阳\n春", "欧阳春"), ("王\n小\n明", "王小明")],
)
def test_a_name_spread_over_a_cell_is_one_name(typed: str, name: str) -> None:
    assert read_name(typed) == name


def test_what_may_be_two_names_is_asked() -> None:
    with pytest.raises(Invalid, match="一格只填一人"):
        read_name("王芳\n李四")


@pytest.mark.parametrize(
    ("typed", "name"),
    [("周八（女）", "周八"), ("周八(女)", "周八"), ("*吴九", "吴九"), ("周八【组长】", "周八")],
)
def test_a_remark_beside_a_name_is_asked_with_the_name_alone(typed: str, name: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_name(typed)
    assert refused.value.offer == name
