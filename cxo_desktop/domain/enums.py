"""The closed lists of the domain; the values are those of the exchange format."""

from __future__ import annotations

from enum import StrEnum


class Dimension(StrEnum):
    """The five heads under which a note, theme, finding or recommendation falls."""

    PROCESS = "process"
    DATA = "data"
    TECHNOLOGY = "technology"
    PEOPLE = "people"
    GOVERNANCE = "governance"


class NoteKind(StrEnum):
    """What a note is."""

    ASK = "ask"
    NEED = "need"
    PAIN_POINT = "pain_point"
    WORKAROUND = "workaround"
    FACT = "fact"
    OBSERVATION = "observation"
    RISK = "risk"
    IDEA = "idea"
    ASSUMPTION = "assumption"
    CONTRADICTION = "contradiction"
    OPEN_QUESTION = "open_question"
    DECISION = "decision"


class ConsentState(StrEnum):
    """Where the consent of one person for one interview stands."""

    NOT_ASKED = "not_asked"
    GIVEN = "given"
    GIVEN_LIMITED = "given_limited"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class ConsentScope(StrEnum):
    """What a consent allows."""

    NOTES = "notes"
    QUOTE_ANONYMOUS = "quote_anonymous"
    QUOTE_NAMED = "quote_named"
    SHARE_CONSULTANTS = "share_consultants"
    SHARE_LEADERSHIP = "share_leadership"
    SHARE_FUNDER = "share_funder"
    AUDIO = "audio"
    PHOTO = "photo"


class ConsentMethod(StrEnum):
    """How a consent was given."""

    ORAL = "oral"
    ORAL_WITNESSED = "oral_witnessed"
    WRITTEN = "written"
    DIGITAL = "digital"


class Sensitivity(StrEnum):
    """How far a record may travel."""

    PUBLIC = "public"
    INTERNAL = "internal"
    RESTRICTED = "restricted"
    CONFIDENTIAL = "confidential"


class InterviewStatus(StrEnum):
    """Where an interview stands."""

    PLANNED = "planned"
    OPEN = "open"
    DONE = "done"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class NodeKind(StrEnum):
    """Kinds of node in a data chain."""

    SOURCE_EVENT = "source_event"
    PAPER = "paper"
    DATABASE_APP = "database_app"
    MESSAGING = "messaging"
    SPREADSHEET = "spreadsheet"
    FILE = "file"
    DATABASE = "database"
    SCRIPT = "script"
    BI = "bi"
    REPORT = "report"
    DECISION_POINT = "decision_point"
    EXTERNAL = "external"


class FlowMethod(StrEnum):
    """How data moves along a flow."""

    PAPER_CAPTURE = "paper_capture"
    DIGITAL_CAPTURE = "digital_capture"
    RE_ENTRY = "re_entry"
    PHOTO_FORWARD = "photo_forward"
    MANUAL_EXPORT = "manual_export"
    COPY_PASTE = "copy_paste"
    MANUAL_IMPORT = "manual_import"
    MANUAL_REFRESH = "manual_refresh"
    EXPORT_SEND = "export_send"
    AUTO_SYNC = "auto_sync"
    API = "api"
    AUTO_REFRESH = "auto_refresh"
    SHARED_VIEW = "shared_view"
    READ_IN_MEETING = "read_in_meeting"


class Frequency(StrEnum):
    """How often something happens."""

    PER_EVENT = "per_event"
    HOURLY = "hourly"
    DAILY = "daily"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"
    AD_HOC = "ad_hoc"


class WaitModel(StrEnum):
    """How long data waits before it moves along a flow."""

    NONE = "none"
    FOLLOWS = "follows"
    SCHEDULED = "scheduled"
    SCHEDULED_ALIGNED = "scheduled_aligned"


class FlowState(StrEnum):
    """How well a flow works."""

    WORKS = "works"
    FRAGILE = "fragile"
    BROKEN = "broken"


class ToolStatus(StrEnum):
    """Where a tool stands in the organisation."""

    PROPOSED = "proposed"
    PILOT = "pilot"
    IN_USE = "in_use"
    PILOT_RETIRING = "pilot_retiring"
    RETIRED = "retired"


class FunderRole(StrEnum):
    """The part a funder played in a decision."""

    NONE = "none"
    INFORMED = "informed"
    ADVISED = "advised"
    CONDITIONED = "conditioned"
    DECIDED = "decided"


class Priority(StrEnum):
    """How much a capability matters to a pilot."""

    MUST = "must"
    SHOULD = "should"
    COULD = "could"


class CostKind(StrEnum):
    """What a cost is for."""

    LICENCE = "licence"
    HOSTING = "hosting"
    DEVICE = "device"
    CONNECTIVITY = "connectivity"
    VENDOR = "vendor"
    IMPLEMENTATION = "implementation"
    TRAINING = "training"
    STAFF_TIME = "staff_time"
    EXIT = "exit"


class Certainty(StrEnum):
    """How well a figure is known."""

    INVOICE = "invoice"
    STATED = "stated"
    ESTIMATE = "estimate"


class Horizon(StrEnum):
    """When a recommendation should be carried out."""

    NEXT_QUARTER = "0-3m"
    THIS_YEAR = "3-12m"
    LATER = "12m+"


class FindingStatus(StrEnum):
    """Where a finding stands."""

    DRAFT = "draft"
    CHECKED_WITH_PEOPLE = "checked_with_people"
    IN_BRIEF = "in_brief"
    RETIRED = "retired"


class Stance(StrEnum):
    """Whether a piece of evidence speaks for or against a finding."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"


class StepKind(StrEnum):
    """Kinds of step in a process map."""

    START = "start"
    TASK = "task"
    DECISION = "decision"
    WAIT = "wait"
    HAND_OFF = "hand_off"
    SUBPROCESS = "subprocess"
    DOCUMENT = "document"
    END = "end"


class MapVariant(StrEnum):
    """Whether a map shows what is or what should be."""

    AS_IS = "as_is"
    TO_BE = "to_be"


class TrainingState(StrEnum):
    """Where a training stands."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"


class PiiClass(StrEnum):
    """Classes of personal data."""

    NONE = "none"
    PSEUDONYMOUS = "pseudonymous"
    NAME = "name"
    CONTACT = "contact"
    LOCATION = "location"
    HEALTH = "health"
    CHILD = "child"
    GOV_ID = "gov_id"
    FINANCIAL = "financial"
    PHOTO = "photo"
    SAFETY_CRITICAL = "safety_critical"
