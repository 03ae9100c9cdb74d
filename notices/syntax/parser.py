"""The bundled parser: from the words of a sentence to its tree."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib import resources
from pathlib import Path

import numpy as np
from threadpoolctl import ThreadpoolController

from notices.syntax.decoding import best_tree
from notices.syntax.features import numbers
from notices.syntax.network import Network
from notices.syntax.tokens import tokenise
from notices.syntax.tree import ROOT, Token, Tree

LONGEST = 300
"""Sentences of more words are lists or tables: they get a flat tree, in which no rule finds anything."""


class Parser:
    """A trained network with its words and labels."""

    def __init__(self, file: Path) -> None:
        with np.load(file, allow_pickle=False) as stored:
            facts = json.loads(bytes(stored["facts"]).decode())
            weights = {name: _opened(stored, name) for name in facts["weights"]}
        self._vocabulary = {word: number for number, word in enumerate(facts["vocabulary"], start=1)}
        self._parts: list[str] = facts["parts"]
        self._relations: list[str] = facts["relations"]
        self._network = Network(weights, facts["blocks"])
        self._threads = ThreadpoolController()

    def parse(self, text: str) -> Tree:
        """The tree of one sentence; of a text without words, a tree without tokens."""
        spans = tokenise(text)
        if not spans or len(spans) > LONGEST:
            return _flat(text, spans)
        words = [text[start:end] for start, end in spans]
        with self._threads.limit(limits=1, user_api="blas"):  # sentences are too small to be shared out
            scores = self._network.scores(np.array(numbers(words, self._vocabulary)))
            heads = best_tree(scores.heads)
            relations = self._network.labels(scores, heads)
        tokens = (
            Token(
                place,
                word,
                *spans[place],
                self._parts[scores.parts[place + 1]],
                "ROOT" if heads[place + 1] == 0 else self._relation(relations[place + 1]),
                ROOT if heads[place + 1] == 0 else int(heads[place + 1]) - 1,
            )
            for place, word in enumerate(words)
        )
        return Tree(text, tuple(tokens))

    def _relation(self, number: int) -> str:
        name = self._relations[number]
        return "dep" if name == "ROOT" else name


@lru_cache(maxsize=1)
def bundled() -> Parser:
    """The parser that comes with the product, read once."""
    with resources.as_file(resources.files("notices.syntax") / "parser.npz") as file:
        return Parser(file)


def _opened(stored: np.lib.npyio.NpzFile, name: str) -> np.ndarray:
    """A weight as it was trained: whole numbers are steps of a row's scale."""
    array = stored[name]
    return array * stored[f"{name}.scale"].astype(np.float32) if array.dtype == np.int8 else array


def _flat(text: str, spans: tuple[tuple[int, int], ...]) -> Tree:
    return Tree(
        text,
        tuple(
            Token(place, text[start:end], start, end, "X", "dep" if place else "ROOT", 0 if place else ROOT)
            for place, (start, end) in enumerate(spans)
        ),
    )
