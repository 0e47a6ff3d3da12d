"""The example of a third-party renderer: a distribution of its own, short, and it works on the real content."""

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.packs.build import make
from coprod_content.plugins.renderers import package_of

CODE = Path(__file__).parents[3] / "examples" / "coprod_markdown" / "src" / "coprod_markdown" / "__init__.py"


@pytest.fixture(autouse=True)
def _installed() -> None:
    """Skip, and say how to install it, where the example is not installed."""
    try:
        distribution("coprod-markdown")
    except PackageNotFoundError:
        pytest.skip("coprod-markdown is not installed: pip install ./examples/coprod_markdown")


def test_the_example_is_a_distribution_of_its_own() -> None:
    """It comes from its own package, not from ours."""
    assert package_of("markdown") == "coprod-markdown 0.1.0"


def test_the_example_has_under_forty_lines_of_code() -> None:
    """A format costs under forty lines."""
    assert len([line for line in CODE.read_text(encoding="utf-8").splitlines() if line.strip()]) < 40


@pytest.mark.parametrize("edition", ["deck", "facilitator-guide", "handouts"])
def test_the_example_renders_the_real_content(edition: str, library: Library, brand: Brand) -> None:
    """Every edition of a workshop comes out as Markdown with its title and its headings."""
    made = make(edition, "markdown", library, brand, ("first-steps",))
    assert made.data is not None
    text = made.data.decode()
    assert text.startswith("# First steps in co-production")
    assert text.count("\n## ") >= len(made.document.sections)
