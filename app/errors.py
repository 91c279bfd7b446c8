"""The two failures a person is told about; anything else is a bug."""

import re

_QUOTED = 200  # characters of a value, a name, a path that a sentence quotes
_LONGEST = 4_000  # and of all that is said at once: some messages are a list of lines
_QUOTE = re.compile(f"“([^”]{{{_QUOTED + 1},}})”")


def readable(sentence: str) -> str:
    """Return a sentence that can be read and written, whatever it quotes: long quotations are cut.

    Halves of characters, as a damaged file or a command line may hold them, become question marks.
    """
    if len(sentence) > _QUOTED:
        sentence = _QUOTE.sub(lambda quote: f"“{_ends(quote[1], _QUOTED)}”", sentence)
        sentence = _ends(sentence, _LONGEST)
    return sentence.encode(errors="replace").decode()


def _ends(text: str, longest: int) -> str:
    """Return the two ends of a text: a file's name stands at the end of its path, a remedy of a sentence."""
    return text if len(text) <= longest else f"{text[: longest // 2]}…{text[-longest // 4 :]}"


class Invalid(Exception):
    """A value is wrong: one Chinese sentence that names the remedy, shown beside the field.

    `offer` is what was probably meant, where that can be told.
    """

    def __init__(self, sentence: str = "", *, offer: str = "") -> None:
        super().__init__(readable(sentence))
        self.offer = offer


class Refused(Exception):
    """The office's rule or the world says no: what happened, and what to do."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(readable(sentence))
