"""The ``cxo`` command: global options, the list of commands, and how errors end."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cxo_desktop import __version__
from cxo_desktop.cli import (
    attachments,
    backups,
    brief,
    catalogue,
    checks,
    conflicts,
    demo,
    duplicates,
    engagements,
    forget,
    imports,
    indicators,
    interviews,
    maps,
    notes,
    passphrase,
    records,
    search,
    share,
    undo,
    workspace,
)
from cxo_desktop.cli.session import Session
from cxo_desktop.domain.errors import Cancelled, CxoError
from cxo_desktop.i18n import _

EXIT_CANCELLED = 130


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="cxo")
@click.option(
    "--workspace",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="CXO_WORKSPACE",
    help=_("Folder of the workspace."),
)
@click.option(
    "--engagement",
    default="",
    envvar="CXO_ENGAGEMENT",
    help=_("Name or code of the engagement; not needed when there is only one."),
)
@click.option(
    "--passphrase-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_(
        "File whose first line is the passphrase; else CXO_PASSPHRASE, else the keyring of this "
        "laptop if it was chosen, else you are asked."
    ),
)
@click.option("--json", "as_json", is_flag=True, help=_("Print the result as one JSON document."))
@click.option("--quiet", is_flag=True, help=_("Print nothing but the result."))
@click.option("--debug", is_flag=True, help=_("Show where in the program an error arose."))
@click.pass_context
def cxo(  # noqa: PLR0913 - one parameter an option
    context: click.Context,
    workspace: Path | None,
    engagement: str,
    passphrase_file: Path | None,
    *,
    as_json: bool,
    quiet: bool,
    debug: bool,  # noqa: ARG001 - read by main() from the arguments
) -> None:
    """Field notebook of a fractional CxO: from interviews to a brief, offline."""
    context.obj = Session(workspace, engagement, as_json, quiet, passphrase_file)


for command in (
    demo.demo,
    workspace.init,
    passphrase.passphrase,
    passphrase.keyring,
    engagements.engagement,
    interviews.interview,
    notes.note,
    records.records,
    search.search,
    attachments.attachment,
    imports.import_,
    indicators.indicators,
    indicators.scenario,
    indicators.impact,
    indicators.patterns,
    catalogue.catalogue,
    maps.map_,
    brief.brief,
    undo.undo,
    undo.redo,
    backups.backup,
    checks.check,
    forget.forget,
    share.share,
    share.sync,
    conflicts.conflicts,
    duplicates.duplicates,
):
    cxo.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Run one command and end the process with its exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    sys.exit(run(words))


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code; errors are told in words on stderr."""
    try:
        outcome = cxo.main(arguments, prog_name="cxo", standalone_mode=False)
    except click.exceptions.Abort:
        return EXIT_CANCELLED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except Cancelled:
        click.echo(_("Cancelled; nothing was left half done."), err=True)
        return EXIT_CANCELLED
    except CxoError as error:
        if "--debug" in arguments:
            raise
        click.echo(f"{error.what}\n{error.why}\n{error.remedy}", err=True)
        return error.exit_code
    return outcome if isinstance(outcome, int) else 0
