"""Whether a piece of a sentence may stand alone: a subject with nothing but a relative clause may not."""

from __future__ import annotations

import re

from notices.wording.grammar import comma_parts, finite_verbs, has_finite_verb, starts_finite, tokens

_RELATIVE = re.compile(
    r"(?i)^(?:(?:à|dans|contre|pour|par|avec|sur|sous|chez|envers|parmi|durant|pendant|sans|"
    r"à l['’]encontre de|au cours de|à l['’]issue de|au sein de|lors de|auprès de)\s+)?"
    r"(?:qui|dont|où|que|qu['’]|lequel|laquelle|lesquels|lesquelles|auquel|auxquels|auxquelles|duquel|"
    r"desquels|desquelles)(?:\s|(?<=['’]))"
)
_PRONOUNS = frozenset(
    "qui dont où que qu' lequel laquelle lesquels lesquelles auquel auxquels auxquelles duquel "
    "desquels desquelles".split()
)
_CUT_LOOSE = re.compile(r"(?i)^(?:qui|dont|où|lequel|laquelle|auquel|auxquelles|auxquels|à laquelle)\s")
_LABELLED = re.compile(r"^[A-ZÀ-Ý][\w '’,-]{1,40} :|^Sauf\b")
_TORN = re.compile(
    r"(?i)^[^:]{2,40} : (?:[\w'’]+\s+){0,3}?"
    r"(?:lequel|laquelle|lesquel(?:le)?s|auquel|auxquel(?:le)?s|duquel|desquel(?:le)?s)\s"
)
_UNFINISHED = re.compile(r"(?i)\b(?:et|mais|ou),\s+(?:\w+ant|\w+é(?:e?s?))\b[^,]*$")
"""A participle whose clause was to follow: "... et, croyant en votre esprit"."""
_BESIDES = re.compile(r"(?i)^(?:en cas|dans ce cas|ouvert|fermé|du \w+di|et cela|ne\s|n['’]|[a-zà-ÿ]+ez\b)")


_EITHER = re.compile(r"(?<![\w'’-])soit\s(?!\d|environ\b|près\b)")


def whole(parts: tuple[str, ...], sentence: str) -> bool:
    """True where every piece that was cut from a sentence may stand alone: it has a verb of its own, if the
    sentence has one, or a label; and where "soit ... soit ..." stays together."""
    if any(is_torn(part) for part in parts) or _is_half(parts, sentence) or _is_other_time(parts, sentence):
        return False
    if len(parts) == 1 or not _has_main_verb(sentence):
        return True
    return all(_LABELLED.match(part) or has_finite_verb(part) or _BESIDES.match(part) for part in parts)


def _is_half(parts: tuple[str, ...], sentence: str) -> bool:
    choices = len(_EITHER.findall(sentence))
    return choices > 1 and max(len(_EITHER.findall(part)) for part in parts) < choices


_AHEAD = re.compile(
    r"(?i)\b(?P<time>(?:\w+|\(?\d+\)?)\s+(?:jours?|semaines?|mois|heures?|minutes|ans|années)"
    r"(?:\s+(?:ouvrés?|ouvrables?|francs?|calendaires|au\s+moins|au\s+plus))?)\s+(?=avant|après)"
)
"""A time before or after something is no duration."""


def _is_other_time(parts: tuple[str, ...], sentence: str) -> bool:
    """True where "15 jours avant le début" was cut into "15 jours" and "avant le début"."""
    times = {match["time"].lower() for match in _AHEAD.finditer(sentence)}
    return any(part.lower().rstrip(" .").endswith(time) for part in parts for time in times)


_ORDERS = re.compile(r"(?i)^(?:ne\s+|n['’])?[a-zà-ÿ]{2,}ez(?:-\w+)?\s")


def is_torn(part: str) -> bool:
    """True for "La femme, contre laquelle aucune charge n'a été retenue": its verb is the relative's."""
    if _LABELLED.match(part):
        return bool(_TORN.match(part))
    if _CUT_LOOSE.match(part) or _UNFINISHED.search(part):
        return True
    if _ORDERS.match(part):
        return False
    return has_finite_verb(part) and not _has_main_verb(part)


def _has_main_verb(text: str) -> bool:
    """True where a finite verb stands outside the relative clauses, as far as commas show them."""
    main = []
    inside = False
    for part in comma_parts(text):
        if _RELATIVE.match(part):
            inside = True
            continue
        if inside and not starts_finite(part):
            continue
        inside = False
        main.append(part)
    said = re.sub(r"\b(?:ainsi|de même) qu(?:e\s|['’])", "et ", ", ".join(main))
    verbs = finite_verbs(said)
    if not verbs:
        return False
    words = tokens(said)
    before = {w.low for w in words[: verbs[0]]}
    return not (before & _PRONOUNS) or len(verbs) > 1
