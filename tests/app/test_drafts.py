"""What was typed is there after a crash, and is a note or a draft, never both, never neither."""

import subprocess
import sys

import pytest

from cxo_desktop.app import drafts
from cxo_desktop.app.interviews import start_interview
from cxo_desktop.domain.enums import ConsentState
from cxo_desktop.domain.errors import InputRefused, NotFound
from cxo_desktop.domain.interviews import Note

TYPE_AND_DIE = """
import os, signal, sys
from pathlib import Path
from cxo_desktop.app import drafts
from cxo_desktop.compose import open_services
opened = open_services(Path(sys.argv[1]), "correct horse").workspace.open()
drafts.save_draft(opened, interview=sys.argv[2], text="हम दो बार लि", caret=4)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def interview(empty):
    return start_interview(empty, person=None, role="Accountant").code


def test_typing_outlives_a_kill(empty, workspace, interview):
    done = subprocess.run(
        [sys.executable, "-c", TYPE_AND_DIE, workspace.path, interview], check=False
    )
    assert done.returncode == -9
    draft = drafts.draft_of(empty, interview)
    assert (draft.text, draft.caret) == ("हम दो बार लि", 4)
    assert drafts.unfinished(empty) == (draft,)


def test_a_kept_line_leaves_the_rest_in_the_draft(empty, interview):
    drafts.save_draft(empty, interview=interview, text="! typed twice\nand th")
    note = drafts.keep_draft_line(empty, interview=interview, line="! typed twice", rest="and th")
    assert note.text == "typed twice"
    assert drafts.draft_of(empty, interview).text == "and th"
    drafts.keep_draft_line(empty, interview=interview, line="and then again")
    assert drafts.draft_of(empty, interview) is None


def test_a_line_that_is_refused_stays_in_the_draft(empty, interview):
    drafts.save_draft(empty, interview=interview, text="   ")
    with pytest.raises(InputRefused):
        drafts.keep_draft_line(empty, interview=interview, line="   ")
    assert drafts.draft_of(empty, interview).text == "   "
    assert empty.find(Note) == ()


def test_a_draft_can_be_let_go(empty, interview):
    drafts.save_draft(empty, interview=interview, text="x")
    drafts.discard_draft(empty, interview)
    assert drafts.unfinished(empty) == ()


def test_nothing_typed_is_kept_of_one_who_refused(empty):
    interview = start_interview(empty, person=None, role="Clerk", consent=ConsentState.REFUSED).code
    with pytest.raises(InputRefused, match="refused"):
        drafts.save_draft(empty, interview=interview, text="he said")
    assert drafts.unfinished(empty) == ()


def test_an_unknown_interview_has_no_draft(empty):
    with pytest.raises(NotFound):
        drafts.save_draft(empty, interview="I-nowhere", text="x")


def test_a_draft_is_no_part_of_what_is_undone(empty, interview):
    drafts.keep_draft_line(empty, interview=interview, line="typed twice", rest="and")
    empty.store.history.undo()
    assert empty.find(Note) == ()
    assert drafts.draft_of(empty, interview).text == "and"
