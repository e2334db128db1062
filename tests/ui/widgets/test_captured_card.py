"""What an interview adds up to; what there is none of is not shown."""

from cxo_desktop.ui.shown import InterviewSummary
from cxo_desktop.ui.widgets.captured_card import CapturedCard
from cxo_desktop.ui.widgets.chips import Chip


def test_sections_come_with_what_they_hold(app, qtbot):
    card = CapturedCard()
    qtbot.addWidget(card)
    card.resize(256, 600)
    card.show()
    card.show_summary(InterviewSummary())
    assert [name for name, part in card._sections.items() if part.isVisible()] == []
    tools = tuple(f"Tool {number}" for number in range(11))
    card.show_summary(InterviewSummary(tools=tools, costs=("24 h a month", "1"), stays="1 stays"))
    assert [name for name, part in card._sections.items() if part.isVisible()] == ["tools", "cost"]
    chips = [chip.text for chip in card._tools.findChildren(Chip)]
    assert chips[-1] == "3 more"
    assert card.summary.stays == "1 stays"
