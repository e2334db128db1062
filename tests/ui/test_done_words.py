"""Every operation has words, and none shows the name of a table."""

import pytest

from cxo_desktop.domain.entities import ENTITIES
from cxo_desktop.ui.done_words import done_words, thing_word


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("add note", "Note added"),
        ("change data_flow", "Flow changed"),
        ("remove action", "Action removed"),
        ("restore interview", "Interview brought back"),
        ("undo add note", "Undone: Note added"),
        ("import engagement", "Engagement imported"),
        ("something of a later version", "Something of a later version"),
    ],
)
def test_operations(name, words):
    assert done_words(name) == words


def test_kinds_of_records():
    words = [thing_word(entity.table) for entity in ENTITIES]
    assert all(word and "_" not in word and word[0].isupper() for word in words)
