"""``cxo demo``: the main job on the sample, from notes to maps, figures and a brief."""

from __future__ import annotations

from pathlib import Path

import click

from cxo_desktop.cli.session import Session, pass_session
from cxo_desktop.i18n import _

DEMO_PASSPHRASE = "demo"  # noqa: S105 - said aloud to the user, for the fictional sample only


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("demo"),
    show_default=True,
    help=_("Folder for what is made; what an earlier demo made there is replaced."),
)
@pass_session
def demo(session: Session, out: Path) -> None:
    """Do the main job on the fictional sample: workspace, maps, indicators, brief."""
    from cxo_desktop.app.demo import run_demo
    from cxo_desktop.compose import open_services

    with session.progress(_("Working on the sample")) as progress:
        made = run_demo(
            out, lambda folder: open_services(folder, DEMO_PASSPHRASE).workspace, progress
        )
    session.say(
        _("The demo's passphrase is “{passphrase}”: never keep real notes in it.").format(
            passphrase=DEMO_PASSPHRASE
        )
    )
    session.result(
        {
            "workspace": str(made.workspace),
            "brief": str(made.brief),
            "maps": [str(path) for path in made.maps],
            "indicators": str(made.indicators),
        },
        lambda: "\n".join(
            [
                _("Workspace   {path}").format(path=made.workspace),
                _("Brief       {path}").format(path=made.brief),
                *(_("Map         {path}").format(path=path) for path in made.maps),
                _("Indicators  {path}").format(path=made.indicators),
            ]
        ),
    )
