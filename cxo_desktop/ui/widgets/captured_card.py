"""What the lines of one interview add up to: tools, people, flows, pains, cost."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from cxo_desktop.i18n import _
from cxo_desktop.ui.shown import InterviewSummary
from cxo_desktop.ui.widgets.cards import card, plain_button
from cxo_desktop.ui.widgets.chips import Chip
from cxo_desktop.ui.widgets.flow import FlowBox
from cxo_desktop.ui.widgets.labels import plain_label
from cxo_desktop.ui.widgets.layouts import boxed, column, row

_MOST_CHIPS = 8
_MOST_FLOWS = 6


class Section(QWidget):
    """A heading with its count and what is below it; hidden while there is nothing."""

    def __init__(self, heading: str, inside: QWidget) -> None:
        super().__init__()
        self._count = plain_label("", "small", "text2")
        self.setLayout(
            column(
                row(plain_label(heading, "strong", "text2"), None, self._count), inside, spacing=6
            )
        )
        self.setVisible(False)

    def show_count(self, count: str) -> None:
        """Show how much there is; "" hides all of it."""
        self._count.setText(count)
        self.setVisible(bool(count))


class NameChips(FlowBox):
    """A chip for each name, and one that says how many more there are."""

    def __init__(self, ink: str, icon: str) -> None:
        super().__init__()
        self._look = ink, icon
        self._shown: list[tuple[str, str, str]] = []
        self._chips: list[Chip] = []

    def show_names(self, names: Sequence[str]) -> None:
        """Show these names; only chips that say something else than before are touched."""
        wanted = [(name, *self._look) for name in names[:_MOST_CHIPS]]
        more = len(names) - _MOST_CHIPS
        if more > 0:
            wanted.append((_("{count} more").format(count=more), "text2", ""))
        for chip, said, before in zip(self._chips, wanted, self._shown, strict=False):
            if said != before:
                chip.show_text(*said)
        kept = self._chips[: len(wanted)]
        chips = [*kept, *(Chip(*said) for said in wanted[len(kept) :])]
        if len(chips) != len(self._chips):
            self.show_parts([*chips])
        self._shown, self._chips = wanted, chips


class CapturedCard(QFrame):
    """Shows an InterviewSummary. ``place_asked``: its notes are to be placed on the map."""

    place_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        self._summary: InterviewSummary | None = None
        self._tools = NameChips("tool", "wrench")
        self._people = NameChips("person", "user-round")
        self._pains = NameChips("pain", "circle-alert")
        self._flows = plain_label("", "small", wrap=True)
        self._cost = plain_label("", "bodyStrong", "cost", wrap=True)
        self._sections = {
            "tools": Section(_("Tools"), self._tools),
            "people": Section(_("People"), self._people),
            "flows": Section(_("Flows"), self._flows),
            "pains": Section(_("Pains"), self._pains),
            "cost": Section(_("Cost so far"), self._cost),
        }
        self._nothing = plain_label(
            _("Tools, people, flows and pains you note gather here."), "small", "text3", wrap=True
        )
        self._quoted = plain_label("", "small", "text3")
        self._stays = plain_label("", "small", "text2", wrap=True)
        self._stays_box = card(column(self._stays, margins=(10, 8, 10, 8)), "inner")
        self.place = plain_button("", "map-pin", self.place_asked.emit)
        self.place.setToolTip(_("Go to the map, to the lines that have no place there: F11"))
        self.show_to_place(0)
        inside: QVBoxLayout = column(self._nothing, *self._sections.values(), None, spacing=10)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        area.setWidget(boxed(inside))
        self.setLayout(
            column(
                plain_label(_("Captured in this interview"), "heading", wrap=True),
                area,
                self._quoted,
                self._stays_box,
                self.place,
                spacing=8,
                margins=(14, 12, 10, 12),
            )
        )

    @property
    def summary(self) -> InterviewSummary:
        """Return what is shown."""
        return self._summary or InterviewSummary()

    def show_to_place(self, count: int) -> None:
        """Say how many lines name something on the map and have no place there yet."""
        self.place.setText(_("Place {count} on the map").format(count=count))
        self.place.setAccessibleName(self.place.text())
        self.place.setVisible(bool(count))

    def show_summary(self, summary: InterviewSummary) -> None:
        """Show what the lines add up to."""
        if summary == self._summary:
            return
        self._tools.show_names(summary.tools)
        self._people.show_names(summary.people)
        self._pains.show_names(summary.pains)
        self._summary = summary
        self._flows.setText("\n".join(_newest(summary.flows)))
        self._cost.setText(summary.costs[0] or _("Not known yet"))
        counts = {
            "tools": len(summary.tools),
            "people": len(summary.people),
            "flows": len(summary.flows),
            "pains": len(summary.pains),
        }
        for name, count in counts.items():
            self._sections[name].show_count(str(count) if count else "")
        self._sections["cost"].show_count(summary.costs[1])
        self._nothing.setVisible(not any(counts.values()) and not summary.costs[1])
        self._quoted.setText(summary.quoted)
        self._stays.setText(summary.stays)
        self._stays_box.setVisible(bool(summary.stays))


def _newest(flows: Sequence[str]) -> list[str]:
    """Return the last flows, and before them how many there are that are not shown."""
    more = len(flows) - _MOST_FLOWS
    before = [_("{count} before these").format(count=more)] if more > 0 else []
    return [*before, *flows[-_MOST_FLOWS:]]
