"""What is left of TeX in a text that was read from pictures: `$n^{\\circ}$`, `$4^{\\circ} \\mathrm{C}$`."""

from __future__ import annotations

import re

_SIGNS = {
    "circ": "°", "degree": "°", "times": "×", "cdot": "·", "pm": "±", "mu": "μ", "le": "≤", "leq": "≤",
    "leqslant": "≤", "ge": "≥", "geq": "≥", "geqslant": "≥", "approx": "≈", "rightarrow": "→", "to": "→",
    "%": "%", "&": "&", "€": "€", "$": "$", "_": " ", "{": "(", "}": ")",
}  # fmt: skip
_ENVIRONMENT = re.compile(r"\\(?:begin|end) ?\{\w{1,20}\*?\}(?:\{[clr|]{0,20}\})?")
_STYLE = re.compile(
    r"\\(?:mathrm|mathbf|mathit|mathbb|text|textbf|operatorname) ?\{[ ~]{0,3}([^{}]{0,60}?)[ ~]{0,3}\}"
)
_ROW = re.compile(r"(?<=\d) *\\\\ *(?=\d)")
"""Between two numbers of a column; elsewhere a line may just have been too long for its cell."""
_COMMAND = re.compile(r"\\([A-Za-z]{1,20}|[%&€$_{}])")
_RAISED_DEGREE = re.compile(r" ?\^ ?\{? ?° ?\}?")
_RAISED = re.compile(r"(?P<sign>[\^_]) ?(?:\{ ?(?P<braced>[^{}]{0,40}?) ?\}|(?P<bare>\d))")
_HIGH = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_NOTHING = str.maketrans(dict.fromkeys("${}\\~", " "))


def plain(text: str) -> str:
    """The text without TeX's commands and braces, its signs and powers as printed."""
    if _ENVIRONMENT.search(text):
        text = _ROW.sub(", ", _ENVIRONMENT.sub(" ", text).replace("&", " "))
    text = _STYLE.sub(r"\1", text)
    text = _COMMAND.sub(lambda match: _SIGNS.get(match[1], ""), text)
    text = _RAISED_DEGREE.sub("°", text)
    text = _RAISED.sub(_raised, text).translate(_NOTHING)
    return _OPENED.sub("(", text)


def _raised(match: re.Match[str]) -> str:
    """`m^{3}` -> m³; `1^{er}` -> 1er; `O_{2}` -> O2."""
    inner = (match["braced"] if match["bare"] is None else match["bare"]).strip()
    figures = match["sign"] == "^" and re.fullmatch(r"[+-]?\d{1,3}", inner)
    return inner.translate(_HIGH) if figures else inner


_OPENED = re.compile(r"\( +")
