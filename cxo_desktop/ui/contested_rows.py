"""Conflicts in words: what was changed by two, and what each side says."""

from __future__ import annotations

from dataclasses import dataclass

from cxo_desktop.app.conflicts import Conflict, Keep, Version
from cxo_desktop.app.done_words import thing_word
from cxo_desktop.domain.changes import Cell
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.entities import BY_TABLE
from cxo_desktop.i18n import _
from cxo_desktop.ui.field_words import field_word
from cxo_desktop.ui.record_words import title_of
from cxo_desktop.ui.share_rows import moment
from cxo_desktop.ui.shown import ListRow

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Side:
    """One version as it is shown: whose, when, what it says, whether it is what shows now."""

    whose: str
    when: str
    text: str
    mine: bool
    shows: bool


def conflict_row(one: Conflict, dossier: Dossier) -> ListRow:
    """Return a conflict as a row: the record, what of it, and who else changed it."""
    others = ", ".join(dict.fromkeys(side.by for side in one.versions if not side.mine))
    what = field_word(one.field, one.table) if one.field else _("removed and changed")
    title = record_title(one, dossier)
    return ListRow(
        f"{one.number}",
        title if len(title) <= _LONGEST else f"{title[:_LONGEST].rstrip()}…",
        " · ".join(filter(None, [thing_word(one.table), what, others])),
        "split",
        "warn",
    )


def record_title(one: Conflict, dossier: Dossier) -> str:
    """Return what the contested record is called, or its code where it is not there."""
    record = (
        dossier.by_code(BY_TABLE[one.table].cls).get(one.code) if one.table in BY_TABLE else None
    )
    return title_of(record, dossier) if record is not None else one.code


def what_words(one: Conflict) -> str:
    """Return in a sentence what happened."""
    others = ", ".join(dict.fromkeys(side.by for side in one.versions if not side.mine))
    if not one.field:
        return _("One of you removed this record while the other changed it. It is back for now.")
    field = field_word(one.field, one.table)
    if one.merged:
        return _("{field}: the edits of all are in it. Look whether it reads well.").format(
            field=field
        )
    if any(side.mine for side in one.versions):
        return _("{field}: you and {names} changed it without seeing each other.").format(
            field=field, names=others
        )
    return _("{field}: {names} changed it without seeing each other.").format(
        field=field, names=others
    )


def sides(one: Conflict) -> list[Side]:
    """Return the versions to show side by side, mine first."""
    shown = [_side(version, one, shows=not number) for number, version in enumerate(one.versions)]
    ordered = sorted(shown, key=lambda side: not side.mine)
    if not one.merged:
        return ordered
    return [*ordered, Side(_("Merged"), "", cell_words(one.now), mine=False, shows=True)]


def choices(one: Conflict) -> list[tuple[Keep, str]]:
    """Return how a conflict can be settled, with words for the buttons."""
    others = [side.by for side in one.versions if not side.mine]
    mine_too = any(side.mine for side in one.versions)
    if not one.field:
        removed_here = any(side.mine for side in one.versions[1:])
        mine = _("Remove it") if removed_here else _("Keep it")
        theirs = _("Keep it") if removed_here else _("Remove it")
        return [(Keep.MINE, mine), (Keep.THEIRS, theirs)]
    found = [(Keep.MINE, _("Keep mine"))] if mine_too else [(Keep.SHOWN, _("Keep what shows"))]
    if others:
        found.append((Keep.THEIRS, _("Keep theirs")))
    both = _("Keep as merged") if one.merged else _("Keep both")
    return [*found, (Keep.BOTH, both)] if one.merged or _is_text(one) else found


def _is_text(one: Conflict) -> bool:
    return all(isinstance(side.value, str) for side in one.versions) and one.free


def _side(version: Version, one: Conflict, *, shows: bool) -> Side:
    done = _("Changed it") if shows else _("Removed it")
    text = cell_words(version.value) if one.field else done
    whose = _("Yours") if version.mine else version.by
    return Side(whose, moment(version.at), text, version.mine, shows and not one.merged)


def cell_words(value: Cell) -> str:
    """Return a cell in words; a dash for nothing."""
    return "\N{EN DASH}" if value is None or value == "" else str(value)
