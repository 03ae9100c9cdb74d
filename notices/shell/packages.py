"""`notices packages`: the shelf of translation packages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from notices.errors import OutputUnwritable
from notices.shell.terminal import Terminal, download
from notices.system_faults import reason

if TYPE_CHECKING:
    from notices.evaluation import Evaluation
    from notices.glossary import Glossary
    from notices.packages import Package

_KEPT = ("numbers", "dates", "names", "hedges", "negations")

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

Name = Annotated[str, typer.Argument(help="help.packages.name", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="help.json")]


@app.command("list", help="help.packages.list")
def show(context: typer.Context, as_json: Json = False) -> None:
    """List the packages that are here, and which is used."""
    from notices import packages

    terminal: Terminal = context.obj
    used = packages.choose().folder
    found = packages.installed()
    if as_json:
        terminal.data([package.to_json() | {"used": package.folder == used} for package in found])
        return
    headers = [terminal.say(f"packages.column.{name}") for name in ("used", "name", "place", "version")]
    headers += [terminal.say(f"packages.column.{name}") for name in ("size", "quality")]
    terminal.table(headers, [_row(terminal, package, used=package.folder == used) for package in found])


def _row(terminal: Terminal, package: Package, *, used: bool) -> list[str]:
    return [
        terminal.say("packages.yes" if used else "packages.no"),
        package.name,
        terminal.say(f"packages.place.{package.place}"),
        package.version,
        f"{package.size / 1_000_000:.0f} MB",
        _quality(terminal, package),
    ]


def _quality(terminal: Terminal, package: Package) -> str:
    chrf = package.flores_chrf
    measured = terminal.say("packages.unmeasured") if chrf is None else f"chrF {chrf:.1f} (FLORES)"
    return f"{measured}, {terminal.say('packages.gist')}" if package.gist_only else measured


@app.command(help="help.packages.add")
def add(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="help.packages.file", show_default=False)],
) -> None:
    """Add an .argosmodel file to our shelf."""
    from notices import packages

    _added(context.obj, packages.add(file).name)


@app.command(help="help.packages.install")
def install(
    context: typer.Context,
    from_code: Annotated[str, typer.Argument(metavar="FROM", help="help.packages.from")] = "fr",
    to_code: Annotated[str, typer.Argument(metavar="TO", help="help.packages.to")] = "en",
    index: Annotated[str, typer.Option("--index", help="help.packages.index", show_default=False)] = "",
) -> None:
    """Download a package from the index to our shelf."""
    from notices import packages

    terminal: Terminal = context.obj
    with download(terminal, f"{from_code}-{to_code}") as progress:
        package = packages.install(from_code, to_code, index=index, progress=progress)
    _added(terminal, package.name)


def _added(terminal: Terminal, name: str) -> None:
    terminal.result(terminal.say("packages.added", name=name))
    terminal.talk(terminal.say("packages.use-it", name=name))


@app.command(help="help.packages.use")
def use(context: typer.Context, name: Name) -> None:
    """Translate with this package from now on."""
    from notices import packages

    wish = packages.bundled().name if name == "bundled" else name
    try:
        package = packages.use(wish)
    except OSError as error:
        raise OutputUnwritable(folder=packages.places().choice, detail=reason(error)) from error
    terminal: Terminal = context.obj
    terminal.result(terminal.say("packages.used", name=package.name))
    if package.gist_only:
        terminal.talk(terminal.say("packages.used-gist", name=package.name))


@app.command(help="help.packages.remove")
def remove(context: typer.Context, name: Name) -> None:
    """Take a package off our shelf."""
    from notices import packages

    terminal: Terminal = context.obj
    terminal.result(terminal.say("packages.removed", name=packages.remove(name).name))


@app.command(help="help.packages.evaluate")
def evaluate(
    context: typer.Context,
    sets: Annotated[list[Path], typer.Argument(help="help.packages.set", show_default=False)],
    package: Annotated[
        list[str] | None, typer.Option("--package", help="help.package", show_default=False)
    ] = None,
    glossary: Annotated[
        Path | None, typer.Option("--glossary", help="help.glossary", show_default=False)
    ] = None,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, help="help.packages.limit", show_default=False)
    ] = None,
    as_json: Json = False,
) -> None:
    """Measure packages on sets of pairs, side by side."""
    from notices import evaluation, packages
    from notices.ctranslate import open_translator

    terminal: Terminal = context.obj
    results: list[tuple[Path, evaluation.Evaluation]] = []
    for name in package or [""]:
        with open_translator(packages.choose(name)) as translator:
            for file in sets:
                terminal.talk(terminal.say("packages.evaluating", name=translator.package.name, set=file))
                pairs = evaluation.read_pairs(file, limit)
                results.append((file, evaluation.evaluate(translator, pairs, _glossary(glossary))))
    if as_json:
        terminal.data([{"set": str(file)} | result.to_json() for file, result in results])
        return
    headers = [terminal.say(f"packages.column.{name}") for name in ("set", "name", *_FIGURES)]
    terminal.table(headers, [[file.name, result.package, *_figures(result)] for file, result in results])


_FIGURES = ("bleu", "chrf", *(f"kept.{kind}" for kind in _KEPT), "terms", "loops", "empty", "proven", "speed")


def _glossary(file: Path | None) -> Glossary | None:
    from notices.glossary import read_glossary

    return read_glossary(file) if file else None


def _figures(result: Evaluation) -> list[str]:
    kept = [_share(result.kept.get(kind)) for kind in _KEPT]
    shares = [_share(value) for value in (result.loops, result.empty, result.proven)]
    scores = [f"{result.bleu:.1f}", f"{result.chrf:.1f}"]
    return [*scores, *kept, _share(result.terms_kept), *shares, f"{result.words_per_second:.0f}"]


def _share(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f} %"
