"""A bad template is refused in the builder in one plain line, and nothing is made with it."""

import pytest
from tests.support.bad_templates import REFUSED, USABLE
from tests.support.running_builder import Site, form, summary

_QUICK = ("cut off", "encrypted", "picture")


def kept_short(words: str) -> bool:
    return not any(each in words for each in ("Traceback", ".py", "Error(", "0x"))


@pytest.mark.parametrize(
    "name", [name if name in _QUICK else pytest.param(name, marks=pytest.mark.thorough) for name in REFUSED]
)
def test_a_bad_template_is_refused_in_one_line(site: Site, name: str) -> None:
    """The page about the template says why, and the pack is refused with the same words."""
    file, data, said = REFUSED[name][0], REFUSED[name][1](), REFUSED[name][2]
    answer = site.post("/plan/template", (), do="template", file=(file, data), of="template")
    words = " ".join(answer.tree.text_content().split())
    assert "This template cannot be used" in words
    assert said in words
    assert kept_short(words)
    if name in _QUICK:
        pack = site.post("/plan/pack", form(site.get("/workshops/first-steps")), file=(file, data), of="template")
        assert pack.status == 422
        assert len(summary(pack)) == 1
        assert said in summary(pack)[0]


@pytest.mark.thorough
@pytest.mark.parametrize("name", USABLE)
def test_a_template_is_used_without_its_dangerous_parts(site: Site, name: str) -> None:
    """Macros, links to files and pictures on the web are left out, and the page says so."""
    file, data, said = USABLE[name][0], USABLE[name][1](), USABLE[name][2]
    answer = site.post("/plan/template", (), do="template", file=(file, data), of="template")
    assert answer.status == 200
    assert said in " ".join(answer.tree.text_content().split())
