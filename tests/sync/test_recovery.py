"""The printed key lets a laptop in when no other is left."""

import pytest

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.sync.crypto import new_device_keys
from cxo_desktop.sync.mirror import mirror_files
from cxo_desktop.sync.recovery import from_paper, recover, to_paper
from tests.sync.laptops import Laptop


def test_what_is_printed_can_be_typed_with_spaces_and_small_letters():
    keys = new_device_keys()
    paper = to_paper(keys)
    assert from_paper(paper) == keys
    assert from_paper(f" {paper[:20].lower()} {paper[20:]}\n") == keys


@pytest.mark.parametrize("paper", ["", "1ABC-00", "no key at all", "-"])
def test_other_words_are_refused(paper):
    with pytest.raises(InputRefused):
        from_paper(paper)


def test_a_new_laptop_reads_all_by_the_key_and_no_other(share):
    asha = Laptop("Asha", share)
    paper = asha.found()
    note = asha.note("a")
    asha.sync()
    asha.store.close()
    late = Laptop("New", share)
    late.ask()
    with pytest.raises(InputRefused):
        recover(late.local, late.share, to_paper(new_device_keys()), "New")
    recover(late.local, late.share, paper, "New")
    mirror_files(late.local, late.share)
    assert late.sync().admitted
    assert late.get(note)
    late.note("b")
    assert late.sync().sent == 1
    late.store.close()
