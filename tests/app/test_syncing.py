"""Every reason for not taking a file is told in words that say what to do or expect."""

import pytest

from cxo_desktop.app.syncing import reason_in_words
from cxo_desktop.sync.refusals import Reason


@pytest.mark.parametrize("reason", Reason)
def test_a_reason_is_a_sentence_with_the_file_in_it(reason):
    words = reason_in_words(reason, "seg/abc/00000001.seg#")
    assert "seg/abc/00000001.seg" in words
    assert "#" not in words
    assert words.endswith(".")
