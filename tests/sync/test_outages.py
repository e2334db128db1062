"""Why a server does not answer is told in words, each with what can be done."""

import contextlib
import socket
import sys

import pytest

from cxo_desktop.sync import outages
from cxo_desktop.sync.addresses import parsed
from tests.sync.remote import HOST, free_port


def at(host, port):
    return parsed(f"sftp://asha:secret@{host}:{port}/files/my%20team")


def test_a_name_that_nobody_has_is_told():
    assert "no server nowhere.invalid" in outages.no_answer(at("nowhere.invalid", 22)).why


def test_a_port_where_nothing_listens_is_told():
    port = free_port()
    assert f"no share is served on its port {port}" in outages.no_answer(at(HOST, port)).why


def test_a_server_that_is_there_broke_off():
    with socket.create_server((HOST, 0)) as server:
        error = outages.no_answer(at(HOST, server.getsockname()[1]))
    assert "broke off" in error.why
    assert "Nothing is lost" in error.remedy


@pytest.mark.skipif(sys.platform != "linux", reason="others answer for a server that is busy")
def test_a_server_that_says_nothing_is_told(monkeypatch):
    monkeypatch.setattr(outages, "_LOOK_SECONDS", 0.1)
    with socket.create_server((HOST, 0), backlog=0) as server, contextlib.ExitStack() as waiting:
        port = server.getsockname()[1]
        for _each in range(4):
            one = waiting.enter_context(socket.socket())
            one.setblocking(False)
            one.connect_ex((HOST, port))
        assert "does not answer" in outages.no_answer(at(HOST, port)).why


@pytest.mark.parametrize(
    "tell",
    [
        outages.not_let_in,
        outages.not_allowed,
        outages.no_folder,
        outages.no_room,
        outages.not_trusted,
        lambda address: outages.in_trouble(address, "Failure"),
        lambda address: outages.refused(address, "500"),
        lambda address: outages.other_key(address, "SHA256:x"),
    ],
)
def test_every_trouble_names_the_server_and_no_password(tell):
    error = tell(at(HOST, 22))
    assert error.exit_code == 6
    assert HOST in error.why
    assert "Nothing" in error.remedy
    assert "secret" not in str(error)


def test_a_server_seen_first_says_its_key():
    error = outages.UnknownServer(HOST, "SHA256:x")
    assert "SHA256:x" in error.why
    assert ";fingerprint=SHA256:x" in error.remedy
