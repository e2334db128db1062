from __future__ import annotations

import pytest

from cxo_desktop.domain.errors import CxoError, Damaged, InputRefused, Locked, NotFound


@pytest.mark.parametrize(
    ("kind", "exit_code"), [(InputRefused, 3), (NotFound, 4), (Locked, 5), (Damaged, 7)]
)
def test_an_error_says_what_why_and_what_to_do(kind, exit_code):
    error = kind("It was not read.", "It is empty.", "Choose another.")
    assert isinstance(error, CxoError)
    assert error.exit_code == exit_code
    assert str(error) == "It was not read. It is empty. Choose another."
    assert (error.what, error.why, error.remedy) == (
        "It was not read.",
        "It is empty.",
        "Choose another.",
    )
