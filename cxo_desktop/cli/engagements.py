"""``cxo engagement``: make, list, rename, remove, take in and give out whole engagements."""

from __future__ import annotations

from pathlib import Path

import click

from cxo_desktop.cli.session import Session, pass_session
from cxo_desktop.i18n import _, ngettext


@click.group()
def engagement() -> None:
    """Make, list, rename, archive, remove, import and export engagements."""


@engagement.command("new")
@click.argument("name")
@pass_session
def new(session: Session, name: str) -> None:
    """Make an engagement for the organisation NAME."""
    made = session.services.workspace.create(name)
    session.result({"code": made.code, "organisation": made.organisation}, made.code)
    made.close()


@engagement.command("list")
@click.option("--archived", is_flag=True, help=_("Those that were archived."))
@click.option("--removed", is_flag=True, help=_("Those in the bin."))
@pass_session
def list_(session: Session, *, archived: bool, removed: bool) -> None:
    """List the engagements in use."""
    from cxo_desktop.app import shelf

    workspace = session.services.workspace
    cards = shelf.removed(workspace) if removed else workspace.engagements(archived=archived)
    session.result(
        [{"code": card.code, "organisation": card.organisation} for card in cards],
        lambda: "\n".join(f"{card.code}  {card.organisation or _('(damaged)')}" for card in cards),
    )


@engagement.command("rename")
@click.argument("name")
@pass_session
def rename(session: Session, name: str) -> None:
    """Give the organisation another NAME."""
    from cxo_desktop.app import shelf

    card = shelf.rename(session.services.workspace, session.engagement, name)
    session.result({"code": card.code, "organisation": card.organisation}, _("Renamed."))


@engagement.command("archive")
@click.option("--undo", is_flag=True, help=_("Take it back into use."))
@pass_session
def archive(session: Session, *, undo: bool) -> None:
    """Put the engagement away: it stays, out of the list of those in use."""
    from cxo_desktop.app import shelf

    card = shelf.archive(session.services.workspace, session.engagement, archived=not undo)
    words = _("{code} is in use again.") if undo else _("{code} is archived.")
    session.result({"code": card.code, "archived": card.archived}, words.format(code=card.code))


@engagement.command("remove")
@pass_session
def remove(session: Session) -> None:
    """Put the engagement into the bin."""
    from cxo_desktop.app import shelf

    card = shelf.remove(session.services.workspace, session.engagement)
    session.result(
        {"code": card.code},
        _("{code} is in the bin; “cxo engagement restore {code}” brings it back.").format(
            code=card.code
        ),
    )


@engagement.command("restore")
@click.argument("code")
@pass_session
def restore(session: Session, code: str) -> None:
    """Bring the engagement CODE back from the bin."""
    from cxo_desktop.app import shelf

    card = shelf.bring_back(session.services.workspace, code)
    session.result(
        {"code": card.code, "organisation": card.organisation},
        _("{code} is back.").format(code=card.code),
    )


@engagement.command("empty-bin")
@click.option("--days", default=0, show_default=True, help=_("Only what was removed so long ago."))
@click.confirmation_option(prompt=_("What is in the bin will be gone for good. Go on?"))
@pass_session
def empty_bin(session: Session, days: int) -> None:
    """Remove for good the engagements in the bin."""
    from datetime import UTC, datetime, timedelta

    from cxo_desktop.app import shelf

    older_than = timedelta(days=days)
    gone = shelf.empty_bin(session.services.workspace, datetime.now(UTC), older_than=older_than)
    session.result(
        {"removed": gone},
        ngettext("{n} engagement is gone.", "{n} engagements are gone.", gone).format(n=gone),
    )


@engagement.command("info")
@pass_session
def info(session: Session) -> None:
    """Tell how much of everything the engagement holds."""
    from cxo_desktop.app.overview import counts

    with session.opened() as opened:
        numbers = counts(opened.dossier())
        heading = f"{opened.code}  {opened.organisation}"
    session.result(
        numbers,
        lambda: "\n".join([heading, *(f"{n:6}  {kind}" for kind, n in numbers.items())]),
    )


@engagement.command("unfiled")
@pass_session
def unfiled(session: Session) -> None:
    """List what names a record that is not there, as after a colleague removed it."""
    from cxo_desktop.app.unfiled import unfiled as loose

    with session.opened() as opened:
        found = loose(opened.dossier())
    session.result(
        [{"kind": it.kind, "id": it.id, "field": it.field, "missing": it.missing} for it in found],
        lambda: "\n".join(f"{it.kind} {it.id}: {it.field} {it.missing}" for it in found),
    )


@engagement.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--as-copy", is_flag=True, help=_("Import under a new code."))
@click.option("--replace", is_flag=True, help=_("Replace the engagement that is here."))
@pass_session
def import_(session: Session, file: Path, *, as_copy: bool, replace: bool) -> None:
    """Take in an engagement from FILE, a file of the exchange format."""
    done = session.services.workspace.import_file(file, as_copy=as_copy, replace_existing=replace)
    for key in done.unknown_keys:
        session.say(_("Kept, though this version does not know it: {key}").format(key=key))
    session.result(
        {
            "code": done.card.code,
            "organisation": done.card.organisation,
            "counts": dict(done.counts),
            "unknown_keys": list(done.unknown_keys),
        },
        _("Imported {code}, {organisation}.").format(
            code=done.card.code, organisation=done.card.organisation
        ),
    )


@engagement.command("export")
@click.option("-o", "output", required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--with-names", is_flag=True, help=_("Include the names of people."))
@pass_session
def export(session: Session, output: Path, *, with_names: bool) -> None:
    """Write the engagement to a file of the exchange format."""
    from cxo_desktop.app.export import export_engagement

    with session.opened() as opened:
        export_engagement(opened.dossier(), output, with_names=with_names)
    session.result({"file": str(output)}, _("Wrote {file}.").format(file=output))
