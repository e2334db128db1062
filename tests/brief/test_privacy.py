"""What must never leave the laptop is nowhere in the file, however one looks for it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from cxo_desktop.domain.enums import ConsentScope, ConsentState, Sensitivity
from cxo_desktop.domain.interviews import Consent, Note
from cxo_desktop.domain.people import PersonName

CANARY = "the green canary sang at noon in the store room"


def everywhere(paper, tmp_path):
    """Return all that the file holds, raw, unpacked, as two readers see it, without spaces."""
    path = tmp_path / "brief.pdf"
    path.write_bytes(paper.content)
    raw = b"\n".join([paper.content, *paper.streams])
    parts = [
        raw.decode("latin-1"),
        raw.decode("utf-8", "ignore"),
        " ".join(paper.info.values()),
        " ".join(title for _, title in paper.outline),
        " ".join(tag.alt for page in paper.tags for tag in page.all()),
        paper.text,
        paper.tool("pdftotext", str(path), "-"),
    ]
    parts += [bytes.fromhex(it.decode()).decode("utf-16") for it in actual_texts(raw)]
    return re.sub(r"\s", "", "\n".join(parts)).casefold()


def actual_texts(raw):
    return re.findall(rb"/ActualText <([0-9A-F]+)>", raw)


def test_no_name_of_a_person_is_anywhere(briefs, dossiers, tmp_path):
    text = everywhere(briefs("names"), tmp_path)
    assert "dataanalyst" in text
    for person in dossiers["names"]().all(PersonName):
        parts = [*person.full_name.split(), *person.aliases, person.phone, person.email]
        for name in filter(None, parts):
            assert re.sub(r"\s", "", name).casefold() not in text


def test_the_check_for_names_bites(briefs, tmp_path):
    text = everywhere(briefs("sample"), tmp_path)
    assert "sakhiplan" in text
    assert "monthlyreviewmeeting" in text


def all_consent(dossier, *scopes, state=ConsentState.GIVEN):
    return dossier.with_records(
        Consent, [replace(it, state=state, scopes=scopes) for it in dossier.all(Consent)]
    )


def with_canary(dossier, **changes):
    """Return the dossier with every note saying the canary, word for word and quotable."""
    fields = {"text": CANARY, "verbatim": True, "sensitivity": Sensitivity.INTERNAL, **changes}
    return dossier.with_records(Note, [replace(it, **fields) for it in dossier.all(Note)])


QUOTABLE = (ConsentScope.NOTES, ConsentScope.QUOTE_ANONYMOUS, ConsentScope.SHARE_LEADERSHIP)


def test_words_are_quoted_where_everything_allows_it(make, dossiers):
    dossier = with_canary(all_consent(dossiers["sample"](), *QUOTABLE))
    assert f"“{CANARY}”" in make(dossier).text


@pytest.mark.parametrize(
    "changes",
    [
        {"sensitivity": Sensitivity.RESTRICTED},
        {"sensitivity": Sensitivity.CONFIDENTIAL},
        {"off_record": True},
        {"own_reading": True},
        {"unsure": True},
        {"verbatim": False},
    ],
)
def test_notes_that_may_not_be_quoted_are_not(make, dossiers, changes, tmp_path):
    dossier = with_canary(all_consent(dossiers["sample"](), *QUOTABLE), **changes)
    assert re.sub(r"\s", "", CANARY) not in everywhere(make(dossier), tmp_path)


@pytest.mark.parametrize("missing", QUOTABLE)
def test_each_consent_is_needed_for_a_quote(make, dossiers, missing):
    scopes = [scope for scope in QUOTABLE if scope is not missing]
    dossier = with_canary(all_consent(dossiers["sample"](), *scopes))
    assert CANARY not in make(dossier).text


def test_nobody_is_quoted_from_a_level_too_small(make, dossiers):
    dossier = with_canary(all_consent(dossiers["sample"](), *QUOTABLE))
    settings = replace(dossier.engagement.settings, attribution_k=50)
    engagement = replace(dossier.engagement, settings=settings)
    assert CANARY not in make(replace(dossier, engagement=engagement)).text


@pytest.mark.parametrize("state", [ConsentState.NOT_ASKED, ConsentState.WITHDRAWN])
def test_without_consent_a_brief_holds_nothing_that_was_said(make, dossiers, state):
    text = make(all_consent(dossiers["sample"](), *QUOTABLE, state=state)).text
    assert "78 notes without consent or off the record are in no figure" in text
    assert "of the needs" not in text


def test_a_finding_on_blocked_notes_alone_is_left_out(make, dossiers):
    before = make(dossiers["sample"]()).text
    after = make(all_consent(dossiers["sample"](), state=ConsentState.WITHDRAWN)).text
    finding = "One visit is written down in up to five places"
    assert finding in before
    assert finding not in after
    assert "findings rest only on such notes and are not shown" in after
