"""The colours of the pictures that a template has behind text."""

import io

from attrs import field, frozen
from PIL import Image, UnidentifiedImageError

from coprod_office.reading.deck import Deck
from coprod_office.reading.package import binary_parts, part_name
from coprod_office.reading.slide_layers import SlideLayer
from coprod_office.reading.xml import A, Element, P, R
from coprod_slides.box import EMU_PER_MM, SlideBox

_SIDE, _MOST_PIXELS = 24, 60_000_000
_SHARES = (0.5, 0.1, 0.9)
_GREY = (299, 587, 114)


@frozen(eq=False)
class TemplatePictures:
    """A template's pictures, each read when it is first needed."""

    deck: Deck
    data: bytes
    _images: dict[str, Image.Image | None] = field(factory=dict, init=False)

    def behind(self, layer: SlideLayer, parts: tuple[str, ...], box: SlideBox, slide: SlideBox) -> tuple[str, ...]:
        """Return the median, a dark and a light colour behind a box.

        They are colours of the picture that is behind the box. The tuple is empty if there is no picture, or if it
        cannot be read. `layer` is a layout or master, and `parts` contains the part names of the layer, its master and
        its theme. `slide` is the whole slide.
        """
        for place, _, shape in reversed(layer.drawn):
            area = SlideBox(*(length / EMU_PER_MM for length in place))
            if area.overlaps(box) and place.width * place.height and _covers(area, box):
                found = self._colours(shape.element, parts, area, box)
                if found:
                    return found
        layers = [each for each in (layer, layer.below) if each]
        backgrounds = [each.root.find(f"{P}cSld/{P}bg") for each in layers]
        for background in backgrounds:
            if background is not None:
                reference = background.find(f"{P}bgRef")
                number = 0 if reference is None else int(reference.get("idx") or 1001) - 1001
                styles = layer.theme.backgrounds[number : number + 1] if number > 0 else ()
                return self._colours(background if reference is None else next(iter(styles), None), parts, slide, box)
        return ()

    def _colours(self, owner: Element | None, parts: tuple[str, ...], area: SlideBox, box: SlideBox) -> tuple[str, ...]:
        id_ = None if owner is None else next((each.get(f"{R}embed") for each in owner.iter(f"{A}blip")), None)
        for part in parts if id_ else ():
            for each in self.deck.package.relationships(part):
                image = self._image(part_name(part, each.target)) if each.id == id_ and each.kind == "image" else None
                if image:
                    return _typical(image, area, box)
        return ()

    def _image(self, part: str) -> Image.Image | None:
        if part not in self._images:
            self._images[part] = _opened(binary_parts(self.data, frozenset({part})).get(part, b""))
        return self._images[part]


def _opened(data: bytes) -> Image.Image | None:
    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > _MOST_PIXELS:
                return None
            image.draft("RGB", (256, 256))
            return image.convert("RGBA").convert("RGB").resize((256, 256))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return None


def _covers(area: SlideBox, box: SlideBox) -> bool:
    across = min(area.right, box.right) - max(area.x, box.x)
    down = min(area.bottom, box.bottom) - max(area.y, box.y)
    return across * down > 0.6 * box.width * box.height


def _typical(image: Image.Image, area: SlideBox, box: SlideBox) -> tuple[str, ...]:
    """Return the median, a dark and a light colour in an image.

    They are found in the part of the image behind `box`. `area` is the rectangle on the slide that the image fills. The
    tuple is empty if almost none of the image is behind the box.
    """
    left, right = ((min(max(x, area.x), area.right) - area.x) / area.width for x in (box.x, box.right))
    top, bottom = ((min(max(y, area.y), area.bottom) - area.y) / area.height for y in (box.y, box.bottom))
    part = (left * image.width, top * image.height, right * image.width, bottom * image.height)
    if part[2] - part[0] < 1 or part[3] - part[1] < 1:
        return ()
    small = image.resize((_SIDE, _SIDE), box=part)
    pixels = [small.getpixel((x, y)) for x in range(_SIDE) for y in range(_SIDE)]
    colours = [each for each in pixels if isinstance(each, tuple)]
    ordered = sorted(colours, key=lambda each: sum(a * b for a, b in zip(each, _GREY, strict=True)))
    return tuple("#" + bytes(ordered[int(share * (len(ordered) - 1))]).hex() for share in _SHARES)
