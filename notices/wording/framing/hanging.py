"""What hangs on the verb, or on a noun, of a sentence of one clause: where it stands, how far it goes, and
what the sentence is without it.

The tree says how far a phrase goes; the shape of what is cut and of what stays must agree, for a parser
errs in one word of ten.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from notices.syntax import Token, Tree
from notices.wording.grammar import finite_verbs, has_finite_verb, words_in
from notices.wording.joints import capital, join, without_a, without_de

LONG = 15
"""A sentence of so many words keeps what hangs on it."""
_SHORTEST = 4
"""A main clause has so many words at least."""
_LONGEST = 32
"""What follows under its own name has so many words at most."""

DATE = (
    r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?(?:1er|\d{1,2})(?:\s+(?:janvier|février|mars|"
    r"avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?:\s+\d{4})?)?"
)
"""A day, without its article; its month and year may stand later ("du 3 au 7 mars 2025")."""
HOUR = r"(?:\d{1,2}\s?(?:h|heures?)(?:\s?\d{2})?|midi|minuit)"
FULL_DATE = (
    r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?(?:1er|\d{1,2})\s+(?:janvier|février|mars|"
    r"avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?:\s+\d{4})?"
)
DE = r"(?=d[ue]s?\s|d['’])"
"""What follows a preposition that ends in "de"."""
A = r"(?=à\s|aux?\s)"

_ELSEWHERE = re.compile(
    r"(?i)(?:sauf|excepté|hormis|hors|à\s+l['’]exce\w+\s+d|afin\s+d|en\s+vue\s+d|sous\s+(?:peine|réserve)|"
    r"pour\s+une\s+(?:durée|période)|à\s+(?:compter|partir)\s+d|jusqu['’]|du\s+" + DATE + r"\s+au\s|"
    r"en\s+(?:application|vertu|raison)\s+d|conformément\s+à|préalablement\s+à|sur\s+(?:proposition|demande|avis)|"
    r"après\s+avis|dans\s+(?:le\s+cadre|un\s+délai|la\s+limite)|compte\s+tenu|y\s+compris|à\s+(?:la\s+)?condition|"
    r"de\s+\d+\s?h|(?:de\s+(?:manière|façon)|avant\s+d[e'’])|pendant|durant|tous\s+les|au\s+plus\s+tard|à\s+l['’]occasion|par\s+arrêté|avant\s+le\s+\d|"
    r"le\s+" + FULL_DATE + r"|entre\s+\d|entre\s+le\s+\d|dans\s+(?:tout|tous)|sur\s+(?:tout|l['’]ensemble))"
)
"""Words that open the next phrase, which hangs on the verb as this one does."""
_GOES_ON = re.compile(
    r"(?i)(?:$|[,;.:]|(?:dans|sur|à|au|aux|en|par|pour|du\s+\w*\s*\d|le\s+\w*\s*\d|jusqu|afin|sauf|dès|entre|"
    r"tous|toutes|chaque|sous|avec|sans|avant|après|pendant|durant|auprès|chez|vers|lors|depuis|excepté|hormis)"
    r"(?:\W|$))"
)
"""What may stand behind a phrase that was cut out."""
_LOOSE_END = re.compile(
    r"(?i)(?:\b(?:et|ou|ni|mais|de|du|des|à|au|aux|en|par|pour|sur|dans|avec|sans|sous|le|la|les|un|une|que|qui|"
    r"non|pas|plus|même|notamment|surtout|seulement|uniquement|exclusivement|compris|moins|soit|arrêté|décret|loi|"
    r"sauf|hors|dont|quel|quelle|tel|tels|telle|telles|ainsi|comme|où|principalement|essentiellement|entre)|"
    r"[cdjlmnstu]['’]|[:;(«–—-])$"
)
"""No sentence ends so, and no phrase is cut behind it."""
_SUBORDINATE = re.compile(
    r"(?i)(?<![\w-])(?:(?:que|qui|si|quand|lorsque|dont|où|parce|car|mais|puisque|laquelle|lequel|lesquel\w+|auquel|"
    r"auxquel\w+|duquel|desquel\w+)(?!\w)|(?:qu|lorsqu|puisqu)['’]|s['’](?=ils?\b))|;|\s:\s"
)
_COMPARED = re.compile(r"(?i)\b(?:ainsi|tels?|telles?|autant|aussi\s+bien|alors)\s+que\b|\bque\s+ce\s+soit\b")
_BINDS = re.compile(
    r"(?i)(?<![\w-])(?:n['’e]\b|aucune?\b|nul(?:le)?\b|\w+(?:rait|raient)\b|seule?s?\b|selon\b|d['’]après\b|"
    r"(?:soupçonn|présum|suspect|reproch|accus)\w+)|(?<!\w)n['’]"
)
"""Words that may bind what hangs behind them: a negation, a hedge, an attribution, "seul"."""


@dataclass(frozen=True, slots=True)
class Opener:
    """The words that open a phrase, and the name under which the rest of it follows."""

    pattern: re.Pattern[str]
    name: str
    bare: Callable[[str], str]
    """What becomes of the rest, where it stands alone."""
    bound: bool = True
    """True where a negation or a hedge before it may be meant of it."""
    last: bool = False
    """True for a phrase that nothing follows but a comma."""
    onward: re.Pattern[str] | None = None
    """What belongs to the phrase where it stands behind it: "à compter de sa publication"."""


def opener(
    pattern: str, name: str, *, bound: bool = True, whole: bool = False, last: bool = False, onward: str = ""
) -> Opener:
    """An opener from its pattern; `whole`: its words stay ("jusqu'au 3 mai")."""
    found = re.compile(rf"(?i)(?<![\w’'-])(?:{pattern})\s*")
    further = re.compile(rf"(?i),?\s+(?:{onward})") if onward else None
    return Opener(found, name, _unchanged if whole else alone, bound, last, further)


def _unchanged(phrase: str) -> str:
    return phrase


def alone(phrase: str) -> str:
    """A phrase that began with "de" or "à", standing alone; a second one too: "du vent et de la pluie" ->
    "le vent et la pluie"."""
    if re.match(r"(?i)(?:à|aux?)\s", phrase):
        return _JOINED.sub(_second, without_a(phrase))
    if not re.match(r"(?i)(?:de|du|des)\s|d['’]", phrase):
        return phrase
    joined = _JOINED.search(phrase)
    nested = joined and re.search(r"(?i)\s(?:de|du|des)\s|\sd['’]|\b(?:qui|que|où|dont)\b", phrase[: joined.start()])
    if joined and not nested:
        phrase = phrase[: joined.start()] + _JOINED.sub(_second, phrase[joined.start() :])
    return without_de(re.sub(r"(?i)^de\s+(?=la\s|l['’])", "", phrase))


_JOINED = re.compile(r"(?i)(\s(?:et|ou)\s+|,\s+)(de\s+la\s+|de\s+(?=l['’])|du\s+|des\s+|d['’](?=un)|à\s+(?=l)|aux?\s+)")
_ARTICLES = {"du": "le ", "des": "les ", "au": "le ", "aux": "les ", "de la": "la "}


def _second(match: re.Match[str]) -> str:
    return match[1] + _ARTICLES.get(" ".join(match[2].lower().split()), "")


@dataclass(frozen=True, slots=True)
class Hanging:
    """A phrase in its sentence."""

    start: int
    end: int
    what: str
    """Its words without those that open it."""


def told_behind(tree: Tree, openers: tuple[Opener, ...], longer_than: int = LONG) -> tuple[str, ...] | None:
    """The sentence without the last such phrase, then that under its name; None where there is none that
    may go."""
    if words_in(tree.text) <= longer_than or announces(tree.text):
        return None
    found = ((o, h) for o in openers for h in hangings(tree, o.pattern, o.onward))
    for one, hanging in sorted(found, key=lambda pair: -pair[1].start):
        if one.last and not re.match(r"\s*(?:,|$)", tree.text[hanging.end :].rstrip(". ")):
            continue
        rest = without(tree, hanging)
        if rest and (not one.bound or not _BINDS.search(rest)):
            return rest, f"{one.name} : {one.bare(hanging.what)}"
    return None


_ANNOUNCES = re.compile(r"(?i)(?:\b(?:suivante?s?|ci-(?:dessous|après))|:)[\s.:]*$")


def announces(text: str) -> bool:
    """True where a list stands behind the sentence, and nothing may come between."""
    return bool(_ANNOUNCES.search(text))


def hangings(
    tree: Tree, pattern: re.Pattern[str], onward: re.Pattern[str] | None = None
) -> Iterator[Hanging]:
    """The phrases of the main clause that these words open."""
    for match in pattern.finditer(tree.text):
        token = at(tree, match.start())
        if token is None or not is_of_main_clause(tree, token):
            continue
        end = reach(tree, token, match.end())
        while onward and (more := onward.match(tree.text, end)):
            further = at(tree, more.start() + len(more[0]) - len(more[0].lstrip(", ")))
            longer = reach(tree, further, more.end()) if further else end
            end = max(longer, more.end())
        what = tree.text[match.end() : end].strip()
        if re.search(r"\w", what) and words_in(what) <= _LONGEST and _is_even(what):
            yield Hanging(match.start(), end, what)


def at(tree: Tree, start: int) -> Token | None:
    """The token that begins at a character."""
    return next((t for t in tree.tokens if t.start == start), None)


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
    run = list(
        takewhile(lambda t: t.place in inside or t.pos == "PUNCT", tree.tokens[first.place :])
    )
    while run and run[-1].pos == "PUNCT" and run[-1].text not in "»)":
        run.pop()
    end = run[-1].end if run else least
    return _cut_short(tree.text, least, end)


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
    if not text[: least].strip(", ") or _is_first(text, least):
        end = min(end, _before_subject(text, least))
    inner = text[least:end]
    begins = re.match(r"(?i)(?:(?:d[ue]s?|à|aux?|les?|la|une?)\s+|[dl]['’])?", inner)
    opening = begins[0].strip().lower() if begins else ""
    cut = len(inner)
    for match in re.finditer(r",\s+|\s+", inner):
        if match.start() >= cut or not match.start():
            continue
        rest = inner[match.end() :]
        if _ELSEWHERE.match(rest) or ("," in match[0] and not _goes_with(rest, opening)):
            cut = match.start()
    return least + len(inner[:cut].rstrip(" ,"))


def _is_first(text: str, least: int) -> bool:
    """True where the words that end here open the sentence."""
    return not has_finite_verb(text[:least]) and "," not in text[:least] and words_in(text[:least]) <= 6


def _before_subject(text: str, least: int) -> int:
    """The first comma behind which a subject and its verb stand."""
    for comma in re.finditer(r",\s+", text[least:]):
        rest = text[least + comma.end() :]
        if _SUBJECT.match(rest) and has_finite_verb(rest):
            return least + comma.start()
    return len(text)


_SUBJECT = re.compile(
    r"(?i)(?:(?:les?|la|une?|des|ces?|cet|cette|ses|leurs?|nos|vos|notre|votre|tous|toute?s?|chaque|aucune?|plusieurs|"
    r"nous|vous|ils?|elles?|on|deux|trois|M\.|Mme|\d+)\s|l['’])"
)


def _goes_with(rest: str, opening: str) -> bool:
    """True where the words behind a comma are one more thing of the same list."""
    kinds = {"du": "d", "des": "d", "de": "d", "d'": "d", "d’": "d", "au": "à", "aux": "à", "à": "à"}
    following = re.match(r"(?i)(?:et\s+|ou\s+)?((?:d[ue]s?|à|aux?|les?|la|une?)(?=\s)|[dl]['’])?", rest)
    like = (following[1] or "").lower() if following else ""
    if not like or not opening:
        return bool(_TITLE.match(rest)) and not has_finite_verb(rest)
    return kinds.get(like, "l") == kinds.get(opening, "l") and bool(
        re.search(r"\b(?:et|ou)\b", rest) or "," in rest
    )


_TITLE = re.compile(r"(?!(?:en|au|aux|dans|sur|par|pour|sous|afin|de|du|des)\b)[a-zà-ÿ-]{4,}(?:[\s’'][\w-]+){0,7}\.?$")
""" "Mme Castagnet, maire": a title at the end of the sentence."""


def _is_even(text: str) -> bool:
    return text.count("(") == text.count(")") and text.count("«") == text.count("»")


_OF_A_CLAUSE = ("ccomp", "acl:relcl", "advcl", "parataxis", "csubj", "acl")


def is_of_main_clause(tree: Tree, token: Token) -> bool:
    """True for a word that no relative or other subordinate clause holds, nor a participle before it."""
    before = tree.tokens[token.place - 1] if token.place else None
    if before and before.dep in ("acl", "amod") and before.pos == "VERB":
        return False
    head: Token | None = token
    while head is not None:
        if head.dep in _OF_A_CLAUSE and head.place < token.place:
            return bool(before and before.text == ",") and not tree.text[: token.start].count("«")
        head = tree.head(head)
    return True


def without(tree: Tree, hanging: Hanging) -> str | None:
    """The sentence without the phrase; None where it would not be one whole clause."""
    rest = _removed(tree, hanging.start, hanging.end)
    if rest is None or not is_clause(rest):
        return None
    return capital(rest)


def _removed(tree: Tree, start: int, end: int) -> str | None:
    text = tree.text
    left, right = text[:start].rstrip(), text[end:].lstrip()
    if _LOOSE_END.search(left.rstrip(", ")) or not _GOES_ON.match(right) or _ALSO.match(right):
        return None
    if not left:
        return _opened(right.lstrip(", "))
    if left.endswith(","):
        return _between_commas(tree, left, right, start, end)
    if right.startswith(",") and not _GOES_ON.match(right.lstrip(", ")):
        return None
    return _met(left, right)


def _opened(rest: str) -> str | None:
    """The sentence without the phrase that opened it: its subject stands first now, or what leads to it."""
    return rest if _SUBJECT.match(rest) or rest[:1].isupper() else None


def _between_commas(tree: Tree, left: str, right: str, start: int, end: int) -> str | None:
    bare = left[:-1]
    if not right.strip(" ."):
        return bare + right.strip()
    if not right.startswith((",", ";")) or _RELATIVE.match(right):
        return None
    fronted = _is_before_the_verb(tree, end) and (_is_fronted(tree, start) or bare.count(",") % 2)
    if fronted or right.startswith(";") or _ELSEWHERE.match(right.lstrip(", ")):
        return f"{bare}{right}"
    return _met(bare, right.lstrip(", "))


def _met(left: str, right: str) -> str | None:
    try:
        return join(f"{left} ", right) if right[:1] not in ",;." else left + right
    except ValueError:
        return None


_ALSO = re.compile(
    r"(?i),?\s*\b(?:et|ou|puis|mais)\s+(?:uniquement|seulement|sur|en|dans|par|chez|auprès|avec|sans|aux?|à|jusqu|dès|"
    r"du\s+\w*\s*\d|de\s+\d|le\s+\w*\s*\d|l['’]après)"
)
"""Another such phrase is joined to this one: they stay together."""
_RELATIVE = re.compile(r"(?i),\s*(?:qui|que|qu['’]|dont|où|auquel|auxquel|à\s+laquelle|lequel|laquelle|lesquel|duquel|desquel)")


def _is_before_the_verb(tree: Tree, end: int) -> bool:
    return tree.root.start >= end


def _is_fronted(tree: Tree, start: int) -> bool:
    subject = tree.child(tree.root, "nsubj", "expl")
    return subject is None or subject.start > start


def is_clause(text: str) -> bool:
    """True for one clause with its verb, and nothing subordinate."""
    return (
        words_in(text) >= _SHORTEST
        and has_finite_verb(text)
        and len(finite_verbs(text)) == 1
        and not _SUBORDINATE.search(_COMPARED.sub(" et ", text))
        and not _LOOSE_END.search(text.rstrip(". "))
        and _is_even(text)
    )
