"""A stand-in for lxml, which cannot be installed in a browser."""

import sys
import types
from importlib.machinery import ModuleSpec
from importlib.util import find_spec


def use_if_needed() -> None:
    """Let `from lxml import etree, html` give our own modules.

    Does nothing where lxml is installed.
    """
    if "lxml" not in sys.modules and find_spec("lxml") is None:
        use()


def use() -> None:
    """Put our own modules in the place of lxml in this process."""
    from coprod_browser.xml_tree import etree, html

    package = types.ModuleType("lxml")
    package.__path__ = []
    package.__spec__ = ModuleSpec("lxml", None, is_package=True)  # `find_spec` then says that it is installed
    package.etree, package.html = etree, html  # type: ignore[attr-defined]
    sys.modules.update({"lxml": package, "lxml.etree": etree, "lxml.html": html})
