"""Without an engagement nothing is asked; with one, each question has its dialog."""

from PySide6.QtWidgets import QDialog, QWidget

from cxo_desktop.ui.dialogs.parting import PartingDialog
from cxo_desktop.ui.dialogs.person import PersonDialog
from cxo_desktop.ui.dialogs.plan import PlanDialog
from cxo_desktop.ui.people_asks import PeopleAsks


def test_each_question_opens_its_dialog(window, qtbot):
    page = QWidget(window)
    asks = PeopleAsks(window.desk, page)
    for ask, kind in (
        (asks.change, PersonDialog),
        (asks.plan, PlanDialog),
        (asks.part, PartingDialog),
    ):
        ask("P05")
        page.findChild(kind).reject()
        qtbot.waitUntil(lambda kind=kind: page.findChild(kind) is None)


def test_nothing_is_asked_without_an_engagement(open_window, services, tmp_path):
    window = open_window(services)
    page = QWidget(window)
    asks = PeopleAsks(window.desk, page)
    file = tmp_path / "p.csv"
    file.write_text("Name,Role\nA,B\n", encoding="utf-8")
    asks.add()
    asks.plan("P05")
    asks.part("P05")
    asks.take_table(file)
    assert page.findChildren(QDialog) == []
