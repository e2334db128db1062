"""``cxo attachment``: take photos, recordings and files in, list them, write one out again."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cxo_desktop.cli.session import Session, pass_session
from cxo_desktop.domain.records import Json
from cxo_desktop.i18n import _

if TYPE_CHECKING:
    from cxo_desktop.app.engagement import OpenEngagement
    from cxo_desktop.domain.attachments import Attachment


@click.group()
def attachment() -> None:
    """Keep photos, recordings and files, encrypted, with the engagement."""


@attachment.command("add")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--interview", help=_("Code of the interview it belongs to."))
@click.option("--note", help=_("Code of the note it belongs to."))
@click.option("--person", help=_("Code of the person it is of."))
@click.option("--keep-position", is_flag=True, help=_("Keep where a photo was taken."))
@click.option("--large", is_flag=True, help=_("Take a large file in without asking."))
@pass_session
def add(  # noqa: PLR0913 - one parameter an option
    session: Session,
    file: Path,
    interview: str | None,
    note: str | None,
    person: str | None,
    *,
    keep_position: bool,
    large: bool,
) -> None:
    """Take FILE in; the file itself stays where it is."""
    from cxo_desktop.app.attachments import Belongs, TooLarge, add_attachment, require_owners

    belongs = Belongs(interview, note, person)

    def take(opened: OpenEngagement, *, allow_large: bool) -> Attachment:
        return add_attachment(
            opened, file, belongs, keep_position=keep_position, allow_large=allow_large
        )

    with session.opened() as opened:
        require_owners(opened, belongs)
        try:
            kept = take(opened, allow_large=large)
        except TooLarge as error:
            if not sys.stdin.isatty():
                raise
            click.echo(error.why, err=True)
            click.confirm(error.remedy, abort=True, err=True)
            kept = take(opened, allow_large=True)
    session.result(_plain(kept), kept.code)


@attachment.command("list")
@pass_session
def list_(session: Session) -> None:
    """List the attachments, oldest first."""
    from cxo_desktop.domain.attachments import Attachment

    with session.opened() as opened:
        there = opened.find(Attachment)
    session.result(
        [_plain(one) for one in there],
        lambda: "\n".join(f"{one.code}  {one.kind}  {one.size}  {one.name}" for one in there),
    )


@attachment.command("get")
@click.argument("code")
@click.option(
    "-o",
    "--out",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("File to write; it will not be encrypted."),
)
@pass_session
def get(session: Session, code: str, out: Path) -> None:
    """Write the content of the attachment CODE to a file."""
    from cxo_desktop.app.attachments import save_attachment

    with session.opened() as opened:
        kept = save_attachment(opened, code, out)
    session.result({**_plain(kept), "file": str(out)}, str(out))


def _plain(kept: Attachment) -> dict[str, Json]:
    return {
        "id": kept.code,
        "name": kept.name,
        "kind": kept.kind,
        "size": kept.size,
        "interview": kept.interview,
        "note": kept.note,
        "person": kept.person,
    }
