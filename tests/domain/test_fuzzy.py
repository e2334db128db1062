"""Letters fit best at the start of a name, then at a word, inside, scattered."""

from cxo_desktop.domain.fuzzy import badness


def test_how_well_letters_fit():
    assert [badness("sh", name) for name in ("Sheets", "Google Sheets", "Mesh", "S-path")] == [
        0,
        1,
        2,
        3,
    ]
    assert badness("zz", "Sheets") is None
    assert badness("शी", "शीट") == 0
