"""Catalogues are read as translators write them, and fit the sentences of the program."""

import ast
import gettext
import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop import assets
from cxo_desktop.i18n.catalogue import compiled, read_po

ROOT = Path(__file__).parents[2]
FIELDS = re.compile(r"\{(\w+)[^}]*\}")
TEXT = st.text(min_size=1).filter(lambda text: "\0" not in text)


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def sentences():
    """Every sentence in the code that asks for a translation."""
    for file in (ROOT / "cxo_desktop").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            called = getattr(getattr(node, "func", None), "id", "")
            if called in ("_", "said_later", "ngettext"):
                several = 2 if called == "ngettext" else 1
                parts = [getattr(part, "value", None) for part in node.args[:several]]
                if all(isinstance(part, str) for part in parts):
                    yield "\0".join(parts)


@given(st.dictionaries(TEXT, TEXT))
def test_gettext_finds_what_was_compiled(messages):
    head = {"": "Content-Type: text/plain; charset=UTF-8\n"}
    loaded = gettext.GNUTranslations(io.BytesIO(compiled({**messages, **head})))
    assert {key: loaded.gettext(key) for key in messages} == messages


@given(st.text('ab"\\\n é', min_size=1), st.text('xy"\\\n ह', min_size=1))
def test_what_is_quoted_comes_back(message, translation):
    text = f"# a remark\nmsgid {quoted(message)}\nmsgstr {quoted(translation)}\n"
    assert read_po(text) == {message: translation}


def test_long_texts_plurals_and_what_is_not_ready():
    text = (
        'msgid ""\n"one "\n"two"\nmsgstr "a"\n\n'
        '#, fuzzy\nmsgid "guess"\nmsgstr "b"\n\n'
        'msgid "empty"\nmsgstr ""\n\n'
        'msgid "n"\nmsgid_plural "ns"\nmsgstr[0] "c"\nmsgstr[1] "d"\n'
    )
    assert read_po(text) == {"one two": "a", "n\0ns": "c\0d"}


@pytest.mark.parametrize("text", ["what is this", 'msgid "no end', '"nothing before it"'])
def test_what_is_no_catalogue_is_refused(text):
    with pytest.raises(ValueError, match="line 1"):
        read_po(text)


@pytest.mark.parametrize(
    "file", tuple(assets.resource("i18n").glob("*.po")), ids=lambda file: file.stem
)
def test_every_translation_is_of_a_sentence_we_say_and_keeps_its_fields(file):
    said = set(sentences())
    messages = read_po(file.read_text(encoding="utf-8"))
    head = messages.pop("")
    assert "charset=UTF-8" in head
    assert messages.keys() - said == set()
    for message, translation in messages.items():
        fields = set(FIELDS.findall(message))
        assert set(FIELDS.findall(translation)) == fields, message
        assert "…" not in translation or "…" in message
