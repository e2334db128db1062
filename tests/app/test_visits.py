"""Visits are told from the days of interviews."""

from datetime import date

from cxo_desktop.app.visits import Visit, visits


def test_days_close_to_each_other_are_one_visit(sample):
    found = visits(sample.dossier())
    assert [(it.first, it.last) for it in found] == [
        (date(2026, 6, 3), date(2026, 6, 5)),
        (date(2026, 6, 10), date(2026, 6, 10)),
        (date(2026, 6, 17), date(2026, 6, 18)),
        (date(2026, 6, 24), date(2026, 6, 25)),
        (date(2026, 7, 8), date(2026, 7, 8)),
        (None, None),
    ]


def test_what_has_no_day_belongs_to_the_visit_without_days():
    june = Visit(date(2026, 6, 3), date(2026, 6, 5))
    assert june.has(date(2026, 6, 4))
    assert not june.has(None)
    assert Visit(None, None).has(None)
    assert not Visit(None, None).has(date(2026, 6, 4))
