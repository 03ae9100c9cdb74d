"""A long rule and its exception in two sentences that stand together: "... est interdite. Sauf les
riverains"."""

from __future__ import annotations

import re

from notices.wording.grammar import comma_parts, finite_verbs, has_finite_verb, tokens, words_in
from notices.wording.joints import without_de

_LONG = 18
_FEW = 3
_EXCEPT = re.compile(
    r",?\s+(?:sauf|excepté|hormis|à\s+l['’]exception\s+(?=d[eu]|d['’])|à\s+l['’]exclusion\s+(?=d[eu]|"
    r"d['’]))\s*(?P<what>[^.;:]+)$"
)
_INSERTED = re.compile(
    r",\s+(?P<how>(?:par|en\s+application\s+d|en\s+vertu\s+d|conformément\s+à|avec\s+l['’]accord\s+d|"
    r"après\s+avis\s+d)[^,]{4,60}),\s+(?=(?:la|le|les|l['’]|un|une|des|de|d['’]|que|à|au|aux)\b)"
)


def split(sentence: str) -> tuple[str, ...] | None:
    """The rule, then its exception; or the statement, then what was put between its verb and its object."""
    return _inserted(sentence) or _exception(sentence)


def _exception(sentence: str) -> tuple[str, ...] | None:
    match = _EXCEPT.search(sentence)
    if not match or words_in(sentence) <= _LONG - (words_in(match["what"]) > _FEW):
        return None
    rule = sentence[: match.start()]
    if _is_of_the_last(rule):
        return None
    if not has_finite_verb(rule) or words_in(rule) < 6 or re.search(r"\b(?:et|ou)$", rule):
        return None
    what = _named(match["what"])
    return (rule, f"Sauf {what}") if what else None


_AND_OF = re.compile(r"((?:,|\set|\sou)\s+)(?=d[eu]s?\s|d['’])")
_INNER_OF = re.compile(r"(?<=[\w)])\s+(?:du|des|de\s+(?:la\s|l['’]))")


def _named(what: str) -> str | None:
    """ "des taxis et des bus" -> "les taxis et les bus"; None where the second may belong to the first:
    "du toit de la gare et du hall"."""
    if not re.match(r"d[eu]s?\s|d['’]", what):
        return without_de(what)
    if not _AND_OF.search(what):
        return without_de(what)
    first, *others = _AND_OF.split(what)
    if _INNER_OF.search(first):
        return None
    named = without_de(first)
    for joint, other in zip(others[::2], others[1::2], strict=True):
        named += f"{joint}{without_de(other)}"
    return named


def _is_of_the_last(rule: str) -> bool:
    """True where the exception stands behind a list, and may be one of its last item alone."""
    verbs = finite_verbs(rule)
    after = rule[tokens(rule)[verbs[-1]].end :] if verbs else ""
    return len(comma_parts(after)) > 1 and bool(
        re.search(r"\bet\s+(?:le|la|les|l['’]|des|du|de)\b[^,]*$", after)
    )


def _inserted(sentence: str) -> tuple[str, ...] | None:
    """ "a interdit, par arrêté du 14 juin, la consommation" """
    match = _INSERTED.search(sentence)
    if not match or words_in(sentence) < _LONG or has_finite_verb(match["how"]):
        return None
    before = sentence[: match.start()]
    if not has_finite_verb(before) or re.search(r"\b(?:que|qui|si)\b", before):
        return None
    text = re.match(r"par\s+((?:arrêté|délibération)\b.*)$", match["how"])
    return (f"{before} {sentence[match.end() :]}", f"Texte : {text[1]}") if text else None


_SAUF = re.compile(r"(?i)\b(?:sauf|excepté|hormis|à l['’](?:exception|exclusion))\s")


def placed_behind(statements: tuple[str, ...], sentence: str) -> tuple[str, ...]:
    """The statements with each exception where the sentence has it: behind the statement or the term that
    ends in the words before it, and within that one where both are short."""
    placed = list(statements)
    found = list(_SAUF.finditer(sentence))
    for exception in (s for s in statements if s.startswith("Sauf ")):
        if len(found) != 1:
            continue
        before = re.findall(r"[\w'’]+", sentence[: found[0].start()].lower())[-_SAME:]
        owner = next((s for s in placed if _may_have(s) and s != exception and _ends(s, before)), None)
        if owner is None:
            continue
        placed.remove(exception)
        at = placed.index(owner)
        joined = f"{owner.rstrip(' .')}, s{exception[1:]}"
        placed[at : at + 1] = [joined] if words_in(joined) <= _LONG else [owner, exception]
    return tuple(placed)


_SAME = 2
"""So many words before an exception tell which statement it stood behind."""


def _may_have(statement: str) -> bool:
    """False for the days and hours of a rule: its exception is one to the rule."""
    return not re.match(r"(?!Délai\b)[A-ZÀ-Ý][\w'’-]*(?:\s[\w'’-]+){0,2}\s:\s", statement)


def _ends(statement: str, words: list[str]) -> bool:
    return re.findall(r"[\w'’]+", statement.lower())[-_SAME:] == words
