"""Records to plain JSON values and back, losing nothing: absent, null and "" stay apart."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.records import EMPTY, Json, Record

R = TypeVar("R", bound=Record)
_COMMON = frozenset({"id", "code", "given", "extra"})
_LONGEST_SHOWN = 60
_LARGEST_WHOLE = 10**18


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a record: its name here and in JSON, and its type without ``None``."""

    name: str
    key: str
    types: tuple[Any, ...]
    default: Any
    parent: bool
    top_level: bool


_SPECS: dict[type[Record], tuple[FieldSpec, ...]] = {}


def specs(cls: type[Record]) -> tuple[FieldSpec, ...]:
    """Return the own fields of a record class, in order, without those common to all."""
    if cls not in _SPECS:
        hints = typing.get_type_hints(cls)
        own = (item for item in fields(cls) if item.name not in _COMMON)
        _SPECS[cls] = tuple(_spec(item, hints[item.name]) for item in own)
    return _SPECS[cls]


def _spec(item: Field[Any], hint: Any) -> FieldSpec:
    options = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    default = item.default_factory() if item.default_factory is not MISSING else item.default
    return FieldSpec(
        name=item.name,
        key=item.metadata.get("json", item.name),
        types=tuple(option for option in options if option is not NoneType),
        default=default,
        parent=bool(item.metadata.get("parent")),
        top_level=bool(item.metadata.get("top_level")),
    )


def to_plain(record: Record, *, code_key: str | None = "id") -> dict[str, Json]:
    """Return the JSON object of a record; ``code_key`` None leaves its code out."""
    plain: dict[str, Json] = {}
    if code_key and record.code:
        plain[code_key] = record.code
    elif code_key and code_key in record.given:
        plain[code_key] = record.given[code_key]
    for spec in specs(type(record)):
        value = getattr(record, spec.name)
        if spec.parent or spec.top_level:
            continue
        if value != spec.default:
            plain[spec.key] = encode(value)
        elif spec.key in record.given:
            plain[spec.key] = record.given[spec.key]
    plain.update(record.extra)
    return plain


def encode(value: Any) -> Json:
    """Return one field's value as JSON."""
    if isinstance(value, Record):
        return to_plain(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): encode(item) for key, item in value.items()}
    return cast("Json", value)


def from_plain(
    cls: type[R], plain: Mapping[str, Json], *, where: str = "", code_key: str | None = "id"
) -> R:
    """Return the record that a JSON object describes.

    ``where`` names the object in messages. Raises InputRefused when a value cannot be what its
    field asks for. Unknown keys go to ``extra``.
    """
    values: dict[str, Any] = {}
    given: dict[str, Json] = {}
    known = {code_key} if code_key else set[str]()
    for spec in specs(cls):
        if spec.parent or spec.top_level:
            continue
        known.add(spec.key)
        if spec.key not in plain:
            continue
        raw = plain[spec.key]
        value = decode(spec, raw, f"{where} “{spec.key}”")
        values[spec.name] = value
        if value == spec.default:
            given[spec.key] = raw
    if code_key and plain.get(code_key) is not None:
        values["code"] = _code(plain[code_key], where)
    elif code_key and code_key in plain:
        given[code_key] = None
    extra = {key: value for key, value in plain.items() if key not in known}
    return cls(**values, given=given or EMPTY, extra=extra or EMPTY)


def _code(raw: Json, where: str) -> str:
    if isinstance(raw, str) and raw:
        return raw
    raise _refused(where + " “id”", raw, "a text that is not empty")


def decode(spec: FieldSpec, raw: Json, where: str) -> Any:
    """Return the value of one field; nothing (null, "" where no text is meant) is its default."""
    if raw is None:
        return spec.default
    if raw == "" and str not in spec.types:
        return spec.default
    for option in spec.types:
        fits, value = _try(option, raw, where)
        if fits:
            return value
    raise _refused(where, raw, " or ".join(_words(option) for option in spec.types))


def _try(option: Any, raw: Json, where: str) -> tuple[bool, Any]:
    origin = get_origin(option)
    if origin is tuple:
        return _try_list(get_args(option)[0], raw, where)
    if origin is not None:
        return isinstance(raw, dict), raw
    if issubclass(option, Record):
        fits = isinstance(raw, dict)
        return fits, from_plain(option, raw, where=where) if isinstance(raw, dict) else None
    return _try_scalar(option, raw)


def _try_scalar(option: Any, raw: Json) -> tuple[bool, Any]:
    if issubclass(option, StrEnum):
        fits = isinstance(raw, str) and raw in set(option)
        return fits, option(raw) if fits else None
    if option is date:
        return _try_date(raw)
    if isinstance(raw, int) and abs(raw) > _LARGEST_WHOLE:
        return False, None
    return isinstance(raw, option) and isinstance(raw, bool) == (option is bool), raw


def _try_list(option: Any, raw: Json, where: str) -> tuple[bool, Any]:
    if not isinstance(raw, list):
        return False, None
    choices = get_args(option) if isinstance(option, UnionType) else (option,)
    items: list[Any] = []
    for number, item in enumerate(raw, 1):
        if item is None and NoneType in choices:
            items.append(None)
            continue
        types = tuple(choice for choice in choices if choice is not NoneType)
        spec = FieldSpec("", "", types, MISSING, parent=False, top_level=False)
        if item is None or (item == "" and str not in types):
            raise _refused(f"{where}, item {number}", item, " or ".join(map(_words, types)))
        items.append(decode(spec, item, f"{where}, item {number}"))
    return True, tuple(items)


def _try_date(raw: Json) -> tuple[bool, Any]:
    if not isinstance(raw, str):
        return False, None
    try:
        value = date.fromisoformat(raw)
    except ValueError:
        return False, None
    return value.isoformat() == raw, value


def _words(option: Any) -> str:
    if get_origin(option) is tuple:
        return "a list"
    if get_origin(option) is not None or (isinstance(option, type) and issubclass(option, Record)):
        return "an object"
    if isinstance(option, type) and issubclass(option, StrEnum):
        return "one of " + ", ".join(option)
    names = {
        str: "a text",
        int: "a whole number of at most 18 digits",
        float: "a number",
        bool: "true or false",
    }
    return names.get(option, "a date such as 2026-06-03")


def _refused(where: str, raw: Json, wanted: str) -> InputRefused:
    shown = repr(raw)
    if len(shown) > _LONGEST_SHOWN:
        shown = shown[:_LONGEST_SHOWN] + "…"
    return InputRefused(
        f"The value of {where} cannot be taken.",
        f"It is {shown}, but must be {wanted}.",
        "Correct it in the file and import again; nothing was written.",
    )
