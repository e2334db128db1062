"""XML from strangers as a plain tree, and back: names as written, no DTD, with caps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.exchange.xml_bytes import text_of
from cxo_desktop.i18n import _

LARGEST_BYTES = 20_000_000
MOST_ELEMENTS = 300_000
DEEPEST = 200
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_QUOTES = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


@dataclass(slots=True)
class Element:
    """An element: its name with its prefix as written, attributes in order, and what is inside.

    ``inside`` holds elements and texts in order; ``space`` is the namespace of the name.
    """

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list[Element | str] = field(default_factory=list)
    space: str = ""

    @property
    def local(self) -> str:
        """Return the name without its prefix."""
        return self.name.rpartition(":")[2]

    def elements(self, local: str = "") -> Iterator[Element]:
        """Yield the elements right inside, of one local name or of any."""
        for part in self.inside:
            if isinstance(part, Element) and local in {"", part.local}:
                yield part

    def walk(self) -> Iterator[Element]:
        """Yield this element and all below it, in the order of the document."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(list(element.elements())))

    def text(self) -> str:
        """Return the text right inside."""
        return "".join(part for part in self.inside if isinstance(part, str))


def parse(name: str, content: bytes) -> Element:
    """Return the root element of a file.

    Raises InputRefused, naming the file, for what is no XML, has a DTD, or is too large or deep.
    """
    if len(content) > LARGEST_BYTES:
        _refuse(name, _("It has {size} bytes; at most {most} are read."), LARGEST_BYTES, content)
    builder = _Builder(name)
    parser = expat.ParserCreate(encoding="utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    parser.StartDoctypeDeclHandler = builder.doctype
    text = _DECLARATION.sub("", text_of(content), count=1)
    try:
        parser.Parse(_FORBIDDEN.sub("\ufffd", text).encode(), True)
    except expat.ExpatError as error:
        raise InputRefused(
            _("{file} was not imported, and nothing was written.").format(file=name),
            _("It is no well-formed XML: {reason} in line {line}.").format(
                reason=expat.errors.messages[error.code], line=error.lineno
            ),
            _("Export it once more from the program that made it."),
        ) from error
    return builder.root()


def _refuse(name: str, why: str, most: int, content: bytes = b"") -> None:
    raise InputRefused(
        _("{file} was not imported, and nothing was written.").format(file=name),
        why.format(most=most, size=len(content)),
        _("Export a smaller part of it and import that."),
    )


class _Builder:
    """Builds the tree while expat reads; keeps count so that no file can fill the memory."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._stack: list[Element] = []
        self._spaces: list[dict[str, str]] = [{}]
        self._root: Element | None = None
        self._count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        self._count += 1
        if self._count > MOST_ELEMENTS:
            _refuse(self._name, _("It has more than {most} elements."), MOST_ELEMENTS)
        if len(self._stack) >= DEEPEST:
            _refuse(self._name, _("Its elements are nested more than {most} deep."), DEEPEST)
        spaces = self._spaces[-1]
        own = {
            key.partition(":")[2]: value
            for key, value in attributes.items()
            if key == "xmlns" or key.startswith("xmlns:")
        }
        spaces = {**spaces, **own} if own else spaces
        self._spaces.append(spaces)
        prefix = name.rpartition(":")[0]
        element = Element(name, attributes, space=spaces.get(prefix, ""))
        if self._stack:
            self._stack[-1].inside.append(element)
        else:
            self._root = element
        self._stack.append(element)

    def end(self, _name: str) -> None:
        """Take the end of an element."""
        self._stack.pop()
        self._spaces.pop()

    def text(self, text: str) -> None:
        """Take text between elements."""
        self._stack[-1].inside.append(text)

    def doctype(self, *_parts: object) -> None:
        """Refuse a document type: entities read other files and grow without end."""
        raise InputRefused(
            _("{file} was not imported, and nothing was written.").format(file=self._name),
            _("It declares a document type, which can make a file read others."),
            _("Remove the line that begins with <!DOCTYPE and import it again."),
        )

    def root(self) -> Element:
        """Return the outermost element."""
        if self._root is None:
            raise AssertionError("expat accepts no document without a root")
        return self._root


def write(root: Element) -> str:
    """Return the tree as an XML document, names and namespaces as they were."""
    parts = ['<?xml version="1.0" encoding="UTF-8"?>\n']
    waiting: list[Element | str | tuple[str]] = [root]
    while waiting:
        part = waiting.pop()
        if isinstance(part, tuple):
            parts.append(part[0])
        elif isinstance(part, str):
            parts.append(escape(clean(part), {"\r": "&#13;"}))
        else:
            attributes = "".join(
                f" {key}={quoteattr(clean(value), _QUOTES)}"
                for key, value in part.attributes.items()
            )
            if not part.inside:
                parts.append(f"<{part.name}{attributes}/>")
                continue
            parts.append(f"<{part.name}{attributes}>")
            waiting.append((f"</{part.name}>",))
            waiting.extend(reversed(part.inside))
    return "".join(parts) + "\n"


def clean(text: str) -> str:
    """Return text without the characters that XML cannot hold."""
    return _FORBIDDEN.sub("\ufffd", text)
