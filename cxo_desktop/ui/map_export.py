"""Write the map that is shown to a file, and say what of it stays here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from cxo_desktop.app.map_files import ENDINGS, MapLook, export_map
from cxo_desktop.i18n import _
from cxo_desktop.ui.desk import Desk


def ask_and_write(desk: Desk, parent: QWidget, code: str, look: MapLook) -> None:
    """Write a map to a file that the person names, if they name one."""
    kinds = " ".join(f"*{ending}" for ending in ENDINGS)
    name, _kind = QFileDialog.getSaveFileName(
        parent, _("Write the map"), f"{code}.pdf", _("Maps ({kinds})").format(kinds=kinds)
    )
    if name:
        write_to(desk, code, look, Path(name))


def write_to(desk: Desk, code: str, look: MapLook, path: Path) -> None:
    """Write a map to a file; tell what of it stays here."""
    engagement = desk.engagement
    if engagement is None:
        return
    written = desk.attempt(lambda: export_map(engagement.dossier(), code, path, look))
    if written is not None:
        wrote = _("Wrote {file}.").format(file=path.name)
        desk.said.emit(" ".join((wrote, *written.stayed)), None)
