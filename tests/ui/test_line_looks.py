"""A line is shown as what it is: a flow as its way, a cost with its sum, names in their ink."""

from cxo_desktop.domain.engagement import Settings
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.line_grammar import LineForm, parse_line
from cxo_desktop.domain.mentions import vocabulary
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.domain.tools import Tool
from cxo_desktop.ui.line_looks import Span, look, month_words, shown_line, spans_of

KNOWN = vocabulary(
    [Person(code="P5", role="M&E lead")],
    [PersonName(person="P5", full_name="Imran")],
    [Tool(code="T", name="CommCare")],
    [],
)


def shown(raw):
    return shown_line(parse_line(raw), KNOWN, Settings())


def inks(raw):
    line = shown(raw)
    return [(line.text[it.start : it.start + it.length], it.ink) for it in line.spans]


def test_names_are_shown_in_place_of_codes_and_coloured():
    assert shown("asks @P5 about +CommCare").text == "asks @Imran about +CommCare"
    assert inks('" @P5 says ~6') == [("@Imran", "person"), ("~", "warn")]


def test_a_flow_is_its_way():
    assert shown("> door > +CommCare > @P5 : weekly").text == "door → CommCare → Imran  weekly"
    assert [ink for _text, ink in inks("> door > +CommCare > @P5 : weekly")] == [
        "flow",
        "tool",
        "person",
        "text2",
    ]
    assert shown("> door").text == "door"


def test_a_cost_says_what_it_comes_to():
    assert shown("= 6h x 4 /month @400").text.endswith("=  24 h a month · ₹\xa09,600")
    assert shown("= a lot").text == "a lot"
    assert month_words(None, 9600) == "₹\xa09,600 a month"
    assert month_words(None, None) == ""


def test_looks_differ_by_icon_and_word():
    assert look(NoteKind.FACT, LineForm.NOTE, verbatim=True)[2] == "Quote"
    assert look(NoteKind.PAIN_POINT, LineForm.NOTE, verbatim=True)[2] == "Pain"
    found = [look(None, form, verbatim=False) for form in LineForm]
    assert len({icon for icon, _ink, _word in found}) == len(LineForm)


def test_places_are_shifted_by_a_quotation_mark():
    assert spans_of("+CommCare", KNOWN, 1) == (Span(1, 9, "tool"),)
