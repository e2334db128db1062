"""What one version has and the other lacks is marked, wherever it stands."""

from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.ui.contested_rows import Side
from cxo_desktop.ui.widgets.versions import Versions, differing

TEXTS = st.text(st.sampled_from("ab आ😀 .\n"), max_size=20)


def test_only_the_words_that_differ():
    text = "one two three"
    assert [text[first:last] for first, last in differing(text, "one 2 three")] == ["two"]
    assert list(differing(text, text)) == []


@given(TEXTS, TEXTS)
def test_what_is_left_is_in_both(text, other):
    spans = list(differing(text, other))
    rest = "".join(c for n, c in enumerate(text) if not any(a <= n < b for a, b in spans))
    letters = iter(other)
    assert all(one in letters for one in rest)


def test_a_selection_stays_when_nothing_has_changed(app, qtbot):
    versions = Versions()
    qtbot.addWidget(versions)
    shown = [Side("Yours", "", "😀 monday", mine=True, shows=True),
             Side("Ravi", "", "😀 tuesday", mine=False, shows=False)]  # fmt: skip
    versions.show_sides(shown)
    paper = versions.layout().itemAt(0).widget()
    versions.show_sides(list(shown))
    assert versions.layout().itemAt(0).widget() is paper
    [text] = [one for one in paper.findChildren(object) if hasattr(one, "extraSelections")]
    assert [one.cursor.selectedText() for one in text.extraSelections()] == ["monday"]
