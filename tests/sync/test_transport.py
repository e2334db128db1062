"""Errors of a share end commands with the code that says: nothing is lost, try again."""

from cxo_desktop.sync.transport import unreachable


def test_it_is_told_that_nothing_is_lost():
    error = unreachable("The cable is out.")
    assert error.exit_code == 6
    assert "Nothing is lost" in error.remedy
