"""``cxo brief``: the PDF for the Executive Director."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from cxo_desktop.cli.session import Session, pass_session
from cxo_desktop.i18n import _


@click.command()
@click.option("-o", "output", required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--date",
    "on",
    type=click.DateTime(["%Y-%m-%d"]),
    help=_("Date on the brief; the engagement's own date if left out."),
)
@pass_session
def brief(session: Session, output: Path, on: datetime | None) -> None:
    """Write the brief of the engagement as a PDF."""
    from cxo_desktop.app.briefs import write_brief
    from cxo_desktop.app.tasks import CancelToken

    with session.opened() as opened:
        dossier = opened.dossier()
        day = on.date() if on else opened.today()
    with session.progress(_("Making the brief")) as progress:
        write_brief(dossier, output, on=day, language="en", token=CancelToken(), progress=progress)
    session.result({"file": str(output)}, _("Wrote {file}.").format(file=output))
