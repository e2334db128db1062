"""``cxo share`` and ``cxo sync``: work together over a folder that somebody moves."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from cxo_desktop.cli.session import Session, pass_session
from cxo_desktop.cli.share_place import settled
from cxo_desktop.domain.records import Json
from cxo_desktop.i18n import _, ngettext

if TYPE_CHECKING:
    from cxo_desktop.app.erasures import Erasure
    from cxo_desktop.app.sharing import Laptop, ShareStatus

_NAME_HELP = _("What colleagues call this laptop; else the name it has.")


@click.group()
def share() -> None:
    r"""Share an engagement with colleagues: nobody else can read along.

    PLACE is a folder that is mounted, synchronised or on a stick, or an address:

    \b
    sftp://USER@example.org/PATH          an SSH server; /~/PATH is below the user's own folder
    smb://USER@example.org/SHARE/PATH     a Windows or Samba share, without mounting it
    webdav+https://USER@example.org/PATH  a Nextcloud and the like
    s3+https://KEY@example.org/BUCKET     an object store that speaks S3

    You are asked for the password, or CXO_SHARE_PASSWORD has it. Over SFTP the keys of this laptop
    are used; “USER:@” asks for a password there too.
    """


@share.command("create")
@click.argument("place", callback=settled)
@click.option("--name", default="", help=_NAME_HELP)
@pass_session
def create(session: Session, place: str, name: str) -> None:
    """Make a share of the engagement in PLACE, a folder or an address (see “cxo share --help”)."""
    from cxo_desktop.app.sharing import create as make
    from cxo_desktop.app.sharing import status as status_of

    with session.opened() as opened:
        paper = make(opened, place, name or platform.node())
        space = status_of(opened).space
    session.say(_("Print this recovery key: with all laptops lost it opens the share."))
    session.result({"space": space, "recovery_key": paper}, paper)


@share.command("request")
@click.argument("place", callback=settled)
@click.option("--name", default="", help=_NAME_HELP)
@pass_session
def request(session: Session, place: str, name: str) -> None:
    """Ask to join the share in PLACE; read the six words to a colleague."""
    from cxo_desktop.app.sharing import request as ask

    words = ask(session.services.workspace, place, name or platform.node())
    session.say(_("Read these six words to a colleague, who runs “cxo share admit”:"))
    session.result({"words": words}, words)


@share.command("admit")
@click.argument("device", default="")
@click.option("--words", default="", help=_("The six words that were read to you."))
@click.option("--yes", is_flag=True, help=_("Admit all who ask; you have compared their words."))
@pass_session
def admit(session: Session, device: str, words: str, *, yes: bool) -> None:
    """Admit the laptop whose six words were read to you."""
    from cxo_desktop.app.sharing import admit as let_in
    from cxo_desktop.app.sharing import requests

    with session.opened() as opened:
        if not words and not yes:
            asking = requests(opened)
            for one in asking:
                session.say(f"{one.dev}  {one.name}  {one.words}")
            raise click.UsageError(_("Compare the six words, then give them with --words."))
        admitted = let_in(opened, device=device, words=words, every=yes)
    session.result(
        [{"device": one.dev, "name": one.name} for one in admitted],
        lambda: "\n".join(_("Admitted {name}.").format(name=one.name) for one in admitted),
    )


@share.command("recover")
@click.option("--key", required=True, help=_("The recovery key that was printed."))
@click.option("--name", default="", help=_NAME_HELP)
@pass_session
def recover(session: Session, key: str, name: str) -> None:
    """Let this laptop in by the printed key, when no colleague can; ask to join first."""
    from cxo_desktop.app.sharing import recover as let_in

    let_in(session.services.workspace, key, name or platform.node())
    session.result({"admitted": True}, _("This laptop is let in; now run “cxo sync”."))


@share.command("remove")
@click.argument("device")
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@pass_session
def remove(session: Session, device: str, *, yes: bool) -> None:
    """Remove the laptop DEVICE, by id or name: it reads nothing that is written from now on."""
    from cxo_desktop.app.sharing import remove as take_out

    with session.opened() as opened:
        if not yes:
            click.confirm(
                _("It keeps what it already has. Remove it?"), abort=True, err=True, default=False
            )
        gone = take_out(opened, device)
    session.result(
        {"device": gone.device, "name": gone.name},
        _("{name} is removed; it keeps what it already had.").format(name=gone.name),
    )


@share.command("status")
@pass_session
def status(session: Session) -> None:
    """Tell how the share stands: members, what waits, conflicts, quarantine."""
    from cxo_desktop.app.erasures import erasures
    from cxo_desktop.app.sharing import status as status_of

    with session.opened() as opened:
        found, erased = status_of(opened), erasures(opened)
    plain = [
        {"at": one.at.isoformat(), "by": one.by, "waiting": list(one.waiting)} for one in erased
    ]
    session.result(
        {**_plain_status(found), "erasures": plain},
        lambda: "\n".join([*_status_lines(found), *map(_erasure_line, erased)]),
    )


@share.command("repair")
@click.argument("place", callback=settled, default="")
@pass_session
def repair(session: Session, place: str) -> None:
    """Put back on the share whatever is missing or damaged there."""
    from cxo_desktop.app.sharing import repair as mend

    with session.opened() as opened:
        count = mend(opened, place)
    session.result(
        {"files": count},
        ngettext("{n} file was put back.", "{n} files were put back.", count).format(n=count),
    )


@share.command("withdraw")
@pass_session
def withdraw(session: Session) -> None:
    """Take back what this laptop asked to join and was not admitted to."""
    from cxo_desktop.app.joins import withdraw as take_back

    gone = take_back(session.services.workspace)
    session.result(
        [one.space for one in gone],
        ngettext("{n} request was taken back.", "{n} requests were taken back.", len(gone)).format(
            n=len(gone)
        ),
    )


@share.command("leave")
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@pass_session
def leave(session: Session, *, yes: bool) -> None:
    """Leave the share: all that is here stays here, nothing more is sent or comes in."""
    from cxo_desktop.app.sharing import leave as go

    with session.opened() as opened:
        if not yes:
            click.confirm(
                _("Your colleagues keep what you sent. Leave?"), abort=True, err=True, default=False
            )
        go(opened)
    session.result({"left": True}, _("This laptop has left the share."))


@click.command()
@click.argument("place", callback=settled, default="")
@click.option("--dry-run", is_flag=True, help=_("Say what would happen, and write nothing."))
@pass_session
def sync(session: Session, place: str, *, dry_run: bool) -> None:
    """Exchange with the share; PLACE where it has moved."""
    from cxo_desktop.app.syncing import sync_all

    if dry_run:
        _rehearse(session, place)
        return
    with session.progress(_("Exchanging")) as progress:
        done = sync_all(session.services.workspace, session.engagement, place, progress)
    session.result(
        [
            {
                "engagement": one.code,
                "remark": one.remark,
                "sealed": one.done.sealed,
                "sent": one.done.sent,
                "came_in": one.done.came_in,
                "conflicts": one.done.conflicts,
                "cloned": one.done.cloned,
                "quarantine": _refused(one.done.refused),
            }
            for one in done
        ],
        lambda: "\n".join(line for one in done for line in (one.code, *one.lines())),
    )


def _rehearse(session: Session, place: str) -> None:
    from cxo_desktop.app.syncing import would_do

    with session.opened() as opened, session.progress(_("Looking")) as progress:
        found = would_do(opened, place, progress)
    session.result(
        {
            "changes": found.changes,
            "files": found.files,
            "bytes": found.size,
            "attachments": found.contents,
            "came_in": {name: dict(kinds) for name, kinds in found.came_in.items()},
            "conflicts": found.conflicts,
            "not_taken": list(found.not_taken),
        },
        lambda: "\n".join(found.lines()),
    )


def _refused(refused: Mapping[str, tuple[int, str, str]]) -> list[Json]:
    return [{"file": name, "reason": str(why)} for name, (_size, why, _detail) in refused.items()]


def _plain_status(found: ShareStatus) -> dict[str, Json]:
    return {
        "place": found.place,
        "space": found.space,
        "members": [_plain_laptop(one) for one in found.laptops],
        "waiting": found.waiting,
        "conflicts": found.conflicts,
        "quarantine": [
            {"file": one.name, "reason": one.reason, "since": one.first_seen}
            for one in found.quarantine
        ],
    }


def _erasure_line(one: Erasure) -> str:
    when = one.at.astimezone().strftime("%Y-%m-%d")
    if not one.waiting:
        return _("What was erased on {date} is gone from all laptops.").format(date=when)
    return _("What was erased on {date} is not confirmed by: {names}.").format(
        date=when, names=", ".join(one.waiting)
    )


def _plain_laptop(one: Laptop) -> dict[str, Json]:
    return {
        "device": one.device,
        "name": one.name,
        "this_one": one.this_one,
        "removed": one.removed,
        "last": one.last,
        "last_at": one.last_at.isoformat() if one.last_at else None,
        "hours_ahead": one.hours_ahead,
    }


def _status_lines(found: ShareStatus) -> list[str]:
    lines = [f"{found.place}  cxo-space-{found.space}"]
    for one in found.laptops:
        state = _("this laptop") if one.this_one else _("removed") if one.removed else ""
        lines.append(f"{one.device}  {one.name}  {state}".rstrip())
        if one.hours_ahead >= 1:
            lines.append(
                _("  Its clock is {hours} hours ahead of this one's.").format(hours=one.hours_ahead)
            )
    lines.append(
        ngettext("{n} change waits to be sent.", "{n} changes wait to be sent.", found.waiting)
        .format(n=found.waiting)
    )  # fmt: skip
    lines.append(
        ngettext("{n} conflict.", "{n} conflicts.", found.conflicts).format(n=found.conflicts)
    )
    lines += [f"{one.reason}  {one.name}" for one in found.quarantine]
    return lines
