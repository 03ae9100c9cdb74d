"""Which French words are one: inflected forms, and a verb with the noun that names its action.

"saisies", "saisir" and "saisie" share a key; "légal" and "illégal", "fermer" and "ouvrir" do not. Nobody who
acts ("employeur") is of the family of what is done ("employé").
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from notices.facts.tokens import fold

_ENDINGS = frozenset(
    "isations isation issements issement ements ement ations ation cations cation itions ition utions ution "
    "tions tion sions sion ions ion ictions iction ission ionner ionnements ionnement uctions uction ettre "
    "issantes issants issante issant issent issait issaient uisant uire uit uite "
    "erions eraient erait erons eront erez eras erai era aient iez ait ais ant ants ante antes ent "
    "aires aire ables able ibles ible ites ite eaux al ale ales aux "
    "etures eture ures ure ages age ances ance ences ence ees ee es er ir re oir ies ie is it us ue ues "
    "e i u quer dre vre ivre te se s".split()
)
_AGENTS = "eures eure ateurs ateur atrices atrice euses euse eurs eur ices ice istes iste".split()
_ROOT = 4
"""A root of fewer letters says too little, except before a few endings."""
_SHORTER = frozenset("er ir e ee ees es uire uit uite uction uctions".split())


@lru_cache(maxsize=16384)
def keys(word: str) -> frozenset[str]:
    """What a French word shares with its inflected forms and with its family."""
    low = word.lower()
    forms = {fold(low), fold(lemma(low))}
    found = set(forms)
    for form in forms:
        found.update(_families().get(form) or (f"{root}-" for root in _roots(form)))
    return frozenset(found)


@lru_cache(maxsize=16384)
def lemma(word: str) -> str:
    """The dictionary form of a French word in lower case; the word itself where it is unknown."""
    import simplemma  # its dictionary takes a fifth of a second to open

    return str(simplemma.lemmatize(word, lang="fr"))


def _roots(word: str) -> set[str]:
    """The word without each of its possible endings: "ferm" of "fermer" and of "fermeture"."""
    agents = (ending for ending in _AGENTS if word.endswith(ending) and len(word) - len(ending) >= _ROOT)
    agent = next(agents, None)
    if agent:
        return {f"{word[: -len(agent)]}+eur"}
    cuts = range(3, len(word))
    return {word} | {
        word[:cut] for cut in cuts if word[cut:] in _ENDINGS and (cut >= _ROOT or word[cut:] in _SHORTER)
    }


@cache
def _families() -> dict[str, tuple[str, ...]]:
    """The keys of each word of the table; a word may belong to two families."""
    text = (files("notices.gate") / "families.tsv").read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            first, *others = line.split()
            for word in (first, *others):
                found[word] = (*found.get(word, ()), f"{first}=")
    return found
