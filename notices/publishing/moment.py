"""When a bundle says that it was made: never by the clock, so that the same notice gives the same bytes."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime, time

UNKNOWN = datetime(1980, 1, 1, tzinfo=UTC)
"""Stands where nobody knows; also the earliest time that a ZIP archive can hold."""


def moment(notice_date: str) -> datetime:
    """SOURCE_DATE_EPOCH where it is set, else the notice's date, else `UNKNOWN`.

    See https://reproducible-builds.org/specs/source-date-epoch/.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC)
    try:
        return datetime.combine(date.fromisoformat(notice_date), time(), UTC)
    except ValueError:
        return UNKNOWN


def is_date(text: str) -> bool:
    """Whether this is a date that books and pages may state: ISO 8601, a day, a month or a year."""
    return re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", text) is not None
