"""The brief from the command line."""


def test_a_brief_is_written_with_the_date_asked_for(sample_cxo, tmp_path):
    path = tmp_path / "brief.pdf"
    sample_cxo("brief", "-o", path, "--date", "2026-11-01")
    assert path.read_bytes().startswith(b"%PDF")
    again = tmp_path / "again.pdf"
    sample_cxo("brief", "-o", again, "--date", "2026-11-01")
    assert again.read_bytes() == path.read_bytes()


def test_a_date_that_is_none_is_refused(sample_cxo, tmp_path):
    sample_cxo("brief", "-o", tmp_path / "brief.pdf", "--date", "soon", expect=2)
    assert not (tmp_path / "brief.pdf").exists()
