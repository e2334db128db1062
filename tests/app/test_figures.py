"""Figures kept between changes are those that would be reckoned anew."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from cxo_desktop.app.indicators import indicators
from cxo_desktop.domain.datachain import DataFlow
from cxo_desktop.domain.interviews import Note


def test_kept_figures_are_the_indicators_before_and_after_a_change(sample):
    today = sample.today()
    assert sample.figures.indicators(sample.dossier(), today) == indicators(sample.dossier(), today)
    flow = sample.get(DataFlow, "F06")
    sample.put(replace(flow, handling_typical_hours=500))
    assert sample.figures.indicators(sample.dossier(), today) == indicators(sample.dossier(), today)


def test_a_note_leaves_the_chain_as_it_was_reckoned(sample):
    today = sample.today()
    sample.figures.indicators(sample.dossier(), today)
    sample.add(Note(text="Twice the same", interview="I01", person="P01"))
    again = sample.figures.outdated(sample.dossier(), today)
    assert "divergence" in again
    assert not {"chain_as_is", "true_cost", "platform_fit", "bus_factor"} & again


def test_several_threads_get_the_same(sample):
    dossier, today = sample.dossier(), sample.today()
    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(lambda _: sample.figures.indicators(dossier, today), range(8)))
    assert all(it == told[0] for it in told)
