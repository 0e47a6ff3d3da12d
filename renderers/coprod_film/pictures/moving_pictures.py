"""The pictures of a film, made now or in an earlier run."""

import io
from collections.abc import Iterable
from pathlib import Path

from attrs import field, frozen

import coprod_cards
from coprod_cards.fonts import families
from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document
from coprod_content.files.cache.kept_bytes import KeptBytes
from coprod_film.media.shot_video import ShotVideo, encoded_shot, shot_video
from coprod_film.pictures.drawn_layers import DrawnLayer, drawn_layers
from coprod_film.pictures.layers import Layer
from coprod_film.pictures.painter import Painter, ShotPlan

_PACKAGES = (Path(__file__).parents[1], Path(coprod_cards.__file__).parent)


@frozen(kw_only=True)
class MovingPictures:
    """Makes the pictures of a film in a brand's design.

    The document gives the language of the words, and `height` is the height of the pictures in pixels. A shot that an
    earlier run made is not drawn or encoded again.
    """

    document: Document
    brand: Brand
    height: int
    _made: dict[tuple[str, ShotPlan, ShotPlan | None], ShotVideo] = field(factory=dict, init=False, repr=False)
    _drawn: dict[Layer, DrawnLayer] = field(factory=dict, init=False, repr=False)

    def shots(self, plans: tuple[ShotPlan, ...], container: str, *, dissolve: bool) -> tuple[ShotVideo, ...]:
        """Return the planned shots as video for a container, such as `mp4`.

        If `dissolve` is true, each shot dissolves into the next. Otherwise, each replaces the one before it at once.
        """
        befores = (None, *plans[:-1]) if dissolve else (None,) * len(plans)
        pairs = tuple(zip(plans, befores, strict=True))
        for pair in pairs:
            if (container, *pair) not in self._made:
                found = self._kept("shot", container, *pair).read()
                if found is not None:
                    self._made[container, *pair] = shot_video(found)
        missing = [pair for pair in pairs if (container, *pair) not in self._made]
        painter = self._painter(plan for pair in missing for plan in pair)
        for plan, before in missing:
            shot = encoded_shot(painter.frames(plan, before), plan.ticks, self.height, container)
            self._made[container, plan, before] = shot
            self._kept("shot", container, plan, before).write(bytes(shot))
        return tuple(self._made[container, *pair] for pair in pairs)

    def last_picture(self, plan: ShotPlan) -> bytes:
        """Return the last picture of a shot, as a PNG file's bytes."""
        kept = self._kept("poster", "png", plan, None)
        found = kept.read()
        if found is None:
            out = io.BytesIO()
            self._painter((plan,)).picture(plan, plan.ticks).save(out, "PNG", optimize=True)
            found = out.getvalue()
            kept.write(found)
        return found

    def _kept(self, kind: str, container: str, plan: ShotPlan, before: ShotPlan | None) -> KeptBytes:
        parts = (plan, before, self.brand.palette, families(self.brand), self.document.language, self.height)
        return KeptBytes(kind, (container, *map(repr, parts)), _PACKAGES)

    def _painter(self, plans: Iterable[ShotPlan | None]) -> Painter:
        layers = [layer for plan in plans if plan for layer in plan.layers if layer not in self._drawn]
        if layers:
            self._drawn.update(drawn_layers(layers, self.document, self.brand, self.height))
        return Painter(drawn=self._drawn, height=self.height, ground=self.brand.palette.paper)
