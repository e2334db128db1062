from __future__ import annotations

import pytest

from cxo_desktop.exchange.speakers import Part, speakers, turn_of


@pytest.mark.parametrize(
    ("line", "label", "words"),
    [
        ("Interviewer: How do you send it?", "Interviewer", "How do you send it?"),
        ("Sunita Devi: At 10:30: by phone.", "Sunita Devi", "At 10:30: by phone."),
        ("**Sunita:** We type it.", "Sunita", "We type it."),
        ("**Sunita**: We type it.", "Sunita", "We type it."),
        ("_Ravi:_ yes", "Ravi", "yes"),
        ("सुनीता देवी: हम लिखते हैं।", "सुनीता देवी", "हम लिखते हैं।"),
        ("कार्यकर्ता: होय", "कार्यकर्ता", "होय"),
        ("[00:01:20] Ravi: yes", "Ravi", "[00:01:20] yes"),
        ("Ravi (00:01:20): yes", "Ravi", "(00:01:20) yes"),
        ("Kamla (Supervisor): yes", "Kamla (Supervisor)", "yes"),
        ("M&E officer: twice", "M&E officer", "twice"),
        ("Speaker 2:", "Speaker 2", ""),
        ("Ravi\uff1a yes", "Ravi", "yes"),
    ],
)
def test_a_turn_begins_with_a_name_or_role_and_a_colon(line, label, words):
    turn = turn_of(line)
    assert turn is not None
    assert (turn.label, turn.words) == (label, words)


@pytest.mark.parametrize(
    "line",
    [
        "http://example.org",
        "https: //example.org",
        "10:30 we left for the ward",
        "Note: the register was wet",
        "नोट: रजिस्टर भीगा था",
        "The following: three registers",
        "She said to me: never again",
        "Ratio 3:1",
        "Sunita:typed without a space",
        "**Sunita: bold that never ends",
        "and then: more",
        "One Two Three Four Five: too long for a name",
        "",
        ":",
    ],
)
def test_other_colons_begin_no_turn(line):
    assert turn_of(line) is None


@pytest.mark.parametrize(
    ("label", "part"),
    [
        ("Interviewer", Part.ASKS),
        ("Q3", Part.ASKS),
        ("मुलाखतकार", Part.ASKS),
        ("Respondent 2", Part.ANSWERS),
        ("उत्तर", Part.ANSWERS),
        ("Field worker 1", Part.POST),
        ("ASHA", Part.POST),
        ("Asha", Part.NAMED),
        ("SK", Part.NAMED),
    ],
)
def test_the_label_tells_what_the_speaker_does(label, part):
    turn = turn_of(f"{label}: words")
    assert turn is not None
    assert turn.part is part


def heard(*lines: str, blocks: int | None = None, named: tuple[str, ...] = ()) -> set[str]:
    turns = [turn for line in lines if (turn := turn_of(line))]
    return set(speakers(turns, blocks or len(lines), named))


def test_a_name_must_recur_unless_it_answers_a_question():
    assert heard("Ravi: We went there.", "Some text.") == set()
    assert heard("Ravi: We went there.", "Ravi: Then we left.") == {"ravi"}
    assert heard("Interviewer: How?", "Ravi: By hand") == {"interviewer", "ravi"}
    assert heard("Ravi: By hand", named=("ravi",)) == {"ravi"}


def test_a_letter_needs_its_partner():
    assert heard("A: first choice", "B: second choice") == set()
    assert heard("Q: How?", "A: So") == {"q", "a"}
    assert heard("I: How?", "R: So") == {"i", "r"}
    assert heard("Q1: How?", "Q2: When?") == {"q1", "q2"}
    assert heard("प्र: कैसे?", "उ: ऐसे") == {"प्र", "उ"}


def test_labels_of_lists_are_no_speakers():
    assert heard("Windows: fixed", "Windows: faster", "Linux: same") == set()
    assert heard("Ravi: We went.", "Ravi: We left.", blocks=9) == set()


def test_case_and_spaces_make_no_new_speaker():
    assert heard("Sunita  Devi: We went.", "SUNITA DEVI: We left.") == {"sunita devi"}
