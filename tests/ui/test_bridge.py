"""One change is one signal, and none after closing."""

from cxo_desktop.app.events import Changed, Events
from cxo_desktop.ui.bridge import EventBridge


def test_each_change_is_told_once_until_it_is_closed(app):
    events, seen = Events(), []
    bridge = EventBridge(events)
    bridge.changed.connect(seen.append)
    change = Changed("ENG-1", frozenset({"note"}))
    events.publish(change)
    assert seen == [change]
    bridge.close()
    events.publish(change)
    assert seen == [change]
