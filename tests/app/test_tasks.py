"""Work stops when it is asked to."""

import pytest

from cxo_desktop.app.tasks import CancelToken
from cxo_desktop.domain.errors import Cancelled


def test_work_goes_on_until_it_is_asked_to_stop():
    token = CancelToken()
    token.check()
    token.cancel()
    assert token.cancelled
    with pytest.raises(Cancelled):
        token.check()
