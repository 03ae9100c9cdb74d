"""Trees by a teacher: spaCy's medium model of French parses the words as the product counts them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from notices.syntax import ROOT
from notices.syntax.tokens import tokenise
from notices.training.trees.treebank import Sample

MODEL = "fr_core_news_md"


def labelled(texts: Iterable[str], model: str = MODEL) -> Iterator[Sample]:
    """The sentences with the trees that the teacher gives them. Raises `ImportError` or `OSError` where spaCy
    or its model is not installed."""
    import spacy
    from spacy.tokens import Doc

    teacher = spacy.load(model, exclude=["ner", "lemmatizer"])
    marks = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " "})

    def words(text: str) -> Doc:
        spans = tokenise(text)
        spaces = [b[0] > a[1] for a, b in zip(spans, (*spans[1:], (0, 0)), strict=True)]
        told = [text[start:end].translate(marks) for start, end in spans]
        return Doc(teacher.vocab, words=told, spaces=spaces, sent_starts=[i == 0 for i in range(len(told))])

    for doc in teacher.pipe((words(text) for text in texts), batch_size=64):
        roots = [token.i for token in doc if token.head.i == token.i]
        if not roots:
            continue
        heads = [ROOT if t.i == roots[0] else roots[0] if t.head.i == t.i else int(t.head.i) for t in doc]
        relations = [
            "ROOT" if h == ROOT else "dep" if t.dep_ == "ROOT" else t.dep_
            for t, h in zip(doc, heads, strict=True)
        ]
        yield Sample(tuple(t.text for t in doc), tuple(t.pos_ for t in doc), tuple(heads), tuple(relations))
