"""Reduce styles in SVG drawings to those that every program supports.

Office, PDF and web programs support different parts of CSS. A style that some of them do not support is left out if the
drawing has another one to fall back on, or looks the same without it. Otherwise, the drawing is refused.
"""

import re
from collections.abc import Container, Iterator

from coprod_content.files.pictures.picture_files import UnusablePicture

_COLOURED = ("fill", "stroke", "stop-color", "flood-color", "lighting-color", "color")
_KEPT = re.compile(
    "(fill|stroke|stop|flood|lighting)-(color|opacity)|fill|stroke|color|opacity|(fill|clip)-rule|clip-path|mask|filter"
    "|stroke-(dasharray|dashoffset|linecap|linejoin|miterlimit|width)|display|visibility|overflow|isolation|transform"
    "|mask-type|mix-blend-mode|paint-order|marker(-start|-mid|-end)?|color-interpolation-filters|direction"
    "|(image|shape|text)-rendering|font(-family|-size|-stretch|-style|-variant|-weight)?|(letter|word)-spacing"
    "|text-(anchor|decoration)|writing-mode|baseline-shift|dominant-baseline"
)
_GEOMETRY = re.compile("x|y|width|height|cx|cy|r|rx|ry|d|transform-box|translate|rotate|scale|offset-path|.*mask-image")
_COLOUR = re.compile(
    r"none|currentcolor|inherit|transparent|context-fill|context-stroke|#[0-9a-f]{3,4}|#[0-9a-f]{6}|#[0-9a-f]{8}"
    r"|rgba?\(\s*[\d.]+%?\s*(,\s*[\d.]+%?\s*){2,3}\)|hsla?\([\d.,%\s]+\)|url\(\s*['\"]?#[^)]*\)\s*[^(]*",
    re.IGNORECASE,
)
_PRINT_COLOUR = re.compile(r"(#[0-9a-f]{3,6})\s+icc-color\(.*", re.IGNORECASE | re.DOTALL)
_FUNCTION = re.compile(r"\b(var|calc|env|attr|min|max|clamp)\(", re.IGNORECASE)
_LINKED = re.compile(r"none|url\(\s*['\"]?#[^)]*\)", re.IGNORECASE)
_DECLARATION = re.compile(r"(?:[^;(]|\([^)]*\))+")
_IGNORED = re.compile(
    r"/\*.*?\*/|<!--|-->|@(?:import|charset|namespace)[^;{]*;|@font-face\s*\{[^}]*\}"
    r"|@(?:-\w+-)?(?:keyframes|media[^{]*(?:prefers-color-scheme|print))[^{]*\{(?:[^{}]*\{[^}]*\})*[^{}]*\}",
    re.IGNORECASE | re.DOTALL,
)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_SELECTOR = re.compile(r"(?:[\w\s.#*>+-]|\[[\w-]+([~|^$*]?=(\"[^\"]*\"|'[^']*'|[\w-]+))?\]|:first-child)+")
_UNMET = re.compile(r":(hover|active|focus|link|visited|target)|::?(before|after|selection)|\|")


def plain_style_sheet(css: str) -> str:
    """Return a style sheet with only those styles that every program supports.

    Raises UnusablePicture if the drawing needs any other style.
    """
    css = _IGNORED.sub("", css)
    rest = _RULE.sub("", css).strip()
    if rest:
        raise _undrawable(f"the style '{' '.join(rest.split())[:40]}'")
    return "\n".join(_plain_rule(selectors.strip(), declared) for selectors, declared in _RULE.findall(css))


def _plain_rule(selectors: str, declared: str) -> str:
    met = [each for each in selectors.split(",") if not _UNMET.search(each)]
    odd = next((each.strip() for each in met if not _SELECTOR.fullmatch(each)), None)
    if odd is not None:
        raise _undrawable(f"the style '{odd[:40]}'")
    declarations = plain_declarations(declared) if met else ""
    return f"{','.join(met)}{{{declarations}}}" if declarations else ""


def plain_declarations(declared: str, otherwise: Container[str] = ()) -> str:
    """Return only those style declarations that every program supports.

    `declared` contains declarations such as `fill: red`, and `otherwise` the names of the element's attributes. An
    unsupported declaration is left out if there is another value to fall back on: a supported declaration or an
    attribute for the same property. Otherwise, UnusablePicture is raised.
    """
    kept: dict[str, str] = {}
    undrawn: list[tuple[str, str]] = []
    for each in _DECLARATION.findall(declared):
        name, _, value = (part.strip() for part in each.partition(":"))
        name = name.lower()
        plain = plain_value(name, value) if _KEPT.fullmatch(name) else None
        if plain is not None:
            kept.pop(name, None)
            kept[name] = plain
        elif _KEPT.fullmatch(name) or _GEOMETRY.fullmatch(name):
            undrawn.append((name, value))
    for name, value in undrawn:
        if name not in kept and (name not in otherwise or _GEOMETRY.fullmatch(name)):
            raise _undrawable(f"'{name}: {value[:40]}'")
    return "; ".join(f"{name}: {value}" for name, value in kept.items())


def plain_attribute(name: str, value: str) -> str:
    """Return an attribute's value in a form that every program supports.

    Raises UnusablePicture if there is no such form.
    """
    checked = _KEPT.fullmatch(name) and name != "transform" and value.strip()
    plain = plain_value(name, value) if checked else value
    if plain is None or name == "pathLength":
        raise _undrawable(f'{name}="{value[:40]}"')
    return plain


def plain_value(name: str, value: str) -> str | None:
    """Return a property's value in a form that every program supports.

    Returns None if there is no such form.
    """
    value, important, _ = value.partition("!important")
    value = value.strip()
    if name in _COLOURED:
        value = "".join(_plain_colour(value))
    elif _FUNCTION.search(value) or (name in ("clip-path", "mask") and not _LINKED.fullmatch(value)):
        value = ""
    elif name == "transform" and not value.startswith(("matrix(", "none")):
        value = ""  # its units differ from those of the attribute
    return f"{value} {important}".strip() if value else None


def _plain_colour(value: str) -> Iterator[str]:
    from PIL.ImageColor import colormap

    printed = _PRINT_COLOUR.fullmatch(value)
    named = colormap.get(value.lower())
    if printed or isinstance(named, str) or _COLOUR.fullmatch(value):
        yield printed[1] if printed else named if isinstance(named, str) else value


def _undrawable(what: str) -> UnusablePicture:
    fix = "Export it again as SVG 1.1 with presentation attributes, or save it as PNG."
    return UnusablePicture(f"uses {what}, which some programs cannot draw.", fix)
