"""What the brief rests on: its findings with their evidence, one quote, and what is not known."""

from __future__ import annotations

from collections.abc import Iterator

from cxo_desktop.analysis.attribution import attribution
from cxo_desktop.analysis.consent import consents
from cxo_desktop.analysis.triangulation import Grade
from cxo_desktop.app.brief_facts import Facts, Found
from cxo_desktop.app.brief_message import heard_words
from cxo_desktop.app.brief_words import (
    LONGEST_NAME,
    LONGEST_STATEMENT,
    as_sentence,
    day,
    listed,
    shortened,
)
from cxo_desktop.domain.briefs import FindingTable, FoundRow, Labelled, Mood, Quote
from cxo_desktop.domain.enums import ConsentScope, Sensitivity
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.people import Person
from cxo_desktop.i18n import _, grouped, ngettext

MOST_FINDINGS = 5
_LONGEST_QUOTE = 170
_SHORTEST_QUOTE = 25
_OPEN = frozenset({None, Sensitivity.PUBLIC, Sensitivity.INTERNAL})
_SHOWN_TO_LEADERS = (
    ConsentScope.NOTES,
    ConsentScope.QUOTE_ANONYMOUS,
    ConsentScope.SHARE_LEADERSHIP,
)
_MOODS = {
    Grade.STRONG: Mood.GOOD,
    Grade.MODERATE: Mood.PLAIN,
    Grade.WEAK: Mood.WATCH,
    Grade.CONTESTED: Mood.BAD,
}


def grade_word(grade: Grade) -> str:
    """Return a grade in a word."""
    words = {
        Grade.STRONG: _("strong"),
        Grade.MODERATE: _("moderate"),
        Grade.WEAK: _("weak"),
        Grade.CONTESTED: _("contested"),
    }
    return words[grade]


def finding_table(facts: Facts) -> FindingTable | None:
    """Return the weightiest findings and, so that no doubt is hidden, one contested."""
    if not facts.found:
        return None
    shown = _shown(facts.found)
    strong = facts.counted(Grade.STRONG)
    title = ngettext(
        "{strong} of {count} finding rests on strong evidence",
        "{strong} of {count} findings rest on strong evidence",
        len(facts.found),
    ).format(strong=strong, count=len(facts.found))
    return FindingTable(
        title=title,
        heads=(_("Finding"), _("Levels"), _("Interviews for"), _("Against"), _("Evidence")),
        evidence_words=_("{levels} levels; interviews {count} for, {against} against"),
        rows=tuple(_row(it) for it in shown),
        reach=facts.levels,
        caption=_not_shown(facts, shown),
    )


def _shown(found: tuple[Found, ...]) -> tuple[Found, ...]:
    agreed = [it for it in found if it.standing.grade is not Grade.CONTESTED]
    contested = [it for it in found if it.standing.grade is Grade.CONTESTED]
    room = MOST_FINDINGS if agreed else MOST_FINDINGS + 1
    return (*agreed[:MOST_FINDINGS], *contested[: 1 if agreed else room])


def _row(it: Found) -> FoundRow:
    standing = it.standing
    return FoundRow(
        statement=as_sentence(shortened(it.finding.statement, LONGEST_STATEMENT)),
        levels=len(standing.levels),
        interviews_for=len(standing.interviews_for),
        interviews_against=len(standing.interviews_against),
        grade=grade_word(standing.grade),
        mood=_MOODS[standing.grade],
    )


def _not_shown(facts: Facts, shown: tuple[Found, ...]) -> str:
    """Return what the table leaves out, in numbers."""
    rest = [it for it in facts.found if it not in shown]
    if not rest:
        return ""
    counts = [
        _("{count} {grade}").format(count=number, grade=grade_word(grade))
        for grade in Grade
        if (number := sum(1 for it in rest if it.standing.grade is grade))
    ]
    return ngettext(
        "{count} more finding is not shown: {grades}.",
        "{count} more findings are not shown: {grades}.",
        len(rest),
    ).format(count=len(rest), grades=listed(counts))


def quote(facts: Facts) -> Quote | None:
    """Return one quote behind the findings shown, from a level where it names nobody.

    Word for word, with consent to quotes and to sharing with leadership, not restricted, and
    from a level of which at least k people were heard (docs: indicators, attribution).
    """
    candidates = sorted(_quotable(facts), key=lambda it: it[0])
    if not candidates:
        return None
    _rank, note, level = candidates[0]
    voice = shortened(facts.level_names.get(level, level), LONGEST_NAME)
    return Quote(note.text, _("One of the {level}").format(level=voice))


def _quotable(facts: Facts) -> Iterator[tuple[tuple[int, int, str], Note, str]]:
    known = consents(facts.dossier)
    people = facts.dossier.by_code(Person)
    voices = attribution(facts.dossier)
    notes = facts.dossier.by_code(Note)
    for place, it in enumerate(facts.found):
        for code in it.standing.notes_for:
            note = notes[code]
            person = people.get(note.person or "")
            level = person.level if person else None
            consent = known.get((note.person, note.interview))
            allowed = consent is not None and all(map(consent.allows, _SHOWN_TO_LEADERS))
            if allowed and level and voices.names(level) == (level,) and _fits(note):
                yield (place, len(note.text), note.code), note, level


def _fits(note: Note) -> bool:
    return (
        bool(note.verbatim)
        and note.sensitivity in _OPEN
        and not (note.off_record or note.own_reading or note.unsure)
        and _SHORTEST_QUOTE <= len(note.text) <= _LONGEST_QUOTE
    )


def closing(facts: Facts) -> tuple[Labelled, ...]:
    """Return how we know, what is left out, and what nobody knows yet."""
    parts = (
        (_("How we know"), _method(facts)),
        (_("Left out"), _left_out(facts)),
        (_("Not known yet"), _unknown(facts)),
    )
    return tuple(Labelled(label, text) for label, text in parts if text)


def _method(facts: Facts) -> str:
    if not facts.interviews:
        return _("No interview is marked as held; nothing here is more than a first impression.")
    parts = [_people(facts)]
    if facts.consent.participants:
        parts.append(
            _("Consent is complete for {done} of {all} people and interviews.").format(
                done=facts.consent.complete, all=facts.consent.participants
            )
        )
    parts.append(_("People are named by their roles only."))
    return " ".join(parts)


def _people(facts: Facts) -> str:
    people = ngettext("{count} person", "{count} people", facts.people).format(count=facts.people)
    if facts.first_day is None or facts.last_day is None:
        return _("{heard} with {people}.").format(heard=heard_words(facts), people=people)
    if facts.first_day == facts.last_day:
        return _("{heard} with {people}, on {day}.").format(
            heard=heard_words(facts), people=people, day=day(facts.first_day)
        )
    return _("{heard} with {people}, from {first} to {last}.").format(
        heard=heard_words(facts),
        people=people,
        first=day(facts.first_day),
        last=day(facts.last_day),
    )


def _left_out(facts: Facts) -> str:
    parts = []
    if facts.notes_left_out:
        parts.append(
            ngettext(
                "{count} note without consent or off the record is in no figure and no sentence.",
                "{count} notes without consent or off the record are in no figure and no sentence.",
                facts.notes_left_out,
            ).format(count=grouped(facts.notes_left_out))
        )
    if facts.left_out:
        parts.append(
            ngettext(
                "{count} finding rests only on such notes and is not shown.",
                "{count} findings rest only on such notes and are not shown.",
                facts.left_out,
            ).format(count=facts.left_out)
        )
    return " ".join(parts)


def _unknown(facts: Facts) -> str:
    parts = []
    names = [
        shortened(facts.level_names.get(level, level), LONGEST_NAME)
        for level in facts.coverage.blind_spots
    ]
    if names:
        parts.append(
            _("Half or fewer of those wanted were heard of: {levels}.").format(
                levels=shortened(listed(names), LONGEST_STATEMENT)
            )
        )
    if facts.divergence.too_early:
        parts.append(_("Asked and needed are not compared: too few needs have been named."))
    contested = facts.counted(Grade.CONTESTED)
    if contested:
        parts.append(
            ngettext(
                "People disagree about {count} finding.",
                "People disagree about {count} findings.",
                contested,
            ).format(count=contested)
        )
    return " ".join(parts)
