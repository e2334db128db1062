"""Badges count in words, stand in a row and do not touch."""

from cxo_desktop.render import badges


def test_they_count_pains_first_and_then_notes() -> None:
    marks = badges.counting(1, 2, 8)
    assert [mark.line.text for mark in marks] == ["2 pains", "1 note"]
    assert badges.counting(0, 0, 8) == ()


def test_the_row_ends_where_it_should_and_words_move_with_their_badge() -> None:
    one, other = badges.placed(badges.counting(3, 4, 8), 200, 50)
    assert abs(other.x + other.width - 200) < 0.01
    assert abs(one.x + one.width + badges.GAP - other.x) < 0.02
    for mark in (one, other):
        assert abs(mark.y + mark.height / 2 - 50) <= 0.011
        assert mark.x < mark.line.x < mark.line.x + mark.line.width < mark.x + mark.width


def test_the_span_is_what_the_row_takes() -> None:
    marks = badges.counting(3, 4, 8)
    first = badges.placed(marks, 200, 0)[0]
    assert abs(200 - first.x + badges.GAP - badges.span(marks)) < 0.05
