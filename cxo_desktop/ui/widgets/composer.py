"""Where a line is typed: what it is at the left, the words, and the marks that say what it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QWidget

from cxo_desktop.domain.line_grammar import TypedLine, literal, parse_line
from cxo_desktop.domain.mentions import MentionKind, Vocabulary
from cxo_desktop.i18n import _
from cxo_desktop.ui import words
from cxo_desktop.ui.completions import NEW, NEW_ROLE, BeingTyped, being_typed, rows_for
from cxo_desktop.ui.line_choices import BY_ALT_DIGIT, PICKER_DIGIT, Choice
from cxo_desktop.ui.line_looks import spans_of
from cxo_desktop.ui.widgets.completion import Completion
from cxo_desktop.ui.widgets.labels import key_cap, plain_label, rule
from cxo_desktop.ui.widgets.layouts import boxed, column, row
from cxo_desktop.ui.widgets.line_field import LineField, Press
from cxo_desktop.ui.widgets.line_picker import KindChip, kind_keys
from cxo_desktop.ui.widgets.one_line import OneLine

Maker = Callable[[MentionKind, str, bool], str | None]
_EMPTY = TypedLine("", "")
_ALT, _CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
_PLAIN = Qt.KeyboardModifier.NoModifier
_ENTERS = (int(Qt.Key.Key_Return), int(Qt.Key.Key_Enter))
_MARK_KEYS = {int(Qt.Key.Key_F6): "@", int(Qt.Key.Key_F7): "+"}


class Composer(QFrame):
    """Takes a line.

    ``kept``: Enter was pressed on words, with the instant of the first key and whether the next
    question comes; ``retype_asked``: a choice was made with no line, so it means the last one;
    ``typed``: the line as typed and its caret, at each change; ``went_up``: to the lines above.
    """

    kept = Signal(TypedLine, str, bool)
    retype_asked = Signal(Choice)
    typed = Signal(str, int)
    went_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "active")
        self._line, self._literal, self.since = _EMPTY, False, ""
        self._known, self._counts = Vocabulary(), dict[str, int]()
        self._typing: BeingTyped | None = None
        self.maker: Maker = lambda _kind, _name, _as_role: None
        self.field = LineField(_("Line to keep"))
        self.field.ink.spans = lambda text: spans_of(text, self._known)
        self.chip, self.popup = KindChip(), Completion()
        self.clock = plain_label("", "small", "text3")
        self._keys = _Keys(self)
        head = row(self.chip, self.field, self.clock, spacing=9)
        head.setAlignment(self.chip, Qt.AlignmentFlag.AlignTop)
        head.setAlignment(self.clock, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(head, rule(), _hints(), spacing=7, margins=(12, 9, 12, 8)))
        self._connect()
        self.setFocusProxy(self.field)
        self.chip.show_line(self._line)

    @property
    def line(self) -> TypedLine:
        """Return the line as it is understood now."""
        return self._line

    def know(self, known: Vocabulary, counts: Mapping[str, int]) -> None:
        """Colour and complete these names from now on, those most often named first."""
        learned = known is not self._known
        self._known, self._counts = known, dict(counts)
        if learned:
            self.field.ink.rehighlight()

    def clear(self) -> None:
        """Begin an empty line."""
        self.show_draft("", "")

    def show_draft(self, raw: str, since: str, caret: int | None = None) -> None:
        """Go on with a line as it was typed since an instant; ``caret`` counts from its mark."""
        self._line, self._literal, self.since = parse_line(raw), False, since
        shift = len(self._line.prefix)
        self.field.show_text(self._line.text, None if caret is None else max(0, caret - shift))
        self.clock.setText(words.clock(since))
        self.popup.hide()
        self.chip.show_line(self._line)

    def choose(self, choice: Choice) -> None:
        """Make the line so; with no line yet, ask to make the last kept one so."""
        if not self.field.text() and self._line.is_plain:
            self.retype_asked.emit(choice)
            return
        self._line = choice.on(self._line)
        self._literal = self._line.is_plain
        self.chip.show_line(self._line)
        self.field.setFocus()
        self._tell()

    def put_in(self, mark: str) -> None:
        """Put a mark into the words at the caret, where a layout has no key for it."""
        before = self.field.text()[: self.field.caret]
        space = " " if before and not before[-1].isspace() else ""
        self.field.setFocus()
        self.field.replace(self.field.caret, self.field.caret, f"{space}{mark}")

    def _on_edited(self, text: str) -> None:
        if not self.since:
            self.since = datetime.now(UTC).isoformat(timespec="seconds")
            self.clock.setText(words.clock(self.since))
        if not text:
            self._literal = False
        line = literal(text) if self._literal else parse_line(self._line.prefix + text)
        if line.text != text:
            self.field.show_text(line.text, self.field.caret - (len(text) - len(line.text)))
        self._line = line
        self.chip.show_line(line)
        self._complete()
        self._tell()

    def _tell(self) -> None:
        self.typed.emit(self._line.raw, len(self._line.prefix) + self.field.caret)

    def _complete(self) -> None:
        self._typing = being_typed(self.field.text(), self.field.caret)
        rows = rows_for(self._typing, self._known, self._counts) if self._typing else []
        if self._typing:
            self.popup.offer(rows, self, self.field.place_of(self._typing.start))
        else:
            self.popup.hide()

    def _on_completed(self, key: str) -> None:
        typing = self._typing
        if typing is None:
            return
        name: str | None
        if key in (NEW, NEW_ROLE):
            name = self.maker(typing.kind, typing.letters.strip(), key == NEW_ROLE)
        else:
            name = next(one.name for one in self._known.known if one.code == key)
        if name:
            self.field.replace(typing.start, self.field.caret, f"{typing.kind.value}{name} ")
            self.popup.hide()

    def give_marks_back(self) -> bool:
        """Take the marks for words, if the line has any; tell whether it had."""
        if self._line.is_plain or self.field.textCursor().hasSelection():
            return False
        marks = len(self._line.prefix)
        self._line, self._literal = literal(self._line.raw), True
        self.field.show_text(self._line.text, marks)
        self.chip.show_line(self._line)
        self._tell()
        return True

    def _connect(self) -> None:
        self.field.edited.connect(self._on_edited)
        self.field.pressed.connect(self._keys.take)
        self.popup.chosen.connect(self._on_completed)
        self.chip.chosen.connect(self.choose)
        self.chip.insert_asked.connect(self.put_in)
        for shortcut, choice in kind_keys():
            action = QAction(_("Line: {kind}").format(kind=choice.look[2]), self)
            action.setShortcut(QKeySequence(shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _c=False, c=choice: self.choose(c))
            self.addAction(action)


class _Keys:
    """What the keys mean where a line is typed."""

    def __init__(self, of: Composer) -> None:
        self._of = of

    def take(self, press: Press) -> None:
        """Take the keys that mean something to a line, before the field types them."""
        taken = (
            self._popup_pressed(press)
            or self._line_pressed(press)
            or (press.key in _ENTERS and self._enter_pressed(press))
        )
        self._of.field.taken = bool(taken)

    def _popup_pressed(self, press: Press) -> bool:
        popup = self._of.popup
        if not popup.isVisible() or press.modifiers != _PLAIN:
            return False
        acts: dict[int, Callable[[], object]] = {
            int(Qt.Key.Key_Tab): popup.take,
            int(Qt.Key.Key_Down): lambda: popup.step(1),
            int(Qt.Key.Key_Up): lambda: popup.step(-1),
            int(Qt.Key.Key_Escape): popup.hide,
        }
        if press.key in _ENTERS:
            return popup.enter()
        act = acts.get(press.key)
        if act is not None:
            act()
        return act is not None

    def _line_pressed(self, press: Press) -> bool:
        if press.modifiers == _ALT and press.digit is not None:
            if press.digit == PICKER_DIGIT:
                self._of.chip.showMenu()
            else:
                self._of.choose(BY_ALT_DIGIT[press.digit])
            return True
        if press.modifiers != _PLAIN:
            return False
        if press.key == Qt.Key.Key_Backspace and not self._of.field.caret:
            return self._of.give_marks_back()
        if press.key == Qt.Key.Key_Up and not self._of.field.text():
            self._of.went_up.emit()
            return True
        if press.key in _MARK_KEYS:
            self._of.put_in(_MARK_KEYS[press.key])
        return press.key in _MARK_KEYS

    def _enter_pressed(self, press: Press) -> bool:
        on = press.modifiers == _CONTROL
        if press.modifiers in (_PLAIN, _CONTROL) and (self._of.line.text.strip() or on):
            self._of.kept.emit(self._of.line, self._of.since, on)
        return True


def _hints() -> QWidget:
    hints = (
        ("!", _("Pain")),
        ("“", _("Quote")),
        (">", _("Flow")),
        ("=", _("Cost")),
        ("?", _("Ask")),
        ("[]", _("Action")),
        ("+", _("Tool")),
        ("@", _("Person")),
        ("#", _("Theme")),
    )
    parts = [_hint(mark, word) for mark, word in hints]
    return OneLine(parts, [_hint("Alt 0", _("All")), _hint(_("Enter"), _("Keep"))])


def _hint(mark: str, word: str) -> QWidget:
    return boxed(row(key_cap(mark), plain_label(word, "small", "text2"), spacing=4))
