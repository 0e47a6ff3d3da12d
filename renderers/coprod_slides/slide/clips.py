"""Films that play on a slide, written as PowerPoint writes them."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from uuid import NAMESPACE_URL, uuid5

from coprod_content.content.model.film import Clip
from coprod_office import PackagePart
from coprod_office.parts import MP4_TYPE, VTT_TYPE
from coprod_slides.drawingml import CAPTIONS, CLIP, MEDIA
from coprod_slides.slide.part_context import PartContext

_MEDIA_KIND = "http://schemas.microsoft.com/office/2007/relationships/media"
"""The kind of relationship that newer versions of PowerPoint read. Older versions read the kind `video`."""
_TRACK_KIND = "http://schemas.microsoft.com/office/2017/04/relationships/track"
"""The kind of relationship to captions."""
ON_CLICK = '<a:hlinkClick r:id="" action="ppaction://media"/>'
_EXTENSION = "{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}"
_TRACKS, _LABEL = "{3AFAAA56-56D3-431D-BCD4-E75A35582382}", "Captions"
_P173 = "http://schemas.microsoft.com/office/powerpoint/2017/3/main"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_NOW = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
_ON_REQUEST = '<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>'


def film_reference(clip: Clip, shape: int, context: PartContext) -> str:
    """Return the XML that makes a picture play a film.

    `shape` is the id of the picture.
    """
    film, media, captions = context.clip_ids(clip, shape)
    id_ = f"{{{str(uuid5(NAMESPACE_URL, sha256(clip.captions).hexdigest())).upper()}}}"
    track = (
        f'<p173:tracksInfo xmlns:p173="{_P173}" displayLoc="media"><p173:trackLst><p173:track id="{id_}" '
        f'label="{_LABEL}" lang={context.language} r:embed="{captions}"/></p173:trackLst></p173:tracksInfo>'
    )
    return (
        f'<a:videoFile r:link="{film}"/><p:extLst><p:ext uri="{_EXTENSION}"><p14:media xmlns:p14="{_P14}" '
        f'r:embed="{media}"><p14:extLst><p:ext uri="{_TRACKS}">{track}</p:ext></p14:extLst></p14:media></p:ext>'
        "</p:extLst>"
    )


def clip_parts(clips: Iterable[Clip]) -> Iterator[PackagePart]:
    """Yield the parts for films and their captions, once for each clip."""
    for clip in dict.fromkeys(clips):
        yield PackagePart(_name("film", clip, "mp4"), MP4_TYPE, clip.film)
        yield PackagePart(_name("captions", clip, "vtt"), VTT_TYPE, clip.captions)


def clip_targets(clips: Iterable[Clip]) -> Iterator[tuple[str, str, str]]:
    """Yield a slide's relationships to films and captions."""
    for number, clip in enumerate(clips, start=1):
        yield f"{CLIP}{number}", "video", f"/{_name('film', clip, 'mp4')}"
        yield f"{MEDIA}{number}", _MEDIA_KIND, f"/{_name('film', clip, 'mp4')}"
        yield f"{CAPTIONS}{number}", _TRACK_KIND, f"/{_name('captions', clip, 'vtt')}"


def _name(what: str, clip: Clip, ending: str) -> str:
    return f"ppt/media/{what}-{sha256(clip.film).hexdigest()[:12]}.{ending}"


def film_timing(shape: int, clip: Clip) -> str:
    """Return the animation of a slide with a film.

    The film starts with the next step of the slide show, or with a click on its picture. Later clicks on the picture
    pause and resume it.
    """
    target = f'<p:tgtEl><p:spTgt spid="{shape}"/></p:tgtEl>'
    play = _call(5, 1, "playFrom(0.0)", round(clip.seconds * 1000), target)
    step = _nested(play, _par(3, _ON_REQUEST), _par(4, _NOW))
    main = (
        f'<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>{step}'
        '</p:childTnLst></p:cTn><p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond>'
        '</p:prevCondLst><p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond>'
        "</p:nextCondLst></p:seq>"
    )
    node = (
        f'<p:video><p:cMediaNode vol="80000"><p:cTn id="7" fill="hold" display="0">{_ON_REQUEST}</p:cTn>{target}'
        "</p:cMediaNode></p:video>"
    )
    click = f'<p:cond evt="onClick" delay="0">{target}</p:cond>'
    toggle = _nested(_call(11, 2, "togglePause", 1, target), _par(9, _NOW), _par(10, _NOW))
    clicked = (
        '<p:seq concurrent="1" nextAc="seek"><p:cTn id="8" restart="whenNotActive" fill="hold" '
        f'evtFilter="cancelBubble" nodeType="interactiveSeq"><p:stCondLst>{click}</p:stCondLst>'
        f'<p:endSync evt="end" delay="0"><p:rtn val="all"/></p:endSync><p:childTnLst>{toggle}</p:childTnLst></p:cTn>'
        f"<p:nextCondLst>{click}</p:nextCondLst></p:seq>"
    )
    return (
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
        f"{main}{node}{clicked}</p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>"
    )


def _par(id_: int, start: str) -> str:
    return f'<p:par><p:cTn id="{id_}" fill="hold">{start}<p:childTnLst>'


def _nested(inner: str, *around: str) -> str:
    return "".join(around) + inner + "</p:childTnLst></p:cTn></p:par>" * len(around)


def _call(id_: int, preset: int, command: str, milliseconds: int, target: str) -> str:
    """Return an effect that sends a command to a film.

    `id_` and the next number are the ids of its time nodes.
    """
    return (
        f'<p:par><p:cTn id="{id_}" presetID="{preset}" presetClass="mediacall" '
        f'presetSubtype="0" fill="hold" nodeType="clickEffect">{_NOW}<p:childTnLst><p:cmd type="call" cmd="{command}">'
        f'<p:cBhvr><p:cTn id="{id_ + 1}" dur="{milliseconds}" fill="hold"/>{target}</p:cBhvr></p:cmd></p:childTnLst>'
        "</p:cTn></p:par>"
    )
