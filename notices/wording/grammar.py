"""As much French grammar as safe rewriting needs: finite verbs, agreement, noun phrases, commas that count.

There is no parser here. Each function says less than a parser would, and errs on the side of "no": a rule
that is not sure of its sentence leaves it as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from notices.lexicon import word_tags

_TOKEN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿŒœÆæ]+['’](?=\w)|\d+(?:[ .,]\d+)*|[\w]+(?:-[\w]+)*(?:\.\w+)*|[^\w\s]")

SUBJECT_PRONOUNS = frozenset("je tu il elle on nous vous ils elles j' qui ce c' cela ça".split())
_CLITICS = frozenset("ne n' se s' y en le la les l' lui leur me m' te t' nous vous".split())
_BEFORE_NOUNS = frozenset(
    "le la les l' un une des du de d' au aux ce cet cette ces son sa ses leur leurs mon ma "
    "mes notre nos votre vos "
    "à en par pour sur sans sous dans avec chaque tout toute tous toutes aucun aucune quelque "
    "quelques plusieurs "
    "deux trois quatre cinq six dix entre contre vers chez dont et ou très plus".split()
)
_AFTER_VERBS = frozenset(
    "le la les l' un une des du à au aux d' de que qu' pas plus en dans sur par pour très aussi "
    "notamment également principalement uniquement toujours déjà ainsi désormais entre à "
    "ses son sa leurs".split()
)
_AUXILIARIES = frozenset(
    "est sont était étaient sera seront serait seraient fut furent soit soient "
    "a ont avait avaient aura auront aurait auraient ai avons avez êtes sommes ait aient".split()
)
_MUST = frozenset({"faut", "faudra", "faudrait", "fallait"})
_STAY = frozenset({"demeure", "demeurent", "reste", "restent"})
"""Verbs before an adjective: "reste applicable"."""
_NEVER_VERBS = frozenset(
    "contre entre outre voire certes y en or car si nul pendant suivant concernant durant "
    "mars avis bis ter art via fax tel".split()
)


class Token(NamedTuple):
    """A word, a figure or a mark, with its place; an elided word keeps its apostrophe ("l'")."""

    text: str
    start: int
    end: int
    low: str
    """Lower case, with the straight apostrophe."""
    tags: str
    """What the word can be, from the lexicon."""


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[Token, ...]:
    """The words and marks of a text."""
    return tuple([Token(m[0], *m.span(), *_looked_up(m[0])) for m in _TOKEN.finditer(text)])


@lru_cache(maxsize=32768)
def _looked_up(word: str) -> tuple[str, str]:
    return word.lower().replace("’", "'"), word_tags(word)


@lru_cache(maxsize=8192)
def finite_verbs(text: str) -> tuple[int, ...]:
    """Indices, among `tokens`, of the words that are surely finite verbs."""
    words = tokens(text)
    return tuple(i for i in range(len(words)) if _is_finite(words, i))


def has_finite_verb(text: str) -> bool:
    """True where the text holds a finite verb, so that it may stand as a sentence."""
    return bool(finite_verbs(text))


def starts_finite(text: str) -> bool:
    """True for "a été entendu...", "ne peut pas...", "s'est tenue..."."""
    words = tokens(text)
    first = next((i for i, w in enumerate(words) if w.low not in _CLITICS), None)
    if first is None or first > 3:
        return False
    word = words[first]
    if word.low in _NEVER_VERBS or word.low in ("soit", "soient"):
        return False
    if word.low in _AUXILIARIES:
        return True
    if first > 0 and any(
        w.low in ("le", "la", "les", "l'", "leur", "en", "nous", "vous") for w in words[:first]
    ):
        return False
    if not word.tags and re.search(r"(?:ait|aient|èrent|era|eront)$", word.low) and word.text[0].islower():
        return True
    return (
        (
            "v" in word.tags
            or ("w" in word.tags and _next_low(words, first) in _AFTER_VERBS)
            or (word.low in _STAY and first + 1 < len(words) and "a" in words[first + 1].tags)
        )
        and word.text[0].islower()
        and (
            "p" not in word.tags
            or _next_low(words, first) in ("le", "la", "les", "l'", "que", "qu'", "un", "une")
        )
    )


_ENDS_LIKE_A_VERB = re.compile(r"(?:ront|ra|ent|ait|aient|it|e|a|ont)$")


_UNKNOWN_VERB = re.compile(r"[a-zà-ÿ]{3,}(?:e|it|ent|issent|era|eront)")
"""What no list of words knows, and may be the verb behind its subject and before its object."""

_UNKNOWN_FUTURE = re.compile(r"[a-zà-ÿ]{2,}(?:aîtra|aîtront|ndra|ndront)")


def _is_finite(words: tuple[Token, ...], i: int) -> bool:
    word = words[i]
    tags = word.tags
    if word.low == "entre" and _next_low(words, i) == "en" and i > 0:
        return True
    if word.low in _NEVER_VERBS or (word.text[0].isupper() and i > 0) or not word.text[0].isalpha():
        return False
    before = _before(words, i)
    if word.low in _AUXILIARIES:
        return word.low != "a" or word.text == "a"
    if word.low in _MUST:
        return True
    if (before == "nous" and word.low.endswith("ons")) or (before == "vous" and word.low.endswith("ez")):
        return True
    if (
        i > 0
        and words[i - 1].low in ("se", "s'")
        and not {"i", "g"} & set(tags)
        and _ENDS_LIKE_A_VERB.search(word.low)
    ):
        return True
    if not tags and _UNKNOWN_FUTURE.fullmatch(word.low):
        return before not in _BEFORE_NOUNS
    if not tags and _UNKNOWN_VERB.fullmatch(word.low):
        return _next_low(words, i) in ("le", "la", "les", "l'", "un", "une") and _is_nominal(words, i - 1)
    if not ("v" in tags or "w" in tags):
        return False
    if before in SUBJECT_PRONOUNS:
        return True
    if before in _BEFORE_NOUNS:
        return False
    if word.low in _STAY and i + 1 < len(words) and {"a", "p"} & set(words[i + 1].tags):
        return words[i - 1].text == "," or _is_nominal(words, i - 1)
    if "p" in tags:
        return _next_low(words, i) in (
            "le",
            "la",
            "les",
            "l'",
            "que",
            "qu'",
            "un",
            "une",
            "appel",
            "face",
            "foi",
            "partie",
        ) and not _after_auxiliary(words, i)
    if "w" in tags or "n" in tags or "a" in tags:
        name_follows = i + 1 < len(words) and (
            words[i + 1].text[0].isupper() or words[i + 1].text[0].isdigit()
        )
        return (_next_low(words, i) in _AFTER_VERBS or name_follows) and _is_nominal(words, i - 1)
    return i > 0 or word.low.endswith("ez")


def _before(words: tuple[Token, ...], i: int) -> str:
    """The word before a verb, its clitics skipped where they follow a subject."""
    j = i - 1
    while (
        j > 0
        and words[j].low in _CLITICS
        and (
            words[j].low in ("ne", "n'", "se", "s'", "y")
            or words[j - 1].low in SUBJECT_PRONOUNS
            or words[j - 1].low in ("ne", "n'")
        )
    ):
        if words[j].low in ("se", "s'", "ne", "n'"):
            return "qui"
        j -= 1
    if j == 0 and words[0].low in ("ne", "n'", "se", "s'"):
        return "qui"
    return words[j].low if j >= 0 else ""


def _after_auxiliary(words: tuple[Token, ...], i: int) -> bool:
    return any(w.low in _AUXILIARIES or w.low in ("été", "être", "avoir") for w in words[max(0, i - 3) : i])


def _is_nominal(words: tuple[Token, ...], i: int) -> bool:
    if i < 0:
        return False
    word = words[i]
    return (
        word.text[0].isupper()
        or word.text in ("»", ")")
        or bool(set("na") & set(word.tags))
        or (word.tags == "" and word.text[0].isalpha())
    )


def _next_low(words: tuple[Token, ...], i: int) -> str:
    return words[i + 1].low if i + 1 < len(words) else ""


_BEFORE_MARK = {
    mark: re.compile(rf"(?P<open>[(«“\[])|(?P<close>[)»”\]])|{mark}(?!\d)") for mark in (",", ";")
}
"""Brackets and quotation marks, which hold the marks within them together; then the mark itself."""


@lru_cache(maxsize=8192)
def comma_parts(text: str) -> tuple[str, ...]:
    """The text cut at the commas that count: not those in brackets, in quotations or in figures."""
    return cut(text, ",")


def cut(text: str, mark: str) -> tuple[str, ...]:
    """The text cut at a comma or a semicolon outside brackets, quotations and figures; the pieces are
    stripped."""
    if mark not in text:
        return (text.strip(),)
    parts: list[str] = []
    depth, start = 0, 0
    for found in _BEFORE_MARK[mark].finditer(text):
        if found.lastgroup == "open":
            depth += 1
        elif found.lastgroup == "close":
            depth = max(0, depth - 1)
        elif depth == 0:
            parts.append(text[start : found.start()].strip())
            start = found.end()
    parts.append(text[start:].strip())
    return tuple(parts)


@lru_cache(maxsize=8192)
def words_in(text: str) -> int:
    """Words of a text as a reader counts them: split at white space, marks that stand alone not counted."""
    return len(_SPOKEN.findall(text))


_SPOKEN = re.compile(r"(?:[^\w\s]*)\w\S*")


_PARTICIPLE = re.compile(r"(?i)^(?:[a-zà-ÿœ]+(?:é|i|u|is|it|int|ert|ort|us))(e?)(s?)$")


def participle_agreement(word: str) -> str | None:
    """Gender and number that a past participle shows: "ms", "fs", "mp", "fp"; None where it is none."""
    low = word.lower()
    if "p" not in word_tags(word) and low not in ("âgé", "âgée", "âgés", "âgées"):
        return None
    if low.endswith("ées"):
        return "fp"
    if low.endswith("ée"):
        return "fs"
    if low.endswith("és"):
        return "mp"
    if low.endswith("é"):
        return "ms"
    if low.endswith("es"):
        return "fp"
    if low.endswith("e"):
        return "fs"
    if low.endswith("us") or (low.endswith("is") and low[:-1].endswith("i") and "p" in word_tags(low[:-1])):
        return "mp"
    if low.endswith("ts"):
        return "mp"
    if low.endswith("s"):
        return None
    return "ms"


PRONOUNS = {"ms": "Il", "fs": "Elle", "mp": "Ils", "fp": "Elles"}
BE_PRESENT = {"ms": "est", "fs": "est", "mp": "sont", "fp": "sont"}

_MASCULINE = re.compile(r"(?i)^(?:le|un|ce|cet|du|au|son(?= \w+(?:age|ment|eur|isme|eau)))\b")
_FEMININE = re.compile(r"(?i)^(?:la|une|cette|sa|de la)\b")
_PLURAL = re.compile(
    r"(?i)^(?:les|des|ces|ses|leurs|nos|vos|plusieurs|certains|certaines|deux|trois|quatre|"
    r"cinq|six|dix|\d+)\b"
)


def noun_agreement(noun_phrase: str) -> str | None:
    """Gender and number that the determiner of a noun phrase shows: "ms", "fs"; None where it hides them."""
    if _MASCULINE.match(noun_phrase) or re.match(r"(?:M\.|Monsieur)\s", noun_phrase):
        return "ms"
    if _FEMININE.match(noun_phrase) or re.match(r"(?:Mme|Madame)\s", noun_phrase):
        return "fs"
    return None


def is_plural(noun_phrase: str) -> bool:
    """True where the determiner is plural."""
    return bool(_PLURAL.match(noun_phrase))


def starts_noun_phrase(text: str) -> bool:
    """True where the text begins with an article, another determiner, or a name."""
    return (
        bool(
            re.match(
                r"(?i)(?:le|la|les|l['’]|un|une|des|ce|cet|cette|ces|son|sa|ses|leurs?|notre|"
                r"nos|votre|vos|plusieurs|"
                r"chaque|tout|toute|tous|toutes|aucun|aucune|certaine?s|deux|trois|quatre|"
                r"cinq|six|sept|huit|dix|plus de|moins de|\d)\b",
                text,
            )
        )
        or bool(re.match(r"(?:l['’]|L['’])\w", text))
        or bool(
            re.match(r"[A-ZÀ-Ý]", text)
            and not re.match(
                r"(?:À|En|Dans|Pour|Par|Sur|Avec|Sans|Selon|Si|Quand|Depuis|Pendant|Après|"
                r"Avant|Dès|Malgré|Au|Aux|Du)\b",
                text,
            )
        )
    )


_IRREGULAR_PRESENT = {
    "interdisant": "interdit", "prescrivant": "prescrit", "permettant": "permet", "prévoyant": "prévoit",
    "comprenant": "comprend", "définissant": "définit", "établissant": "établit", "soumettant": "soumet",
    "restreignant": "restreint", "étendant": "étend", "suspendant": "suspend", "maintenant": "maintient",
    "faisant": "fait", "rendant": "rend", "contraignant": "contraint", "garantissant": "garantit",
    "interrompant": "interrompt", "reconduisant": "reconduit", "inscrivant": "inscrit", "mettant": "met",
    "réduisant": "réduit", "détruisant": "détruit", "produisant": "produit", "contenant": "contient",
    "appartenant": "appartient", "ouvrant": "ouvre", "offrant": "offre", "souffrant": "souffre",
    "levant": "lève", "obligeant": "oblige", "prolongeant": "prolonge", "abrogeant": "abroge",
    "plaçant": "place",
    "remplaçant": "remplace", "commençant": "commence", "lançant": "lance", "annonçant": "annonce",
    "modifiant": "modifie", "réprimant": "réprime", "punissant": "punit", "disant": "dit", "visant": "vise",
    "devant": "doit", "pouvant": "peut", "voulant": "veut", "ayant": "a", "étant": "est",
    "provenant": "provient",
}  # fmt: skip


def present(participle: str, plural: bool = False) -> str | None:
    """The present of a present participle, third person: "interdisant" -> "interdit"; None where unsure."""
    low = participle.lower()
    if plural:
        third = low[:-3] + "ent"
        return third if "v" in word_tags(third) else None
    if low in _IRREGULAR_PRESENT:
        return _IRREGULAR_PRESENT[low]
    stem = low[:-3]
    if low.endswith("ant") and "i" in word_tags(stem + "er"):
        regular = stem + "e"
        return regular if {"v", "w"} & set(word_tags(regular)) else None
    return None
