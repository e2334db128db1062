"""Bytes become the letters that were meant."""

import pytest

from cxo_desktop.exchange.xml_bytes import text_of

WORDS = "Café “x” \u2013 €"


@pytest.mark.parametrize("said", ["ISO-8859-1", "windows-1252", "UTF-8", "no-such-code", ""])
def test_old_letters_are_read_whatever_the_file_calls_itself(said):
    head = f'<?xml version="1.0" encoding="{said}"?>' if said else ""
    assert text_of((head + WORDS).encode("cp1252")).endswith(WORDS)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_with_and_without_a_mark(encoding):
    assert text_of(WORDS.encode(encoding)) == WORDS
