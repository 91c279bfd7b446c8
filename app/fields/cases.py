"""What is written on the files of cases: their numbers, and the names of persons and units alike."""

from __future__ import annotations

from app.errors import Invalid
from app.fields.text import TextField
from app.fields.typed import Null
from app.rules import case_numbers, names


class CaseNumberField(TextField[Null]):
    """A case number, e.g. （2011）泰劳调字第12号 (domain 4.3)."""

    elastic = False  # numbers of a year differ in the last figures only
    paper_align = "center"
    chars = 20

    def read(self, text: str) -> str:
        return case_numbers.read_case_number(super().read(text))

    def remark(self, value: str) -> str | None:
        if case_numbers.known_number(value):
            return None
        return "通常写作“（2011）泰劳调字第12号”，请核对"


class PartyNameField(TextField[Null]):
    """The name of a person, never folded (domain 13.6), or of a unit, which may hold figures."""

    def parse(self, text: str) -> str | None:
        try:
            return None if self.says_nothing(text.strip()) else names.read_name(text) or None
        except Invalid:
            return super().parse(text)
