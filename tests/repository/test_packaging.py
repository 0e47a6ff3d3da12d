"""What is installed is whole: the built wheel works with the sources away."""

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(out.glob("*.whl"))


def test_the_wheel_holds_code_content_and_licences(wheel: Path) -> None:
    """Packages, the content, the type marker and both licences are in the wheel; tests and pictures are not."""
    names = zipfile.ZipFile(wheel).namelist()
    for needed in (
        "coprod_content/py.typed",
        "coprod_content/content/about.yaml",
        "coprod_content/content/tools/group-agreement.yaml",
        "coprod_slides/__init__.py",
        "coprod_content/findings/rules.yaml",
        "coprod_guide/__init__.py",
        "coprod_cards/__init__.py",
        "coprod_office/__init__.py",
        "coprod_builder/__init__.py",
        "coprod_builder/static/builder.js",
        "coprod_builder/templates/editor.html",
        "coprod_web/__init__.py",
        "coprod_web/templates/page.html",
        "coprod_web/templates/style.css",
        "coprod_site/templates/layout.html",
        "coprod_site/static/search.js",
        "coprod_inspect/__init__.py",
    ):
        assert needed in names
    assert sum(name.endswith("LICENSE") for name in names) >= 2
    assert not [name for name in names if name.startswith("tests") or name.endswith(".png")]


def test_the_installed_wheel_makes_a_pack_without_the_sources(wheel: Path, tmp_path: Path) -> None:
    """In an environment of its own, with the checkout out of sight, `coprod pack` works from the wheel's content."""
    venv.create(tmp_path / "env", with_pip=False, system_site_packages=False)
    python = tmp_path / "env" / "bin" / "python"
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    site = tmp_path / "env" / "lib" / version / "site-packages"
    zipfile.ZipFile(wheel).extractall(site)
    _borrow_dependencies(site)
    out = tmp_path / "pack"
    command = [str(python), "-m", "coprod_content.cli.app", "pack", "first-steps", "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "15 files, 24 cards, 0 findings"
    where = [str(python), "-c", "import coprod_content; print(coprod_content.canonical_root())"]
    said = subprocess.run(where, capture_output=True, text=True, cwd=tmp_path, check=True).stdout.strip()
    assert Path(said) == site / "coprod_content" / "content"


def _borrow_dependencies(site: Path) -> None:
    """Lend the environment the dependencies that are installed here, but not the editable install of the checkout."""
    import attrs

    here = Path(attrs.__file__).parents[1]
    for entry in here.iterdir():
        if not entry.name.startswith(("coprod", "_coprod", "__pycache__")) and entry.suffix != ".pth":
            target = site / entry.name
            if not target.exists():
                target.symlink_to(entry)


def test_every_entry_point_names_something_that_is_there() -> None:
    """The renderers and the command that the distribution announces can be imported."""
    from importlib.metadata import distribution

    for entry in distribution("coprod-content").entry_points:
        assert entry.load() is not None
