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
    assert set(said) == {"Works", "Broken", "Two flows are one here."}
    legend.show_legend(entries[:1], ())
    qtbot.waitUntil(
        lambda: [x.text() for x in legend.findChildren(QLabel) if x.isVisible()] == ["Works"]
    )
