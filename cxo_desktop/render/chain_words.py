"""The words of a data chain's map: kinds of place, ways and rhythms of flows, durations."""

from __future__ import annotations

from cxo_desktop.domain.datachain import DataFlow
from cxo_desktop.domain.enums import FlowMethod, FlowState, Frequency, NodeKind
from cxo_desktop.i18n import _, ngettext

_HOURS_A_DAY = 24
_WHOLE_DAYS_FROM = 10


def kind_word(kind: NodeKind | None) -> str:
    """Return what a place of the chain is, in a word or two."""
    words = {
        NodeKind.SOURCE_EVENT: _("Where data is born"),
        NodeKind.PAPER: _("Paper"),
        NodeKind.DATABASE_APP: _("App"),
        NodeKind.MESSAGING: _("Messages"),
        NodeKind.SPREADSHEET: _("Spreadsheet"),
        NodeKind.FILE: _("File"),
        NodeKind.DATABASE: _("Database"),
        NodeKind.SCRIPT: _("Script"),
        NodeKind.BI: _("Dashboard tool"),
        NodeKind.REPORT: _("Report"),
        NodeKind.DECISION_POINT: _("Decision"),
        NodeKind.EXTERNAL: _("Outside"),
    }
    return words[kind] if kind else _("Kind not known")


def method_word(method: FlowMethod | None, *, manual: bool | None) -> str:
    """Return how data moves, or "" if nothing is known of it."""
    words = {
        FlowMethod.PAPER_CAPTURE: _("on paper"),
        FlowMethod.DIGITAL_CAPTURE: _("in the app"),
        FlowMethod.RE_ENTRY: _("typed again"),
        FlowMethod.PHOTO_FORWARD: _("photo sent on"),
        FlowMethod.MANUAL_EXPORT: _("exported by hand"),
        FlowMethod.COPY_PASTE: _("copied by hand"),
        FlowMethod.MANUAL_IMPORT: _("imported by hand"),
        FlowMethod.MANUAL_REFRESH: _("refreshed by hand"),
        FlowMethod.EXPORT_SEND: _("exported and sent"),
        FlowMethod.AUTO_SYNC: _("syncs by itself"),
        FlowMethod.API: _("by interface"),
        FlowMethod.AUTO_REFRESH: _("refreshes by itself"),
        FlowMethod.SHARED_VIEW: _("shared view"),
        FlowMethod.READ_IN_MEETING: _("read in the meeting"),
    }
    if method is not None:
        return words[method]
    return _("by hand") if manual else ""


def frequency_word(frequency: Frequency | None) -> str:
    """Return how often data moves, or "" if that is not known."""
    words = {
        Frequency.PER_EVENT: _("each time"),
        Frequency.HOURLY: _("hourly"),
        Frequency.DAILY: _("daily"),
        Frequency.WEEKLY: _("weekly"),
        Frequency.FORTNIGHTLY: _("fortnightly"),
        Frequency.MONTHLY: _("monthly"),
        Frequency.QUARTERLY: _("quarterly"),
        Frequency.HALF_YEARLY: _("half-yearly"),
        Frequency.YEARLY: _("yearly"),
        Frequency.AD_HOC: _("now and then"),
    }
    return words[frequency] if frequency else ""


def state_word(state: FlowState | None) -> str:
    """Return the state that somebody gave a flow, "" where it works or nobody said."""
    if state is FlowState.BROKEN:
        return _("broken")
    return _("fragile") if state is FlowState.FRAGILE else ""


def way_words(flow: DataFlow) -> str:
    """Return how often and how data moves, such as "monthly, typed again"."""
    rhythm = frequency_word(flow.frequency)
    method = method_word(flow.method, manual=flow.manual)
    if rhythm and method:
        return _("{frequency}, {method}").format(frequency=rhythm, method=method)
    return rhythm or method


def duration(hours: float) -> str:
    """Return hours in words: "20 min", "14 h", "3.5 days", "19 days"; "" for no time at all."""
    if hours <= 0:
        return ""
    if hours < 1:
        return _("{minutes} min").format(minutes=max(1, round(hours * 60)))
    if hours < _HOURS_A_DAY:
        return _("{hours} h").format(hours=_short(hours))
    days = hours / _HOURS_A_DAY
    number = _short(days if days < _WHOLE_DAYS_FROM else int(days + 0.5))
    return ngettext("{days} day", "{days} days", 1 if number == "1" else 2).format(days=number)


def _short(number: float) -> str:
    """Return a number with one decimal, or none where it is whole."""
    return f"{number:.1f}".removesuffix(".0")
