from __future__ import annotations

import json

import pytest

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.exchange import json_text
from cxo_desktop.exchange.json_text import json_object


def nested(levels: int) -> str:
    return '{"a":' + "[" * (levels - 1) + "]" * (levels - 1) + "}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "line 1, column 1"),
        ("# Notes of a talk", "not JSON"),
        ('{"a": 1', "line 1"),
        ('{"a": 1}\nand more', "line 2"),
        ("[1]", "one object"),
        ("null", "one object"),
        ('{"a": NaN}', "NaN"),
        ('{"a": -Infinity}', "Infinity"),
        ('{"a": 1e999}', "too large"),
        ('{"a": ' + "9" * 5000 + "}", "too large"),
        ('{"a": 1, "b": {"c": 1, "c": 2}}', "“c” stands twice"),
        ('{"a": "\\ud83d"}', "surrogate"),
        ('{"\\udc00": 1}', "surrogate"),
        (nested(101), "100 levels"),
        (nested(50_000), "100 levels"),
    ],
)
def test_what_cannot_be_kept_exactly_is_refused_in_words(text, words):
    with pytest.raises(InputRefused) as caught:
        json_object(text)
    assert words in caught.value.why


def test_the_limits_themselves_are_allowed(monkeypatch):
    assert json_object(nested(100))
    monkeypatch.setattr(json_text, "LARGEST_CHARACTERS", 8)
    assert json_object('{"a": 1}') == {"a": 1}
    with pytest.raises(InputRefused, match="at most 8"):
        json_object('{"a": 10}')


def test_text_of_every_script_and_a_byte_order_mark_are_read():
    value = {"नोट": "रजिस्टर में फिर से लिखना 😀", "tab": "\t\u2028\u0000"}
    assert json_object("\ufeff" + json.dumps(value)) == value
    assert json_object(json.dumps(value, ensure_ascii=False)) == value
