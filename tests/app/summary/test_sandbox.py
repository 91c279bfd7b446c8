"""A text cannot reach Python, run on for ever, or name what there is not: refused at once, in a sentence."""

from __future__ import annotations

from time import thread_time

import pytest

from app.errors import Refused
from app.keeping import keeping
from app.office import Office
from app.records.profile import profile
from app.rules.periods import year
from app.subjects.office.profile.register import PROFILE
from app.summary.compose import compose
from app.summary.template import check, mentions

Y2011 = year(2011)
WRONG = {
    "a name that is none": "{{ 受理争意 }}",
    "an aspect that is none": "{{ 受理争议.增加率 }}",
    "a loop": "{% for x in 受理争议 %}{{ x }}{% endfor %}",
    "an endless loop": "{% for x in range(10 ** 12) %}x{% endfor %}",
    "loops in loops": "{% for a in 'x' * 999999 %}{% for b in 'x' * 999999 %}.{% endfor %}{% endfor %}",
    "a loop over itself": "{% for x in y recursive %}{{ loop(x) }}{% endfor %}",
    "a macro that calls itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "the class of a figure": "{{ 受理争议.__class__ }}",
    "the class by key": "{{ 受理争议['__class__'] }}",
    "the class by joined key": "{{ 受理争议['__cla' ~ 'ss__'] }}",
    "the class of a text": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "the class of a name": "{{ 年度.__class__ }}",
    "the globals of a method": "{{ 受理争议.月份.__globals__ }}",
    "the function behind a method": "{{ 受理争议.月份.__func__(4, 12) }}",
    "a figure's query": "{{ 受理争议.figure.query }}",
    "a private attribute": "{{ 受理争议._number }}",
    "a method that is not for texts": "{{ 受理争议.followed_by('增减') }}",
    "cycler": "{{ cycler.__init__.__globals__.os }}",
    "joiner": "{{ joiner(',') }}",
    "namespace": "{{ namespace(a=1) }}",
    "lipsum": "{{ lipsum.__globals__ }}",
    "self": "{{ self.__init__ }}",
    "self alone": "{{ self }}",
    "dict": "{{ dict(a=1) }}",
    "range": "{{ range(3) }}",
    "a filter": "{{ 受理争议|string }}",
    "the filter attr": "{{ 受理争议|attr('__class__') }}",
    "a filter over a block": "{% filter upper %}x{% endfilter %}",
    "a format string": "{{ '{0.__class__}'.format(受理争议) }}",
    "a percent format": "{{ '%999999999d' % 1 }}",
    "a huge power": "{{ 9 ** 9 ** 9 ** 9 }}",
    "a huge text": "{{ 'x' * 10 ** 10 }}",
    "a sum": "{{ 受理争议 + 1 }}",
    "a list": "{{ [1, 2, 3] }}",
    "a table": "{{ {'a': 1} }}",
    "a test": "{{ 受理争议 is defined }}",
    "a condition in a mention": "{{ 受理争议 if 1 else 2 }}",
    "an assignment": "{% set x = 1 %}",
    "another file": "{% include '/etc/passwd' %}",
    "an import": "{% import 'os' as os %}",
    "another template": "{% extends 'x' %}",
    "a block": "{% block x %}{% endblock %}",
    "a call block": "{% call x() %}{% endcall %}",
    "a do": "{% do x %}",
    "a raw end": "{% endraw %}",
    "months out of order": "{{ 受理争议.月份(12, 4) }}",
    "months that are too many": "{{ 受理争议.月份(1, 10 ** 9) }}",
    "months without brackets": "{{ 受理争议.月份 }}",
    "a slice": "{{ 受理争议[1:2] }}",
    "braces left open": "{{ 受理争议",
    "a condition left open": "{% if 受理争议 %}有",
    "a condition over a call": "{% if range(9) %}有{% endif %}",
    "a text compared": "{% if 受理争议 > '甲' %}有{% endif %}",
    "texts compared": "{% if '甲' < 1 %}有{% endif %}",
    "nothing compared": "{% if none < 1 %}有{% endif %}",
    "a figure searched": "{% if 受理争议 in 受理争议 %}有{% endif %}",
    "a comparison for a figure": "{{ 受理争议 > 1 }}",
    "a truth for a figure": "{{ true }}",
    "a denial for a figure": "{{ not 受理争议 }}",
    "conditions in conditions": "{% if 受理争议 %}" * 90 + "有" + "{% endif %}" * 90,
    "a hidden wrong name": "{% if 受理争议 > 999999 %}{{ 没有的统计项 }}{% endif %}",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_it_is_refused_in_one_sentence_in_under_a_second(office: Office, text: str) -> None:
    start = thread_time()
    with pytest.raises(Refused) as refused:
        compose(f"总结\n\n{text}", Y2011)
    assert thread_time() - start < 1
    sentence = str(refused.value)
    assert sentence.startswith("第 3 行：") or "不能计算" in sentence
    assert sentence.endswith("。")
    assert sentence.count("。") == 1


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_it_is_told_while_it_is_written(office: Office, text: str) -> None:
    troubles = check(f"总结\n\n{text}", Y2011)
    assert [one.line for one in troubles][:1] == [3]
    assert all(one.sentence and "Traceback" not in one.sentence for one in troubles)


@pytest.mark.parametrize(
    "text",
    [
        "{{ " + "9" * 5000 + " }}",
        "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
        "{% if 受理争议 %}" * 5000 + "有" + "{% endif %}" * 5000,
        "{{ 受理争议" + ".去年" * 5000 + " }}",
        "{{ 受理争议" + ".去年" * 300 + " }}",
        "{{ 受理争议" + "['去年']" * 300 + " }}",
        "{% if 受理争议" + ".去年" * 300 + " %}有{% endif %}",
        "{% if " + "not " * 300 + "受理争议 %}有{% endif %}",
        "{% if " + " and ".join(["受理争议"] * 300) + " %}有{% endif %}",
    ],
    ids=["digits", "brackets", "conditions", "points", "years", "keys", "a year", "denials", "joined"],
)
def test_what_is_too_long_or_too_deep_is_refused_at_once(office: Office, text: str) -> None:
    start = thread_time()
    with pytest.raises(Refused, match=r"第 [0-9]+ 行：.*(太长|太深)"):
        compose(f"总结\n\n{text}", Y2011)
    assert thread_time() - start < 1


def test_braces_left_open_by_the_thousand_are_looked_over_at_once() -> None:
    start = thread_time()
    assert list(mentions("{{" * 50_000)) == []
    assert thread_time() - start < 1


@pytest.mark.parametrize(
    "text",
    ["{% if 受理争议 < 1 %}无{% endif %}", "{{ 1 }}", "{{ '甲' }}", "{% if not 受理争议 %}无{% endif %}"],
)
def test_figures_numbers_and_conditions_are_what_a_text_is_made_of(office: Office, text: str) -> None:
    assert check(text, Y2011) == []
    assert compose(f"总结\n{text}", Y2011).text in {"总结\n无", "总结\n1", "总结\n甲"}


def test_a_year_can_be_compared_in_a_condition(office: Office) -> None:
    text = "{% if 年度 >= 2011 %}{{ 年度 }}年起{% else %}以前{% endif %}"
    assert [compose(text, year(one)).text for one in (2010, 2011)] == ["以前", "2011年起"]


def test_what_is_typed_into_a_record_is_never_read_as_a_text(office: Office) -> None:
    own = profile()
    own.name = "{{ 受理争议.__class__ }}"
    keeping.save(PROFILE, own)
    assert compose("{{ 工会名称 }}总结", Y2011).text == "{{ 受理争议.__class__ }}总结"
