"""The vocabulary in which registers describe how records are shown to people."""

from app.register.books import Months, PrescribedExport, PrescribedSheet, RecordSheet, SheetTable, Side, Sides
from app.register.conditions import (
    DIFFERING,
    INCOMPLETE,
    Condition,
    Consistency,
    Disagreement,
    lacks_required,
)
from app.register.due import Due, Tone
from app.register.life_cycle import BulkAction, Check, Retention, State, Step, Transition
from app.register.register import (
    Child,
    Course,
    Listed,
    PersonLookup,
    Register,
    Section,
    Totals,
    earlier_child,
    forget_register,
    owner_field,
    register_of,
    register_of_events,
)

__all__ = [
    "DIFFERING",
    "INCOMPLETE",
    "BulkAction",
    "Check",
    "Child",
    "Condition",
    "Consistency",
    "Course",
    "Disagreement",
    "Due",
    "Listed",
    "Months",
    "PersonLookup",
    "PrescribedExport",
    "PrescribedSheet",
    "RecordSheet",
    "Register",
    "Retention",
    "Section",
    "SheetTable",
    "Side",
    "Sides",
    "State",
    "Step",
    "Tone",
    "Totals",
    "Transition",
    "earlier_child",
    "forget_register",
    "lacks_required",
    "owner_field",
    "register_of",
    "register_of_events",
]
