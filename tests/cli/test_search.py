"""``cxo search`` in a process of its own."""

import pytest

KEYS = ["kind", "id", "text", "snippet", "role", "level", "interview", "score"]


def test_hits_are_ranked_and_complete(sample_cxo):
    hits = sample_cxo.json("search", "tableau")
    assert hits
    assert all(list(hit) == KEYS for hit in hits)
    scores = [hit["score"] for hit in hits]
    assert scores == sorted(scores, reverse=True)
    note = next(hit for hit in hits if hit["id"] == "N001")
    assert note["kind"] == "note"
    assert note["role"] == "Executive Director"
    assert "Tableau" in note["snippet"]


def test_no_hit_is_an_empty_list(sample_cxo):
    assert sample_cxo.json("search", "wordthatnobodysaid") == []
    assert sample_cxo("search", "wordthatnobodysaid").stdout == ""


def test_filters_and_limit(sample_cxo):
    hits = sample_cxo.json("search", "kind:pain", "in:notes", "--limit", "3")
    assert len(hits) == 3
    assert {hit["kind"] for hit in hits} == {"note"}


def test_a_note_just_written_is_found_in_either_spelling(sample_cxo):
    added = sample_cxo.json("note", "add", "--interview", "I01", "यह हिन्दी ज़िला है")
    for word in ("हिंदी", "जिला"):
        assert [hit["id"] for hit in sample_cxo.json("search", word)] == [added["note"]]


def test_lines_for_people_tell_kind_code_and_role(sample_cxo):
    line = sample_cxo("search", "tableau", "interview:I01").stdout.splitlines()[0]
    assert line.startswith("note  N001  I01  L1 Executive Director  ")


def test_off_the_record_is_left_out_and_that_is_said(sample_cxo):
    sample_cxo("note", "add", "--interview", "I01", "% the quagga vendor is family")
    done = sample_cxo("--json", "search", "quagga")
    assert done.stdout.strip() == "[]"
    assert "off the record" in done.stderr
    assert "family" not in done.stderr


@pytest.mark.parametrize("typed", ['NEAR("a', "field-worker", "100%", "'; DROP TABLE note", "*"])
def test_anything_may_be_typed(sample_cxo, typed):
    sample_cxo("--json", "search", typed)


def test_nothing_typed_is_wrong_usage(sample_cxo):
    sample_cxo("search", expect=2)
