"""Maps are written by the ending of the file."""

import pytest

from cxo_desktop.app.map_files import ENDINGS, export_map, write_map
from cxo_desktop.app.maps import draw_map
from cxo_desktop.domain.errors import InputRefused


def test_a_map_is_written_by_its_ending(sample, tmp_path):
    drawing = draw_map(sample.dossier(), "S2")
    write_map(drawing, tmp_path / "map.svg")
    write_map(drawing, tmp_path / "map.png")
    write_map(drawing, tmp_path / "map.pdf")
    assert (tmp_path / "map.svg").read_text(encoding="utf-8").count("CommCare case") > 0
    assert (tmp_path / "map.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(InputRefused, match=r"\.svg"):
        write_map(drawing, tmp_path / "map.doc")
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG")
    assert not (tmp_path / "map.doc").exists()


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("code", ["chain", "S2", "PM1"])
def test_every_map_goes_out_in_every_form(sample, tmp_path, code, ending):
    path = tmp_path / f"map{ending}"
    export_map(sample.dossier(), code, path)
    content = path.read_bytes()
    assert len(content) > 500
    if ending not in {".png", ".pdf"}:
        assert "CommCare" in content.decode()
