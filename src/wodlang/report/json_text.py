"""Data as JSON that every parser takes."""

from __future__ import annotations

import json
import re

# A file's name may hold half a surrogate pair (bytes that are no UTF-8), which Python's JSON writer
# lets pass and strict parsers refuse. Whole pairs and escaped backslashes are matched to be kept.
ESCAPES = re.compile(
    r"\\\\|\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|(?P<half>\\ud[89a-f][0-9a-f]{2})"
)


def json_text(data: object, indent: int | None = 2) -> str:
    """ASCII with a line end; half a surrogate pair becomes U+FFFD."""
    written = json.dumps(data, indent=indent)
    return ESCAPES.sub(lambda match: r"\ufffd" if match["half"] else match[0], written) + "\n"
