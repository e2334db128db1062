"""Nothing of a forgotten person is left: not in a row, a log, a draft, a free page or a blob."""

import zlib
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from PIL import Image

from cxo_desktop import assets
from cxo_desktop.app import sharing
from cxo_desktop.app.attachments import Belongs, add_attachment, thumbnail
from cxo_desktop.app.backups import backup_now, backups
from cxo_desktop.app.checks import check
from cxo_desktop.app.drafts import save_draft, unfinished
from cxo_desktop.app.forget import forget_person, what_goes, withdraw_consent
from cxo_desktop.app.interviews import keep_note, start_interview
from cxo_desktop.app.syncing import sync, sync_all
from cxo_desktop.app.tasks import silent
from cxo_desktop.compose import open_services
from cxo_desktop.domain.attachments import Attachment
from cxo_desktop.domain.enums import ConsentState
from cxo_desktop.domain.errors import NotFound
from cxo_desktop.domain.findings import Evidence, Finding
from cxo_desktop.domain.guides import GuideQuestion
from cxo_desktop.domain.interviews import Consent, Interview, Note
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.domain.processes import ProcessMap
from cxo_desktop.store.connection import PAGE
from cxo_desktop.store.files import write_whole
from cxo_desktop.store.segments import Segments
from cxo_desktop.sync.local import LocalSpace
from tests.app.conftest import CHEAP

RESERVED, IV = 80, 16
CANARY = "zanzibar"


def pages(path, key):
    """Return every page of an encrypted file as it is inside, free ones too."""
    content = path.read_bytes()
    found = []
    for start in range(0, len(content), PAGE):
        page = content[start : start + PAGE]
        sealed = page[IV if start == 0 else 0 : -RESERVED]
        iv = page[-RESERVED : IV - RESERVED]
        decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
        found.append(decryptor.update(sealed) + decryptor.finalize())
    return b"".join(found)


def inside(engagement):
    """Return all that the engagement's file holds, the compressed values unpacked."""
    path, key = engagement.store.place
    assert not path.with_name(f"{path.name}-wal").stat().st_size
    raw = pages(path, key)
    assert b"CREATE TABLE" in raw
    return b"\n".join([raw, *unpacked(raw, b"\x01\x78", zlib.MAX_WBITS), *by_words(raw)])


def unpacked(raw, mark, bits, words=b""):
    """Yield all that can be unpacked behind a mark; of noise a few bytes come out at most."""
    place = -1
    while (place := raw.find(mark, place + 1)) >= 0:
        press = zlib.decompressobj(bits, zdict=words)
        try:
            yield press.decompress(raw[place + 1 : place + 4000], 20_000)
        except zlib.error:
            continue


def by_words(raw):
    words = assets.resource("words/change-log-1.txt").read_bytes()
    return unpacked(raw, b"\x02", -15, words)


@pytest.fixture
def person(empty, tmp_path):
    """A person with everything that can be known of one, beside another who stays."""
    stays = empty.add(Person(role="Clerk"))
    empty.add(PersonName(person=stays.code, full_name="Ravi Rao"))
    empty.add(PersonName(person=empty.add(Person(role="Cook")).code, full_name="Meena Rao"))
    theirs = empty.add(Person(role="zanzibar-role"))
    name = empty.add(PersonName(person=theirs.code, full_name="Old Zanzibarname", phone="98"))
    empty.put(replace(name, full_name="Sunita Zanzibarwala Rao", aliases=("zanzibar-alias",)))
    talk = start_interview(empty, person=theirs.code, consent=ConsentState.GIVEN).code
    empty.put(replace(empty.get(Interview, talk), source_file="zanzibar-file.txt"))
    note = keep_note(empty, interview=talk, text="zanzibar first " + "we type twice " * 40)
    empty.put(replace(note, text="zanzibar second"))
    removed = keep_note(empty, interview=talk, text="zanzibar removed")
    empty.remove(removed)
    empty.add(Note(text="zanzibar unsigned", interview=talk))
    finding = empty.add(Finding(statement="Sunita Zanzibarwala Rao types twice"))
    empty.add(Evidence(finding=finding.code, target=note.code))
    other = start_interview(empty, person=stays.code).code
    about = keep_note(empty, interview=other, text="Ask zanzibar-alias, said Rao")
    empty.put(replace(about, raw_text="Old Zanzibarname"))
    save_draft(empty, interview=talk, text="zanzibar half a sen")
    save_draft(empty, interview=other, text="ask zanzibar-alias half")
    document = (
        '<bpmn name="Sunita Zanzibarwala Rao&#xA;signs">\nzanzibar-alias'
        "<d>&#83;unita Zanzi&#x62;arwala&#160;Rao &amp; co</d></bpmn>"
    )
    empty.add(ProcessMap(name="Registration", extra={"bpmn": {"document": document}}))
    empty.add(GuideQuestion(text="Ask zanzibar-alias again", probes=("why\nzanzibar-alias?",)))
    empty.add(Person(role="Helper of Sunita Zanzibarwala Rao"))
    engagement = empty.dossier().engagement
    empty.put(replace(engagement, scope="As Sunita Zanzibarwala Rao asked"))
    Image.new("RGB", (300, 300), "teal").save(tmp_path / "zanzibar.jpg")
    photo = add_attachment(empty, tmp_path / "zanzibar.jpg", Belongs(note=note.code))
    thumbnail(empty, photo)
    return theirs.code


def settle(engagement):
    engagement.store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def test_before_all_of_it_is_there(empty, person):
    settle(empty)
    found = inside(empty)
    for words in ("first", "second", "removed", "half", "unsigned", "role", "alias", "file"):
        assert f"zanzibar-{words}".encode() in found or f"zanzibar {words}".encode() in found
    assert b"Zanzibarname" in found
    assert len(empty.store.blobs.names()) == 2


def test_afterwards_nothing_is_there(empty, person):
    forget_person(empty, person)
    assert CANARY.encode() not in inside(empty).lower()
    assert b"Sunita" not in inside(empty)
    assert b"arwala" not in inside(empty)
    assert empty.store.blobs.names() == ()
    kept = empty.find(ProcessMap)[0].extra["bpmn"]["document"]
    left_out = "[left out]"
    assert kept == (
        f'<bpmn name="{left_out}&#xA;signs">\n{left_out}<d>{left_out} &amp; co</d></bpmn>'
    )
    assert empty.find(GuideQuestion)[0].probes == (f"why\n{left_out}?",)
    assert [draft.text for draft in unfinished(empty)] == [f"ask {left_out} half"]
    assert empty.dossier().engagement.scope == f"As {left_out} asked"
    assert empty.dossier().engagement.organisation == "Asha Trust"


def test_what_is_told_before_is_what_goes(empty, person):
    told = what_goes(empty, person)
    assert {kind: count for kind, count in told.records.items() if kind != "cleaned"} == {
        "attachment": 1,
        "evidence": 1,
        "note": 3,
        "person": 1,
        "person_name": 1,
        "draft": 2,
    }
    assert told.contents == 1
    assert len(empty.find(Note)) == 3
    assert forget_person(empty, person) == told
    assert [note.text for note in empty.find(Note)] == ["Ask [left out], said Rao"]
    assert [it.statement for it in empty.find(Finding)] == ["[left out] types twice"]
    assert empty.find(Attachment) == ()
    assert [it.full_name for it in empty.find(PersonName)] == ["Ravi Rao", "Meena Rao"]


def test_that_somebody_was_forgotten_stays_on_record_without_words(empty, person):
    forget_person(empty, person)
    rows = empty.store.db.execute("SELECT person, erased_at, counts FROM erasure").fetchall()
    assert [row[0] for row in rows] == [person]
    consent = empty.find(Consent, person=person)[0]
    assert consent.state is ConsentState.WITHDRAWN
    assert consent.erased_at
    assert len(empty.find(Interview)) == 2


def test_it_cannot_be_undone_and_leaves_a_sound_engagement(empty, person, workspace):
    forget_person(empty, person)
    assert empty.store.history.undo() is None
    assert empty.store.history.bin() == ()
    assert check(workspace).faults == ()
    note = empty.find(Note)[0]
    empty.put(replace(note, text="edited since"))
    assert empty.store.history.undo().name == "change note"
    assert empty.find(Note)[0].text == "Ask [left out], said Rao"
    assert empty.store.history.undo() is None


def test_older_backups_hold_it_until_they_go(empty, person):
    backup_now(empty)
    assert what_goes(empty, person).backups == 1
    assert "still holds it" in "\n".join(forget_person(empty, person).lines())
    old = backups(empty)[0].path
    _path, key = empty.store.place
    assert b"zanzibar" in pages(old, key)


def test_older_backups_go_when_asked_and_a_fresh_one_stays(empty, person):
    backup_now(empty)
    forget_person(empty, person, with_backups=True)
    (fresh,) = backups(empty)
    assert b"zanzibar" not in pages(fresh.path, empty.store.place[1])


def test_a_content_that_somebody_else_gave_as_well_stays(empty, person, tmp_path):
    shared = add_attachment(empty, tmp_path / "zanzibar.jpg")
    empty.put(replace(shared, name="theirs.jpg"))
    forget_person(empty, person)
    assert [it.name for it in empty.find(Attachment)] == ["theirs.jpg"]
    assert empty.store.blobs.matches(shared.digest)


def test_packets_for_colleagues_are_sealed_again_and_theirs_let_go(
    empty, person, workspace, tmp_path
):
    other = open_services(tmp_path / "other", "battery staple", CHEAP).workspace
    sharing.create(empty, str(tmp_path), "Asha")
    words = sharing.request(other, str(tmp_path), "Ravi")
    sharing.admit(empty, words=words)
    sync_all(other, "", "", silent)
    theirs = other.open()
    theirs.add(Note(text="zanzibar there", person=person))
    sync(theirs)
    sync(empty)
    settle(theirs)
    told = what_goes(empty, person)
    assert told.sealed == 2
    assert "2 packets for colleagues hold it" in "\n".join(told.lines())
    forget_person(empty, person)
    held = Segments(empty.store.db)
    mine = [one for one in held.of(LocalSpace(empty.store).device) if one.name.endswith(".pack")]
    assert len(mine) == 1
    gone = [
        one for name in held.heads() for one in held.of(name) if held.content(one.number) is None
    ]
    assert [one.own for one in gone] == [False]
    assert CANARY.encode() in inside(theirs).lower()
    sync(empty)
    sync(theirs)
    assert [note.text for note in theirs.find(Note)] == ["Ask [left out], said Rao"]
    assert CANARY.encode() not in inside(theirs).lower()
    theirs.close()


def test_damaged_files_set_aside_count_and_go_with_the_backups(empty, person):
    backup_now(empty)
    aside = backups(empty)[0].path.with_suffix(".damaged")
    write_whole(aside, b"sealed words")
    assert what_goes(empty, person).backups == 2
    forget_person(empty, person, with_backups=True)
    assert not aside.exists()


def test_nobody_unknown_is_forgotten(empty, person):
    with pytest.raises(NotFound, match="person list"):
        forget_person(empty, "P-nobody")
    assert len(empty.find(Note)) == 3


def test_a_consent_taken_back_blocks_and_can_be_undone(empty, person):
    assert withdraw_consent(empty, person) == 1
    consent = empty.find(Consent, person=person)[0]
    assert consent.state is ConsentState.WITHDRAWN
    assert consent.withdrawn_at
    assert len(empty.find(Note)) == 3
    empty.store.history.undo()
    assert empty.find(Consent, person=person)[0].state is ConsentState.GIVEN
    with pytest.raises(NotFound):
        withdraw_consent(empty, "P-nobody")


def test_the_pages_are_read_right(empty, tmp_path):
    empty.add(Note(text="zanzibar plain"))
    settle(empty)
    path, key = empty.store.place
    write_whole(tmp_path / "copy", path.read_bytes())
    assert b"zanzibar plain" in pages(tmp_path / "copy", key)
    assert b"zanzibar plain" not in pages(tmp_path / "copy", bytes(32))
