from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.exchange import text_bytes
from cxo_desktop.exchange.text_bytes import decode_text

PLAIN = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff\r\x7f").filter(
        lambda c: c >= " " or c in "\n\t\f\v"
    )
)


@given(PLAIN, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_every_plain_text_is_read_in_every_unicode_encoding(text, encoding):
    assert decode_text("a.txt", text.encode(encoding)) == unicodedata.normalize("NFC", text)


@given(PLAIN, st.sampled_from(["\r\n", "\r"]))
def test_every_end_of_line_is_one(text, end):
    content = text.replace("\n", end).encode()
    assert decode_text("a.txt", content) == unicodedata.normalize("NFC", text)


@given(st.binary(max_size=60))
def test_any_bytes_are_text_or_refused(content):
    try:
        text = decode_text("a.txt", content)
    except InputRefused:
        return
    assert text.encode().decode() == text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff", "binary"),
        ("Café".encode("latin-1"), "byte 4 on it is not UTF-8"),
        ("नोट".encode("utf-16-le"), "control character"),
        (b"\xff\xfe\x00", "UTF-16"),
        (b"one\ntwo \x08three", "line 2 holds the control character U+0008"),
        (b"ok\x00", "U+0000"),
    ],
)
def test_what_is_no_text_is_refused_in_words(content, words):
    with pytest.raises(InputRefused) as caught:
        decode_text("visit.txt", content)
    assert words in caught.value.why
    assert "visit.txt" in caught.value.what
    assert caught.value.remedy


def test_a_file_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(text_bytes, "LARGEST_BYTES", 4)
    assert decode_text("a.txt", b"four") == "four"
    with pytest.raises(InputRefused, match="more than 4"):
        decode_text("a.txt", b"fives")
