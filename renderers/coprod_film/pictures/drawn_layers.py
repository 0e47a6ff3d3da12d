"""Draw the layers of a film with Typst."""

import io
from collections.abc import Iterable
from pathlib import Path

import typst
from attrs import evolve, frozen
from PIL import Image

import coprod_cards
from coprod_cards.fonts import drawable, families, font_files
from coprod_cards.pdf.payload import PdfProperties, as_json, pdf_properties
from coprod_content.brand.brand import Brand, Palette
from coprod_content.content.drawing import Label
from coprod_content.document.document import Document
from coprod_film.pictures.layers import HEIGHT, WIDTH, Layer

_TEMPLATE = Path(__file__).parents[1] / "template" / "film.typ"
_RENDERERS = Path(coprod_cards.__file__).parents[1]
_POINTS_PER_INCH = 72


@frozen(kw_only=True)
class LayersPayload:
    """All the data from which Typst draws layers."""

    properties: PdfProperties
    fonts: tuple[str, ...]
    palette: Palette
    width: int
    height: int
    layers: tuple["LayerData", ...]


@frozen(kw_only=True)
class LayerData:
    """A layer with its scale (see `Layer.scale`)."""

    layer: Layer
    scale: float


@frozen(eq=False)
class DrawnLayer:
    """A layer as a picture, with its position in the frame.

    `opacity` is the opacity of each pixel of `picture`. `x` and `y` are the position of its top left corner, in pixels.
    """

    picture: Image.Image
    opacity: Image.Image
    x: int
    y: int


def drawn_layers(layers: Iterable[Layer], document: Document, brand: Brand, height: int) -> dict[Layer, DrawnLayer]:
    """Return each layer as a picture, for frames `height` pixels high.

    `document` gives the language of the words. Raises UnknownFont if neither the brand's print font nor one with the
    same widths is installed.
    """
    names, different = families(brand), tuple(dict.fromkeys(layers))
    payload = LayersPayload(
        properties=pdf_properties(document, names),
        fonts=names,
        palette=brand.palette,
        width=WIDTH,
        height=HEIGHT,
        layers=tuple(LayerData(layer=_drawable(layer, names), scale=layer.scale) for layer in different),
    )
    pages = typst.compile(
        _TEMPLATE,
        root=_RENDERERS,
        font_paths=font_files(names),
        ignore_system_fonts=True,
        sys_inputs={"payload": as_json(payload)},
        format="png",
        ppi=_POINTS_PER_INCH * height / HEIGHT,
    )
    found = pages if isinstance(pages, list) else [pages]
    return {layer: _cut_out(page) for layer, page in zip(different, found, strict=True) if isinstance(page, bytes)}


def _cut_out(page: bytes) -> DrawnLayer:
    whole = Image.open(io.BytesIO(page)).convert("RGBA")
    box = whole.getchannel("A").getbbox() or (0, 0, 1, 1)
    cut = whole.crop(box)
    return DrawnLayer(cut.convert("RGB"), cut.getchannel("A"), box[0], box[1])


def _drawable(layer: Layer, names: tuple[str, ...]) -> Layer:
    """Return a layer in which characters that no font contains are replaced."""
    shapes = (
        evolve(each, text=drawable(each.text, names)) if isinstance(each, Label) else each for each in layer.shapes
    )
    words = (evolve(each, text=drawable(each.text, names)) for each in layer.words)
    return evolve(layer, shapes=tuple(shapes), words=tuple(words))
