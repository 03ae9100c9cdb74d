"""How to appeal, which every order ends with, in three short sentences."""

from __future__ import annotations

import re

from notices.wording.joints import capital, without_de

_REMEDY = re.compile(
    r"^(?:.{0,60}recours\s*:\s*)?(?:(?:conformément|en\s+application|en\s+vertu|selon)\b.*?,\s+)?"
    r"(?P<act>(?:la|le)\s+présente?\s+(?:décision|arrêté|délibération|acte|ordonnance|autorisation)|"
    r"cet\s+arrêté|cette\s+décision)\s+"
    r"(?:peut|pourra)\s+(?:faire\s+l['’]objet\s+d['’]un\s+|être\s+(?:déférée?|contestée?|attaquée?)\s*)(?P<k"
    r"ind>recours\s+[a-zà-ÿ]+)?\s*,?\s*"
    r"(?P<court>(?:devant|auprès\s+d[eu]|au)\s+[^,]*?tribunal\s+administratif(?:\s+(?:de|d['’])\s*[A-ZÀ-Ý][^"
    r",]*?)?)\s*,?\s+"
    r"(?:dans|pendant)\s+(?:le|un)\s+délai\s+(?:maximum\s+)?d(?:e\s+|['’])(?P<time>[^,]+?)\s+(?P<start>à\s+(?"
    r":compter|partir)\s+d(?:e|u)\s+.+|suivant\s+.+)$",
    re.IGNORECASE,
)


def split(sentence: str) -> tuple[str, ...] | None:
    """That an appeal is possible, where, and until when; None where the sentence does not say all three."""
    match = _REMEDY.match(sentence)
    if not match:
        return None
    noun = without_de(match["act"].split()[-1]).lower()
    this = f"cet {noun}" if noun in ("arrêté", "acte") else f"cette {noun}"
    kind = match["kind"] or "recours"
    attacked = re.search(r"être\s+((?:déférée?|contestée?|attaquée?))", sentence)
    said = f"{capital(this)} peut être {attacked[1]}" if attacked else f"Un {kind} est possible contre {this}"
    return (
        f"{said} {match['court']}",
        f"Délai : {match['time']} {match['start']}",
    )
