"""The house: who may call whom, and what must never be loaded."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

STEPS = (
    "reading",
    "structure",
    "readability",
    "advice",
    "summary",
    "rewriting",
    "translation",
    "narration",
    "publishing",
)
"""Steps do not know each other; only the pipeline and the shell know them all."""

MAY_KNOW = {
    ("publishing", "readability"),  # shows its figures and the names of its metrics
    ("publishing", "advice"),
}


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imports(file: Path, *, at_run_time: bool = True) -> Iterator[str]:
    """The modules that a file imports; those under TYPE_CHECKING are left out."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    hidden = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if at_run_time and id(node) in hidden:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_the_audio_side_never_imports_the_text_side() -> None:
    """`voices` speaks what it is handed: it can be used without `notices`."""
    for file in modules("voices"):
        assert not any(name.split(".")[0] == "notices" for name in imports(file)), file


def test_the_text_side_uses_voices_through_its_front_door_only() -> None:
    """`from voices import ...` alone: what lies behind the door may change."""
    inner = {f"voices.{file.stem}" for file in modules("voices")} - {"voices.__init__", "voices.catalog"}
    for file in modules("notices"):
        used = {name for name in imports(file) if name.startswith("voices.")}
        assert not {name for name in used if ".".join(name.split(".")[:2]) in inner}, file


@pytest.mark.parametrize("step", STEPS)
def test_steps_do_not_know_each_other(step: str) -> None:
    """Arrows go one way: the pipeline hands a step what it needs."""
    others = {f"notices.{other}" for other in STEPS if other != step and (step, other) not in MAY_KNOW}
    files = [ROOT / "notices" / f"{step}.py"] if (ROOT / "notices" / f"{step}.py").exists() else []
    files += modules(f"notices/{step}") if (ROOT / "notices" / step).is_dir() else []
    assert files
    for file in files:
        known = {name for name in imports(file) if any((name + ".").startswith(o + ".") for o in others)}
        assert not known, (file, known)


def test_nobody_but_the_shell_and_batch_knows_the_pipeline() -> None:
    """Only `pipeline.py` knows the order, and only those who run it know `pipeline.py`."""
    allowed = {"api.py", "batch.py", "cli.py"}
    for file in modules("notices"):
        if file.name not in allowed and file.parent.name != "shell":
            assert not any(name.startswith("notices.pipeline") for name in imports(file)), file


def test_a_whole_bundle_never_loads_what_it_must_not(tmp_path: Path) -> None:
    """minisbd (AGPL, asks the network) and torch are never imported, and eSpeak not in this process."""
    (tmp_path / "avis.txt").write_text("La mairie sera fermée le 3 mai 2024.", encoding="utf-8")
    script = (
        "import sys\n"
        "from notices import make\n"
        f"(outcome,) = make([{str(tmp_path / 'avis.txt')!r}], {str(tmp_path / 'out')!r})\n"
        "assert outcome.status == 'made', outcome.error\n"
        "print(sorted({'minisbd', 'torch', 'stanza', 'argostranslate', 'espeakng_loader', 'pyttsx3'}"
        " & set(sys.modules)))\n"
        "print('espeak' in open('/proc/self/maps').read() if sys.platform == 'linux' else False)\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines() == ["[]", "False"]


def test_no_file_of_ours_bears_the_name_of_a_standard_module() -> None:
    """`webpage.py`, not `html.py`: a name on a traceback must not deceive."""
    for file in modules("notices") + modules("voices"):
        assert file.stem not in sys.stdlib_module_names or file.stem in ("__init__", "__main__"), file
