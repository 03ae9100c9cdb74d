"""`notices voices`: the voices that are here, and how natural ones come and go."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from notices.document import Lang
from notices.edition import LANGS
from notices.errors import MachineNotReady
from notices.settings import Settings
from notices.shell import options
from notices.shell.delivery import deliver
from notices.shell.terminal import Terminal, download

app = typer.Typer(rich_markup_mode=None)

Name = Annotated[str, typer.Argument(help="help.voices.name", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="help.json")]


@app.callback(invoke_without_command=True)
def show(
    context: typer.Context,
    every: Annotated[bool, typer.Option("--all", help="help.voices.all")] = False,
    as_json: Json = False,
) -> None:
    """List the voices that are here, where no subcommand is given."""
    if context.invoked_subcommand is None:
        _list(context.obj, every=every, as_json=as_json)


def _list(terminal: Terminal, *, every: bool, as_json: bool) -> None:
    from voices import catalog

    found = catalog.voices() if every else catalog.voices("fr") + catalog.voices("en")
    if as_json:
        terminal.data([asdict(voice) for voice in found])
        return
    if not found:
        terminal.complain("\n".join(catalog.missing().values()))
        raise typer.Exit(MachineNotReady.code)
    headers = [terminal.say(f"voices.column.{name}") for name in ("engine", "id", "lang", "name")]
    terminal.table(headers, [(voice.engine, voice.id, voice.lang, voice.name) for voice in found])
    if _lacks_piper():
        terminal.talk(terminal.say("voices.needs-piper"))


def _lacks_piper() -> bool:
    """Whether there are voices of Piper here that cannot speak."""
    from voices import EngineMissing, catalog

    try:
        catalog.engine("piper").voices()
    except EngineMissing:
        return True
    return False


@app.command(help="help.voices.available")
def available(context: typer.Context, as_json: Json = False) -> None:
    """List the natural voices that can be installed."""
    from notices.voice_shelf import installed, known

    terminal: Terminal = context.obj
    here = installed()
    if as_json:
        terminal.data(
            [
                {
                    "name": offer.name,
                    "lang": offer.lang,
                    "size": offer.model.size,
                    "licence": offer.licence,
                    "installed": offer.name in here,
                }
                for offer in known()
            ]
        )
        return
    headers = [terminal.say(f"voices.column.{name}") for name in ("id", "size", "licence", "installed")]
    rows = [
        (
            offer.name,
            f"{(offer.model.size or 0) / 1_000_000:.0f} MB",
            offer.licence,
            terminal.say("packages.yes" if offer.name in here else "packages.no"),
        )
        for offer in known()
    ]
    terminal.table(headers, rows)


@app.command(help="help.voices.install")
def install(
    context: typer.Context,
    name: Name,
    origin: Annotated[str, typer.Option("--from", help="help.voices.from", show_default=False)] = "",
) -> None:
    """Fetch a natural voice, check it and put it in its place."""
    from notices import voice_shelf
    from voices import catalog

    terminal: Terminal = context.obj
    offer = voice_shelf.find_known(name) or voice_shelf.own_offer(name)
    if origin and "://" not in origin:
        voice_shelf.install(name, origin)
    else:
        with download(terminal, name) as progress:
            voice_shelf.install(name, origin, progress=progress)
    terminal.result(terminal.say("voices.installed", name=name))
    terminal.talk(terminal.say("voices.use-it", language=offer.lang, name=name))
    if offer.licence:
        terminal.talk(terminal.say("voices.licence", licence=offer.licence))
    if not catalog.piper_is_here():
        terminal.talk(terminal.say("voices.needs-piper"))


@app.command(help="help.voices.remove")
def remove(context: typer.Context, name: Name) -> None:
    """Take an installed voice off the shelf."""
    from notices import voice_shelf

    terminal: Terminal = context.obj
    voice_shelf.remove(name)
    terminal.result(terminal.say("voices.removed", name=name))


@app.command(help="help.voices.preview")
def preview(
    context: typer.Context,
    wish: Annotated[str, typer.Argument(metavar="VOICE", help="help.voices.wish")] = "fr",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="help.output_file", show_default=False)
    ] = None,
    text: Annotated[str, typer.Option("--text", help="help.voices.text", show_default=False)] = "",
    audio_format: Annotated[str, typer.Option("--audio-format", help="help.make.audio_format")] = "",
    voices: Annotated[
        Path | None, typer.Option("--voices", help="help.make.voices", show_default=False)
    ] = None,
    rate: Annotated[
        int | None, typer.Option("--rate", min=80, max=450, help="help.make.rate", show_default=False)
    ] = None,
    lexicon: Annotated[
        Path | None, typer.Option("--lexicon", help="help.lexicon", show_default=False)
    ] = None,
) -> None:
    """Let a voice say a sentence."""
    from notices.narration import try_voice

    terminal: Terminal = context.obj
    lang = _spoken_language(wish.partition("=")[0], terminal)
    asked = [wish] if "=" in wish else []
    if output is None and sys.stdout.isatty():
        options.misused(terminal.say("shell.need_output"))
    settings = Settings(
        audio_format=options.audio_format(options.format_wish(audio_format, output), terminal),
        french_voice=options.voice("fr", asked, terminal),
        english_voice=options.voice("en", asked, terminal),
        voices=voices,
        rate=rate,
        lexicon=lexicon,
    )
    deliver(try_voice(text or terminal.say(f"voices.sample.{lang}"), lang, settings), output)


def _spoken_language(asked: str, terminal: Terminal) -> Lang:
    for lang in LANGS.values():
        if asked == lang:
            return lang
    options.misused(terminal.say("shell.bad_voice", value=asked))
