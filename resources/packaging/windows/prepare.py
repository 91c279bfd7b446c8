"""What the installer for Windows takes beside the built folder: the licences and the icon of office files."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from icons import ico
from licences import gather

gather(Path("build/licences"))
ico(Path("resources/icons/office-file.svg"), Path("build/office-file.ico"))
