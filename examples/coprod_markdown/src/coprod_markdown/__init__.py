"""Markdown from any Document."""

import re

from coprod_content.document.blocks import Bullets, Signpost, Table, block_texts
from coprod_content.plugins.renderers import OfferedFile, Renderer


def escaped(words):
    return re.sub(r"([\\`*_{}\[\]<>#|&~])", r"\\\1", words)


def marked(span):
    words = f"[{span.text}]" if span.citation else escaped(span.text)
    mark = "**" * span.strong or "*" * span.emphasis
    words = re.sub(r"^(\s*)(.*?)(\s*)$", rf"\1{mark}\2{mark}\3", words) if mark else words
    return f"[{words}](<{span.url}>)" if span.url else words


def inline(text):
    return "".join(map(marked, text))


def lines(block):
    if isinstance(block, Bullets):
        mark = {"bullet": "-", "check": "- [ ]"}.get(block.style, "{}.").format
        return "\n".join(f"{mark(n)} {inline(item)}" for n, item in enumerate(block.items, block.start))
    if isinstance(block, Table):
        cells = [[*map(inline, row)] for row in (block.header, *block.rows)]
        cells.insert(1, ["---"] * len(block.header))
        return f"{escaped(block.caption)}\n\n" + "\n".join("| " + " | ".join(row) + " |" for row in cells)
    if isinstance(block, Signpost):
        return f"[{escaped(block.label)}](<{block.url}>): {escaped(block.url)}"
    return "\n\n".join(map(inline, block_texts(block)))


def render(document, _brand):
    out = [f"# {escaped(document.title)}"]
    for depth, section in document.walk():
        title = ". ".join(str(part) for part in (section.number, section.title) if part)
        out += ["#" * min(depth + 1, 6) + " " + escaped(title), escaped(section.label), *map(lines, section.blocks)]
    return ("\n\n".join(filter(None, out)) + "\n").encode()


renderer = Renderer(
    suffix=".md",
    media_type="text/markdown",
    render=render,
    caption="Markdown",
    hint="Paste it into a wiki or a notes app.",
    in_pack=(OfferedFile("handouts", "handouts"),),
)
