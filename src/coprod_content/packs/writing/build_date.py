"""The date to record in files."""

import os
from datetime import UTC, datetime


def build_date(default: str) -> str:
    """Return the date to record in files, as YYYY-MM-DD.

    It comes from the environment variable SOURCE_DATE_EPOCH. If that is unset or invalid, `default` is returned.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds.isdigit():
        return default
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()
    except (OverflowError, ValueError, OSError):
        return default
