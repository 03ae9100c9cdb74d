"""The workshop stands beside the product and never enters it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from notices.errors import ExtraMissing
from notices.phrases import keys
from notices.training.__main__ import main

ROOT = Path(__file__).parents[3]
WORKSHOP = ROOT / "notices" / "training"


def imported(tree: ast.AST) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def test_the_product_never_imports_the_workshop_nor_pytorch() -> None:
    """Not even inside a function."""
    for file in [*(ROOT / "notices").rglob("*.py"), *(ROOT / "voices").rglob("*.py")]:
        if WORKSHOP not in file.parents:
            names = imported(ast.parse(file.read_text(encoding="utf-8")))
            assert not {name for name in names if re.match(r"notices\.training\b|torch\b", name)}, file


def test_nothing_heavy_is_loaded_before_it_is_wanted() -> None:
    """Every module of the workshop can be imported, and its help read, without PyTorch and its like."""
    modules = sorted(
        f"notices.training.{file.stem}" for file in WORKSHOP.glob("*.py") if file.stem != "__main__"
    )
    script = (
        f"import importlib, sys\nfor name in {modules!r}: importlib.import_module(name)\n"
        "print(sorted({'torch', 'numpy', 'sentencepiece', 'ctranslate2', 'sacrebleu'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_without_pytorch_training_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line, and the code of a missing extra."""
    monkeypatch.setitem(sys.modules, "torch", None)
    with pytest.raises(SystemExit) as exited:
        main(["--lang", "en", "train", str(tmp_path), str(tmp_path / "run")])
    assert exited.value.code == ExtraMissing.code
    assert 'pip install "notices[training]"' in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_help_is_in_the_readers_language(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command and option has its words."""
    for command in ("", "prepare", "augment", "train", "average", "export", "package", "evaluate"):
        with pytest.raises(SystemExit):
            main(["--lang", lang, *command.split(), "--help"])
        shown = capsys.readouterr().out
        assert "training.help" not in shown
        assert "help." not in shown


def test_every_phrase_of_the_workshop_is_used() -> None:
    """No word that nobody ever reads."""
    source = "".join(file.read_text(encoding="utf-8") for file in WORKSHOP.glob("*.py"))
    made = ("training.flaw.", "training.kind.")  # by the names of rules and kinds
    for key in keys():
        if key.startswith("training.") and not key.startswith(made):
            assert key in source, key


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["prepare", "out", "nowhere.tsv"], 81),
        (["augment", "nowhere"], 82),
        (["package", "nowhere", "out"], 83),
        (["evaluate", "nowhere", "nowhere.tsv"], 31),
        (["train", "a", "b", "--d", "10", "--heads", "3"], 2),
    ],
)
def test_each_fault_has_its_code(
    words: list[str], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a script sees it."""
    if words[0] == "package":
        pytest.importorskip("torch", reason="PyTorch is not here")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as exited:
        main(words)
    assert exited.value.code == code
