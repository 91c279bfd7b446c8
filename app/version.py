"""The version of this program, said once: in pyproject.toml, whose installed form Python itself reads."""

from __future__ import annotations


def version() -> str:
    """Return the version, such as 0.1.0."""
    from importlib import metadata  # brings the reading of mail along, for which no window need wait

    return metadata.version("union-office")
