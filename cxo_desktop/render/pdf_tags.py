"""The reading order of a PDF: a tree of headings, paragraphs, figures and tables.

ReportLab 5.1 writes no tags; this keeps the tree while pages are drawn and turns it into the
document's StructTreeRoot (ISO 32000-1, 14.7). Whatever is not in the tree is an artifact.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase import pdfdoc


@dataclass(slots=True, eq=False)
class Element:
    """One element of the tree, such as ``H1`` or ``Figure``; ``alt`` says a figure in words.

    ``scope`` is "Row" or "Column" for a head of a table. ``marks`` are pairs of page (from 1)
    and number on that page; children and marks keep their order in ``kids``.
    """

    role: str
    alt: str = ""
    scope: str = ""
    language: str = ""
    kids: list[Element | tuple[int, int]] = field(default_factory=list)

    def add(self, child: Element) -> Element:
        """Append a child and return it."""
        self.kids.append(child)
        return child


class TagTree:
    """The tree of one document and which mark on which page belongs to which element."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self._pages: dict[int, list[Element]] = {}

    def mark(self, element: Element, page: int) -> int:
        """Return the number under which content on ``page`` belongs to ``element``."""
        marked = self._pages.setdefault(page, [])
        element.kids.append((page, len(marked)))
        marked.append(element)
        return len(marked) - 1

    def has(self, page: int) -> bool:
        """Tell whether anything of a page is in the tree."""
        return page in self._pages

    def write(self, document: Any, pages: list[Any]) -> Any:
        """Return a reference to the StructTreeRoot, made in ``document`` over its page objects."""
        root = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("StructTreeRoot")})
        reference = document.Reference(root, "StructTreeRoot")
        written: dict[int, Any] = {}
        root["K"] = _write(self.root, reference, document, pages, written)
        numbers: list[Any] = []
        for page in sorted(self._pages):
            elements = [written[id(element)] for element in self._pages[page]]
            numbers += [page - 1, pdfdoc.PDFArray(elements)]
        tree = pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray(numbers)})
        root["ParentTree"] = document.Reference(tree)
        root["ParentTreeNextKey"] = len(pages)
        return reference


def _write(
    element: Element, parent: Any, document: Any, pages: list[Any], written: dict[int, Any]
) -> Any:
    entry = pdfdoc.PDFDictionary(
        {"Type": pdfdoc.PDFName("StructElem"), "S": pdfdoc.PDFName(element.role), "P": parent}
    )
    reference = written[id(element)] = document.Reference(entry)
    kids: list[Any] = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(_write(kid, reference, document, pages, written))
        else:
            kids.append(_mark(kid, document, pages))
    entry["K"] = pdfdoc.PDFArray(kids)
    if element.alt:
        entry["Alt"] = pdfdoc.PDFString(element.alt)
    if element.language:
        entry["Lang"] = pdfdoc.PDFString(element.language)
    if element.scope:
        entry["A"] = pdfdoc.PDFDictionary(
            {"O": pdfdoc.PDFName("Table"), "Scope": pdfdoc.PDFName(element.scope)}
        )
    return reference


def _mark(kid: tuple[int, int], document: Any, pages: list[Any]) -> Any:
    page, number = kid
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("MCR"),
            "Pg": document.Reference(pages[page - 1]),
            "MCID": number,
        }
    )
