"""Who asks is admitted by six words; who shares can be removed, once asked twice."""

from cxo_desktop.app import sharing
from tests.ui.sharing import another, exchanged, settled


def test_a_laptop_that_asks_is_admitted_by_its_six_words(pair, shared, qtbot, tmp_path):
    page = shared.pages["sync"]
    third = another(tmp_path)
    words = sharing.request(third.workspace, str(pair.place), "Meena")
    exchanged(qtbot, shared)
    assert shared.top.share.text() == "Somebody asks to join"
    page.show_matter("laptops")
    section = page.sections["laptops"]
    assert section.words.text == words
    section.admit.click()
    settled(qtbot, page.work)
    qtbot.waitUntil(lambda: not page.work.now.asking, timeout=10_000)
    assert [one.name for one in page.work.now.status.laptops] == ["Asha", "Meena", "Ravi"]
    section.list.select(f"laptop:{page.work.now.status.laptops[2].device}")
    section.remove.click()
    assert "reads nothing" in section.warning.text()
    section.remove.click()
    settled(qtbot, page.work)
    assert [one.removed for one in page.work.now.status.laptops] == [False, False, True]
