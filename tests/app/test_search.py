"""Search over the sample, as the window and the command line ask it."""

import pytest

from cxo_desktop.app.search import search
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.people import PersonName


def test_a_hit_says_what_was_found_where_and_by_whom(sample):
    (note,) = sample.find(Note, code="N001")
    hit = next(hit for hit in search(sample, "tableau") if hit.id == "N001")
    assert (hit.kind, hit.text, hit.interview) == ("note", note.text, note.interview)
    assert (hit.role, hit.level, hit.person) == ("Executive Director", "L1", "P01")
    assert [hit.snippet.text[start:end] for start, end in hit.snippet.spans] == ["Tableau"]
    assert list(hit.plain()) == [
        "kind",
        "id",
        "text",
        "snippet",
        "role",
        "level",
        "interview",
        "score",
    ]
    assert hit.plain()["snippet"] == hit.snippet.text


def test_every_note_of_the_sample_is_found_by_its_first_words(sample):
    searched = sample
    for note in sample.find(Note):
        start = " ".join(note.text.split()[:4])
        assert note.code in [hit.id for hit in search(searched, f'"{start}"')]


def test_hits_come_best_first_and_no_more_than_asked_for(sample):
    searched = sample
    hits = search(searched, "register")
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len(hits) > 3
    assert search(searched, "register", limit=3) == hits[:3]


def test_filters_and_words_work_together(sample):
    hits = search(sample, "kind:pain level:L5")
    assert hits
    for hit in hits:
        (note,) = sample.find(Note, code=hit.id)
        assert (note.kind, hit.level) == ("pain_point", "L5")


def test_the_last_word_may_be_unfinished_while_it_is_typed(sample):
    searched = sample
    assert search(searched, "tablea") == ()
    assert search(searched, "tablea", typing=True) == search(searched, "tablea*")
    assert search(searched, "tablea*")


def test_names_are_known_to_the_window_only(sample):
    sample.add(PersonName(person="P03", full_name="Asha Kulkarni", aliases=("Ashatai",)))
    searched = sample
    assert search(searched, "kulkarni") == ()
    (hit, *_) = search(searched, "ashat", typing=True, with_names=True)
    assert (hit.kind, hit.id) == ("person", "P03")
    assert "Asha" not in hit.text


def test_what_is_off_the_record_is_found_and_marked(sample):
    sample.add(Note(text="the quagga vendor is family", off_record=True))
    assert [hit.off_record for hit in search(sample, "quagga")] == [True]


@pytest.mark.parametrize("typed", ["", "   ", "!?", "wordthatnobodysaid"])
def test_nothing_found_is_an_empty_answer(sample, typed):
    assert search(sample, typed) == ()
