"""A verb before its subject goes behind it: "Ont été recueillis les témoignages" -> "Les témoignages
ont été recueillis"."""

from __future__ import annotations

import re

from notices.wording.grammar import comma_parts, has_finite_verb
from notices.wording.joints import capital

_INVERTED = re.compile(
    r"^(?P<verb>(?:Ont|A|Sont|Est|Seront|Sera|Étaient|Était)(?:\s+(?:également|aussi|ainsi|"
    r"notamment))?(?:\s+été)?\s+[a-zà-ÿ]+(?:é|ée|és|ées|i|ie|is|ies|u|ue|us|ues|its?|ites?|"
    r"erts?|ertes?)"
    r"(?:\s+en\s+qualité\s+de\s+[a-zà-ÿ ]+?)?)\s*,?\s+(?P<subject>(?:le|la|les|l['’]|un|une|"
    r"des|Madame|Monsieur|Mme|M\.|trois|deux|quatre|plusieurs|\d+)\s*[^:;]+)$"
)


def split(sentence: str) -> tuple[str, ...] | None:
    """The sentence in its natural order, or None."""
    match = _INVERTED.match(sentence)
    if not match:
        return None
    parts = comma_parts(match["subject"])
    keep = len(parts)
    while keep > 1 and re.match(r"(?:trois|deux|quatre|cinq|\d+)\s+[a-zà-ÿ]+\s+qui\s", parts[keep - 1]):
        keep -= 1
    subject, rest = ", ".join(parts[:keep]), parts[keep:]
    if len(parts) > 1 and not rest:
        return None
    if has_finite_verb(subject) or _disagrees(match["verb"], subject):
        return None
    verb = match["verb"][0].lower() + match["verb"][1:]
    first = f"{capital(subject)} {verb}"
    return (first, *(f"Ce sont {part}" for part in rest))


def _disagrees(verb: str, subject: str) -> bool:
    """A singular verb before several people: the source is careless, and we could not put it right."""
    return bool(
        re.match(r"(?:A|Est|Sera|Était)\b", verb)
        and re.search(r"\bet\s+(?:de\s+)?(?:M\.|Mme|Monsieur|Madame|l[ea]s?\b|l['’])", subject)
    )
