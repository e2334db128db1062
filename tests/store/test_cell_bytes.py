"""What the change log keeps of a change comes back, whichever version kept it."""

import zlib
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop import assets
from cxo_desktop.store.cell_bytes import pack, unpack

CELLS = st.dictionaries(
    st.text(max_size=8),
    st.none() | st.integers(-(2**60), 2**60) | st.floats(allow_nan=False) | st.text(max_size=300),
)
NOTE = {"code": "N-1", "kind": "pain_point", "text": "हम हर महीने रजिस्टर से शीट में दो बार लिखते हैं"}


@given(CELLS)
def test_packed_cells_come_back(cells):
    assert unpack(pack(cells)) == cells


def test_a_removal_packs_to_nothing():
    assert unpack(pack(None)) is None


def test_a_line_of_words_is_half_as_long():
    assert len(pack(NOTE)) < len(str(NOTE).encode()) / 2


def test_what_earlier_versions_kept_is_read():
    plain = b'{"text":"said","minutes":5}'
    assert unpack(b"\x00" + plain) == {"text": "said", "minutes": 5}
    assert unpack(b"\x01" + zlib.compress(plain)) == {"text": "said", "minutes": 5}


def test_the_words_known_beforehand_stay_as_released():
    words = assets.resource("words/change-log-1.txt").read_bytes()
    assert sha256(words).hexdigest() == (
        "282451210357a43f487a6c33ced7d093b3666d5c8725d4f7457158df7f5291b4"
    ), "every log written with these words would be lost: add another file instead"
