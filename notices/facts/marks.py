"""Words that turn a statement: hedges, negations, exceptions, conditions, duties, penalties.

Most are phrases of `marks.tsv`. The French negation has two halves that stand apart, and the
conditional of attribution is an ending: both are told here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from notices.facts.fact import Fact
from notices.facts.phrases import PhraseBook
from notices.facts.spelled import number_words
from notices.facts.tables import rows
from notices.facts.tokens import Token, side

_SECOND_HALF = {
    "pas": "not",
    "point": "not",
    "plus": "no longer",
    "jamais": "never",
    "aucun": "not",
    "aucune": "not",
    "aucunement": "not",
    "nullement": "not",
    "nul": "not",
    "nulle": "not",
    "rien": "not",
    "personne": "not",
    "ni": "not",
    "guere": "not",
}
_FAR = 9
"""How many words may stand between "ne" and its second half ("n'est, sauf urgence, pas")."""
_ALONE = frozenset(
    {
        "peut",
        "peuvent",
        "pourra",
        "pourront",
        "saurait",
        "sauraient",
        "ose",
        "puisse",
        "puissent",
        "pouvait",
        "pu",
    }
)
"""Verbs that "ne" negates without "pas"."""
_SUBJECTS = frozenset({"nul", "nulle", "aucun", "aucune", "personne", "rien", "ni", "jamais"})
_UNLIKE_NEGATION = ("oubli", "hesit", "depass", "exced", "manqu", "neglig", "tard", "cess")
"""Verbs whose negation is said without one elsewhere: "remember", "feel free", "at most", "always"."""
_AFTER_WITHOUT = frozenset(
    "exception doute delai cesse reserve dire discontinuer peine relache tarder conteste encombre".split()
)
"""What "sans" makes a word of its own with: "sans réserve" is "wholeheartedly"."""
_CLAUSE_END = frozenset({".", ";", ":", "!", "?", "(", ")"})
_CONDITIONAL = frozenset({"serait", "seraient", "aurait", "auraient"})
_IF = frozenset({"si", "s'"})
_ODD = frozenset({"suspect", "suspects", "suspecte", "suspectes"})
"""What looks odd ("un colis suspect") or a person; "suspecté" has an accent and is neither."""
_BEFORE_A_PERSON = frozenset(
    "le la les un une des du au aux ce cet cette ces son sa ses leur leurs autre autres principal principale "
    "principaux jeune jeunes seul seule quelques plusieurs de".split()
)
_UN = re.compile(r"un(?!fortunate|it[eysi]|ion|iv|iq|if|der(?!age)|til|anim|less|cle)[a-z]{4,}$")
_NON = re.compile(r"non[a-z]{4,}$")
_LESS = re.compile(r"[a-z]{3,}less(?:ly|ness)?$")


def find_marks(
    text: str, lang: str, tokens: Sequence[Token], taken: Iterable[tuple[int, int]] = ()
) -> tuple[Fact, ...]:
    """Hedges, attributions, negations, exceptions, conditions, duties, permissions, penalties."""
    lang = side(lang)
    found: list[Fact] = []
    for phrase in _book(lang).find(tokens):
        start, end = tokens[phrase.places[0]].start, tokens[phrase.places[-1]].end
        if phrase.meaning == "negation" and _number_sign(tokens, phrase.places[0]):
            continue
        if tokens[phrase.places[0]].text == "a" and phrase.meaning.startswith(("exception", "condition")):
            continue  # "il y a moins de restrictions": the verb
        if tokens[phrase.places[-1]].fold in {"de", "d'"} and _counts(tokens, phrase.places[-1] + 1):
            continue
        for mark in phrase.meaning.split():
            weak = mark.startswith("?")
            kind, _, value = mark.lstrip("?").partition(":")
            found.append(Fact(kind, value or _DEFAULT.get(kind, kind), start, end, text[start:end], weak))
    found += _french(text, tokens) if lang == "fr" else _english(tokens)
    busy = tuple(taken)
    return tuple(dict.fromkeys(f for f in found if not any(s <= f.start and f.end <= e for s, e in busy)))


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """ "à moins de 100 mètres" is a distance, and no exception."""
    if at >= len(tokens) or tokens[at - 2].fold != "moins":
        return False
    return _is_number(tokens[at])


def _number_sign(tokens: Sequence[Token], at: int) -> bool:
    """ "No. 12" and "No 12" are numbers, and so is "Case No." at the end of a heading."""
    if tokens[at].text != "No" or at + 1 == len(tokens):
        return False
    if tokens[at + 1].text != ".":
        return at > 0 and tokens[at + 1].text.isdigit()
    return at > 0 if at + 2 == len(tokens) else tokens[at + 2].text.isdigit()


_DEFAULT = {"negation": "not", "attribution": "source", "exception": "except", "condition": "if"}


@cache
def _book(lang: str) -> PhraseBook:
    return PhraseBook((pattern, marks) for of, pattern, marks in rows("marks.tsv") if of == lang)


_TURNS = frozenset("non pas sans aucun aucune jamais ni".split()) | _ODD | _CONDITIONAL
_WOULD = ("rait", "raient")


def _french(text: str, tokens: Sequence[Token]) -> Iterator[Fact]:
    """Negations with two halves, bare "pas" and "non", and the conditional mood."""
    paired: set[int] = set()
    for at, token in enumerate(tokens):
        if token.low == "ne" and not (token.text.isupper() and len(token.text) > 1 and _born(tokens, at)):
            yield from _negated(text, tokens, at, paired)
    for at, token in enumerate(tokens):
        if at in paired or not (token.low in _TURNS or token.low.endswith(_WOULD)):
            continue
        if (token.low == "non" and not (at + 1 < len(tokens) and tokens[at + 1].fold == "seulement")) or (
            token.low == "pas" and _bare(tokens, at)
        ):
            yield _fact("negation", "not", tokens, at, at, text, weak=_joined_non(tokens, at))
        elif token.low == "sans":
            yield _fact(
                "negation",
                "without",
                tokens,
                at,
                at,
                text,
                weak=tokens[min(at + 1, len(tokens) - 1)].fold in _AFTER_WITHOUT,
            )
        elif token.low in {"aucun", "aucune"}:
            weak = at > 0 and tokens[at - 1].low == "sans"  # "sans aucun retard" is "without any delay"
            yield _fact("negation", "not", tokens, at, at, text, weak=weak)
        elif token.low in {"jamais", "ni"}:
            yield _fact("negation", "not", tokens, at, at, text, weak=True)
        elif token.low in _ODD and _qualifies(tokens, at):
            yield _fact("hedge", "oddness", tokens, at, at, text, weak=True)
        elif token.low in _CONDITIONAL:
            yield _fact("permission", "permission", tokens, at, at, text, weak=True)
            yield _fact("hedge", "suspicion", tokens, at, at, text, weak=True)
            if not any(t.low in _IF for t in tokens):
                yield _fact("hedge", "conditional", tokens, at, at, text)
        elif token.low.endswith(_WOULD) and len(token.low) > 6:
            yield _fact("hedge", "conditional", tokens, at, at, text, weak=True)
            yield _fact("hedge", "suspicion", tokens, at, at, text, weak=True)


def _qualifies(tokens: Sequence[Token], at: int) -> bool:
    """ "un colis suspect", which is odd; not "le suspect", nor "les hommes suspects de vol"."""
    before = tokens[at - 1].fold if at else ""
    behind = tokens[at + 1].fold if at + 1 < len(tokens) else ""
    person = before in _BEFORE_A_PERSON or before.isdigit() or before in number_words("fr")
    return not person and behind not in {"de", "du", "des"}


def _joined_non(tokens: Sequence[Token], at: int) -> bool:
    """ "non-lieu" may be "dismissal", "ou non" "whether"; "non plus" and "pas moins" add nothing."""
    before = tokens[at - 1].fold if at else ""
    behind = tokens[at + 1].fold if at + 1 < len(tokens) else ""
    if tokens[at].low == "pas":
        return behind == "moins" or before == "non"
    return before == "ou" or behind in {"-", "moins", "plus"}


def _born(tokens: Sequence[Token], at: int) -> bool:
    """ "NE EN 1980" in capitals is "né en"."""
    return at + 1 < len(tokens) and tokens[at + 1].fold in {"en", "le", "a"}


def _bare(tokens: Sequence[Token], at: int) -> bool:
    """ "pas" without "ne": a negation, unless it is a step ("le pas", "pas de tir")."""
    before = tokens[at - 1].fold if at else ""
    return before not in {
        "le",
        "un",
        "les",
        "ces",
        "de",
        "au",
        "du",
        "deux",
        "trois",
        "premier",
        "des",
        "premiers",
        "grands",
        "son",
        "ses",
        "leurs",
        "a",
        "quelques",
    }


def _negated(text: str, tokens: Sequence[Token], at: int, paired: set[int]) -> Iterator[Fact]:
    before = _subject(tokens, at)
    if before is not None:
        paired.add(before)
        yield _fact("negation", "not", tokens, before, at, text, weak=_goes_on(tokens, before))
        _pair_rest(tokens, at, paired)
        return
    for ahead in range(at + 1, min(at + 2 + _FAR, len(tokens))):
        word = tokens[ahead]
        if word.text in _CLAUSE_END:
            break
        if word.low == "ne":
            break
        value = _SECOND_HALF.get(word.fold)
        if value and ahead not in paired and ahead > at + 0:
            paired.add(ahead)
            only = (
                word.fold in {"plus", "pas", "jamais"}
                and ahead + 1 < len(tokens)
                and tokens[ahead + 1].fold == "que"
            )
            if only and word.fold != "pas":
                yield _fact("restriction", "restriction", tokens, at, ahead + 1, text)
            elif (
                word.fold == "plus"
                and ahead + 2 < len(tokens)
                and tokens[ahead + 1].fold in {"de", "tard"}
                and _has_que(tokens, ahead)
            ):
                continue
            else:
                weak = tokens[at + 1].fold.startswith(_UNLIKE_NEGATION) or _bounds(tokens, ahead)
                yield _fact("negation", value, tokens, at, ahead, text, weak=weak)
            _pair_rest(tokens, ahead, paired)
            return
        if word.fold == "que" and ahead > at + 1 and not _object(tokens, at, ahead):
            yield _fact("restriction", "restriction", tokens, at, ahead, text)
            yield _fact("negation", "not", tokens, at, ahead, text, weak=True)
            if ahead + 1 < len(tokens) and tokens[ahead + 1].fold in {"si", "s'", "lorsque", "quand"}:
                yield _fact("exception", "except", tokens, at, ahead + 1, text)
            return
    if any(t.fold in _ALONE for t in tokens[at + 1 : at + 3]):
        yield from _alone(text, tokens, at)
    else:
        yield _fact("negation", "not", tokens, at, at, text, weak=True)


_FARTHEST = 45


def _alone(text: str, tokens: Sequence[Token], at: int) -> Iterator[Fact]:
    """ "ne peut" without "pas": a negation, unless a distant "que si" makes it a condition ("only if")."""
    for ahead in range(at + 1, min(at + _FARTHEST, len(tokens) - 1)):
        if tokens[ahead].text in {".", ";"} or tokens[ahead].low == "ne":
            break
        if tokens[ahead].fold == "que" and tokens[ahead + 1].fold in {"si", "s'", "lorsque", "quand"}:
            yield _fact("exception", "except", tokens, at, ahead + 1, text)
            yield _fact("negation", "not", tokens, at, at + 1, text, weak=True)
            return
    yield _fact("negation", "not", tokens, at, at + 1, text)


_LIMITING = frozenset(
    "en a au aux apres avec par dans sur si lorsque quand pour de du des un une".split()
    + "sous conformement entre aupres dument".split()
)


def _object(tokens: Sequence[Token], at: int, que: int) -> bool:
    """ "on ne peut présumer que les cas ...": "que" begins what is presumed, and limits nothing."""
    alone = any(t.fold in _ALONE for t in tokens[at + 1 : at + 3])
    following = tokens[que + 1].fold if que + 1 < len(tokens) else ""
    return alone and following not in _LIMITING and not following.endswith(("er", "ir", "re"))


def _bounds(tokens: Sequence[Token], at: int) -> bool:
    """ "ne représente pas plus de 30 %" is "at most"."""
    words = [t.fold for t in tokens[at + 1 : at + 3]]
    return words in (["plus", "de"], ["moins", "de"]) and at + 3 < len(tokens) and _is_number(tokens[at + 3])


def _is_number(token: Token) -> bool:
    return token.text.isdigit() or token.fold in number_words("fr")


def _has_que(tokens: Sequence[Token], at: int) -> bool:
    return any(t.fold == "que" for t in tokens[at + 1 : at + 6])


def _subject(tokens: Sequence[Token], at: int) -> int | None:
    """The "nul", "aucun", "personne" that stands before its "ne"."""
    for back in range(at - 1, max(-1, at - 12), -1):
        if tokens[back].text in _CLAUSE_END:
            return None
        if tokens[back].low == "ne":
            return None
        if tokens[back].fold in {"aucun", "aucune"} or (
            tokens[back].fold in _SUBJECTS and (back == 0 or at - back <= 3) and _pronoun(tokens, back)
        ):
            return back
    return None


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """ "aucun dégât ni inondation n'a été vu", "jamais ni ne": the "ni" belongs to the negation before it."""
    if tokens[at].fold != "ni":
        return False
    for back in range(at - 1, max(-1, at - 12), -1):
        if tokens[back].text in _CLAUSE_END:
            return False
        if tokens[back].fold in _SECOND_HALF:
            return True
    return False


def _pronoun(tokens: Sequence[Token], at: int) -> bool:
    """ "personne", not "la personne" or "une personne"."""
    return at == 0 or tokens[at - 1].fold not in {
        "la",
        "une",
        "cette",
        "toute",
        "chaque",
        "de",
        "autre",
        "l'",
        "meme",
        "ladite",
        "quelque",
        "tierce",
    }


def _pair_rest(tokens: Sequence[Token], at: int, paired: set[int]) -> None:
    """ "ne ... ni ... ni", "ne ... plus jamais aucun": the further halves belong to the same "ne"."""
    for ahead in range(at + 1, min(at + 14, len(tokens))):
        if tokens[ahead].text in _CLAUSE_END or tokens[ahead].low == "ne":
            return
        if tokens[ahead].fold in {"ni", "aucun", "aucune", "jamais", "pas"}:
            paired.add(ahead)


def _english(tokens: Sequence[Token]) -> Iterator[Fact]:
    """Negative beginnings and endings: they prove a negation and ask for none."""
    for token in tokens:
        word = token.fold
        if len(word) > 5 and (_UN.match(word) or _NON.match(word) or _LESS.match(word)):
            yield Fact("negation", "not", token.start, token.end, token.text, weak=True)


def _fact(
    kind: str, value: str, tokens: Sequence[Token], first: int, last: int, text: str, *, weak: bool = False
) -> Fact:
    start, end = tokens[first].start, tokens[last].end
    return Fact(kind, value, start, end, text[start:end], weak)
