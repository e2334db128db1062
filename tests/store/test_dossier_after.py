"""A dossier that follows the log is the one that is read whole."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxo_desktop import assets
from cxo_desktop.app import history
from cxo_desktop.compose import open_services
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.people import Person
from cxo_desktop.store.dossier_after import dossier_after, newest_change
from cxo_desktop.store.keys import KdfCost


@pytest.fixture
def sample(tmp_path):
    workspace = open_services(tmp_path / "workspace", "a phrase", KdfCost(1, 8, 1)).workspace
    workspace.import_file(assets.resource("samples/nandini.json"))
    opened = workspace.open()
    yield opened
    opened.close()


def put(engagement):
    for note in engagement.find(Note)[:1]:
        engagement.put(replace(note, text=note.text + "!"))


def remove(engagement):
    for note in engagement.find(Note)[-1:]:
        engagement.remove(note)


def rename(engagement):
    was = engagement.dossier().engagement
    engagement.put(replace(was, organisation=was.organisation + "+"))


def fail(engagement):
    with pytest.raises(ZeroDivisionError), engagement.operation("half"):
        engagement.add(Note(text="gone"))
        engagement.dossier()
        _ = 1 / 0
    engagement.add(Note(text="under the same number"))


STEPS = (
    lambda engagement: engagement.add(Note(text="one more")),
    lambda engagement: engagement.add(Person(role="Clerk")),
    lambda engagement: engagement.dossier(),
    put,
    remove,
    rename,
    fail,
    history.undo,
    history.redo,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(st.sampled_from(STEPS), max_size=12))
def test_whatever_was_done(sample, steps):
    for step in steps:
        step(sample)
    assert sample.dossier() == sample.store.records.dossier()


def test_what_was_not_written_is_the_same_object(sample):
    before = sample.dossier()
    sample.add(Note(text="one more"))
    after = sample.dossier()
    assert after.all(Note)[:-1] == before.all(Note)
    assert all(one is other for one, other in zip(after.all(Note), before.all(Note), strict=False))
    assert after.all(Person) is before.all(Person)


def test_too_much_at_once_is_read_whole(sample):
    before, number = sample.dossier(), newest_change(sample.store.db)
    sample.add_all([Note(text=f"{n}") for n in range(501)])
    assert dossier_after(sample.store.db, before, number) is None
    assert len(sample.dossier().all(Note)) == len(before.all(Note)) + 501


def test_the_engagement_s_own_words_follow(sample):
    before, number = sample.dossier(), newest_change(sample.store.db)
    sample.put(replace(before.engagement, organisation="Another name"))
    after = dossier_after(sample.store.db, before, number)
    assert after.engagement.organisation == "Another name"
    assert Engagement not in after.records
