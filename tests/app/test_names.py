"""A name typed for the first time makes its record, and a person's name lies in its one table."""

from cxo_desktop.app.history import undo
from cxo_desktop.app.lines import known_names
from cxo_desktop.app.names import make_name
from cxo_desktop.domain.mentions import MentionKind
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.domain.themes import Theme
from cxo_desktop.domain.tools import Tool


def test_what_is_made(sample):
    assert make_name(sample, MentionKind.TOOL, "Zoho") == "Zoho"
    make_name(sample, MentionKind.THEME, "Night work")
    make_name(sample, MentionKind.PERSON, "Driver", as_role=True)
    make_name(sample, MentionKind.PERSON, "Asha")
    assert sample.find(Tool)[-1].name == "Zoho"
    assert sample.find(Theme)[-1].label == "Night work"
    assert [person.role for person in sample.find(Person)[-2:]] == ["Driver", ""]
    assert sample.find(PersonName)[-1].full_name == "Asha"
    known = known_names(sample)
    assert known.coded("@asha") == f"@{sample.find(PersonName)[-1].person}"
    undo(sample)
    assert sample.find(PersonName) == ()
