"""English typography by rule: what a model copies from the French page is wrong in signs, not in words."""

from __future__ import annotations

import re

_THOUSANDS = re.compile(r"(?<![\d.,])(\d{1,3})((?:[ \u00a0\u202f]\d{3})+)(?![\d\u00a0\u202f]| \d)")
_HOUR = re.compile(r"(?<![\w.,:])([01]?\d|2[0-4])[ \u00a0\u202f]?h(?:[ \u00a0\u202f]?([0-5]\d))?(?![\w/])")
_DECIMAL = re.compile(r"(?<![\d.,])(\d+),(\d{1,2})(?![\d,])")


def english_signs(written: str, source: str) -> str:
    """The text with English separators in its figures, quotation marks and spaces.

    `23 000` becomes `23,000` and `13 h` `13:00`; `12,5` becomes `12.5` only where the French has it so too.
    """
    text = _THOUSANDS.sub(lambda m: m[1] + re.sub(r"\D", ",", m[2]), written)
    decimals = {match.group() for match in _DECIMAL.finditer(source)}
    text = _DECIMAL.sub(lambda m: f"{m[1]}.{m[2]}" if m.group() in decimals else m.group(), text)
    text = _HOUR.sub(lambda m: f"{m[1]}:{m[2] or '00'}", text)
    text = re.sub(r"«[\s\u00a0\u202f]*", "“", text)
    text = re.sub(r"[\s\u00a0\u202f]*»", "”", text)
    return re.sub(r"[\s\u00a0\u202f]+([;:!?,])(?=\s|$)", r"\1", text)
