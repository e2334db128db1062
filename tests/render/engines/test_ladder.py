"""Every graph is placed: by the best engine there is, else by the next."""

import pytest

from cxo_desktop.domain.drawing import Orientation
from cxo_desktop.domain.errors import Cancelled
from cxo_desktop.render.engines import ladder, own, sandboxed, system_dot
from cxo_desktop.render.engines.dot_json import overlapping
from cxo_desktop.render.engines.graph import Effort, EngineFailed, Graph, Link, OutOfTime, Size
from cxo_desktop.render.engines.ladder import Rung

CHAIN = Graph((Size(40, 20),) * 2, (Link(0, 1, Size(30, 12)),), Orientation.TB)


def test_the_sandboxed_engine_comes_first() -> None:
    assert ladder.lay_out(CHAIN).engine == sandboxed.NAME


def test_without_the_sandbox_the_system_dot_draws(monkeypatch) -> None:
    monkeypatch.setattr(sandboxed, "SHA256", "0" * 64)
    sandboxed._sandbox.cache_clear()
    layout = ladder.lay_out(CHAIN)
    sandboxed._sandbox.cache_clear()
    assert layout.engine in {own.NAME, _system_name()}
    assert layout.remarks == ()


def _system_name() -> str:
    try:
        return system_dot.name(system_dot.find())
    except EngineFailed:
        return ""


def test_without_any_graphviz_our_own_draws(monkeypatch) -> None:
    monkeypatch.setattr(sandboxed, "SHA256", "0" * 64)
    monkeypatch.setenv("PATH", "")
    sandboxed._sandbox.cache_clear()
    layout = ladder.lay_out(CHAIN)
    sandboxed._sandbox.cache_clear()
    assert (layout.engine, layout.remarks) == (own.NAME, ())


@pytest.mark.timeout(180)
def test_a_runaway_graph_ends_with_a_drawing_and_a_remark(runaway) -> None:
    layout = ladder.lay_out(runaway)
    assert layout.remarks == (
        "The map is very dense: arrows are drawn straight, without their words.",
    )
    assert not overlapping(layout.centres, runaway.boxes)
    assert len(layout.routes) == len(runaway.links)


def test_a_graph_that_is_too_much_even_in_low_effort_goes_to_our_own(runaway) -> None:
    rungs = (
        Rung(sandboxed.lay_out, Effort.FULL, 0.1),
        Rung(sandboxed.lay_out, Effort.LOW, 0.1),
    )
    layout = ladder.lay_out(runaway, engines=(rungs, rungs))
    assert layout.engine == own.NAME
    assert layout.remarks


def test_nonsense_from_one_engine_is_passed_over() -> None:
    def nonsense(*_: object) -> None:
        raise EngineFailed("nonsense")

    engines = ((Rung(nonsense, Effort.FULL, 1),), ladder.SANDBOXED)
    assert ladder.lay_out(CHAIN, engines=engines).engine == sandboxed.NAME


def test_cancelling_ends_the_whole_ladder() -> None:
    with pytest.raises(Cancelled):
        ladder.lay_out(CHAIN, lambda: True)


def test_what_is_hopeless_in_full_effort_is_not_tried_in_it() -> None:
    tried = []

    def engine(_graph, effort, _seconds, _cancelled):
        tried.append(effort)
        raise OutOfTime("too much")

    links = tuple(Link(k % 50, (7 * k + 1) % 50) for k in range(400))
    dense = Graph((Size(50, 20),) * 50, links, Orientation.TB)
    rungs = (Rung(engine, Effort.FULL, 1), Rung(engine, Effort.LOW, 1))
    layout = ladder.lay_out(dense, engines=(rungs,))
    assert tried == [Effort.LOW]
    assert layout.engine == "CxO Desktop"
