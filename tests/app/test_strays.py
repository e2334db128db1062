"""What was written into something that another laptop removed is found again."""

from cxo_desktop.app.strays import strays
from cxo_desktop.domain.interviews import Interview, Note


def test_notes_of_an_interview_that_is_gone(empty):
    interview = empty.add(Interview())
    note = empty.add(Note(interview=interview.code, text="said"))
    empty.add(Note(text="of no interview"))
    assert strays(empty.dossier()) == ()
    empty.remove(interview)
    [one] = strays(empty.dossier())
    assert (one.record.code, one.home, one.missing) == (note.code, "interview", interview.code)


def test_the_sample_is_filed_whole(sample):
    assert strays(sample.dossier()) == ()
