"""Runs first in the frozen program: stdnum asks for `ssl` to call offices of the EU, which nothing here does.

The program brings no encrypted network and no certificates; an empty module lets stdnum load without them.
"""

import sys
import types

sys.modules["ssl"] = types.ModuleType("ssl")
