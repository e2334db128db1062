"""Credentials go into an address so that they come out of it as they were."""

from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.app.share_places import with_credentials
from cxo_desktop.sync.addresses import parsed, shown

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)


@given(user=WORDS, password=st.one_of(st.just(""), WORDS))
def test_any_user_and_password_come_out_as_they_were(user, password):
    place = with_credentials("webdav+https://example.org/team", user, password)
    found = parsed(place)
    assert (found.user, found.password) == (user, password)
    assert shown(place) == "webdav+https://example.org/team"


def test_a_folder_stays_as_it_is_and_older_credentials_go():
    assert with_credentials(" /home/a/b ", "asha", "x") == "/home/a/b"
    assert (
        with_credentials("s3+https://a:b@example.org/x@y", "c", "d")
        == "s3+https://c:d@example.org/x@y"
    )
