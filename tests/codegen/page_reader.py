"""What tests read of the API reference: its ids, elements, text and samples."""

from __future__ import annotations

from html.parser import HTMLParser


class Reader(HTMLParser):
    """Notes the ids, the elements and the text of a page, and the code of each sample."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.codes: dict[str, str] = {}
        self._panel = ""
        self._in_code = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        self.ids.add(attributes.get("id") or "")
        if attributes.get("role") == "tabpanel":
            self._panel = attributes["id"] or ""
        self._in_code = self._in_code or (tag == "code" and bool(self._panel))

    def handle_endtag(self, tag: str) -> None:
        if tag == "code" and self._in_code:
            self._panel, self._in_code = "", False

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._in_code:
            self.codes[self._panel] = self.codes.get(self._panel, "") + data
