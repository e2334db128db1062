"""A language that does not exist: every sentence is 40 % longer, its fields as they were."""

import gettext
import re

FIELDS = re.compile(r"(\{[^}]*\})")
MORE = 0.4


def stretched(text):
    """Return a sentence with each of its words a little longer."""
    parts = FIELDS.split(text)
    return "".join(part if part.startswith("{") else _longer(part) for part in parts)


def _longer(text):
    words = text.split(" ")
    missing = round(len(text.replace(" ", "")) * MORE)
    for number in range(missing):
        place = number % len(words)
        words[place] += words[place][-1:].lower() if words[place][-1:].isalpha() else ""
    return " ".join(words)


class Stretched(gettext.NullTranslations):
    """Gives every message longer than it is written."""

    def gettext(self, message):
        return stretched(message)

    def ngettext(self, singular, plural, number):
        return stretched(singular if number == 1 else plural)
