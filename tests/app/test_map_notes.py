"""Notes find the box or arrow they speak of, and once placed count there as evidence."""

from cxo_desktop.app.map_notes import notes_to_place, place_note, where_is
from cxo_desktop.app.maps import CHAIN, draw_map
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.interviews import Note


def suggested(opened, code):
    return {it.note.code: it.target for it in notes_to_place(opened.dossier(), code)}


def test_a_note_goes_to_what_it_names_and_pains_come_first(sample):
    flow = sample.add(Note(text="From the paper register into the CommCare case, at night"))
    pain = sample.add(Note(text="the paper register gets wet", kind=NoteKind.PAIN_POINT))
    secret = sample.add(Note(text="paper register lies", off_record=True))
    found = suggested(sample, CHAIN)
    assert found[pain.code] == "D02"
    assert found[flow.code].startswith("F")
    assert secret.code not in found
    kinds = [it.note.kind is NoteKind.PAIN_POINT for it in notes_to_place(sample.dossier(), CHAIN)]
    assert kinds == sorted(kinds, reverse=True)


def test_a_placed_note_is_evidence_and_no_longer_to_place(sample):
    pain = sample.add(Note(text="the paper register gets wet", kind=NoteKind.PAIN_POINT))
    place_note(sample, CHAIN, pain.code, "D02")
    assert pain.code not in suggested(sample, CHAIN)
    box = next(b for b in draw_map(sample.dossier(), CHAIN).boxes if b.code == "D02")
    assert [badge.line.text for badge in box.badges] == ["1 pain", "1 note"]


def test_a_note_on_a_step_names_its_map(sample):
    note = sample.add(Note(text="we load into database twice"))
    target = suggested(sample, "PM1")[note.code]
    place_note(sample, "PM1", note.code, target)
    assert sample.get(Note, note.code).refs == (f"PM1/{target}",)


def test_a_note_is_found_where_it_stands_or_where_it_could(sample):
    first = notes_to_place(sample.dossier(), "PM1")[0].note.code
    assert where_is(sample.dossier(), first, "PM1") == ("PM1", "")
    place_note(sample, "PM1", first, "s9")
    assert where_is(sample.dossier(), first, CHAIN) == ("PM1", "s9")
    assert where_is(sample.dossier(), "", "PM2") == ("PM2", "")
