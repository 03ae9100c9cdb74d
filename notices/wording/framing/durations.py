"""How long, and by when: "pour une durée de neuf semaines" -> "Durée : neuf semaines"."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.framing.hanging import told_behind
from notices.wording.framing.openers import opener

_FOR = r"(?:pour|d['’]|pendant|durant|sur)\s*une\s+(?:durée|période)\s+"
_OF = r"d(?:e\s+|['’])"
_NUMBER = (
    r"(?=(?:(?:environ|près\s+de|au\s+moins|au\s+plus)\s+)?(?:\d|une?\s|deux|trois|quatre|cinq|six|sept|huit|neuf|"
    r"dix|quinze|vingt|trente|quarante|quelques|plusieurs|plus\s+d|moins\s+d))"
)
_FROM = r"à\s+(?:compter|partir|dater)\s+(?=d[ue]\s|d['’])|suivant\s+(?=l)"
_AHEAD = (
    r"(?=(?:(?:au\s+plus\s+tard|au\s+moins)\s+)?(?:\d+|une?|deux|trois|six|huit|dix|quinze)\s+(?:\(\d+\)\s+)?"
    r"(?:jours?|semaines?|mois|heures?|ans?)(?:\s+(?:ouvrés?|francs?|ouvrables?|au\s+moins))?\s+(?:avant|après)\s)"
)
_OPENERS = (
    opener(_AHEAD, "Délai", whole=True, onward=r"(?:avant|après)\s+(?=\w)"),
    opener(rf"{_FOR}(?:maximale|maximum)\s+{_OF}{_NUMBER}", "Durée maximale", bound=False, onward=_FROM),
    opener(rf"{_FOR}(?:minimale|minimum)\s+{_OF}{_NUMBER}", "Durée minimale", bound=False, onward=_FROM),
    opener(rf"{_FOR}totale\s+{_OF}{_NUMBER}", "Durée totale", bound=False, onward=_FROM),
    opener(
        rf"{_FOR}(?:prévisionnelle|prévue|estimée)\s+(?:{_OF}{_NUMBER}|à\s+(?=\d))",
        "Durée prévue",
        bound=False,
        onward=_FROM,
    ),
    opener(rf"{_FOR}{_OF}{_NUMBER}", "Durée", bound=False, onward=_FROM),
    opener(rf"(?:pendant|durant)\s+{_NUMBER}", "Durée", bound=False, onward=_FROM),
    opener(
        rf"dans\s+(?:un|le)\s+délai\s+(?:maximal|maximum)\s+{_OF}{_NUMBER}",
        "Délai maximal",
        bound=False,
        onward=_FROM,
    ),
    opener(
        rf"(?:dans\s+(?:un|le)|sous\s+(?:un\s+)?)\s*délai\s+{_OF}{_NUMBER}",
        "Délai",
        bound=False,
        onward=_FROM,
    ),
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then how long it lasts or how long there is to act."""
    parts = told_behind(tree, _OPENERS)
    return (parts[0], _LIMITS.sub(_limited, parts[1])) if parts else None


_LIMITS = re.compile(r"^(?P<name>Durée|Délai) (?P<limit>maximale?|minimale?) : (?P<what>.+)$")


def _limited(match: re.Match[str]) -> str:
    """ "Durée maximale : six mois" -> "Durée : au maximum six mois"."""
    limit = "maximum" if match["limit"].startswith("max") else "minimum"
    return f"{match['name']} : au {limit} {match['what']}"
