"""A logo works in every format, or is refused in one line."""

import gzip
import io
import struct
import zlib
from base64 import b64encode
from contextlib import suppress

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin
from tests.support.pictures import SVG, opened, picture
from tests.support.roots import small_root

from coprod_content import Library, load
from coprod_content.brand.brand import Brand, Logo
from coprod_content.brand.logo import logo_picture
from coprod_content.files.pictures.picture_files import UnusablePicture
from coprod_content.packs.pack import make_pack

WHITE = "#ffffff"
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 300 100">'
BOX = '<rect width="300" height="100" fill="#005eb8"/>'
ILLUSTRATOR = b"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
<!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/"> <!ENTITY ns_svg "http://www.w3.org/2000/svg">]>
<svg version="1.1" xmlns:i="&ns_ai;" xmlns="&ns_svg;" viewBox="0 0 300 100" i:pageBounds="0 1 2 3">
<style><![CDATA[@import url("http://example.org/a.css"); .blue{fill:#005EB8;}]]></style>
<switch><foreignObject requiredExtensions="&ns_ai;"><i:pgfRef/></foreignObject>
<g i:extraneous="self"><rect class="blue" width="300" height="100"/></g></switch><i:pgf>eJzs</i:pgf></svg>"""


def exif(orientation: int) -> bytes:
    made = Image.Exif()
    made[0x112] = orientation
    return made.tobytes()


def header_of(width: int, height: int) -> bytes:
    """A PNG that claims a size: making one of that size would take seconds."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return picture()[:12] + header + struct.pack(">I", zlib.crc32(header)) + picture()[33:]


def svg(inside: str) -> bytes:
    return f"{HEAD}{inside}</svg>".encode()


def explosive() -> str:
    """An SVG with copies of copies: a hundred thousand million shapes in all."""
    copies = "".join(f'<g id="a{n}">' + f'<use xlink:href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 12))
    return f'<defs><path id="a0" d="M0 0h3"/>{copies}</defs><use xlink:href="#a11"/>'


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (picture(), (300, 100)),
        (picture(mode="P"), (300, 100)),
        (picture(mode="1"), (300, 100)),
        (picture(mode="LA"), (300, 100)),
        (picture(mode="I;16"), (300, 100)),
        (picture("JPEG"), (300, 100)),
        (picture("JPEG", mode="CMYK"), (300, 100)),
        (picture("JPEG", mode="L", progressive=True), (300, 100)),
        (picture("JPEG", exif=exif(6)), (100, 300)),
        (picture("MPO", append_images=[Image.new("RGB", (300, 100))], save_all=True), (300, 100)),
        (picture("JPEG", 2400, 1600), (1600, 1067)),
        (ILLUSTRATOR, (1600, 533)),
        (SVG, (1600, 533)),
        (SVG.decode().encode("utf-8-sig"), (1600, 533)),
        (f'<?xml version="1.0" encoding="UTF-16"?>{SVG.decode()}'.encode("utf-16"), (1600, 533)),
        (gzip.compress(SVG), (1600, 533)),
        (SVG.replace(b'xmlns="http://www.w3.org/2000/svg" ', b""), (1600, 533)),
        (svg(f'<g id="a"><use xlink:href="#a"/>{BOX}</g>'), (1600, 533)),
        (svg(f'<image xlink:href="data:image/png;base64,{b64encode(picture()).decode()}"/>'), (1600, 533)),
    ],
)
def test_what_cameras_and_drawing_programs_write_can_be_used(data: bytes, size: tuple[int, int]) -> None:
    """Every PNG, JPEG and SVG becomes an upright RGB picture of at most 1,600 pixels, without metadata."""
    made = logo_picture(data, WHITE)
    image = opened(made.data)
    assert (made.width, made.height) == image.size == size
    assert image.mode in ("RGB", "RGBA")
    assert not image.getexif()
    assert "icc_profile" not in image.info
    assert (made.suffix == "jpg") == (image.format == "JPEG")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is an empty file."),
        (b"hello", "is not a picture."),
        (b"<html><body/></html>", "is not a picture."),
        (picture("GIF"), "is a GIF picture."),
        (picture("WEBP"), "is a WebP picture."),
        (picture("TIFF"), "is a TIFF picture."),
        (picture("BMP"), "is a BMP picture."),
        (b"%PDF-1.7 made by Illustrator", "is a PDF or Illustrator file."),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "is an EPS file."),
        (b"\x00\x00\x00\x18ftypheic", "is a HEIC photograph."),
        (picture()[:80], "is damaged, so it cannot be read completely."),
        (picture("JPEG")[:500], "is damaged, so it cannot be read completely."),
        (header_of(20_000, 20_000), "has more than 50 million pixels."),
        (picture("PNG", 1000, 2), "is 1000 by 2 pixels, which is too long and thin to be seen."),
        (b"<svg><rect", "is not a drawing that can be read."),
        (svg('<image href="logo.png"/>'), "refers to another file, 'logo.png'."),
        (svg('<use href="icons.svg#a"/>'), "refers to another file, 'icons.svg#a'."),
        (svg('<foreignObject width="9" height="9"/>'), "contains HTML (foreignObject)"),
        (SVG.replace(b'viewBox="0 0 300 100"', b""), "is a drawing without a size."),
        (svg(explosive()), "has too many shapes."),
        (svg("<g>" * 3000 + "</g>" * 3000), "is nested too deeply."),
    ],
)
def test_any_other_logo_is_refused_with_what_to_do(data: bytes, what: str) -> None:
    """A logo that cannot be used everywhere is refused, and never breaks the program."""
    with pytest.raises(UnusablePicture) as caught:
        logo_picture(data, WHITE)
    assert caught.value.what.startswith(what)
    assert caught.value.fix


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (picture("PNG", 64, 64), "is only 64 by 64 pixels, so it will look blurred."),
        (picture("PNG", 1, 1), "is only 1 by 1 pixels, so it will look blurred."),
        (svg(BOX.replace("#005eb8", "#fff")), "cannot be seen on the paper colour #ffffff."),
        (svg('<text y="60" font-size="40">Our trust</text>'), "contains text"),
    ],
)
def test_a_logo_that_will_not_look_right_is_pointed_out(data: bytes, advice: str) -> None:
    """A logo that is small, invisible or contains text is used, but with advice."""
    ((what, fix),) = logo_picture(data, WHITE).advice
    assert what.startswith(advice)
    assert fix


BLUE = (0, 94, 184, 255)
P3 = 'style="fill:#005EB8;fill:color(display-p3 0 0.37 0.72);fill-opacity:1"'
MEDIA = "@media (prefers-color-scheme: dark){.a{fill:#fff}} @media print{.a{fill:red}} @keyframes k{from{fill:red}}"
JPEG_AS_PNG = f"data:image/png;base64,{b64encode(picture('JPEG')).decode()}"


@pytest.mark.parametrize(
    "inside",
    [
        f'<rect width="300" height="100" {P3}/>',
        BOX.replace('fill="#005eb8"', 'fill="#005eb8 icc-color(x, 1, 0)"'),
        f'<style>@namespace svg url(http://x.org); {MEDIA} .a{{fill:#005eb8}}</style>{BOX.replace("fill=", "class=")}'
        .replace('class="#005eb8"', 'class="a"'),
        f'<style media="print">rect{{fill:red}}</style>{BOX}',
        f'<style>rect:hover{{fill:red}} <!-- rect{{fill:#005eb8}} --></style>{BOX}',
        BOX.replace("/>", ' filter="url(#none)"/>'),
        BOX.replace("/>", ' style="background:url(javascript:x);vector-effect:none"/>'),
    ],
)  # fmt: skip
def test_a_drawing_has_the_colours_that_a_browser_shows(inside: str) -> None:
    """Styles that some programs do not know are left out if the drawing looks the same without them."""
    assert opened(logo_picture(svg(inside), WHITE).data).convert("RGBA").getpixel((800, 300)) == BLUE


@pytest.mark.parametrize(
    "inside",
    [
        BOX.replace("#005eb8", "oklch(0.5 0.15 250)"),
        BOX.replace("#005eb8", "rgb(0 94 184 / 50%)"),
        BOX.replace("/>", ' style="fill:var(--blue)"/>').replace('fill="#005eb8"', ""),
        BOX.replace("/>", ' style="clip-path:circle(9px)"/>'),
        BOX.replace("/>", ' style="transform:rotate(9deg)"/>'),
        BOX.replace("/>", ' style="width:50%"/>'),
        f"<style>rect:not(.a){{fill:red}}</style>{BOX}",
        f"<style>@supports (fill:red){{rect{{fill:red}}}}</style>{BOX}",
    ],
)
def test_a_style_that_some_programs_draw_differently_is_refused(inside: str) -> None:
    """A drawing never looks different in PowerPoint and in a browser."""
    with pytest.raises(UnusablePicture, match="which some programs cannot draw"):
        logo_picture(svg(inside), WHITE)


def test_pictures_in_a_drawing_are_read_like_logos() -> None:
    """A picture in a drawing is converted, or refused by name."""
    image = '<image width="300" height="100" href="{}"/>'
    assert "data:image/jpeg;base64," in logo_picture(svg(image.format(JPEG_AS_PNG)), WHITE).svg
    for data, what in ((picture()[:80], "is damaged"), (picture("GIF"), "is a GIF picture"), (SVG, "is a drawing")):
        with pytest.raises(UnusablePicture, match=f"contains a file that {what}"):
            logo_picture(svg(image.format(f"data:image/png;base64,{b64encode(data).decode()}")), WHITE)


def test_a_drawing_with_text_is_the_same_picture_everywhere() -> None:
    """Text in a drawing is drawn once, and refused if no font has its letters."""
    text = '<text y="60" font-size="40">Our trust{}</text>'
    assert logo_picture(svg(text.format("")), WHITE).svg == ""
    with pytest.raises(UnusablePicture, match="characters that no available font has"):
        logo_picture(svg(text.format("\N{SLIGHTLY SMILING FACE}")), WHITE)


@pytest.mark.parametrize(
    "inside", [f"<style>rect{{fill:#005eb8}}</style>{BOX}", f'<g style="mix-blend-mode:multiply">{BOX}</g>']
)
def test_office_gets_only_drawings_that_it_can_draw(inside: str) -> None:
    """PowerPoint and Word get the picture of a drawing with styles that they do not know."""
    assert logo_picture(svg(inside), WHITE).svg
    assert logo_picture(svg(inside), WHITE).office_svg == ""
    assert logo_picture(SVG, WHITE).office_svg == logo_picture(SVG, WHITE).svg


def test_the_text_of_photoshop_in_a_picture_can_be_long() -> None:
    """Metadata does not make a picture unreadable, however long it is."""
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", "x" * 2_000_000, zip=True)
    assert logo_picture(picture(pnginfo=text), WHITE).width == 300


def test_what_a_drawing_could_run_or_load_is_left_out() -> None:
    """A drawing keeps its shapes, and loses scripts, links and the drawing program's data."""
    script = '<script>alert(1)</script><a href="javascript:x"><rect onclick="x()" width="300" height="100"/></a>'
    made = logo_picture(svg(script), WHITE).svg + logo_picture(ILLUSTRATOR, WHITE).svg
    assert [word for word in ("script", "onclick", "example.org", "adobe", "pgf", "ENTITY") if word in made] == []
    assert made.count("<rect") == 2


@given(st.data())
def test_a_damaged_logo_is_read_or_refused(data: st.DataObject) -> None:
    """Whichever bytes are changed or cut off, a logo is either used or refused."""
    whole = data.draw(st.sampled_from([picture(), picture("JPEG"), picture("JPEG", mode="CMYK"), SVG, ILLUSTRATOR]))
    broken = bytearray(whole[: data.draw(st.integers(0, len(whole)))])
    for at in data.draw(st.lists(st.integers(0, max(0, len(broken) - 1)), max_size=8)) if broken else ():
        broken[at] = data.draw(st.integers(0, 255))
    with suppress(UnusablePicture):
        assert opened(logo_picture(bytes(broken), WHITE).data).size


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the library of a small root."""
    return load(small_root(tmp_path_factory.mktemp("content")))


@pytest.fixture(scope="module")
def plain(library: Library, brand: Brand) -> dict[str, bytes | None]:
    """Return the files of a pack without a logo by name."""
    return {name: built.data for name, built in make_pack(library.workshops["meeting"], library, brand).built}


@pytest.mark.parametrize(
    "data", [picture(), pytest.param(picture("JPEG", mode="CMYK"), marks=pytest.mark.thorough), ILLUSTRATOR]
)
def test_every_file_of_a_pack_is_made_with_a_logo(
    data: bytes, brand: Brand, library: Library, plain: dict[str, bytes | None]
) -> None:
    """A pack with a logo has all its files and no findings."""
    branded = evolve(brand, logo=Logo(file="logo", alt="Our trust"), files=(("logo", data),))
    pack = make_pack(library.workshops["meeting"], library, branded)
    assert pack.failures == ()
    assert pack.findings == ()
    with_logo = {name.removeprefix("meeting-") for name, built in pack.built if built.data != plain[name]}
    assert with_logo == {
        "deck.pptx", "deck.html", "facilitator-guide.docx", "facilitator-guide.html", "run-sheet.docx",
        "run-sheet.html", "run-sheet.pdf", "handouts.docx", "handouts.html", "postcards.html", "postcards-to-read.pdf",
        "postcards-for-a-print-shop.pdf", "postcards-flip-on-long-edge.pdf", "postcards-flip-on-short-edge.pdf",
        "postcards-tuck-box.pdf",
    }  # fmt: skip


def test_a_logo_is_saved_the_same_way_each_time() -> None:
    """The same logo gives the same bytes."""
    for data in (picture(), picture("JPEG"), SVG):
        logo_picture.cache_clear()
        first = logo_picture(data, WHITE)
        logo_picture.cache_clear()
        assert logo_picture(data, WHITE) == first
        assert io.BytesIO(first.data).getvalue()
