"""The two failures a person is told about; anything else is a bug."""


class Invalid(Exception):
    """A value is wrong: one Chinese sentence that names the remedy, shown beside the field.

    `offer` is what was probably meant, where that can be told.
    """

    def __init__(self, sentence: str = "", *, offer: str = "") -> None:
        super().__init__(sentence)
        self.offer = offer


class Refused(Exception):
    """The office's rule or the world says no: what happened, and what to do."""
