"""The form of one record: a field for each of its fields, each kept when one leaves it."""

from __future__ import annotations

import json
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea

from cxo_desktop.app import record_lists
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.domain.entities import BY_TABLE
from cxo_desktop.domain.links import link_of
from cxo_desktop.domain.plain import FieldSpec, encode, specs
from cxo_desktop.domain.records import Record
from cxo_desktop.i18n import _
from cxo_desktop.ui.field_words import field_word
from cxo_desktop.ui.record_parts import parts_given, parts_text
from cxo_desktop.ui.record_rows import choices_of, hint_of, linked_words, shape_of
from cxo_desktop.ui.record_words import capital, value_words
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import boxed, column
from cxo_desktop.ui.widgets.record_fields import (
    ChecksField,
    ChoiceField,
    LineField,
    LinesField,
    LinkField,
    RecordField,
    few_lines,
)

_SEPARATOR = ", "


class RecordForm(QScrollArea):
    """``changed`` tells the key of a field and its new value as a text, "" for nothing."""

    changed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Fields"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.fields: dict[str, RecordField] = {}
        self._specs: dict[str, FieldSpec] = {}
        self._kind = ""
        self._engagement: OpenEngagement | None = None
        self._row = ""

    def show_record(self, engagement: OpenEngagement | None, kind: str, record: Record) -> None:
        """Show the fields of a record; what is being typed in one of them stays."""
        self._engagement = engagement
        if kind != self._kind:
            self._build(kind)
        known = record_lists.linked(engagement, [record]) if engagement else {}
        for key, field in self.fields.items():
            spec = self._specs[key]
            value = getattr(record, spec.name)
            if self._row != record.id or not field.hasFocus():
                field.show_value(text_of(kind, spec, value))
            if isinstance(field, LinkField):
                codes = value if isinstance(value, tuple) else (value,)
                table = field.property("table")
                named = {str(it): linked_words(known, table, str(it)) for it in codes if it}
                field.show_words(named)
        self._row = record.id

    def focus_first(self) -> None:
        """Put the caret into the first field that says what the record is."""
        for field in self.fields.values():
            field.setFocus()
            return

    def set_writable(self, *, writable: bool) -> None:
        """Let the fields be changed or only read."""
        for field in self.fields.values():
            field.setEnabled(writable)

    def _build(self, kind: str) -> None:
        self._kind, self._row = kind, ""
        self._specs = {spec.key: spec for spec in specs(BY_TABLE[kind].cls)}
        self.fields = {key: self._field(kind, spec) for key, spec in self._specs.items()}
        parts = []
        for key, field in self.fields.items():
            label = plain_label(field_word(self._specs[key].name, kind), "label", "text2")
            label.setBuddy(field)
            parts.append(column(label, field, spacing=3))
        holder = boxed(column(*parts, None, spacing=9, margins=(2, 2, 10, 2)))
        holder.setProperty("ground", "surface")
        self.setWidget(holder)

    def _field(self, kind: str, spec: FieldSpec) -> RecordField:
        name, shape = field_word(spec.name, kind), shape_of(kind, spec)
        field: RecordField
        if shape in ("link", "links"):
            table = link_of(kind, spec.name)
            field = LinkField(name, lambda: self._offers(table), several=shape == "links")
            field.setProperty("table", table)
        elif shape in ("choice", "several"):
            choices = [(one.value, capital(value_words(one))) for one in choices_of(spec)]
            field = (ChoiceField if shape == "choice" else ChecksField)(name, choices)
        elif shape == "yes_no":
            field = ChoiceField(name, [("true", _("yes")), ("false", _("no"))])
        elif shape in ("long", "nested", "parts"):
            field = LinesField(name)
        elif shape == "lines":
            field = few_lines(name)
        else:
            field = LineField(name, hint_of(spec))
        field.left.connect(lambda: self._on_left(spec, shape, field))
        return field

    def _offers(self, table: str) -> list[tuple[str, str]]:
        if self._engagement is None:
            return []
        records = record_lists.offered(self._engagement, table)
        known = {(table, record.code): record for record in records}
        known |= record_lists.linked(self._engagement, records)
        if table == "person":
            known |= record_lists.names(self._engagement)
        return [(record.code, linked_words(known, table, record.code)) for record in records]

    def _on_left(self, spec: FieldSpec, shape: str, field: RecordField) -> None:
        self.changed.emit(spec.key, given_text(shape, field.value(), spec))


def text_of(kind: str, spec: FieldSpec, value: object) -> str:
    """Return a field's value as its field shows it."""
    shape, plain = shape_of(kind, spec), encode(value)
    if shape == "parts":
        return parts_text(spec, cast("Record | None", value))
    if plain is None or plain in ("", []):
        return ""
    if isinstance(plain, bool):
        return "true" if plain else "false"
    if shape in ("nested", "several"):
        return json.dumps(plain, ensure_ascii=False, indent=1)
    separator = _SEPARATOR if shape == "links" else "\n"
    return separator.join(map(str, plain)) if isinstance(plain, list) else str(plain)


def given_text(shape: str, typed: str, spec: FieldSpec) -> str:
    """Return what was typed as app.records takes it."""
    if shape == "parts":
        return parts_given(spec, typed)
    if not typed or shape not in ("links", "lines"):
        return typed
    parts = typed.split(",") if shape == "links" else typed.splitlines()
    return json.dumps([part.strip() for part in parts if part.strip()], ensure_ascii=False)
