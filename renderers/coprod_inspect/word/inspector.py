"""The inspector for Word files."""

from collections.abc import Iterator
from itertools import chain

from attrs import evolve
from lxml import etree

from coprod_content.findings.fault import Fault
from coprod_content.plugins.inspectors import Inspector
from coprod_inspect.office_file import (
    PROPERTIES,
    active_content_faults,
    language_property,
    missing_part_faults,
    property_faults,
)
from coprod_inspect.shared_checks import LinkTexts, Spot, language_faults
from coprod_inspect.word.headings_and_contrast import (
    direction_faults,
    heading_faults,
    readability_faults,
    spacing_faults,
)
from coprod_inspect.word.objects_and_links import field_faults, link_faults, object_faults
from coprod_inspect.word.part import WordPart
from coprod_office.reading.errors import FileRefused
from coprod_office.reading.package import OfficePackage, open_package
from coprod_office.reading.theme import read_theme
from coprod_office.reading.word_styles import WordStyles
from coprod_office.reading.xml import MC, W, is_on, parse_xml

_MAIN = "wordprocessingml.document.main+xml"
_OTHER_PARTS = tuple(f"wordprocessingml.{kind}+xml" for kind in ("header", "footer", "footnotes", "endnotes"))
_RUNNING = (".header+xml", ".footer+xml")
_ONLY_IN_TEXT = frozenset(
    (
        *("spacing-by-blanks", "floating-object", "heading-empty", "heading-jump", "fake-list", "word-art"),
        *("table-no-header", "table-header-empty", "table-no-name", "table-merged-cells", "table-nested"),
    )
)
"""Codes of faults that do not matter in a header or footer."""
_THEME_NAMES = {"light1": "lt1", "light2": "lt2", "dark1": "dk1", "dark2": "dk2", "hyperlink": "hlink"}


def inspect(data: bytes) -> tuple[Fault, ...]:
    """Return the faults found in a Word file."""
    try:
        package = open_package(data, _MAIN)
        main = package.of_type(_MAIN)[0]
        return tuple(chain(_whole_file(package, main), _parts(package, main)))
    except FileRefused as refused:
        return (refused.fault,)
    except KeyError as missing:
        return (Fault(code="corrupt", what=f"the part {missing} is missing."),)
    except (ValueError, OverflowError):
        return (Fault(code="corrupt", what="has a number that cannot be read."),)


def _whole_file(package: OfficePackage, main: str) -> Iterator[Fault]:
    yield from property_faults(package)
    styles = package.root(package.related(main, "styles"))
    found = None if styles is None else styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    default_language = "" if found is None else found.get(f"{W}val") or ""
    yield from language_faults(default_language, Spot("styles"))
    language = language_property(package)
    if language and default_language:
        yield from language_faults(language, PROPERTIES)
    yield from active_content_faults(package)
    yield from missing_part_faults(package)
    settings = package.root(package.related(main, "settings"))
    protection = None if settings is None else settings.find(f"{W}documentProtection")
    if protection is not None and is_on(protection.get(f"{W}enforcement", "0")):
        yield PROPERTIES.fault("locked", "the file is protected against changes.")


def _parts(package: OfficePackage, main: str) -> Iterator[Fault]:
    styles = _styles(package, main)
    links = LinkTexts()
    others = (name for type_ in _OTHER_PARTS for name in package.of_type(type_))
    for name in (main, *others):
        root = parse_xml(package.parts[name], name)
        etree.strip_elements(root, f"{MC}Fallback")  # content for older programs
        title = "the text" if name == main else name.rsplit("/", 1)[-1].removesuffix(".xml")
        part = WordPart(title, root, styles, {each.id: each for each in package.relationships(name)}, links)
        found = chain(
            heading_faults(part, is_body=name == main),
            spacing_faults(part),
            link_faults(part),
            readability_faults(part),
            direction_faults(part),
            field_faults(part),
            object_faults(part),
        )
        is_running = package.types[name].endswith(_RUNNING)
        yield from (_running_faults(found) if is_running else found)


def _running_faults(faults: Iterator[Fault]) -> Iterator[Fault]:
    """Yield the faults that matter in a header or footer.

    The reading order does not matter there, and neither do tabs and tables that are only used to position text. Text
    that is too small or too faint gets the code `faint-header`.
    """
    for fault in faults:
        if fault.code in ("text-too-small", "contrast"):
            yield evolve(fault, code="faint-header", fix="")
        elif fault.code not in _ONLY_IN_TEXT:
            yield fault


def _styles(package: OfficePackage, main: str) -> WordStyles:
    settings = package.root(package.related(main, "settings"))
    mapping = None if settings is None else settings.find(f"{W}clrSchemeMapping")
    renamed = () if mapping is None else mapping.items()
    aliases = {str(name).removeprefix(W): _THEME_NAMES.get(str(value), str(value)) for name, value in renamed}
    theme = read_theme(package.root(package.related(main, "theme")), aliases)
    return WordStyles.read(package.root(package.related(main, "styles")), theme)


inspector = Inspector(
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document", inspect=inspect
)
