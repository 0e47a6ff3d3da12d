"""The regions of a diagram's parts."""

from attrs import evolve

from coprod_content import Library
from coprod_content.content.model import Diagram, Part
from coprod_site.diagram_regions import diagram_regions


def test_a_part_of_a_diagram_is_the_region_of_its_label(library: Library) -> None:
    """An overlap is inside two circles and outside the third. A part without a label has no region."""
    diagram = library.diagrams["three-circles"]
    areas = {region.name: (len(region.inside), len(region.outside)) for region in diagram_regions(diagram)}
    assert areas == {
        "Lived experience": (1, 2),
        "Learnt experience": (1, 2),
        "QI method": (1, 2),
        "Partnership without a method": (2, 1),
        "Improvement done for people": (2, 1),
        "Change that staff cannot carry": (2, 1),
        "Together": (3, 0),
    }
    odd: Diagram = evolve(diagram, parts=(Part(name="Nowhere", text="It is not there."),))
    assert [(region.label, region.inside) for region in diagram_regions(odd)] == [(None, ())]
