"""From page to page and back, with what was selected; nothing stays of pages taken down."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.ui.page import Page
from cxo_desktop.ui.page_stack import PageStack


class Notebook(Page):
    selected = ""
    saved = 0

    def refresh(self):
        pass

    def where(self):
        return self.selected

    def go_back_to(self, where):
        self.selected = where

    def before_lock(self):
        self.saved += 1


@pytest.fixture
def stack(window, qtbot):
    stack = PageStack({key: lambda: Notebook(window.desk) for key in "abc"})
    qtbot.addWidget(stack)
    stack.put_up()
    stack.go_to("a")
    return stack


def test_back_and_forward_keep_what_was_selected(stack):
    stack.pages["a"].selected = "N1"
    stack.go_to("b")
    stack.pages["b"].selected = "N2"
    stack.go_to("c")
    stack.go_back()
    assert stack.key == "b"
    stack.go_back()
    stack.pages["a"].selected = "other"
    stack.go_forward()
    stack.go_back()
    assert (stack.key, stack.pages["a"].selected) == ("a", "other")
    stack.go_forward()
    assert (stack.key, stack.pages["b"].selected) == ("b", "N2")


def test_there_is_nothing_behind_the_first_page(stack):
    stack.go_back()
    assert stack.key == "a"
    stack.go_to("b")
    stack.go_forward()
    assert stack.key == "b"


def test_a_new_way_ends_the_one_ahead(stack):
    stack.go_to("b")
    stack.go_back()
    stack.go_to("c")
    stack.go_forward()
    assert stack.key == "c"


def test_the_page_before_again_and_again(stack):
    stack.go_to("b")
    stack.go_to("c")
    stack.go_to_last()
    assert stack.key == "b"
    stack.go_to_last()
    assert stack.key == "c"


def test_a_page_is_made_when_it_is_asked_for(stack):
    new = []
    stack.made.connect(new.append)
    assert list(stack.pages.made) == ["a"]
    stack.go_to("c")
    assert list(stack.pages.made) == ["a", "c"]
    assert new == [stack.pages["c"]]
    assert stack.make_next()
    assert not stack.make_next()
    assert stack.count() == len(stack.pages) == 3


def test_every_page_that_is_there_saves_what_is_typed(stack):
    stack.go_to("b")
    stack.before_lock()
    assert {key: page.saved for key, page in stack.pages.made.items()} == {"a": 1, "b": 1}
    stack.pages["b"].before_lock = lambda: (_ for _ in ()).throw(InputRefused("a", "b", "c"))
    with pytest.raises(InputRefused):
        stack.before_lock()


def test_pages_come_back_as_new_ones(stack):
    first = stack.pages["a"]
    stack.go_to("b")
    stack.take_down()
    assert (stack.pages, stack.count(), stack.page) == ({}, 0, None)
    stack.put_up()
    stack.go_to("a")
    assert stack.pages["a"] is not first
    stack.go_back()
    assert stack.key == "b"
    stack.go_back()
    assert stack.key == "b"


def test_keys_go_back_and_forward(window):
    window.go_to("home")
    window.go_to("maps")
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.stack.key == "home"
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.stack.key == "maps"
    assert window.rail.findChildren(type(window.top.engagement))[3].isChecked()
