"""Sharing as the window and the commands do it, on real workspaces."""

import pytest

from cxo_desktop.app import backups, joins, sharing, shelf
from cxo_desktop.app.joining_folders import JoiningFolders
from cxo_desktop.app.syncing import sync, sync_all, sync_joining
from cxo_desktop.app.tasks import CancelToken, silent
from cxo_desktop.compose import open_services
from cxo_desktop.domain.actions import Action
from cxo_desktop.domain.errors import Cancelled, InputRefused, NotFound
from cxo_desktop.domain.interviews import Note
from cxo_desktop.sync.local import LocalSpace
from cxo_desktop.sync.transport import ShareUnreachable
from tests.app.conftest import CHEAP


@pytest.fixture
def place(tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    return str(folder)


@pytest.fixture
def other(tmp_path):
    return open_services(tmp_path / "other", "battery staple", CHEAP).workspace


@pytest.fixture
def joined(empty, other, place):
    sharing.create(empty, place, "Asha")
    words = sharing.request(other, place, "Ravi")
    sharing.admit(empty, words=words)
    [done] = sync_all(other, "", "", silent)
    opened = other.open(done.code)
    yield empty, opened
    opened.close()


def test_the_engagement_arrives_among_the_others(joined, other):
    empty, theirs = joined
    assert theirs.organisation == empty.organisation
    assert [card.code for card in other.engagements()] == [empty.code]
    assert JoiningFolders(other).all() == []


def test_who_is_waiting_is_told_the_words_again(empty, other, place):
    sharing.create(empty, place, "Asha")
    words = sharing.request(other, place, "Ravi")
    with pytest.raises(ShareUnreachable) as told:
        sync_all(other, "", "", silent)
    assert words in str(told.value)
    assert [one.words for one in sharing.requests(empty)] == [words]


def test_status_tells_laptops_and_clocks(joined):
    empty, theirs = joined
    theirs.store.log.clock._now = lambda: 4_000_000_000.0
    theirs.add(Note(text="from the future"))
    sync(theirs)
    sync(empty)
    found = sharing.status(empty)
    assert [one.name for one in found.laptops] == ["Asha", "Ravi"]
    assert found.laptops[1].hours_ahead > 1000
    assert found.laptops[0].hours_ahead == 0


def test_a_share_is_made_once(joined, place):
    empty, _theirs = joined
    with pytest.raises(InputRefused):
        sharing.create(empty, place, "Asha")


def test_a_failed_request_leaves_nothing(other, place):
    with pytest.raises(NotFound):
        sharing.request(other, place, "Ravi")
    assert JoiningFolders(other).all() == []


def test_an_engagement_of_the_same_code_is_not_covered(empty, other, place):
    other.create("Asha Trust", empty.code).close()
    sharing.create(empty, place, "Asha")
    words = sharing.request(other, place, "Ravi")
    sharing.admit(empty, words=words)
    with pytest.raises(InputRefused):
        sync_all(other, "", "", silent)
    arrived, errors = sync_joining(other)
    assert (arrived, [type(error) for error in errors]) == ([], [InputRefused])
    shelf.remove(other, empty.code)
    [done] = sync_all(other, "", "", silent)
    assert done.code == empty.code


def test_a_cancelled_exchange_can_be_taken_up_again(joined):
    empty, theirs = joined
    empty.add(Note(text="a"))
    stop = CancelToken()
    stop.cancel()
    with pytest.raises(Cancelled):
        sync(empty, cancel=stop)
    sync(empty)
    sync(theirs)
    assert [note.text for note in theirs.find(Note)] == ["a"]


def test_a_backup_is_made_before_a_colleague_s_work_is_merged(joined, other):
    empty, theirs = joined
    mine = theirs.add(Note(text="written here"))
    empty.add(Note(text="written there"))
    assert backups.backups(theirs) == ()
    sync(empty)
    sync(theirs)
    assert len(backups.backups(theirs)) == 1
    sync(theirs)
    assert len(backups.backups(theirs)) == 1
    backups.restore(other, theirs.code, "latest")
    assert [note.code for note in theirs.find(Note)] == [mine.code]


def test_listeners_hear_what_came_in(joined):
    empty, theirs = joined
    heard = []
    theirs.events.subscribe(lambda changed: heard.append(changed.kinds))
    empty.add(Note(text="a"))
    sync(empty)
    lines = sync(theirs).lines()
    assert heard == [frozenset({"note"})]
    assert "1 change came in." in lines


def test_removal_and_repair(joined, tmp_path):
    empty, theirs = joined
    assert sharing.remove(empty, "Ravi").name == "Ravi"
    with pytest.raises(ShareUnreachable):
        sync(theirs)
    for file in (tmp_path / "share").rglob("*.seg"):
        file.unlink()
    assert sharing.repair(empty) >= 1


def test_only_the_last_request_counts(empty, other, place):
    sharing.create(empty, place, "Asha")
    sharing.request(other, place, "Ravi")
    words = sharing.request(other, place, "Ravi")
    assert len(JoiningFolders(other).all()) == 1
    sharing.admit(empty, words=words)
    [done] = sync_all(other, "", "", silent)
    assert done.code == empty.code


def test_a_member_whose_key_has_not_arrived_is_told_so(joined):
    _empty, theirs = joined
    theirs.store.db.execute("UPDATE share SET value = '[]' WHERE key = 'epochs'")
    with pytest.raises(ShareUnreachable, match="key"):
        sync(theirs)


def test_a_request_that_nobody_answers_keeps_nothing_from_going_on(joined, tmp_path):
    empty, theirs = joined
    elsewhere = open_services(tmp_path / "elsewhere", "a phrase", CHEAP).workspace
    lonely = elsewhere.create("Other Trust")
    (tmp_path / "second").mkdir()
    sharing.create(lonely, str(tmp_path / "second"), "Meena")
    lonely.close()
    mine = open_services(tmp_path / "workspace", "correct horse", CHEAP).workspace
    words = sharing.request(mine, str(tmp_path / "second"), "Asha")
    empty.add(Note(text="a"))
    waits, done = sync_all(mine, "", "", silent)
    assert words in waits.lines()[0]
    assert done.code == empty.code
    sync(theirs)
    assert [note.text for note in theirs.find(Note)] == ["a"]
    assert [one.words for one in joins.asked(mine)] == [words]
    joins.withdraw(mine)
    assert [one.code for one in sync_all(mine, "", "", silent)] == [empty.code]
    with pytest.raises(NotFound):
        joins.withdraw(mine)


def test_who_leaves_keeps_all_and_reads_no_more(joined):
    empty, theirs = joined
    theirs.add(Note(text="the last"))
    sharing.leave(theirs)
    assert sharing.status(theirs).left
    sync(empty)
    empty.add(Note(text="after"))
    sync(empty)
    assert sorted(note.text for note in empty.find(Note)) == ["after", "the last"]
    assert [one.removed for one in sharing.status(empty).laptops] == [False, True]
    with pytest.raises(ShareUnreachable):
        sync(theirs)
    assert [note.text for note in theirs.find(Note)] == ["the last"]
    assert local_epoch(empty) > local_epoch(theirs)


def local_epoch(engagement):
    return max(epoch for epoch, _key in LocalSpace(engagement.store).epoch_keys())


def test_what_came_in_is_told_by_kind_and_from_whom(joined):
    empty, theirs = joined
    theirs.add(Note(text="a"))
    theirs.add(Note(text="b"))
    theirs.add(Action(title="c"))
    sync(theirs)
    sync(empty)
    [found] = sharing.status(empty).arrived
    assert (found.name, found.records) == ("Ravi", {"action": 1, "note": 2})
    assert sharing.status(empty).seen is not None
