"""A model that settings name, which may have come with a repository, is opened only where it is numbers and words."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from xlcheck.cli import main

TEXTS = {"en.txt": "The president came to Hanoi on Monday.\n", "es.txt": "El presidente llegó a Hanói el lunes.\n"}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)  # whoever asks for it is told what to install
    return tmp_path


def folder(site: Path, kind: str, **files: str) -> None:
    (site / "model").mkdir()
    (site / "model" / "modules.json").write_text(
        json.dumps([{"idx": 0, "name": "0", "path": "", "type": kind}]), "utf-8"
    )
    for name, text in files.items():
        (site / "model" / f"{name}.py").write_text(text, "utf-8")


def check(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["check", "en.txt", "es.txt", *words])
    return result.exit_code, result.stderr


def refused(model: str) -> tuple[int, str]:
    return 2, (
        f"xlcheck: xlcheck.toml:2: model: '{model}' is not a folder of static vectors, the only models "
        f"that settings can load; if you trust it, give --model '{model}' or set XLCHECK_MODEL\n"
    )


def test_settings_load_nothing_from_a_hub(site: Path) -> None:
    (site / "xlcheck.toml").write_text('# theirs\nmodel = "owner/name"\n', "utf-8")
    assert check() == refused("owner/name")


def test_settings_open_no_folder_that_may_bring_code(site: Path) -> None:
    folder(site, "evil.Network", evil="raise SystemExit(99)")
    (site / "xlcheck.toml").write_text('# theirs\nmodel = "model"\n', "utf-8")
    assert check() == refused("model")
    (site / "xlcheck.toml").write_text('# theirs\nmodel = "missing"\n', "utf-8")
    assert check() == refused("missing")


@pytest.mark.parametrize("command", [["match", "."], ["align", "en.txt", "es.txt"], ["baseline", "write", "."]])
def test_no_command_does(site: Path, command: list[str]) -> None:
    (site / "xlcheck.toml").write_text('# theirs\nmodel = "owner/name"\n', "utf-8")
    result = CliRunner().invoke(main, command)
    assert (result.exit_code, result.stderr) == refused("owner/name")


def test_the_user_may(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "xlcheck.toml").write_text('model = "owner/name"\n', "utf-8")
    asked = (
        2,
        "xlcheck: owner/other: this model needs the extra 'transformers'; run pip install 'xlcheck[transformers]'\n",
    )
    assert check("--model", "owner/other") == asked
    monkeypatch.setenv("XLCHECK_MODEL", "owner/other")
    assert check() == asked


def test_settings_open_a_folder_of_static_vectors(site: Path) -> None:
    import numpy as np
    from model2vec import StaticModel
    from tokenizers import Tokenizer, models, pre_tokenizers

    words = ["[UNK]", "president", "presidente", "Monday", "lunes"]
    tokenizer = Tokenizer(models.WordLevel({word: at for at, word in enumerate(words)}, "[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    StaticModel(np.eye(len(words), dtype=np.float32), tokenizer).save_pretrained(site / "model")
    (site / "xlcheck.toml").write_text('model = "model"\n', "utf-8")
    assert check("--fail-on", "never") == (0, "")
