"""A relative clause behind a comma becomes a sentence, its noun named again.

A relative clause without a comma says which one is meant: it stays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from notices.lexicon import word_tags
from notices.syntax import Token, Tree
from notices.wording.cutting.antecedents import antecedent, both_before, is_only
from notices.wording.cutting.scope import attribution
from notices.wording.cutting.shapes import quoted, sound
from notices.wording.cutting.subjects import core, is_open, pointed, said_again, subject_of
from notices.wording.cutting.verbs import carriers, finite_after, is_infinitive, time_of
from notices.wording.grammar import has_finite_verb, starts_finite, starts_noun_phrase, words_in
from notices.wording.joints import capital, small, tidy, with_a, with_de

_RELATIVE = re.compile(
    r"(?i)^(?:qui|que|qu['’]|dont|où|lequel|laquelle|lesquel(?:le)?s|auquel|auxquel(?:le)?s|duquel|desquel(?:le)?s)$"
)
_BEHIND_COMMA = re.compile(
    r"(?i),\s*(?:(?:au|à|lors|auprès)\s[^,;:]{0,20}|\w+\s+)?(?:qui|que|qu['’]|dont|où|lequel|laquelle|lesquel|auquel|auxquel|duquel|desquel)"
)
_WHICH = re.compile(r"(?i)^(?:lequel|laquelle|lesquel(?:le)?s)$")
_TO_WHICH = re.compile(r"(?i)^(?:auquel|auxquel(?:le)?s)$")
_OF_WHICH = re.compile(r"(?i)^(?:duquel|desquel(?:le)?s)$")
_DURING = re.compile(
    r"(?i)(?:au\s+(?:cours|sein|terme)|à\s+l['’](?:issue|occasion|encontre)|lors|auprès)\s+(?:de\s+)?$"
)
"""A preposition of several words before "laquelle" or "duquel"."""
_WHILE = re.compile(
    r"(?i)(?:(?:au\s+(?:cours|terme)|à\s+l['’](?:issue|occasion)|lors)\s+(?:de\s+)?|pendant\s+|durant\s+)$"
)
"""What happens meanwhile: a hall at the end of the sentence is not meant, the meeting before it is."""
_PREPOSITIONS = frozenset(
    "à dans sur contre pour avec par sous chez envers devant pendant durant parmi vers sans".split()
)
_WANTS_DE = re.compile(
    r"(?i)^(?:parl|dispos|bénéfici|relèv|relev|dépend|fai[st]$|jou|charg|dot|souffr|résult|découl|provien|"
    r"respons|assort|accompagn|compos|consist|convien|titulaire|propriétaire|victime|inform|plain|men)"
)
_MOST_NAMED = 7
"""A thing of so many words is said again whole."""
_ORDER = re.compile(r"(?i)(?:ne\s+(?:pas|plus)\s+)?(?:(?:les?|la|se|y|en)\s+|[ls]['’])?")
"""What stands before the infinitive of an order."""
_MOST_OWNED = 4
_POSSESSIVE = frozenset("son sa ses leur leurs".split())
_LABELLED = re.compile(r"^(?:[A-ZÀ-Ý][\w '’-]{1,30} :|Sauf) ")
_SILENT = re.compile(
    r"(?i)^le\s+silence\s+(?P<kept>gardé\s+)?(?P<said>(?:pendant|durant)\s+.+\bvau(?:t|dra)\b.+)$"
)
"""The decision that an authority takes by not answering."""
_OTHER = re.compile(
    r"(?i)^(?:et|ou)\s+(?P<opens>(?:d['’]une?|à\s+une?|par\s+une?|dans\s+une?|pour\s+une?)\s+\w+)"
)
_GOES_ON = re.compile(r"(?i)^(?:et|ou|à|au|aux|de|d['’]|du|des|ainsi)(?:\s|(?<=['’]))")


@dataclass(frozen=True, slots=True)
class Relative:
    """A relative clause with its noun."""

    noun: Token
    verb: Token
    first: Token
    """Its first word: the pronoun, or the preposition before it."""
    pronoun: Token
    end: int
    """Where it ends in the sentence."""
    name: str = ""
    """How its noun is said again; nothing where the noun says it."""

    def said(self, tree: Tree) -> str:
        """What stands behind the pronoun."""
        return tree.text[self.pronoun.end : self.end].strip(" ,")


def split(tree: Tree) -> tuple[str, ...] | None:
    """The sentence without its relative clause, and the clause as a sentence; None where unsure."""
    if not _BEHIND_COMMA.search(tree.text):
        return None
    return next(
        (pieces for t in tree.tokens if _RELATIVE.match(t.text) and (pieces := _apart(tree, t))), None
    )


def _apart(tree: Tree, pronoun: Token) -> tuple[str, ...] | None:
    relative = _found(tree, pronoun)
    if relative is None or (is_open(tree, relative.noun) and not relative.name):
        return None
    if _goes_on_behind(tree, relative):
        return None
    told = _once(tree, relative, _told(tree, relative))
    rest = _without(tree, relative)
    if told is None:
        return None
    head = attribution(tree.text)
    pieces = (rest, f"{head}{small(told)}" if head else capital(told))
    return (
        pieces
        if (sound(told) or _ends_well(told))
        and (sound(rest) or (_is_main(tree, relative.first) and _ends_well(rest)))
        else None
    )


_SAME_TIE = (r"(?:à|aux?)\b", r"(?:de|du|des|d['’])(?!\w)")
"""Prepositions with and without an article."""


def _goes_on_behind(tree: Tree, relative: Relative) -> bool:
    """True where the row of the noun goes on behind its clause: "aux femmes enceintes, qui ..., aux malades
    et aux plus de 65 ans"."""
    case = tree.child(relative.noun, "case")
    tie = next((t for t in _SAME_TIE if case and re.match(t, case.text, re.IGNORECASE)), None)
    return tie is not None and re.search(rf"(?i),\s+{tie}", relative.said(tree)) is not None


_SECOND = re.compile(
    r"(?i)(?<![\w-])(et|ou|mais)\s+(qui|dont|où|(?:(?:à|dans|par|pour|sur|avec)\s+)?(?:le|la|les)quel(?:le)?s?|"
    r"auquel|auxquel(?:le)?s|que(?=\s)|qu(?=['’]))(?![\w-])"
)


def _once(tree: Tree, relative: Relative, told: str | None) -> str | None:
    """What a clause tells without a second pronoun like the first: "où l'on mange et où l'on dort" -> "on y
    mange et ..."; None where the second is another, or cannot go."""
    second = _SECOND.search(told) if told else None
    if told is None or second is None:
        return told
    first = tree.text[relative.first.start : relative.pronoun.end].lower()
    if second[2].lower() != first or first not in ("qui", "où"):
        return None
    rest = f"{told[: second.end(1)]}{told[second.end() :]}"
    return None if _SECOND.search(rest) else rest


def _ends_well(rest: str) -> bool:
    """True for the shape of a sentence whose verb only the tree shows: "L'eau demeure potable"."""
    return sound(f"Texte : {rest}")


def _without(tree: Tree, relative: Relative) -> str:
    """The sentence without the clause; the comma behind its frame stays."""
    left, right = tree.text[: relative.first.start].rstrip(" ,"), tree.text[relative.end :].lstrip(" ,")
    comma = "," if right and tree.root.place > relative.verb.place and not starts_finite(right) else ""
    return tidy(f"{left}{comma} {right}")


def _found(tree: Tree, pronoun: Token) -> Relative | None:
    """The clause of a relative pronoun behind a comma; None where its noun or its end is not sure."""
    place = pronoun.place
    if _WHICH.match(pronoun.text) and place and tree.tokens[place - 1].text.lower() in _PREPOSITIONS:
        place -= 1
    elif phrase := _DURING.search(tree.text[: pronoun.start]):
        place = next(t.place for t in tree.tokens if t.start >= phrase.start())
    if place < 2 or tree.tokens[place - 1].text != "," or quoted(tree, pronoun) or pronoun.pos == "SCONJ":
        return None
    verb = _verb(tree, pronoun)
    noun = antecedent(tree, place - 1, verb, pronoun) if verb else None
    name = _pointing(tree, noun, place - 1) if noun else None
    if verb and noun is None and pronoun.text.lower() == "qui":
        noun, name = _two(tree, place - 1, verb)
    if noun is not None and _WHILE.search(tree.text[: pronoun.start]) and not is_only(tree, noun, place - 1):
        return None
    end = _end(tree, tree.tokens[place], verb) if verb else None
    if verb is None or noun is None or end is None or name is None:
        return None
    return Relative(noun, verb, tree.tokens[place], pronoun, end, name)


def _pointing(tree: Tree, noun: Token, comma: int) -> str | None:
    """ "Celui diffusé le 20 novembre": said again whole, or not at all; nothing for another noun."""
    if noun.pos != "PRON":
        return ""
    name = tree.text[noun.start : tree.tokens[comma].start].strip()
    return capital(name) if words_in(name) <= _MOST_NAMED and "," not in name else None


def _two(tree: Tree, comma: int, verb: Token) -> tuple[Token | None, str | None]:
    """ "son rapport et ses conclusions": the first of the two, and both as they are said again."""
    both = both_before(tree, comma, verb)
    if both is None:
        return None, None
    first = min(t.start for t in (both[0], *tree.children(both[0], "det", "amod", "nummod")))
    name = tree.text[first : tree.tokens[comma].start].strip()
    return (both[0], capital(name)) if words_in(name) <= _MOST_NAMED else (None, None)


def _verb(tree: Tree, pronoun: Token) -> Token | None:
    """The finite verb of a relative clause."""
    at = tree.head(pronoun)
    while at is not None and at.place > pronoun.place:
        if time_of(tree, at) is not None:
            return at
        at = tree.head(at)
    if pronoun.text.lower() == "qui":
        return finite_after(tree, pronoun.place)
    return _first_finite(tree, pronoun) if pronoun.text.lower() == "dont" else None


def _first_finite(tree: Tree, pronoun: Token) -> Token | None:
    """The first finite verb of a clause, before the next comma."""
    for token in tree.tokens[pronoun.place + 1 :]:
        if token.text in (",", ";", ":"):
            return None
        if token.pos == "VERB" and time_of(tree, token) is not None:
            return token
    return None


def _end(tree: Tree, first: Token, verb: Token) -> int | None:
    """Where the clause ends: at the comma before the main verb, or with the sentence."""
    before = tree.text[: first.start]
    if has_finite_verb(before) or _LABELLED.match(before) or _is_main(tree, first):
        rest = _loose_rest(tree, first, verb)
        if rest and _GOES_ON.match(rest):
            return _before_other(tree, first, rest)
        return len(tree.text)
    if fronted := _before_main(tree, verb):
        return fronted
    for token in tree.tokens[verb.place :]:
        if token.text == "," and starts_finite(tree.text[token.end :].strip()):
            return token.start
    return None


def _before_main(tree: Tree, verb: Token) -> int | None:
    """Where the clause ends before the subject of the main clause, behind its frame: "À la fin de leur garde
    à vue, pendant laquelle ..., les deux hommes ont été présentés"."""
    if tree.root.place < verb.place or time_of(tree, tree.root) is None:
        return None
    carried = min((t.start for t in carriers(tree, tree.root)), default=tree.root.start)
    commas = [t for t in tree.tokens[verb.place : tree.root.place] if t.text == ","]
    subject = tree.text[commas[-1].end : carried].strip() if commas else ""
    return commas[-1].start if starts_noun_phrase(subject) and not has_finite_verb(subject) else None


def _is_main(tree: Tree, first: Token) -> bool:
    """True where the main verb, or the order that opens the sentence, stands before a word."""
    root = tree.root
    order = is_infinitive(root) and bool(_ORDER.fullmatch(tree.text[: root.start]))
    return root.place < first.place and (order or time_of(tree, root) is not None)


def _before_other(tree: Tree, first: Token, rest: str) -> int | None:
    """Where the clause ends before the second of two things: "d'un recours auprès du préfet, dont ..., ou
    d'un recours devant le tribunal"; None where that may belong to the clause."""
    other = _OTHER.match(rest)
    clause = tree.text[first.start : len(tree.text) - len(rest)]
    if other is None or not clause.rstrip().endswith(",") or clause.count(",") != 1:
        return None
    like = re.compile(rf"(?<![\w-]){re.escape(other['opens'])}", re.IGNORECASE)
    return (
        first.start + len(clause)
        if like.search(tree.text[: first.start]) and not like.search(clause)
        else None
    )


def _loose_rest(tree: Tree, first: Token, verb: Token) -> str:
    """What stands behind the clause and hangs on a word before it."""
    last = tree.below(verb)[-1].place
    after = [t for t in tree.tokens[last + 1 :] if t.pos != "PUNCT"]
    if not after or not any(t.head < first.place for t in after):
        return ""
    return tree.text[after[0].start :]


def _told(tree: Tree, relative: Relative) -> str | None:
    low = relative.pronoun.text.lower()
    noun = relative.noun
    if relative.first == relative.pronoun and (low == "qui" or _WHICH.match(low)):
        again = relative.name or said_again(tree, noun, pronoun=noun.dep.startswith(("nsubj", "vocative")))
        again = again or _owned(tree, noun)
        said = relative.said(tree)
        return f"{again} {said}" if again and starts_finite(said) else None
    named = said_again(tree, noun, pronoun=False) or _owned(tree, noun)
    again = pointed(tree, noun) or named if low in ("dont", "que", "qu'", "qu’") else named
    if again is None:
        return None
    if low in ("que", "qu'", "qu’"):
        return _object(tree, relative, small(again))
    if low == "dont":
        return _dont(tree, relative, small(again))
    if low == "où":
        return _place(tree, relative, small(again))
    return _oblique(tree, relative, small(again))


def _owned(tree: Tree, noun: Token) -> str | None:
    """ "Leur garde à vue": said again whole, where it is short."""
    determiners = {t.text.lower() for t in tree.children(noun, "det")}
    name = core(tree, noun)
    return capital(name) if determiners & _POSSESSIVE and words_in(name) <= _MOST_OWNED else None


def _object(tree: Tree, relative: Relative, thing: str) -> str | None:
    """ "que le préfet a signé" -> "le préfet a signé cet arrêté" """
    verb = relative.verb
    subject = subject_of(tree, verb)
    if subject is None or subject == relative.pronoun or tree.children(verb, "ccomp", "xcomp"):
        return None
    participle = verb.text
    if carriers(tree, verb):
        participle = next(
            (p for p in (re.sub(r"e?s?$", "", verb.text), verb.text) if "p" in word_tags(p)), verb.text
        )
    before = tree.text[relative.pronoun.end : verb.start].strip()
    return f"{before} {participle} {thing}{tree.text[verb.end : relative.end]}"


def _dont(tree: Tree, relative: Relative, thing: str) -> str | None:
    """ "dont les résultats sont connus" -> "les résultats de ces analyses sont connus" """
    if silent := _SILENT.match(relative.said(tree)):
        return _silence(tree, relative, silent)
    subject = subject_of(tree, relative.verb)
    if subject is None or _WANTS_DE.match(relative.verb.text):
        return None
    name, said = core(tree, subject).removeprefix("dont "), relative.said(tree)
    owned = [t.text.lower().replace("’", "'") for t in tree.children(subject, "det")]
    counted = subject.pos in ("NUM", "PRON") or bool(tree.children(subject, "nummod"))
    if not said.startswith(name) or not (counted or (owned and owned[0] in ("le", "la", "les", "l'"))):
        return None
    rest = said.removeprefix(name).strip()
    follows = starts_finite(rest) or rest.startswith(relative.verb.text)
    if counted:
        thing = _ALL.sub("ces ", thing)
    return f"{name} {with_de(thing)} {rest}" if follows else None


_ALL = re.compile(r"^ces (?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt) ")
""" "Deux de ces 9 cas": how many there were stands in the sentence before."""


def _silence(tree: Tree, relative: Relative, silent: re.Match[str]) -> str | None:
    """ "dont le silence gardé pendant deux mois vaut rejet" -> "le silence gardé par le préfet ..." """
    who = said_again(tree, relative.noun, pronoun=False)
    if who is None:
        return None
    named = f"gardé par {small(who)}" if silent["kept"] else with_de(small(who))
    return f"le silence {named} {silent['said']}"


def _place(tree: Tree, relative: Relative, thing: str) -> str | None:
    """ "dans un hangar, où ..." -> "dans ce hangar, ..." """
    cases = [t.text.lower() for t in tree.children(relative.noun, "case")]
    case = cases[-1] if cases else ""
    where = {"au": "à", "aux": "à"}.get(case, case)
    if where not in ("à", "dans", "sur", "en", "chez", "pour"):
        return None
    return _fronted(tree, relative, with_a(thing) if where == "à" else f"{where} {thing}")


def _oblique(tree: Tree, relative: Relative, thing: str) -> str | None:
    """ "contre laquelle aucune charge n'a été retenue" -> "contre cette femme, aucune charge ..." """
    low, preposition = relative.pronoun.text.lower(), relative.first.text.lower()
    if phrase := _DURING.search(tree.text[: relative.pronoun.start]):
        by = re.sub(r"\s+de\s*$", "", phrase.group().strip())
        return _fronted(tree, relative, f"{by} {with_de(thing)}")
    if _TO_WHICH.match(low) or preposition == "à":
        return _fronted(tree, relative, with_a(thing))
    if _OF_WHICH.match(low):
        return _fronted(tree, relative, with_de(thing))
    return _fronted(tree, relative, f"{preposition} {thing}") if _WHICH.match(low) else None


def _fronted(tree: Tree, relative: Relative, place: str) -> str | None:
    said = relative.said(tree)
    if words_in(said) < 2:
        return None
    return f"{place} {said}" if starts_finite(said) else f"{place}, {said}"
