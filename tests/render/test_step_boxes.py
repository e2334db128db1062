"""Boxes of a process hold their words, and a decision is a diamond round them."""

import pytest

from cxo_desktop import assets
from cxo_desktop.domain.drawing import Box, Shape
from cxo_desktop.domain.enums import StepKind
from cxo_desktop.domain.processes import Step
from cxo_desktop.render import step_boxes


def box(label: str = "Write in paper register", **fields) -> Box:
    counts = {key: fields.pop(key) for key in ("evidence", "pains") if key in fields}
    return step_boxes.draw_step(
        Step(code="s1", label=label, **fields), {"T1": "CommCare"}, **counts
    )


@pytest.mark.parametrize("kind", [None, *StepKind])
@pytest.mark.parametrize(
    "label", ["Go", "Copy register into CommCare at night", "मासिक समीक्षा बैठक", ""]
)
def test_words_stay_inside_whatever_the_shape(kind, label: str) -> None:
    drawn = box(label, kind=kind, touch_minutes=180, wait_hours=449, evidence=3)
    middle, half_w, half_h = drawn.width / 2, drawn.width / 2, drawn.height / 2
    for line in drawn.lines:
        assert line.x >= 0
        assert line.x + line.width <= drawn.width
        assert line.y - 0.75 * line.size > 0
        assert line.y < drawn.height
        if drawn.shape is Shape.DIAMOND:
            for x in (line.x, line.x + line.width):
                for y in (line.y, line.y - 0.7 * line.size):
                    assert abs(x - middle) / half_w + abs(y - half_h) / half_h <= 1.02


def test_times_say_work_and_waiting() -> None:
    def said(**fields) -> str:
        return step_boxes.times(Step(**fields))

    assert said(touch_minutes=18) == "18 min"
    assert said(touch_minutes=150, wait_hours=84) == "2.5 h, waits 3.5 days"
    assert said(wait_hours=4) == "waits 4 h"
    assert said() == ""


def test_kinds_look_different() -> None:
    looks = {
        (drawn.shape, drawn.icon and drawn.icon.name, drawn.fill)
        for drawn in (box(kind=kind) for kind in StepKind if kind is not StepKind.END)
    }
    assert len(looks) == len(StepKind) - 1
    assert all((assets.resource("icons") / f"{name}.svg").is_file() for name in step_boxes.ICONS)


def test_the_tip_tells_tool_and_quality() -> None:
    drawn = box(tool="T1", touch_minutes=3, complete_accurate=0.93)
    assert drawn.tip == (
        "Write in paper register · 3 min · with CommCare · 93 % right the first time"
    )


def test_badges_leave_the_words_alone() -> None:
    drawn = box(touch_minutes=3, evidence=4, pains=2)
    assert max(line.y for line in drawn.lines) + 1 <= min(badge.y for badge in drawn.badges)
