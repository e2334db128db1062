"""An arrow's label says how often, how, in which state and, on the critical path, how long."""

import pytest

from cxo_desktop.domain.datachain import DataFlow
from cxo_desktop.domain.drawing import Orientation, Point, Weight
from cxo_desktop.domain.enums import FlowMethod, FlowState, Frequency
from cxo_desktop.render import chain_arrows
from cxo_desktop.render.chain_looks import look
from cxo_desktop.render.chain_style import FULL
from cxo_desktop.render.engines.graph import Route

FLOW = DataFlow(
    code="F1",
    source="A",
    target="B",
    method=FlowMethod.COPY_PASTE,
    frequency=Frequency.MONTHLY,
)
ROUTE = Route((Point(0, 0), Point(0, 1), Point(0, 2), Point(0, 30)), Point(0, 37), Point(60, 18))


def words(flow=FLOW, *, on_path=True, hours=None, way=Orientation.TB):
    found = chain_arrows.words(flow, look(flow, on_path=on_path), hours or {}, FULL[way])
    return [line.text.replace("\u00a0", " ") for line in found.lines] if found else None


def test_words_on_and_off_the_critical_path() -> None:
    assert words(hours={"F1": 449}) == ["monthly, copied by hand · 19 days"]
    assert words(hours={"F1": 449}, on_path=False) == ["monthly, copied by hand"]
    assert words() == ["monthly, copied by hand · time not known"]
    assert words(hours={"F1": 0}) == ["monthly, copied by hand"]


def test_a_stated_trouble_is_said_in_words() -> None:
    broken = DataFlow(code="F1", state=FlowState.BROKEN, frequency=Frequency.DAILY)
    assert words(broken, on_path=False) == ["daily: broken"]
    assert words(DataFlow(state=FlowState.FRAGILE), on_path=False) == ["fragile"]


def test_nothing_known_gives_no_label() -> None:
    assert words(DataFlow(code="F1"), on_path=False) is None


def test_across_the_page_labels_stand_in_narrow_lines() -> None:
    assert len(words(hours={"F1": 449}, way=Orientation.LR)) == 3


def test_the_label_lies_round_the_middle_that_the_engine_gave() -> None:
    label = chain_arrows.words(FLOW, look(FLOW, on_path=True), {"F1": 449}, FULL[Orientation.LR])
    arrow = chain_arrows.draw_arrow(FLOW, look(FLOW, on_path=True), label, ROUTE, "")
    x, y, width, height = arrow.label_box
    assert (x + width / 2, y + height / 2) == pytest.approx((60, 18))
    for line in arrow.label:
        assert x <= line.x <= line.x + line.width <= x + width
        assert y < line.y < y + height
        assert line.weight is Weight.SEMIBOLD


def test_a_route_without_room_for_a_label_has_none() -> None:
    label = chain_arrows.words(FLOW, look(FLOW, on_path=True), {}, FULL[Orientation.TB])
    bare = Route(ROUTE.points, ROUTE.tip)
    assert chain_arrows.draw_arrow(FLOW, look(FLOW, on_path=True), label, bare, "").label == ()
