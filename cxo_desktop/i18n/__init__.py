"""Words in the user's language, and numbers as they are written in India."""

from __future__ import annotations

import gettext as _gettext

from cxo_desktop import assets

DOMAIN = "cxo"
_current: _gettext.NullTranslations = _gettext.NullTranslations()


def use_language(language: str) -> None:
    """Speak ``language`` (en, hi, mr) from now on; words without a translation stay English."""
    global _current  # noqa: PLW0603 - one language for the whole process, as gettext itself has
    _current = _gettext.translation(
        DOMAIN, assets.resource("i18n"), languages=[language], fallback=True
    )


def languages() -> tuple[str, ...]:
    """Return the languages there are words in: English, and those with a catalogue."""
    catalogues = assets.resource("i18n").glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    return ("en", *sorted(file.parts[-3] for file in catalogues))


def _(message: str) -> str:
    """Return the message in the current language."""
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
