"""Aligned tables."""

import gzip
from pathlib import Path

import pytest

from xlcheck.model import Document, XlcheckError
from xlcheck.read import read

TABLE = 'en\tvi\tzh-Hant\r\n# Xi spoke.\tTập Cận Bình phát biểu.\t習近平發言。\r\n"He" left.\t\t他走了。\r\n\tCó.\t\r\n'


def tables(path: Path, text: str) -> tuple[Document, ...]:
    path.write_bytes(text.encode("utf-8"))
    return read(str(path))


def test_one_document_a_column(tmp_path: Path) -> None:
    columns = tables(tmp_path / "a.tsv", TABLE)
    assert [column.language for column in columns] == ["en", "vi", "zh-Hant"]
    assert {column.id for column in columns} == {str(tmp_path / "a.tsv")}
    cells = [[column.text[start:end] for start, end in column.rows] for column in columns]
    assert cells == [
        ["# Xi spoke.", '"He" left.', ""],
        ["Tập Cận Bình phát biểu.", "", "Có."],
        ["習近平發言。", "他走了。", ""],
    ]
    assert all(column.text == "\n".join(c) for column, c in zip(columns, cells, strict=True))


def test_every_code_point_keeps_its_place(tmp_path: Path) -> None:
    for column in tables(tmp_path / "a.tsv", "\ufeff" + TABLE):
        assert column.origin
        assert column.origin.text == TABLE
        assert len(column.origin.offsets) == len(column.text) + 1
        for start, end in column.rows:
            begin = column.offset_in_file(start)
            assert TABLE[begin : begin + end - start] == column.text[start:end]
            assert column.offset_in_file(end) == begin + end - start
        assert [column.position(start)[0] for start, _ in column.rows] == [2, 3, 4]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("en\tvi\tes\na\tb\tc\na\tb\n", "3: 2 cells but the header has 3 columns"),
        ("en\tvi\na\n", "2: 1 cell but the header has 2 columns"),
        ("en\tvi\na\tb\tc\n", "2: 3 cells but the header has 2 columns"),
        ("en\tvi\na\tb\n\na\tb\n", "3: 1 cell but the header has 2 columns"),
        ("doc_id\ten\n1\ta\n", "1: 'doc_id' in the header is not a BCP 47 language tag"),
        ("en\tzh_TW\na\tb\n", "1: 'zh_TW' in the header is not a BCP 47 language tag"),
        ("en\nHello.\n", "1: only one column"),
        ("en\tvi\tEN\na\tb\tc\n", "1: two columns have the header 'en'"),
        ("en\tvi\n", "1: no rows below the header"),
    ],
)
def test_broken_tables(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(XlcheckError) as error:
        tables(tmp_path / "a.tsv", text)
    assert str(error.value).startswith(f"{tmp_path / 'a.tsv'}:{message}")


def test_a_real_table(shared: Path, tmp_path: Path) -> None:
    with gzip.open(shared / "dev/ntrex_dev.nway.tsv.gz", "rt", encoding="utf-8") as lines:
        cells = [line.rstrip("\n").split("\t")[1:5] for line in lines]
    columns = tables(tmp_path / "a.tsv", "".join("\t".join(row) + "\n" for row in cells))
    assert [column.language for column in columns] == ["en", "vi", "es", "zh"]
    for index, column in enumerate(columns):
        texts = [column.text[start:end] for start, end in column.rows]
        assert texts == [row[index] for row in cells[1:]]


def test_a_table_of_too_many_columns(tmp_path: Path) -> None:
    codes = [f"x-{number:04}" for number in range(257)]
    with pytest.raises(XlcheckError, match=r"a\.tsv:1: more than 256 columns; split the table$"):
        tables(tmp_path / "a.tsv", "\t".join(codes) + "\n" + "\t".join("a" for _ in codes) + "\n")
