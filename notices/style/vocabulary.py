"""Which words of a text carry its content, and which of these everybody knows."""

from __future__ import annotations

from functools import lru_cache

from notices.lexicon import core_vocabulary, word_tags
from notices.style.words import letters

_GRAMMAR_WORDS = frozenset(
    "le la les un une des du de au aux ce cet cette ces son sa ses leur leurs mon ma mes ton ta tes "
    "notre nos votre vos je tu il elle on nous vous ils elles se me te lui eux moi toi en y qui que "
    "quoi dont où quel quelle quels quelles lequel laquelle lesquels lesquelles duquel auquel celui "
    "celle ceux celles ceci cela ça et ou ni mais or donc car si comme quand lorsque puisque quoique à "
    "dans par pour sur sous avec sans entre vers chez contre depuis pendant après avant dès selon "
    "malgré sauf ne pas plus non oui très tout toute tous toutes aucun aucune même être avoir est sont "
    "a ont été était étaient sera seront soit ai as avons avez êtes suis".split()
)


def content_words(text: str) -> list[str]:
    """Nouns, verbs, adjectives and adverbs; no grammar words, names, acronyms or single letters."""
    found = []
    for place, word in enumerate(letters(text)):
        name = word[0].isupper() and (place > 0 or not word_tags(word))
        if len(word) > 2 and not name and word.lower() not in _GRAMMAR_WORDS:
            found.append(word.lower())
    return found


@lru_cache(maxsize=65536)
def is_core(word: str) -> bool:
    """Whether schoolbooks use this word, in this form or as its lemma."""
    core = core_vocabulary()
    if word in core:
        return True
    from simplemma import lemmatize

    return lemmatize(word, lang="fr").lower() in core
