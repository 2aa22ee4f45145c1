"""Reports in every format, and bitexts."""

from __future__ import annotations

from collections.abc import Callable

from growing.shape import Made, Shape, shapes
from xlcheck.model import Article, Document, Event, Finding, Report, Sentence, Span
from xlcheck.report import FORMATS
from xlcheck.rules import RULES

_SAID = "Su Lin spoke again, "
_NAME = len("Su Lin")
_LONG, _DEEP = 2000, 200


def _finding(at: Span, number: int) -> Finding:
    return Finding(
        f"“Su Lin” is misread {number}", at, (), "Tô Lâm", "so it is written", rule="XL110", name="name-misread"
    )


def _report(document: Document, sentences: list[Span], found: list[Span]) -> Report:
    made = tuple(Sentence(span, "en", number) for number, span in enumerate(sentences))
    findings = tuple(_finding(at, number) for number, at in enumerate(found))
    return Report((Event((Article(document, "en", made),), ()),), findings, RULES)


def _lines(n: int) -> Report:
    document = Document("a.txt", f"{_SAID}\n" * n, "en")
    starts = range(0, len(document.text), len(_SAID) + 1)
    return _report(
        document,
        [Span(document, start, start + len(_SAID)) for start in starts],
        [Span(document, start, start + _NAME) for start in starts],
    )


def _one_sentence(n: int) -> Report:
    document = Document("a.txt", _SAID * n, "en")
    starts = range(0, len(document.text), len(_SAID))
    return _report(
        document, [Span(document, 0, len(document.text))], [Span(document, start, start + _NAME) for start in starts]
    )


def _crossing(n: int) -> Report:
    """Findings each of which begins inside the one before and ends behind it, hundreds of them at every place."""
    document = Document("a.txt", _SAID * n, "en")
    length = len(document.text)
    spans = [Span(document, start, min(start + _LONG, length)) for start in range(0, length, _LONG // _DEEP)]
    return _report(document, [Span(document, 0, length)], spans)


def _nested(n: int) -> Report:
    """Findings each of which lies inside the one before, hundreds of them, again and again."""
    document = Document("a.txt", _SAID * n, "en")
    length = len(document.text)
    spans = [
        Span(document, start + i, start + _LONG - i) for start in range(0, length - _LONG, _LONG) for i in range(_DEEP)
    ]
    return _report(document, [Span(document, 0, length)], spans)


def _documents(n: int) -> Report:
    events, found = [], []
    for number in range(n):
        document = Document(f"a{number}.txt", _SAID, "en")
        events.append(Event((Article(document, "en", (Sentence(Span(document, 0, len(_SAID)), "en"),)),), ()))
        found.append(_finding(Span(document, 0, _NAME), number))
    return Report(tuple(events), tuple(found), RULES)


def _without_findings(n: int) -> Report:
    made = _lines(n)
    return Report(made.events, (), RULES)


_REPORTS: dict[str, Made] = {
    "findings on lines of their own": _lines,
    "findings in one sentence": _one_sentence,
    "documents": _documents,
}
_ALL: dict[str, Made] = {
    "crossing findings": _crossing,
    "nested findings": _nested,
    "lines without findings": _without_findings,
}


def _rendered(form: str) -> Callable[[Report], object]:
    return lambda report: FORMATS[form](report)


SHAPES: tuple[Shape, ...] = tuple(
    shape
    for form in FORMATS
    for shape in shapes(
        form, _rendered(form), {**_REPORTS, **_ALL} if form in ("html", "terminal") else _REPORTS, 1 << 12
    )
)
