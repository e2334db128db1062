"""Every word of an XML document rewritten, and its ids with all that refers to them."""

from __future__ import annotations

from collections.abc import Callable

from cxo_desktop.exchange.xml_tree import Element, parse, write

Clean = Callable[[str], str]


def rewritten(source: str, clean: Clean) -> tuple[str, int]:
    """Return the document with ``clean`` texts, attributes and ids, and how many it changed.

    An id that is not clean becomes another everywhere; elements and attributes whose very name
    is not clean are left out. Vendor extensions are treated like everything else.
    """
    root = parse("", source.encode())
    ids = [element.attributes.get("id", "") for element in root.walk()]
    telling = (code for code in dict.fromkeys(ids) if clean(code) != code)
    words = _Words(clean, {code: f"part-{number}" for number, code in enumerate(telling, 1)})
    for element in list(root.walk()):
        words.rewrite(element)
    return write(root), words.changed


class _Words:
    """Rewrites the words of one element after the other and counts what became different."""

    def __init__(self, clean: Clean, ids: dict[str, str]) -> None:
        self._clean = clean
        self._ids = ids
        self.changed = 0

    def rewrite(self, element: Element) -> None:
        """Change what stands in an element, but for the elements inside it."""
        element.attributes = {
            name: self._word(value)
            for name, value in element.attributes.items()
            if self._is_clean(name)
        }
        element.inside = [
            self._word(part) if isinstance(part, str) else part
            for part in element.inside
            if isinstance(part, str) or self._is_clean(part.name)
        ]

    def _is_clean(self, name: str) -> bool:
        clean = self._clean(name) == name
        self.changed += not clean
        return clean

    def _word(self, text: str) -> str:
        prefix, colon, local = text.strip().rpartition(":")
        for named, before in ((text.strip(), ""), (local, prefix + colon)):
            if named in self._ids:
                return before + self._ids[named]
        clean = self._clean(text)
        self.changed += clean != text
        return clean
