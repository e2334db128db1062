"""A share in a real object store on this machine."""

import pytest

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.sync import places
from cxo_desktop.sync.transport import ShareUnreachable
from tests.sync.daemons import objectd
from tests.sync.remote import HOST, WHO, behaves, laptops_meet, survives_a_cut, unreachable

pytest.importorskip("obstore", reason="the extra “s3” is not installed")


@pytest.fixture(scope="module")
def port():
    with objectd() as one:
        yield one


@pytest.fixture
def place(port):
    return f"s3+http://{WHO}@{HOST}:{port}/team"


def test_files_are_kept_as_they_must(place):
    behaves(f"{place}/one")


def test_laptops_meet_there(place):
    laptops_meet(f"{place}/two")


def test_a_server_that_is_not_there_is_told():
    unreachable("s3+http")


def test_a_connection_that_breaks_leaves_nothing_half(place, port):
    survives_a_cut(place, port)


def test_what_is_wrong_is_told_in_words(place):
    with pytest.raises(ShareUnreachable, match="There is no “tea”"):
        places.new_space(place.replace("/team", "/tea"), "ab" * 8).put_new("1", b"one")
    with pytest.raises(ShareUnreachable, match="There is no “tea”"):
        places.open_place(place.replace("/team", "/tea")).folders("")
    with pytest.raises(InputRefused, match="no bucket of it"):
        places.open_place(place.replace("/team", ""))


def test_a_wrong_password_is_told(monkeypatch):
    """The server asks who somebody is only when it is told to, and from the second request on."""
    monkeypatch.setenv("INITIAL_NO_AUTH_ACTION_COUNT", "1")
    with (
        objectd() as port,
        pytest.raises(ShareUnreachable, match="did not accept the user or the password"),
    ):
        places.open_place(f"s3+http://{WHO}@{HOST}:{port}/team").folders("")
