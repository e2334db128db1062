"""Whatever was done through the program can be taken back and done again, to the last cell.

200 commands at random, then all of them undone, then redone; and the change log, replayed into an
empty database, gives the same rows.
"""

import hashlib
import os
import random
from dataclasses import replace

import pytest

from cxo_desktop.app.attachments import add_attachment, remove_attachment
from cxo_desktop.app.drafts import keep_draft_line, save_draft
from cxo_desktop.app.history import in_bin, redo, take_out_of_bin, undo
from cxo_desktop.app.interviews import start_interview
from cxo_desktop.compose import open_services
from cxo_desktop.domain.attachments import Attachment
from cxo_desktop.domain.changes import row_after
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.domain.interviews import Interview, Note
from cxo_desktop.domain.tools import Tool
from cxo_desktop.store.engagement_store import open_store
from cxo_desktop.store.history import History
from cxo_desktop.store.keys import KdfCost
from cxo_desktop.store.rows import Rows

COMMANDS = int(os.environ.get("CXO_UNDO_COMMANDS", "200"))
FIELDS = ("text", "kind", "themes", "unsure")


@pytest.fixture
def engagement(tmp_path):
    """An engagement with an interview, open."""
    workspace = open_services(tmp_path / "workspace", "correct horse", KdfCost(1, 64, 1)).workspace
    made = workspace.create("Asha Trust")
    start_interview(made, person=None, role="Clerk")
    yield made
    made.close()


def content_hash(store):
    """Return a hash over every cell of every record, whatever the order it was written in."""
    digest = hashlib.sha256()
    tables = store.db.execute(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND name IN "
        '(SELECT DISTINCT "table" FROM change) ORDER BY name'
    ).fetchall()
    for (table,) in tables:
        for row in store.db.execute(f"SELECT * FROM {table} ORDER BY id"):  # noqa: S608
            digest.update(repr((table, row)).encode())
    return digest.hexdigest()


class Hand:
    """Somebody at work who does anything at any time."""

    def __init__(self, engagement, seed, scrap):
        self.engagement, self.scrap = engagement, scrap
        self.chance = random.Random(seed)  # noqa: S311 - what is done is no secret
        self.interview = engagement.find(Interview)[0].code

    def act(self):
        name = self.chance.choice(
            ("add", "add", "type", "edit", "edit", "remove", "attach", "detach", "several", "back")
        )
        getattr(self, name)()

    def one_of(self, cls):
        there = self.engagement.find(cls)
        return self.chance.choice(there) if there else self.engagement.add(cls())

    def words(self):
        return f"हम दो बार {self.chance.random()}"

    def add(self):
        self.engagement.add(Note(text=self.words(), themes=("DUP",)))

    def type(self):
        keep_draft_line(
            self.engagement, interview=self.interview, line=f"! {self.words()}", rest=self.words()
        )
        save_draft(self.engagement, interview=self.interview, text="")

    def edit(self):
        values = {
            "text": self.words(),
            "kind": self.chance.choice(list(NoteKind)),
            "themes": self.chance.choice(((), ("LAT",), ("DUP", "LAT"))),
            "unsure": self.chance.choice((None, True, False)),
        }
        field = self.chance.choice(FIELDS)
        self.engagement.put(replace(self.one_of(Note), **{field: values[field]}))

    def remove(self):
        self.engagement.remove(self.one_of(self.chance.choice((Note, Tool))))

    def attach(self):
        self.scrap.write_text(self.words(), encoding="utf-8")
        add_attachment(self.engagement, self.scrap)

    def detach(self):
        remove_attachment(self.engagement, self.one_of(Attachment))

    def several(self):
        with self.engagement.operation("several"):
            note = self.engagement.add(Note(text=self.words()))
            self.edit()
            self.engagement.put(replace(note, text=self.words()))
            self.engagement.add_all([Tool(name=self.words()), Tool(cash_per_year_inr=1.0)])
            self.remove()

    def back(self):
        gone = in_bin(self.engagement)
        if gone:
            take_out_of_bin(self.engagement, gone[0].record.id)


def at_work(engagement, tmp_path, seed):
    hand = Hand(engagement, seed, tmp_path / "scrap")
    for _ in range(COMMANDS):
        hand.act()


def all_undone(engagement):
    count = 0
    while undo(engagement):
        count += 1
    return count


def replayed(store):
    """Return an empty store filled by nothing but another's change log."""
    changes = {}
    for change in store.log.all_changes():
        changes.setdefault((change.table, change.row), []).append(change)
    fresh = open_store(None, b"", device="another", ids=IdFactory())
    with fresh.db.atomic(), fresh.rows.operation("replay"):
        for (table, row), of_row in changes.items():
            cells = row_after(tuple(of_row))
            if cells is not None:
                fresh.rows.set(table, row, cells)
    return fresh


@pytest.mark.parametrize("seed", [1, 2])
def test_all_that_was_done_is_taken_back_and_done_again(engagement, tmp_path, seed):
    at_work(engagement, tmp_path, seed)
    after = content_hash(engagement.store)
    undone = all_undone(engagement)
    assert undone > COMMANDS * 0.7
    assert content_hash(engagement.store) != after
    assert engagement.find(Note) == engagement.find(Tool) == engagement.find(Interview) == ()
    for _ in range(undone):
        redo(engagement)
    assert content_hash(engagement.store) == after
    assert redo(engagement) is None


def test_the_log_alone_gives_the_same_rows(engagement, tmp_path):
    at_work(engagement, tmp_path, 3)
    fresh = replayed(engagement.store)
    assert content_hash(fresh) == content_hash(engagement.store)
    fresh.close()


def test_a_field_that_is_not_taken_back_would_be_seen(engagement, monkeypatch):
    whole = History._take_back_row

    def forgetful(history, first, before, fields):
        whole(history, first, before, fields - {"kind"})

    def hash_before_a_change_that_is_undone():
        note = engagement.add(Note(text="a", kind=NoteKind.PAIN_POINT))
        before = content_hash(engagement.store)
        engagement.put(replace(note, kind=NoteKind.IDEA))
        undo(engagement)
        return before

    assert hash_before_a_change_that_is_undone() == content_hash(engagement.store)
    monkeypatch.setattr(History, "_take_back_row", forgetful)
    assert hash_before_a_change_that_is_undone() != content_hash(engagement.store)


def test_a_row_that_is_written_past_the_log_would_be_seen(engagement, monkeypatch):
    note = engagement.add(Note(text="a"))
    logged = Rows._logged

    def careless(rows, table, row, field, cells):
        if field != "text":
            logged(rows, table, row, field, cells)

    monkeypatch.setattr(Rows, "_logged", careless)
    engagement.put(replace(note, text="b"))
    fresh = replayed(engagement.store)
    assert content_hash(fresh) != content_hash(engagement.store)
    fresh.close()
