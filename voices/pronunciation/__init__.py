"""Text for the ear: what is printed, written out as a French or English voice should say it."""

from __future__ import annotations

from voices.pronunciation.lexicon import Entry, Lexicon, from_pls, from_tsv, read_lexicon, to_pls, to_tsv

__all__ = ["Entry", "Lexicon", "from_pls", "from_tsv", "read_lexicon", "spoken", "to_pls", "to_tsv"]


def spoken(text: str, lang: str, lexicon: Lexicon | None = None) -> str:
    """How a sentence is said in `lang` (`fr` or `en`; another language only loses its Markdown).

    No figure, symbol or address is left. What the lexicon knows is said its way, before any rule.
    """
    from voices.pronunciation import marks
    from voices.pronunciation.lexicon import show

    text = marks.clean(text)
    said: list[str] = []
    if lexicon:
        text, said = lexicon.hide(text, lang)
        said = [_written_out(word, lang) for word in said]
    return show(_written_out(text, lang), said).strip()


def _written_out(text: str, lang: str) -> str:
    """The text after the language's rules; its table is made when its first text is said."""
    from voices.pronunciation import marks
    from voices.pronunciation.rules import apply
    from voices.pronunciation.tables import mapping

    if lang == "fr":
        from voices.pronunciation import french

        return marks.tidy(apply(french.rules(), text), mapping("fr", "symbols"))
    if lang == "en":
        from voices.pronunciation import english

        return marks.tidy(apply(english.rules(), text), mapping("en", "symbols"))
    return text
