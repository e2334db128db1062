"""A PLACE among the arguments of a command."""

import sys

import click
import pytest

from cxo_desktop.cli.share_place import PASSWORD_VARIABLE, settled
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.sync.outages import UnknownServer
from tests.sync.daemons import USER, fingerprint, sshd
from tests.sync.remote import HOST


@pytest.fixture
def answers(monkeypatch):
    """What the person at the keyboard answers, and what they were asked."""
    asked, given = [], {"prompt": "a:b/c", "confirm": True}
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.delenv(PASSWORD_VARIABLE, raising=False)

    def answer(words, **options):
        asked.append(words)
        return given["prompt" if "hide_input" in options else "confirm"]

    monkeypatch.setattr(click, "prompt", answer)
    monkeypatch.setattr(click, "confirm", answer)
    return asked, given


def used(place):
    return settled(None, None, place)


def test_a_folder_is_used_as_it_is(answers):
    assert used("/mnt/share") == "/mnt/share"
    assert used("") == ""
    assert answers[0] == []


@pytest.mark.parametrize("service", ["webdav+https", "s3+https", "smb"])
def test_a_password_that_is_not_in_the_address_is_asked_for(answers, service):
    assert used(f"{service}://asha@example.org/x") == f"{service}://asha:a%3Ab%2Fc@example.org/x"
    assert len(answers[0]) == 1
    assert used(f"{service}://example.org/x") == f"{service}://example.org/x"
    assert len(answers[0]) == 1


def test_a_password_may_be_in_the_environment(answers, monkeypatch):
    monkeypatch.setenv(PASSWORD_VARIABLE, "b")
    assert used("smb://asha@example.org/x") == "smb://asha:b@example.org/x"
    assert answers[0] == []


def test_an_address_that_is_none_is_told_at_once():
    with pytest.raises(InputRefused):
        used("sftp://asha@/x")


def test_a_server_seen_first_is_confirmed_by_its_key(answers, tmp_path, monkeypatch):
    pytest.importorskip("paramiko", reason="the extra “sftp” is not installed")
    with sshd(tmp_path, tmp_path / "home") as server:
        monkeypatch.setenv("HOME", str(tmp_path / "home"))
        place = f"sftp://{USER}@{HOST}:{server.port}{server.root}"
        key = fingerprint(tmp_path / "host")
        assert used(place) == place.replace("@", f";fingerprint={key}@")
        assert used(used(place)) == used(place)
        answers[1]["confirm"] = False
        with pytest.raises(UnknownServer, match=HOST):
            used(place)
        monkeypatch.setattr(sys.stdin, "isatty", lambda: False)
        with pytest.raises(UnknownServer):
            used(place)
