"""Consent comes first, can be changed and taken back, and a no keeps nothing."""

from cxo_desktop.app.consents import ASKED_FOR, record_consent, withdraw
from cxo_desktop.app.drafts import draft_of, save_draft
from cxo_desktop.app.history import in_bin, undo
from cxo_desktop.app.interviews import notes_of, start_interview
from cxo_desktop.app.lines import keep_line
from cxo_desktop.domain.enums import ConsentMethod, ConsentScope, ConsentState, InterviewStatus
from cxo_desktop.domain.interviews import Consent, Interview


def consent_of(sample, code):
    return sample.find(Consent, interview=code)[0]


def test_what_was_allowed_is_kept_with_the_version_of_the_words(sample):
    code = start_interview(sample, person="P06").code
    record_consent(
        sample,
        person="P06",
        interview=code,
        state=ConsentState.GIVEN,
        scopes=ASKED_FOR,
        language="hi",
        method=ConsentMethod.ORAL_WITNESSED,
    )
    consent = consent_of(sample, code)
    assert (consent.scopes, consent.method, consent.notice_version) == (
        ASKED_FOR,
        ConsentMethod.ORAL_WITNESSED,
        "v2",
    )
    assert len(sample.find(Consent, interview=code)) == 1


def test_taking_back_blocks_and_keeps_the_notes(sample):
    code = start_interview(
        sample, person="P06", consent=ConsentState.GIVEN, scopes=(ConsentScope.NOTES,)
    ).code
    keep_line(sample, interview=code, line="late")
    assert withdraw(sample, person="P06", interview=code).state is ConsentState.WITHDRAWN
    assert not consent_of(sample, code).allows(ConsentScope.NOTES)
    assert consent_of(sample, code).withdrawn_at
    assert len(notes_of(sample, code)) == 1
    assert withdraw(sample, person="P01", interview=code) is None


def test_a_refusal_leaves_no_word_anywhere(sample):
    code = start_interview(sample, person="P06").code
    keep_line(sample, interview=code, line="[] the word marigold fri")
    save_draft(sample, interview=code, text="marigold again")
    record_consent(sample, person="P06", interview=code, state=ConsentState.REFUSED)
    assert notes_of(sample, code) == ()
    assert draft_of(sample, code) is None
    assert all("marigold" not in str(gone.record) for gone in in_bin(sample))
    log = sample.store.db.execute("SELECT count(*) FROM change WHERE value LIKE '%marigold%'")
    assert log.fetchone() == (0,)
    assert consent_of(sample, code).state is ConsentState.REFUSED
    assert sample.get(Interview, code).status is InterviewStatus.CANCELLED


def test_starting_with_a_refusal_counts_nobody_as_heard(sample):
    interview = start_interview(sample, person="P06", consent=ConsentState.REFUSED)
    assert interview.status is InterviewStatus.CANCELLED
    undo(sample)
    assert sample.find(Consent, interview=interview.code) == ()
