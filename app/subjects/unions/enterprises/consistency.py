"""Whether an enterprise that says it has a union has one in the register of unions (domain 2.8)."""

from __future__ import annotations

from collections.abc import Iterator

from app.register import Disagreement
from app.subjects.unions.enterprises.records import CLOSED, Enterprise
from app.subjects.unions.grassroots.records import STANDING, CoveredUnit, GrassrootsUnion, UnionType

_FOUNDED = "已建会"


def says_of_its_union_what_the_register_says() -> Iterator[Disagreement]:
    """A standing union of its own makes an enterprise one with a union, and the other way round.

    Where the office keeps no unions there is nothing to compare.
    """
    union, unit = GrassrootsUnion, Enterprise
    standing = union.alive().where(union.status.in_(STANDING))
    if not standing.where(~union.is_own).exists():
        return
    own = standing.where(union.union_type == UnionType.INDEPENDENT).select(union.enterprise)
    having = unit.alive().where(unit.id.in_(own), unit.union_status != _FOUNDED).order_by(unit.id)
    for enterprise in having:
        sentence = f"“{enterprise}”有登记在册的工会，建会情况却是“{enterprise.union_status}”"
        yield Disagreement(f"{sentence}，请改为“{_FOUNDED}”。", (enterprise.id,))
    covered = CoveredUnit.alive().where(
        CoveredUnit.left_on.is_null(), CoveredUnit.union.in_(standing.select(union.id))
    )
    lacking = unit.alive().where(
        unit.union_status == _FOUNDED,
        unit.business_status.not_in(CLOSED),
        unit.id.not_in(standing.where(union.enterprise.is_null(False)).select(union.enterprise)),
        unit.id.not_in(covered.where(CoveredUnit.enterprise.is_null(False)).select(CoveredUnit.enterprise)),
    )
    for enterprise in lacking.order_by(unit.id):
        sentence = f"“{enterprise}”的建会情况是“{_FOUNDED}”，基层工会台账中却没有它的工会，也没有涵盖它的"
        yield Disagreement(f"{sentence}，请补登。", (enterprise.id,), doubt=True)


CONSISTENCY = (says_of_its_union_what_the_register_says,)
