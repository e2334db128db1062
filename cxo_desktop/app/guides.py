"""The interview guides: as shipped, and as an engagement has changed them for itself."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from cxo_desktop import assets
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.domain.guides import Guide, GuideQuestion, GuideSheet
from cxo_desktop.domain.ordering import between
from cxo_desktop.domain.plain import from_plain
from cxo_desktop.domain.records import Json

SHIPPED = ("g-lead", "g-prog", "g-field")


@dataclass(frozen=True, slots=True)
class ConsentWords:
    """What is read aloud before an interview, by language, and which version of it this is."""

    version: str
    lines: Mapping[str, tuple[str, ...]]


@cache
def consent_words() -> ConsentWords:
    """Return the words to read aloud."""
    plain = _read("consent-words")
    version = str(plain.pop("version"))
    return ConsentWords(version, {language: tuple(lines) for language, lines in plain.items()})


@cache
def shipped() -> tuple[GuideSheet, ...]:
    """Return the guides that come with the program."""
    return tuple(parse(_read(name)) for name in SHIPPED)


def parse(plain: Mapping[str, Any]) -> GuideSheet:
    """Return the guide that a TOML table holds."""
    fields = dict(plain)
    rows: Sequence[Mapping[str, Json]] = fields.pop("question")
    guide = from_plain(Guide, {**fields, "id": fields.pop("code")}, where=str(plain["code"]))
    questions = [
        from_plain(
            GuideQuestion,
            {
                **{key: value for key, value in row.items() if key != "code"},
                "id": row["code"],
                "guide": guide.code,
                "position": f"{number:03}",
            },
            where=str(row["code"]),
        )
        for number, row in enumerate(rows, 1)
    ]
    return GuideSheet(guide, tuple(questions))


def guides_of(engagement: OpenEngagement) -> tuple[GuideSheet, ...]:
    """Return the guides of an engagement: its own, then the shipped ones it has no copy of."""
    own = tuple(_own(engagement, guide) for guide in engagement.find(Guide))
    codes = {sheet.guide.code for sheet in own}
    return tuple(sorted(own + tuple(s for s in shipped() if s.guide.code not in codes), key=_rank))


def guide_of(engagement: OpenEngagement, code: str | None) -> GuideSheet | None:
    """Return one guide by its code, or None when there is none."""
    if not code:
        return None
    for guide in engagement.find(Guide, code=code):
        return _own(engagement, guide)
    return next((sheet for sheet in shipped() if sheet.guide.code == code), None)


def guide_for(sheets: Sequence[GuideSheet], level: str | None) -> str:
    """Return the code of the guide that is meant for a level, or ""."""
    return next((s.guide.code for s in sheets if level and level in s.guide.levels), "")


def take_copy(engagement: OpenEngagement, code: str) -> GuideSheet | None:
    """Make a shipped guide the engagement's own, once, so that it can be changed; return it."""
    sheet = guide_of(engagement, code)
    if sheet is not None and not sheet.guide.id:
        with engagement.operation("take guide"):
            guide = engagement.add(sheet.guide)
            questions = tuple(engagement.add(question) for question in sheet.questions)
        return GuideSheet(guide, questions)
    return sheet


def change_question(engagement: OpenEngagement, question: GuideQuestion) -> GuideQuestion:
    """Keep a question as it was edited; the guide becomes the engagement's own."""
    with engagement.operation("change question"):
        kept = _own_question(engagement, question)
        changed = replace(question, id=kept.id)
        engagement.put(changed)
    return changed


def add_question(engagement: OpenEngagement, guide: str, short: str, text: str) -> GuideQuestion:
    """Add a question at the end of a guide, which becomes the engagement's own."""
    with engagement.operation("add question"):
        sheet = take_copy(engagement, guide)
        last = sheet.questions[-1].position if sheet and sheet.questions else ""
        place = between(last, "")
        return engagement.add(GuideQuestion(guide=guide, position=place, short=short, text=text))


def remove_question(engagement: OpenEngagement, question: GuideQuestion) -> None:
    """Take a question out of a guide; lines that answer it stay."""
    with engagement.operation("remove question"):
        engagement.remove(_own_question(engagement, question))


def move_question(engagement: OpenEngagement, question: GuideQuestion, step: int) -> None:
    """Move a question up (-1) or down (1) in its guide; at the ends nothing happens."""
    with engagement.operation("move question"):
        own = _own_question(engagement, question)
        sheet = guide_of(engagement, own.guide)
        others = [q.position for q in sheet.questions if q.code != own.code] if sheet else []
        now = sum(position < own.position for position in others)
        goal = now + step
        if 0 <= goal <= len(others) and goal != now:
            before = others[goal - 1] if goal else ""
            after = others[goal] if goal < len(others) else ""
            engagement.put(replace(own, position=between(before, after)))


def _own_question(engagement: OpenEngagement, question: GuideQuestion) -> GuideQuestion:
    take_copy(engagement, question.guide)
    return engagement.get(GuideQuestion, question.code)


def _own(engagement: OpenEngagement, guide: Guide) -> GuideSheet:
    questions = engagement.find(GuideQuestion, guide=guide.code)
    return GuideSheet(guide, tuple(sorted(questions, key=lambda q: (q.position, q.id))))


def _rank(sheet: GuideSheet) -> tuple[bool, int, str]:
    codes = [known.guide.code for known in shipped()]
    code = sheet.guide.code
    return code not in codes, codes.index(code) if code in codes else 0, sheet.guide.id


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(assets.resource(f"guides/{name}.toml").read_text(encoding="utf-8"))
