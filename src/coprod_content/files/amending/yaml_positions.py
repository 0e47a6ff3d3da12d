"""Find where the values, list dashes and comments in YAML text are."""

import re
from collections.abc import Iterator
from itertools import pairwise

import yaml

COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n]*")


class YamlPositions:
    """Finds positions in YAML text, given the nodes parsed from it.

    Positions are indexes into the text.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    def dashes(self, node: yaml.SequenceNode) -> Iterator[int]:
        """Yield the position of the dash before each entry of a list.

        An entry whose dash does not begin a line is left out.
        """
        at = self.line_start(node.start_mark.index)
        for entry in node.value:
            found = re.compile(rf"^ {{{node.start_mark.column}}}-(?=\s)", re.MULTILINE).search(self.text, at)
            if found and found.end() - 1 <= entry.start_mark.index:
                yield found.end() - 1
            at = self.end(entry)

    def comments(self, start: int, end: int, node: yaml.Node | None) -> list[str]:
        """Return the comments in a range of the text.

        If the range contains a node, the text and keys in the node are not searched, because `#` can be part of them.
        """
        spans = sorted(self.leaves(node)) if node else []
        gaps = pairwise([start, *(at for span in spans for at in span), end])
        outside = [self.text[a:b] for index, (a, b) in enumerate(gaps) if index % 2 == 0]
        return [found[0].rstrip() for part in outside for found in COMMENT.finditer(part)]

    def leaves(self, node: yaml.Node) -> Iterator[tuple[int, int]]:
        """Yield the start and end of each key and scalar."""
        if isinstance(node, yaml.ScalarNode):
            yield node.start_mark.index, self.end(node)
        elif isinstance(node, yaml.MappingNode):
            for pair in node.value:
                for part in pair:
                    yield from self.leaves(part)
        else:
            for entry in node.value:
                yield from self.leaves(entry)

    def end(self, node: yaml.Node) -> int:
        """Return the position after the last character of a node."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self.end(last[1] if isinstance(node, yaml.MappingNode) else last)
        end: int = node.end_mark.index
        while end > node.start_mark.index and self.text[end - 1] in " \t\r\n":
            end -= 1
        return end

    def line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        end = len(self.text) if end < 0 else end
        return end - 1 if self.text[end - 1 : end] == "\r" and end > at else end
