"""What an address still lacks before it is used."""

import pytest

from cxo_desktop.app.share_servers import confirmed, lacks_password, with_password


@pytest.mark.parametrize(
    ("place", "lacks"),
    [
        ("smb://asha@example.org/x", True),
        ("smb://asha:b@example.org/x", False),
        ("smb://example.org/x", False),
        ("sftp://asha@example.org/x", False),
        ("sftp://asha:@example.org/x", True),
        ("/mnt/share", False),
    ],
)
def test_a_user_has_a_password_but_for_keys(place, lacks):
    assert lacks_password(place) == lacks
    assert not lacks_password(with_password(place, "b"))


def test_only_a_server_with_a_key_of_its_own_is_asked():
    place = "smb://asha:b@nowhere.invalid/x"
    assert confirmed(place, lambda *_asked: pytest.fail("asked")) == place
