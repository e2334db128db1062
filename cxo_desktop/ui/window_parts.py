"""The parts of the window, made once and put together; the window only places them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from cxo_desktop.ui.actions import ActionSpec, install
from cxo_desktop.ui.banners import Banners
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.dialogs.help import HelpDialog
from cxo_desktop.ui.dialogs.key_sheet import KeySheet
from cxo_desktop.ui.engagement_work import ask_for_engagement, take_sample
from cxo_desktop.ui.finding import Finding
from cxo_desktop.ui.keeping import Keeping
from cxo_desktop.ui.locking import LastKey, Locking
from cxo_desktop.ui.page_makers import page_makers
from cxo_desktop.ui.page_stack import PageStack
from cxo_desktop.ui.routes import Routes, place_notes
from cxo_desktop.ui.share_rows import chip_look
from cxo_desktop.ui.share_timer import ShareTimer
from cxo_desktop.ui.share_work import ShareWork
from cxo_desktop.ui.theme import Theme
from cxo_desktop.ui.undoing import Undoing
from cxo_desktop.ui.widgets.notice import Notice
from cxo_desktop.ui.widgets.rail import Rail
from cxo_desktop.ui.widgets.toast import Toast
from cxo_desktop.ui.widgets.top_bar import TopBar
from cxo_desktop.ui.window_actions import (
    Handlers,
    look_actions,
    place_actions,
    places,
    window_actions,
)

ALWAYS = ("quit", "look.system", "look.light", "look.dark")
"""What can be done while the workspace is locked."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the window consists of."""

    desk: Desk
    stack: PageStack
    rail: Rail
    top: TopBar
    notice: Notice
    banners: Banners
    toast: Toast
    routes: Routes
    undoing: Undoing
    keeping: Keeping
    locking: Locking
    share: ShareWork
    finding: Finding
    actions: dict[str, QAction]

    def enable(self, *, on: bool) -> None:
        """Let all actions be done, or only those that need no engagement."""
        for key, action in self.actions.items():
            action.setEnabled(on or key in ALWAYS)

    def forget(self) -> None:
        """Keep no word of an engagement in what stays while the workspace is locked."""
        self.enable(on=False)
        self.toast.forget()
        self.notice.forget()


def make_parts(desk: Desk, theme: Theme, window: QWidget) -> Parts:
    """Make the parts, with every action installed on the window, and connect them."""
    typed = LastKey()
    share = ShareWork(desk, lambda: typed.at, window)
    ShareTimer(desk, share)
    stack = PageStack(page_makers(desk, theme, share))
    routes, undoing = Routes(desk, stack, window), Undoing(desk, window)
    keeping, locking = Keeping(desk, stack), Locking(desk, stack, typed=typed)
    finding = Finding(desk, window)
    handlers = {
        **_going(desk, stack, routes),
        **_trusting(undoing, keeping, locking, routes),
        **_sharing(routes, share),
        **_beginning(desk, window),
        **_helping(stack, window),
        "palette": finding.open_all,
        "objects": finding.open_records,
    }
    specs: tuple[ActionSpec, ...] = (
        *place_actions(places(), stack.go_to),
        *window_actions(handlers),
        *look_actions(theme.choose),
    )
    actions = install(specs, window)
    undoing.name(actions["undo"], actions["redo"])
    finding.offer(specs, actions)
    parts = Parts(
        desk=desk,
        stack=stack,
        rail=Rail(places()),
        top=TopBar(),
        notice=Notice(),
        banners=Banners(desk),
        toast=Toast(window),
        routes=routes,
        undoing=undoing,
        keeping=keeping,
        locking=locking,
        share=share,
        finding=finding,
        actions=actions,
    )
    _connect(parts)
    return parts


def _going(desk: Desk, stack: PageStack, routes: Routes) -> Handlers:
    return {
        "search": partial(stack.go_to, "search"),
        "back": stack.go_back,
        "forward": stack.go_forward,
        "last": stack.go_to_last,
        "interview.new": routes.begin_interview,
        "interview.end": routes.end_interview,
        "interview.read_back": partial(routes.in_capture, "read_back"),
        "interview.consent": partial(routes.in_capture, "consent"),
        "interview.pause": partial(routes.in_capture, "pause"),
        "interview.guide": partial(routes.in_capture, "guide"),
        "interview.cover": partial(routes.in_capture, "cover"),
        "map.notes": partial(place_notes, desk, stack),
        "brief.make": routes.make_brief,
        "backups": partial(routes.show_section, "backups"),
        "bin": partial(routes.show_section, "bin"),
    }


def _trusting(undoing: Undoing, keeping: Keeping, locking: Locking, routes: Routes) -> Handlers:
    return {
        "undo": undoing.undo,
        "redo": undoing.redo,
        "record.history": routes.show_history_of_current,
        "record.remove": routes.remove_current,
        "lock": locking.lock,
        "backup.now": partial(keeping.back_up, aloud=True),
    }


def _sharing(routes: Routes, share: ShareWork) -> Handlers:
    return {
        "sync.now": share.exchange,
        "sync.rehearse": partial(routes.show_matter, "would"),
        "sync.contested": partial(routes.show_matter, "contested"),
        "sync.twice": partial(routes.show_matter, "twice"),
        "sync.laptops": partial(routes.show_matter, "laptops"),
    }


def _beginning(desk: Desk, window: QWidget) -> Handlers:
    return {
        "engagement.new": lambda: ask_for_engagement(desk, window),
        "engagement.sample": lambda: take_sample(desk),
        "quit": window.close,
    }


def _helping(stack: PageStack, window: QWidget) -> Handlers:
    def all_actions() -> list[QAction]:
        while stack.make_next():
            pass
        return window.findChildren(QAction)

    return {
        "help": lambda: HelpDialog(stack.key, window).open(),
        "keys": lambda: KeySheet(all_actions(), window).open(),
    }


def _connect(parts: Parts) -> None:
    desk, top = parts.desk, parts.top
    parts.rail.gone_to.connect(parts.stack.go_to)
    parts.stack.shown.connect(parts.rail.go_to)
    top.chosen.connect(lambda code: desk.attempt(lambda: desk.open(code)))
    top.new_asked.connect(parts.actions["engagement.new"].trigger)
    top.search_asked.connect(parts.finding.open_all)
    top.share_asked.connect(partial(parts.stack.go_to, "sync"))
    parts.share.told.connect(lambda: top.show_share(*chip_look(parts.share.now)))
    parts.banners.continued.connect(lambda code: parts.routes.follow(f"interview:{code}"))
    parts.keeping.space_told.connect(parts.banners.space.tell)
    desk.said.connect(parts.toast.say)
    desk.changed.connect(lambda _changed: top.show_saved())
    desk.unsaved.connect(top.show_unsaved)
    desk.troubled.connect(parts.notice.show_error)
    desk.asked.connect(_asked_of(parts.actions))


def _asked_of(actions: dict[str, QAction]) -> Callable[[str], None]:
    return lambda key: actions[key].trigger()
