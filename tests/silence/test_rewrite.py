"""Ignore files that several change at once: nothing is lost, nothing else is touched."""

from __future__ import annotations

import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from xlcheck.model import XlcheckError
from xlcheck.silence.ignores import add, load, remove
from xlcheck.silence.rewrite import rewrite

NAMES = {"xl302": "XL302", "wrong-language": "XL302", "xl110": "XL110"}
HAND_WRITTEN = """\
# what we know   (ask Ana)

[[ignore]]   # a table
rule   = 'wrong-language'
path = "es/**"
reason = \"\"\"quoted
# not a comment
[[ignore]]\"\"\"
until = 2030-12-31

# names
[[ignore]]
rule = "XL110"
reason = "pinyin is meant"
until = "2031-01-31"
"""
WRITER = """\
import sys
from xlcheck.silence.ignores import add
path, who = sys.argv[1:]
for number in range(50):
    values = {"rule": "XL302", "fingerprint": f"{number:032x}", "reason": f"by {who}", "until": "2030-12-31"}
    add(path, values, {"xl302": "XL302", "wrong-language": "XL302", "xl110": "XL110"})
"""


def entry(number: int = 0, **fields: Any) -> dict[str, Any]:
    return {"rule": "XL302", "fingerprint": f"{number:032x}", "reason": "why", "until": "2030-12-31", **fields}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "xlcheck-ignore.toml"
    path.write_text(HAND_WRITTEN, "utf-8")
    return path


def test_an_entry_is_added_behind_all_that_stands_there(file: Path) -> None:
    add(str(file), entry(author="Hà"), NAMES, "es.txt:3:1 the text\u2028is\x1b English")
    assert file.read_text("utf-8") == (
        HAND_WRITTEN + '\n[[ignore]]\n# es.txt:3:1 the text is English\nrule = "XL302"\n'
        f'fingerprint = "{"0" * 32}"\nreason = "why"\nauthor = "Hà"\nuntil = 2030-12-31\n'
    )
    assert [known.reason for known in load(str(file), NAMES)][1:] == ["pinyin is meant", "why"]
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize(
    "text", ["", HAND_WRITTEN, "\ufeff" + HAND_WRITTEN, HAND_WRITTEN.replace("\n", "\r\n"), "# none so far\n"]
)
def test_what_was_added_is_taken_back_to_the_byte(file: Path, text: str) -> None:
    file.write_bytes(text.encode())
    reason = 'she said “so” "here" \\ there\x7f\n[[ignore]] \u2028'
    add(str(file), entry(reason=reason), NAMES, "about it")
    assert load(str(file), NAMES)[-1].reason == reason
    remove(str(file), entry(reason=reason), NAMES)
    assert file.read_bytes() == text.encode()


def test_only_the_entry_itself_is_taken_out(file: Path) -> None:
    for number in range(3):
        add(str(file), entry(number), NAMES)
    remove(str(file), entry(1), NAMES)
    remove(str(file), {"rule": "XL302", "path": "es/**", "reason": "quoted\n# not a comment\n[[ignore]]",
                       "until": "2030-12-31"}, NAMES)  # fmt: skip
    left = file.read_text("utf-8")
    assert left.startswith('# what we know   (ask Ana)\n\n# names\n[[ignore]]\nrule = "XL110"\n')
    assert [known.fingerprint[-1:] for known in load(str(file), NAMES)] == ["", "0", "2"]


def test_an_entry_that_stands_there_is_not_written_again(file: Path) -> None:
    add(str(file), entry(), NAMES)
    before = file.stat()
    add(str(file), entry(rule="wrong-language"), NAMES)
    assert file.stat() == before
    add(str(file), entry(reason="another reason"), NAMES)
    assert len(load(str(file), NAMES)) == 4


def test_taking_back_what_is_gone_is_no_mistake_but_what_was_changed_stays(file: Path) -> None:
    remove(str(file), entry(), NAMES)
    assert file.read_text("utf-8") == HAND_WRITTEN
    add(str(file), entry(), NAMES)
    changed = file.read_text("utf-8").replace('"why"', '"another reason"')
    file.write_text(changed, "utf-8")
    with pytest.raises(XlcheckError, match=r":17: the entry has changed since; edit it in the file$"):
        remove(str(file), entry(), NAMES)
    assert file.read_text("utf-8") == changed


@pytest.mark.parametrize(
    ("text", "said"),
    [("[[ignore]\n", ":1: not valid TOML"), ('[[ignore]]\nrule = "XL9"\n', ":2: unknown rule"), ("\xff", "not UTF-8")],
)
def test_a_broken_file_is_left_as_it_is(file: Path, text: str, said: str) -> None:
    file.write_bytes(text.encode("latin-1"))
    for change in (add, remove):
        with pytest.raises(XlcheckError, match=said):
            change(str(file), entry(), NAMES)
    assert file.read_bytes() == text.encode("latin-1")


@pytest.mark.parametrize(
    "wrong",
    [{"reason": " "}, {"until": "soon"}, {"fingerprint": "x"}, {"rule": "XL9"}, {"more": 1}, {"author": ["a"]}],
    ids=str,
)
def test_an_entry_that_would_be_wrong_is_not_written(file: Path, wrong: dict[str, Any]) -> None:
    with pytest.raises(XlcheckError, match=f"^{file}: "):
        add(str(file), entry(**wrong), NAMES)
    assert file.read_text("utf-8") == HAND_WRITTEN


def test_a_file_is_made_where_there_is_none_and_its_mode_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    link = tmp_path / "link.toml"
    link.symlink_to(file)
    add(str(link), entry(1), NAMES)
    file.chmod(0o640)
    add(str(link), entry(2), NAMES)
    assert link.is_symlink() and len(load(str(file), NAMES)) == 2
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    with pytest.raises(XlcheckError, match=r"none/ours\.toml:1: cannot be written"):
        add(str(tmp_path / "none" / "ours.toml"), entry(), NAMES)


def test_threads_lose_nothing(tmp_path: Path) -> None:
    file = str(tmp_path / "xlcheck-ignore.toml")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: add(file, entry(number), NAMES), range(60)))
        list(pool.map(lambda number: remove(file, entry(number), NAMES), range(0, 60, 2)))
    assert sorted(int(known.fingerprint, 16) for known in load(file, NAMES)) == list(range(1, 60, 2))


def test_processes_lose_nothing(file: Path) -> None:
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(file), who]) for who in ("Ana", "Hà")]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    assert file.read_text("utf-8").startswith(HAND_WRITTEN)
    known = load(str(file), NAMES)
    assert len(known) == 102
    assert {(entry.reason, int(entry.fingerprint, 16)) for entry in known[2:]} == {
        (f"by {who}", number) for who in ("Ana", "Hà") for number in range(50)
    }
    assert list(file.parent.iterdir()) == [file]


def test_what_an_editor_saves_meanwhile_is_kept(file: Path) -> None:
    seen = []

    def change(text: str) -> str:
        seen.append(text)
        if len(seen) == 1:
            file.write_text(text + "# saved by an editor\n", "utf-8")
        return text + "# ours\n"

    rewrite(str(file), change)
    assert file.read_text("utf-8") == HAND_WRITTEN + "# saved by an editor\n# ours\n"
