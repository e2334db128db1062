"""Charts draw their data to scale and say it in words."""

import pytest

from cxo_desktop.ui import theme
from cxo_desktop.ui.shown import Bar, Limit, Reading, Segment
from cxo_desktop.ui.tokens import LIGHT, Mode
from cxo_desktop.ui.widgets.charts import BarChart, LineChart


@pytest.fixture(autouse=True)
def light(app):
    look = theme.Theme(app)
    look.choose(Mode.LIGHT)
    yield
    look.choose(None)


def count(widget, ink):
    image = widget.grab().toImage()
    wanted = LIGHT[ink].lower()
    return sum(
        image.pixelColor(x, y).name() == wanted
        for x in range(image.width())
        for y in range(image.height())
    )


def test_bars_are_as_long_as_their_amounts(app, qtbot):
    chart = BarChart("Heard")
    qtbot.addWidget(chart)
    chart.resize(400, 40)
    chart.show_bars([Bar("Field", "4", (Segment(4, "accent"), Segment(2, "tool")))])
    accent, tool = count(chart, "accent"), count(chart, "tool")
    assert accent / tool == pytest.approx(2, rel=0.1)
    assert chart.accessibleName() == "Heard: Field 4"


def test_a_frame_shows_what_is_missing_and_a_twin_stands_below(app, qtbot):
    chart = BarChart("Heard")
    qtbot.addWidget(chart)
    chart.resize(400, 40)
    chart.show_bars([Bar("Field", "3 of 6", (Segment(3, "accent"),), frame=6)])
    half = count(chart, "accent")
    chart.show_bars([Bar("Field", "6 of 6", (Segment(6, "accent"),), frame=6)])
    assert half / count(chart, "accent") == pytest.approx(0.5, rel=0.1)
    chart.show_bars([Bar("Area", "0 / 1 %", (Segment(0, "flow"),), twin=Segment(1, "accent"))])
    assert count(chart, "flow") == 0
    assert count(chart, "accent") > 100


def test_no_bars_are_no_picture_and_no_fault(app, qtbot):
    chart = BarChart("Heard")
    qtbot.addWidget(chart)
    chart.resize(400, 40)
    assert count(chart, "accent") == 0
    assert chart.accessibleName() == "Heard"
    chart.show_bars([Bar("Nothing", "0", (Segment(0, "accent"),))])
    assert count(chart, "accent") == 0


def test_readings_over_the_limit_have_another_shape(app, qtbot):
    chart = LineChart("Days")
    qtbot.addWidget(chart)
    chart.resize(400, 160)
    limit = Limit(7, "Within 7 days")
    chart.show_readings([Reading("1 Jun", 3, "3 days"), Reading("8 Jun", 5, "5 days")], limit)
    assert count(chart, "bad") == 0
    late = Reading("8 Jun", 19, "19 days", running=True)
    chart.show_readings([Reading("1 Jun", 3, "3 days"), late], limit)
    assert count(chart, "bad") > 20
    assert chart.accessibleName() == "Days: 1 Jun 3 days, 8 Jun 19 days; Within 7 days"


@pytest.mark.parametrize("values", [[0], [0, 0], [100_000, 1], [0.5] * 40])
def test_any_readings_can_be_drawn(app, qtbot, values):
    chart = LineChart("Days")
    qtbot.addWidget(chart)
    chart.resize(300, 120)
    chart.show_readings([Reading("1 Jun", v, str(v)) for v in values], Limit(7, "7 days"))
    assert not chart.grab().isNull()
