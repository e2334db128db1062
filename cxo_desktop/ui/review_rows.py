"""The gaps of an interview as rows: what is missing, and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cxo_desktop.domain.line_review import Found, Gap
from cxo_desktop.i18n import _
from cxo_desktop.ui.shown import ListRow

_LOOK = {
    Gap.CONSENT: ("shield-alert", "warn"),
    Gap.NUMBER: ("smartphone", "bad"),
    Gap.OWNER: ("user-round", "warn"),
    Gap.UNPLACED: ("map-pin", "text2"),
}


def gap_rows(
    found: Sequence[Found], lines: Mapping[str, str], people: Mapping[str, str]
) -> list[ListRow]:
    """Return a row for each gap; its key is the gap and the code, with a colon between."""
    words = {
        Gap.CONSENT: _("Consent is missing"),
        Gap.NUMBER: _("A telephone or identity number: take it out"),
        Gap.OWNER: _("An action without an owner"),
        Gap.UNPLACED: _("Names no tool, flow or theme yet"),
    }
    rows = []
    for it in found:
        icon, ink = _LOOK[it.gap]
        below = people.get(it.code, it.code) if it.gap is Gap.CONSENT else lines.get(it.code, "")
        rows.append(ListRow(f"{it.gap.value}:{it.code}", words[it.gap], below, icon, ink))
    return rows
