"""Only what a change can touch is reckoned again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cxo_desktop.analysis.figures import Figure
from cxo_desktop.analysis.remembered import Remembered
from cxo_desktop.analysis.report import INDICATORS, MORE, Indicator
from cxo_desktop.app.catalogue import shipped
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.entities import ENTITIES
from cxo_desktop.domain.interviews import Note

ALL = (*INDICATORS, *MORE)


@pytest.fixture
def counted():
    """All indicators, counting how often each is reckoned; and everything asked for once."""
    counts = dict.fromkeys((item.name for item in ALL), 0)

    def counting(item: Indicator) -> Indicator:
        def reckon(dossier: Dossier, catalogue: object) -> Figure:
            counts[item.name] += 1
            return item.reckon(dossier, catalogue)

        return replace(item, reckon=reckon)

    remembered = Remembered(map(counting, ALL))

    def ask(dossier: Dossier, catalogue=None) -> set[str]:
        before = dict(counts)
        for name in counts:
            remembered.figure(name, dossier, catalogue or shipped())
        return {name for name in counts if counts[name] > before[name]}

    return ask


def test_asked_twice_nothing_is_reckoned_again(sample, counted):
    assert counted(sample) == {item.name for item in ALL}
    assert counted(sample) == set()


def test_the_same_records_read_again_change_nothing(sample, counted):
    counted(sample)
    copied = Dossier(
        engagement=replace(sample.engagement),
        records={cls: tuple(map(replace, records)) for cls, records in sample.records.items()},
    )
    assert counted(copied) == set()


def test_after_one_note_only_what_reads_notes_is_reckoned_again(sample, counted):
    counted(sample)
    first, *rest = sample.all(Note)
    changed = sample.with_records(Note, [replace(first, text="something else"), *rest])
    assert counted(changed) == {
        "divergence",
        "consent",
        "triangulation",
        "triangulation_in_brief",
        "divergence_in_brief",
        "suggestions",
    }


def test_a_setting_or_another_catalogue_touches_everything(sample, counted):
    counted(sample)
    moved = replace(sample, engagement=replace(sample.engagement, city="elsewhere"))
    assert counted(moved) == {item.name for item in ALL}
    assert counted(moved, replace(shipped(), caution="")) == {item.name for item in ALL}


@pytest.mark.parametrize("item", ALL, ids=lambda item: item.name)
def test_an_indicator_reads_nothing_but_what_it_says_it_reads(sample, item):
    """Without the kinds it does not name, the figure must be the same; without one it does, not."""
    named = Dossier(
        engagement=sample.engagement,
        records={cls: rows for cls, rows in sample.records.items() if cls in item.reads},
    )
    assert item.reckon(named, shipped()) == item.reckon(sample, shipped())
    assert item.reads <= {entity.cls for entity in ENTITIES}
