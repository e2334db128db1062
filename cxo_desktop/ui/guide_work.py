"""Which guide goes with the interview that is open, and which question is asked now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.guides import guide_of
from cxo_desktop.domain.enums import InterviewStatus
from cxo_desktop.domain.guides import GuideSheet, answered, where_we_are
from cxo_desktop.domain.interviews import Interview, Note
from cxo_desktop.domain.people import Person
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.ui.capture_rows import question_rows
from cxo_desktop.ui.widgets.guide_card import GuideCard


class GuideWork:
    """The guide of one interview; ``current`` is the code of the question asked now, or ""."""

    def __init__(self, card: GuideCard) -> None:
        self._card = card
        self._sheet: GuideSheet | None = None
        self._interview: Interview | None = None
        self._asked: set[str] = set()
        self._notes: Sequence[Note] = ()
        self.current = ""

    @property
    def has_guide(self) -> bool:
        """Tell whether the interview has a guide."""
        return self._sheet is not None

    @property
    def rests(self) -> bool:
        """Tell whether the clock of the interview rests."""
        return bool(self._interview and self._interview.paused_at)

    def open(self, engagement: OpenEngagement, interview: Interview, notes: Sequence[Note]) -> None:
        """Take the guide of an interview; another one begins where its lines left off."""
        sheet = guide_of(engagement, interview.guide)
        people = {it.code: it for it in engagement.find(Person)}
        heard = {people[code].level or "" for code in interview.participants if code in people}
        self._sheet = sheet.for_levels(heard) if sheet else None
        fresh = self._interview is None or self._interview.code != interview.code
        self._interview = interview
        if fresh:
            self._asked = set()
            self.current = where_we_are(self._sheet, notes) if self._sheet else ""

    def go_to(self, code: str) -> None:
        """Ask this question now; the one before counts as asked."""
        if self.current:
            self._asked.add(self.current)
        self.current = code

    def go_and_show(self, code: str) -> None:
        """Ask this question now, and show it."""
        self.go_to(code)
        self.show(self._notes)

    def step(self, step: int) -> None:
        """Go one question on or back."""
        if self._sheet is not None:
            self.go_to(self._sheet.next_to(self.current, step))

    def show(self, notes: Sequence[Note]) -> None:
        """Show the guide with what the lines answer."""
        self._notes = notes
        if self._sheet is None or self._interview is None:
            return
        language = self._interview.language
        rows = question_rows(self._sheet, answered(notes), self._asked, language)
        guide = self._sheet.guide
        name = guide.name_hi if language == "hi" and guide.name_hi else guide.name
        self._card.show_guide(name, rows, self.current)

    def show_time(self) -> str:
        """Show the time left; return the time passed, such as ``34:12``, or "" for none."""
        interview = self._interview
        seconds = interview.seconds_until(datetime.now(UTC)) if interview else None
        if not interview or seconds is None or interview.status is not InterviewStatus.OPEN:
            self._card.show_time("", late=False)
            return ""
        planned = interview.minutes or (self._sheet.guide.minutes if self._sheet else None)
        if planned:
            left = int(planned) - seconds // 60
            self._card.show_time(_time_words(left), late=left < 0)
        hours, rest = divmod(seconds, 3600)
        clock = f"{rest // 60:02}:{rest % 60:02}"
        return f"{hours}:{clock}" if hours else clock


def _time_words(left: int) -> str:
    if left < 0:
        return ngettext("{count} min over", "{count} min over", -left).format(count=-left)
    if not left:
        return _("Time is up")
    return ngettext("{count} min left", "{count} min left", left).format(count=left)
