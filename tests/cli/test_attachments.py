"""Attachments from the command line: in, listed, and out again to the byte."""

from tests.app.test_attachments import photo_file


def test_a_file_goes_in_and_comes_out_as_it_was(sample_cxo, tmp_path):
    (tmp_path / "visit.mp3").write_bytes(b"a recording" * 1000)
    kept = sample_cxo.json("attachment", "add", tmp_path / "visit.mp3", "--interview", "I01")
    assert (kept["name"], kept["kind"], kept["interview"]) == ("visit.mp3", "audio", "I01")
    assert sample_cxo.json("attachment", "list") == [kept]
    sample_cxo("attachment", "get", kept["id"], "-o", tmp_path / "again.mp3")
    assert (tmp_path / "again.mp3").read_bytes() == (tmp_path / "visit.mp3").read_bytes()


def test_a_photo_comes_out_without_its_place(sample_cxo, tmp_path):
    path = photo_file(tmp_path, "desk.jpg")
    for number, words in enumerate(([], ["--keep-position"])):
        code = sample_cxo("attachment", "add", path, *words).stdout.strip()
        out = tmp_path / f"{number}.jpg"
        sample_cxo("attachment", "get", code, "-o", out)
        assert (out.read_bytes() == path.read_bytes()) is bool(words)


def test_a_large_file_is_taken_in_only_when_that_is_said(sample_cxo, tmp_path):
    with (tmp_path / "film").open("wb") as stream:
        stream.truncate(26 * 1024 * 1024)
    refused = sample_cxo("attachment", "add", tmp_path / "film", expect=3)
    assert "26 MB" in refused.stderr
    assert "--large" in refused.stderr
    assert sample_cxo.json("attachment", "list") == []
    assert sample_cxo.json("attachment", "add", tmp_path / "film", "--large")["kind"] == "file"


def test_what_is_not_there_is_told(sample_cxo, tmp_path):
    gone = sample_cxo("attachment", "get", "ATT-1", "-o", tmp_path / "x", expect=4)
    assert "ATT-1" in gone.stderr
    sample_cxo("attachment", "add", tmp_path / "nowhere", expect=3)


def test_an_owner_that_is_not_there_is_refused(sample_cxo, tmp_path):
    (tmp_path / "list.txt").write_bytes(b"a list")
    owners = [("--interview", "I404"), ("--note", "N404"), ("--person", "P404")]
    for option, code in owners:
        refused = sample_cxo("attachment", "add", tmp_path / "list.txt", option, code, expect=4)
        assert code in refused.stderr
    assert sample_cxo.json("attachment", "list") == []
