"""Servers of all four kinds, run by whoever runs the tests, on this machine alone."""

from __future__ import annotations

import contextlib
import json
import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from cxo_desktop.sync.addresses import with_fingerprint
from tests.sync.remote import HOST, WHO, free_port, running, served

USER = pwd.getpwuid(os.getuid()).pw_name
PASSWORD = "of the server"
QUOTED = PASSWORD.replace(" ", "%20")


@dataclass(frozen=True)
class Server:
    """What a test needs to know of a server: its port, and the folder that it lends out."""

    port: int
    root: Path


def program(name, package):
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
    if found is None:
        pytest.skip(f"{package} is not installed")
    return found


def new_key(path):
    subprocess.run(
        [program("ssh-keygen", "openssh-client"), "-q", "-t", "ed25519", "-N", "", "-f", path],
        check=True,
    )


def fingerprint(key):
    """What the system's own program says of a key."""
    told = subprocess.run(
        ["ssh-keygen", "-l", "-f", f"{key}.pub"],  # noqa: S607 - the program of the system
        check=True,
        capture_output=True,
        text=True,
    )
    return told.stdout.split()[1]


@contextlib.contextmanager
def sshd(folder, home):
    """Run an SSH server that knows the key in a home folder."""
    command = program("sshd", "openssh-server")
    root, port = folder / "files", free_port()
    root.mkdir()
    (home / ".ssh").mkdir(mode=0o700, parents=True)
    new_key(folder / "host")
    new_key(home / ".ssh" / "id_ed25519")
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    settings = {
        "Port": port,
        "ListenAddress": HOST,
        "HostKey": folder / "host",
        "PidFile": "none",
        "AuthorizedKeysFile": home / ".ssh" / "id_ed25519.pub",
        "StrictModes": "no",
        "PermitRootLogin": "yes",
        "UsePAM": "no",
        "Subsystem": "sftp internal-sftp",
    }
    lines = "\n".join(f"{name} {value}" for name, value in settings.items())
    (folder / "settings").write_text(f"{lines}\n")
    with running(command, "-D", "-f", folder / "settings", port=port):
        yield Server(port, root)


@contextlib.contextmanager
def smbd(folder):
    """Run an SMB server with one share, ``team``."""
    command, port = program("smbd", "samba"), free_port()
    root = folder / "files"
    own = ["private dir", "lock directory", "state directory", "cache directory", "pid directory"]
    for name in ("files", "logs", "ncalrpc", *own):
        (folder / name).mkdir()
    settings = {
        "smb ports": port,
        "interfaces": "lo",
        "bind interfaces only": "yes",
        "server role": "standalone server",
        "passdb backend": "tdbsam",
        "disable netbios": "yes",
        "load printers": "no",
        "printcap name": "/dev/null",
        "ncalrpc dir": folder / "ncalrpc",
        "log file": folder / "logs" / "log",
        **{name: folder / name for name in own},
    }
    lines = "\n".join(f"{name} = {value}" for name, value in settings.items())
    text = f"[global]\n{lines}\n[team]\npath = {root}\nread only = no\n"
    text += f"[shown]\npath = {root}\nread only = yes\n"
    (folder / "settings").write_text(text)
    subprocess.run(
        [program("pdbedit", "samba"), "-s", folder / "settings", "-a", "-t", "-u", USER],
        input=f"{PASSWORD}\n{PASSWORD}\n",
        text=True,
        check=True,
        capture_output=True,
    )
    arguments = ["-F", "--no-process-group", "-s", folder / "settings"]
    with running(command, *arguments, port=port):
        yield Server(port, root)


@contextlib.contextmanager
def webdavd(root):
    """Run a WebDAV server that lends a folder out to one user."""
    user, password = WHO.split(":")
    port = free_port()
    settings = {
        "host": HOST,
        "port": port,
        "server": "cheroot",
        "provider_mapping": {"/": str(root)},
        "http_authenticator": {"accept_basic": True, "default_to_digest": False},
        "simple_dc": {"user_mapping": {"*": {user: {"password": password}}}},
    }
    (root / "settings.json").write_text(json.dumps(settings))
    with served("wsgidav.server.server_cli", f"--config={root / 'settings.json'}", port=port):
        yield Server(port, root)


@contextlib.contextmanager
def objectd():
    """Run an object store with one bucket, ``team``."""
    import httpx

    port = free_port()
    with served("moto.server", "-H", HOST, "-p", str(port), port=port):
        httpx.put(f"http://{HOST}:{port}/team").raise_for_status()
        yield port


@contextlib.contextmanager
def lent(service, folder):
    """Run a server of this kind and give the address of a place there."""
    if service == "s3":
        with objectd() as port:
            yield f"s3+http://{WHO}@{HOST}:{port}/team"
    elif service == "webdav":
        with webdavd(folder) as server:
            yield f"webdav+http://{WHO}@{HOST}:{server.port}"
    elif service == "smb":
        with smbd(folder) as server:
            yield f"smb://{USER}:{QUOTED}@{HOST}:{server.port}/team"
    else:
        with sshd(folder, folder / "home") as server:
            os.environ["HOME"] = str(folder / "home")
            place = f"sftp://{USER}@{HOST}:{server.port}{server.root}"
            yield with_fingerprint(place, fingerprint(folder / "host"))


@contextlib.contextmanager
def small_disk(folder):
    """A disk of half a megabyte, where the system lets us make one."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", folder]
    if os.getuid() or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)  # noqa: S607 - of the system
