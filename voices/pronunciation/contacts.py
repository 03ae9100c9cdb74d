"""Addresses of the network read aloud: e-mail, web pages, domains, file names, hashtags."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote

from voices.pronunciation import figures
from voices.pronunciation.rules import Match, Rule
from voices.pronunciation.spelling import Speller
from voices.pronunciation.tables import mapping

LONGEST = 160
"""Of a longer address only so many characters are read; then it is said that it goes on."""

_TOP_LEVEL = (
    "fr|com|org|net|eu|info|gouv|gov|edu|int|io|gg|be|ch|lu|ca|uk|de|it|es|nl|pl|re|nc|pf|gp|mq|gf|bzh|alsace|corsica|paris|app|"
    "dev|biz|coop|tv|cc|co|online|site|eus|cat|asso|museum|page|blog|shop|club|news|agency|example|local"
)
_FILES = "pdf|docx?|odt|ods|html?|xml|zip|jpe?g|png|gif|csv|xlsx?|pptx?|txt|mp3|mp4|epub|json|md|svg|exe"
_PATH = r"[^\s<>()\[\],;\"]*+"


@dataclass(frozen=True, slots=True)
class Names:
    """What the signs of an address are called."""

    at: str
    dot: str
    dash: str
    slash: str
    underscore: str
    hashtag: str
    goes_on: str
    others: dict[str, str]


def rules(speller: Speller, names: Names) -> tuple[Rule, ...]:
    """Rules for addresses, in order: the longest kind first."""

    def said(text: str) -> str:
        return address(text, speller, names)

    def email(match: Match) -> str:
        return said(match["local"]) + f" {names.at} " + said(match["domain"])

    def page(match: Match) -> str:
        return _page(match, said, names)

    def hashtag(match: Match) -> str:
        return f"{names.hashtag} " + said(_CAMEL.sub(" ", match["tag"]))

    return (
        Rule(
            "at in brackets",
            re.compile(r"(?<=\w) ?[\[(](?:at|arobase)[\])] ?(?=[\w-]{1,63}\.)", re.IGNORECASE),
            "@",
            "[(",
        ),
        Rule(
            "e-mail",
            re.compile(
                r"(?<![\w.+-])(?:mailto:)?(?P<local>[\w.+'-]{1,64}+)@"
                r"(?P<domain>[\w-]{1,63}+(?:\.[\w-]{1,63}+){0,8})"
            ),
            email,
            "@",
        ),
        Rule(
            "page",
            re.compile(
                r"(?<!\w)(?:https?|ftp)://(?P<host>[^\s/<>()\[\],;?#\"]*+)"
                rf"(?P<path>[/?#]{_PATH})?|(?<![\w.])(?P<host2>www\.[\w.-]*+)(?P<path2>[/?#]{_PATH})?"
            ),
            page,
            "/.",
        ),
        Rule(
            "domain",
            re.compile(
                rf"(?<![\w@./-])(?P<host>(?:[a-zA-Z0-9à-ÿ][\w-]{{0,62}}+\.){{1,6}}(?:{_TOP_LEVEL}))"
                rf"(?![\w-]|\.\w)(?P<path>/{_PATH})?"
            ),
            page,
            ".",
        ),
        Rule(
            "file name",
            re.compile(
                rf"(?<![\w./-])(?P<host>[\w-]{{1,100}}+\.(?:{_FILES}))(?!\w)(?P<path>(?!))?", re.IGNORECASE
            ),
            page,
            ".",
        ),
        Rule(
            "account",
            re.compile(r"(?<![\w@])@(?P<tag>[A-Za-z]\w{0,60}+)"),
            lambda m: f"{names.at} {said(m['tag'])}",
            "@",
        ),
        Rule("hashtag", re.compile(r"(?<!\w)#(?P<tag>[^\W\d_]\w{0,100}+)"), hashtag, "#"),
    )


_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])|_")


def _page(match: Match, said: Callable[[str], str], names: Names) -> str:
    """Host and path; the marks of the sentence that stick to the end are given back to it."""
    groups = match.groupdict()
    whole = (groups.get("host") or groups.get("host2") or "") + (
        groups.get("path") or groups.get("path2") or ""
    )
    bare = whole.rstrip(".,;:!?'*")
    spoken = said(bare.rstrip("/")[:LONGEST])
    return spoken + (f", {names.goes_on}" if len(bare) > LONGEST else "") + whole[len(bare) :]


def address(text: str, speller: Speller, names: Names) -> str:
    """An address piece by piece: words as words, the rest spelled: `coco.gg` -> coco point G G."""
    said = []
    if "%" in text:
        text = unquote(text)
    for piece in re.findall(r"\d+|[^\W\d_]+|[^\s]", text):
        if piece.isdecimal():
            said.append(_number(piece, speller.lang))
        elif piece.isalpha():
            said.append(_word(piece, speller))
        else:
            said.append(_sign(piece, names))
    return " ".join(filter(None, said))


def _number(piece: str, lang: str) -> str:
    return figures.plain(piece, lang) if len(piece) <= 4 else figures.figure_by_figure(piece, lang)


def _word(piece: str, speller: Speller) -> str:
    known = mapping(speller.lang, "domains").get(piece.lower())
    if known is not None:
        return speller.spell(piece) if known == "*" else known
    if piece.isupper():
        return speller.capitals(piece)
    if len(piece) <= 2 or not re.search(r"[aeiouyà-ÿ]", piece.lower()):
        return speller.spell(piece)
    return piece


def _sign(piece: str, names: Names) -> str:
    signs = {"@": names.at, ".": names.dot, "-": names.dash, "/": names.slash, "_": names.underscore}
    return signs.get(piece) or names.others.get(piece, "")
