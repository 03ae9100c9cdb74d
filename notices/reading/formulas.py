"""Turns the TeX of text-recognition software back into text: `$2^{\\circ}$` is 2°, `$50 \\%$` is 50 %.

Only what stands between dollar signs in the way of TeX is touched: the first is not followed by a blank, the
last not preceded by one nor followed by a figure ("100 $ et 200 $" stays).
"""

from __future__ import annotations

import re

_FORMULA = re.compile(
    r"(?<![\\$])\$\$?(?! )([^$\n]{1,400}?)(?<![ \\])\$?\$(?!\d)"
    r"|(?<!\S)\$\$?( [^$\n]{1,400}\\[^$\n]{1,400})\$\$?"
)
_SIGNS = {
    "circ": "°", "degree": "°", "geq": "≥", "ge": "≥", "geqslant": "≥", "leq": "≤", "le": "≤",
    "leqslant": "≤", "times": "×", "div": "÷", "pm": "±", "cdot": "·", "cdots": "…", "ldots": "…",
    "dots": "…", "mu": "µ", "Sigma": "Σ", "sigma": "σ", "Delta": "Δ", "delta": "δ", "Omega": "Ω",
    "alpha": "α", "beta": "β", "gamma": "γ", "lambda": "λ", "pi": "π", "rho": "ρ", "theta": "θ",
    "phi": "φ", "varnothing": "Ø", "emptyset": "Ø", "approx": "≈", "simeq": "≈", "sim": "~", "neq": "≠",
    "ne": "≠", "infty": "∞", "sum": "Σ", "rightarrow": "→", "to": "→", "Rightarrow": "⇒",
    "leftarrow": "←", "bullet": "•", "S": "§", "euro": "€", "prime": "′", "star": "*", "ast": "*",
    "checkmark": "✓", "square": "□", "quad": " ", "qquad": " ", "hline": " ", "lt": "<", "gt": ">",
}  # fmt: skip
_TEXT = re.compile(r"\\(?:text|textbf|textit|mbox|textrm)\s*\{([^{}]*)\}")
_DRESS = re.compile(
    r"\\(?:mathrm|mathbf|mathit|mathsf|mathcal|boldsymbol|operatorname|underline|overline|bar|hat|vec|widehat)\s*"
    r"\{([^{}]*)\}"
)
_FRACTION = re.compile(r"\\d?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_RAISED = re.compile(r"\^\s*(?:\{([^{}]*)\}|(\w))")
_LOWERED = re.compile(r"_\s*(?:\{([^{}]*)\}|(\w))")
_ENVIRONMENT = re.compile(r"\\(?:begin|end)\s*\{[^{}]*\}(?:\{[^{}]*\})?")
_SIZED = re.compile(r"\\(?:left|right|big|Big|bigg|displaystyle|textstyle|limits)(?![A-Za-z])")
_ESCAPED = re.compile(r"\\([%$&#_{}])")
_THIN = re.compile(r"\\[,;:! ]")
_COMMAND = re.compile(r"\\([A-Za-z]+)\s*")
_DIGITS = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_HELD = "\x00"  # a blank that means a blank; those of TeX itself mean nothing


def untex(text: str) -> str:
    """The text with its formulas written out."""
    if "$" not in text and "\\" not in text:
        return text
    text = _FORMULA.sub(lambda m: _written(m[1] or m[2]), text)
    return re.sub(r"(\b[nN]°)(?=\w)", r"\1 ", text)


def _written(tex: str) -> str:
    if not re.search(r"[\\^_{}<>=≤≥/%+*]", tex) and not re.fullmatch(r"[\w.,()° -]{1,24}", tex):
        return f"${tex}$"
    tex = _ENVIRONMENT.sub(" ", tex).replace("\\\\", _HELD).replace("&", " ")
    tex = _SIZED.sub("", _THIN.sub(_HELD, _ESCAPED.sub(r"\1", tex)))
    tex = _TEXT.sub(lambda m: m[1].replace(" ", _HELD), tex)
    tex = tex.replace("~", _HELD)
    for _ in range(6):  # braces may stand in braces
        before = tex
        tex = _DRESS.sub(r"\1", tex)
        tex = _FRACTION.sub(r"\1/\2", tex)
        tex = _RAISED.sub(lambda m: _raised(m[1] if m[1] is not None else m[2]), tex)
        tex = _LOWERED.sub(lambda m: m[1] if m[1] is not None else m[2], tex)
        tex = re.sub(r"\{([^{}^_\\]*)\}", r"\1", tex)
        if tex == before:
            break
    tex = _COMMAND.sub(lambda m: _SIGNS.get(m[1], m[1]), tex)
    return _spaced(tex.replace("{", "").replace("}", ""))


def _raised(inner: str) -> str:
    bare = inner.replace(_HELD, "").strip()
    if bare in (r"\circ", "o", r"\mathrm{o}"):
        return "°"
    return bare.translate(_DIGITS) if bare.isdigit() or bare in ("+", "-") else bare


def _spaced(tex: str) -> str:
    """Blanks of TeX only separate names, except between a figure and a unit or two figures."""
    tex = re.sub(r"(?<=\d)\s+(?=[^\W_]{1,3}(?![^\W\d_]))|(?<=[a-zé])\s+(?=\d)", _HELD, tex.strip())
    if re.search(r"[^\W\d_]{4,}", tex):  # words, not symbols
        tex = re.sub(r"\s+", _HELD, tex)
    tex = re.sub(r"\s+", "", tex)
    tex = re.sub(r"(?<=\d)%", f"{_HELD}%", tex)
    return re.sub(f"(?<=\\(){_HELD}+|{_HELD}+(?=\\))", "", tex).replace(_HELD, " ")
