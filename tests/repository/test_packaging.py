"""What is installed is complete: the built wheel works without the checkout."""

import subprocess
import sys
import venv
import zipfile
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the checkout."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(out.glob("*.whl"))


def in_checkout(folder: str) -> set[str]:
    """Return the files of a folder, by their path in it, without what Python has compiled."""
    paths = (ROOT / folder).rglob("*")
    return {path.relative_to(ROOT / folder).as_posix() for path in paths if path.is_file() and path.suffix != ".pyc"}


def test_the_wheel_has_all_code_content_and_licences(wheel: Path) -> None:
    """Every file of the core, of the renderers and of the content is in the wheel, and nothing else but metadata."""
    names = set(zipfile.ZipFile(wheel).namelist())
    metadata = {name for name in names if ".dist-info/" in name}
    content = {f"coprod_content/canonical/{name}" for name in in_checkout("content")}
    assert names - metadata == in_checkout("src") | in_checkout("renderers") | content
    assert sum(name.endswith("LICENSE") for name in metadata) == 2


def test_every_package_has_a_type_marker() -> None:
    """Type checkers use the types of the core and of each renderer."""
    packages = {path.split("/")[0] for folder in ("src", "renderers") for path in in_checkout(folder)}
    assert {f"{package}/py.typed" for package in packages} <= in_checkout("src") | in_checkout("renderers")


@pytest.mark.skipif(sys.platform == "win32", reason="links to files need a privilege; CI tests the wheel on Windows")
def test_the_installed_wheel_makes_a_pack_without_the_checkout(wheel: Path, tmp_path: Path) -> None:
    """In a fresh environment `coprod pack` works with the content of the wheel."""
    venv.create(tmp_path / "env", with_pip=False, system_site_packages=False)
    python = tmp_path / "env" / "bin" / "python"
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    site = tmp_path / "env" / "lib" / version / "site-packages"
    zipfile.ZipFile(wheel).extractall(site)
    _borrow_dependencies(site)
    out = tmp_path / "pack"
    command = [str(python), "-m", "coprod_content.cli.app", "pack", "board-session", "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr
    assert "not read" not in done.stderr
    assert done.stdout.splitlines()[-1] == "20 files, 0 cards, 0 findings"
    where = [str(python), "-c", "import coprod_content; print(coprod_content.canonical_root())"]
    root = subprocess.run(where, capture_output=True, text=True, cwd=tmp_path, check=True).stdout.strip()
    assert Path(root) == site / "coprod_content" / "canonical"


def _borrow_dependencies(site: Path) -> None:
    """Link the dependencies that are installed here, but not our own packages."""
    import attrs

    for entry in Path(attrs.__file__).parents[1].iterdir():
        target = site / entry.name
        is_ours = entry.name.startswith(("coprod", "_coprod", "__pycache__")) or entry.suffix == ".pth"
        if not is_ours and not target.exists():
            target.symlink_to(entry)


def test_a_base_install_has_no_library_that_validates() -> None:
    """No package of a base install needs pydantic, which would make every command start later."""
    found: set[str] = set()
    left = {"coprod-content"}
    while left:
        package = left.pop()
        found.add(package)
        left |= needed_by(package) - found
    assert "typer" in found
    assert "pydantic" not in found


def needed_by(package: str) -> set[str]:
    """Return the packages that a package needs without extras, or an empty set if it is not installed."""
    try:
        stated = map(Requirement, distribution(package).requires or ())
    except PackageNotFoundError:  # needed on another system
        return set()
    return {canonicalize_name(each.name) for each in stated if not each.marker or each.marker.evaluate({"extra": ""})}


def test_every_entry_point_leads_to_something() -> None:
    """The renderers, inspectors and the command that the distribution announces can be imported."""
    entries = distribution("coprod-content").entry_points
    assert {entry.group for entry in entries} >= {"console_scripts", "coprod_content.renderers"}
    for entry in entries:
        assert entry.load() is not None
