"""The two commands explain themselves, and no host or path of a machine is in the repository."""

from __future__ import annotations

import os
import pwd
import re
import shutil
import subprocess

import pytest

SCRIPTS = ["run", ".ci/run", "packaging/build", "packaging/smoke"]
URL = re.compile(r"https?://(?:[^\s/@\"]+@)?([A-Za-z0-9.-]+)")
# Where a reader may want to look: licences, formats, sources of the catalogue. None is fetched.
READ_ON = {
    "www.apache.org",
    "www.w3.org",
    "ns.adobe.com",
    "purl.org",
    "scripts.sil.org",
    "openfontlicense.org",
    "github.com",
    "example.org",
    # Namespaces by which files of other programs are told; nobody is asked there.
    "www.omg.org",
    "graphml.graphdrawing.org",
    "schemas.openxmlformats.org",
    "camunda.org",
    "bpmn.io",
    # This machine, and what stands for a host in words.
    "127.0.0.1",
    "HOST",
}
MACHINE = re.compile(r"(?<![\w.:/<-])/(?:Users|root|work|opt)/[A-Za-z]")


def run(root, *arguments):
    return subprocess.run(
        [root / "run", *arguments],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def texts(tracked):
    """Yield the name and text of each tracked file that is text."""
    for path in tracked:
        data = path.read_bytes()
        if b"\0" not in data:
            yield path, data.decode("utf-8", errors="replace")


def test_help_tells_both_commands(root):
    done = run(root, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "./run demo [--out DIR]" in done.stdout
    assert "./run test [ARGUMENT...]" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ([], 2, "./run demo"),
        (["dmeo"], 2, "there is no command dmeo"),
        (["demo", "--where", "x"], 1, "demo does not know: --where"),
        (["demo", "--out"], 1, "--out needs a folder"),
    ],
)
def test_a_slip_is_told_before_anything_is_done(root, arguments, code, words):
    done = run(root, *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert words in done.stderr


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_are_sound_and_runnable(root, name):
    script = root / name
    assert script.stat().st_mode & 0o111
    assert script.read_text(encoding="utf-8").startswith("#!/usr/bin/env bash\n")
    subprocess.run(["bash", "-n", script], check=True)  # noqa: S607 - the shell they name
    if shutil.which("shellcheck"):
        subprocess.run(["shellcheck", script], check=True)  # noqa: S607 - where there is one


def test_a_machine_without_permission_gets_the_line_to_run(root, tmp_path):
    """With neither root nor sudo, and no venv module, ./run names the packages and stops."""
    clone = tmp_path / "clone"
    clone.mkdir()
    shutil.copy(root / "run", clone)
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("bash", "env", "dirname", "uname", "head", "cat", "cksum", "ldconfig"):
        if place := shutil.which(name, path="/usr/bin:/bin:/usr/sbin:/sbin"):
            (tools / name).symlink_to(place)
    fakes = {
        "python3": 'case "$*" in *ensurepip*) exit 1;; *) exit 0;; esac',
        "id": "echo 1000",
        "apt-get": "exit 99",
    }
    for name, body in fakes.items():
        (tools / name).write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        (tools / name).chmod(0o755)
    done = subprocess.run(
        [clone / "run", "demo"],
        env={"PATH": str(tools)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "sudo apt-get install --no-install-recommends python3-venv\n" in done.stderr
    assert not (clone / ".venv").exists()


def test_no_host_but_those_to_read_on(tracked, root):
    found = {
        f"{path.relative_to(root)}: {host}"
        for path, text in texts(tracked)
        if not path.is_relative_to(root / "resources" / "catalogue")
        for host in URL.findall(text)
        if host not in READ_ON
    }
    assert sorted(found) == []


@pytest.mark.parametrize(
    "name",
    [*SCRIPTS, "requirements.lock", "tests/sync/servers.lock", ".pre-commit-config.yaml"],
)
def test_what_sets_a_machine_up_names_no_host_at_all(root, name):
    text = (root / name).read_text(encoding="utf-8")
    assert re.findall(r"://|(?:[a-z0-9-]+\.)+(?:org|com|io|net|dev)\b", text) == []


def test_no_path_of_somebodys_machine(tracked, root):
    home = pwd.getpwuid(os.getuid()).pw_dir
    here = re.compile(f"{re.escape(str(root))}\\b|{re.escape(home)}/[A-Za-z]")
    found = [
        f"{path.relative_to(root)}: {hit[0]}"
        for path, text in texts(tracked)
        for hit in (*MACHINE.finditer(text), *here.finditer(text))
    ]
    assert found == []


@pytest.mark.parametrize("top", ["opt", "Users", "root"])
def test_such_a_path_would_be_seen(top):
    path = f"/{top}/asha/notes"
    assert MACHINE.search(f"see {path}")
    assert MACHINE.search(f'"{path}"')
    assert not MACHINE.search(f"web{path}")
