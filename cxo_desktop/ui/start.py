"""Start the window: arguments, fonts, services, and the border where nothing may go unseen."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import traceback
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from cxo_desktop.app.arrival import Arrival, arrive
from cxo_desktop.compose import Services, open_services
from cxo_desktop.domain.errors import CxoError, Damaged, InputRefused, Locked
from cxo_desktop.i18n import _, use_language
from cxo_desktop.ui import icons, manners
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.dialogs.refused import RefusedDialog
from cxo_desktop.ui.forward import ComeForward
from cxo_desktop.ui.pages_ahead import PagesAhead
from cxo_desktop.ui.sleep_watch import SleepWatch
from cxo_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from cxo_desktop.ui.main_window import MainWindow

PASSPHRASE_VARIABLE = "CXO_PASSPHRASE"  # noqa: S105 - the name of a variable


def run(arguments: Sequence[str]) -> int:
    """Open the window and return its exit code when it has closed."""
    asked = _parser().parse_args(arguments)
    app = QApplication([])
    app.setApplicationName("cxo-desktop")
    app.setApplicationDisplayName("CxO Desktop")
    app.setDesktopFileName("cxo-desktop")
    services = open_services(asked.workspace)
    use_language(services.settings.now.language)
    arrival = arrived(services)
    if arrival is None:
        return Locked.exit_code
    with ThreadPoolExecutor(1) as beside:
        # The key is reckoned outside of Python: meanwhile the code is read.
        unlocking = beside.submit(unlock_unasked, services)
        read_first_code()
        unlocking.result()
    windows = Windows(app, services, arrival)
    windows.open(asked.engagement)
    gc.freeze()  # what lives until the end is not looked through again and again
    try:
        return app.exec()
    finally:
        services.window_lock.release()


def read_first_code() -> None:
    """Read the code of the window and of its first page."""
    import cxo_desktop.ui.main_window
    import cxo_desktop.ui.pages.home  # noqa: F401 - read for what comes next


def arrived(services: Services) -> Arrival | None:
    """Take the workspace for this window; None, with the reason told, when that cannot be."""
    try:
        return arrive(services.workspace.path, services.window_lock)
    except CxoError as error:
        sys.stderr.write(f"{error}\n")
        if not isinstance(error, Locked):
            RefusedDialog(error).exec()
        return None


def keep_watch(window: MainWindow, services: Services, arrival: Arrival) -> None:
    """Let the window hear of a second start, of the laptop's sleep, and set space aside."""
    if not arrival.read_only:
        folder = str(services.workspace.path)
        ComeForward(services.window_lock, folder, window)
        window.parts.keeping.set_reserve_aside()
    watch = SleepWatch(window)
    watch.leaving.connect(window.parts.locking.lock)
    PagesAhead(window.desk, window.stack)
    manners.come_back(window, services.settings)


class Windows(QObject):
    """The one window; when a language is chosen, another takes its place, at the same page."""

    def __init__(self, app: QApplication, services: Services, arrival: Arrival) -> None:
        super().__init__(app)
        self._app, self._services, self._arrival = app, services, arrival
        self.window: MainWindow | None = None

    def open(self, engagement: str = "") -> None:
        """Show the window, with the engagement asked for or the one that was open last."""
        crashed = self._arrival.left_behind is not None and self.window is None
        window = make_window(self._app, self._services, engagement, crashed=crashed)
        keep_watch(window, self._services, self._arrival)
        # Later, for it is a widget of the old window that told.
        later = Qt.ConnectionType.QueuedConnection
        window.desk.spoken.connect(self._speak, later)
        window.show()
        self.window = window

    def _speak(self, language: str) -> None:
        old = self.window
        self._app.setQuitOnLastWindowClosed(False)
        if old is not None and old.close():
            use_language(language)
            self.open()
            old.deleteLater()
        self._app.setQuitOnLastWindowClosed(True)


def make_window(
    app: QApplication, services: Services, engagement: str = "", *, crashed: bool = False
) -> MainWindow:
    """Return the window over a workspace; unlocked, it has the engagement asked for open.

    Without one asked for, it is the one that was open last, else the newest. ``crashed``: the
    window before it ended without closing.
    """
    from cxo_desktop.ui.main_window import MainWindow

    theme = Theme(app, services.settings)
    theme.changed.connect(icons.dress_all_again)
    desk = Desk(services, engagement, app)
    window = MainWindow(desk, theme, crashed=crashed)
    sys.excepthook = _Unforeseen(window)
    return window


def unlock_unasked(services: Services) -> None:
    """Unlock with the passphrase of the environment, else by the system's keyring if it may.

    When neither fits the window asks, as it does after every lock.
    """
    passphrase, vault = os.environ.get(PASSPHRASE_VARIABLE, ""), services.workspace.vault
    with suppress(Locked, InputRefused, Damaged):
        if passphrase and not vault.is_new:
            vault.unlock(passphrase)
        elif vault.in_keyring:
            vault.unlock_by_keyring()


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
