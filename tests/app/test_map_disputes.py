"""A disagreement is told by roles, never by names."""

from cxo_desktop.app.map_disputes import dispute_words
from cxo_desktop.domain.interviews import Note


def test_roles_tell_who_says_what(sample):
    notes = [Note(text="6 h a month", person="P01"), Note(text="10 hours", person="P05")]
    words = dispute_words(sample.dossier(), notes)
    assert "6 h says Executive Director" in words
    assert "10 hours says" in words
    assert dispute_words(sample.dossier(), notes[:1]) == ""
