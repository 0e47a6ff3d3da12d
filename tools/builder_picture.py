"""The picture of the builder in the documentation. `make gallery` makes it; needs Chromium (`make judges`)."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

OUT = Path(__file__).parents[1] / "docs" / "images" / "builder.png"
_SIZE = {"width": 1200, "height": 1000}
_FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
_COLOURS = 128
_SHOWN = "workshops/first-steps"


def main() -> None:
    """Start the builder, photograph one of its pages, and stop it."""
    command = [sys.executable, "-u", "-m", "coprod_content.cli.app", "serve", "--port", "18190", "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as builder:
        try:
            line = builder.stdout.readline() if builder.stdout else ""
            found = re.search(r"http://\S+", line)
            if not found:
                sys.exit(f"The builder did not start: {line}")
            _photograph(found[0] + _SHOWN)
        finally:
            builder.terminate()
    print(OUT.name)


def _photograph(address: str) -> None:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=_FLAGS)
        page = chromium.new_page(viewport=_SIZE)
        page.goto(address)
        page.screenshot(path=OUT)
        chromium.close()
    with Image.open(OUT) as picture:
        picture.convert("RGB").quantize(_COLOURS).save(OUT, optimize=True)


if __name__ == "__main__":
    main()
