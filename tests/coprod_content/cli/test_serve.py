"""`coprod serve` prints its address, warns if others can reach it, and ends on Ctrl+C."""

import http.client
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.command_line import coprod
from tests.support.platforms import POSIX
from tests.support.roots import SMALL, small_root

from coprod_builder import Serving
from coprod_builder.page_templates import BuilderTemplates
from coprod_builder.web.page_responses import PageResponses
from coprod_content.cli.serve import is_this_machine


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "::1", "localhost", "LOCALHOST"])
def test_addresses_of_this_machine(host: str) -> None:
    """Only this machine can reach them."""
    assert is_this_machine(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.2", "example.org", "", "localhost.example.org"])
def test_addresses_that_others_can_reach(host: str) -> None:
    """All other addresses count as open to others."""
    assert not is_this_machine(host)


@POSIX
def test_it_serves_until_it_is_stopped(tmp_path: Path) -> None:
    """The process prints its address, answers there, and ends with one line when interrupted."""
    command = [sys.executable, "-m", "coprod_content.cli.app", "serve", "--port", "18080", "--no-open"]
    env = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env) as process:
        try:
            assert process.stdout
            said = process.stdout.readline()
            found = re.search(r"http://127\.0\.0\.1:(\d+)/", said)
            assert found, said
            assert "Nothing is saved" in process.stdout.readline()
            connection = http.client.HTTPConnection("127.0.0.1", int(found[1]), timeout=20)
            connection.request("GET", "/")
            answer = connection.getresponse()
            assert answer.status == 200
            assert b"Build a workshop" in answer.read()
            connection.close()
            process.send_signal(signal.SIGINT)
            _, err = process.communicate(timeout=30)
        finally:
            process.kill()
    assert (process.returncode, err) == (130, "Stopped. No file was left half-written.\n")
    assert list(tmp_path.iterdir()) == []


def test_the_builder_shows_the_warnings_that_check_prints(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The builder's pages list the files that are not read. On the first page, the list is open."""
    served: list[Serving] = []
    monkeypatch.setattr("coprod_builder.run", served.append)
    root = small_root(tmp_path / "mine", {"postcard/hope.yaml": SMALL["postcards/who-decides.yaml"]})
    ran = coprod("serve", "--no-open", "--root", str(root))
    assert ran.exit_code == 0, ran.output
    assert "this folder is not read. Did you mean 'postcards'?" in ran.stderr
    templates = BuilderTemplates(served[0].library, served[0].brand, served[0].warnings)
    pages = PageResponses(served[0].library, templates)
    first, other = bytes(pages.first_page().body).decode(), bytes(pages.message(404, "No", "No").body).decode()
    said = "mine/postcard: this folder is not read. Did you mean &#39;postcards&#39;?"
    assert said in first
    assert said in other
    assert '<details class="part" id="warnings" open>' in first
    assert '<details class="part" id="warnings">' in other
    sound = BuilderTemplates(served[0].library, served[0].brand)
    assert "Warnings" not in sound.html("message.html", title="No", words="No")


def test_a_host_that_others_can_reach_is_warned_about() -> None:
    """The warning says what that means. This machine does not have the address, so nothing is opened."""
    ran = coprod("serve", "--host", "192.0.2.1", "--no-open")
    assert ran.exit_code == 1
    assert "Everyone who can reach 192.0.2.1 can open the builder" in ran.output
    assert "192.0.2.1, port" in ran.output
    assert "Traceback" not in ran.output


def test_an_invalid_port_is_refused() -> None:
    """It is a mistake in the command."""
    assert coprod("serve", "--port", "0").exit_code == 2
    assert coprod("serve", "--port", "70000").exit_code == 2


def test_content_with_errors_is_reported_before_anything_is_served(tmp_path: Path) -> None:
    """The findings are printed, and no server is started."""
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools" / "x.yaml").write_text("title: x", encoding="utf-8")
    ran = coprod("serve", "--root", tmp_path, "--no-open")
    assert ran.exit_code == 1
    assert "x.yaml" in ran.output
