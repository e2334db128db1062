"""The grid says in words what its rings show."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from cxo_desktop.ui.grid_rows import GridRow
from cxo_desktop.ui.widgets.coverage_grid import CoverageGrid

ROWS = (
    GridRow("L1", "L1  Leaders", ("●", "○"), ("1 heard", "nobody, 1 planned"), "1 of 2", "1 to go"),
)


def test_cells_are_said_and_picked(app, qtbot):
    grid = CoverageGrid("Levels across visits")
    qtbot.addWidget(grid)
    tester = QAbstractItemModelTester(grid.model())
    picked = []
    grid.picked.connect(lambda *what: picked.append(what))
    grid.show_grid(("3 Jun", "8 Jul"), ROWS, 300)
    model = grid.model()
    said = model.data(model.index(0, 2), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "L1  Leaders, 8 Jul: nobody, 1 planned"
    grid.setCurrentIndex(model.index(0, 2))
    grid.setCurrentIndex(model.index(0, 0))
    assert picked[-2:] == [("L1", 1), ("L1", -1)]
    assert grid.height() < 300
    assert tester.model() is model
