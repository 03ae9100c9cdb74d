"""On what condition: "sous réserve des places disponibles" -> "C'est sous réserve ..." directly behind its clause."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.framing.hanging import DE, opener, told_behind

_INFINITIVE = r"(?=(?:ne\s+pas\s+|[ls]['’]|les?\s+|la\s+|se\s+|y\s+|en\s+)?[a-zà-ÿ]+(?:er|ir|re|oir)\b)"
_WHEN = r"(?:avant|au\s+plus\s+tard|jusqu['’]|à\s+(?:compter|partir)|dans\s+(?:un|le)\s+délai|pendant|le\s+\d|au\s+moins)\s*"
_OPENERS = (
    opener(rf"(?=sans\s+préjudice\s+{DE})", "", bound=False, whole=True, manner=True),
    opener(rf"(?=sous\s+réserve\s+{DE})", "", bound=False, whole=True, onward=_WHEN),
    opener(
        rf"(?=à\s+(?:la\s+)?condition\s+(?:d['’]|de\s+){_INFINITIVE})",
        "",
        bound=False,
        whole=True,
        onward=_WHEN,
    ),
    opener(
        r"(?=(?:uniquement\s+|seulement\s+|exclusivement\s+)?sur\s+(?:inscription|réservation|rendez-vous|justificatif|"
        r"invitation)(?:\s+\w+|$|,))",
        "",
        bound=False,
        whole=True,
    ),
    opener(
        rf"(?:uniquement\s+|seulement\s+|exclusivement\s+)?sur\s+(?:simple\s+)?présentation\s+{DE}",
        "À présenter",
    ),
    opener(rf"dans\s+la\s+limite\s+{DE}", "Limite", bound=False),
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then its condition: "C'est sous réserve des places disponibles"."""
    parts = told_behind(tree, _OPENERS)
    return (parts[0], re.sub(r"^ : (\w)", lambda m: f"C'est {m[1].lower()}", parts[1])) if parts else None
