"""Whom a cell means is looked for once, as long as nobody is entered whom it could mean."""

from __future__ import annotations

import pytest

from app.exchange.linking import Links
from app.fields import Unknown
from app.office import Office
from app.records.batch import open_batch
from app.subjects.unions.grassroots.records import CommitteeMember, GrassrootsUnion
from tests.factories.unions import make_union

LINK = CommitteeMember.union
NAME = "日月光大厦联合工会"


def test_a_name_that_meant_nobody_means_who_was_entered_since(office: Office) -> None:
    with open_batch() as batch:
        links = Links(batch, create=False)
        for _ in range(2):
            with pytest.raises(Unknown, match=f"没有找到“{NAME}”"):
                links.read(LINK, NAME)
        union = make_union(name=NAME)
        assert links.read(LINK, NAME) == union


def test_a_name_that_means_nobody_is_looked_for_once(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def parse(text: str) -> GrassrootsUnion:
        asked.append(text)
        raise Unknown("没有找到")

    monkeypatch.setattr(LINK, "parse", parse)
    with open_batch() as batch:
        links = Links(batch, create=False)
        for _ in range(3):
            with pytest.raises(Unknown):
                links.read(LINK, NAME)
    assert asked == [NAME]
