"""Real windows over a real workspace, without a screen."""

from __future__ import annotations

import sys
from functools import partial

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from cxo_desktop.compose import open_services
from cxo_desktop.ui.pages.brief import BriefPage
from cxo_desktop.ui.start import make_window
from tests.ui.sharing import CHEAP, PASSPHRASE, Pair, make_pair


@pytest.fixture(scope="session")
def app(qapp):
    qapp.setCursorFlashTime(0)
    return qapp


@pytest.fixture
def services(tmp_path, request, copy_sample):
    """An unlocked workspace, with nothing in it unless the test asks for the sample."""
    if "sample" in request.fixturenames:
        copy_sample(tmp_path / "workspace", PASSPHRASE)
    return open_services(
        tmp_path / "workspace", PASSPHRASE, CHEAP, tmp_path / "config" / "settings.json"
    )


@pytest.fixture
def sample(services):
    """The same with the sample engagement in it."""
    return services


def put_briefs_at(folder, page):
    if isinstance(page, BriefPage):
        page.folder = folder


@pytest.fixture
def open_window(app, qtbot):
    """Open windows over services; each is shown, and closed at the end."""
    windows = []
    hook = sys.excepthook

    def open_one(services, engagement="", **how):
        window = make_window(app, services, engagement, **how)
        windows.append(window)
        qtbot.addWidget(window)
        window.stack.made.connect(partial(put_briefs_at, services.workspace.path.parent / "briefs"))
        window.show()
        qtbot.waitExposed(window)
        return window

    yield open_one
    sys.excepthook = hook
    for window in windows:
        window.close()
        window.deleteLater()
    # Else every window of the session stays, and each new style sheet is laid over all of them.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def made_pair(tmp_path_factory):
    """Two workspaces that share an engagement, to be copied."""
    folder = tmp_path_factory.mktemp("pair")
    make_pair(folder)
    return folder


@pytest.fixture
def pair(made_pair, tmp_path):
    """My workspace and that of Ravi, with one engagement and a share between them."""
    return Pair(made_pair, tmp_path)


@pytest.fixture
def window(open_window, sample):
    """A window with the sample open."""
    return open_window(sample)


@pytest.fixture
def shared(pair, open_window):
    """A window over my workspace of the pair, at Sync."""
    window = open_window(pair.mine)
    window.go_to("sync")
    return window
