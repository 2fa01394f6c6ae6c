"""Refusals that say when to come again, or what time it is, in odd words."""

from __future__ import annotations

from typing import Final

from tests.broken.case import ACCOUNT, Case, Keep, Raises, Returns, account, json_answer

_ERROR: Final = {"type": "error", "value": "later"}
_STALE: Final = {"type": "error", "value": "timestamp refused", "code": 105}
AT_ONCE: Final = {
    "zero": "0",
    "negative": "-5",
    "fraction": "0.5",
    "sign": "+1",
    "two-numbers": "0, 0",
    "words": "tomorrow",
    "not-a-number": "NaN",
    "infinity": "Infinity",
    "empty": "",
    "exponent": "1e9",
    "hexadecimal": "0x10",
    "past-date": "Thu, 01 Jan 1970 00:00:00 GMT",
    "date-of-no-zone": "Thu, 01 Jan 1970 00:00:00",
    "date-of-an-odd-zone": "Thu, 01 Jan 1970 00:00:00 +9999",
    "date-out-of-range": "Fri, 99 Foo 99999 99:99:99 GMT",
    "date-of-the-year-0": "Sat, 01 Jan 0000 00:00:00 GMT",
    "superscript": "\xb2",
    "1000-letters": "a" * 1000,
}
"""Headers after which the call is tried again soon: at once, or after the usual wait."""
TOO_LATE: Final = {
    "a-day": "86400",
    "20-digits": "9" * 20,
    "400-digits": "9" * 400,
    "5000-digits": "9" * 5000,
    "far-date": "Fri, 31 Dec 9999 23:59:59 GMT",
}
"""Headers after which the call would take longer than it may."""
DATES: Final = {
    "words": "tomorrow",
    "year-9999": "Fri, 31 Dec 9999 23:59:59 GMT",
    "year-1": "Mon, 01 Jan 0001 00:00:00 GMT",
    "out-of-range": "Fri, 99 Foo 99999 99:99:99 GMT",
    "odd-zone": "Thu, 01 Jan 1970 00:00:00 +9999",
    "empty": "",
}
"""Times of a server that refuses the time of a signature."""

CASES: Final = [
    *(
        Case(
            f"wait-{name}",
            (json_answer(_ERROR, f"Retry-After: {header}", status="503 Later"), Keep()),
            Returns(ACCOUNT),
            then=((account(), Keep()),),
            retries=1,
        )
        for name, header in AT_ONCE.items()
    ),
    *(
        Case(
            f"wait-{name}",
            (json_answer(_ERROR, f"Retry-After: {header}", status="429 Later"), Keep()),
            Raises("TooManyRequestsError", "429: later", {"status": 429, "retryable": True}),
            then=((account(), Keep()),),
            retries=1,
        )
        for name, header in TOO_LATE.items()
    ),
    *(
        Case(
            f"clock-{name}",
            (json_answer(_STALE, f"Date: {header}", status="401 Unauthorized"), Keep()),
            Raises("ClockError", "timestamp refused", {"status": 401, "retryable": False}),
        )
        for name, header in DATES.items()
    ),
    Case(
        "clock-put-right",
        (json_answer(_STALE, "Date: Thu, 01 Jan 2015 00:00:00 GMT", status="401 Unauthorized"), Keep()),
        Returns(ACCOUNT),
        then=((account(), Keep()),),
    ),
    Case(
        "wait-of-milliseconds-garbled",
        (json_answer(_ERROR, "Retry-After-Ms: soon", "Retry-After: 0", status="503 Later"), Keep()),
        Returns(ACCOUNT),
        then=((account(), Keep()),),
        retries=1,
    ),
    Case(
        "wait-of-milliseconds-beyond-all",
        (json_answer(_ERROR, "Retry-After-Ms: " + "9" * 400, status="503 Later"), Keep()),
        Raises("ServiceUnavailableError", "503: later"),
        then=((account(), Keep()),),
        retries=1,
    ),
]
