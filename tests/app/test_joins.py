"""What was asked and not answered is shown with its words."""

from cxo_desktop.app import sharing
from cxo_desktop.app.joins import asked
from cxo_desktop.compose import open_services
from tests.app.conftest import CHEAP


def test_the_words_are_the_same_as_when_it_was_asked(empty, tmp_path):
    place = tmp_path / "share"
    place.mkdir()
    sharing.create(empty, str(place), "Asha")
    other = open_services(tmp_path / "other", "battery staple", CHEAP).workspace
    assert asked(other) == ()
    words = sharing.request(other, str(place), "Ravi")
    [one] = asked(other)
    assert (one.words, one.place) == (words, str(place))
