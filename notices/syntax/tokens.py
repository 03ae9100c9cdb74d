"""The words and marks of a French sentence, as the parser counts them.

An elided word stands alone (`l'`, `qu'`), a number with its separators is one token, a hyphen holds a
word together except before an inverted pronoun (`a-t-il`).
"""

from __future__ import annotations

import re

_INVERTED = r"-(?:t-)?(?:il|elle|on|ils|elles|je|tu|nous|vous|ce|le|la|les|lui|leur|moi|toi|y|en)\b(?![-'’])"
_TOKEN = re.compile(
    rf"""
    [\w.+-]+@[\w-]+(?:\.[\w-]+)+                                   # an address
    | (?:https?://|www\.)[^\s<>"'«»]*[\w/]                         # a link
    | (?i:(?:aujourd|prud|quelqu|presqu)['’](?:hui|hom\w+|une?s?|île))  # an apostrophe within a word
    | (?i:c['’]est-à-dire|n°s?|vis-à-vis)
    | \d+(?:[\u00a0\u202f ]\d{{3}})+(?:,\d+)?(?!\d)                  # 23 000
    | \d+(?:[.,/:-]\d+)*(?:\s?[h]\s?\d{{2}})?(?:er|re|ère|e|ème|h)?(?![\w])
    | (?:M|MM|Mme|Mlle|Me|Dr|Pr|St|Ste|art|al|p|n|tél|av|bd)\.(?=\s)
    | (?:[A-ZÀ-Ý]\.-?){{1,4}}                                        # J.-P.
    | (?:lorsqu|puisqu|quoiqu|jusqu|[cdjlmnstCDJLMNST]|[Qq]u|LORSQU|QU)['’]
    | {_INVERTED}
    | \w+(?:(?!{_INVERTED})-\w+)*
    | \.{{2,}} | …
    | [^\w\s]
    """,
    re.VERBOSE,
)


def tokenise(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the tokens in order; together they hold every character that is not white space."""
    return tuple(match.span() for match in _TOKEN.finditer(text))
