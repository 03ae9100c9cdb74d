"""How far a phrase goes: its tree as far as it holds together, and its shape where a parser may err."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from notices.lexicon import word_tags
from notices.syntax import Token, Tree
from notices.wording.framing.shapes import ELSEWHERE
from notices.wording.grammar import has_finite_verb, words_in

_ELSEWHERE = re.compile(f"(?i){ELSEWHERE}")


def at(tree: Tree, start: int) -> Token | None:
    """The token that begins at a character."""
    return tree.beginning_at(start)


def top(tree: Tree, token: Token) -> Token:
    """The head of the longest phrase that begins with this token."""
    while True:
        head = tree.head(token)
        if head is None or (head.place < token.place and not _opens(tree, head, token)):
            return token
        if not _opens(tree, head, token):
            return token
        token = head


def _opens(tree: Tree, head: Token, token: Token) -> bool:
    first = next((t for t in tree.below(head) if t.pos != "PUNCT"), head)
    return first.start >= tree.tokens[token.place].start and tree.head(head) is not None


def reach(tree: Tree, first: Token, least: int) -> int:
    """Where the phrase that begins with a token ends: its tree as far as it holds together, and no farther
    than a comma behind which something else begins. `least`: its opening words end there."""
    inside = {t.place for t in tree.below(_top_from(tree, first, least))}
    run = list(takewhile(lambda t: t.place in inside or t.pos == "PUNCT", tree.tokens[first.place :]))
    while run and run[-1].pos == "PUNCT" and run[-1].text not in "»)":
        run.pop()
    end = run[-1].end if run else least
    even = _EVEN.match(tree.text, end)
    if even and not has_finite_verb(even[0]):
        return even.end()
    if _is_first(tree.text, least):
        return _to_the_subject(tree.text, least, end)
    return _with_its_list(tree.text, least, _cut_short(tree.text, least, end))


_EVEN = re.compile(r",?\s+voire\b[^;:()]*?(?=\.?$)")
"""What goes further than the last thing, to the end of the sentence."""
_D_GOES_ON = re.compile(
    r"(?i)(?:,\s+d(?:[ue]s?\s|['’])[^,;:()]*)*,\s+d(?:[ue]s?\s|['’])[^,;:()]*\set\s+d(?:[ue]s?\s|['’])[^,;:()]*(?=,|\.?$)"
)
_L_GOES_ON = re.compile(
    r"(?i)(?:,\s+(?:l[ea]s?\s|l['’]|une?\s|des\s)[^,;:()]*)*,\s+(?:l[ea]s?\s|l['’]|une?\s|des\s)[^,;:()]*\set\s+"
    r"(?:l[ea]s?\s|l['’]|une?\s|des\s)[^,;:()]*\.?$"
)
"""The rest of "la Direction de la concurrence, de la consommation et de la répression", which a parser may
give to the verb; of "les riverains, les secours et les livreurs"."""


def _with_its_list(text: str, least: int, end: int) -> int:
    phrase = text[least:end]
    more = _D_GOES_ON.match(text, end) if re.search(r"(?i)(?:^|\s)d(?:[ue]s?\s|['’])", phrase) else None
    if more is None and re.match(r"(?i)(?:pour\s+|dans\s+|sur\s+)?(?:l[ea]s?\s|l['’]|une?\s|des\s)", phrase):
        more = _L_GOES_ON.match(text, end)
    if more is None or has_finite_verb(more[0]) or _ELSEWHERE.search(more[0]):
        return end
    return more.end()


def _top_from(tree: Tree, first: Token, least: int) -> Token:
    """The head of the phrase; where the parser tore its opening words off, that of what follows them."""
    head = top(tree, first)
    below = tree.below(head)
    if below and below[-1].end > least:
        return head
    following = at(tree, least)
    return top(tree, following) if following else head


def _cut_short(text: str, least: int, end: int) -> int:
    """No farther than the next phrase of the verb, or a comma behind which no like thing stands."""
    inner = text[least:end]
    begins = re.match(
        r"(?i)(?:(?:pour|dans|sur|chez|par|avec|en|sous)\s+)?((?:d[ue]s?|à|aux?|les?|la|une?)(?=\s)|[dl]['’])?",
        inner,
    )
    opening = (begins[1] or "").lower() if begins else ""
    cut = len(inner)
    for match in re.finditer(r",\s+|\s+", inner):
        if match.start() >= cut or not match.start():
            continue
        rest = inner[match.end() :]
        if (_ELSEWHERE.match(rest) and not _is_of_a_participle(inner[: match.start()])) or (
            "," in match[0] and not _goes_with(rest, opening, inner[: match.start()])
        ):
            cut = match.start()
    return least + len(inner[:cut].rstrip(" ,"))


_PARTICIPLE = re.compile(r"(?i)\b[a-zà-ÿ]+(?:é|i|u|is|it|ert)e?s?$")


def _is_of_a_participle(before: str) -> bool:
    """True for "l'avis rendu | le 3 octobre": what follows goes with the participle."""
    last = _PARTICIPLE.search(before)
    return last is not None and ("p" in word_tags(last[0]) or last[0].endswith(("é", "ée", "és", "ées")))


def _is_first(text: str, least: int) -> bool:
    """True where the words that end here open the sentence."""
    return not has_finite_verb(text[:least]) and "," not in text[:least] and words_in(text[:least]) <= 6


_OF_THE_PHRASE = re.compile(
    r"(?i)(?:d[ue]s?\s|d['’]|dont\s|qu[ie]\s|qu['’]|où\s|et\s+d|[a-zà-ÿ]+(?:ée?s?|ie?s?|ue?s?|ant)\s+(?:à|en|dans|de|du|le|par|"
    r"sur|entre)\b)"
)
""""De deux résidentes", "dont certaines datent de 1958", "situé à Courzieu": more of what stands before."""


def _to_the_subject(text: str, least: int, end: int) -> int:
    """The end of a phrase that opens the sentence: with what goes on with it before the subject."""
    subject = _before_subject(text, least)
    end = _with_its_list(text, least, _cut_short(text, least, min(end, subject)))
    if subject == len(text):
        return end
    commas = [m.start() for m in re.finditer(r",\s", text[:subject]) if m.start() >= end]
    for comma, following in pairwise((*commas, subject)):
        if _OF_THE_PHRASE.match(text[comma:].lstrip(", ")):
            end = following
    return end


def _before_subject(text: str, least: int) -> int:
    """The first comma behind which a subject and its verb stand."""
    for comma in re.finditer(r",\s+", text[least:]):
        rest = text[least + comma.end() :]
        if SUBJECT.match(rest) and has_finite_verb(rest):
            return least + comma.start()
    return len(text)


SUBJECT = re.compile(
    r"(?i)(?:(?:les?|la|une?|des|ces?|cet|cette|ses|leurs?|nos|vos|notre|votre|tous|toute?s?|chaque|aucune?|plusieurs|"
    r"nous|vous|ils?|elles?|on|deux|trois|M\.|Mme|\d+)\s|l['’])"
)


def _goes_with(rest: str, opening: str, before: str) -> bool:
    """True where the words behind a comma are one more thing of the same list."""
    kinds = {"du": "d", "des": "d", "de": "d", "d'": "d", "d’": "d", "au": "à", "aux": "à", "à": "à"}
    following = re.match(r"(?i)(?:et\s+|ou\s+)?((?:d[ue]s?|à|aux?|les?|la|une?)(?=\s)|[dl]['’])?", rest)
    like = (following[1] or "").lower() if following else ""
    if not like or not opening:
        return bool(_TITLE.match(rest)) and not has_finite_verb(rest)
    listed = "," in rest or bool(re.search(r"\b(?:et|ou)\b", rest))
    kind = kinds.get(like, "l")
    nested = kind == "d" and bool(re.search(r"\s(?:d[ue]s?\s|d['’])", before))
    return listed and (nested or kind == kinds.get(opening, "l"))


_TITLE = re.compile(
    r"(?!(?:en|au|aux|dans|sur|par|pour|sous|afin|de|du|des|rue|place|avenue|boulevard|chemin|route|quai)\b)"
    r"[a-zà-ÿ-]{4,}(?:[\s’'][\w-]+){0,7}\.?$"
)
""" "Mme Castagnet, maire": a title at the end of the sentence."""
