"""Everything without a place is named once, with how often it is there."""

from cxo_desktop.exchange.bpmn_losses import left_aside
from cxo_desktop.exchange.xml_tree import parse

MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"


def test_what_has_no_place_is_counted_and_what_has_one_is_not():
    inside = (
        "<task id='t'><documentation>x</documentation></task><group/><group/><v:x xmlns:v='urn:v'/>"
    )
    root = parse(
        "", f"<definitions xmlns='{MODEL}'><process>{inside}</process></definitions>".encode()
    )
    assert [loss.element for loss in left_aside(root)] == ["group (2)", "urn:v (1)"]
