"""How one edition's sentences look where they are shown: ids, languages, times, marks and tags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from notices.document import Flag, Lang, Sentence, Span
from notices.phrases import say
from notices.publishing.fragments import TermLink, printable, rich
from voices import Cue

_TAGGED: tuple[Flag, ...] = (
    *("fallback", "untranslated", "unproven", "doubtful", "low-confidence", "derived", "reworded"),
)
"""Flags that are shown at their sentence; `from-picture` concerns the whole text, whose label says it."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """A link to the same heading in another language."""

    href: str
    name: str
    """Of the edition there, in its language."""
    lang: Lang


@dataclass(frozen=True)
class View:
    """What the templates ask about a sentence."""

    lang: Lang
    base: int = 0
    """The rank of the heading that the text stands under; 0 where it stands alone."""
    xml: bool = False
    """XHTML, which wants `xml:lang` too."""
    pages: bool = False
    """Whether the beginnings of the source's pages are marked."""
    cues: Mapping[str, Cue] = field(default_factory=dict)
    linked: bool = False
    """Whether a sentence names its origin, so that its counterpart in another edition can be found."""
    marks: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    terms: Mapping[str, Sequence[TermLink]] = field(default_factory=dict)
    crossings: Mapping[str, Crossing] = field(default_factory=dict)
    """Links to another language, by the first sentence of the heading that they follow."""
    id_prefix: str = ""
    """Before ids where a text is shown for a second time."""

    def say(self, key: str, **values: object) -> str:
        """Our own words, in the edition's language."""
        return say(key, self.lang, **values)

    def rank(self, depth: int) -> int:
        """The n of <hn> for a heading of this depth."""
        return min(self.base + depth, 6)

    def lang_of(self, sentences: Sequence[Sentence]) -> Lang:
        """The language in which these sentences stand: what was not translated is still French."""
        return "fr" if sentences and all("untranslated" in s.flags for s in sentences) else self.lang

    def plain(self, text: str) -> str:
        """Text that is no sentence (a marker, a cell), still to be escaped."""
        return printable(text)

    def text(self, sentence: Sentence) -> Markup:
        """The sentence as safe markup."""
        marks, terms = self.marks.get(sentence.id, ()), self.terms.get(sentence.id, ())
        return rich(sentence.text, sentence.emphasis, marks, terms)

    def crossing(self, sentences: Sequence[Sentence]) -> Crossing | None:
        """Where the heading of these sentences leads, in another language."""
        return self.crossings.get(sentences[0].id) if sentences else None

    def attributes(self, sentence: Sentence) -> Markup:
        """The attributes of its element, with a space before each."""
        return Markup("").join(
            Markup(' {}="{}"').format(name, value) for name, value in self._attributes(sentence).items()
        )

    def tags(self, sentence: Sentence) -> tuple[str, ...]:
        """What must be known about this sentence, in a word or two."""
        flags = [flag for flag in _TAGGED if flag in sentence.flags]
        if "untranslated" in flags:
            flags = ["untranslated"]  # it says all that the others would say
        return tuple(self.say(f"page.tag.{flag}") for flag in flags)

    def _attributes(self, sentence: Sentence) -> dict[str, str]:
        attributes = {"id": self.id_prefix + sentence.id}
        if (lang := self.lang_of((sentence,))) != self.lang:
            attributes |= {"lang": lang} | ({"xml:lang": lang} if self.xml else {})
        if cue := self.cues.get(sentence.id):
            attributes |= {"data-b": f"{cue.start_s:.3f}", "data-e": f"{cue.end_s:.3f}"}
        if self.linked and sentence.origin and sentence.origin != (sentence.id,):
            attributes["data-o"] = " ".join(sentence.origin)
        return attributes
