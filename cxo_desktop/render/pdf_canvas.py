"""A ReportLab canvas for documents one can trust: tagged, dated, reproducible, all fonts inside."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any, BinaryIO
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from cxo_desktop.render import pdf_fonts
from cxo_desktop.render.pdf_tags import Element, TagTree

PRODUCER = "CxO Desktop"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{on}T00:00:00+00:00</xmp:CreateDate>
<xmp:ModifyDate>{on}T00:00:00+00:00</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True)
class About:
    """What a document says of itself; the same words in its info and its XMP."""

    title: str
    author: str
    subject: str
    language: str
    on: date


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """A4 pages whose content is either tagged or an artifact; two builds are byte for byte equal.

    Whatever is drawn must stand inside ``tagged`` or ``artifact``.
    """

    def __init__(self, stream: BinaryIO, about: About) -> None:
        pdf_fonts.register()
        super().__init__(
            stream,
            pagesize=A4,
            invariant=1,
            pageCompression=1,
            pdfVersion=(1, 7),
            lang=about.language,
            initialFontName=pdf_fonts.REGULAR,
        )
        self.about = about
        self.tags = TagTree()
        self._page_objects: list[Any] = []
        self._headings = 0
        stamp = self._doc._timeStamp  # noqa: SLF001 - the only way to give a document its date
        stamp.YMDhms = (about.on.year, about.on.month, about.on.day, 0, 0, 0)
        self.setTitle(about.title)
        self.setAuthor(about.author)
        self.setSubject(about.subject)
        self.setCreator(PRODUCER)
        self.setProducer(PRODUCER)
        self.setViewerPreference("DisplayDocTitle", "true")

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height of the present page in points."""
        return self._pagesize[0], self._pagesize[1]

    @contextmanager
    def tagged(self, element: Element) -> Iterator[None]:
        """Draw as a part of ``element``, which is in the tree already."""
        number = self.tags.mark(element, self.getPageNumber())
        self._code.append(f"/{element.role} <</MCID {number}>> BDC")
        yield
        self._code.append("EMC")

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """Draw what is decoration ("Layout") or page furniture ("Pagination")."""
        self._code.append(f"/Artifact <</Type /{kind}>> BDC")
        yield
        self._code.append("EMC")

    def heading(self, words: str, level: int) -> None:
        """Put a heading at the present page into the outline; level 0 is the document's title."""
        self._headings += 1
        key = f"heading-{self._headings}"
        self.bookmarkPage(key)
        self.addOutlineEntry(words, key, level, 0)

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """End the page; give it its place in the tree of tags."""
        number = self.getPageNumber()
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.Tabs = pdfdoc.PDFName("S")
        page.StructParents = number - 1 if self.tags.has(number) else None
        self._page_objects.append(page)

    def save(self) -> None:
        """Write the document with its tree of tags, its metadata."""
        if self._code:
            self.showPage()
        catalog = self._doc.Catalog
        catalog.StructTreeRoot = self.tags.write(self._doc, self._page_objects)
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        catalog.Metadata = pdfdoc.XMP(creator=lambda _document: self._xmp())
        super().save()

    def _xmp(self) -> bytes:
        about = self.about
        return _XMP.format(
            title=escape(about.title),
            author=escape(about.author),
            subject=escape(about.subject),
            language=escape(about.language),
            producer=PRODUCER,
            on=about.on.isoformat(),
        ).encode()
