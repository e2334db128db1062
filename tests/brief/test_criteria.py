"""What every brief must be, whatever engagement it is of: the criteria of the house, checked."""

from __future__ import annotations

import html
import re
import unicodedata

import pytest

from cxo_desktop.render.brief_parts import style

DEVANAGARI = "क्षेत्र कार्यकर्ता"
FURNITURE = (45.0, style.PAGE_HEIGHT - 45.0)


def body(letters):
    """Return the letters between header and footer."""
    return [it for it in letters if it.box[1] > FURNITURE[0] and it.box[3] < FURNITURE[1]]


def test_1_it_is_a_sound_file(brief, tmp_path):
    path = tmp_path / "brief.pdf"
    path.write_bytes(brief.content)
    brief.tool("qpdf", "--check", str(path))


def test_2_every_font_is_embedded_a_subset_and_readable(brief, tmp_path):
    path = tmp_path / "brief.pdf"
    path.write_bytes(brief.content)
    rows = brief.tool("pdffonts", str(path)).splitlines()[2:]
    assert rows
    for row in rows:
        assert row.split()[-5:-2] == ["yes", "yes", "yes"], row
    assert b"Helvetica" not in brief.content


def test_3_it_says_what_it_is(brief):
    info = brief.info
    assert all(info[name] for name in ("Title", "Author", "Subject"))
    assert not info["Title"].endswith(".pdf")
    assert b"/DisplayDocTitle true" in brief.content


def test_4_it_says_its_language(brief):
    assert b"/Lang (en)" in brief.content


def test_5_it_is_tagged(brief):
    assert b"/StructTreeRoot" in brief.content
    assert re.search(rb"/MarkInfo\s*<<\s*/Marked true", brief.content) or (
        b"/Marked true" in brief.content
    )
    assert all(tag.kids for tag in brief.tags)


def test_6_its_metadata_agree(brief):
    packet = next(it for it in brief.streams if b"<x:xmpmeta" in it).decode()
    names = {"title": "li", "creator": "li", "description": "li", "language": "li"}
    texts = {
        name: html.unescape(
            re.search(rf"<dc:{name}>.*?<rdf:{inner}[^>]*>(.*?)</rdf:li>", packet)[1]
        )
        for name, inner in names.items()
    }
    info = brief.info
    assert texts == {
        "title": info["Title"],
        "creator": info["Author"],
        "description": info["Subject"],
        "language": "en",
    }


def test_7_one_title_first_and_no_level_skipped(brief):
    roles = [tag.role for page in brief.tags for tag in page.all()]
    headings = [role for role in roles if re.fullmatch("H[1-6]", role)]
    assert headings[0] == "H1"
    assert headings.count("H1") == 1
    assert set(headings) <= {"H1", "H2"}
    assert next(role for role in roles if role not in {"", "Document"}) == "H1"


def test_8_every_figure_is_told_in_words(brief):
    for page in brief.tags:
        for tag in page.all():
            if tag.role == "Figure":
                assert len(tag.alt) >= 40
                assert re.search(r"\d", tag.alt)


def test_9_tables_have_heads_and_whole_rows(brief):
    for page in brief.tags:
        for table in (tag for tag in page.all() if tag.role == "Table"):
            rows = [kid for kid in table.kids if kid.role == "TR"]
            assert {len(row.kids) for row in rows} == {5}
            assert {kid.role for kid in rows[0].kids} == {"TH"}
            assert all({kid.role for kid in row.kids} == {"TD"} for row in rows[1:])


def test_10_whatever_is_drawn_is_tagged_or_an_artifact(brief):
    assert len(brief.contents) == len(brief.pages)
    for content in brief.contents:
        depth = 0
        for operator in re.findall(rb"\b(BDC|BMC|EMC|Tj|TJ)\b", content):
            if operator in {b"BDC", b"BMC"}:
                depth += 1
            elif operator == b"EMC":
                depth -= 1
            else:
                assert depth > 0
            assert depth >= 0
        assert depth == 0


def test_11_the_outline_is_the_headings(brief):
    titles = [title for _, title in brief.outline]
    headings = sum(tag.role in {"H1", "H2"} for page in brief.tags for tag in page.all())
    assert len(titles) == headings
    assert brief.outline[0] == (0, brief.info["Title"])
    folded = re.sub(r"\s", "", brief.text)
    for title in titles:
        assert re.sub(r"\s", "", title) in folded


def test_13_nothing_unreadable_reaches_the_page(brief):
    for letter in brief.text:
        assert unicodedata.category(letter) not in {"Co", "Cs", "Cn"}
        assert letter != "\ufffd"
    assert "nan" not in brief.text.split()
    assert "TODO" not in brief.text


def test_13_no_glyph_is_missing(brief):
    for content in brief.contents:
        # Code 0 of every subset is the empty box.
        assert b"(\\000" not in content
        assert b"\\000)" not in content


def test_14_devanagari_comes_back(briefs, tmp_path):
    paper = briefs("hindi")
    assert DEVANAGARI in paper.text
    assert "आशा सेवा संस्थान" in paper.text
    path = tmp_path / "brief.pdf"
    path.write_bytes(paper.content)
    poppler = " ".join(paper.tool("pdftotext", str(path), "-").split())
    assert DEVANAGARI in poppler
    assert "दो बार लिखी जाती है।" in poppler


def test_15_no_ligatures(brief):
    assert not re.search("[\ufb00-\ufb06]", brief.text)


def test_16_money_is_grouped_in_lakh(briefs):
    assert re.search(r"₹\s1,80,000 once", briefs("sample").text)


def test_17_nothing_is_too_small_to_read(brief):
    sizes = [letter.size for page in brief.letters for letter in page]
    assert min(sizes) >= style.SMALLEST - 0.01
    usual = max(set(sizes), key=sizes.count)
    assert usual >= 7.9


def test_18_few_sizes_and_one_family(brief):
    sizes = {round(letter.size, 1) for page in brief.letters for letter in page}
    assert len(sizes) <= 12
    names = set(re.findall(rb"/BaseFont /[A-Z]{6}\+(\w+)", brief.content))
    assert names <= {b"NotoSans"}


def test_19_nothing_leaves_its_page(brief):
    for (width, height), letters in zip(brief.sizes, brief.letters, strict=True):
        for letter in letters:
            left, bottom, right, top = letter.box
            assert 46 <= left <= right <= width - 46, letter
            assert 20 <= bottom <= top <= height - 20, letter


def test_20_every_page_says_which_it_is(brief):
    for number, text in enumerate(brief.pages, 1):
        assert f"Page {number} of {len(brief.pages)}" in text


def test_21_no_heading_is_left_alone_at_the_foot(brief):
    for letters in brief.letters:
        lowest = min(body(letters), key=lambda it: it.box[1])
        assert lowest.size < style.SUBHEADING.fontSize


def test_22_every_page_but_the_last_is_full(brief):
    for letters in brief.letters[:-1]:
        lowest = min(letter.box[1] for letter in body(letters))
        assert (style.PAGE_HEIGHT - style.TOP - lowest) / style.HEIGHT >= 0.54


def test_23_text_stands_out_from_what_lies_under_it(brief):
    grounds = [(255, 255, 255), (221, 240, 238), (238, 241, 244)]
    soft = {
        (6, 118, 71): (220, 245, 231),
        (138, 75, 8): (253, 240, 208),
        (180, 35, 24): (253, 228, 225),
    }
    for colour in {letter.colour for page in brief.letters for letter in page}:
        for ground in [*grounds[: 1 if colour in soft else 3], soft.get(colour, grounds[0])]:
            assert contrast(colour, ground) >= 4.5, (colour, ground)


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    parts = [
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in colour
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def test_24_no_status_by_colour_alone(briefs):
    text = briefs("sample").text
    assert text.count("strong") >= 5
    assert "contested" in text


def test_25_there_is_no_raster(brief):
    assert b"/Subtype /Image" not in brief.content


def test_26_it_is_small(brief):
    assert len(brief.content) <= 400_000


def test_27_every_page_is_a4(brief):
    for width, height in brief.sizes:
        assert sorted((round(width), round(height))) == [595, 842]


def test_28_the_same_figure_is_the_same_everywhere(briefs):
    text = briefs("sample").text
    ages = re.findall(r"(?:needs|are|What would change the) (\d+ days)", text)
    assert set(ages) == {"26 days"}
    assert len(ages) >= 3
    share = re.findall(r"(\d+ %) of the need", text)
    assert len(set(share)) == 1
    assert f"{share[0]} of the needs" in text


def test_30_the_first_page_asks_with_date_and_owner(briefs):
    page = " ".join(briefs("sample").pages[0].split())
    assert "3 decisions we ask of you" in page
    assert "By 30 January 2027" in page
    assert "Carried by M&E lead" in page


def test_two_builds_are_equal_byte_for_byte(make, dossiers, briefs):
    for name in ("sample", "hindi"):
        assert make(dossiers[name]()).content == briefs(name).content


def test_neighbouring_fills_differ_in_grey():
    filled, outlined = (11, 107, 107), (255, 255, 255)
    assert contrast(filled, outlined) >= 3
    assert contrast((138, 75, 8), outlined) >= 3


@pytest.mark.parametrize("name", ["sample", "hindi"])
def test_31_words_are_shaped_in_the_page_itself(briefs, name):
    # Conjuncts have no character of their own: the subset maps their codes to private ones.
    maps = [it for it in briefs(name).streams if b"beginbfchar" in it]
    assert any(re.search(rb"<(E[0-9A-F]{3}|F[0-8][0-9A-F]{2})>", it) for it in maps)
