"""From a dossier to a file: composed, set, written whole, stopped when asked."""

from dataclasses import fields, is_dataclass
from datetime import date

import pytest

from cxo_desktop import assets
from cxo_desktop.app.briefs import compose, make_brief, write_brief
from cxo_desktop.app.tasks import CancelToken
from cxo_desktop.domain.engagement import Consultant
from cxo_desktop.domain.errors import Cancelled, InputRefused
from cxo_desktop.exchange.engagement_json import read_dossier

ON = date(2026, 10, 30)


@pytest.fixture(scope="module")
def sample():
    return read_dossier(assets.resource("samples/nandini.json").read_text("utf-8")).dossier


def test_a_brief_is_a_pdf_with_progress_up_to_the_end(sample):
    heard = []
    pdf = make_brief(
        sample,
        on=ON,
        language="en",
        token=CancelToken(),
        progress=lambda share, words: heard.append((share, words)),
    )
    assert pdf.startswith(b"%PDF-1.7")
    shares = [share for share, _ in heard]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] == 1
    assert all(words for _, words in heard)


def test_it_is_written_whole(sample, tmp_path):
    path = tmp_path / "new" / "brief.pdf"
    write_brief(sample, path, on=ON, language="en", token=CancelToken())
    assert path.read_bytes().endswith(b"%%EOF\n")
    assert [it.name for it in path.parent.iterdir()] == ["brief.pdf"]


def test_stopped_it_leaves_the_old_file_alone(sample, tmp_path):
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"old")
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        write_brief(sample, path, on=ON, language="en", token=token)
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize("stop_at", [0.0, 0.3, 0.7])
def test_it_can_be_stopped_at_every_step(sample, stop_at):
    token = CancelToken()

    def progress(share, _words):
        if share >= stop_at:
            token.cancel()

    with pytest.raises(Cancelled):
        make_brief(sample, on=ON, language="en", token=token, progress=progress)


def test_a_language_without_words_is_refused(sample):
    with pytest.raises(InputRefused, match="cannot be written in “hi” yet"):
        compose(sample, on=ON, language="hi", token=CancelToken())


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item)
    elif is_dataclass(value):
        for item in fields(value):
            yield from strings(getattr(value, item.name))


def test_every_text_of_a_brief_is_ready_to_print(sample):
    brief = compose(sample, on=ON, language="en", token=CancelToken())
    texts = list(strings(brief))
    assert len(texts) > 100
    for text in texts:
        assert "{" not in text or text in {brief.page_words, brief.findings.evidence_words}
        assert "None" not in text


def test_the_author_is_a_role(sample):
    brief = compose(sample, on=ON, language="en", token=CancelToken())
    assert brief.author == "Fractional CxO (data and technology)"
    nobody = compose(sample.with_records(Consultant, ()), on=ON, language="en", token=CancelToken())
    assert nobody.author == "Fractional CxO"
