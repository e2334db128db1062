"""The tiles and charts of the first page, each from one figure, with its claim and its words."""

from __future__ import annotations

from collections.abc import Callable

from cxo_desktop.analysis.coverage import LevelCoverage
from cxo_desktop.analysis.figures import Colour
from cxo_desktop.analysis.triangulation import Grade
from cxo_desktop.app.brief_facts import Facts
from cxo_desktop.app.brief_words import (
    LONGEST_NAME,
    area_label,
    as_sentence,
    listed,
    percent,
    shortened,
)
from cxo_desktop.domain.briefs import Health, Ladder, Mood, Pair, PairChart, Rung, Tile
from cxo_desktop.i18n import _, grouped, ngettext
from cxo_desktop.render.chain_words import duration

MOST_TILES = 4
MOST_AREAS = 4
_EXPECTED_LEVELS = 12


def tiles(facts: Facts) -> tuple[Tile, ...]:
    """Return the figures known best, at most four; what is not known has no tile."""
    makers: tuple[Callable[[Facts], Tile | None], ...] = (
        _heard_tile,
        _age_tile,
        _moving_tile,
        _ask_tile,
        _consent_tile,
        _findings_tile,
        _notes_tile,
    )
    made = [tile for maker in makers if (tile := maker(facts)) is not None]
    return tuple(made[:MOST_TILES])


def _heard_tile(facts: Facts) -> Tile | None:
    rungs = facts.coverage.per_level
    if not rungs:
        return None
    done, target = sum(min(it.done, it.target) for it in rungs), sum(it.target for it in rungs)
    lowest = min(rungs, key=lambda it: (it.coverage, it.level))
    note = _("{level}: {done}\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}{target}").format(
        level=_level(facts, lowest), done=lowest.done, target=lowest.target
    )
    if lowest.coverage >= 1:
        note = _("every level heard")
    mood = Mood.WATCH if facts.coverage.blind_spots else Mood.PLAIN
    value = _("{done} of {target}").format(done=done, target=target)
    return Tile(_("Heard of those wanted"), value, note, mood)


def _level(facts: Facts, rung: LevelCoverage) -> str:
    return shortened(facts.level_names.get(rung.level, rung.level), LONGEST_NAME)


def _age_tile(facts: Facts) -> Tile | None:
    age = duration(facts.chain.typical_hours or 0)
    if not age:
        return None
    note = _("at the decision; on a bad day {worst}").format(
        worst=duration(facts.chain.worst_hours or 0)
    )
    return Tile(_("Age of a figure"), age, note)


def _moving_tile(facts: Facts) -> Tile | None:
    hours = facts.chain.staff_hours_moving_per_month
    if not hours:
        return None
    flows, manual = len(facts.chain.flows), len(facts.chain.manual)
    note = _("staff time a month; {manual} of {flows} flows by hand").format(
        manual=manual, flows=flows
    )
    return Tile(_("Moving data"), _("{hours} h").format(hours=grouped(hours)), note)


def _ask_tile(facts: Facts) -> Tile | None:
    overlap = facts.divergence.overlap
    if overlap is None or facts.divergence.too_early:
        return None
    note = _("of the needs that people named")
    return Tile(_("The first ask meets"), percent(overlap), note)


def _consent_tile(facts: Facts) -> Tile | None:
    figure = facts.consent
    if not figure.participants:
        return None
    value = _("{done} of {target}").format(done=figure.complete, target=figure.participants)
    left = facts.notes_left_out
    note = _("complete on record")
    if left:
        note = ngettext("{count} note left out", "{count} notes left out", left).format(count=left)
    mood = Mood.WATCH if figure.missing else Mood.PLAIN
    return Tile(_("Consents"), value, note, mood)


def _findings_tile(facts: Facts) -> Tile | None:
    if not facts.found:
        return None
    note = _("{count} on strong evidence").format(count=facts.counted(Grade.STRONG))
    return Tile(_("Findings"), grouped(len(facts.found)), note)


def _notes_tile(facts: Facts) -> Tile | None:
    if not facts.notes:
        return None
    note = ngettext("from {count} interview", "from {count} interviews", facts.interviews)
    return Tile(_("Notes"), grouped(facts.notes), note.format(count=facts.interviews))


def health(facts: Facts) -> Health | None:
    """Return how the engagement goes with its numbers; None where nothing was sent or due."""
    figure = facts.responsiveness
    parts = []
    if figure.median_days is not None:
        parts.append(_("Replies in {time}").format(time=duration(24 * figure.median_days)))
    if figure.slowest is not None:
        parts.append(
            _("the slowest took {time}").format(
                time=duration(24 * figure.slowest.days) or _("same day")
            )
        )
    if figure.invited:
        parts.append(
            _("you came to {count} of {all} check-ins").format(
                count=len(figure.attended), all=len(figure.invited)
            )
        )
    if figure.due:
        parts.append(
            _("{count} of {all} actions of yours in time").format(
                count=len(figure.on_time), all=len(figure.due)
            )
        )
    if not parts:
        return None
    word, mood = _judged(figure.health)
    return Health(word, mood, as_sentence("; ".join(parts)))


def _judged(colour: Colour) -> tuple[str, Mood]:
    return {
        Colour.GREEN: (_("healthy"), Mood.GOOD),
        Colour.AMBER: (_("watch"), Mood.WATCH),
        Colour.RED: (_("at risk"), Mood.BAD),
        Colour.GREY: (_("too early"), Mood.PLAIN),
    }[colour]


def asked_needed(facts: Facts) -> PairChart | None:
    """Return the first ask beside the need; None while too little is known of either."""
    figure = facts.divergence
    if figure.too_early or not figure.ask or not figure.need:
        return None
    ask = next(iter(figure.ask))
    areas = list(dict.fromkeys([*list(figure.need)[: MOST_AREAS - 1], ask]))
    pairs = [_pair(area_label(it), figure.ask.get(it, 0), figure.need.get(it, 0)) for it in areas]
    rest = [it for it in {**figure.need, **figure.ask} if it not in areas]
    if rest:
        label = ngettext("{count} other area", "{count} other areas", len(rest))
        pairs.append(
            _pair(
                label.format(count=len(rest)),
                sum(figure.ask.get(it, 0) for it in rest),
                sum(figure.need.get(it, 0) for it in rest),
            )
        )
    claim = _("{area}: {asked} of the ask, {needed} of the need").format(
        area=area_label(ask),
        asked=percent(figure.ask[ask]),
        needed=percent(figure.need.get(ask, 0)),
    )
    notes = len(figure.inputs.get("notes", ()))
    caption = ngettext(
        "Share of what leaders asked for (outlined) and of what all levels need (filled). "
        "{count} note.",
        "Share of what leaders asked for (outlined) and of what all levels need (filled). "
        "{count} notes.",
        notes,
    ).format(count=grouped(notes))
    said = "; ".join(f"{it.label}: {it.first_words}, {it.second_words}" for it in pairs)
    alt = _("Bars of what was asked for and what is needed, by area. {areas}.").format(areas=said)
    return PairChart(claim, _("asked"), _("needed"), tuple(pairs), caption, alt)


def _pair(label: str, asked: float, needed: float) -> Pair:
    return Pair(
        label,
        asked,
        needed,
        _("asked {share}").format(share=percent(asked)) if asked else _("not asked"),
        _("needed {share}").format(share=percent(needed)) if needed else _("not needed"),
    )


def coverage_ladder(facts: Facts) -> Ladder | None:
    """Return who was heard by level, the levels in their order; None without targets."""
    levels = facts.coverage.per_level
    if not levels:
        return None
    shown = levels[:_EXPECTED_LEVELS]
    blind = set(facts.coverage.blind_spots)
    rungs = tuple(
        Rung(
            _level(facts, it),
            it.done,
            it.target,
            _("{done} of {target}").format(done=it.done, target=it.target),
            Mood.WATCH if it.level in blind else Mood.PLAIN,
        )
        for it in shown
    )
    names = [_level(facts, it) for it in levels if it.level in blind]
    claim = _("Every level has been heard")
    if names:
        claim = _("Not heard enough yet: {levels}").format(levels=shortened(listed(names), 70))
    said = "; ".join(f"{it.label}: {it.words}" for it in rungs)
    alt = _("Bars of how many people were heard of those wanted, by level. {levels}.").format(
        levels=said
    )
    caption = _("People heard (filled) of those we want to hear (outlined).")
    return Ladder(claim, rungs, caption, alt)
