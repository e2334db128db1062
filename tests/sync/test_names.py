"""Names on a share."""

import pytest

from cxo_desktop.sync import names

SHA = "0123456789abcdef" * 4


def test_what_is_named_is_recognised():
    said = names.segment_of(names.segment("d" * 16, 7, SHA).rsplit("/", 1)[-1])
    assert said == names.SegmentName(7, 7, SHA[:16])
    said = names.segment_of(names.pack("d" * 16, 7, 9, SHA).rsplit("/", 1)[-1])
    assert (said.first, said.last, said.packed) == (7, 9, True)
    assert names.space_of(names.space_folder("ab" * 8)) == "ab" * 8


@pytest.mark.parametrize(
    "name", ["Thumbs.db", ".x.tmp", "00000007.0123456789abcdef (conflicted copy).seg", "7.a.seg"]
)
def test_other_names_say_nothing(name):
    assert names.segment_of(name) is None
    assert names.space_of(name) is None


def test_names_are_short_lower_case_and_free_of_what_systems_refuse():
    made = [
        names.segment("d" * 16, 99_999_999, SHA),
        names.pack("d" * 16, 1, 99_999_999, SHA),
        names.member(1, "d" * 16, SHA),
        names.keys(1, SHA),
        names.request("d" * 16, SHA),
        f"{names.content_folder(SHA)}/{names.content_piece(SHA, 0, 9999, 128)}",
    ]
    for name in made:
        path = f"{names.space_folder('ab' * 8)}/{name}"
        assert path == path.lower()
        assert not set(path) & set(':*?"<>| ')
        assert len(path) <= 120
