"""JSON from elsewhere, read strictly: no doubled keys, no NaN, no bottomless nesting."""

from __future__ import annotations

import json
import math
import re
from typing import NoReturn

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.records import Json
from cxo_desktop.i18n import _

LARGEST_CHARACTERS = 64_000_000
DEEPEST = 100
_SURROGATE = re.compile("[\ud800-\udfff]")


def json_object(text: str) -> dict[str, Json]:
    """Return the object a JSON text holds.

    Raises InputRefused when the text is not JSON, holds something else than an object, or holds
    what cannot be kept exactly: doubled keys, NaN, infinity, half characters, numbers too large,
    more than 64 million characters or 100 levels of nesting.
    """
    if len(text) > LARGEST_CHARACTERS:
        _refuse(
            _("It has {count} characters; at most {most} are read.").format(
                count=len(text), most=LARGEST_CHARACTERS
            )
        )
    try:
        value = json.loads(
            text.removeprefix("\ufeff"),
            parse_float=_number,
            parse_int=_whole_number,
            parse_constant=_constant,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as error:
        _refuse(
            _("It is not JSON from line {line}, column {column} on.").format(
                line=error.lineno, column=error.colno
            )
        )
    except RecursionError:
        _refuse_depth()
    if not isinstance(value, dict):
        _refuse(_("It must hold one object, in curly brackets."))
    _check(value, 1)
    return value


def _refuse(why: str) -> NoReturn:
    raise InputRefused(
        _("The file cannot be read as an engagement."),
        why,
        _("Export it again or correct it; nothing was written."),
    )


def _refuse_depth() -> NoReturn:
    _refuse(_("It is nested more than {most} levels deep.").format(most=DEEPEST))


def _number(digits: str) -> float:
    value = float(digits)
    if math.isinf(value):
        _refuse(_("The number {number} in it is too large.").format(number=digits[:40]))
    return value


def _whole_number(digits: str) -> int:
    try:
        return int(digits)
    except ValueError:
        _refuse(_("The number {number}… in it is too large.").format(number=digits[:40]))


def _constant(name: str) -> NoReturn:
    _refuse(_("It holds {word}, which is not a number.").format(word=name))


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    result = dict(pairs)
    if len(result) < len(pairs):
        keys = [key for key, _value in pairs]
        doubled = next(key for key in keys if keys.count(key) > 1)
        _refuse(_("The key “{key}” stands twice in one object.").format(key=ascii(doubled)[1:-1]))
    return result


def _check(value: Json, depth: int) -> None:
    if depth > DEEPEST:
        _refuse_depth()
    if isinstance(value, str):
        _check_text(value)
    elif isinstance(value, list):
        for part in value:
            _check(part, depth + 1)
    elif isinstance(value, dict):
        for key, part in value.items():
            _check_text(key)
            _check(part, depth + 1)


def _check_text(text: str) -> None:
    if not text.isascii() and _SURROGATE.search(text):
        _refuse(
            _("A text in it holds half a character (a lone surrogate): {text}.").format(
                text=ascii(text)[:60]
            )
        )
