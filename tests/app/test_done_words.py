"""Every operation has words, and none shows the name of a table."""

import re
from pathlib import Path

import pytest

import cxo_desktop
from cxo_desktop.app.done_words import done_words, thing_word
from cxo_desktop.domain.entities import ENTITIES


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("add note", "Note added"),
        ("change data_flow", "Flow changed"),
        ("remove action", "Action removed"),
        ("restore interview", "Interview brought back"),
        ("undo add note", "Undone: Note added"),
        ("new tool", "Tool added"),
        ("import engagement", "Engagement imported"),
        ("something of a later version", "Something of a later version"),
    ],
)
def test_operations(name, words):
    assert done_words(name) == words


def test_kinds_of_records():
    words = [thing_word(entity.table) for entity in ENTITIES]
    assert all(word and "_" not in word and word[0].isupper() for word in words)


def test_no_operation_is_without_words():
    """All names that stand in the source, but those that a later version may give."""
    source = "\n".join(
        path.read_text("utf-8") for path in Path(cxo_desktop.__file__).parent.rglob("*.py")
    )
    names = set(re.findall(r'operation\("([^"]+)"', source))
    assert len(names) > 20
    assert [name for name in sorted(names) if done_words(name) == name.capitalize()] == []
