"""The privacy self-check: 25 answers, five sections, four bands."""

from __future__ import annotations

from dataclasses import dataclass

from cxo_desktop.analysis.figures import Completeness, Figure
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.privacy import SelfCheck
from cxo_desktop.domain.records import Json

QUESTIONS = 25
BEST = 2
A_SECTION = 5
BANDS = ((46, "strong"), (36, "moderate"), (21, "basic"))
LOWEST_BAND = "high_risk"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyFigure(Figure):
    """The answers of the self-check, each 0..2 or None where nobody knew; () when not made."""

    answers: tuple[int | None, ...]

    @property
    def total(self) -> int:
        """Return the points of the answers that are known, 0..50."""
        return sum(answer or 0 for answer in self.answers)

    @property
    def highest(self) -> int:
        """Return the points if every unknown answer were the best one."""
        return self.total + BEST * (QUESTIONS - _count(self.answers))

    def as_json(self) -> Json:
        """Return total, band and the percent reached in each section; None when not made."""
        if not self.answers:
            return None
        starts = range(0, QUESTIONS, A_SECTION)
        sections = [self.answers[start : start + A_SECTION] for start in starts]
        return {
            "total": self.total,
            "out_of": QUESTIONS * BEST,
            "band": band(self.total),
            "section_percent": [
                round(100 * sum(answer or 0 for answer in section) / (A_SECTION * BEST))
                for section in sections
            ],
        }

    def more(self) -> dict[str, Json]:
        """Return the total and band if every unknown answer were the best one."""
        if not self.answers:
            return {}
        return {"highest_total": self.highest, "highest_band": band(self.highest)}


def band(total: int) -> str:
    """Return the band of a total of 0..50 points."""
    return next((name for least, name in BANDS if total >= least), LOWEST_BAND)


def _count(answers: tuple[int | None, ...]) -> int:
    return sum(1 for answer in answers if answer is not None)


def privacy(dossier: Dossier) -> PrivacyFigure:
    """Return the self-check made last (docs: indicators, privacy self-check).

    It helps to see gaps and is no verdict of law.
    """
    made = dossier.all(SelfCheck)
    answers = tuple(_in_scale(it) for it in made[-1].answers[:QUESTIONS]) if made else ()
    missing = tuple(
        str(number + 1)
        for number in range(QUESTIONS)
        if number >= len(answers) or answers[number] is None
    )
    known = Completeness("answers", QUESTIONS - len(missing), QUESTIONS, missing)
    asked = {"self_checks": tuple(filter(None, [made[-1].code or made[-1].id]))} if made else {}
    return PrivacyFigure(inputs=asked, completeness=(known,) if made else (), answers=answers)


def _in_scale(answer: int | None) -> int | None:
    return None if answer is None else min(BEST, max(0, answer))
