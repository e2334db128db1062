"""Search over the sample, as the window and the command line ask it."""

from dataclasses import dataclass

import pytest

from cxo_desktop.app.search import search
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.people import PersonName
from cxo_desktop.store.search import SEARCH_TABLES, SearchIndex


@dataclass(frozen=True)
class Searched:
    search_index: SearchIndex


@pytest.fixture
def index_of():
    def made(engagement):
        db = engagement.store.db
        if "search_doc" not in db.table_names():
            for statement in SEARCH_TABLES:
                db.execute(statement)
        index = SearchIndex(db)
        index.rebuild()
        return Searched(index)

    return made


def test_a_hit_says_what_was_found_where_and_by_whom(sample, index_of):
    (note,) = sample.find(Note, code="N001")
    hit = next(hit for hit in search(index_of(sample), "tableau") if hit.id == "N001")
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


def test_every_note_of_the_sample_is_found_by_its_first_words(sample, index_of):
    searched = index_of(sample)
    for note in sample.find(Note):
        start = " ".join(note.text.split()[:4])
        assert note.code in [hit.id for hit in search(searched, f'"{start}"')]


def test_hits_come_best_first_and_no_more_than_asked_for(sample, index_of):
    searched = index_of(sample)
    hits = search(searched, "register")
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len(hits) > 3
    assert search(searched, "register", limit=3) == hits[:3]


def test_filters_and_words_work_together(sample, index_of):
    hits = search(index_of(sample), "kind:pain level:L5")
    assert hits
    for hit in hits:
        (note,) = sample.find(Note, code=hit.id)
        assert (note.kind, hit.level) == ("pain_point", "L5")


def test_the_last_word_may_be_unfinished_while_it_is_typed(sample, index_of):
    searched = index_of(sample)
    assert search(searched, "tablea") == ()
    assert search(searched, "tablea", typing=True) == search(searched, "tablea*")
    assert search(searched, "tablea*")


def test_names_are_known_to_the_window_only(sample, index_of):
    sample.add(PersonName(person="P03", full_name="Asha Kulkarni", aliases=("Ashatai",)))
    searched = index_of(sample)
    assert search(searched, "kulkarni") == ()
    (hit, *_) = search(searched, "ashat", typing=True, with_names=True)
    assert (hit.kind, hit.id) == ("person", "P03")
    assert "Asha" not in hit.text


def test_what_is_off_the_record_is_found_and_marked(sample, index_of):
    sample.add(Note(text="the quagga vendor is family", off_record=True))
    assert [hit.off_record for hit in search(index_of(sample), "quagga")] == [True]


@pytest.mark.parametrize("typed", ["", "   ", "!?", "wordthatnobodysaid"])
def test_nothing_found_is_an_empty_answer(sample, index_of, typed):
    assert search(index_of(sample), typed) == ()
