"""Photos, recordings and files that are kept with an engagement, encrypted beside its database."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.domain.attachments import Attachment, AttachmentKind
from cxo_desktop.domain.errors import Damaged, InputRefused
from cxo_desktop.domain.interviews import Interview, Note
from cxo_desktop.domain.people import Person
from cxo_desktop.domain.records import Record
from cxo_desktop.exchange.photos import is_photo, pixels, small, without_position
from cxo_desktop.i18n import _
from cxo_desktop.store.files import write_whole

LARGE_BYTES = 25 * 1024 * 1024
THUMBNAIL_EDGE = 256
_MEGABYTE = 1024 * 1024


class TooLarge(InputRefused):
    """A file that is large enough to ask first; ``size`` is in bytes."""

    def __init__(self, name: str, size: int) -> None:
        super().__init__(
            _("{name} was not taken in yet.").format(name=name),
            _("It has {size} MB, more than the usual {limit} MB.").format(
                size=round(size / _MEGABYTE), limit=LARGE_BYTES // _MEGABYTE
            ),
            _("Take it in all the same (--large on the command line), or make it smaller first."),
        )
        self.size = size


@dataclass(frozen=True, slots=True)
class Belongs:
    """What an attachment belongs to, by codes; all may be left out."""

    interview: str | None = None
    note: str | None = None
    person: str | None = None


NOWHERE = Belongs()


def require_owners(engagement: OpenEngagement, belongs: Belongs) -> None:
    """Raise NotFound for a code of an owner that is not there, maybe a slip of the hand."""
    owners: tuple[tuple[type[Record], str | None], ...] = (
        (Interview, belongs.interview),
        (Note, belongs.note),
        (Person, belongs.person),
    )
    for cls, code in owners:
        if code is not None:
            engagement.get(cls, code)


def add_attachment(
    engagement: OpenEngagement,
    path: Path,
    belongs: Belongs = NOWHERE,
    *,
    keep_position: bool = False,
    allow_large: bool = False,
) -> Attachment:
    """Take a file in; its content is on the disk when this returns, the file stays as it is.

    From a photo the place where it was taken is removed unless it is to be kept. Raises TooLarge
    unless large ones are allowed, InputRefused for what cannot be read or whose place cannot be
    removed, DiskFull; then nothing is kept.
    """
    content = _read(path, allow_large=allow_large)
    return add_content(engagement, path.name, content, belongs, keep_position=keep_position)


def add_content(
    engagement: OpenEngagement,
    name: str,
    content: bytes,
    belongs: Belongs = NOWHERE,
    *,
    keep_position: bool = False,
) -> Attachment:
    """Take a content in that lies in no file, such as a pasted picture. As add_attachment."""
    photo = is_photo(content)
    if photo and not keep_position:
        content = without_position(content)
    media_type = mimetypes.guess_type(name)[0]
    blobs = engagement.store.blobs
    digest = blobs.put(content)
    try:
        return engagement.add(
            Attachment(
                name=name,
                kind=_kind(media_type, photo=photo),
                media_type=media_type,
                size=len(content),
                digest=digest,
                interview=belongs.interview,
                note=belongs.note,
                person=belongs.person,
                with_position=True if photo and keep_position else None,
                added_at=datetime.now(UTC).isoformat(timespec="seconds"),
            )
        )
    except BaseException:
        if not engagement.find(Attachment, digest=digest):
            blobs.remove(digest)
        raise


def read_attachment(engagement: OpenEngagement, attachment: Attachment) -> bytes:
    """Return the content of an attachment. Raises Damaged when it is missing or was altered."""
    return engagement.store.blobs.get(attachment.digest)


def save_attachment(engagement: OpenEngagement, code: str, path: Path) -> Attachment:
    """Write the content of an attachment to a file, no longer encrypted; return the attachment.

    Raises NotFound, Damaged, InputRefused or DiskFull; then the file is as it was.
    """
    attachment = engagement.get(Attachment, code)
    write_whole(path, read_attachment(engagement, attachment))
    return attachment


def thumbnail(
    engagement: OpenEngagement, attachment: Attachment, edge: int = THUMBNAIL_EDGE
) -> bytes | None:
    """Return a small PNG of a photo, or None for what is no photo or cannot be shown.

    It is kept, encrypted, beside the content. Raises Damaged when the content is.
    """
    if attachment.kind is not AttachmentKind.PHOTO:
        return None
    blobs = engagement.store.blobs
    name = f"{attachment.digest}-{edge}"
    if blobs.has(name):
        try:
            return blobs.get(name)
        except Damaged:
            blobs.remove(name)
    try:
        made = small(blobs.get(attachment.digest), edge)
    except InputRefused:
        return None
    if not engagement.read_only:
        blobs.put_as(name, made)
    return made


def thumbnail_pixels(
    engagement: OpenEngagement, attachment: Attachment, edge: int = THUMBNAIL_EDGE
) -> tuple[int, int, bytes] | None:
    """Return width, height and RGBA bytes of a small picture, or None as thumbnail does."""
    made = thumbnail(engagement, attachment, edge)
    return None if made is None else pixels(made)


def remove_attachment(engagement: OpenEngagement, attachment: Attachment) -> None:
    """Take an attachment away; it goes to the bin and can be brought back. Raises NotFound."""
    engagement.remove(attachment)


def _read(path: Path, *, allow_large: bool) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGE_BYTES and not allow_large:
            raise TooLarge(path.name, size)
        return path.read_bytes()
    except OSError as error:
        raise InputRefused(
            _("{name} was not taken in.").format(name=path.name),
            _("It cannot be read: {reason}.").format(reason=error.strerror or error),
            _("Check the name of the file and your permission to read it."),
        ) from error


def _kind(media_type: str | None, *, photo: bool) -> AttachmentKind:
    if photo:
        return AttachmentKind.PHOTO
    if media_type and media_type.startswith("audio/"):
        return AttachmentKind.AUDIO
    return AttachmentKind.FILE
