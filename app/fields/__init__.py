"""The kinds of field that records are made of."""

from app.fields.age import Age
from app.fields.base import UNREADABLE, Align, Derived, Described, Shown, any_odd, odd_fields
from app.fields.cases import CaseNumberField, PartyNameField
from app.fields.choices import ChoiceField, ChoicesField, FlagField
from app.fields.dates import DateField, PartialDateField, TimeField
from app.fields.declared import OverTime, When
from app.fields.identity import (
    BankCardField,
    CreditCodeField,
    DiffersReasonField,
    IdentityNumberField,
    ResidentIdField,
    likely_document,
)
from app.fields.links import AttachmentField, ReferenceField, Unknown, taken
from app.fields.numbers import CountField, MoneyField, PercentField, QuantityField
from app.fields.showing import text_of, writer
from app.fields.text import (
    MobileField,
    NotesField,
    PersonalPhoneField,
    PersonNameField,
    PhoneField,
    PostcodeField,
    PrivateTextField,
    SerialField,
    TextField,
    UnitNameField,
)

__all__ = [
    "UNREADABLE",
    "Age",
    "Align",
    "AttachmentField",
    "BankCardField",
    "CaseNumberField",
    "ChoiceField",
    "ChoicesField",
    "CountField",
    "CreditCodeField",
    "DateField",
    "Derived",
    "Described",
    "DiffersReasonField",
    "FlagField",
    "IdentityNumberField",
    "MobileField",
    "MoneyField",
    "NotesField",
    "OverTime",
    "PartialDateField",
    "PartyNameField",
    "PercentField",
    "PersonNameField",
    "PersonalPhoneField",
    "PhoneField",
    "PostcodeField",
    "PrivateTextField",
    "QuantityField",
    "ReferenceField",
    "ResidentIdField",
    "SerialField",
    "Shown",
    "TextField",
    "TimeField",
    "UnitNameField",
    "Unknown",
    "When",
    "any_odd",
    "likely_document",
    "odd_fields",
    "taken",
    "text_of",
    "writer",
]
