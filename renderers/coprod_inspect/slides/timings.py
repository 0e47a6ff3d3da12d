"""Check the timings, animations and media of a slide."""

from collections.abc import Iterator

from coprod_content.findings.fault import Fault
from coprod_inspect.slides.slide import InspectedSlide
from coprod_office.reading.xml import P


def timing_faults(slide: InspectedSlide) -> Iterator[Fault]:
    """Yield the faults in a slide's timings, animations and media."""
    root = slide.layer.root
    if len(root) > 2 or (len(root) == 2 and root[1].tag != f"{P}clrMapOvr"):
        if any(transition.get("advTm") is not None for transition in root.iter(f"{P}transition")):
            yield slide.fault("timed-advance", "the slide advances without a click.")
        if any(node.get("repeatCount") == "indefinite" for node in root.iter(f"{P}cTn")):
            yield slide.fault("looping-animation", "an animation never stops.")
    media = any(each.kind in ("video", "audio", "media") for each in slide.relationships.values())
    if media and not any("track" in str(element.tag) for element in root.iter()):
        yield slide.fault("media-no-captions", "audio or video has no captions.")
