"""``cxo engagement``: make, list, take in and give out whole engagements."""

from __future__ import annotations

from pathlib import Path

import click

from cxo_desktop.cli.session import Session, pass_session
from cxo_desktop.i18n import _


@click.group()
def engagement() -> None:
    """Make, list, import and export engagements."""


@engagement.command("new")
@click.argument("name")
@pass_session
def new(session: Session, name: str) -> None:
    """Make an engagement for the organisation NAME."""
    made = session.services.workspace.create(name)
    session.result({"code": made.code, "organisation": made.organisation}, made.code)
    made.close()


@engagement.command("list")
@pass_session
def list_(session: Session) -> None:
    """List the engagements of the workspace."""
    cards = session.services.workspace.engagements()
    session.result(
        [{"code": card.code, "organisation": card.organisation} for card in cards],
        lambda: "\n".join(f"{card.code}  {card.organisation}" for card in cards),
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
