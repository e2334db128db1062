"""A record within a record as lines of text: ``Who: the clerk``, one line a field."""

from __future__ import annotations

import json
from typing import Any, cast

from cxo_desktop.domain.plain import FieldSpec, encode, specs
from cxo_desktop.domain.records import Json, Record
from cxo_desktop.ui.field_words import field_word


def parts_text(spec: FieldSpec, value: Record | None) -> str:
    """Return the lines of a record that is the value of a field, those without a value too."""
    whole = value if value is not None else _class_of(spec)()
    lines = []
    for part in specs(type(whole)):
        plain = encode(getattr(whole, part.name))
        lines.append(f"{field_word(part.name)}: {'' if plain is None else plain}".rstrip())
    return "\n".join(lines)


def parts_given(spec: FieldSpec, typed: str) -> str:
    """Return lines as app.records takes them; one that names no field goes on with the last."""
    parts = specs(_class_of(spec))
    said: dict[str, list[str]] = {}
    now = parts[0]
    for line in typed.splitlines():
        part = next((one for one in parts if _names(one, line)), None)
        now, rest = (part, line[len(field_word(part.name)) + 1 :]) if part else (now, line)
        said.setdefault(now.name, []).append(rest.strip())
    plain: dict[str, Json] = {}
    for part in parts:
        text = "\n".join(said.get(part.name, [])).strip()
        if text and (value := _given(part, text)) != part.default:
            plain[part.key] = value
    return json.dumps(plain, ensure_ascii=False) if plain else ""


def _names(part: FieldSpec, line: str) -> bool:
    return line.casefold().startswith(f"{field_word(part.name)}:".casefold())


def _given(part: FieldSpec, text: str) -> Any:
    if str in part.types:
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text  # is refused, with its reason, where it is kept


def _class_of(spec: FieldSpec) -> type[Record]:
    return cast("type[Record]", spec.types[0])
