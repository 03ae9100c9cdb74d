"""What is the object of an action has it done to it: "ces zones feront l'objet d'une surveillance" -> "ces
zones seront surveillées"."""

from __future__ import annotations

import re
from functools import cache

from notices.lexicon import noun_gender
from notices.wording.compacting.turns import rows, untouchable
from notices.wording.compacting.verbs import agreed

_BE = {
    "fait": "est", "font": "sont", "faisait": "était", "faisaient": "étaient", "fera": "sera",
    "feront": "seront",
    "ferait": "serait", "feraient": "seraient", "faire": "être", "fasse": "soit", "fassent": "soient",
    "a fait": "a été", "ont fait": "ont été", "avait fait": "avait été", "avaient fait": "avaient été",
    "aurait fait": "aurait été", "auraient fait": "auraient été", "ayant fait": "",
}  # fmt: skip
_OBJECT = re.compile(
    rf"(?P<not>ne |n['’])?(?<![\w-])(?P<do>{'|'.join(sorted(_BE, key=len, reverse=True))})(?P<adverb> "
    rf"(?:également|aussi|désormais|actuellement|régulièrement|déjà))? "
    r"l['’]objet (?:d['’]une? |de |d['’](?P<no>aucune?) |d['’])(?:mesures? (?:de |"
    r"d['’]))?(?P<noun>[a-zà-ÿœ]+)(?P<rest> [a-zà-ÿœ]+)?"
)
_SUBJECT = re.compile(
    r"(?i)(?:^|[.;:,] |\bque |qu['’])(?P<det>la |le |les |l['’]|une? |des |ces |ce |cette |cet |ses |leurs? "
    r"|toute |tout |tous les |toutes les |chaque )?"
    r"(?P<noun>[a-zà-ÿœ]+)(?P<more>(?: (?!qui\b|et\b|ou\b)[^\s,;:.]+){0,8}?) $"
)
_FOLLOWS = re.compile(
    r"(?:de|du|des|à|au|par|en|dans|sur|pour|jusqu|avant|dès|pendant|le|et|ou|depuis|auprès)\b"
)


def rule(text: str) -> str:
    """The text with its objects of actions in the passive."""
    if "objet" not in text:
        return text
    for match in reversed(list(_OBJECT.finditer(text))):
        text = _undergone(match, text)
    return text


@cache
def _done() -> dict[str, str]:
    """What is done, as a participle, for nouns that name it alone."""
    return {noun: participle for noun, participle, _ in rows("done.tsv")}


def _undergone(match: re.Match[str], text: str) -> str:
    participle = _done().get(match["noun"].lower(), "")
    rest = (match["rest"] or "").strip()
    if not participle or (rest and not _FOLLOWS.match(rest)) or untouchable(text, match.span(), participle):
        return text
    if rest in ("de", "du", "des"):
        return text
    agreement = _agreement(text[: match.start()], match["do"])
    if agreement is None:
        return text
    be = _BE[match["do"].lower()]
    done = agreed(participle, *agreement)
    adverb = match["adverb"] or ""
    end = match.end("noun")
    if match["no"]:
        if not match["not"] or " " in be or not be:
            return text
        ne = "n'" if be[0] in "eé" else "ne "
        said = f"{ne}{be}{adverb} pas {done}"
    elif match["not"]:
        return text
    else:
        said = f"{be}{adverb} {done}".strip()
    return text[: match.start()] + said + text[end:]


def _agreement(before: str, do: str) -> tuple[str, bool] | None:
    """Gender and number of the subject; None where it is not sure."""
    before = re.sub(
        r"(?:peut|peuvent|pourra|pourront|pourrait|pourraient|doit|doivent|devra|devront|va|vont|ne|n['’]) $",
        "",
        before,
    )
    pronoun = re.search(r"(?i)\b(ils?|elles?) $", before)
    if pronoun:
        return ("f" if pronoun[1].lower().startswith("e") else "m"), pronoun[1].lower().endswith("s")
    subject = _SUBJECT.search(before)
    if subject is None:
        return None
    gender = noun_gender(subject["noun"].lower())
    plural = (subject["det"] or "").lower().strip() in {
        "les",
        "des",
        "ces",
        "ses",
        "leurs",
        "tous les",
        "toutes les",
    }
    if (
        not gender
        or not subject["det"]
        or ((do.endswith(("ont", "ent")) or do.startswith("ont")) != plural and do != "faire")
    ):
        return None
    return gender, plural
