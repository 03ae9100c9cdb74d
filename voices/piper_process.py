"""The process in which Piper lives: `python -m voices.piper_process`. It is loaded here and nowhere else."""

from __future__ import annotations

import io
import json
import wave
from importlib.metadata import version
from pathlib import Path
from typing import Any

from voices.speaking_process import main

USUAL_RATE = 160
"""Words a minute of a voice at its own length scale, more or less: as fast as the person who lent it."""

_SEED = 1


class PiperMouth:
    """A Piper voice, asked in plain data."""

    def __init__(self, driver: str) -> None:
        import onnxruntime
        import piper

        self._onnx, self._piper = onnxruntime, piper
        self._path = ""
        self._voice: Any = None
        self._length_scale = 1.0

    def answer(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Do what a frame asks for: `settings`, `text`, or else the version."""
        if "text" in request:
            return {"words": []}, self._speak(request["text"])
        if "settings" in request:
            self._set(**request["settings"])
        return {"version": version("piper-tts")}, b""

    def _set(self, voice: str, rate: int) -> None:
        if voice != self._path:
            self._voice, self._path = self._loaded(voice), voice
        self._length_scale = self._voice.config.length_scale * USUAL_RATE / rate

    def _loaded(self, path: str) -> Any:
        """The voice, with its chance and its sums the same on every run: a seed, and one thread."""
        self._onnx.set_seed(_SEED)
        options = self._onnx.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        session = self._onnx.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        config = json.loads(Path(f"{path}.json").read_text(encoding="utf-8"))
        return self._piper.PiperVoice(
            session=session, config=self._piper.config.PiperConfig.from_dict(config)
        )

    def _speak(self, text: str) -> bytes:
        said = text.replace("[[", "[ [")  # what follows would be taken for phonemes
        chosen = self._piper.SynthesisConfig(length_scale=self._length_scale)
        sound = io.BytesIO()
        with wave.open(sound, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(self._voice.config.sample_rate)
            for chunk in self._voice.synthesize(said, chosen):
                file.writeframes(chunk.audio_int16_bytes)
        return sound.getvalue()


if __name__ == "__main__":
    main(PiperMouth)
