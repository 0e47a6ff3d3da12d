"""Reading XML with the standard library's parser, as lxml does."""

import re
from typing import Any
from xml.parsers import expat

from attrs import define, field

from coprod_browser.xml_tree.element import TreeElement
from coprod_browser.xml_tree.namespaces import Declaration, declared_as

_ENCODING = re.compile(r"""\s*<\?xml[^>]*\sencoding\s*=""")


class LxmlError(Exception):
    """Error of this module, with the name that lxml gives it."""


class XMLSyntaxError(LxmlError, SyntaxError):
    """Error for malformed XML, at a line and column."""

    def __init__(self, words: str, line: int, column: int) -> None:
        super().__init__(words)
        self.position = line, column


@define
class XMLParser:
    """The options of a parser. Entities and the network are never used."""

    remove_comments: bool = False
    remove_pis: bool = False

    def __init__(self, *, remove_comments: bool = False, remove_pis: bool = False, **_: Any) -> None:
        self.remove_comments, self.remove_pis = remove_comments, remove_pis


def Comment(text: str = "") -> TreeElement:  # noqa: N802  # the name in lxml
    """Return a comment."""
    return TreeElement(Comment, f"<!--{text}-->")  # type: ignore[arg-type]  # comments have a function as their tag


def ProcessingInstruction(target: str, text: str = "") -> TreeElement:  # noqa: N802  # the name in lxml
    """Return a processing instruction."""
    markup = f"<?{target} {text}?>" if text else f"<?{target}?>"
    return TreeElement(ProcessingInstruction, markup)  # type: ignore[arg-type]


@define
class _Reader:
    options: XMLParser
    root: TreeElement | None = None
    open: list[TreeElement] = field(factory=list)
    words: list[str] = field(factory=list)

    def start(self, name: str, attributes: list[str]) -> None:
        self.flush()
        pairs = list(zip(attributes[::2], attributes[1::2], strict=True))
        element = TreeElement("")
        if self.open:
            self.open[-1].link(element)
        element.declared = [
            Declaration(key.partition(":")[2], value) for key, value in pairs if key == "xmlns" or key[:6] == "xmlns:"
        ]
        element.tag, element.namespace = _named(element, name, attribute=False)
        for key, value in pairs:
            if key != "xmlns" and key[:6] != "xmlns:":
                full, own = _named(element, key, attribute=True)
                if own:
                    element.prefixed[full] = own
                dict.__setitem__(element.attrib, full, value)
        self.root = self.root or element if self.root is None else self.root
        self.open.append(element)

    def end(self, _: str) -> None:
        self.flush()
        self.open.pop()

    def comment(self, text: str) -> None:
        if not self.options.remove_comments and self.open:
            self._markup(Comment(text))

    def instruction(self, target: str, text: str) -> None:
        if not self.options.remove_pis and self.open:
            self._markup(ProcessingInstruction(target, text))

    def _markup(self, made: TreeElement) -> None:
        self.flush()
        self.open[-1].link(made)

    def flush(self) -> None:
        if not self.words or not self.open:
            self.words.clear()
            return
        text, parent = "".join(self.words), self.open[-1]
        self.words.clear()
        if parent.last is None:
            parent.text = text
        else:
            parent.last.tail = (parent.last.tail or "") + text


def _named(element: TreeElement, name: str, *, attribute: bool) -> tuple[str, Declaration | None]:
    prefix, colon, local = name.rpartition(":")
    if not colon and attribute:
        return name, None
    found = declared_as(element, prefix)
    if found is None or not found.address:
        if prefix:
            raise XMLSyntaxError(f"Namespace prefix {prefix} on {local} is not defined", 0, 0)
        return name, None
    return f"{{{found.address}}}{local}", found


def fromstring(data: bytes | str, parser: XMLParser | None = None) -> TreeElement:
    """Return the root element of XML.

    Raises XMLSyntaxError for malformed XML.
    """
    if isinstance(data, str):
        if _ENCODING.match(data):
            raise ValueError("Unicode strings with encoding declaration are not supported.")
        data = data.encode()
    reader, made = _Reader(parser or XMLParser()), expat.ParserCreate()
    made.ordered_attributes, made.buffer_text = True, True
    made.StartElementHandler, made.EndElementHandler = reader.start, reader.end
    made.CharacterDataHandler = reader.words.append
    made.CommentHandler, made.ProcessingInstructionHandler = reader.comment, reader.instruction
    try:
        made.Parse(bytes(data), True)
    except expat.ExpatError as error:
        raise XMLSyntaxError(str(error), error.lineno, error.offset + 1) from error
    assert reader.root is not None
    return reader.root
