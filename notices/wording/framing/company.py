"""With whom, before whom, under whom: "en lien avec la DDPP" -> "Avec : la DDPP"."""

from __future__ import annotations

from notices.syntax import Tree
from notices.wording.framing.hanging import told_behind
from notices.wording.framing.openers import opener
from notices.wording.framing.shapes import DE

_OPENERS = (
    opener(
        r"en\s+(?:lien|partenariat|accord|collaboration|concertation|coordination|coopération)\s+"
        r"(?:étroite?\s+)?avec\s+(?=\w)(?!(?:les?|la)\s+(?:lois?|règles?|règlements?|réglementation|code)\b)",
        "Avec",
    ),
    opener(
        rf"avec\s+(?:l['’](?:appui|aide|assistance)|le\s+(?:concours|soutien|renfort))\s+{DE}",
        "Avec l'aide de",
    ),
    opener(rf"en\s+présence\s+{DE}", "En présence de"),
    opener(rf"sous\s+la\s+présidence\s+{DE}", "Présidence"),
    opener(rf"sous\s+la\s+direction\s+{DE}", "Direction"),
    opener(rf"sous\s+le\s+contrôle\s+{DE}", "Contrôle"),
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then the company."""
    return told_behind(tree, _OPENERS)
