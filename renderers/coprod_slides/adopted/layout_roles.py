"""Find the role of each layout from its type and placeholders.

The names of layouts are never used, because they can be in any language and can be repeated.
"""

from collections.abc import Iterable

from attrs import field, frozen

from coprod_slides.adopted.readable_text import can_be_read
from coprod_slides.adopted.safe_area import clear_share
from coprod_slides.adopted.source_layouts import SourceLayout, SourcePlaceholder

ROLES = (
    "cover",
    "section",
    "content",
    "two columns",
    "title only",
    "question",
    "figure",
    "picture",
    "table",
    "closing",
)
_SPECIAL = ("title", "secHead", "picTx", "titleOnly", "blank", "vertTx", "vertTitleAndTx", "twoTxTwoObj")
_LEAST_BODY, _LEAST_PICTURE, _LEAST_COLUMN, _SMALL_TEXT = 0.15, 0.2, 0.08, 0.25
_CLEAR_SHARE, _OVERLAP = 0.5, 15.0
"""The share of the place for text that shapes must leave clear, and how far a title can overlap it, in millimetres."""
_FOOTERS = ("dt", "ftr", "sldNum", "hdr")


@frozen(eq=False)
class LayoutRoles:
    """The template's layouts by role. Roles without a layout are left out.

    `base` is the layout or master from which other layouts are composed.
    """

    base: SourceLayout
    chosen: dict[str, SourceLayout] = field(factory=dict)

    def named(self) -> tuple[tuple[str, str], ...]:
        """Return each role with its layout's name, or an empty string."""
        return tuple((role, self.chosen[role].name if role in self.chosen else "") for role in ROLES)


def title_of(layout: SourceLayout) -> SourcePlaceholder | None:
    """Return a layout's title placeholder, or None.

    Titles with vertical text, or with several columns, are ignored.
    """
    return next((each for each in layout.of("title") if each.upright), None)


def bodies_of(layout: SourceLayout) -> tuple[SourcePlaceholder, ...]:
    """Return a layout's text placeholders, largest first.

    Those with vertical text, or with several columns, are ignored.
    """
    found = (each for each in layout.of("body") if each.upright)
    return tuple(sorted(found, key=_area, reverse=True))


def layout_roles(layouts: tuple[SourceLayout, ...], masters: tuple[SourceLayout, ...]) -> LayoutRoles:
    """Return the layout of a template that suits each role.

    All these layouts belong to one master: the one with the best layout for a title and text.
    """
    by_master = [(master, [each for each in layouts if each.master == master.part]) for master in masters]
    ranked = sorted(by_master, key=lambda pair: -max(map(_content_rank, pair[1]), default=0))
    master, own = ranked[0]
    content = max(own, key=_content_rank, default=None)
    if content is None or not _content_rank(content):
        return LayoutRoles(master, _others(own, None))
    return LayoutRoles(content, {"content": content, **_others(own, content)})


def _others(own: list[SourceLayout], content: SourceLayout | None) -> dict[str, SourceLayout]:
    cover = (
        _first(own, _has_cover_title)
        or _first(own, _is_cover)
        or (own[0] if own and _looks_like_cover(own[0], content) else None)
    )
    section = _first(own, lambda each: each.kind == "secHead" and title_of(each) is not None)
    section = section or _first(own, lambda each: each is not cover and _looks_like_cover(each, content))
    found = {
        "cover": cover,
        "section": section,
        "two columns": _first(own, lambda each: each.kind != "twoTxTwoObj" and _has_columns(each)),
        "title only": _first(own, lambda each: title_of(each) is not None and not _content(each)),
        "picture": _first(own, _is_picture),
        "table": content,
        "closing": content,
    }
    return {role: layout for role, layout in found.items() if layout is not None and _can_be_read(layout)}


def _can_be_read(layout: SourceLayout) -> bool:
    """Return whether a layout's text could be read in black or white.

    Each placeholder for a title or text can have either colour.
    """
    places = [each for each in layout.placeholders if each.role in ("title", "body")]
    behind = [layout.behind_text(each.shape, each.text.box) for each in places]
    return all(map(can_be_read, behind))


def _first(layouts: Iterable[SourceLayout], suits: object) -> SourceLayout | None:
    assert callable(suits)
    return next((each for each in layouts if suits(each)), None)


def _area(each: SourcePlaceholder) -> float:
    return each.outer.width * each.outer.height


def _share(each: SourcePlaceholder, layout: SourceLayout) -> float:
    """Return the share of the slide that a placeholder takes up."""
    return _area(each) / (layout.slide.width * layout.slide.height)


def _content(layout: SourceLayout) -> tuple[SourcePlaceholder, ...]:
    """Return all placeholders except titles and those in the header or footer."""
    return tuple(each for each in layout.placeholders if each.role not in ("title", *_FOOTERS))


def _content_rank(layout: SourceLayout) -> float:
    """Return how well a layout suits a title and text.

    A layout whose pictures or shapes cover its place for text suits them least. The result is 0 if it does not suit
    them.
    """
    title, bodies = title_of(layout), bodies_of(layout)
    if title is None or not bodies or _share(bodies[0], layout) < _LEAST_BODY:
        return 0.0
    if title.outer.bottom > bodies[0].outer.y + _OVERLAP:
        return 0.0
    alone = len(_content(layout)) == 1
    known = layout.kind in ("obj", "tx")
    usual = layout.kind not in _SPECIAL
    clear = clear_share(bodies[0].text.box, layout.obstacles) > _CLEAR_SHARE
    shown = 8.0 * clear + 4.0 * (known and alone) + 2.0 * (usual and alone) + usual
    return shown + min(0.9, _share(bodies[0], layout))


def _has_cover_title(layout: SourceLayout) -> bool:
    kinds = {each.shape.placeholder[0] for each in layout.of("title") if each.shape.placeholder}
    return title_of(layout) is not None and "ctrTitle" in kinds and layout.kind in ("title", "")


def _is_cover(layout: SourceLayout) -> bool:
    return title_of(layout) is not None and layout.kind == "title"


def _looks_like_cover(layout: SourceLayout, content: SourceLayout | None) -> bool:
    """Return whether a layout has a large, central title and little text."""
    title, bodies, usual = title_of(layout), bodies_of(layout), title_of(content) if content else None
    if layout is content or layout.kind in _SPECIAL or title is None or usual is None:
        return False
    low = 0.3 < (title.outer.y + title.outer.height / 2) / layout.slide.height < 0.75
    large = (title.text.level().size or 0) >= (usual.text.level().size or 0)
    little = sum(_share(each, layout) for each in bodies) < _SMALL_TEXT
    return low and large and little and len(_content(layout)) == len(bodies) <= 1


def _has_columns(layout: SourceLayout) -> bool:
    bodies = bodies_of(layout)
    return len(bodies) == len(_content(layout)) == 2 and _share(bodies[1], layout) > _LEAST_COLUMN


def _is_picture(layout: SourceLayout) -> bool:
    pictures, bodies = layout.of("pic"), bodies_of(layout)
    if title_of(layout) is None or len(pictures) != 1 or len(bodies) != 1 or len(_content(layout)) != 2:
        return False
    tall = bodies[0].text.box.height > layout.slide.height * 0.35
    return tall and _share(pictures[0], layout) >= _LEAST_PICTURE
