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

from notices.lexicon import word_tags
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
PART_OF_DAY = (
    r"(?:\s+(?:au\s+matin|au\s+soir|dans\s+la\s+(?:nuit|matinée|soirée|journée)|dans\s+l['’]après-midi))?"
)
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
    r"après\s+avis|dans\s+(?:le\s+cadre|un\s+délai|la\s+limite)|compte\s+tenu|y\s+compris|notamment|ainsi\s+que|en\s+particulier|à\s+(?:la\s+)?condition|"
    r"de\s+\d+\s?h|(?:de\s+(?:manière|façon)|avant\s+d[e'’])|pendant|durant|tous\s+les|au\s+plus\s+tard|à\s+l['’]occasion|par\s+arrêté|avant\s+le\s+\d|"
    r"le\s+" + FULL_DATE + r"|entre\s+\d|entre\s+le\s+\d|dans\s+(?:tout|tous)|sur\s+(?:tout|l['’]ensemble))"
)
"""Words that open the next phrase, which hangs on the verb as this one does."""
_GOES_ON = re.compile(
    r"(?i)(?:$|[,;.:]|à\s+(?:compter|partir|l['’](?:occasion|issue|exception|exclusion))|(?:dans|sur|par|pour|du\s+\w*\s*\d|le\s+\w*\s*\d|jusqu|afin|sauf|dès|entre|"
    r"tous|toutes|chaque|sous|avant|après|pendant|durant|auprès|chez|vers|lors|depuis|excepté|hormis)"
    r"(?:\W|$))"
)
"""What may stand behind a phrase that was cut out."""
_GOES_ON_SURELY = re.compile(rf"(?i){_GOES_ON.pattern.removeprefix('(?i)')}|(?:à|aux?|en|avec|sans)\s")
"""The same, where a comma or its shape tells where the phrase ends."""
_LOOSE_END = re.compile(
    r"(?i)(?:\b(?:et|ou|ni|mais|de|du|des|à|au|aux|en|par|pour|sur|dans|avec|sans|sous|le|la|les|un|une|que|qui|"
    r"non|pas|plus|même|notamment|surtout|seulement|uniquement|exclusivement|compris|moins|soit|arrêté|décret|loi|"
    r"sauf|hors|dont|quel|quelle|tel|tels|telle|telles|ainsi|comme|où|principalement|essentiellement|entre)|"
    r"[cdjlmnstu]['’]|[:;(«–—-])$"
)
"""No sentence ends so, and no phrase is cut behind it."""
_AUXILIARY_END = re.compile(
    r"(?i)\b(?:est|sont|sera|seront|était|étaient|a|ont|aura|auront|doi(?:t|vent)|devra|devront|peu(?:t|vent)|pourra|pourront|"
    r"être|avoir|été)$"
)
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
    manner: bool = False
    """True for a phrase that a bare verb cannot spare: "sont gérées conformément à l'arrêté"."""
    onward: re.Pattern[str] | None = None
    """What belongs to the phrase where it stands behind it: "à compter de sa publication"."""


def opener(
    pattern: str,
    name: str,
    *,
    bound: bool = True,
    whole: bool = False,
    last: bool = False,
    manner: bool = False,
    onward: str = "",
) -> Opener:
    """An opener from its pattern; `whole`: its words stay ("jusqu'au 3 mai")."""
    found = re.compile(rf"(?i)(?<![\w’'-])(?:{pattern})\s*")
    further = re.compile(rf"(?i)\s+(?:{onward})") if onward else None
    return Opener(found, name, _unchanged if whole else alone, bound, last, manner, further)


def _unchanged(phrase: str) -> str:
    return phrase


def alone(phrase: str) -> str:
    """A phrase that began with "de" or "à", standing alone; a second one too: "du vent et de la pluie" ->
    "le vent et la pluie"."""
    if re.match(r"(?i)au\s+(?:moins|plus|maximum|minimum|total)\b", phrase):
        return phrase
    if re.match(r"(?i)(?:à|aux?)\s", phrase):
        return _JOINED.sub(_second, without_a(phrase))
    if not re.match(r"(?i)(?:de|du|des)\s|d['’]", phrase):
        return phrase
    joined = _JOINED.search(phrase)
    nested = joined and re.search(
        r"(?i)\s(?:de|du|des)\s|\sd['’]|\b(?:qui|que|où|dont)\b", phrase[: joined.start()]
    )
    if joined and not nested:
        phrase = phrase[: joined.start()] + _JOINED.sub(_second, phrase[joined.start() :])
    return without_de(re.sub(r"(?i)^de\s+(?=la\s|l['’])", "", phrase))


_JOINED = re.compile(
    r"(?i)(\s(?:et|ou)\s+|,\s+)(de\s+la\s+|de\s+(?=l['’])|du\s+|des\s+|d['’](?=un)|à\s+(?=l)|aux?\s+)"
)
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
    sure: bool = False
    """True where its shape, not its tree, tells how far it goes."""


def told_behind(tree: Tree, openers: tuple[Opener, ...], longer_than: int = LONG) -> tuple[str, ...] | None:
    """The sentence without the last such phrase, then that under its name; None where there is none that
    may go."""
    if words_in(tree.text) <= longer_than or announces(tree.text):
        return None
    found = ((o, h) for o in openers for h in hangings(tree, o.pattern, o.onward))
    for one, hanging in sorted(found, key=lambda pair: -pair[1].start):
        if one.last and hanging.start and not _is_last(tree.text[hanging.end :]):
            continue
        rest = without(tree, hanging)
        if rest and not (one.bound and binds(rest)) and not (one.manner and _is_bare(rest)):
            return rest, f"{one.name} : {one.bare(hanging.what)}"
    return None


def binds(clause: str) -> bool:
    """True for a clause with a negation, a hedge or an attribution, which may be meant of what stands behind."""
    return bool(_BINDS.search(clause))


_UNFINISHED = re.compile(r"(?i)\b(?:et|ou|puis|mais|de|du|des|à|au|aux|par|pour|en|le|la|les|que|qui)$")
_ANNOUNCES = re.compile(r"(?i)(?:\b(?:suivante?s?|ci-(?:dessous|après))|:)[\s.:]*$")


def announces(text: str) -> bool:
    """True where a list stands behind the sentence, and nothing may come between."""
    return bool(_ANNOUNCES.search(text))


def _is_last(after: str) -> bool:
    """True where nothing follows but another phrase of the verb behind a comma."""
    return not after.strip(" .") or bool(re.match(r",\s", after) and _ELSEWHERE.match(after.lstrip(", ")))


def _is_bare(clause: str) -> bool:
    """True for "sont gérées", "doit se faire": the verb ends the clause, and says nothing alone."""
    last = re.search(r"[\w’'-]+$", clause.rstrip(". "))
    if last is None or "n" in word_tags(last[0]):
        return False
    return bool({"p", "i", "v"} & set(word_tags(last[0]))) or bool(re.search(r"ée?s?$", last[0]))


def hangings(
    tree: Tree, pattern: re.Pattern[str], onward: re.Pattern[str] | None = None
) -> Iterator[Hanging]:
    """The phrases of the main clause that these words open."""
    for match in pattern.finditer(tree.text):
        token = at(tree, match.start())
        if token is None or not is_of_main_clause(tree, token) or is_within(tree.text, match.start()):
            continue
        end = reach(tree, token, match.end())
        while onward and (more := onward.match(tree.text, end)):
            further = at(tree, more.start() + len(more[0]) - len(more[0].lstrip()))
            longer = reach(tree, further, more.end()) if further else end
            end = max(longer, more.end())
        what = tree.text[match.end() : end].strip()
        if (
            re.search(r"\w", what)
            and not _UNFINISHED.search(what)
            and words_in(what) <= _LONGEST
            and _is_even(what)
        ):
            yield Hanging(match.start(), end, what)


_SCOPE = re.compile(
    r"(?i)(?<![\w-])(?:sauf|excepté|hormis|hors|à\s+l['’]exce\w+|afin\s+d|en\s+vue\s+d|pour\s+[a-zà-ÿ]+(?:er|ir|re)\b|sous\s+(?:peine|"
    r"réserve)|à\s+(?:la\s+)?(?:double\s+)?condition|y\s+compris|faute\s+d|à\s+défaut|en\s+cas\s+d|en\s+l['’]absence|"
    r"sans\s+[a-zà-ÿ]+(?:er|ir|re)\b|plutôt|avant\s+d|après\s+avoir)"
)
"""What such words open may hold what stands behind them before a comma."""


def hangs_last(tree: Tree, first: Token) -> bool:
    """True for the first word of a phrase of the main clause that ends the sentence."""
    return (
        is_of_main_clause(tree, first)
        and not is_within(tree.text, first.start)
        and not goes_on_behind(tree, first.start)
    )


def goes_on_behind(tree: Tree, start: int) -> bool:
    """True where the verb goes on behind a phrase that was thought to end the sentence: with a second verb, an
    infinitive or an object of its own."""
    return any(
        token.start > start and 0 <= token.head and tree.tokens[token.head].start < start and _is_core(token)
        for token in tree.tokens
    )


def _is_core(token: Token) -> bool:
    return token.dep in ("xcomp", "ccomp", "obj", "nsubj") or (
        token.dep == "conj" and token.pos in ("VERB", "AUX")
    )


def is_within(text: str, start: int) -> bool:
    """True behind an exception, a condition or a purpose that no comma has closed."""
    openings = [m.end() for m in _SCOPE.finditer(text, 0, start)]
    return bool(openings) and "," not in text[openings[-1] : start]


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
    run = list(takewhile(lambda t: t.place in inside or t.pos == "PUNCT", tree.tokens[first.place :]))
    while run and run[-1].pos == "PUNCT" and run[-1].text not in "»)":
        run.pop()
    end = run[-1].end if run else least
    return _with_its_list(tree.text, least, _cut_short(tree.text, least, end))


_D_GOES_ON = re.compile(
    r"(?i)(?:,\s+d(?:[ue]s?\s|['’])[^,;:()]*)*,\s+d(?:[ue]s?\s|['’])[^,;:()]*\set\s+d(?:[ue]s?\s|['’])[^,;:()]*(?=,|\.?$)"
)
_L_GOES_ON = re.compile(
    r"(?i)(?:,\s+(?:l[ea]s?\s|l['’]|une?\s|des\s)[^,;:()]*)*,\s+(?:l[ea]s?\s|l['’]|une?\s|des\s)[^,;:()]*\set\s+"
    r"(?:l[ea]s?\s|l['’]|une?\s|des\s)[^,;:()]*\.?$"
)
"""The rest of "la Direction de la concurrence, de la consommation et de la répression", which a parser may give
to the verb; of "les riverains, les secours et les livreurs"."""


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
    if not text[:least].strip(", ") or _is_first(text, least):
        end = min(end, _before_subject(text, least))
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
        if _ELSEWHERE.match(rest) or (
            "," in match[0] and not _goes_with(rest, opening, inner[: match.start()])
        ):
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
    r"(?!(?:en|au|aux|dans|sur|par|pour|sous|afin|de|du|des)\b)[a-zà-ÿ-]{4,}(?:[\s’'][\w-]+){0,7}\.?$"
)
""" "Mme Castagnet, maire": a title at the end of the sentence."""


def _is_even(text: str) -> bool:
    return text.count("(") == text.count(")") and text.count("«") == text.count("»")


_OF_A_CLAUSE = ("ccomp", "acl:relcl", "advcl", "parataxis", "csubj", "acl")


def is_of_main_clause(tree: Tree, token: Token) -> bool:
    """True for a word that no relative or other subordinate clause holds, nor a participle before it."""
    before = tree.tokens[token.place - 1] if token.place else None
    if re.search(r"(?i)\b(?:ayant|étant)\b[^,]*$", tree.text[: token.start]):
        return False
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
    rest = _removed(tree, hanging.start, hanging.end, _GOES_ON_SURELY if hanging.sure else _GOES_ON)
    if rest is None or not is_clause(rest):
        return None
    return capital(rest)


def _removed(tree: Tree, start: int, end: int, behind: re.Pattern[str]) -> str | None:
    text = tree.text
    left, right = text[:start].rstrip(), text[end:].lstrip()
    if re.search(r"(?i)\bou\s+(?:depuis|pour|par|dans|en|à|sur|avec|sans|de)\s[^,]*$", left):
        return None
    if _LOOSE_END.search(left.rstrip(", ")) or not behind.match(right) or _ALSO.match(right):
        return None
    if not left:
        return _opened(right.lstrip(", "))
    if left.endswith(","):
        return _between_commas(tree, left, right, start, end)
    inserted = left.count(",") % 2 and _is_before_the_verb(tree, end)
    if right.startswith(",") and not inserted and not _GOES_ON_SURELY.match(right.lstrip(", ")):
        return None
    return _met(left, right)


def _opened(rest: str) -> str | None:
    """The sentence without the phrase that opened it: its subject stands first now, or what leads to it."""
    return rest if _SUBJECT.match(rest) or rest[:1].isupper() else None


def _between_commas(tree: Tree, left: str, right: str, start: int, end: int) -> str | None:
    bare = left[:-1]
    if not right.strip(" ."):
        return bare + right.strip()
    if not right.startswith((",", ";")) or _RELATIVE.match(right) or not _is_of_the_verb(tree, end):
        return None
    fronted = _is_before_the_verb(tree, end) and (_is_fronted(tree, start) or bare.count(",") % 2)
    again = "," in bare[tree.root.end :] and not _OBJECT.match(right)
    if fronted or again or right.startswith(";") or _ELSEWHERE.match(right.lstrip(", ")):
        return f"{bare}{right}"
    return _met(bare, right.lstrip(", "))


def _is_of_the_verb(tree: Tree, end: int) -> bool:
    """True where what follows the comma does not go on with the phrase before it: "de" opens a complement of
    the verb."""
    following = next((t for t in tree.tokens if t.start >= end and t.pos != "PUNCT"), None)
    if following is None or not re.match(r"(?i)(?:d[ue]s?|et|ou|d['’])$", following.text):
        return True
    head = tree.head(top(tree, following))
    return head is None or head.start < end and head.dep == "ROOT"


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
_OBJECT = re.compile(r"(?i),\s+(?:les?|la|l['’]|une?|des|du|de|d['’]|que|qu['’]|à|aux?)(?:\s|(?<=['’]))")
_RELATIVE = re.compile(
    r"(?i),\s*(?:qui|que|qu['’]|dont|où|auquel|auxquel|à\s+laquelle|lequel|laquelle|lesquel|duquel|desquel)"
)


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
        and not _AUXILIARY_END.search(text.rstrip(". "))
        and _is_even(text)
    )
