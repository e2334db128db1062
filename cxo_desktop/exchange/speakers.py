"""Who speaks: names and roles before a colon, told apart from everything else before a colon."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

import regex

from cxo_desktop.exchange.words import words

_STAMP = r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?"
_TURN = regex.compile(
    rf"""^\ {{0,3}}(?:(?P<before>{_STAMP})\ ?[-\u2013\u2014]?\ ?)?
    (?P<open>\*\*|__|\*|_)?
    (?P<label>[\p{{L}}][\p{{L}}\p{{M}}\p{{N}}.&'\u2019\u200c\u200d()\ -]{{0,39}}?)
    \ {{0,2}}(?P<behind>{_STAMP})?\ {{0,2}}
    (?:(?P=open)\ ?[:\uff1a]|[:\uff1a]\ ?(?P=open)|(?(open)(?!)|[:\uff1a]))
    (?=\s|$)\s*(?P<words>.*)$""",
    regex.VERBOSE,
)
_COUNTED = regex.compile(r"(?:[\s.-]*\p{Nd}{1,3}|[\s.-]+\p{Lu})$")
_BEHIND = regex.compile(r"\s*\([^()]*\)$")
_SENTENCE_END = regex.compile(r"[.?!…।॥]['\"\u2019\u201d)]*\s*$")
_ASKING_LETTERS = frozenset({"q", "i", "प्र"})
_ANSWERING_LETTERS = frozenset({"a", "r", "उ"})
_RECURRING_LETTERS = frozenset({"q", "प्र"})
_LONGEST_NAME = 4
_FEWEST_TURNS = 2
_SPOKEN_WORDS = 7
_SPOKEN_SHARE = 0.4
_HEARD_SHARE = 0.25


class Part(Enum):
    """What a speaker does in the talk."""

    ASKS = auto()
    ANSWERS = auto()
    POST = auto()
    NAMED = auto()


@dataclass(frozen=True, slots=True)
class Turn:
    """The beginning of a turn: its label as written, what it says the speaker is, its words.

    A time of day or of the recording that stands beside the label begins the words.
    """

    label: str
    part: Part
    words: str

    @property
    def key(self) -> str:
        """Return the label as it is compared."""
        return key_of(self.label)

    @property
    def stem(self) -> str:
        """Return the key without a number behind it: ``speaker`` for ``Speaker 2``."""
        return _stem(self.label)


_PARTS = {"asking": Part.ASKS, "answering": Part.ANSWERS, "posts": Part.POST}


def key_of(label: str) -> str:
    """Return a label as it is compared: without case and double spaces."""
    return " ".join(label.casefold().split())


def turn_of(line: str) -> Turn | None:
    """Return the turn that a line may begin: anything before a colon that could be a speaker."""
    found = _TURN.match(line)
    if not found:
        return None
    label = found["label"].strip(" .-")
    part = _part(label)
    said = [found["before"], found["behind"], found["words"]]
    return Turn(label, part, " ".join(filter(None, said))) if label and part else None


def _part(label: str) -> Part | None:
    label = _BEHIND.sub("", label)
    plain = key_of(label)
    stem = _stem(label)
    for key, part in _PARTS.items():
        if not words("speakers", key).isdisjoint((plain, stem)):
            return part
    if label == "ASHA":
        return Part.POST
    return Part.NAMED if _could_be_name(label) else None


def _stem(label: str) -> str:
    return " ".join(_COUNTED.sub("", label).casefold().split())


def _could_be_name(label: str) -> bool:
    parts = label.split()
    plain = [part.casefold().strip(".") for part in parts]
    nobody = words("speakers", "nobody") | words("speakers", "sentence_words")
    if not 0 < len(parts) <= _LONGEST_NAME or not nobody.isdisjoint("-".join(plain).split("-")):
        return False
    return all(_name_word(part, bare) for part, bare in zip(parts, plain, strict=True))


def _name_word(word: str, bare: str) -> bool:
    if bare in words("speakers", "honorifics") or word.isdigit():
        return True
    return word[0].isupper() or "\u0900" <= word[0] <= "\u097f"


def speakers(turns: Sequence[Turn], blocks: int, named: Collection[str] = ()) -> Mapping[str, Part]:
    """Return the speakers of a text by key, from every turn its lines may begin.

    ``blocks`` counts the paragraphs and list entries of the text; ``named`` are the keys of
    those its head names.

    A post or somebody who asks or answers needs one turn; a single letter needs its partner (Q
    and A, I and R) or, for Q, to recur. A name needs the head to name it, a question just before,
    or two turns; where nobody is seen to ask or answer, names that recur also need a quarter of
    the blocks, and turns that are spoken sentences.
    """
    by_key: dict[str, list[Turn]] = defaultdict(list)
    for turn in turns:
        by_key[turn.key].append(turn)
    stems = Counter(turn.stem for found in by_key.values() for turn in found)
    accepted = {key: found[0].part for key, found in by_key.items() if _accepted(found, stems)}
    accepted |= {key: by_key[key][0].part for key in by_key.keys() & named}
    if any(part in (Part.ASKS, Part.ANSWERS) for part in accepted.values()):
        return accepted | _answering(turns, accepted)
    recurring = [
        key for key, part in accepted.items() if part is Part.NAMED and _spoken(by_key[key])
    ]
    heard = sum(len(by_key[key]) for key in recurring) >= _HEARD_SHARE * blocks
    return {
        key: part
        for key, part in accepted.items()
        if part is not Part.NAMED or key in named or (heard and key in recurring)
    }


def _answering(turns: Sequence[Turn], accepted: Mapping[str, Part]) -> dict[str, Part]:
    """Return those who speak right after somebody who asks, if only once."""
    return {
        turn.key: turn.part
        for before, turn in pairwise(turns)
        if accepted.get(before.key) is Part.ASKS and turn.part is Part.NAMED
    }


def _accepted(found: list[Turn], stems: Counter[str]) -> bool:
    stem, part = found[0].stem, found[0].part
    if stem in _RECURRING_LETTERS and stems[stem] >= _FEWEST_TURNS:
        return True
    if stem in _ASKING_LETTERS:
        return any(stems[partner] for partner in _ANSWERING_LETTERS)
    if stem in _ANSWERING_LETTERS:
        return any(stems[partner] for partner in _ASKING_LETTERS)
    return part is not Part.NAMED or len(found) >= _FEWEST_TURNS


def _spoken(turns: list[Turn]) -> bool:
    worded = [turn.words for turn in turns if turn.words]
    spoken = sum(
        len(said.split()) >= _SPOKEN_WORDS or bool(_SENTENCE_END.search(said)) for said in worded
    )
    return not worded or spoken >= _SPOKEN_SHARE * len(worded)
