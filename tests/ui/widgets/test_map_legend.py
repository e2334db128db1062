"""The legend says every look in words, and what was simplified."""

from PySide6.QtWidgets import QLabel

from cxo_desktop.domain.drawing import Ink, LegendEntry
from cxo_desktop.ui.widgets.map_legend import MapLegend


def test_each_look_has_its_words(app, qtbot):
    legend = MapLegend()
    qtbot.addWidget(legend)
    entries = (LegendEntry("Works", Ink.TEXT3, 1.2), LegendEntry("Broken", Ink.BAD, 1.2, (4, 2)))
    legend.show_legend(entries, ("Two flows are one here.",))
    legend.resize(500, 60)
    legend.show()
    said = [label.text() for label in legend.findChildren(QLabel) if label.isVisible()]
    assert {"Works", "Broken", "Two flows are one here."} <= set(said)
    assert not legend.button.isVisible()
    legend.show_legend(entries[:1], ())
    qtbot.waitUntil(
        lambda: "Broken" not in [x.text() for x in legend.findChildren(QLabel) if x.isVisible()]
    )


def test_many_looks_take_one_line_until_they_are_folded_out(app, qtbot):
    legend = MapLegend()
    qtbot.addWidget(legend)
    legend.show_legend([LegendEntry(f"A meaning {k}", Ink.BAD, 1.2) for k in range(9)], ())
    legend.resize(400, 40)
    legend.show()
    folded = legend.sizeHint().height()
    assert folded < 48
    legend.button.click()
    qtbot.waitUntil(lambda: legend.sizeHint().height() > folded + 30)
    legend.button.click()
    qtbot.waitUntil(lambda: legend.sizeHint().height() == folded)
