"""The stand-in for lxml, compared with lxml."""

import copy
import io
import zipfile
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree as lxml

from coprod_browser.xml_tree import etree as ours
from coprod_content import Brand, Library
from coprod_content.editions import compose
from coprod_guide import render as render_guide
from coprod_slides import render as render_slides

ADDRESSES = ("urn:a", "urn:b", "urn:c")
NAMES = st.sampled_from(["t", "{urn:a}t", "{urn:b}u", "{urn:c}v", "w"])
WORDS = st.text(st.sampled_from('a é<>&"\n\t\r'), max_size=4)
PREFIXES = st.dictionaries(st.sampled_from(["p", "q"]), st.sampled_from(ADDRESSES), max_size=2)
TREES = st.recursive(
    st.tuples(NAMES, st.dictionaries(NAMES, WORDS, max_size=2), PREFIXES, WORDS, st.just(())),
    lambda inner: st.tuples(
        NAMES, st.dictionaries(NAMES, WORDS, max_size=2), PREFIXES, WORDS, st.lists(inner, max_size=3)
    ),
    max_leaves=8,
)


def built(etree: Any, tree: Any, parent: Any = None) -> Any:
    """Make a tree with one of the two modules."""
    tag, attributes, prefixes, words, children = tree
    made = etree.Element(tag, nsmap=prefixes) if parent is None else etree.SubElement(parent, tag, nsmap=prefixes)
    for name, value in attributes.items():
        made.set(name, value)
    made.text = words or None
    for child in children:
        built(etree, child, made).tail = words
    return made


def rooted(etree: Any, prefixes: str) -> Any:
    """Make a root that declares every namespace, as all roots of our files do."""
    return etree.Element("root", nsmap=dict(zip(prefixes, ADDRESSES, strict=True)))


def moved(etree: Any, one: Any, other: Any, at: int) -> list[bytes]:
    """Move an element from one tree to another, and return both trees, a copy and the removed element as XML."""
    first, second = built(etree, one, rooted(etree, "abc")), built(etree, other, rooted(etree, "xyz"))
    every = list(first.iter())
    chosen = every[at % len(every)]
    shown = [etree.tostring(copy.deepcopy(chosen), encoding="UTF-8", standalone=True)]
    second.insert(at % 2, chosen)
    shown += [etree.tostring(second), etree.tostring(chosen, encoding="UTF-8", with_tail=False)]
    shown.append(etree.tostring(second, encoding="UTF-8", method="text", with_tail=False))
    second.remove(chosen)
    return [*shown, etree.tostring(second), etree.tostring(chosen), etree.tostring(first, encoding="UTF-8")]


@given(TREES, TREES, st.integers(0, 20))
def test_trees_are_written_as_lxml_writes_them_also_after_moves(one: Any, other: Any, at: int) -> None:
    """Any tree, and any element that is copied, moved or removed, becomes the same bytes as with lxml."""
    assert moved(ours, one, other, at) == moved(lxml, one, other, at)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist() if name.endswith((".xml", ".rels"))}


@pytest.mark.parametrize("render", [render_slides, render_guide])
def test_every_part_of_our_files_is_read_and_written_as_by_lxml(render: Any, library: Library, brand: Brand) -> None:
    """Reading and writing each part of a deck and a guide gives the same bytes, and the same elements at paths."""
    parts = _parts(render(compose("handouts", library, ["first-steps"]), brand))
    for data in parts.values():
        mine, theirs = ours.fromstring(data), lxml.fromstring(data)
        assert ours.tostring(mine, encoding="UTF-8", standalone=True) == lxml.tostring(
            theirs, encoding="UTF-8", standalone=True
        )
        for path in (".//*[@id]", "*/*", ".//{*}t"):
            assert [each.tag for each in mine.findall(path)] == [each.tag for each in theirs.findall(path)]


@pytest.mark.parametrize(
    "data", [b"<a><b></a>", b"<a", b"", b"<a:b/>", b'<a x="1" x="2"/>', b"\xff\xfe", b"<a>&b;</a>"]
)
def test_broken_xml_is_refused_with_its_place(data: bytes) -> None:
    """XML that lxml refuses is refused too, with an error of the same kind that has a line and a column."""
    for etree in (ours, lxml):
        module: ModuleType = etree
        with pytest.raises(module.XMLSyntaxError) as caught:
            module.fromstring(data)
        assert len(caught.value.position) == 2
