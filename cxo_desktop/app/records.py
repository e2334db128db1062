"""Every record of an engagement as plain fields: listed, added, changed, removed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from cxo_desktop.app import removals
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.lines import change_line, line_of
from cxo_desktop.domain.entities import BY_TABLE
from cxo_desktop.domain.enums import ConsentState, NoteKind
from cxo_desktop.domain.errors import InputRefused, NotFound
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.line_grammar import parse_line, retyped, with_flags
from cxo_desktop.domain.plain import FieldSpec, decode, encode, specs
from cxo_desktop.domain.records import Json, Record
from cxo_desktop.i18n import _


def plain_records(engagement: OpenEngagement, kind: str) -> list[dict[str, Json]]:
    """Return all records of a kind (a table's name) as plain fields, oldest first."""
    return [_plain(record) for record in engagement.find(BY_TABLE[kind].cls)]


def plain_record(engagement: OpenEngagement, kind: str, code: str) -> dict[str, Json]:
    """Return one record, named by its code or row id, as plain fields. Raises NotFound."""
    return _plain(_one(engagement, kind, code))


def add_record(engagement: OpenEngagement, kind: str, texts: Mapping[str, str]) -> dict[str, Json]:
    """Add a record from fields given as texts. Raises InputRefused for what cannot be taken."""
    cls = BY_TABLE[kind].cls
    code = texts.get("id", "")
    if code and engagement.find(cls, code=code):
        raise InputRefused(
            f"The {kind.replace('_', ' ')} was not added.",
            f"{code} is taken.",
            "Leave the id out to get a new one, or change the record that has it.",
        )
    record = _changed(cls(code=code), texts)
    _guard_refusal(kind, texts)
    return _plain(engagement.add(record))


def set_fields(
    engagement: OpenEngagement, kind: str, code: str, texts: Mapping[str, str]
) -> dict[str, Json]:
    """Change fields of a record; an empty text empties a field. Raises as add_record does."""
    before = _one(engagement, kind, code)
    record = _changed(before, texts)
    _guard_refusal(kind, texts)
    if isinstance(before, Note) and isinstance(record, Note) and record.raw_text is not None:
        record = _in_step(engagement, before, record)
    else:
        engagement.put(record)
    return _plain(record)


def remove_record(engagement: OpenEngagement, kind: str, code: str) -> None:
    """Take a record away, and what it made. Raises NotFound."""
    removals.remove_record(engagement, _one(engagement, kind, code))


def _guard_refusal(kind: str, texts: Mapping[str, str]) -> None:
    if kind == "consent" and texts.get("state") == ConsentState.REFUSED:
        raise InputRefused(
            _("The refusal was not recorded."),
            _("With a refusal all that the person said has to go, which one field cannot do."),
            _("Open the interview on Capture and record the refusal there."),
        )


def _in_step(engagement: OpenEngagement, before: Note, after: Note) -> Note:
    """Keep a note whose line was typed so that line and fields say the same, as Capture does.

    A new line is read again; new words, kind or marks make a new line.
    """
    if after.raw_text != before.raw_text:
        line = parse_line(after.raw_text or "")
    else:
        line = replace(line_of(before), text=after.text)
        if after.kind != before.kind:
            line = retyped(line, after.kind or NoteKind.FACT)
        flags = {
            name: bool(getattr(after, name))
            for name in ("verbatim", "off_record", "own_reading")
            if getattr(after, name) != getattr(before, name)
        }
        line = with_flags(line, **flags) if flags else line
    if line == line_of(before):
        engagement.put(after)
        return after
    with engagement.operation("change note"):
        engagement.put(replace(after, raw_text=before.raw_text))
        return change_line(engagement, after, line)


def _one(engagement: OpenEngagement, kind: str, code: str) -> Record:
    cls = BY_TABLE[kind].cls
    by_row = engagement.find(cls, id=code)
    if by_row:
        return by_row[0]
    with suppress(IndexError):
        return engagement.find(cls, code=code)[0]
    raise NotFound(
        f"There is no {kind.replace('_', ' ')} {code}.",
        f"The engagement {engagement.code} does not have it.",
        f"“cxo records {kind} list” shows what there is.",
    )


def _plain(record: Record) -> dict[str, Json]:
    plain: dict[str, Json] = {"id": record.code} if record.code else {"row": record.id}
    for spec in specs(type(record)):
        value = getattr(record, spec.name)
        if value != spec.default:
            plain[spec.key] = encode(value)
        elif spec.key in record.given:
            plain[spec.key] = record.given[spec.key]
    return plain | dict(record.extra)


def _changed(record: Record, texts: Mapping[str, str]) -> Record:
    known = {spec.key: spec for spec in specs(type(record))}
    values: dict[str, Any] = {}
    for key, text in texts.items():
        if key == "id":
            continue
        if key not in known:
            raise InputRefused(
                f"“{key}” was not changed.",
                f"This kind of record has no such field; it has {', '.join(known)}.",
                "Use one of these fields.",
            )
        values[known[key].name] = _value(known[key], text)
    return replace(record, **values)


def _value(spec: FieldSpec, text: str) -> object:
    try:
        return _decoded(spec, text)
    except InputRefused as error:
        raise InputRefused(
            error.what, error.why, _("Correct the value; nothing was changed.")
        ) from error


def _decoded(spec: FieldSpec, text: str) -> object:
    if spec.types == (str,) or not text:
        return decode(spec, text if str in spec.types else None, f"“{spec.key}”")
    raw: Json = text
    with suppress(json.JSONDecodeError):
        raw = json.loads(text)
    if isinstance(raw, (int, float, bool)) and str in spec.types:
        raw = text
    return decode(spec, raw, f"“{spec.key}”")
