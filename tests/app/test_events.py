"""Listeners hear each change in turn, and may leave while they are told."""

from cxo_desktop.app.events import Changed, Events

CHANGED = Changed("E1", frozenset({"note"}))


def test_all_hear_in_the_order_in_which_they_came():
    events, heard = Events(), []
    events.subscribe(lambda _changed: heard.append("first"))
    events.subscribe(lambda _changed: heard.append("second"))
    events.publish(CHANGED)
    assert heard == ["first", "second"]


def test_one_may_leave_while_it_is_told():
    events, heard = Events(), []

    def once(changed):
        heard.append(changed)
        leave()

    leave = events.subscribe(once)
    events.subscribe(heard.append)
    events.publish(CHANGED)
    events.publish(CHANGED)
    assert heard == [CHANGED] * 3
