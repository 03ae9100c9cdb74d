"""The bundled parser: laws of its trees, and what every French reader would say of simple sentences."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notices.syntax import ROOT, Token, Tree, parse
from notices.syntax.parser import LONGEST
from notices.wording.cutting.shapes import begins

RELATIONS = Path(__file__).parents[2] / "fixtures" / "relations.tsv"


def rows() -> list[tuple[str, str, str, str]]:
    """Sentence, word, the word that it depends on, relation."""
    lines = RELATIONS.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]  # type: ignore[misc]


def the(tree: Tree, word: str) -> Token:
    return next(token for token in tree.tokens if token.text == word)


@pytest.mark.parametrize(("sentence", "word", "head", "relation"), rows())
def test_relations(sentence: str, word: str, head: str, relation: str) -> None:
    """Subjects, objects, agents, relatives and joined verbs of administrative sentences."""
    tree = parse(sentence)
    token = the(tree, word)
    above = tree.head(token)
    assert (above.text if above else "") == head
    assert token.dep == relation


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_every_text_has_a_tree(text: str) -> None:
    """One root, every other word below it, spans in order, whatever the text."""
    tree = parse(text)
    if not tree.tokens:
        assert not text.strip() or not text.split()
        return
    assert [t.head for t in tree.tokens].count(ROOT) == 1
    assert len(tree.below(tree.root)) == len(tree.tokens)
    assert all(t.text == text[t.start : t.end] for t in tree.tokens)


def test_a_very_long_text_has_a_flat_tree() -> None:
    """Beyond the longest sentence every word hangs on the first, so that no rule finds anything."""
    tree = parse("mot " * (LONGEST + 1))
    assert {t.head for t in tree.tokens} == {ROOT, 0}
    assert {t.dep for t in tree.tokens} == {"ROOT", "dep"}


def test_neighbours_do_not_matter() -> None:
    """The same sentence has the same tree, whatever was parsed before."""
    sentence = "Le préfet a interdit le rassemblement."
    before = parse(sentence)
    parse("La baignade est autorisée.")
    parse.cache_clear()
    assert parse(sentence) == before


def test_a_branch_of_marks_holds_together() -> None:
    """A mark that depends on a mark has no words below it, and nothing foreign between them."""
    tokens = (
        Token(0, "Fin", 0, 3, "NOUN", "ROOT", ROOT),
        Token(1, "(", 4, 5, "PUNCT", "punct", 0),
        Token(2, ")", 5, 6, "PUNCT", "punct", 1),
    )
    tree = Tree("Fin ()", tokens)
    assert tree.is_whole(tokens[1])
    assert begins(tree, tokens[1]) == tokens[1]
