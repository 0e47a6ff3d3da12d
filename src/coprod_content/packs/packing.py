"""Making the files of a pack, one after the other, and what came of it."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from coprod_content.access.access_edition import STANDARD
from coprod_content.brand.brand import Brand
from coprod_content.content.library import Library
from coprod_content.content.model import Workshop
from coprod_content.editions import SelectionError
from coprod_content.findings.finding import Finding
from coprod_content.packs import pack
from coprod_content.packs.build import Made
from coprod_content.plugins.renderers import RendererError


@frozen(kw_only=True)
class Attempt:
    """A file of a pack that was tried: what was made, or in one line why nothing could be."""

    job: pack.Job
    made: Made | None = None
    failure: str = ""

    @property
    def entry(self) -> pack.Entry | None:
        """The file with its name, where there are bytes to write."""
        if self.made is None or self.made.data is None:
            return None
        return pack.Entry(file=f"{self.job.name}{self.made.suffix}", made=self.made)


@frozen(kw_only=True)
class Pack:
    """What came of all files of a pack. `faulty` is one with an error in it, which is not written unasked."""

    workshop: Workshop
    attempts: tuple[Attempt, ...]

    @property
    def entries(self) -> tuple[pack.Entry, ...]:
        """The files that there are."""
        return tuple(attempt.entry for attempt in self.attempts if attempt.entry)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found in any of the files."""
        return tuple(finding for attempt in self.attempts if attempt.made for finding in attempt.made.findings)

    @property
    def failures(self) -> tuple[str, ...]:
        """Why files could not be made, a line for each of them."""
        return tuple(attempt.failure for attempt in self.attempts if attempt.failure)

    @property
    def unseen(self) -> tuple[str, ...]:
        """Why files were not inspected, each reason once."""
        return tuple(dict.fromkeys(entry.made.unseen for entry in self.entries if entry.made.unseen))

    @property
    def faulty(self) -> bool:
        """Whether one of the files has an error among its findings."""
        return any(attempt.made is not None and attempt.made.faulty for attempt in self.attempts)

    @property
    def cards(self) -> int:
        """How many different cards there are."""
        return max((entry.made.cards for entry in self.entries), default=0)

    def files(self, library: Library) -> tuple[tuple[str, bytes], ...]:
        """Name and bytes of each file, the manifest last; nothing where there is no file."""
        if not self.entries:
            return ()
        made = ((entry.file, entry.made.data or b"") for entry in self.entries)
        return (*made, ("manifest.json", pack.manifest(self.workshop, self.entries, library)))


def attempts(
    workshop: Workshop, library: Library, brand: Brand, access: Sequence[str] = (STANDARD.name,)
) -> Iterator[Attempt]:
    """Each file of a workshop's pack in some access editions, made as it is asked for. Raises UnknownAccessEdition.

    The workshop is one of the library.
    """
    for job in (job for name in access for job in pack.jobs(workshop, library, name)):
        yield attempt(job, workshop, library, brand)


def attempt(job: pack.Job, workshop: Workshop, library: Library, brand: Brand) -> Attempt:
    """What a job makes, or why it cannot be made."""
    try:
        return Attempt(job=job, made=pack.make_job(job, workshop, library, brand))
    except (RendererError, SelectionError) as error:
        return Attempt(job=job, failure=str(error))


def packed(workshop: Workshop, tried: Iterable[Attempt]) -> Pack:
    """A pack from what was tried for it."""
    return Pack(workshop=workshop, attempts=tuple(tried))
