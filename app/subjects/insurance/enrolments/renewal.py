"""Acts on mutual insurance: the next year's enrolment of somebody who is insured."""

from __future__ import annotations

from app.fields.problems import Block, Blocked
from app.rules.dates import write_date
from app.subjects.insurance.records import MutualEnrolment, MutualProduct

_COPIED = (
    MutualEnrolment.mode,
    MutualEnrolment.name,
    MutualEnrolment.sex,
    MutualEnrolment.birth_date,
    MutualEnrolment.id_number,
    MutualEnrolment.id_differs_reason,
    MutualEnrolment.work_state,
    MutualEnrolment.employer,
    MutualEnrolment.mobile,
    MutualEnrolment.bank_card,
    MutualEnrolment.handled_by,
)


def renewal_of(enrolment: MutualEnrolment, product: MutualProduct) -> MutualEnrolment:
    """Return the same person's enrolment in the next product, its premium still to be paid.

    Premium and cover are the product's. Raises Blocked for a product whose cover begins before the
    present one ends.
    """
    if product.cover_from <= enrolment.cover_to:
        ends = write_date(enrolment.cover_to)
        sentence = f"原保障到{ends}，“{product.title}”的保障期应在这之后"
        raise Blocked([Block(MutualEnrolment.product, sentence)])
    copied = {field.name: getattr(enrolment, field.name) for field in _COPIED}
    return MutualEnrolment(product=product, renewal="续保", **copied)
