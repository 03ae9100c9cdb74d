"""What is told beside a clause, at its end, in a participle with a subject of its own, is a sentence: ", le
sentier demeurant ouvert" -> "Le sentier demeure ouvert"; ", étant précisé que X" -> X."""

from __future__ import annotations

import re

from notices.lexicon import word_tags
from notices.syntax import Tree
from notices.wording.cutting.verbs import main_time
from notices.wording.framing.shapes import LONG
from notices.wording.framing.standing import two
from notices.wording.grammar import comma_parts, has_finite_verb, is_plural, present, words_in
from notices.wording.joints import capital, tidy

_REMINDED = re.compile(
    r",\s+(?:étant\s+(?:ici\s+)?(?:rappelé|précisé|entendu|observé|souligné|noté|indiqué)|sachant)\s+"
    r"qu(?:e\s+|['’])(?P<what>.+)$"
)
_BESIDE = re.compile(
    r",\s+(?P<who>(?:(?:l[ea]s?|une?|des|ces?|cet|cette|ses?|son|sa|leurs?|aucune?|chacune?|toute?s?|tous|certaine?s|"
    r"plusieurs|celles?-ci|ceux-ci|celui-ci|\d+|deux|trois|quatre|cinq)\s|l['’])?[^,;:()]*?)\s*"
    r"(?P<no>\bne\s|\bn['’])?(?P<verb>\b[a-zà-ÿ]{2,}ant)\b(?P<said>\s.+)$"
)
_DETERMINER = re.compile(
    r"(?i)(?:(?:l[ea]s?|une?|des|ces?|cet|cette|ses?|son|sa|leurs?|aucune?|chacune?|toute?|tous|certaine?s|plusieurs|celles?-ci|"
    r"ceux-ci|celui-ci|\d+|deux|trois|quatre|cinq)(?:\s|$)|l['’])"
)
_GROUP = re.compile(
    r"(?i)(?:les|des|tous\s+les|toutes\s+les|toute)\s+(?:personnes?|foyers|familles|candidate?s|usagers|entreprises|habitante?s|"
    r"associations|véhicules|élèves|enfants|parents|ménages|propriétaires|locataires|agents|salariés|assurés|"
    r"patients|clients|associations|communes|exploitants|titulaires)\b"
)
"""Who is meant, not what happened: "les personnes ayant un enfant"."""
_MANY = {
    "étant": ("est", "sont"), "ayant": ("a", "ont"),
    "pouvant": ("peut", "peuvent"), "devant": ("doit", "doivent"),
    "faisant": ("fait", "font"), "valant": ("vaut", "valent"),
    "permettant": ("permet", "permettent"), "prenant": ("prend", "prennent"),
    "comprenant": ("comprend", "comprennent"), "tenant": ("tient", "tiennent"),
    "appartenant": ("appartient", "appartiennent"), "intervenant": ("intervient", "interviennent"),
    "revenant": ("revient", "reviennent"), "protégeant": ("protège", "protègent"),
    "commençant": ("commence", "commencent"), "croissant": ("croît", "croissent"),
    "servant": ("sert", "servent"),
}  # fmt: skip
_WAS = {"étant": ("était", "étaient")}
_NOW = re.compile(
    r"(?i)\b(?:à ce jour|actuellement|désormais|toujours|aujourd['’]hui|maintenant|pour l['’]instant)\b"
)
_NOT_VERBS = frozenset(
    "pendant suivant durant avant devant auparavant maintenant cependant restant montant instant enfant "
    "habitant représentant commerçant étudiant participant dirigeant exploitant gérant passant autant tant "
    "dont quant".split()
)
_LONGEST_SUBJECT = 14


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then what was told beside it; None where that may say who is meant."""
    if words_in(tree.text) <= LONG:
        return None
    reminded = _REMINDED.search(tree.text)
    if reminded:
        return two(tree, tree.text[: reminded.start()], reminded["what"])
    for comma in re.finditer(r",\s", tree.text):
        match = _BESIDE.match(tree.text, comma.start())
        if match and (told := _told(tree, match)):
            return two(tree, tree.text[: match.start()], told)
    return None


def _told(tree: Tree, match: re.Match[str]) -> str | None:
    who, low, said = match["who"].strip(), match["verb"].lower(), match["said"]
    subject = bool(_DETERMINER.match(who)) and not has_finite_verb(who) and words_in(who) <= _LONGEST_SUBJECT
    if not subject or _is_noun(low, match) or _is_listed(tree.text[: match.start()], who, match["no"]):
        return None
    if _GROUP.match(who) or words_in(who) < (1 if "-ci" in who or "chacun" in who.lower() else 2):
        return None
    if _goes_on(said) or re.search(r"(?i)\b(?:et|ou|que|de|en|d['’])$", who):
        return None
    past = main_time(tree) == "past" and not _NOW.search(said)
    verb = _verb(low, is_plural(who), past)
    if verb is None:
        return None
    no = "" if not match["no"] else "n'" if verb[0] in "aeéiou" else "ne "
    return tidy(f"{capital(who)} {no}{verb}{said}")


def _is_noun(low: str, match: re.Match[str]) -> bool:
    """ "un montant de 3 euros"; "devant" is a verb where an infinitive shows it."""
    if low in ("devant", "restant"):
        return not re.match(
            r"(?:\s+\w+ment)?\s+(?:\w+(?:er|ir|re|oir)\b|\w+(?:é|i|u|is|it|ert|able|ible)e?s?\b)",
            match["said"],
        )
    return low in _NOT_VERBS or not ({"g"} & set(word_tags(low)) or low in _MANY)


def _is_listed(left: str, who: str, no: str | None) -> bool:
    """True where the subject may be one more of a list: "les écoles, les lieux accueillant"."""
    parts = comma_parts(left)
    last = parts[-1]
    return no is None and len(parts) > 1 and bool(_DETERMINER.match(last)) and not has_finite_verb(last)


def _goes_on(said: str) -> bool:
    """True where the main clause goes on behind it: its verb stands behind a comma."""
    parts = comma_parts(said)
    return any(
        has_finite_verb(part) and not re.match(r"(?i)(?:qui|que|qu['’]|dont|où|et\b)", part)
        for part in parts[1:]
    )


def _verb(low: str, many: bool, past: bool) -> str | None:
    if past and low in _WAS:
        return _WAS[low][many]
    if low in _MANY:
        return _MANY[low][many]
    return present(low, many)
