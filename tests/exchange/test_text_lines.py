from __future__ import annotations

import pytest

from cxo_desktop.exchange.text_lines import Kind, blocks, classified


def kinds(text: str) -> list[tuple[Kind, str]]:
    found = classified(text.split("\n"))
    return [(line.kind, line.text) for line in found if line.kind is not Kind.BLANK]


def texts(text: str) -> list[str]:
    found = blocks(classified(text.split("\n")))
    return ["\n".join(line.mark + line.text for line in block) for block in found]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("# Visit #", Kind.HEADING, "Visit"),
        ("###### ###", Kind.RULE, "###### ###"),
        ("#5 is broken", Kind.WORDS, "#5 is broken"),
        ("####### seven", Kind.WORDS, "####### seven"),
        ("- one", Kind.LISTED, "one"),
        ("\u2022 one", Kind.LISTED, "one"),
        ("12. one", Kind.LISTED, "12. one"),
        ("2026. one", Kind.WORDS, "2026. one"),
        ("-one", Kind.WORDS, "-one"),
        ("| a | b |", Kind.TABLE, "| a | b |"),
        ("* * *", Kind.RULE, "* * *"),
        ("--", Kind.WORDS, "--"),
        ("  indented", Kind.WORDS, "  indented"),
    ],
)
def test_a_line_is_what_it_looks_like(text, kind, words):
    assert kinds(text) == [(kind, words)]


def test_an_underlined_line_is_a_heading():
    assert kinds("Visit\n=====")[0] == (Kind.HEADING, "Visit")
    assert kinds("=====\nVisit\n=====")[1] == (Kind.HEADING, "Visit")
    assert kinds("We left at five.\n----------------")[0][0] is Kind.WORDS
    assert kinds("A long line of notes that is no title\n---")[0][0] is Kind.WORDS
    assert kinds("first line\nVisit\n=====")[1][0] is Kind.WORDS


def test_fenced_code_is_kept_as_it_is():
    assert texts("```\n# no heading\n\n- no list\n```\nafter") == [
        "```\n# no heading\n\n- no list\n```",
        "after",
    ]
    assert texts("```\n# heading\n\nwords") == ["```", "heading", "words"]


def test_paragraphs_list_entries_and_tables_are_blocks():
    text = "one\nmore\n\n- a\n  - deeper\n  more of a\n- b\n| x |\n| y |\n"
    text += "two\n# Head\nthree\n---\nfour"
    assert texts(text) == [
        "one\nmore",
        "- a\n  - deeper\n  more of a",
        "- b",
        "| x |\n| y |",
        "two",
        "Head",
        "three",
        "---",
        "four",
    ]


def test_lines_are_counted_from_the_top():
    found = classified(["", "a", "```", "b", "```", "c"], first=7)
    assert [line.number for line in found] == [7, 8, 9, 10, 11, 12]
    assert [line.kind for line in found[2:5]] == [Kind.CODE] * 3
