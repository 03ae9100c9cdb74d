"""Impersonal frames get their subject back: "Il sera procédé à une enquête publique" -> "Une enquête publique
aura lieu"."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.framing.hanging import announces
from notices.wording.framing.openers import alone
from notices.wording.joints import capital, without_a

_DONE = re.compile(
    r"^(?P<before>(?:[^,]+,\s+)?)il\s+(?P<be>est|sera|a\s+été)\s+procédé,?\s+(?P<what>(?:à|au|aux)\s.+)$",
    re.IGNORECASE,
)
_TAKES_PLACE = {
    "est": ("a lieu", "ont lieu"),
    "sera": ("aura lieu", "auront lieu"),
    "a été": ("a eu lieu", "ont eu lieu"),
}
_BEHIND = re.compile(
    r",|\s(?=portant|concernant|relati|visant|tendant|d['’]une\s+durée|du\s+\w*\s*\d|le\s+\w*\s*\d|"
    r"(?:dans|sur|par|pour|afin|lors|sous|avant|après|pendant|durant|préalablement|dès|entre|jusqu)\b|"
    r"à\s+(?:compter|partir|la\s+demande)\b|en\s+(?:vue|application|vertu|raison|mairie|présence)\b)"
)
"""Behind the noun and its complements."""


_RECALL = re.compile(
    r"^(?P<who>[^,;:]+?)\s+(?P<verb>procède|procèdent)(?:,?\s+en\s+(?:lien|accord|concertation|collaboration)\s+avec\s+"
    r"(?P<with>[^;:]+?),)?\s+(?:au|à\s+un)\s+rappel(?P<free>\s+volontaire)?\s+(?P<what>d(?:u\s|es\s|e\s|['’]).+)$"
)
_REMINDED = re.compile(
    r"^Il\s+(?:est\s+(?:rappelé|précisé)|convient\s+de\s+(?:rappeler|préciser))(?:,[^,]+,)?\s+qu(?:e\s+|['’])(?P<what>.+)$"
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The sentence with its subject before its verb, or without the words that only introduce it."""
    reminded = _REMINDED.match(tree.text)
    if reminded and not announces(tree.text):
        return (capital(reminded["what"]),)
    return _recalled(tree.text) or _done(tree)


def _recalled(text: str) -> tuple[str, ...] | None:
    """ "procède, en accord avec X, au rappel volontaire des lots" -> "rappelle volontairement les lots"."""
    match = _RECALL.match(text)
    if not match:
        return None
    verb = "rappellent" if match["verb"] == "procèdent" else "rappelle"
    how = " volontairement" if match["free"] else ""
    recall = f"{match['who']} {verb}{how} {alone(match['what'])}"
    return (recall, f"Avec : {match['with']}") if match["with"] else (recall,)


def _done(tree: Tree) -> tuple[str, ...] | None:
    """ "Il sera procédé à une enquête" -> "Une enquête aura lieu"."""
    match = _DONE.match(tree.text)
    if not match:
        return None
    end = _BEHIND.search(match["what"])
    what = match["what"][: end.start()] if end else match["what"]
    rest = match["what"][end.start() :] if end else ""
    verb = _TAKES_PLACE[re.sub(r"\s+", " ", match["be"].lower())]
    noun = without_a(what)
    plural = bool(re.match(r"(?:les|des|\d|deux|trois)\b", noun)) or bool(
        re.search(r"\bet\s+(?:à|au|aux)\s", noun)
    )
    noun = re.sub(r"\b(et|ou)\s+(à|au|aux)\s+", lambda m: f"{m[1]} {without_a(m[2] + ' x')[:-1]}", noun)
    takes_place = f"{match['before']}{noun} {verb[plural]}"
    lasting = _LASTING.match(rest)
    if lasting:
        rest = _BEHIND_VERB.sub(" ", rest[lasting.end() :])
        return (capital(f"{takes_place}{rest}"), f"Durée : {lasting['what']}")
    subject = _SUBJECT.match(rest)
    if subject:
        return (capital(takes_place), f"Sujet : {alone(subject['what'])}")
    return (capital(f"{takes_place}{_BEHIND_VERB.sub(' ', rest)}"),)


_LASTING = re.compile(
    r"\s+d['’]une\s+durée\s+d(?:e\s+|['’])(?P<what>(?:\d+|[a-zà-ÿ-]+)\s+(?:jours?|semaines?|mois|ans?|heures?)"
    r"(?:\s+(?:consécutifs?|ouvrés?|entiers?|calendaires?))?)"
)
_BEHIND_VERB = re.compile(r"^,\s+(?=(?:du|le|les|à|dans|en|au|sur)\b)")


_SUBJECT = re.compile(r"\s+(?:portant\s+sur|concernant|relati(?:f|ve)s?)\s+(?P<what>[^,]+)$")
