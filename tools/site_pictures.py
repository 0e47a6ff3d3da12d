"""Pictures of the web edition: every kind of page on a desk and on a phone, and one for the documentation.

`make gallery` makes them; needs Chromium (`make judges`).
"""

import shutil
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from coprod_content import load
from coprod_content.brand.load_brand import load_brand
from coprod_site import make_site
from tools.contact_sheets import OUT, grid_of, write_picture

_KINDS = (
    "index.html",
    "themes/sharing-power.html",
    "tools/index.html",
    "tools/group-agreement.html",
    "postcards/index.html",
    "workshops/first-steps.html",
    "films/starting-small.html",
    "diagrams/three-circles.html",
    "articles/literature-review.html",
    "resources/whose-shoes.html",
    "terms/easy-read.html",
    "references/arnstein1969.html",
    "purposes/decide.html",
    "cards/as-a-person-first.html",
    "search.html",
    "about.html",
    "404.html",
)
_SIZES = {"desk": (1200, 900), "phone": (360, 720)}


def main() -> None:
    """Make the site in a temporary folder, and photograph it."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        for file in make_site(load(), load_brand()):
            (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
            (folder / file.path).write_bytes(file.data)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for scheme in ("light", "dark"):
            for size in _SIZES:
                pictures = [_photographed(browser, folder, path, size, scheme) for path in _KINDS]
                grid_of(pictures, 6).save(OUT / f"site-{size}-{scheme}.png")
        sys.stdout.write(write_picture("site", list(_for_the_documentation(browser, folder)), 3) + "\n")
        browser.close()


def _photographed(browser: Browser, folder: Path, path: str, size: str, scheme: str) -> Image.Image:
    """Return a picture of a page from its top, as large as a screen."""
    page = _opened(browser, folder, path, size, scheme)
    return _picture(page)


def _for_the_documentation(browser: Browser, folder: Path) -> tuple[Image.Image, ...]:
    """Return pictures of the first page, of a diagram with a part chosen, and of three cards drawn at random."""
    first = _opened(browser, folder, "index.html")
    diagram = _opened(browser, folder, "diagrams/three-circles.html")
    diagram.get_by_role("button", name="Partnership without a method").click()
    diagram.evaluate("document.querySelector('.explorer').scrollIntoView()")
    cards = _opened(browser, folder, "postcards/index.html")
    cards.evaluate("Math.random = () => 0.37")
    cards.get_by_role("button", name="Draw three").click()
    cards.get_by_role("button", name="Turn over").nth(1).click()
    cards.evaluate("document.querySelector('.draw').scrollIntoView()")
    return tuple(map(_picture, (first, diagram, cards)))


def _opened(browser: Browser, folder: Path, path: str, size: str = "desk", scheme: str = "light") -> Page:
    width, height = _SIZES[size]
    dark = "dark" if scheme == "dark" else "light"
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=dark, reduced_motion="reduce")
    page.goto((folder / path).as_uri())
    return page


def _picture(page: Page) -> Image.Image:
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    page.close()
    return picture


if __name__ == "__main__":
    main()
