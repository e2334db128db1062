"""Words for how data moves: kinds of node, ways of moving, how often."""

from __future__ import annotations

from cxo_desktop.domain.enums import FlowMethod, FlowState, Frequency, NodeKind, PiiClass, StepKind
from cxo_desktop.i18n import _


def node_kind_word(kind: NodeKind | None) -> str:
    """Return what a kind of node is called, or "" for an unknown one."""
    return {
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
        None: "",
    }[kind]


def method_word(method: FlowMethod | None) -> str:
    """Return how data moves, or "" when nobody said."""
    return {
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
        None: "",
    }[method]


def frequency_word(frequency: Frequency | None) -> str:
    """Return how often something happens, or "" when nobody said."""
    return {
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
        None: "",
    }[frequency]


def state_word(state: FlowState | None) -> str:
    """Return how well a flow works, or "" when nobody said."""
    return {
        FlowState.WORKS: _("works"),
        FlowState.FRAGILE: _("fragile"),
        FlowState.BROKEN: _("broken"),
        None: "",
    }[state]


def pii_words(classes: tuple[PiiClass, ...]) -> str:
    """Return which personal data there is, in words; "" for none or unknown."""
    known = {
        PiiClass.PSEUDONYMOUS: _("codes"),
        PiiClass.NAME: _("names"),
        PiiClass.CONTACT: _("contacts"),
        PiiClass.LOCATION: _("places"),
        PiiClass.HEALTH: _("health"),
        PiiClass.CHILD: _("children"),
        PiiClass.GOV_ID: _("identity numbers"),
        PiiClass.FINANCIAL: _("money"),
        PiiClass.PHOTO: _("photos"),
        PiiClass.SAFETY_CRITICAL: _("safety"),
    }
    return ", ".join(known[one] for one in classes if one in known)


def step_kind_word(kind: StepKind | None) -> str:
    """Return what a kind of step is called, "" for none."""
    if kind is None:
        return ""
    return {
        StepKind.START: _("start"),
        StepKind.TASK: _("task"),
        StepKind.DECISION: _("decision"),
        StepKind.WAIT: _("wait"),
        StepKind.HAND_OFF: _("hand-off"),
        StepKind.SUBPROCESS: _("process of its own"),
        StepKind.DOCUMENT: _("document"),
        StepKind.END: _("end"),
    }[kind]
