"""Fields are called as people in the field call them, money and time with their unit."""

import re

import pytest

from cxo_desktop.domain.entities import ENTITIES
from cxo_desktop.domain.plain import specs
from cxo_desktop.ui.field_words import field_word


@pytest.mark.parametrize("entity", ENTITIES, ids=lambda entity: entity.table)
def test_no_word_of_the_model_is_left(entity):
    words = [field_word(spec.name, entity.table) for spec in specs(entity.cls)]
    model = re.compile(r"\b(inr|ctc|ed|pii|ids?|refs|hash|ref|hi)\b", re.IGNORECASE)
    assert [one for one in words if model.search(one) and "Hindi" not in one] == []
    assert len(set(words)) == len(words)
    assert all(one[0].isupper() and "_" not in one for one in words)


@pytest.mark.parametrize(
    ("field", "kind", "words"),
    [
        ("annual_budget_inr", "engagement", "Annual budget (₹)"),
        ("target", "level", "People to hear"),
        ("target", "data_flow", "To"),
        ("written_at", "note", "Written at"),
    ],
)
def test_words(field, kind, words):
    assert field_word(field, kind) == words
