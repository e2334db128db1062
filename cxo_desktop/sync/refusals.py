"""Why a file on a share is not taken: by name, so that each can be told in words and tested."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """What is wrong with a file. NEWER and MISSING are no attack: an update, or a wait, helps."""

    NOT_WHOLE = "not_whole"
    ALTERED = "altered"
    FORGED = "forged"
    WRONG_PLACE = "wrong_place"
    BROKEN_CHAIN = "broken_chain"
    STRANGER = "stranger"
    REMOVED = "removed"
    NO_KEY = "no_key"
    FORK = "fork"
    NEWER = "newer"
    MISSING = "missing"
    ROLLED_BACK = "rolled_back"


class Refused(Exception):
    """A file is not taken, for this reason; ``detail`` has no words of a person."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail
