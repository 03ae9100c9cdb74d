"""`notices packages`: the shelf of translation packages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from notices.errors import OutputUnwritable
from notices.shell.terminal import Terminal, download

if TYPE_CHECKING:
    from notices.packages import Package

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
        raise OutputUnwritable(folder=packages.places().choice, detail=error.strerror or error) from error
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
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="help.packages.limit")] = None,
    as_json: Json = False,
) -> None:
    """Measure packages on sets of pairs, side by side."""
