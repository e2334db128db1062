"""``cxo check``: whether the engagement is whole, and what can be read if not."""

from __future__ import annotations

import click

from cxo_desktop.cli.session import Session, pass_session
from cxo_desktop.domain.errors import Damaged


@click.command()
@pass_session
def check(session: Session) -> int:
    """Check pages, rows, search index, change log, attachments and backups."""
    from cxo_desktop.app.checks import check as look

    report = look(session.services.workspace, session.engagement)
    session.result(
        {
            "sound": report.sound,
            "faults": [{"part": fault.part, "fault": fault.words} for fault in report.faults],
            "readable": dict(report.readable),
            "backups": list(report.backups),
        },
        "\n".join(report.lines()),
    )
    return 0 if report.sound else Damaged.exit_code
