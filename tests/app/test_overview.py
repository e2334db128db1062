"""An engagement tells how much it holds."""

from cxo_desktop.app.overview import counts


def test_only_what_is_there_is_counted(empty, sample):
    assert counts(empty.dossier()) == {}
    numbers = counts(sample.dossier())
    assert (numbers["note"], numbers["data_flow"], numbers["evidence"] > 11) == (78, 17, True)
