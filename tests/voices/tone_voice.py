"""A made-up voice of Piper: no voice of a person is needed to try what speaks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

SAMPLE_RATE = 16_000
_PHONEMES = "_^$ abdefijklmnoprstuvwyzøœɑɔəɛɡɥɲʁʃʒɪʊʌæðθŋɹɒɐɜːˈˌ̃,.!?-'"


def make_voice(folder: Path, name: str, lang: str) -> Path:
    """Write a voice of a few hundred bytes into the folder: each phoneme is a tone of its own.

    It has what a real voice has: phonemes in, `scales` for noise and length, floats out; and noise by chance.
    """
    import onnx
    from onnx import TensorProto, helper

    def number(label: str, value: float) -> Any:
        return helper.make_tensor(label, TensorProto.FLOAT, [], [value])

    def shape(label: str, *lengths: int) -> Any:
        return helper.make_tensor(label, TensorProto.INT64, [len(lengths)], lengths)

    nodes = [
        helper.make_node("Cast", ["input"], ["ids"], to=TensorProto.FLOAT),
        helper.make_node("Reshape", ["ids", "column"], ["rows"]),
        helper.make_node("Mul", ["rows", "step"], ["above"]),
        helper.make_node("Add", ["above", "lowest"], ["pitch"]),
        helper.make_node("Split", ["scales"], ["noise_scale", "length_scale", "noise_w"], axis=0),
        helper.make_node("Mul", ["length_scale", "usual_length"], ["length"]),
        helper.make_node("Squeeze", ["length"], ["samples"]),
        helper.make_node("Range", ["zero", "samples", "one"], ["times"]),
        helper.make_node("Mul", ["pitch", "times"], ["phase"]),
        helper.make_node("Sin", ["phase"], ["tones"]),
        helper.make_node("RandomNormalLike", ["tones"], ["chance"]),
        helper.make_node("Mul", ["chance", "noise_scale"], ["noise"]),
        helper.make_node("Mul", ["noise", "faint"], ["breath"]),
        helper.make_node("Add", ["tones", "breath"], ["sound"]),
        helper.make_node("Reshape", ["sound", "line"], ["output"]),
    ]
    graph = helper.make_graph(
        nodes,
        "tones",
        [
            helper.make_tensor_value_info("input", TensorProto.INT64, [1, "phonemes"]),
            helper.make_tensor_value_info("input_lengths", TensorProto.INT64, [1]),
            helper.make_tensor_value_info("scales", TensorProto.FLOAT, [3]),
        ],
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, 1, "time"])],
        [
            shape("column", -1, 1),
            shape("line", 1, 1, -1),
            number("step", 0.005),
            number("lowest", 0.05),
            number("usual_length", 0.03 * SAMPLE_RATE),
            number("zero", 0),
            number("one", 1),
            number("faint", 0.05),
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.checker.check_model(model)
    path = folder / f"{name}.onnx"
    path.write_bytes(model.SerializeToString())
    path.with_name(f"{name}.onnx.json").write_text(json.dumps(_config(lang)), encoding="utf-8")
    return path


def _config(lang: str) -> dict[str, object]:
    return {
        "audio": {"sample_rate": SAMPLE_RATE},
        "espeak": {"voice": lang},
        "language": {"code": lang, "family": lang.partition("-")[0]},
        "inference": {"noise_scale": 0.667, "length_scale": 1, "noise_w": 0.8},
        "phoneme_type": "espeak",
        "phoneme_id_map": {phoneme: [number] for number, phoneme in enumerate(_PHONEMES)},
        "num_symbols": len(_PHONEMES),
        "num_speakers": 1,
    }
