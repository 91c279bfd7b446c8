"""The two failures a person is told about; anything else is a bug."""


class Invalid(Exception):
    """A value is wrong: one Chinese sentence that names the remedy, shown beside the field."""


class Refused(Exception):
    """The office's rule or the world says no: what happened, and what to do."""
