"""Work apart sees and changes the same engagement, from another thread, beside a window."""

from concurrent.futures import ThreadPoolExecutor

from cxo_desktop.app.apart import apart
from cxo_desktop.domain.interviews import Note


def test_it_goes_on_beside_the_window(sample, workspace):
    heard = []
    sample.events.subscribe(heard.append)
    before = len(sample.find(Note))
    folder = sample.store.place[0].parent
    with ThreadPoolExecutor(1) as pool:
        code = pool.submit(
            apart, workspace, folder, lambda opened: opened.add(Note(text="apart")).code
        ).result()
    assert heard == []
    assert len(sample.find(Note)) == before + 1
    assert sample.get(Note, code).text == "apart"
