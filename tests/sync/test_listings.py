"""A folder is asked for once, and known again when nothing in it changed."""

from cxo_desktop.sync.listings import Listings


def test_a_folder_is_in_order_until_anything_in_it_changes(two):
    asha, _ravi = two
    folder = f"seg/{asha.local.device}"
    first = Listings(asha.local, asha.share)
    first.note_order(folder)
    assert Listings(asha.local, asha.share).in_order(folder)
    asha.share.put_new(f"{folder}/more", b"x")
    assert first.in_order(folder)
    assert not Listings(asha.local, asha.share).in_order(folder)
    first.forget(folder)
    assert not first.in_order(folder)
