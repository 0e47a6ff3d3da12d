"""Reading `_brand.yml` files, in the format of posit-dev.github.io/brand-yml."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import field, frozen

from coprod_content.content.source import FieldPath, display_path, field_name
from coprod_content.files.text_file import UnreadableFile
from coprod_content.files.yaml_reader import ParsedYaml, read_yaml
from coprod_content.findings.finding import ContentError, Finding
from coprod_content.starting.colours import hex_colour
from coprod_content.text.urls import url_fault

_ACCENTS = ("primary", "secondary", "tertiary", "success", "info", "warning", "danger", "link")
_LOGO_SIZES = ("medium", "large", "small")
_VARIANTS = ("light", "dark")
_FORMAT_KEYS = {"meta", "logo", "color", "typography", "defaults"}
_OWN_TERMS = re.compile(r"[A-Za-z][\w -]*")
_MOST_NAMES = 10  # for one colour


@frozen(kw_only=True)
class BrandYml:
    """The values in a `_brand.yml` file that a brand can use.

    Colours are `#rrggbb`, and empty strings if they are not given. `accents` are the colours with a fixed name, such as
    `primary`, and then the others of the file's palette. `not_used` lists the fields that a brand has no place for.
    """

    name: str = ""
    address: str = ""
    logo: str = ""
    alt: str = ""
    primary: str = ""
    foreground: str = ""
    background: str = ""
    accents: tuple[str, ...] = ()
    font: str = ""
    not_used: tuple[str, ...] = ()


def read_brand_yml(path: Path) -> BrandYml:
    """Read a `_brand.yml` file. Raises ContentError with every problem in it."""
    try:
        parsed = read_yaml(path, display_path(path))
    except UnreadableFile as error:
        raise ContentError((error.finding,)) from error
    reader = _Reader(parsed)
    made = reader.brand()
    if reader.findings:
        raise ContentError(reader.findings)
    return made


@frozen
class _Reader:
    parsed: ParsedYaml
    findings: list[Finding] = field(init=False)
    used: set[FieldPath] = field(factory=set)

    def __attrs_post_init__(self) -> None:
        self.findings.extend(self.parsed.findings)

    @findings.default
    def _none(self) -> list[Finding]:
        return []

    def brand(self) -> BrandYml:
        value = self.parsed.value
        if not isinstance(value, dict) or not _FORMAT_KEYS.intersection(value):
            fix = "Give a file with meta, logo, color or typography, as posit-dev.github.io/brand-yml describes."
            self.report((), "this is not a brand.yml file.", fix, "mapping")
            return BrandYml()
        colours = {name: self.colour(("color", name)) for name in (*_ACCENTS, "foreground", "background")}
        names = self.mapping(("color", "palette"))
        palette = tuple(filter(None, (self.colour(("color", "palette", name)) for name in names)))
        accents = (*(colours[name] for name in _ACCENTS), *palette)
        logo, alt = self.logo()
        address = self.text(("meta", "link"), ("meta", "link", "home"))
        return BrandYml(
            name=self.text(("meta", "name"), ("meta", "name", "full"), ("meta", "name", "short")),
            address="" if url_fault(address) else address,
            logo=logo,
            alt=alt,
            primary=colours["primary"] or next(iter(palette), ""),
            foreground=colours["foreground"],
            background=colours["background"],
            accents=tuple(dict.fromkeys(filter(None, accents))),
            font=self.text(("typography", "base"), ("typography", "base", "family")).partition(",")[0].strip("'\" "),
            not_used=tuple(self.unused()),
        )

    def at(self, path: FieldPath) -> Any:
        """Return the value at a path, or None."""
        value: Any = self.parsed.value
        for key in path:
            value = value.get(key) if isinstance(value, dict) else None
        return value

    def mapping(self, path: FieldPath) -> dict[str, Any]:
        value = self.at(path)
        return value if isinstance(value, dict) else {}

    def text(self, *paths: FieldPath) -> str:
        """Return the text at the first path that has any, or ""."""
        for path in paths:
            value = self.at(path)
            if isinstance(value, str) and value.strip():
                self.used.add(path)
                return " ".join(value.split())
        return ""

    def colour(self, path: FieldPath) -> str:
        """Return the colour at a path as `#rrggbb`.

        If the value is the name of another colour, that colour is returned. The result is an empty string if there is
        no colour, or none that can be used. In the second case, a problem is reported.
        """
        followed: list[FieldPath] = []
        found = self._variant(path)
        while found:
            if found in followed:
                ring = sorted(followed[followed.index(found) :], key=str)
                cycle = " → ".join(str(step[-1]) for step in (*ring, ring[0]))
                self.report(ring[0], f"these colours refer to each other: {cycle}.", "Give one of them as a colour.")
                return ""
            if len(followed) == _MOST_NAMES:
                what = f"a name leads to its colour through more than {_MOST_NAMES} other names."
                self.report(("color", "palette"), what, "Give one of them as a colour.")
                return ""
            followed.append(found)
            words = self.text(found)
            if not words:
                return ""
            if colour := hex_colour(words):
                return colour
            found = self._named(words)
            if found is None:
                what = f"'{words}' is neither a colour nor the name of one in color.palette."
                self.report(path, what, 'Write a colour such as "#005EB8", or a name from the palette.')
        return ""

    def _named(self, words: str) -> FieldPath | None:
        for path in (("color", "palette", words), ("color", words)):
            if self.at(path) is not None:
                return self._variant(path)
        return None

    def _variant(self, path: FieldPath) -> FieldPath | None:
        """Return the path to a value, or to one of its variants.

        The variant for light backgrounds is preferred to the one for dark backgrounds. The result is None if there is
        no value.
        """
        value = self.at(path)
        if isinstance(value, dict):
            return next(((*path, variant) for variant in _VARIANTS if variant in value), None)
        return path if value is not None else None

    def logo(self) -> tuple[str, str]:
        """Return the logo's file and its alternative text.

        Either is an empty string if the `_brand.yml` file does not give it.
        """
        images = self.mapping(("logo", "images"))
        starts: list[FieldPath] = [("logo",), *(("logo", size) for size in _LOGO_SIZES)]
        starts += [("logo", "images", name) for name in images]
        for start in starts:
            path = self._variant(start) if start != ("logo",) or isinstance(self.at(start), str) else None
            file = self.text(*((path, (*path, "path")) if path else ()))
            if path and file in images:
                path = ("logo", "images", file)
                file = self.text(path, (*path, "path"))
            if path and file:
                if "://" in file:
                    self.used.discard(path)
                    continue
                return file.lstrip("/"), self.text((*path, "alt"))  # "/" is the folder of the project
        return "", ""

    def unused(self) -> Iterator[str]:
        """Yield the fields that were not read.

        If no part of a top-level field was read, only that field is named.
        """
        for key, value in self.mapping(()).items():
            below = [path for path in _leaves((key,), value) if path not in self.used]
            if below and not any(path[0] == key for path in self.used):
                yield key
            else:
                yield from (field_name(path) for path in below)

    def report(self, path: FieldPath, what: str, fix: str, code: str = "colour") -> None:
        name, where = field_name(path), self.parsed.place(path)
        if all(finding.field != name for finding in self.findings):
            self.findings.append(Finding(code=code, where=where, field=name, what=what, fix=fix))


def _leaves(path: FieldPath, value: Any) -> Iterator[FieldPath]:
    if isinstance(value, dict) and value:
        for key, each in value.items():
            yield from _leaves((*path, key), each)
    else:
        yield path
