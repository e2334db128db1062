"""The calls that keep others out."""

import pytest

from cxo_desktop.sync import crypto
from cxo_desktop.sync.refusals import Refused


def test_only_the_holder_of_a_key_signs():
    mine, other = crypto.new_device_keys(), crypto.new_device_keys()
    signature = mine.sign(b"words")
    assert crypto.is_signed(mine.public, b"words", signature)
    assert not crypto.is_signed(other.public, b"words", signature)
    assert not crypto.is_signed(mine.public, b"other words", signature)
    assert not crypto.is_signed("no key", b"words", signature)
    assert not crypto.is_signed(mine.public, b"words", b"short")


def test_what_is_sealed_opens_with_its_key_number_and_context_only():
    key = crypto.derived(bytes(32), "a purpose")
    sealed = crypto.seal(key, b"words", b"context", 3)
    assert crypto.unseal(key, sealed, b"context", 3) == b"words"
    for wrong in (
        (crypto.derived(bytes(32), "another"), sealed, b"context", 3),
        (key, sealed, b"another", 3),
        (key, sealed, b"context", 4),
        (key, sealed[:-1], b"context", 3),
        (key, b"", b"context", 3),
    ):
        with pytest.raises(Refused):
            crypto.unseal(*wrong)


def test_keys_are_wrapped_for_those_they_are_for():
    mine, other = crypto.new_device_keys(), crypto.new_device_keys()
    wrapped = crypto.wrap(b"key", [mine.recipient])
    assert crypto.unwrap(wrapped, mine.identity) == b"key"
    with pytest.raises(Refused):
        crypto.unwrap(wrapped, other.identity)
    with pytest.raises(Refused):
        crypto.unwrap(wrapped[:-1], mine.identity)


def test_an_identity_is_told_from_other_words():
    assert crypto.is_identity(crypto.new_device_keys().identity)
    assert not crypto.is_identity("AGE-SECRET-KEY-1XYZ")
