"""Every register as a parameter: those of the program, and three that an office describes itself.

What holds of all registers is asked of the described ones, too: books lent, 志愿服务 with hours and 工会驿站
with visits, made from workbooks. The fixtures `register` and `subject` open an office that has them.
"""

from __future__ import annotations

import pytest

from app.registry import OWN, SUBJECTS, registers
from tests.factories.described import DESCRIBED

KEYS = (*(register.key for register in registers()), *DESCRIBED)
"""The keys of all registers."""

TABS = (*(subject.key for subject in SUBJECTS), OWN)
"""The keys of all tabs that have registers."""

every_register = pytest.mark.parametrize("register", KEYS, indirect=True)
every_subject = pytest.mark.parametrize("subject", TABS, indirect=True)
