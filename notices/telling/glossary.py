"""The difficult words of a text: each marked where it first stands, and explained at the end."""

from __future__ import annotations

import re
from dataclasses import replace

from notices.document import Block, Document, Sentence
from notices.lexicon import Term, find_terms, means
from notices.wording.acronyms import spelled_out
from notices.wording.joints import capital, stop

MOST = 12
"""A reader does not read a longer list."""
_ENOUGH = 8
"""Where so many words are explained, those that most people know are left out."""
_NOT_BODY = ("heading", "label", "glossary")


def explained(plain: Document, source: Document) -> tuple[Block, ...]:
    """One block for each acronym that the source spells out and each term that occurs, in their order."""
    terms = _terms(plain)
    long_forms = _long_forms(plain, source)
    known = {term.fr: term.plain for term in terms}
    acronyms = tuple(
        _block(f"{short} ({long}) : {known[short]}" if short in known else f"{short} : {long}", origin)
        for short, (long, origin) in long_forms.items()
    )
    rest = tuple(_block(f"{capital(_name(t))} : {t.plain}") for t in terms if t.fr not in long_forms)
    return (acronyms + rest)[:MOST]


def _block(text: str, origin: tuple[str, ...] = ()) -> Block:
    return Block("glossary", (Sentence("", stop(text), "glossary", origin),))


def _long_forms(plain: Document, source: Document) -> dict[str, tuple[str, tuple[str, ...]]]:
    """The acronyms of the body whose long form is not in it, with what the source says they stand for."""
    body = " ".join(s.text for s in plain.sentences() if s.kind not in _NOT_BODY)
    return {
        short: (long, (sentence.id,))
        for sentence in reversed(tuple(source.sentences()))
        for short, long in spelled_out(sentence.text).items()
        if re.search(rf"\b{re.escape(short)}\b", body) and long not in body
    }


def marked(plain: Document) -> Document:
    """The document with each explained term in bold where it first stands."""
    waiting = {term.fr for term in _terms(plain)[:MOST]}

    def mark(sentence: Sentence) -> Sentence:
        if sentence.kind in _NOT_BODY:
            return sentence
        spans = []
        for found in find_terms(sentence.text):
            if found.term.fr in waiting and means(found.term, sentence.text):
                waiting.discard(found.term.fr)
                spans.append(found.span)
        return replace(sentence, emphasis=tuple(spans)) if spans else sentence

    return plain.map(mark)


def _terms(plain: Document) -> list[Term]:
    found: dict[str, Term] = {}
    for sentence in plain.sentences():
        if sentence.kind not in _NOT_BODY:
            for one in find_terms(sentence.text):
                if not one.term.easy and means(one.term, sentence.text):
                    found.setdefault(_same(one.term), one.term)
    hard = [term for term in found.values() if term.fr not in _WELL_KNOWN][:MOST]
    easier = [term for term in found.values() if term.fr in _WELL_KNOWN]
    kept = hard + easier[: max(_ENOUGH - len(hard), 0)]
    return [term for term in found.values() if term in kept]


_WELL_KNOWN = frozenset(
    "commune,mairie,département,gendarmerie,préfecture,préfet,loi,magistrat,déviation,stationnement,déchetterie,"
    "déchèterie,audience,amende,plainte,emprisonnement,jugement,arrêté,sous-préfecture,sous-préfet,meurtre,crime,"
    "délit,canicule,bénéficiaire,allocation,harcèlement,symptôme,mineur,escroquerie,corruption,crue,confinement,"
    "couvre-feu,cotisation,code de la route,code pénal,code de l'environnement,code de la santé publique,"
    "code de procédure pénale,code général des collectivités territoriales,eau potable,arrêté préfectoral,"
    "arrêté municipal,conseil municipal,vigilance orange,vigilance rouge,vigilance jaune,cours d'eau,"
    "tribunal administratif,bureau de vote,procureur de la République".split(",")
)
"""Words that give way where there are many harder ones."""


def _same(term: Term) -> str:
    """One key for the singular and the plural of a term."""
    return " ".join(re.sub(r"[sx]$", "", word) for word in term.fr.lower().split())


def _name(term: Term) -> str:
    return re.sub(r"\s*\((?:faits)\)$", "", term.fr)
