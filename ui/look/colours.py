"""The colours of the program by role, for a light and a dark screen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Colours:
    """What each role looks like; text and edges of controls hold WCAG AA on the grounds they are used on."""

    window: str
    surface: str
    border: str
    border_strong: str
    text: str
    secondary: str
    accent: str
    accent_hover: str
    accent_tint: str
    accent_text: str
    on_accent: str
    brand: str
    good: str
    good_tint: str
    warn: str
    warn_tint: str
    bad: str
    bad_tint: str
    quiet_tint: str
    hover: str
    chart_before: str

    def tones(self) -> dict[str, tuple[str, str]]:
        """Return text and ground of each tone in which a state or a message speaks."""
        return {
            "good": (self.good, self.good_tint),
            "warn": (self.warn, self.warn_tint),
            "bad": (self.bad, self.bad_tint),
            "info": (self.accent_text, self.accent_tint),
            "quiet": (self.secondary, self.quiet_tint),
        }


LIGHT = Colours(
    window="#F4F5F7",
    surface="#FFFFFF",
    border="#E1E4E9",
    border_strong="#848D9B",
    text="#1D2430",
    secondary="#5F6878",
    accent="#1F5FBF",
    accent_hover="#1B4FA8",
    accent_tint="#EAF0FB",
    accent_text="#1B4FA8",
    on_accent="#FFFFFF",
    brand="#A3201B",
    good="#166534",
    good_tint="#DCF3E3",
    warn="#92400E",
    warn_tint="#FDF0D5",
    bad="#A3201B",
    bad_tint="#FBE3E1",
    quiet_tint="#F1F3F5",
    hover="#F7F8FA",
    chart_before="#C3D3EC",
)

DARK = Colours(
    window="#14181F",
    surface="#1C222C",
    border="#303846",
    border_strong="#6C788E",
    text="#E6E9EE",
    secondary="#A3ADBC",
    accent="#3572CF",
    accent_hover="#2A62BA",
    accent_tint="#223350",
    accent_text="#9CC2FF",
    on_accent="#FFFFFF",
    brand="#F28B82",
    good="#86DBA6",
    good_tint="#173826",
    warn="#F2C46D",
    warn_tint="#3E2F13",
    bad="#FFA39B",
    bad_tint="#4A2220",
    quiet_tint="#262D39",
    hover="#232A35",
    chart_before="#4A5E80",
)
