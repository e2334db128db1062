"""Lines are kept, changed and hung with photos through the desk; a refusal is shown, not lost."""

import pytest
from PySide6.QtGui import QImage

from cxo_desktop.app.attachments import read_attachment
from cxo_desktop.app.drafts import draft_of
from cxo_desktop.domain.attachments import Attachment
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.line_grammar import parse_line
from cxo_desktop.domain.mentions import MentionKind
from cxo_desktop.domain.people import PersonName
from cxo_desktop.ui.line_choices import BY_ALT_DIGIT
from cxo_desktop.ui.line_work import LineWork


@pytest.fixture
def work(window):
    window.desk.engagement.add(PersonName(person="P05", full_name="Imran Shaikh"))
    work = LineWork(window.desk)
    work.code = "I07"
    work.learn()
    work.read({})
    return work


def test_a_kept_line_comes_last_and_time_never_goes_back(work):
    first = work.keep(parse_line("! late"), "2099-01-01T10:00:00+00:00", None, "G-FIELD.01")
    rows = work.read({})
    assert rows[-1].shown == "late"
    second = work.keep(parse_line("again"), "2026-01-01T10:00:00+00:00", None, "")
    assert second.written_at == first.written_at
    assert (first.guide_question, second.guide_question) == ("G-FIELD.01", None)
    assert [row.shown for row in work.read({})][-2:] == ["late", "again"]


def test_only_what_changed_is_made_anew(work):
    before = work.read({})
    work.retype("", BY_ALT_DIGIT[2])
    after = work.read({})
    assert after[-1].kind is NoteKind.PAIN_POINT
    assert all(new is old for new, old in zip(after[:-1], before[:-1], strict=True))


def test_a_draft_holds_no_name(work, window):
    work.keep_draft("asks @Imran Shaikh tw", 21, "2026-11-25T10:00:00+00:00")
    draft = draft_of(window.desk.engagement, "I07")
    assert (draft.text, draft.caret) == ("asks @P05 tw", 12)
    work.keep_draft("", 0, "")
    assert draft_of(window.desk.engagement, "I07") is None


def test_a_refusal_is_shown_and_changes_nothing(work, window):
    before = work.read({})
    work.edit(before[-1].key, "!   ")
    assert "no words left" in window.notice.text
    assert work.read({}) == before


def test_a_pasted_picture_is_kept_with_its_line(work, window):
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill("red")
    work.attach_image("", image)
    code = work.read({})[-1].photos[0]
    assert work.picture(code).width() == 30
    kept = window.desk.engagement.get(Attachment, code)
    assert read_attachment(window.desk.engagement, kept).startswith(b"\x89PNG")


def test_a_new_name_is_known_at_once(work):
    assert work.make(MentionKind.TOOL, "Zoho", False) == "Zoho"
    assert work.known.codes("+zoho", MentionKind.TOOL)
