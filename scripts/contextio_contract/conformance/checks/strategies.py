"""Strategies for the arguments of checks: names in every script, numbers at their bounds."""

from __future__ import annotations

from string import ascii_lowercase, digits
from typing import Final

from hypothesis import strategies as st

SAMPLES: Final = (
    "",
    " ",
    "0",
    "Ada",
    "O'Brien-Smith & Söhne",
    "Ἀριάδνη",
    "Владимир",
    "محمد",
    "शिव",
    "王小明",
    "🙂👩‍👩‍👧",
    'a+b=c&d%41;?#/\\"',
    "long " * 40,
    "last",
)
"""Texts that careless handling breaks."""

TEXT: Final = st.sampled_from(SAMPLES) | st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), max_size=80
)
"""Names of people."""

NAMES: Final = st.fixed_dictionaries({}, optional={"first_name": TEXT, "last_name": TEXT}).filter(bool)
"""Names that a change of an account sets."""

COUNTS: Final = st.sampled_from((1, 2, 3, 2**31 - 1)) | st.integers(1, 100)
"""Limits of a window, near its bounds and between."""

OFFSETS: Final = st.integers(0, 6) | st.sampled_from((100, 10_000, 2**31 - 1))
"""Offsets of a window, within a short list and past any end."""

LOCAL_PARTS: Final = st.text(ascii_lowercase + digits, min_size=1, max_size=1).flatmap(
    lambda first: st.text(ascii_lowercase + digits + "._+'=-", max_size=20).map(first.__add__)
)
"""The part of an email address before the at sign."""

PEOPLE: Final[st.SearchStrategy[dict[str, str]]] = st.fixed_dictionaries(
    {"first_name": TEXT, "last_name": TEXT, "local": LOCAL_PARTS}
) | st.just({})
"""The person that a connect token is for, or nobody."""
