"""A disk that is full or failing loses nothing that was kept, refuses in words, and is got over.

Every call that the program makes to the system for its folder is let fail in turn, once or for
as long as the trouble lasts.
"""

import errno
import os
import shutil
import subprocess
from dataclasses import dataclass

import pytest

from cxo_desktop.app.attachments import add_attachment
from cxo_desktop.app.drafts import save_draft, unfinished
from cxo_desktop.app.interviews import start_interview
from cxo_desktop.app.space import set_reserve_aside, space_state
from cxo_desktop.compose import open_services
from cxo_desktop.domain.errors import DiskFull
from cxo_desktop.domain.interviews import Note
from cxo_desktop.store.blobs import Blobs
from cxo_desktop.store.keys import KdfCost
from cxo_desktop.store.space import BALLAST_BYTES

SHORT_WRITE = 0
ERRORS = (errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EROFS, SHORT_WRITE)
EVERY = int(os.environ.get("CXO_FAULTS_EVERY", "7"))
LAST_PLACE = 400


@dataclass(frozen=True)
class Heard:
    """What a process said of its work under one fault: what it kept, refused, and did later."""

    kept: set
    refused: list
    later: list
    failures: int


@pytest.fixture
def under_fault(watched_writer, kept, tmp_path):
    """Let calls fail from one place on; return what was heard."""
    first = 0

    def heard(after, error, *, for_ever):
        nonlocal first
        watched_writer.order(
            "keep_against_faults",
            first=first,
            after=after,
            error=error,
            for_ever=int(for_ever),
            scrap=str(tmp_path / "scrap"),
            folder=str(kept.path.parent),
        )
        first += 3
        lines, ended = watched_writer.promises()
        assert (lines.pop(), ended) == ("done", 0)
        failures = int(lines.pop().split()[1])
        later = [line.removeprefix("later ") for line in lines if line.startswith("later ")]
        now = [line for line in lines if not line.startswith("later ")]
        broken = [line for line in (*now, *later) if line.startswith("broken")]
        assert broken == [], broken[0].encode().decode("unicode_escape")
        refused = [line for line in now if line.startswith("refused")]
        return Heard({*now, *later} - set(refused), refused, later, failures)

    return heard


def places(error):
    """Yield the places to fail at: those of one error lie between those of another."""
    for number in range(ERRORS.index(error), LAST_PLACE, EVERY):
        yield number, bool(number % 2)


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("error", ERRORS)
def test_no_call_that_fails_loses_what_was_kept(under_fault, kept, error):
    promised, refusals = set(), []
    for after, for_ever in places(error):
        heard = under_fault(after, error, for_ever=for_ever)
        if not heard.failures:
            break
        promised |= {line for line in heard.kept if not line.startswith("draft")}
        refusals += heard.refused
        assert not [line for line in heard.later if line.startswith("refused")]
    blobs = Blobs(kept.path.parent / "attachments", kept.key)
    there = {" ".join(text.split()[:2]) for text in kept.texts()} | set(blobs.names())
    assert {line.split()[-1] if "content" in line else line for line in promised} - there == set()
    assert kept.faults() == ()
    assert bool(refusals) is (error != SHORT_WRITE)
    assert len(promised) > 20


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_gives_up_its_reserve_and_typing_goes_on(
    watched_writer, workspace, kept, error
):
    assert set_reserve_aside(workspace)
    ballast = workspace.path / "ballast"
    assert ballast.stat().st_size == BALLAST_BYTES
    watched_writer.order("keep_on_a_full_disk", error=error, folder=str(workspace.path))
    assert watched_writer.promises() == (["refused DiskFull", "note 2", "draft 3", "done"], 0)
    assert not ballast.exists()
    assert kept.faults() == ()
    assert [text.split()[1] for text in kept.texts()] == ["2"]
    assert set_reserve_aside(workspace)
    assert ballast.stat().st_size == BALLAST_BYTES


@pytest.fixture
def small_disk(tmp_path):
    """A file system of its own of 300 MB."""
    image, place = tmp_path / "disk", tmp_path / "mounted"
    make, mount, unmount = (shutil.which(name) for name in ("mkfs.ext4", "mount", "umount"))
    if make is None or mount is None or os.geteuid() != 0:
        pytest.skip("needs root and ext4")
    place.mkdir()
    with image.open("wb") as stream:
        stream.truncate(300 * 1024 * 1024)
    subprocess.run([make, "-q", "-m", "0", image], check=True)
    mounted = subprocess.run([mount, "-o", "loop", image, place], check=False)
    if mounted.returncode:
        pytest.skip("needs a loop device")
    yield place
    subprocess.run([unmount, place], check=True)


def filled(folder):
    """Take all space that is left on the disk of a folder."""
    with (folder / "filler").open("wb") as stream:
        size = 64 * 1024 * 1024
        while size > 4096:
            try:
                os.posix_fallocate(stream.fileno(), stream.seek(0, os.SEEK_END), size)
            except OSError:
                size //= 2
    return folder / "filler"


def test_a_disk_that_is_really_full_loses_nothing(small_disk, tmp_path):
    workspace = open_services(small_disk, "correct horse", KdfCost(1, 64, 1)).workspace
    engagement = workspace.create("Asha Trust")
    interview = start_interview(engagement, person=None, role="Clerk").code
    photo = tmp_path / "photo"
    photo.write_bytes(os.urandom(1024 * 1024))
    add_attachment(engagement, photo)
    assert set_reserve_aside(workspace)
    assert not space_state(workspace).low
    filler = filled(small_disk)
    assert space_state(workspace).low
    kept = 0
    with pytest.raises(DiskFull):
        for number in range(10_000):
            engagement.add(Note(text=f"{number} " + os.urandom(4000).hex()))
            kept += 1
    assert not (small_disk / "ballast").exists()
    save_draft(engagement, interview=interview, text="typing goes on")
    photo.write_bytes(os.urandom(17 * 1024 * 1024))
    with pytest.raises(DiskFull):
        add_attachment(engagement, photo)
    filler.unlink()
    add_attachment(engagement, photo)
    assert set_reserve_aside(workspace)
    engagement.close()
    again = workspace.open()
    assert [note.text.split()[0] for note in again.find(Note)] == [str(n) for n in range(kept)]
    assert [draft.text for draft in unfinished(again)] == ["typing goes on"]
    again.close()
