"""A comment stands behind its part of the map, as one's own reading, with its evidence."""

from cxo_desktop.app.map_comments import comment
from cxo_desktop.app.maps import draw_map
from cxo_desktop.domain.interviews import Note


def test_a_comment_is_a_note_behind_the_box_with_what_it_rests_on(sample):
    known = sample.dossier().all(Note)[0].code
    before = {box.code: box.tip for box in draw_map(sample.dossier(), "PM1").boxes}
    code = comment(sample, "PM1", "s9", f"Could go straight in, see {known} and N9999")
    note = sample.get(Note, code)
    assert note.refs == ("PM1/s9", known)
    assert note.own_reading
    drawn = {box.code: box for box in draw_map(sample.dossier(), "PM1").boxes}
    assert drawn.keys() == before.keys()
    assert [badge for badge in drawn["s9"].badges if "note" in badge.line.text]
