"""One language: what is written is a whole sentence, as its source is.

The other rules guard facts; this one guards the sentence that bears them. It knows the ways in which a cut
or a plainer word leaves something that is not French: a verb in another number than its subject, an end that
hangs in the air, a label before words that cannot stand behind it, a clause without its main verb, a time
that somebody has without what it is for. It reads words and their kinds, and no grammar; where it is not sure
it is silent. What stands so in the source is the source's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from notices.gate.agreement import Word, disagreements, verb_number, word_of, words_of
from notices.gate.doubt import Doubt
from notices.gate.halves import halves
from notices.gate.text import Text, clip
from notices.sentences import split


@dataclass(frozen=True, slots=True)
class Fault:
    """One way in which a sentence is not whole, and the words that show it."""

    kind: str
    text: str


def unwhole(written: Text, source: Text) -> Iterator[Doubt]:
    """What makes the sentences of a written text no whole French, unless their source is like that."""
    found = [fault for sentence in written.sentences for fault in faults(sentence)]
    if found:
        theirs = {fault for sentence in source.sentences for fault in faults(sentence)}
        own = {fault.kind for fault in theirs} | (frozenset() if _has_a_sentence(source) else _OF_SENTENCES)
        for fault in found:
            if fault not in theirs and not (fault.kind in _OF_THE_WHOLE and fault.kind in own):
                yield Doubt("whole", clip(fault.text), "changed")
    for sentence in written.sentences:
        for text in _beside(sentence, source):
            yield Doubt("whole", clip(text), "changed")


@lru_cache(maxsize=8192)
def faults(text: str) -> tuple[Fault, ...]:
    """The faults of a text, sentence by sentence, found without its source."""
    plain = text.replace("’", "'")
    sentences = [plain[start:end] for start, end in split(plain)]
    return tuple(
        Fault(kind, found.strip().lower())
        for sentence in sentences
        for kind, rule in _RULES.items()
        for found in rule(sentence)
    )


# --- ends, doubled words, elision -------------------------------------------------------------------------

_HANGING = re.compile(
    r"(?<![-\w'])(?:(?:et|ou|ni)(?:\s+(?:tou(?:te)?s|une?|d'autres?|celles?|ceux|aucune?|certaine?s|"
    r"son|sa|ses|leurs?|l[ea]s?|des?|du|d'une?|au|aux|à|qui|dont|que))?|[dl]'|qu'|de|du|des|aux?|à|les?|la|ces?|cette|cet|"
    r"ses|dans|par|sur|sans|chez|dont|parce que|afin|lorsque|puisque|ainsi que|tels? que|telles? que)"
    r"\s*[.!]?$|[,;]\s*[.!]$|,\s+(?:joignable|accessible|disponible)s?\s*[.!]?$"
)


_TAIL = 30
"""So many letters hold the last words that matter."""


def _hanging(sentence: str) -> Iterator[str]:
    """An end that asks for more: "et toutes.", "la mairie de."."""
    found = _HANGING.search(sentence, max(0, len(sentence) - _TAIL))
    if found and not sentence[: found.start()].rstrip().endswith(
        (",", ";")
    ):  # what joins two items of a list
        yield found.group()


_PREPOSITIONS = frozenset("de du des d' à au aux".split())
_NEVER_TWICE = frozenset(
    "dans sur pour par avec sans chez le la les un une ce cette et ou depuis pendant".split()
)
_NEVER_BESIDE = frozenset(
    {("dans", "en"), ("en", "dans"), ("pour", "par"), ("pour", "afin"), ("afin", "pour"), ("pendant", "pour")}
)
_MAY_STAND = frozenset(
    {
        ("à", "des"),
        ("à", "de"),
        ("à", "du"),
        ("à", "d'"),
        ("de", "à"),
        ("aux", "d'"),
        ("de", "au"),
        ("de", "aux"),
    }
)
"""Two of `_PREPOSITIONS` that may stand side by side: "à des heures fixes", "de à peu près"."""


def _doubled(sentence: str) -> Iterator[str]:
    """Two prepositions or articles in a row: "de du", "à au"."""
    words = words_of(sentence)
    for i, (one, other) in enumerate(pairwise(words)):
        pair = (one.low, other.low)
        if (
            (one.low in _PREPOSITIONS and other.low in _PREPOSITIONS and pair not in _MAY_STAND)
            or (one.low == other.low and one.low in _NEVER_TWICE)
            or pair in _NEVER_BESIDE
        ) and (i + 2 >= len(words) or not _AMOUNT.match(words[i + 2].low)):
            yield " ".join(pair)


_AMOUNT = re.compile(r"(?:moins|plus|\d)")
"""What "à" may be doubled before: "à au moins 4 semaines", "de 2 à à 3"."""

_VOWELS = frozenset("aeiouâàéèêëîïôûœ")
_CONSONANTS = frozenset("bcdfgjklmnpqrstvwxz")
_ELIDES = frozenset("de que ne se je jusque".split())
_ELIDED = frozenset("d' l' n' s' j' qu' lorsqu' puisqu'".split())
_ARTICLES = frozenset("le la ce du au sa ma".split())
_NEVER_ELIDED = frozenset("onze onzième onzièmes oui un i e o a y".split())
_NO_NOUNS = frozenset(
    "onze onzième onzièmes oui un une ouistiti et ou où à au aux en avec y eux il elle ils elles on a est "
    "autre autres".split()
)
"""Words before which "le" or "la" is a pronoun, or that elide nothing."""


def _unelided(sentence: str) -> Iterator[str]:
    """An elision or a contraction that is missing, or one too many: "de exploiter", "à les habitants"."""
    before = ""
    for one, other in pairwise(words_of(sentence)):
        if _is_ill_joined(one, other, before):
            yield f"{one.text} {other.text}"
        before = one.low


def _is_ill_joined(one: Word, other: Word, before: str) -> bool:
    """True for two words that French joins otherwise. Names and words with a capital are left alone."""
    first = other.text[0]
    if first in _VOWELS:
        if one.low in _ELIDES:
            return other.low not in _NEVER_ELIDED and not other.low.startswith("e-")
        if one.low in _ARTICLES:
            return (
                other.low not in _NO_NOUNS
                and not other.low.startswith("e-")
                and bool(set("na") & set(other.tags))
            )
        return one.low == "si" and other.low in ("il", "ils")
    if first in _CONSONANTS:
        if one.low.endswith("'"):
            return len(other.low) > 1 and one.low in _ELIDED
        if one.low in ("le", "les") and before in ("de", "à"):
            return "n" in other.tags and not set("ivw") & set(other.tags)
        return one.low == "cet"
    return False


# --- labels -----------------------------------------------------------------------------------------------

_LABEL = re.compile(r"^([A-ZÀ-Ý][\w '-]{1,35}) : (?=\S)(?!https?:)")
_NEVER_BEHIND = re.compile(
    r"(?:et|ou|mais|ni|donc|car|que|qu'|qui|dont|où|lequel|laquelle|lesquels|lesquelles|auquel|auxquels|"
    r"auxquelles|duquel|lorsque|lorsqu'|puisque|puisqu'|,|;|\.)(?![\w-])(?! est-ce)|qu'|lorsqu'",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"(?:à|au|aux|de|du|d')(?![\w-])|d'|À|Dans |Sur |En |Au |Aux |De |Du ")
_OF = re.compile(r"(?:de|du)(?![\w-])|d'", re.IGNORECASE)
_INFINITIVE = re.compile(r"(?:ne\s+pas\s+|se\s+|s'|l[ea]s?\s+|l'|y\s+|en\s+)*([a-zà-ÿ]+(?:er|ir|re|oir))\b")
_FOR_TWICE = re.compile(r"(?:pour|afin)(?![\w-])")
_FOR_A_REASON = re.compile(r"(?:pour|par|à|au|aux|de l'|afin)(?![\w-])(?! \d)")
_REASONS = frozenset({"motif", "motifs", "cause", "raison", "raisons"})


def _label(sentence: str) -> Iterator[str]:
    """A label before words that cannot stand behind it: "Lieu : À la salle", "Motif : interjeter"."""
    found = _LABEL.match(sentence)
    if not found:
        return
    name, value = found[1].lower(), sentence[found.end() :]
    first = " ".join(value.split()[:3])
    if _cannot_stand(name, value):
        yield f"{found[1]} : {first}"


def _cannot_stand(name: str, value: str) -> bool:
    """True where the value of a label begins with words that no label takes, or not this one."""
    if _NEVER_BEHIND.match(value):
        return name not in ("exemple", "question", "questions", "attention")
    if name in _REASONS:
        return _is_infinitive(value) or (", " not in value and bool(_FOR_A_REASON.match(value)))
    if name == "but":
        return bool(_FOR_TWICE.match(value) or _DONE.match(value))
    if name in ("horaires", "dates", "délai"):
        return bool(_NOT_OF_TIMES.search(value))
    if name in ("notamment", "en particulier", "sauf", "condition"):
        return bool(_OF.match(value))
    if name == "lieu" and _OR_ELSE.search(value) and not _PREPOSITION.match(value):
        return True
    return name == "lieu" and bool(_PREPOSITION.match(value))


_DONE = re.compile(
    r"(?i)(?:ne pas |n')?(?:avoir|s'être|être)(?:, [^.;]*?,)? (?:pas )?(?:été )?"
    r"[a-zà-ÿ]+(?:é|i|u|is|it|ert)(?:e?s?)\b"
)
"""What was done is no aim: "condamné pour avoir volé"."""
_OR_ELSE = re.compile(r"\b(?:ou|et) (?:aux?|à|par|auprès) ")
"""Another way behind a place: "le site de la mairie ou au 3939"."""
_NOT_OF_TIMES = re.compile(
    r"(?i)\d[^.;:]*,\s+(?:pour\s+(?:les?|la|tou(?:te)?s)\s|l['’])|"
    r"^(?:[\w-]+\s+){1,2}(?:heures?|jours?|semaines?|mois|ans?|années?)\s+(?:les?|la|une?|des|l['’])\s?"
)
"""What is no part of a time: for whom it is, or the object that a verb was left without."""


def _is_infinitive(value: str) -> bool:
    """True for "interjeter appel"; not for "avoir volé", which may be a charge."""
    found = _INFINITIVE.match(value)
    return bool(found and found[1] not in ("avoir", "être") and _tags(found[1]) in ("", "i"))


# --- clauses ----------------------------------------------------------------------------------------------

_RELATIVE = (
    r"(?:qui|dont|où|(?:à |dans |par |pour |sur |avec |contre |de )?(?:lequel|laquelle|lesquel(?:le)?s)|"
    r"auquel|auxquel(?:le)?s|duquel|desquel(?:le)?s)"
)
_CUT_RELATIVE = re.compile(
    r"\b(?:auquel|auxquel(?:le)?s|duquel|desquel(?:le)?s|(?:à |dans |par |pour |sur |contre )"
    r"(?:lequel|laquelle|lesquel(?:le)?s)) "
    r"(?:n'|ne |s')?(?:a|ont|est|sont|a été|ont été|sera|seront|avait|avaient|était|étaient) "
    r"(?:été )?[a-zà-ÿ]+(?:é|i|u|is|it|ert)e?s?(?=\s*[.,;]|\s+(?:en|depuis|le \d|hier)\b)"
)
_OPENS_UNDER = re.compile(
    r"^(?:Lorsque|Lorsqu'|Puisque|Puisqu'|Parce qu|Afin qu|Pour qu|Dès qu|Tant qu|Alors qu|Tandis qu|"
    r"Quoiqu|Bien qu|Auquel|Auxquel|Duquel|Dont |Lequel|Laquelle|Lesquel)"
)
_UNDER = frozenset(
    "qui dont où lequel laquelle lesquels lesquelles auquel auxquels auxquelles duquel desquels desquelles "
    "lorsque lorsqu' puisque puisqu'".split()
)


_BEFORE_NOUNS = frozenset(
    "le la les l' un une des du de d' au aux ce cet cette ces son sa ses leurs notre nos votre vos à en par "
    "pour sans sous dans avec chaque plusieurs quelques aucun aucune".split()
)


def _verbs(words: Sequence[Word]) -> list[int]:
    """Where a finite verb may stand: not where an article makes a noun of the word."""
    return [
        i
        for i, word in enumerate(words)
        if word.finite
        and not (i and words[i - 1].low in _BEFORE_NOUNS and (word.tags == "" or set("na") & set(word.tags)))
    ]


def _subordinate(sentence: str) -> Iterator[str]:
    """A sentence whose only verb is that of a relative or a subordinate clause."""
    if found := _CUT_RELATIVE.search(sentence):
        yield found.group()
        return
    if not _is_sentence(sentence) or sentence.startswith("Sauf "):
        return
    words = words_of(sentence)
    verbs = _verbs(words)
    under = [
        i
        for i, word in enumerate(words)
        if word.low in _UNDER and not (word.low == "dont" and words[i - 1].low == ",")
    ]
    relative = verbs and under and under[0] < verbs[0] and len(verbs) <= len(under)
    if relative or (_OPENS_UNDER.match(sentence) and len(verbs) == 1):
        yield "subordinate"


_VERBLESS_IS_FINE = re.compile(
    r"(?:Ne|N'|Sauf|Pas|Non|Interdit|Interdiction|Ouvert|Fermé|Obligatoire|Aucune?|Voici|Voilà|Attention|Merci|"
    r"Vu|Considérant|Article|Fait|Signé|En cas|Dans ce cas|Et cela|Comment|Pourquoi|Pour|Possible|Gratuit|"
    r"Avant|Après|Dès|Bienvenue|Au plaisir|Par |Supérieur|Inférieur|Renseignement|Information|Jusqu|Du |De |"
    r"À partir|Le (?:\d|\w+di )|Avec|Sans|Oui|Rien|Plus|Moins|Par exemple|Tél|Réponse|D'où|Prix|"
    r"Date|Bon |Bonne )"
)


def _verbless(sentence: str) -> Iterator[str]:
    """A sentence in which no word can be a finite verb, and that is no order, label or line of a list."""
    if not _is_sentence(sentence) or _VERBLESS_IS_FINE.match(sentence):
        return
    words = words_of(sentence)
    if (
        len(words) > 3
        and not _verbs(words)
        and not set("ip") & set(_tags(words[0].text))
        and not words[0].low.endswith(("ez", "ons"))
    ):
        yield "verbless"


_SAUF = re.compile(r"^Sauf (?!si\b|s'|qu|lorsqu|quand|en cas|mention|avis|exception|indication|disposition)")
_TO_VERB = re.compile(
    r", (?:ne |n'|s'|se |y |en |l'|l[ea]s? )*(?:ont|a|sont|est|doivent|doit|peuvent|peut|seront|sera|étaient|"
    r"était|restent|reste|devront|devra|pourront|pourra|avaient|avait)\b(?!-)"
)


def _exception(sentence: str) -> Iterator[str]:
    """ "Sauf un adulte, ont regagné leur domicile": the exception has swallowed the main verb."""
    if not (found := _SAUF.match(sentence)):
        return
    if cut := _TO_VERB.search(sentence):
        yield "sauf " + cut.group()
        return
    before_comma = sentence[found.end() :].split(",")[0]
    words = words_of(before_comma)
    verbs = [i for i, w in enumerate(words) if w.finite and not set("wna") & set(w.tags)]
    if verbs and not any(w.low in _UNDER or w.low in ("que", "qu'", "si", "s'") for w in words[: verbs[0]]):
        yield "sauf ... " + words[verbs[0]].text


_BE_WITH = re.compile(
    r"(?<![\w'])(?:être|soi(?:t|ent)|sont|est|ser(?:a|ont|ait|aient)) avec "
    r"(?:un|une|des|leurs?|son|sa|ses) \w+"
)


def _be_with(sentence: str) -> Iterator[str]:
    """ "soient avec un extincteur": a participle was replaced by a preposition."""
    if found := _BE_WITH.search(sentence):
        yield found.group()


_RULES: dict[str, Callable[[str], Iterator[str]]] = {
    "end": _hanging,
    "doubled": _doubled,
    "elision": _unelided,
    "label": _label,
    "number": disagreements,
    "subordinate": _subordinate,
    "verbless": _verbless,
    "exception": _exception,
    "with": _be_with,
    "half": halves,
}
_OF_THE_WHOLE = frozenset({"end", "subordinate", "verbless"})
"""Faults that a source has or has not, whatever the words: the end of a heading, a line without a verb."""


_OF_SENTENCES = frozenset({"subordinate", "verbless"})
"""Faults of what stands for a sentence: a line of a list may be like that."""


def _has_a_sentence(source: Text) -> bool:
    """True where a source is a sentence: from a capital to a full stop, with a verb that is surely one."""
    return any(
        re.match(r"[«“\"(]?\s*[A-ZÀ-Ý\d]", s)
        and re.search(r"[.!?…][»”\")]*$", s)
        and any(map(verb_number, words_of(s.replace("’", "'"))))
        for s in source.sentences
    )


# --- beside the source ------------------------------------------------------------------------------------

_TIME = (
    r"(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|dix|quinze|trente|(?:vingt|quarante|soixante)[\w-]*) "
    r"(?:heures?|jours?|semaines?|mois)"
)
_HAS_TIME = re.compile(
    rf"\b(?:a|ont|avez|aur(?:a|ont|ez)|avai(?:t|ent)|dispos\w+(?: de| d')|bénéfici\w+(?: de| d'))\s?"
    rf"(?:(?:un|d'un) (?:nouveau )?délai (?:de |d'|maximal de |maximum de ))?({_TIME})\b(?P<rest>[^.;:]*)"
)
_FOR = re.compile(r"\b(?:pour|afin|avant|dans lequel|durant lequel|pendant lequel)\b|\bd[e'] ?\w+er\b")
_FOR_IN_SOURCE = re.compile(
    r"\b(?:dispos\w+|bénéfici\w+|a|ont|avez|aur\w+|délai|fix\w+|accord\w+|donn\w+)\b[^.;]*?"
    rf"\b{_TIME}\b[^.;]*?\bpour\s+"
    r"(?:ne\s+pas\s+|se\s+|s'|l[ea]s?\s+|l'|y\s+|en\s+)*[a-zà-ÿ]+(?:er|ir|re|oir)\b"
)
_FOR_HIM = re.compile(r"\bpour (?:lui|elles?|eux)\b")
_AS_VERB = re.compile(
    r"(?<![\w'-])(?:il|elle|ils|elles|on) ((?:ne |n'|se |s'|y |en |le |la |les |l'|lui |leur )*)(\w+)"
)
_DETERMINER = r"(?:l[ea]s?|l'|une?|des?|d'|du|aux?|ces?|cette|cet|ses|son|sa|leurs?|en|par|sous) ?"


def _beside(sentence: str, source: Text) -> Iterator[str]:
    """Faults that only the source shows: a time without its purpose, a noun that became a verb."""
    low = sentence.replace("’", "'").lower()
    has = _HAS_TIME.search(low)
    if (
        has
        and not _FOR.search(low[has.start() :])
        and any(_FOR_IN_SOURCE.search(s.replace("’", "'").lower()) for s in source.sentences)
    ):
        yield has.group().strip()
    theirs = " ".join(source.sentences).lower()
    if (meant := _FOR_HIM.search(low)) and "quant à" in theirs and not _FOR_HIM.search(theirs):
        yield meant.group()
    for found in _AS_VERB.finditer(low):
        if "w" in _tags(found[2]) and "n" in _tags(found[2]) and _only_a_noun(found[2], source):
            yield found.group()


def _only_a_noun(word: str, source: Text) -> bool:
    """True where each time that the sources have the word, it stands behind an article."""
    theirs = [s.replace("’", "'").lower() for s in source.sentences]
    stands = sum(len(re.findall(rf"(?<![\w-]){word}(?![\w-])", s)) for s in theirs)
    as_noun = sum(len(re.findall(rf"(?<![\w'-]){_DETERMINER}{word}(?![\w-])", s)) for s in theirs)
    return 0 < stands == as_noun


def _is_sentence(sentence: str) -> bool:
    """True for what goes from a capital to a full stop without a colon: no label, no line of a list."""
    return sentence[:1].isupper() and sentence.endswith(".") and ":" not in sentence


def _tags(word: str) -> str:
    return word_of(word).tags
