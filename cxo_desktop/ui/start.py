"""Start the window: arguments, fonts, services, and the border where nothing may go unseen."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from cxo_desktop.compose import Services, open_services
from cxo_desktop.domain.errors import CxoError, Locked
from cxo_desktop.i18n import _
from cxo_desktop.ui import icons
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.main_window import MainWindow
from cxo_desktop.ui.theme import Theme

PASSPHRASE_VARIABLE = "CXO_PASSPHRASE"  # noqa: S105 - the name of a variable


def run(arguments: Sequence[str]) -> int:
    """Open the window and return its exit code when it has closed."""
    asked = _parser().parse_args(arguments)
    app = QApplication([])
    app.setApplicationName("cxo-desktop")
    app.setApplicationDisplayName("CxO Desktop")
    app.setDesktopFileName("cxo-desktop")
    services = open_services(asked.workspace)
    unlock_from_environment(services)
    window = make_window(app, services, asked.engagement)
    window.show()
    return app.exec()


def make_window(app: QApplication, services: Services, engagement: str = "") -> MainWindow:
    """Return the window over a workspace; unlocked, it has the engagement asked for open.

    Of several the newest is opened when none is asked for.
    """
    theme = Theme(app)
    theme.changed.connect(icons.dress_all_again)
    desk = Desk(services, engagement, app)
    window = MainWindow(desk, theme)
    sys.excepthook = _Unforeseen(window)
    if not services.workspace.vault.locked:
        desk.attempt(desk.open_wanted)
    return window


def unlock_from_environment(services: Services) -> None:
    """Unlock with the passphrase of the environment; when it does not fit, the window asks."""
    passphrase = os.environ.get(PASSPHRASE_VARIABLE, "")
    if passphrase and not services.workspace.vault.is_new:
        with suppress(Locked):
            services.workspace.vault.unlock(passphrase)


class _Unforeseen:
    """Shows an error nobody foresaw in the window, and writes where it came from to stderr."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        traceback.print_exception(kind, error, trace)
        if not issubclass(kind, Exception):
            return
        self._window.notice.show_error(
            CxoError(
                _("Something went wrong that we did not foresee."),
                _("What you typed is still where you typed it."),
                _("Try again; if it stays, close the window and open it again."),
            )
        )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cxo-desktop", description=_("Field notebook of a fractional CxO.")
    )
    parser.add_argument(
        "--workspace", type=Path, metavar="DIR", help=_("folder that holds the engagements")
    )
    parser.add_argument(
        "--engagement", default="", metavar="CODE", help=_("engagement to open, by its code")
    )
    return parser
