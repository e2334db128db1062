"""A laptop that is stolen tells nothing: no word of an engagement lies in plain text on its disk.

Secrets go through every feature that exists, the process is killed with everything open, and then
every file of the workspace, of the temporary folder and of the home is looked through.
"""

import base64
import os
import signal
import zlib
from contextlib import suppress

import pytest

from tests.suites.conftest import Writer

SECRETS = 200
STEMS = ("canaryinthecoalmine", "गुप्तबात")
LONGEST = 1 << 17


@pytest.fixture
def places(tmp_path):
    """Folders for what a process may leave: workspace, temporary files and home."""
    made = {name: tmp_path / name for name in ("workspace", "temporary", "home")}
    for folder in made.values():
        folder.mkdir(exist_ok=True)
    return made


@pytest.fixture
def secrets():
    """Words that stand nowhere else, in two scripts; what they begin with is looked for."""
    return [f"{STEMS[number % 2]}{os.urandom(6).hex()}" for number in range(SECRETS)]


def disguises(secret):
    """Return the bytes by which a secret may stand in a file."""
    plain = secret.encode()
    encoded = [plain, secret.encode("utf-16-le"), secret.encode("utf-16-be")]
    aligned = [base64.b64encode(b"x" * shift + plain)[4:-4] for shift in range(3)]
    return [*encoded, *aligned, plain.hex().encode()]


def inflated(content):
    """Yield what may be compressed in a content: zlib streams, and raw ones of zip and gzip."""
    zlib_heads = [(bytes([0x78, level]), 15) for level in (0x01, 0x5E, 0x9C, 0xDA)]
    for head, bits in (*zlib_heads, (b"PK\x03\x04", -15), (b"\x1f\x8b", 31)):
        place = content.find(head)
        while place >= 0:
            start = place
            if bits < 0:
                sizes = content[place + 26 : place + 30]
                start += 30 + int.from_bytes(sizes[:2], "little")
                start += int.from_bytes(sizes[2:], "little")
            with suppress(zlib.error):  # most of what looks like the head of a stream is none
                yield zlib.decompressobj(bits).decompress(content[start : start + LONGEST], LONGEST)
            place = content.find(head, place + 1)


def found_in(folders):
    """Return the names of the files in which, or in whose names, a secret stands."""
    stems = [disguise for stem in STEMS for disguise in disguises(stem)]
    found = set()
    for file in (file for folder in folders for file in folder.rglob("*")):
        contents = [str(file).encode()]
        if file.is_file():
            content = file.read_bytes()
            contents += [content, *inflated(content)]
        if any(stem in content for stem in stems for content in contents):
            found.add(file.name)
    return found


def test_a_killed_process_leaves_no_word_in_plain(workspace, kept, places, secrets, tmp_path):
    variables = {"TMPDIR": str(places["temporary"]), "HOME": str(places["home"])}
    variables |= {f"XDG_{kind}_HOME": str(places["home"] / kind) for kind in ("DATA", "CACHE")}
    writer = Writer(workspace, **variables)
    scrap = tmp_path / "scrap"
    scrap.mkdir()
    pid = writer.order("keep_secrets", secrets=secrets, scrap=str(scrap))
    assert writer.promise() == "kept"
    os.kill(pid, signal.SIGKILL)
    writer.promises()
    assert writer.close() == ""
    folder = workspace.find("").folder
    assert {"attachments", "backups", "engagement.db"} <= {it.name for it in folder.iterdir()}
    assert found_in(places.values()) == set()
    assert f"{secrets[0]} changed" in kept.texts()


@pytest.mark.parametrize(
    "hide",
    [
        lambda secret: secret.encode(),
        lambda secret: f"x{secret}".encode("utf-16-le"),
        lambda secret: base64.b64encode(f"a line with {secret} in it".encode()),
        lambda secret: b"head" + zlib.compress(f"a line with {secret} in it".encode()),
    ],
)
def test_a_secret_that_is_left_is_found(places, secrets, hide):
    (places["temporary"] / "left").write_bytes(hide(secrets[0]))
    (places["home"] / secrets[1]).touch()
    assert found_in(places.values()) == {"left", secrets[1]}
