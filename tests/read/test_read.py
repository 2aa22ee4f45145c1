"""What read refuses, and standard input."""

import io
from pathlib import Path

import pytest

from xlcheck.model import XlcheckError
from xlcheck.read import read, read_segmented


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.mark.parametrize("reader", [read, read_segmented])
@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("none.txt", None, "none.txt: no such file; check the path"),
        (".", None, ".: this is a folder; name a file in it"),
        ("empty.txt", b"", "empty.txt:1: the file is empty; there is nothing to check yet"),
        ("blank.txt", b" \r\n\n", "blank.txt:1: the file is empty; there is nothing to check yet"),
        ("zip.txt", b"PK\3\4\0\0\0\0", "zip.txt:1: a NUL byte, so this is not a text file; "),
        ("cut.txt", "Tô Lâm\nđã".encode()[:-1], "cut.txt:2: not valid UTF-8 (byte 0xc3); "),
        ("x" * 300, None, "x" * 300 + ": file name too long; check the file and its permissions"),
    ],
)
def test_errors_are_one_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    reader: object,
    name: str,
    data: bytes | None,
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    if data is not None:
        Path(name).write_bytes(data)
    with pytest.raises(XlcheckError) as error:
        reader(name)  # type: ignore[operator]
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)


def test_a_file_of_unknown_suffix_is_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "notes.rst"
    path.write_text("# Heading <b>\n\nText.\n", "utf-8")
    (document,) = read(str(path))
    assert document.text == "# Heading <b>\n\nText.\n"
    assert document.id == str(path)


def test_standard_input_text(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, "HÀ NỘI — The leaders met <on> Monday.".encode("utf-16"))
    (document,) = read("-")
    assert (document.id, document.origin, document.dateline) == ("-", None, (0, 9))


def test_standard_input_page(monkeypatch: pytest.MonkeyPatch) -> None:
    page = "<!-- saved --><!DOCTYPE html><html lang=es><body><p>El presidente viajó.</p></body></html>"
    give(monkeypatch, page.encode("utf-8"))
    (document,) = read("-")
    assert (document.language, document.text) == ("es", "El presidente viajó.")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no device here never ends")
def test_a_device_is_not_read_to_its_end(tmp_path: Path) -> None:
    link = tmp_path / "endless.txt"
    link.symlink_to("/dev/zero")
    with pytest.raises(XlcheckError) as error:
        read(str(link))
    assert str(error.value) == f"{link.as_posix()}: this is a device; name a file"
