"""What copy may read like as a whole, by the weights in `impressions.json`."""

KINDS = (
    "review-incentive", "review-positive-ask", "review-gating", "review-removal", "review-fake",
    "off-platform-contact", "off-platform-link", "off-platform-divert", "personal-data", "marketing",
    "message-type", "conduct",
)  # fmt: skip
"""Kinds of violations; categories of rules."""

INNOCENT = "innocent"

FALSE_ALARM = "false-alarm"
"""Innocent copy in which rules find something."""

INNOCENT_KINDS = (INNOCENT, FALSE_ALARM)

ALL_KINDS = (*KINDS, *INNOCENT_KINDS)
"""In the order of the weights."""

LANGUAGES = ("en", "zh", None)
"""Languages of the copy that was judged; None: it cannot be told."""
