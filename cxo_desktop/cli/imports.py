"""``cxo import``: take in files of the field."""

from __future__ import annotations

from pathlib import Path

import click

from cxo_desktop.cli.session import Session, pass_session
from cxo_desktop.domain.enums import ConsentState
from cxo_desktop.i18n import _, ngettext


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help=_("Only tell what would come in."))
@click.option(
    "--consent",
    type=click.Choice([state.value for state in ConsentState]),
    default=ConsentState.NOT_ASKED.value,
    show_default=True,
    help=_("What the people said to being noted down."),
)
@pass_session
def import_(session: Session, paths: tuple[Path, ...], *, dry_run: bool, consent: str) -> None:
    """Take in interview notes (text, Markdown, folders of them), or tables of people.

    A table is a .csv, .tsv or .xlsx file with a line of headings such as name, role and level.
    """
    from cxo_desktop.app.import_people import ENDINGS
    from cxo_desktop.app.import_texts import import_texts

    tables = [path for path in paths if path.suffix.lower() in ENDINGS]
    if tables:
        if len(paths) > 1:
            raise click.UsageError(_("Import one table of people at a time."))
        _import_people(session, tables[0], dry_run=dry_run)
        return
    with session.opened() as opened:
        report = import_texts(opened, paths, dry_run=dry_run, consent=ConsentState(consent))
    for line in report.losses:
        session.say(line)
    if report.blocked:
        session.say(
            ngettext(
                "{count} note has no consent: it is kept, but blocked from every brief.",
                "{count} notes have no consent: they are kept, but blocked from every brief.",
                report.blocked,
            ).format(count=report.blocked)
        )
    session.result(report.as_plain(), lambda: "\n".join(report.lines()))


def _import_people(session: Session, path: Path, *, dry_run: bool) -> None:
    from cxo_desktop.app import import_people

    table = import_people.read_table(path)
    with session.opened() as opened:
        mapping = import_people.guess(table.headings)
        planned = import_people.plan(opened.dossier(), table, mapping)
        if not dry_run:
            import_people.take_in(opened, planned)
    session.result(
        planned.as_plain(dry_run=dry_run), lambda: "\n".join(planned.lines(dry_run=dry_run))
    )
