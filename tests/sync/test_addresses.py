"""Addresses of shares are taken apart, passwords with them, and never shown."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.sync.addresses import parsed, shown, with_fingerprint, with_password

WHO = "asha:a%40b"
SLASHED = "key:se/cr+et="
KEY = "SHA256:" + "aB3+/" * 8 + "xyz"


def test_all_parts_are_told():
    address = parsed(f"webdav+https://{WHO}@example.org:8443/files/my%20cxo/")
    assert (address.service, address.root) == ("webdav", "https://example.org:8443")
    assert (address.path, address.plain_path) == ("files/my%20cxo", "files/my cxo")
    assert (address.user, address.password) == ("asha", "a@b")
    assert (address.host, address.port) == ("example.org", 8443)
    assert "a@b" not in repr(address)


@pytest.mark.parametrize(
    ("place", "host", "port"),
    [
        ("webdav+http://example.org/x", "example.org", 80),
        ("s3+https://example.org/x", "example.org", 443),
        ("sftp://asha@example.org/x", "example.org", 22),
        ("smb://asha@[fe80::1]/x", "fe80::1", 445),
    ],
)
def test_a_service_has_its_own_port(place, host, port):
    address = parsed(place)
    assert (address.host, address.port) == (host, port)


@pytest.mark.parametrize(
    ("path", "folder"),
    [("/a/b%20c", "/a/b c"), ("/~/a", "a"), ("/~", "."), ("/~/", "."), ("", "/"), ("/~a", "/~a")],
)
def test_a_path_begins_at_the_root_of_a_server_or_at_the_users_own_folder(path, folder):
    assert parsed(f"sftp://asha@example.org{path}").folder == folder
    assert parsed(f"smb://asha@example.org{path}").folder == parsed(f"smb://h{path}").plain_path


@pytest.mark.parametrize(
    "place",
    [
        "ftp://example.org/x",
        "webdav+https:///x",
        "s3://bucket",
        "webdav://example.org/x",
        "sftp+https://example.org/x",
        "gopher://asha:secret@example.org/x",
        "sftp://asha;fingerprint=SHA256:secret@/x",
    ],
)
def test_what_names_no_service_or_host_is_refused(place):
    with pytest.raises(InputRefused) as told:
        parsed(place)
    assert "secret" not in str(told.value)


def test_a_key_is_part_of_an_address_as_the_system_shows_it():
    pinned = with_fingerprint("sftp://asha:p@example.org/x@y", KEY)
    assert pinned == f"sftp://asha;fingerprint={KEY}:p@example.org/x@y"
    address = parsed(pinned)
    assert (address.user, address.fingerprint) == ("asha", KEY)
    assert (address.password, address.path) == ("p", "x@y")
    assert parsed(with_fingerprint(pinned, KEY.swapcase().replace("sha", "SHA"))).password == "p"


@given(st.text())
@example("ab/cd+ef==")
def test_any_password_comes_through_and_is_not_shown(password):
    place = with_password(f"sftp://asha;fingerprint={KEY}@example.org/a@b", password)
    address = parsed(place)
    assert (address.password, address.fingerprint) == (password, KEY)
    assert (address.user, address.host, address.path) == ("asha", "example.org", "a@b")
    assert shown(place) == "sftp://example.org/a@b"


def test_what_is_shown_has_no_user_or_password():
    assert shown(f"s3+https://{SLASHED}@example.org/x") == "s3+https://example.org/x"
    assert shown("gopher://asha:secret@example.org/x@y") == "gopher://example.org/x@y"
    assert shown("/mnt/share") == with_password("/mnt/share", "x") == "/mnt/share"
