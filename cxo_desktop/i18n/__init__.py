"""Words in the user's language, and numbers as they are written in India."""

from __future__ import annotations

import gettext as _gettext
import io

from cxo_desktop import assets
from cxo_desktop.i18n.catalogue import compiled, read_po

OWN_NAMES = {"en": "English", "hi": "हिन्दी", "mr": "मराठी"}
"""What each language is called by those who speak it."""

_current: _gettext.NullTranslations = _gettext.NullTranslations()


def use_language(language: str) -> None:
    """Speak ``language`` (en, hi, mr) from now on; words without a translation stay English."""
    global _current  # noqa: PLW0603 - one language for the whole process, as gettext itself has
    file = assets.resource(f"i18n/{language}.po")
    if language in languages() and file.is_file():
        messages = read_po(file.read_text(encoding="utf-8"))
        _current = _gettext.GNUTranslations(io.BytesIO(compiled(messages)))
    else:
        _current = _gettext.NullTranslations()


def languages() -> tuple[str, ...]:
    """Return the languages there are words in: English, and those with a catalogue."""
    return ("en", *sorted(file.stem for file in assets.resource("i18n").glob("*.po")))


def _(message: str) -> str:
    """Return the message in the current language."""
    return _current.gettext(message)


def said_later(message: str) -> str:
    """Mark a message for translation that is put into words only when it is shown."""
    return message


def translated(message: str) -> str:
    """Return a message that was marked before in the current language."""
    return _current.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form of the message that fits ``count``."""
    return _current.ngettext(singular, plural, count)


def grouped(number: float) -> str:
    """Return a whole number with Indian grouping, such as ``12,34,567``; halves round up."""
    whole = int(abs(number) + 0.5)
    digits = str(whole)
    head, tail = digits[:-3], digits[-3:]
    pairs: list[str] = []
    while head:
        pairs.insert(0, head[-2:])
        head = head[:-2]
    sign = "\N{MINUS SIGN}" if number < 0 and whole else ""
    return sign + ",".join([*pairs, tail])


def rupees(amount: float) -> str:
    """Return an amount of money, such as ``₹ 12,34,567``."""
    return f"₹\N{NO-BREAK SPACE}{grouped(amount)}"
