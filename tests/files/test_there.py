"""Questions about paths that the system does not answer."""

from pathlib import Path

import pytest

from xlcheck.files.there import exists, is_file, is_folder


def test_a_name_that_is_too_long_is_not_there(tmp_path: Path) -> None:
    name = tmp_path / ("x" * 300)
    assert not any(ask(name) for ask in (exists, is_file, is_folder))


def test_what_is_there(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("a", "utf-8")
    assert (exists(file), is_file(file), is_folder(file)) == (True, True, False)
    assert (exists(tmp_path), is_file(tmp_path), is_folder(tmp_path)) == (True, False, True)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_device_is_no_file() -> None:
    assert exists("/dev/zero") and not is_file("/dev/zero") and not is_folder("/dev/zero")
