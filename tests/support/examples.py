"""How many examples hypothesis draws: a quarter of the usual number in `make test`, ten times in `make check-all`."""

from hypothesis import settings

USUAL, TIMES = 50, 10


def register_profiles() -> None:
    """Register the profiles `tests`, the same each time, and `thorough`, larger and different each time."""
    settings.register_profile(
        "tests", deadline=None, derandomize=True, database=None, max_examples=USUAL // 4, print_blob=True
    )
    settings.register_profile(
        "thorough", deadline=None, derandomize=False, database=None, max_examples=TIMES * USUAL, print_blob=True
    )
    settings.load_profile("tests")


def examples(count: int) -> settings:
    """Return settings for a number of examples other than the usual 50."""
    return settings(max_examples=max(5, count * settings.default.max_examples // USUAL))
