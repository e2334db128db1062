"""How each page is made; its code is read when it is made first, so that the start stays short."""

from __future__ import annotations

from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.page import Page
from cxo_desktop.ui.page_stack import Makers
from cxo_desktop.ui.share_work import ShareWork
from cxo_desktop.ui.theme import Theme


def page_makers(desk: Desk, theme: Theme, share: ShareWork) -> Makers:
    """Return how each page is made, by its key."""
    return {
        "home": lambda: _home(desk),
        "capture": lambda: _capture(desk),
        "people": lambda: _people(desk),
        "maps": lambda: _maps(desk),
        "actions": lambda: _records(desk, "actions"),
        "costs": lambda: _records(desk, "costs"),
        "records": lambda: _records(desk, "records"),
        "brief": lambda: _brief(desk),
        "sync": lambda: _sync(desk, share),
        "settings": lambda: _settings(desk, theme),
        "search": lambda: _search(desk),
    }


def read_code() -> None:
    """Read the code of every page, on any thread; whoever makes one then waits no more."""
    import cxo_desktop.ui.pages.brief
    import cxo_desktop.ui.pages.capture
    import cxo_desktop.ui.pages.home
    import cxo_desktop.ui.pages.maps
    import cxo_desktop.ui.pages.people
    import cxo_desktop.ui.pages.records
    import cxo_desktop.ui.pages.search
    import cxo_desktop.ui.pages.settings
    import cxo_desktop.ui.pages.sync  # noqa: F401 - read for what comes later


def _home(desk: Desk) -> Page:
    from cxo_desktop.ui.pages.home import HomePage

    return HomePage(desk)


def _capture(desk: Desk) -> Page:
    from cxo_desktop.ui.pages.capture import CapturePage

    return CapturePage(desk)


def _people(desk: Desk) -> Page:
    from cxo_desktop.ui.pages.people import PeoplePage

    return PeoplePage(desk)


def _maps(desk: Desk) -> Page:
    from cxo_desktop.ui.pages.maps import MapsPage

    return MapsPage(desk)


def _records(desk: Desk, which: str) -> Page:
    from cxo_desktop.ui import records_views
    from cxo_desktop.ui.pages.records import RecordsPage

    views = {
        "actions": records_views.actions_view,
        "costs": records_views.costs_view,
        "records": records_views.all_records,
    }
    return RecordsPage(desk, views[which]())


def _brief(desk: Desk) -> Page:
    from cxo_desktop.ui.pages.brief import BriefPage

    return BriefPage(desk)


def _sync(desk: Desk, share: ShareWork) -> Page:
    from cxo_desktop.ui.pages.sync import SyncPage

    return SyncPage(desk, share)


def _settings(desk: Desk, theme: Theme) -> Page:
    from cxo_desktop.ui.pages.settings import SettingsPage

    return SettingsPage(desk, theme)


def _search(desk: Desk) -> Page:
    from cxo_desktop.ui.pages.search import SearchPage

    return SearchPage(desk)
