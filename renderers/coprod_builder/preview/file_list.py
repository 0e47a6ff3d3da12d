"""The files of a pack as a list, and which of them is shown."""

from functools import cached_property

from attrs import frozen

from coprod_builder.preview.file_preview import FilePreview, counted
from coprod_builder.preview.preview_request import PreviewRequest, SeenFile
from coprod_content.content.library import Library
from coprod_content.content.model import Workshop
from coprod_content.packs import captions
from coprod_content.packs.pack import Job, jobs
from coprod_content.planner.workshop_file import with_workshop

WEB = "web"
"""The renderer whose files open in a browser tab instead of the preview."""


@frozen(kw_only=True)
class ListedFile:
    """A file in the list. `length` is its number of pages or slides, if it was shown before."""

    key: str
    edition: str
    format: str
    length: str = ""
    is_web_page: bool = False

    @property
    def name(self) -> str:
        """Its full name: `Run sheet, PDF to read`."""
        return f"{self.edition}, {self.format}"


@frozen(kw_only=True)
class ListedEdition:
    """An edition with its files in each format."""

    title: str
    use: str
    files: tuple[ListedFile, ...]


@frozen(kw_only=True, slots=False)
class FileList:
    """The files in the pack of a workshop, and the request that says which one to show."""

    workshop: Workshop
    jobs: tuple[Job, ...]
    request: PreviewRequest

    @classmethod
    def of(cls, workshop: Workshop, library: Library, request: PreviewRequest) -> "FileList":
        """List the pack of a workshop of the library."""
        return cls(workshop=workshop, jobs=jobs(workshop, library), request=request)

    @property
    def job(self) -> Job:
        """The file shown: the one asked for, or the first."""
        return next((job for job in self._shown_here if file_key(job) == self.request.key), self._shown_here[0])

    @property
    def file(self) -> ListedFile:
        """The file shown, as it is listed."""
        return _listed_file(self.job, self.request.seen)

    @property
    def next(self) -> ListedFile | None:
        """The file after the one shown, or None after the last."""
        at = self._shown_here.index(self.job) + 1
        return _listed_file(self._shown_here[at], self.request.seen) if at < len(self._shown_here) else None

    @cached_property
    def _shown_here(self) -> tuple[Job, ...]:
        return tuple(job for group in self._by_edition for job in group if job.to != WEB)

    @cached_property
    def _by_edition(self) -> tuple[tuple[Job, ...], ...]:
        editions = dict.fromkeys(job.edition for job in self.jobs)
        return tuple(tuple(job for job in self.jobs if job.edition == edition) for edition in editions)

    def seen(self, preview: FilePreview | None) -> tuple[SeenFile, ...]:
        """Return the files seen so far, including the one in this preview."""
        key, known = file_key(self.job), {file_key(job) for job in self.jobs}
        others = tuple(each for each in self.request.seen if each.key in known - {key})
        if preview is None or not preview.total:
            return others
        return (*others, SeenFile(key=key, count=preview.total, unit=preview.unit))

    def editions(self, seen: tuple[SeenFile, ...]) -> tuple[ListedEdition, ...]:
        """Return the list by edition, in the order of the pack."""
        return tuple(
            ListedEdition(
                title=captions.edition(group[0].edition),
                use=captions.use(group[0].edition),
                files=tuple(_listed_file(job, seen) for job in group),
            )
            for group in self._by_edition
        )


def file_key(job: Job) -> str:
    """Return the key of a file in forms: its edition and renderer."""
    return f"{job.edition}.{job.to}"


def openable_files(workshop: Workshop, library: Library) -> set[tuple[str, str]]:
    """Return edition and renderer of each file in the pack, and of each edition's web page.

    The workshop need not be in the library.
    """
    listed = jobs(workshop, with_workshop(library, workshop))
    return {(job.edition, to) for job in listed for to in (job.to, WEB)}


def _listed_file(job: Job, seen: tuple[SeenFile, ...]) -> ListedFile:
    key = file_key(job)
    return ListedFile(
        key=key,
        edition=captions.edition(job.edition),
        format=captions.format_of(job.to),
        length=next((counted(each.count, each.unit) for each in seen if each.key == key), ""),
        is_web_page=job.to == WEB,
    )
