"""A check finds every kind of damage, tells which, and says what can still be read."""

import random

import pytest

from cxo_desktop.domain.attachments import Attachment
from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.domain.interviews import Note
from cxo_desktop.store.check import Part, content_faults, file_faults, readable
from cxo_desktop.store.connection import PAGE
from cxo_desktop.store.engagement_store import open_store

KEY = bytes(range(32))
FLIPS = 200


@pytest.fixture
def path(tmp_path):
    """A closed engagement of some pages, with two attachments."""
    store = opened(tmp_path / "engagement.db")
    store.records.add_all(
        Note(code=f"N{number}", text=f"note {number}: " + "हम दो बार लिखते हैं " * 20)
        for number in range(300)
    )
    for content in (b"first", b"second"):
        store.records.add(Attachment(digest=store.blobs.put(content)))
    store.close()
    return tmp_path / "engagement.db"


def opened(path):
    return open_store(path, KEY, device="laptop-1", ids=IdFactory())


def parts(path):
    store = opened(path)
    found = {fault.part for fault in content_faults(store)}
    store.close()
    return found


def tamper(path, *statements):
    store = opened(path)
    for statement in statements:
        store.db.execute(statement)
    store.close()


def test_what_is_whole_has_no_fault(path):
    assert file_faults(path, KEY) == ()
    assert parts(path) == set()
    assert readable(path, KEY) == {"note": 300, "attachment": 2}


def test_every_flipped_bit_is_found(path):
    whole = path.read_bytes()
    chance = random.Random(20261124)  # noqa: S311 - which bits is no secret
    missed = []
    for _ in range(FLIPS):
        place, bit = chance.randrange(len(whole)), chance.randrange(8)
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :])
        if not file_faults(path, KEY):
            missed.append((place, bit))
    assert missed == []


def test_a_lost_end_is_found(path):
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2 // PAGE * PAGE])
    assert file_faults(path, KEY)


def test_what_can_be_read_beside_the_damage_is_counted(path):
    whole = path.read_bytes()
    counts = []
    for place in range(PAGE + 100, len(whole), PAGE):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert file_faults(path, KEY)
        counts.append(readable(path, KEY).get("note", 0))
    assert sum(0 < count < 300 for count in counts) > 10
    assert max(counts) == 300


def test_nothing_can_be_read_of_a_file_without_its_head(path):
    whole = path.read_bytes()
    path.write_bytes(bytes(PAGE) + whole[PAGE:])
    assert [fault.part for fault in file_faults(path, KEY)] == [Part.FILE]
    assert readable(path, KEY) == {}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE note SET text = 'nobody said this' WHERE code = 'N7'",
        "DELETE FROM note WHERE code = 'N7'",
        "INSERT INTO note (id, text) VALUES ('nobody made this', 'x')",
        "UPDATE note SET unsure = 1 WHERE code = 'N7'",
    ],
)
def test_a_row_that_the_log_does_not_know_is_found(path, statement):
    tamper(path, statement)
    assert Part.LOG in parts(path)


def test_a_log_that_lacks_a_change_is_found(path):
    tamper(path, "DROP TRIGGER change_stays", "DELETE FROM change WHERE number = 7")
    assert Part.LOG in parts(path)


def test_an_index_that_does_not_fit_its_table_is_found(path):
    store = opened(path)
    store.db.execute("PRAGMA writable_schema=ON")
    store.db.execute(
        "UPDATE sqlite_schema SET sql = replace(sql, '(code)', '(text)') WHERE name = 'note_code'"
    )
    store.close()
    assert {fault.part for fault in file_faults(path, KEY)} == {Part.INDEXES}


def test_lost_and_altered_attachments_are_found(path):
    store = opened(path)
    first, second = store.records.list(Attachment)
    store.blobs.remove(first.digest)
    file = store.path.parent / "attachments" / second.digest
    file.write_bytes(file.read_bytes()[:-1] + b"?")
    found = [fault.words for fault in content_faults(store)]
    store.close()
    assert found == [f"{first.code} is missing", f"{second.code} was altered"]


def test_a_removed_attachment_is_not_missed(path):
    store = opened(path)
    gone = store.records.list(Attachment)[0]
    store.records.remove(gone)
    store.blobs.remove(gone.digest)
    assert content_faults(store) == ()
    store.close()


def test_the_words_of_a_fault_tell_no_content(path):
    tamper(path, "UPDATE note SET text = 'nobody said this' WHERE code = 'N7'")
    store = opened(path)
    assert "nobody" not in str(content_faults(store))
    store.close()
