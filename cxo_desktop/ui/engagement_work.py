"""Begin an engagement: a new one, or the fictional sample."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cxo_desktop.assets import resource
from cxo_desktop.i18n import _
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.widgets.name_dialog import NameDialog

_SAMPLE = "samples/nandini.json"


def ask_for_engagement(desk: Desk, window: QWidget) -> None:
    """Ask for an organisation's name and open a new engagement with it."""
    dialog = NameDialog(_("New engagement"), _("Name of the organisation"), window)
    if dialog.exec() and dialog.name:
        desk.write(lambda: desk.create(dialog.name))


def take_sample(desk: Desk) -> None:
    """Take in the sample, as a copy if it is here already, and open it."""
    sample = resource(_SAMPLE)
    taken = desk.write(lambda: desk.workspace.import_file(sample, as_copy=True))
    if taken is not None:
        desk.attempt(lambda: desk.open(taken.card.code))
