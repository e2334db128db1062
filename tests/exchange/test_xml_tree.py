"""Strangers' XML: read as it is, written back the same, and nothing that could do harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.exchange import xml_tree
from cxo_desktop.exchange.xml_tree import Element, parse, write

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))
NAMES = st.sampled_from(["a", "b:c", "लेन", "x-1"])


def elements():
    return st.recursive(
        st.builds(Element, NAMES, st.dictionaries(NAMES, WORDS, max_size=3)),
        lambda inner: st.builds(
            Element, NAMES, st.just({}), st.lists(inner | WORDS.filter(bool), max_size=4)
        ),
        max_leaves=12,
    )


def plain(element):
    joined = []
    for part in element.inside:
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] += part
        else:
            joined.append(part if isinstance(part, str) else plain(part))
    return (element.name, element.attributes, joined)


@given(elements())
def test_what_is_written_is_read_back(root):
    assert plain(parse("", write(root).encode())) == plain(root)


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
        '<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;">]><a>&z;</a>',
        '<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>',
        "<a><b></a>",
        "",
        "no xml",
        "<a>&unknown;</a>",
        '<a x="1" x="2"/>',
        "<a>" * 100_000,
        "<a>" * 300 + "</a>" * 300,
    ],
)
def test_hostile_and_broken_files_are_refused_in_words(text):
    with pytest.raises(InputRefused) as refused:
        parse("file.xml", text.encode())
    assert "file.xml" in refused.value.what


def test_too_many_elements_and_bytes_are_refused(monkeypatch):
    monkeypatch.setattr(xml_tree, "MOST_ELEMENTS", 10)
    with pytest.raises(InputRefused, match="more than 10"):
        parse("a", b"<a>" + b"<b/>" * 10 + b"</a>")
    monkeypatch.setattr(xml_tree, "LARGEST_BYTES", 10)
    with pytest.raises(InputRefused, match="at most 10"):
        parse("a", b"<aaaaaaaaaaaa/>")


def test_namespaces_follow_their_prefixes():
    root = parse("", b'<x:a xmlns:x="urn:1"><b xmlns="urn:2"/><x:b xmlns:x="urn:3"/></x:a>')
    assert [e.space for e in root.walk()] == ["urn:1", "urn:2", "urn:3"]
    assert [e.local for e in root.walk()] == ["a", "b", "b"]
