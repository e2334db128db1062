"""What is brought from a visit is kept encrypted, without its place, and comes back whole."""

import io

import pytest
from PIL import Image

from cxo_desktop.app import attachments
from cxo_desktop.app.attachments import Belongs, TooLarge
from cxo_desktop.domain.attachments import Attachment, AttachmentKind
from cxo_desktop.domain.errors import Damaged, InputRefused


def photo_file(folder, name="Sunita's desk.jpg"):
    exif = Image.Exif()
    exif.get_ifd(0x8825)[2] = (18.0, 31.0, 12.5)
    Image.new("RGB", (640, 480), "teal").save(folder / name, "JPEG", exif=exif)
    return folder / name


def test_a_photo_is_kept_without_its_place(empty, tmp_path):
    path = photo_file(tmp_path)
    kept = attachments.add_attachment(empty, path, Belongs(interview="I1", person="P1"))
    assert (kept.kind, kept.media_type, kept.name) == ("photo", "image/jpeg", "Sunita's desk.jpg")
    assert (kept.interview, kept.person) == ("I1", "P1")
    content = attachments.read_attachment(empty, kept)
    assert not Image.open(io.BytesIO(content)).getexif().get_ifd(0x8825)
    assert kept.size == len(content)
    assert path.is_file()


def test_the_place_is_kept_on_purpose_only(empty, tmp_path):
    path = photo_file(tmp_path)
    kept = attachments.add_attachment(empty, path, keep_position=True)
    assert kept.with_position
    assert attachments.read_attachment(empty, kept) == path.read_bytes()


def test_files_and_recordings_come_back_to_the_byte(empty, tmp_path):
    (tmp_path / "a.mp3").write_bytes(bytes(range(256)) * 4000)
    (tmp_path / "b").write_bytes(b"")
    audio = attachments.add_attachment(empty, tmp_path / "a.mp3")
    other = attachments.add_attachment(empty, tmp_path / "b")
    assert (audio.kind, other.kind) == (AttachmentKind.AUDIO, AttachmentKind.FILE)
    assert attachments.read_attachment(empty, audio) == bytes(range(256)) * 4000
    assert attachments.read_attachment(empty, other) == b""


def test_a_large_file_is_asked_about_first(empty, tmp_path, monkeypatch):
    monkeypatch.setattr(attachments, "LARGE_BYTES", 1024 * 1024)
    (tmp_path / "film").write_bytes(bytes(3 * 1024 * 1024))
    with pytest.raises(TooLarge, match="3 MB") as asked:
        attachments.add_attachment(empty, tmp_path / "film")
    assert asked.value.size == 3 * 1024 * 1024
    assert empty.find(Attachment) == ()
    attachments.add_attachment(empty, tmp_path / "film", allow_large=True)
    assert len(empty.find(Attachment)) == 1


def test_what_cannot_be_read_or_cleaned_leaves_nothing(empty, tmp_path):
    (tmp_path / "raw.tif").write_bytes(b"II*\0 with a place in it")
    for name in ("raw.tif", "nowhere.jpg"):
        with pytest.raises(InputRefused):
            attachments.add_attachment(empty, tmp_path / name)
    assert empty.store.blobs.names() == ()


def test_a_row_that_is_not_kept_leaves_no_content(empty, tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"content")
    monkeypatch.setattr(empty, "add", lambda record: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        attachments.add_attachment(empty, tmp_path / "a")
    assert empty.store.blobs.names() == ()


def test_a_small_picture_is_made_once_and_kept_inside_the_store(empty, tmp_path, workspace):
    kept = attachments.add_attachment(empty, photo_file(tmp_path))
    made = attachments.thumbnail(empty, kept)
    assert Image.open(io.BytesIO(made)).size == (256, 192)
    assert empty.store.blobs.get(f"{kept.digest}-256") == made
    assert not any(
        path.read_bytes().startswith(b"\x89PNG")
        for path in workspace.path.rglob("*")
        if path.is_file()
    )
    assert attachments.thumbnail(empty, kept) == made


def test_what_is_no_picture_has_no_small_one(empty, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"words")
    (tmp_path / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\0IEND1234")
    for name in ("a.txt", "b.png"):
        kept = attachments.add_attachment(empty, tmp_path / name)
        assert attachments.thumbnail(empty, kept) is None


def test_a_removed_one_is_brought_back_with_its_content(empty, tmp_path):
    (tmp_path / "a").write_bytes(b"content")
    kept = attachments.add_attachment(empty, tmp_path / "a")
    attachments.remove_attachment(empty, kept)
    assert empty.find(Attachment) == ()
    empty.store.history.undo()
    assert attachments.read_attachment(empty, empty.find(Attachment)[0]) == b"content"


def test_a_lost_content_is_told(empty, tmp_path):
    (tmp_path / "a").write_bytes(b"content")
    kept = attachments.add_attachment(empty, tmp_path / "a")
    empty.store.blobs.remove(kept.digest)
    with pytest.raises(Damaged, match="missing"):
        attachments.read_attachment(empty, kept)
