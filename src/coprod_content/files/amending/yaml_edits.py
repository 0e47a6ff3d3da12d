"""Change values in YAML text, and keep the rest."""

from difflib import SequenceMatcher

import yaml
from attrs import frozen

from coprod_content.files.amending.entry_labels import label_of
from coprod_content.files.amending.yaml_positions import COMMENT, YamlPositions
from coprod_content.files.text_file import UnreadableFile
from coprod_content.files.yaml_reader import YamlValue, parse_yaml
from coprod_content.files.yaml_writer import entry_text, flow_text, yaml_text

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LONGEST_FLOW = 100
_CLOSED = ("'", '"', "]", "}")
"""The last characters of values that a comment can follow on the same line."""


def rewritten(text: str, value: dict[str, YamlValue]) -> str:
    """Return YAML text changed so that its value is `value`.

    `text` must be YAML without findings. Comments are kept and so, if possible, is the layout of unchanged parts.
    """
    if _value(text) == value:
        return text
    for whole in (False, True):
        new = _Rewriter(text, whole=whole).rewritten(value)
        if _value(new) == value:
            return new
    comments = "".join(f"{comment[0]}\n" for comment in COMMENT.finditer(text))
    return comments + yaml_text(value)


def _value(text: str) -> YamlValue | None:
    """Return the value of YAML text, or None if it has findings."""
    try:
        parsed = parse_yaml(text, "")
    except UnreadableFile:
        return None
    return None if parsed.findings else parsed.value


@frozen
class _Edit:
    """New text for a range of the old text."""

    start: int
    end: int
    text: str


class _Rewriter:
    """Finds the edits to YAML text that give it a new value.

    If `whole` is true, the value of each field that changes is replaced completely. Otherwise, only the parts that
    differ are replaced.
    """

    def __init__(self, text: str, *, whole: bool) -> None:
        self.text, self.whole, self.at = text, whole, YamlPositions(text)
        self.break_ = "\r\n" if "\r\n" in text else "\n"
        self.edits: list[_Edit] = []

    def rewritten(self, value: dict[str, YamlValue]) -> str:
        root = yaml.compose(self.text, _LOADER)
        if root is None:
            end = "" if not self.text or self.text.endswith("\n") else self.break_
            return f"{self.text}{end}{self._broken(yaml_text(value))}"
        if not isinstance(root, yaml.MappingNode) or root.flow_style:
            return ""
        self.mapping(root, value)
        new, at = [], 0
        for edit in sorted(self.edits, key=lambda each: (each.start, each.end)):
            new += [self.text[at : edit.start], edit.text]
            at = max(at, edit.end)
        return "".join([*new, self.text[at:]])

    def mapping(self, node: yaml.MappingNode, value: dict[str, YamlValue]) -> None:
        """Add the edits that give a block mapping a new value."""
        old = [(str(key.value), key, entry) for key, entry in node.value]
        column = old[0][1].start_mark.column
        for at, (name, key, entry) in enumerate(old):
            if name not in value:
                self.remove_pair(node, at)
            elif _plain(entry) != value[name]:
                self.change(key, entry, value[name], column)
        kept = {name: entry for name, _, entry in old if name in value}
        before = next(iter(kept), "")
        for name, new in value.items():
            if name in kept:
                before = name
            elif kept:
                line = self._block(yaml_text({name: new}), column)
                self.insert_after(kept[before], " " * column + line)

    def change(self, key: yaml.Node, entry: yaml.Node, value: YamlValue, column: int) -> None:
        """Add the edits that change the value of a key.

        `entry` is the old value, and `value` is the new one. `column` is where the keys of the mapping begin.
        """
        if not self.whole and self.within(entry, value):
            return
        start = self.text.index(":", key.end_mark.index) + 1
        self.replace(start, entry, self._block(yaml_text({"k": value}), column)[2:], column)

    def within(self, node: yaml.Node, value: YamlValue) -> bool:
        """Add edits inside a node that change its value, if possible.

        `value` is the new value. Returns whether it was possible. If it was not, the node must be replaced as a whole.
        """
        if isinstance(node, yaml.MappingNode) and isinstance(value, dict) and not node.flow_style:
            kept = any(str(key.value) in value for key, _ in node.value)
            if kept:
                self.mapping(node, value)
            return kept
        if isinstance(node, yaml.SequenceNode) and isinstance(value, list) and value and not node.flow_style:
            return self.sequence(node, value)
        line = flow_text(value) if isinstance(node, yaml.CollectionNode) and node.flow_style else ""
        if line.startswith(("[", "{")) and len(line) < _LONGEST_FLOW:
            self.edits.append(_Edit(node.start_mark.index, node.end_mark.index, line))
            return True
        return False

    def sequence(self, node: yaml.SequenceNode, value: list[YamlValue]) -> bool:
        """Add edits that change single entries of a list, if possible.

        Returns whether it was possible. If it was not, the list must be replaced as a whole.
        """
        dashes = list(self.at.dashes(node))
        if len(dashes) != len(node.value):
            return False
        old = [_plain(entry) for entry in node.value]
        column = node.start_mark.column
        matcher = SequenceMatcher(a=[_token(e) for e in old], b=[_token(e) for e in value], autojunk=False)
        steps = [(i, j, value[k:end]) for _, i, j, k, end in matcher.get_opcodes()]
        if not any(j > i and j - i == len(new) for i, j, new in steps):
            return False
        for i, j, new in steps:
            if j - i == len(new):
                for at, entry in zip(range(i, j), new, strict=True):
                    if old[at] != entry:
                        self.change_entry(dashes[at], node.value[at], entry, column)
                continue
            for at in range(i, j):
                self.remove_lines(dashes[at], node.value[at], column)
            lines = self.break_.join(" " * column + self._block(entry_text(entry), column) for entry in new)
            if lines and i:
                self.insert_after(node.value[i - 1], lines)
            elif lines:
                start = self.at.line_start(dashes[0])
                self.edits.append(_Edit(start, start, lines + self.break_))
        return True

    def change_entry(self, dash: int, entry: yaml.Node, value: YamlValue, column: int) -> None:
        if not self.within(entry, value):
            self.replace(dash + 1, entry, self._block(entry_text(value), column)[1:], column)

    def replace(self, start: int, node: yaml.Node, new: str, column: int) -> None:
        """Add an edit that replaces a value, but keeps its comments.

        The edit starts at the index `start`, so it includes any space before the value. Comments are indented to
        `column`.
        """
        end = self.at.end(node)
        line_end = self.at.line_end(end)
        if self.text[end:line_end].strip() and (self.break_ in new or not new.endswith(_CLOSED)):
            new += "".join(self.break_ + " " * column + each for each in self.at.comments(end, line_end, None))
            comments = self.at.comments(start, end, node)
            end = line_end
        else:
            comments = self.at.comments(start, end, node)
        self.edits.append(_Edit(start, end, new + "".join(self.break_ + " " * column + each for each in comments)))

    def remove_pair(self, node: yaml.MappingNode, at: int) -> None:
        key, entry = node.value[at]
        start = key.start_mark.index
        if not self.text[self.at.line_start(start) : start].strip():
            self.remove_lines(start, entry, key.start_mark.column)
        elif at + 1 < len(node.value):
            self.edits.append(_Edit(start, node.value[at + 1][0].start_mark.index, ""))

    def remove_lines(self, start: int, node: yaml.Node, column: int) -> None:
        """Add an edit that removes a pair or entry, but keeps comments.

        The edit begins at the start of the line that contains the index `start`. Comments are indented to `column`.
        """
        end = self.at.line_end(self.at.end(node))
        comments = [" " * column + each + self.break_ for each in self.at.comments(start, end, node)]
        after = end + (len(self.break_) if self.text[end : end + 1] else 0)
        self.edits.append(_Edit(self.at.line_start(start), after, "".join(comments)))

    def insert_after(self, node: yaml.Node, lines: str) -> None:
        end = self.at.line_end(self.at.end(node))
        self.edits.append(_Edit(end, end, self.break_ + lines))

    def _block(self, text: str, column: int) -> str:
        """Return lines of text for use inside a block.

        All lines but the first are indented to `column`, and the line break at the end is removed.
        """
        return self._broken(text.rstrip("\n").replace("\n", "\n" + " " * column))

    def _broken(self, text: str) -> str:
        return text.replace("\n", self.break_)


def _plain(node: yaml.Node) -> YamlValue:
    """Return the value of a node, with all scalars as text."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(entry) for key, entry in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(entry) for entry in node.value]
    return str(node.value)


def _token(entry: YamlValue) -> str:
    return label_of(entry) if isinstance(entry, dict) and label_of(entry) else repr(entry)
