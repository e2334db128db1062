from __future__ import annotations

import re
from collections import Counter
from datetime import date
from importlib import metadata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.exchange.note_texts import TextInterview, read_text, read_texts
from cxo_desktop.exchange.speakers import Part

TALK = """\
# Visit to ward 4

Interviewer: How do you send the register?
**Sunita Devi:** We take a photo at 10:30 and send it.
Then the supervisor types it again.

It takes two hours. See http://example.org: it is slow.

Interviewer: Every month?
Interviewer: Or every week?
Sunita Devi: Every month.

## Money

- Nobody pays for the phone
  - nor for data packs
- Note: not asked

Interviewer: Thank you. Anything else?
"""


def talk(text: str = TALK, name: str = "visit.md") -> TextInterview:
    return read_text(name, text)


def test_a_talk_becomes_notes_by_turn_paragraph_and_list_entry():
    assert [(note.line, note.last_line, note.text) for note in talk().notes] == [
        (4, 5, "We take a photo at 10:30 and send it.\nThen the supervisor types it again."),
        (7, 7, "It takes two hours. See http://example.org: it is slow."),
        (11, 11, "Every month."),
        (15, 16, "Nobody pays for the phone\n  - nor for data packs"),
        (17, 17, "Note: not asked"),
        (19, 19, "Thank you. Anything else?"),
    ]


def test_questions_stand_with_their_answers():
    found = talk()
    assert [note.question for note in found.notes] == [
        "How do you send the register?",
        None,
        "Every month?\nOr every week?",
        None,
        None,
        None,
    ]
    assert found.questions == (3, 9, 10)
    assert [note.asked for note in found.notes] == [False] * 5 + [True]


def test_headings_stand_above_their_notes():
    found = talk()
    assert found.notes[0].headings == ("Visit to ward 4",)
    assert found.notes[4].headings == ("Visit to ward 4", "Money")
    assert found.headings == (1, 13)


def test_a_speaker_goes_on_until_another_or_a_heading():
    found = talk()
    assert [note.speaker for note in found.notes] == ["Sunita Devi"] * 3 + [None] * 3
    assert [(one.label, one.part) for one in found.speakers] == [("Sunita Devi", Part.NAMED)]


def test_an_answer_without_a_name_is_no_question():
    found = talk("Q: How?\n\nWe write it down.\n\nQ: And then?\n\nWe type it.\n")
    assert [(note.text, note.question) for note in found.notes] == [
        ("We write it down.", "How?"),
        ("We type it.", "And then?"),
    ]


def test_a_name_alone_on_its_line_speaks_below_it():
    found = talk("Ravi:\n\nWe write it.\n\nRavi:\nWe type it too.\n")
    assert [(note.speaker, note.line, note.text) for note in found.notes] == [
        ("Ravi", 1, "We write it."),
        ("Ravi", 5, "We type it too."),
    ]


def test_hindi_and_marathi_talks_are_understood():
    found = talk(
        "दिनांक: 4 जून 2026\nस्थान: वार्ड 2\n\n"
        "प्रश्न: आप डेटा कैसे भेजते हैं?\n"
        "उत्तर: हम रजिस्टर में लिखते हैं और फिर फ़ोटो भेजते हैं।\n"
        "सुरीता ताई: आम्ही नोंद दोनदा लिहितो आणि नंतर टाइप करतो.\n"
        "सुरीता ताई: हे रोज करावे लागते.\n"
    )
    assert (found.on, found.place) == (date(2026, 6, 4), "वार्ड 2")
    assert [note.language for note in found.notes] == ["hi", "mr", "mr"]
    assert found.language == "mr"
    assert found.notes[0].question == "आप डेटा कैसे भेजते हैं?"
    assert [one.label for one in found.speakers] == ["उत्तर", "सुरीता ताई"]


def test_a_heading_without_notes_is_a_note():
    found = talk("# Ward 4\n\n## Money\n\n## Time\n\nTwo hours.\n")
    assert [(note.text, note.line, note.headings) for note in found.notes] == [
        ("Money", 3, ()),
        ("Two hours.", 7, ("Ward 4", "Time")),
    ]
    assert found.headings == (1, 5)


def test_tables_code_and_colons_are_one_note_each():
    found = talk("| Ravi: x | y |\n|---|---|\n| Ravi: z | w |\n\n```\nRavi: no\n\nRavi: no\n```\n")
    assert [(note.line, note.last_line) for note in found.notes] == [(1, 3), (5, 9)]
    assert found.speakers == ()


def test_the_head_names_people_once_with_those_who_speak():
    found = talk(
        "Date: 2026-06-03\nParticipants: Ravi, Supervisor, Kamla\n\n"
        "Ravi: We write it.\nInterviewer: And you?\nKamla: No.\n"
    )
    assert [(one.label, one.part) for one in found.speakers] == [
        ("Ravi", Part.NAMED),
        ("Kamla", Part.NAMED),
        ("Supervisor", Part.POST),
    ]


def test_the_day_may_stand_in_the_name_of_the_file():
    assert talk(name="visits/2026-06-03 ward.md").on == date(2026, 6, 3)
    assert talk(name="visits/2026-99-03 ward.md").on is None


def test_a_long_line_is_kept_whole():
    line = "We write, " * 100_000 + "and that is all."
    (note,) = talk(line).notes
    assert note.text == line


@pytest.mark.parametrize(
    "start",
    ["# a", "Ravi", "Ravi:", "10:30", "- ", "**Ravi", "[10:30] Ravi (", "Date:", "=", "...", "१"],
)
def test_no_line_takes_forever(start):
    line = start + " " * 200_000 + "x" + ".'\"" * 50_000
    assert talk(f"Words before.\n\n{line}\n").notes


@pytest.mark.parametrize("text", ["", "\n \n\t\n", "---\n\n***\n", "Date: 2026-06-03\nPlace: W\n"])
def test_a_text_without_words_is_refused(text):
    with pytest.raises(InputRefused, match=r"visit\.md .* no words"):
        talk(text)


def test_one_bad_file_refuses_them_all():
    with pytest.raises(InputRefused, match=r"b\.txt"):
        read_texts([("a.txt", b"Words."), ("b.txt", b"\x00")])


STARTS = (
    "",
    "",
    "",
    "- ",
    "  - ",
    "1. ",
    "# ",
    "## ",
    "> ",
    "| ",
    "    ",
    "Interviewer: ",
    "Ravi: ",
    "सुनीता ताई: ",
    "Note: ",
    "**Ravi:** ",
    "Q: ",
    "A: ",
    "[10:30] Ravi: ",
)
LINES = st.lists(
    st.sampled_from(["", "", "---", "=====", "```", "~~~", "Ravi:", "Interviewer:"])
    | st.tuples(st.sampled_from(STARTS), st.sampled_from(["", " और", ".", "?", ": so"])),
    max_size=25,
)


def written(lines) -> str:
    """Return a text whose line n holds the word ``wordn`` wherever it holds words."""
    return "\n".join(
        line if isinstance(line, str) else f"{line[0]}word{number}{line[1]}"
        for number, line in enumerate(lines, 1)
    )


def marked(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"word(\d+)", text)]


@given(LINES)
def test_every_line_comes_in_once_with_its_number(lines):
    text = written(lines)
    try:
        found = talk(text)
    except InputRefused:
        assert not marked(text)
        return
    came_in: list[int] = []
    for note in found.notes:
        own = marked(note.text)
        assert all(note.line <= number <= note.last_line for number in own)
        came_in += own
    came_in += [number for note in found.notes for number in marked(note.question or "")]
    came_in += [number for number in found.headings if f"word{number}" in text]
    assert Counter(came_in) == Counter(marked(text))
    assert [note.line for note in found.notes] == sorted(note.line for note in found.notes)


@given(LINES, st.sampled_from(["\r\n", "\r"]), st.sampled_from(["utf-8-sig", "utf-16", "utf-8"]))
def test_ends_of_lines_and_encodings_change_nothing(lines, end, encoding):
    text = "Words.\n\n" + written(lines)
    (other,) = read_texts([("a.txt", text.replace("\n", end).encode(encoding))])
    assert other == read_text("a.txt", text)


def licences_and_readmes() -> list[tuple[str, str]]:
    names = ("licen", "copying", "readme", "metadata", "authors", "notice", "changes")
    found = []
    for package in metadata.distributions():
        for file in package.files or ():
            path = file.locate()
            wanted = path.suffix in ("", ".txt", ".md", ".rst") and path.is_file()
            if wanted and path.name.lower().startswith(names):
                found.append((str(file), path.read_text(encoding="utf-8", errors="replace")))
    return found


def words_of(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def test_real_texts_of_installed_packages_lose_no_word():
    texts = licences_and_readmes()
    assert len(texts) >= 20
    for name, text in texts:
        found = read_text(name, text.replace("\r\n", "\n"))
        lines = text.split("\n")
        kept = words_of("\n".join(note.text for note in found.notes))
        kept += words_of("\n".join(note.question or "" for note in found.notes))
        kept += words_of("\n".join(lines[number - 1] for number in found.headings))
        kept += words_of("\n".join(lines[number - 1] for number in found.unused))
        missing = words_of(text) - kept
        labels = {one.label for one in found.speakers}
        assert not missing or labels, (name, missing)
