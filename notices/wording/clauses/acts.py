"""What an order, a decree or an agreement does becomes a sentence: "un arrêté interdisant la vente" ->
"Cet arrêté interdit la vente." """

from __future__ import annotations

import re

from notices.wording.grammar import has_finite_verb, present, words_in

_ACTS = (
    "arrêté|décret|loi|décision|convention|ordonnance|règlement|délibération|avis|plan|projet|"
    "circulaire|protocole|"
    "accord|dispositif|service|programme|texte|message|courrier"
)
_FEMININE = frozenset("loi décision convention ordonnance délibération circulaire".split())
_ACT = re.compile(
    rf"(?P<before>.*\b(?:un|une)\s+(?:\w+\s+)??(?P<noun>{_ACTS})(?P<of>(?: (?:préfectoral|municipal|"
    rf"ministériel|interministériel|inter-préfectoral|interpréfectoral|conjoint|intermunicipale?|"
    rf"préfectorale|municipale))?),?)\s+"
    r"(?P<verb>[a-zà-ÿ]+ant)\s+(?P<what>.+)$",
    re.IGNORECASE,
)
_PORTANT = re.compile(
    r"(?i)^(création|fermeture|ouverture|interdiction|réglementation|restriction|autorisation|limitation|"
    r"suspension|nomination|modification|approbation|mesures?|obligation|délégation|organisation|"
    r"dérogation)\b"
)


def split(sentence: str) -> tuple[str, ...] | None:
    """The act, and what it does; None where there is none, or where the sentence goes on behind it."""
    match = _ACT.match(sentence)
    if not match or not has_finite_verb(match["before"]) or words_in(match["what"]) < 3:
        return None
    if re.search(r"\b(?:que|qui|si|qu['’])\b", match["before"]):
        return None
    demonstrative = (
        "Cette"
        if match["noun"].lower() in _FEMININE
        else "Ce"
        if match["noun"][0].lower() not in "aoédè"
        else "Cet"
    )
    act = f"{demonstrative} {match['noun'].lower()}"
    before = match["before"].rstrip(",")
    if before.count('"') % 2 or before.count("«") != before.count("»"):
        return None
    if match["verb"].lower() == "portant":
        return (before, f"Objet : {match['what']}") if _PORTANT.match(match["what"]) else None
    verb = present(match["verb"])
    return (before, f"{act} {verb} {_also(match['what'])}") if verb else None


def _also(what: str) -> str:
    """The participles that stand beside the first: "... et limitant les usages" -> "... et limite les
    usages"."""
    return re.sub(
        r"((?:,|\bet|,\s+et)\s+)([a-zà-ÿ]+ant)(?=\s+(?:le|la|les|l['’]|un|une|des|à|au|aux|d)\b)",
        lambda m: m[1] + (present(m[2]) or m[2]),
        what,
    )
