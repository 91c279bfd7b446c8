import pytest

from app.rules.passwords import weakness


@pytest.mark.parametrize(
    ("password", "told"),
    [
        ("13800138000", "电话"),
        ("310101197008150047", "证件"),
        ("1970-08-15", "日期"),
        ("1970年8月15日", "日期"),
        ("12345678", "重复或连着"),
        ("aaaaaaaa", "重复或连着"),
        ("87654321", "重复或连着"),
        ("Password2011", "人人会试"),
        ("2048160927", "只有数字"),
        ("taixiang", "只有一种字母"),
    ],
)
def test_what_is_tried_first_is_told(password: str, told: str) -> None:
    assert told in weakness(password)


@pytest.mark.parametrize(
    "password", ["春风又绿江南岸", "h7Kp-2mQ9x", "correct horse battery", "2011泰祥Lk社区"]
)
def test_what_is_hard_to_guess_is_left_alone(password: str) -> None:
    assert weakness(password) == ""
