"""Tell whoever listens that something in an engagement has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed: the engagement's code and the tables that were written."""

    engagement: str
    kinds: frozenset[str]


Listener = Callable[[Changed], None]


class Events:
    """Hand each change, after its commit, to all who subscribed."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` at each change; the function returned ends that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def publish(self, changed: Changed) -> None:
        """Tell all listeners, in the order in which they subscribed."""
        for listener in tuple(self._listeners):
            listener(changed)
