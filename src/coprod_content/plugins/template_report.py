"""Reports on templates: how a renderer uses an organisation's own file."""

from typing import Literal

from attrs import frozen

from coprod_content.brand.contrast import LEAST_FOR_TEXT, contrast
from coprod_content.findings.finding import Finding


@frozen(kw_only=True)
class TemplateBox:
    """A box on a layout, and its contents.

    The measures are in millimetres, from the top left corner of the slide. `holds` says in everyday words what goes
    into the box, such as `title` or `steps`. `name` is the name of the template's own placeholder, or an empty string
    if the box is added. `size` is the largest type size in the box, in points, or 0 for a picture. `ink` and `ground`
    are the colours of text and what is behind it, as `#rrggbb`.
    """

    holds: str
    left: float
    top: float
    width: float
    height: float
    name: str = ""
    size: float = 0
    ink: str = ""
    ground: str = ""


@frozen(kw_only=True)
class TemplateRole:
    """The layout or style that is used for one purpose.

    `role` is the key in a template map, or an empty string if a map cannot change it. `caption` says in everyday words
    what it is used for. `uses` is the name of the template's layout or style. `how` is `found` if it is used as it is,
    `mapped` if the template map names it, `composed` if a new layout or style is made in the look of the template, and
    `added` if the template has nothing to make it from. `boxes` are in reading order, and empty for styles. `why` gives
    the reason for the choice.
    """

    role: str
    caption: str
    uses: str
    how: Literal["found", "mapped", "composed", "added"]
    boxes: tuple[TemplateBox, ...] = ()
    why: str = ""


@frozen(kw_only=True)
class TemplateFont:
    """A font that a template names.

    `where` says what uses it. `measured_by` completes the words “its text is measured”, for example with `in Arimo`. If
    the font's own widths are used, it is the same as `name`. `embedded` is true if the template contains the font.
    """

    name: str
    where: str
    measured_by: str
    embedded: bool = False


@frozen(kw_only=True)
class ColourPair:
    """The colours of text and its background, as `#rrggbb`.

    `where` says where in the template they are.
    """

    ink: str
    ground: str
    where: str

    @property
    def ratio(self) -> float:
        """The contrast ratio, from 1 to 21."""
        return contrast(self.ink, self.ground)

    @property
    def is_readable(self) -> bool:
        """Whether the contrast is 4.5:1 or more."""
        return self.ratio >= LEAST_FOR_TEXT


@frozen(kw_only=True)
class SmallType:
    """A type size in a template that is smaller than we allow.

    `points` is the size, and `floor` the smallest size allowed, both in points. `where` says what uses it. If `kept` is
    true, files have this size all the same, because it belongs to the template's header or footer.
    """

    points: float
    floor: float
    where: str
    kept: bool = False


@frozen(kw_only=True)
class UndescribedPicture:
    """A picture without alternative text that is not marked as decorative."""

    name: str
    where: str


@frozen(kw_only=True)
class TemplateReport:
    """A renderer's report on a template and how it is used.

    `width` and `height` are those of its slides or pages, in millimetres. `layouts` are the names of the layouts or
    styles that a template map can name, in the template's order. `roles` are in the order in which people meet them.
    `colour_pairs` contains all pairs that were examined. `language` is the language tag of the template's text, or an
    empty string. Each of the `findings` says what was chosen, changed or left out. An error means that the template
    cannot be used. In that case, the other fields can be empty.
    """

    name: str
    width: float = 0
    height: float = 0
    layouts: tuple[str, ...] = ()
    roles: tuple[TemplateRole, ...] = ()
    fonts: tuple[TemplateFont, ...] = ()
    colour_pairs: tuple[ColourPair, ...] = ()
    small_type: tuple[SmallType, ...] = ()
    undescribed_pictures: tuple[UndescribedPicture, ...] = ()
    language: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def is_usable(self) -> bool:
        """Whether files can be made with the template."""
        return not any(finding.level == "error" for finding in self.findings)
