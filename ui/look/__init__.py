"""How everything looks: colours by role, one font, one style sheet, the icons."""
