from __future__ import annotations

import os

import pytest

from cxo_desktop.app import text_files
from cxo_desktop.app.text_files import find_texts, read_bytes
from cxo_desktop.domain.errors import InputRefused


def put(folder, *names, content=b"Words."):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def test_a_folder_is_read_with_all_below_it_in_order(tmp_path):
    put(tmp_path, "visit 10.md", "visit 2.TXT", "ward/a.markdown", ".hidden.md", ".git/x.txt")
    put(tmp_path, "2026-06-03.txt")
    put(tmp_path, "Thumbs.db", "~$visit.md", content=b"\x00")
    found = find_texts([tmp_path])
    assert [text.name for text in found.texts] == [
        "2026-06-03.txt",
        "visit 2.TXT",
        "visit 10.md",
        "ward/a.markdown",
    ]
    assert found.left_aside == ()


def test_other_readable_files_are_left_aside_and_named(tmp_path):
    put(tmp_path, "a.md", "table.csv", "noending")
    assert find_texts([tmp_path]).left_aside == ("noending", "table.csv")


def test_a_file_is_read_whatever_it_is_called(tmp_path):
    put(tmp_path, "NOTES")
    (text,) = find_texts([tmp_path / "NOTES"]).texts
    assert (text.name, read_bytes(text.name, text.path)) == ("NOTES", b"Words.")


def test_a_file_named_twice_is_read_once(tmp_path):
    put(tmp_path, "ward/a.md")
    found = find_texts([tmp_path, tmp_path / "ward" / "a.md", tmp_path / "ward"])
    assert [text.name for text in found.texts] == ["ward/a.md"]


def test_files_called_alike_carry_their_folder(tmp_path):
    put(tmp_path, "one/a.md", "two/a.md")
    found = find_texts([tmp_path / "one", tmp_path / "two"])
    assert [text.name for text in found.texts] == ["one/a.md", "two/a.md"]


def test_a_picture_among_the_notes_is_refused(tmp_path):
    put(tmp_path, "a.md")
    put(tmp_path, "photo.jpg", content=b"\xff\xd8\xff\xe0\x00\x10JFIF")
    with pytest.raises(InputRefused, match=r"photo\.jpg"):
        find_texts([tmp_path])


def test_a_folder_without_texts_is_refused(tmp_path):
    put(tmp_path, "table.csv")
    with pytest.raises(InputRefused, match="no text files"):
        find_texts([tmp_path])


def test_what_is_not_there_or_no_file_is_refused(tmp_path):
    with pytest.raises(InputRefused, match="cannot be read"):
        find_texts([tmp_path / "missing.md"])
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(InputRefused, match="neither a file nor a folder"):
        find_texts([tmp_path / "pipe.md"])
    with pytest.raises(InputRefused, match="neither a file nor a folder"):
        find_texts([tmp_path])


def test_what_may_not_be_read_is_refused(tmp_path):
    put(tmp_path, "a.md")
    (tmp_path / "a.md").unlink()
    with pytest.raises(InputRefused, match=r"a\.md .* cannot be read"):
        read_bytes("a.md", tmp_path / "a.md")


def test_a_folder_of_too_many_files_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(text_files, "MOST_FILES", 2)
    put(tmp_path, "a.md", "b.md")
    assert len(find_texts([tmp_path]).texts) == 2
    put(tmp_path, "c.md")
    with pytest.raises(InputRefused, match="more than 2 files"):
        find_texts([tmp_path])


def test_a_name_that_is_no_text_is_shown_readably(tmp_path):
    path = os.fsencode(tmp_path) + b"/visit\xff.md"
    with open(path, "wb") as stream:  # noqa: PTH123 - a name that is no text has no Path literal
        stream.write(b"Words.")
    (text,) = find_texts([tmp_path]).texts
    assert text.name == "visit\ufffd.md"
    assert read_bytes(text.name, text.path) == b"Words."
