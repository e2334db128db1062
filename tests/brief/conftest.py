"""Briefs of the sample and of odd engagements, and a way to read them as a reader would."""

from __future__ import annotations

import base64
import ctypes
import re
import shutil
import subprocess
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from cxo_desktop import assets
from cxo_desktop.app.briefs import make_brief
from cxo_desktop.app.tasks import CancelToken
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement, Level
from cxo_desktop.domain.enums import (
    ConsentScope,
    ConsentState,
    FlowMethod,
    Horizon,
    InterviewStatus,
    NodeKind,
    NoteKind,
    WaitModel,
)
from cxo_desktop.domain.findings import Evidence, Finding, Recommendation
from cxo_desktop.domain.interviews import Consent, Interview, Note
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.domain.themes import Theme
from cxo_desktop.exchange.engagement_json import read_dossier

ON = date(2026, 10, 30)
LONG = "The figures that the field sends and the figures that the office counts never agree. " * 30
UNBROKEN = "क्षेत्रकार्यकर्ता" * 60
HOSTILE = (
    "<b>bold</b> & <img src=/etc/passwd> {name} %s None \x00\x1b\ud800 🙂 → ✓ \u202etxt "
    "தமிழ் \ufb01ne 98765 43210"
)


@dataclass
class Letter:
    """One drawn letter: what, how large, where, in which colour."""

    text: str
    size: float
    box: tuple[float, float, float, float]
    colour: tuple[int, int, int]


@dataclass
class Tag:
    """One element of the tree of tags."""

    role: str
    alt: str
    kids: list[Tag] = field(default_factory=list)

    def all(self) -> Iterator[Tag]:
        yield self
        for kid in self.kids:
            yield from kid.all()


class Paper:
    """A PDF as a reader meets it."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page."""
        return self._each(lambda page: page.get_textpage().get_text_range())

    @cached_property
    def text(self) -> str:
        """All text, white space folded."""
        return " ".join(" ".join(self.pages).split())

    @cached_property
    def sizes(self) -> list[tuple[float, float]]:
        """Width and height of each page."""
        return self._each(lambda page: page.get_size())

    @cached_property
    def letters(self) -> list[list[Letter]]:
        """The letters of each page, without white space."""
        return self._each(lambda page: list(_letters(page)))

    @cached_property
    def outline(self) -> list[tuple[int, str]]:
        """The entries of the outline with their level."""
        document = pypdfium2.PdfDocument(self.content)
        try:
            return [(entry.level, entry.get_title()) for entry in document.get_toc()]
        finally:
            document.close()

    @cached_property
    def tags(self) -> list[Tag]:
        """The tree of tags as each page shows it."""
        return self._each(_tags)

    @cached_property
    def info(self) -> dict[str, str]:
        document = pypdfium2.PdfDocument(self.content)
        try:
            return document.get_metadata_dict()
        finally:
            document.close()

    @cached_property
    def streams(self) -> list[bytes]:
        """Every stream of the file, unpacked."""
        found = re.findall(rb"stream\r?\n(.*?)\r?\n?endstream", self.content, re.DOTALL)
        return [_unpacked(stream) for stream in found]

    @property
    def contents(self) -> list[bytes]:
        """The streams that draw pages."""
        return [it for it in self.streams if it.startswith(b"1 0 0 1 0 0 cm")]

    def _each(self, read: Callable):
        document = pypdfium2.PdfDocument(self.content)
        try:
            return [read(page) for page in document]
        finally:
            document.close()

    def tool(self, *command: str) -> str:
        """Return what a system tool says of the file, or skip the test when it is missing."""
        path = shutil.which(command[0])
        if path is None:
            pytest.skip(f"{command[0]} is not installed")
        done = subprocess.run(
            [path, *command[1:]], input=self.content, capture_output=True, check=True
        )
        return done.stdout.decode()


def _unpacked(stream: bytes) -> bytes:
    try:
        if stream.rstrip().endswith(b"~>"):
            stream = base64.a85decode(b"<~" + stream.strip(), adobe=True)
        return zlib.decompress(stream)
    except (ValueError, zlib.error):
        return stream


def _letters(page) -> Iterator[Letter]:
    words = page.get_textpage()
    for at in range(words.count_chars()):
        code = pdfium.FPDFText_GetUnicode(words, at)
        if chr(code).isspace() or code in {0, 0xFFFE}:
            continue
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(words, at, matrix)
        size = pdfium.FPDFText_GetFontSize(words, at) * matrix.d
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        pdfium.FPDFText_GetFillColor(words, at, red, green, blue, alpha)
        colour = (red.value, green.value, blue.value)
        yield Letter(chr(code), size, words.get_charbox(at), colour)


def _tags(page) -> Tag:
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    root = Tag("", "")
    try:
        for at in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            root.kids.append(_tag(pdfium.FPDF_StructTree_GetChildAtIndex(tree, at)))
    finally:
        pdfium.FPDF_StructTree_Close(tree)
    return root


def _tag(element) -> Tag:
    tag = Tag(
        _words(pdfium.FPDF_StructElement_GetType, element),
        _words(pdfium.FPDF_StructElement_GetAltText, element),
    )
    for at in range(pdfium.FPDF_StructElement_CountChildren(element)):
        kid = pdfium.FPDF_StructElement_GetChildAtIndex(element, at)
        if kid:
            tag.kids.append(_tag(kid))
    return tag


def _words(read, element) -> str:
    length = read(element, None, 0)
    if not length:
        return ""
    held = ctypes.create_string_buffer(length)
    read(element, held, length)
    return held.raw[:length].decode("utf-16-le").rstrip("\x00")


def sample() -> Dossier:
    return read_dossier(assets.resource("samples/nandini.json").read_text("utf-8")).dossier


def bare(**fields: object) -> Dossier:
    return Dossier(engagement=Engagement(code="E", **fields))


def heard(dossier: Dossier, count: int, note: Note | None = None) -> Dossier:
    """Return the dossier with so many interviews, each with consent and one note."""
    numbers = range(1, count + 1)
    levels = [Level(code=f"L{n}", name=f"Level {n}", target=2) for n in range(1, 6)]
    note = note or Note(kind=NoteKind.PAIN_POINT, text="It is late.", themes=("T",))
    scopes = (ConsentScope.NOTES, ConsentScope.QUOTE_ANONYMOUS, ConsentScope.SHARE_LEADERSHIP)
    return (
        dossier.with_records(Level, levels)
        .with_records(Theme, [Theme(code="T", label="Late", need_area="data_chain")])
        .with_records(
            Person,
            [Person(code=f"P{n}", role=f"Officer {n}", level=f"L{n % 5 + 1}") for n in numbers],
        )
        .with_records(
            Interview,
            [
                Interview(code=f"I{n}", participants=(f"P{n}",), status=InterviewStatus.DONE, on=ON)
                for n in numbers
            ],
        )
        .with_records(
            Consent,
            [
                Consent(person=f"P{n}", interview=f"I{n}", state=ConsentState.GIVEN, scopes=scopes)
                for n in numbers
            ],
        )
        .with_records(
            Note,
            [replace(note, code=f"N{n}", interview=f"I{n}", person=f"P{n}") for n in numbers],
        )
    )


def with_findings(dossier: Dossier, *statements: str) -> Dossier:
    notes = [note.code for note in dossier.all(Note)]
    findings = [Finding(code=f"F{n}", statement=text) for n, text in enumerate(statements)]
    evidence = [Evidence(finding=it.code, target=note) for it in findings for note in notes]
    steps = [
        Recommendation(
            code=f"R{it.code}",
            statement=it.statement,
            findings=(it.code,),
            horizon=Horizon.NEXT_QUARTER,
        )
        for it in findings
    ]
    return (
        dossier.with_records(Finding, findings)
        .with_records(Evidence, evidence)
        .with_records(Recommendation, steps)
    )


def with_chain(dossier: Dossier, nodes: int, extra: int = 0, name: str = "Place") -> Dossier:
    """Return the dossier with a chain of ``nodes`` in a row and some flows across."""
    places = [
        DataNode(code=f"D{n:02}", name=f"{name} {n}", kind=NodeKind.SPREADSHEET)
        for n in range(nodes)
    ]
    places[0] = replace(places[0], kind=NodeKind.SOURCE_EVENT)
    places[-1] = replace(places[-1], kind=NodeKind.DECISION_POINT)
    pairs = [(n, n + 1) for n in range(nodes - 1)]
    pairs += [(n % (nodes - 1), (n * 7 + 3) % nodes) for n in range(extra)]
    flows = [
        DataFlow(
            code=f"F{number:02}",
            source=f"D{source:02}",
            target=f"D{target:02}",
            method=FlowMethod.COPY_PASTE,
            wait_model=WaitModel.SCHEDULED,
            period_hours=168,
            handling_typical_hours=5,
        )
        for number, (source, target) in enumerate(pairs)
    ]
    return dossier.with_records(DataNode, places).with_records(DataFlow, flows)


def named() -> Dossier:
    """The sample with names for its people, said in every text that is printed."""
    dossier = sample()
    names = [
        PersonName(
            person="P06", full_name="Farida Qureshi", aliases=("Fari",), phone="98450 12345"
        ),
        PersonName(person="P12", full_name="सुनीता पवार", email="sunita@example.org"),
    ]
    said = "Farida  Qureshi (Fari, 98450 12345) and सुनीता पवार (sunita@example.org) said: "
    return replace(
        dossier.with_records(PersonName, names)
        .with_records(
            Finding, [replace(it, statement=said + it.statement) for it in dossier.all(Finding)]
        )
        .with_records(
            Recommendation,
            [replace(it, statement=said + it.statement) for it in dossier.all(Recommendation)],
        )
        .with_records(
            DataNode, [replace(it, name="Farida's " + it.name) for it in dossier.all(DataNode)]
        )
        .with_records(
            Note, [replace(it, text=said[:70] + it.text[:90]) for it in dossier.all(Note)]
        )
        .with_records(
            Level, [replace(it, name=it.name + " with Farida") for it in dossier.all(Level)]
        ),
        engagement=replace(dossier.engagement, first_ask="A dashboard, said Farida Qureshi"),
    )


HINDI = "महीने के अंत में क्षेत्र कार्यकर्ता की गिनती और कार्यालय की रिपोर्ट में राष्ट्रीय अंतर होता है।"
ODD: dict[str, Callable[[], Dossier]] = {
    "sample": sample,
    "names": named,
    "nothing": lambda: bare(organisation="Asha Trust"),
    "no name either": bare,
    "one note": lambda: heard(bare(organisation="Asha Trust"), 1),
    "hindi": lambda: with_chain(
        with_findings(
            heard(
                bare(organisation="आशा सेवा संस्थान", first_ask="हमें डैशबोर्ड चाहिए"),
                9,
                Note(kind=NoteKind.NEED, text=HINDI, verbatim=True, themes=("T",), language="hi"),
            ),
            HINDI,
            "पंजी और ऐप में एक ही बात दो बार लिखी जाती है।",
        ),
        5,
        name="गाँव की पंजी",
    ),
    "long": lambda: with_chain(
        with_findings(heard(bare(organisation=LONG, first_ask=LONG), 12), LONG, UNBROKEN, LONG * 3),
        6,
        name=LONG,
    ),
    "unbroken": lambda: with_findings(
        heard(bare(organisation="x" * 900, first_ask=UNBROKEN), 6), "y" * 900, UNBROKEN
    ),
    "hostile": lambda: with_chain(
        with_findings(heard(bare(organisation=HOSTILE, first_ask=HOSTILE), 4), HOSTILE, HOSTILE),
        4,
        name=HOSTILE,
    ),
    "chain only": lambda: with_chain(bare(organisation="Asha Trust"), 6),
    "long chain": lambda: with_chain(with_findings(heard(bare(), 9), "A", "B"), 40),
    "wide chain": lambda: with_chain(with_findings(heard(bare(), 9), "A", "B"), 18, extra=14),
    "many findings": lambda: with_findings(
        heard(bare(organisation="Asha Trust"), 9),
        *(f"Finding number {n}. {LONG}" for n in range(30)),
    ),
}


@pytest.fixture(scope="session")
def briefs() -> Callable[[str], Paper]:
    """Return the brief of an engagement by its name in ODD, made once."""
    made: dict[str, Paper] = {}

    def of(name: str) -> Paper:
        if name not in made:
            made[name] = paper(ODD[name]())
        return made[name]

    return of


def paper(dossier: Dossier) -> Paper:
    return Paper(make_brief(dossier, on=ON, language="en", token=CancelToken()))


@pytest.fixture(params=list(ODD))
def brief(request: pytest.FixtureRequest, briefs: Callable[[str], Paper]) -> Paper:
    """Each brief in turn."""
    return briefs(request.param)


@pytest.fixture
def make() -> Callable[[Dossier], Paper]:
    """Make the brief of a dossier."""
    return paper


@pytest.fixture
def dossiers() -> dict[str, Callable[[], Dossier]]:
    """How each engagement is made."""
    return ODD
