"""Make the brief for the Executive Director: compose it, set it, write it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cxo_desktop.app.brief_asks import decision_box
from cxo_desktop.app.brief_chain import chain_map
from cxo_desktop.app.brief_evidence import closing, finding_table, quote
from cxo_desktop.app.brief_facts import Facts, gather
from cxo_desktop.app.brief_figures import asked_needed, coverage_ladder, health, tiles
from cxo_desktop.app.brief_message import subtitle, summary, title
from cxo_desktop.app.brief_words import LONGEST_NAME, day, shortened
from cxo_desktop.app.redaction import kept_back, redacted, without_parts
from cxo_desktop.app.tasks import CancelToken, Progress, silent
from cxo_desktop.domain.briefs import Brief, ChainMap
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Consultant
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.i18n import _
from cxo_desktop.store.files import write_whole

LANGUAGES = ("en",)


def make_brief(
    dossier: Dossier,
    *,
    on: date,
    language: str,
    token: CancelToken,
    progress: Progress = silent,
) -> bytes:
    """Return the brief of an engagement as a PDF, dated ``on``; the same dossier, the same bytes.

    Raises InputRefused for a language that has no words yet, Cancelled when asked to stop.
    """
    from cxo_desktop.render.brief import build

    progress(0.0, _("Reading the notes"))
    brief = compose(dossier, on=on, language=language, token=token, progress=progress)
    token.check()
    progress(0.7, _("Setting the pages"))
    pdf = build(brief)
    token.check()
    progress(1.0, _("The brief is ready"))
    return pdf


def write_brief(  # noqa: PLR0913 - make_brief and a path
    dossier: Dossier,
    path: Path,
    *,
    on: date,
    language: str,
    token: CancelToken,
    progress: Progress = silent,
) -> None:
    """Write the brief to ``path``, whole or not at all. Raises as ``make_brief``."""
    pdf = make_brief(dossier, on=on, language=language, token=token, progress=progress)
    write_whole(path, pdf)


def compose(
    dossier: Dossier,
    *,
    on: date,
    language: str,
    token: CancelToken,
    progress: Progress = silent,
) -> Brief:
    """Return what the brief says, free of names and of notes that may not be used."""
    from cxo_desktop.render.printable import printable

    if language not in LANGUAGES:
        raise InputRefused(
            _("The brief was not made."),
            _("It cannot be written in “{language}” yet.").format(language=language),
            _("Take one of these: {languages}.").format(languages=", ".join(LANGUAGES)),
        )
    dossier = without_parts(dossier, kept_back(dossier))
    facts = gather(redacted(dossier, printable), on)
    token.check()
    progress(0.3, _("Drawing the data chain"))
    chain = chain_map(facts, lambda: token.cancelled)
    return _brief(facts, chain, language)


def _brief(facts: Facts, chain: ChainMap | None, language: str) -> Brief:
    organisation = facts.dossier.engagement.organisation or _("The organisation")
    on = day(facts.on)
    author = _author(facts)
    return Brief(
        organisation=organisation,
        title=title(facts),
        subtitle=subtitle(facts),
        reader=_("Confidential: for the Executive Director"),
        author=author,
        subject=_("Brief of {date} for the Executive Director of {organisation}").format(
            date=on, organisation=organisation
        ),
        dated=_("Brief of {date} · {author}").format(date=on, author=author),
        page_words=_("Page {page} of {pages}"),
        on=facts.on,
        language=language,
        summary=summary(facts),
        tiles=tiles(facts),
        health=health(facts),
        box=decision_box(facts),
        asked_needed=asked_needed(facts),
        coverage=coverage_ladder(facts),
        chain=chain,
        findings=finding_table(facts),
        quote=quote(facts),
        closing_title=_("What this rests on"),
        closing=closing(facts),
    )


def _author(facts: Facts) -> str:
    roles = [it.role for it in facts.dossier.all(Consultant) if it.role]
    return shortened(roles[0], LONGEST_NAME) if roles else _("Fractional CxO")
