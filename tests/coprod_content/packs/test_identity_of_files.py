"""An organisation's name is in every file that is made for it, and the credit for our content once."""

import io
import re
import zipfile
from html import unescape

import pypdfium2
import pytest
from attrs import evolve
from tests.support.canonical_site import by_path, pages_of
from tests.support.pictures import picture
from tests.support.roots import TOOL, written

from coprod_content import Library, load, load_brand
from coprod_content.brand.brand import Brand
from coprod_content.brand.organisation import Logo, Organisation
from coprod_content.packs.pack import make_pack
from coprod_site import make_site

NAME = "Bwrdd Iechyd & Chyfeillion"
CREDIT = "Based on coprod_content, CC BY 4.0, independent of NHS England"
_TEXT_PART = re.compile(r"(word|ppt)/(document|slides/slide\d+|running-header|first-footer)\.xml")
_ABOUT_PRINTING = "postcards-test-sheet.pdf"


def words_of(data: bytes, suffix: str) -> str:
    """Return the words that people see in a file, without spaces."""
    if suffix in (".docx", ".pptx"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = [package.read(name).decode() for name in package.namelist() if _TEXT_PART.fullmatch(name)]
        text = "".join("".join(re.findall(r"<[wa]:t[ >][^<]*", part)) for part in parts)
        text = unescape(re.sub(r"<[wa]:t[^>]*>", "", text))
    elif suffix == ".pdf":
        pages = pypdfium2.PdfDocument(data)
        text = "".join(page.get_textpage().get_text_bounded() for page in pages)
    else:
        text = unescape(re.sub(r"<(script|style)\b.*?</\1>|<[^>]+>", "", data.decode(), flags=re.DOTALL))
    return re.sub(r"[\s\u200b\ufffe\u00ad]", "", text)


def has_name(data: bytes, suffix: str) -> bool:
    """Return whether a file's words include the organisation's name."""
    return NAME.replace(" ", "") in words_of(data, suffix)


def credits_in(data: bytes, suffix: str) -> int:
    """Return how many times a file's words credit our content."""
    return words_of(data, suffix).count(CREDIT.replace(" ", ""))


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Our library with a tool of theirs in a workshop."""
    own = TOOL.replace("theme: sharing", "theme: sharing-power").replace("Listen in pairs", "Our walk")
    return load(written(tmp_path_factory.mktemp("own"), {"tools/our-walk.yaml": own}))


@pytest.fixture(scope="module")
def brand() -> Brand:
    organisation = Organisation(name=NAME, address="https://trust.example", logo=Logo(file="logo.png"))
    return evolve(load_brand(), organisation=organisation, files=(("logo.png", picture()),))


@pytest.mark.thorough
def test_every_file_of_a_pack_is_theirs_and_credits_us_once(mixed: Library, brand: Brand) -> None:
    """The name is in the text of every file. The credit is in each file exactly once."""
    pack = make_pack(mixed.workshops["online-hour"], mixed, brand)
    assert pack.failures == ()
    files = {name: built for name, built in pack.built if built.data}
    assert {name for name, built in files.items() if not has_name(built.data or b"", built.suffix)} == set()
    own = (name for name in files if not name.endswith(_ABOUT_PRINTING))
    credited = {name: credits_in(files[name].data or b"", files[name].suffix) for name in own}
    assert {name: count for name, count in credited.items() if count != 1} == {}


@pytest.mark.thorough
def test_every_page_of_a_site_is_theirs_and_credits_us_once(mixed: Library, brand: Brand) -> None:
    """The logo, the name and the credit are on each page, and a page of theirs does not claim our licence."""
    pages = pages_of(by_path(make_site(mixed, brand)))
    wrong = {
        path: (has_name(page.encode(), ".html"), credits_in(page.encode(), ".html"), page.count('class="site-logo"'))
        for path, page in pages.items()
    }
    assert {path: found for path, found in wrong.items() if found != (True, 1, 1)} == {}
    assert '"license"' in pages["tools/fishbowl.html"]
    assert '"license"' not in pages["tools/our-walk.html"]
