"""What was brought along from a visit beside words: photos, recordings, files."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cxo_desktop.domain.records import Record


class AttachmentKind(StrEnum):
    """What an attachment is to a person."""

    PHOTO = "photo"
    AUDIO = "audio"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(Record):
    """A file that was taken in; its content lies beside the database under ``digest``.

    ``name`` is the file's own, which may tell of a person and so never leaves; ``size`` is in
    bytes as kept; ``person`` is who gave it or is to be seen on it; ``with_position`` tells that
    the place where a photo was taken was kept on purpose; ``added_at`` is an ISO instant in UTC.
    """

    name: str = ""
    kind: AttachmentKind | None = None
    media_type: str | None = None
    size: int | None = None
    digest: str = ""
    interview: str | None = None
    note: str | None = None
    person: str | None = None
    with_position: bool | None = None
    added_at: str | None = None
