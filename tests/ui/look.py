"""Save a picture of each page, light and dark, with the sample: ``python tests/ui/look.py OUT``."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from cxo_desktop import assets
from cxo_desktop.compose import open_services
from cxo_desktop.domain.actions import Action
from cxo_desktop.domain.interviews import Note
from cxo_desktop.store.keys import KdfCost
from cxo_desktop.ui.keeping import low_words
from cxo_desktop.ui.main_window import MainWindow
from cxo_desktop.ui.start import make_window
from cxo_desktop.ui.tokens import Mode

SIZE = (1366, 768)


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def picture(window: MainWindow, out: Path, name: str, mode: str) -> None:
    wait(500)
    window.grab().save(str(out / f"{name}-{mode}.png"))


def pages(window: MainWindow, out: Path, mode: str) -> None:
    window.go_to("home")
    while window.pages["home"].heard.remark == "being worked out":
        wait(100)
    picture(window, out, "home", mode)
    window.go_to("sync")
    picture(window, out, "sync", mode)
    window.go_to("capture")
    window.capture.show_interview("I07")
    composer = window.capture.view.composer
    composer.clear()
    QTest.keyClicks(composer.field, "! Totals typed twice: first +CommCare, then the sheet")
    picture(window, out, "capture", mode)
    composer.popup.hide()
    window.new_interview()
    form = window.capture.forms.start
    QTest.keyClicks(form.person, "supervisor")
    QTest.keyClick(form.person, Qt.Key.Key_Return)
    QTest.keyClicks(form.consent, "2")
    picture(window, out, "interview-form", mode)
    form.left.emit()
    window.capture.read_back()
    picture(window, out, "read-back", mode)
    window.capture.read_back()
    window.capture.forms.look_before_end("I07")
    picture(window, out, "review", mode)
    window.capture.forms.review.left.emit()
    records(window, out, mode)
    window.go_to("maps")
    wait(2500)
    window.pages["maps"].view.choose("D07")
    picture(window, out, "maps", mode)
    window.go_to("brief")
    wait(2500)
    picture(window, out, "brief", mode)
    window.open_palette()
    wait(200)
    window.palette_box.field.setText("merge")
    wait(100)
    window.palette_box.grab().save(str(out / f"palette-{mode}.png"))
    window.palette_box.leave()
    trust(window, out, mode)


def records(window: MainWindow, out: Path, mode: str) -> None:
    window.go_to("people")
    page = window.pages["people"]
    page.show_person("P07")
    picture(window, out, "people", mode)
    for name, ask in (
        ("person", page.asks.change),
        ("plan", page.asks.plan),
        ("parting", page.asks.part),
    ):
        ask("P05")
        dialogs(window, out, name, mode)
    for place in ("actions", "costs", "records"):
        window.go_to(place)
        picture(window, out, place, mode)
    window.go_to("home")
    wait(1500)
    QTest.keyClick(window.pages["home"].heard, Qt.Key.Key_Return)
    dialogs(window, out, "rests-on", mode)


def trust(window: MainWindow, out: Path, mode: str) -> None:
    engagement = window.desk.engagement
    note = engagement.add(Note(interview="I07", text="The list is copied by hand each Friday"))
    engagement.put(replace(note, text="The list is copied by hand each Friday and Monday"))
    for key in ("look", "keys", "backups", "bin", "engagements"):
        window.parts.routes.show_section(key)
        picture(window, out, f"settings-{key}", mode)
    window.desk.remove(engagement.find(Action)[0], "Action removed")
    window.parts.routes.show_section("bin")
    picture(window, out, "settings-bin-full", mode)
    window.go_to("search")
    window.pages["search"].field.setText("list")
    window.parts.banners.back.tell("1 interview was open at 10:42. What was being typed is back.")
    window.parts.banners.space.tell(low_words(150 * 1024 * 1024))
    picture(window, out, "search", mode)
    window.parts.banners.back.tell("")
    window.parts.banners.space.tell("")
    window.parts.routes.show_history(note)
    dialogs(window, out, "history", mode)
    for key in ("help", "keys"):
        window.actions_by_key[key].trigger()
        dialogs(window, out, key, mode)
    window.resize(910, 512)
    picture(window, out, "small", mode)
    window.resize(*SIZE)
    window.parts.locking.lock()
    picture(window, out, "locked", mode)


def dialogs(window: MainWindow, out: Path, name: str, mode: str) -> None:
    wait(200)
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            dialog.grab().save(str(out / f"{name}-{mode}.png"))
            dialog.close()


def main() -> None:
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    app.setCursorFlashTime(0)
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "settings.json"
        fresh = make_window(app, open_services(Path(folder) / "fresh", settings=settings))
        fresh.resize(*SIZE)
        fresh.show()
        picture(fresh, out, "first-run", "light")
        fresh.close()
        workspace = Path(folder) / "workspace"
        services = open_services(workspace, "a phrase", KdfCost(1, 8, 1), settings)
        empty = make_window(app, services)
        empty.resize(*SIZE)
        empty.show()
        picture(empty, out, "empty", "light")
        empty.close()
        services.workspace.import_file(assets.resource("samples/nandini.json"))
        for mode in Mode:
            if services.workspace.vault.locked:
                services.workspace.vault.unlock("a phrase")
            window = make_window(app, services)
            window.resize(*SIZE)
            window.actions_by_key[f"look.{mode.value}"].trigger()
            window.show()
            pages(window, out, mode.value)
            window.close()


if __name__ == "__main__":
    main()
