"""The site with the builder, served to Chromium."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext
from tests.coprod_browser.site_in_a_browser import ENGINE, Host
from tests.support.browser import Browser
from tests.support.pictures import picture

from coprod_browser import builder_files, engine_parts
from coprod_browser.hosting import POLICY
from coprod_builder import job_content


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content root with a logo."""
    made = tmp_path_factory.mktemp("ours")
    made.joinpath("brand.yaml").write_text("logo:\n  file: us.png\n  alt: Us\n")
    made.joinpath("us.png").write_bytes(picture("PNG", 400, 200, "RGBA"))
    return made


@pytest.fixture
def ours(root: Path) -> Iterator[None]:
    """Let jobs in this process use the same content root as the site."""
    job_content.prepare((root,), (root,))
    yield
    job_content.prepare((), ())


@pytest.fixture(scope="session")
def host(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Iterator[Host]:
    """Serve the builder with the headers that we publish."""
    if not (ENGINE / "node_modules").is_dir():
        pytest.skip("the engine is not here: run make pages")
    folder = tmp_path_factory.mktemp("pages")
    for name, data in builder_files((root,), engine_parts(ENGINE)).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    made = Host("", folder)

    class Handler(http.server.SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", POLICY)
            super().end_headers()

        def do_GET(self) -> None:
            made.asked.append(self.path)
            data = made.instead.get(self.path.rpartition("/")[2])
            if data is None:
                super().do_GET()
                return
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(self.path))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Print nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    made.address = f"http://127.0.0.1:{server.server_port}/build/"
    yield made
    server.shutdown()
    server.server_close()


@pytest.fixture
def window(browser: Browser) -> Iterator[BrowserContext]:
    """A window of Chromium with nothing stored."""
    context = browser.chromium.new_context(accept_downloads=True, viewport={"width": 1200, "height": 900})
    yield context
    context.close()
