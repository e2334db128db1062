"""Real servers on this machine alone, and what every way to a share must do with them."""

from __future__ import annotations

import contextlib
import secrets
import socket
import subprocess
import sys
import time
from functools import cached_property
from pathlib import Path
from threading import Thread

import pytest

from cxo_desktop.sync import places
from cxo_desktop.sync.transport import AlreadyThere, Listed, ShareUnreachable
from tests.sync.laptops import Laptop, settle

HOST = "127.0.0.1"
# They live apart from the program's packages, see servers.in beside this file.
SERVERS = Path(sys.prefix, "servers", "bin", "python")
WHO = "key:secret"


def free_port():
    with contextlib.closing(socket.socket()) as one:
        one.bind((HOST, 0))
        return one.getsockname()[1]


@contextlib.contextmanager
def running(*command, port):
    """Run a server until it answers, and end it afterwards."""
    # In a session of its own: smbd, when it is ended, ends all that is in its group.
    nothing = subprocess.DEVNULL
    process = subprocess.Popen(
        command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
    )
    try:
        for _attempt in range(200):
            with contextlib.suppress(OSError), socket.create_connection((HOST, port), 1):
                break
            assert process.poll() is None
            time.sleep(0.1)
        else:
            pytest.skip("the server did not come up")
        yield
    finally:
        process.terminate()
        process.wait()


@contextlib.contextmanager
def served(*command, port):
    """Run a server that is a module of its own environment."""
    if not SERVERS.exists():
        pytest.skip("no servers for tests in .venv/servers; ./run test installs them")
    with running(SERVERS, "-m", *command, port=port):
        yield


@contextlib.contextmanager
def cut_off(port, *, up=sys.maxsize, down=sys.maxsize):
    """A way to a server on which nothing goes any more once so many bytes went there or back."""
    with contextlib.closing(socket.create_server((HOST, 0))) as listener:
        Thread(target=_pass_on, args=(listener, port, up, down), daemon=True).start()
        yield listener.getsockname()[1]


def _pass_on(listener, port, up, down):
    with contextlib.suppress(OSError):
        while True:
            near, _who = listener.accept()
            far = socket.create_connection((HOST, port))
            Thread(target=_copy, args=(far, near, down), daemon=True).start()
            Thread(target=_copy, args=(near, far, up), daemon=True).start()


def _copy(source, target, most):
    with contextlib.suppress(OSError), source, target:
        while most > 0 and (data := source.recv(16_384)):
            target.sendall(data[:most])
            most -= len(data)
        for one in (source, target):
            one.shutdown(socket.SHUT_RDWR)


def survives_a_cut(place, port):
    """A connection that breaks in the middle leaves no half file; a second attempt succeeds."""
    space, content = "ef" * 8, secrets.token_bytes(1_000_000)

    def through(cut):
        return places.new_space(place.replace(f":{port}/", f":{cut}/"), space)

    with (
        cut_off(port, up=400_000) as cut,
        pytest.raises(ShareUnreachable, match="broke off"),
    ):
        through(cut).put_new("seg/a/1.seg", content)
    again = places.new_space(place, space)
    assert again.files("seg/a") == []
    again.put_new("seg/a/1.seg", content)
    with (
        cut_off(port, down=150_000) as cut,
        pytest.raises(ShareUnreachable, match="broke off"),
    ):
        through(cut).get("seg/a/1.seg")
    assert again.get("seg/a/1.seg") == content


def full(place):
    """A share on a disk that is too small says so, and keeps nothing half."""
    share = places.new_space(place, "ef" * 8)
    with pytest.raises(ShareUnreachable, match=r"disk (of .* is|may be) full"):
        share.put_new("seg/a/1.seg", secrets.token_bytes(1_000_000))
    assert share.files("seg/a") == []


def behaves(place):
    """A share in this place keeps files as it must."""
    space = "ab" * 8
    share = places.new_space(place, space)
    assert share.files("seg/a") == share.folders("seg") == []
    with pytest.raises(FileNotFoundError):
        share.get("seg/a/1.seg")
    share.put_new("seg/a/1.seg", b"one")
    share.put_new("seg/b/2.seg", bytes(200_000))
    share.put_new("space.json", b"{}")
    with pytest.raises(AlreadyThere):
        share.put_new("seg/a/1.seg", b"two")
    assert share.get("seg/a/1.seg") == b"one"
    assert share.files("seg/a") == [Listed("1.seg", 3)]
    assert share.files("seg/b") == [Listed("2.seg", 200_000)]
    assert share.folders("seg") == ["a", "b"]
    assert [one.name for one in share.files("")] == ["space.json"]
    assert share.folders("") == ["seg"]
    assert places.open_place(place).folders("") == [f"cxo-space-{space}"]
    share.delete("seg/a/1.seg")
    share.delete("seg/a/1.seg")
    assert share.files("seg/a") == []
    with pytest.raises(ShareUnreachable):
        places.open_space(place, "cd" * 8)


class Remote(Laptop):
    """A laptop whose share is at an address."""

    @cached_property
    def share(self):
        return places.new_space(self.root, self.local.space)

    def found(self):
        from cxo_desktop.domain.dossier import Dossier
        from cxo_desktop.domain.engagement import Engagement
        from cxo_desktop.sync import joining
        from cxo_desktop.sync.local import new_id

        self.records.fill(Dossier(engagement=Engagement(code="ENG-1", organisation="Asha Trust")))
        space = new_id()
        return joining.found(
            self.local, places.new_space(self.root, space), space, self.name, bytes(32)
        )

    def ask(self):
        from cxo_desktop.sync import joining

        space = joining.the_space(self.root)
        return joining.ask(self.local, places.open_space(self.root, space), space, self.name)


def laptops_meet(place):
    """Two laptops come to the same over this place."""
    asha, ravi = Remote("Asha", place), Remote("Ravi", place)
    asha.found()
    note = asha.note("over the wire", visit="v")
    asha.sync()
    ravi.ask()
    asha.admit()
    settle(asha, ravi)
    ravi.edit(note, visit="w")
    settle(asha, ravi)
    assert asha.state() == ravi.state()
    assert asha.get(note).visit == "w"
    asha.store.close()
    ravi.store.close()


def unreachable(scheme):
    """A server that is not there, or not known at all, is told in words."""
    with pytest.raises(ShareUnreachable, match="no share is served on its port"):
        places.open_space(f"{scheme}://{WHO}@{HOST}:{free_port()}/x", "ab" * 8)
    with pytest.raises(ShareUnreachable, match="no server"):
        places.open_space(f"{scheme}://{WHO}@nowhere.invalid/x", "ab" * 8)
