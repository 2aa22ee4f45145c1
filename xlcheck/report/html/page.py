"""The page as its template reads it: sections of lines of cells of paragraphs of runs of tokens."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, groupby

from xlcheck.model import Article, Document, Event, Report, Sentence, Severity, Span, same_language
from xlcheck.report.entry import Entry, documents, entries, path
from xlcheck.report.html.layout import Row, rows
from xlcheck.report.html.marks import Token, begins_in, tokens


@dataclass(frozen=True, slots=True)
class Run:
    """A sentence, or the text between two; the runs of an article are its whole text.

    `language` is set where it is known and not the page's.
    """

    tokens: tuple[Token, ...]
    notes: tuple[Entry, ...]
    anchor: str = ""
    language: str = ""
    title: bool = False

    @property
    def blank(self) -> bool:
        return not any(token.text.strip() for token in self.tokens)


@dataclass(frozen=True, slots=True)
class Cell:
    """What an article has in one row: its runs by paragraph."""

    paragraphs: tuple[tuple[Run, ...], ...]

    @property
    def notes(self) -> list[Entry]:
        """The findings that begin here."""
        return [entry for runs in self.paragraphs for run in runs for entry in run.notes]


@dataclass(frozen=True, slots=True)
class Line:
    """A row, one cell for each article; `opens` where its first text begins a paragraph."""

    cells: tuple[Cell, ...]
    opens: bool


@dataclass(frozen=True, slots=True)
class Column:
    """The head of an article."""

    path: str
    language: str
    date: str
    title: str


@dataclass(frozen=True, slots=True)
class Section:
    """An event; `counts` are its findings by severity, the gravest first."""

    heading: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    counts: tuple[tuple[Severity, int], ...]


class Page:
    """A report laid out: its numbered findings, and a section for each event."""

    def __init__(self, report: Report) -> None:
        self.entries = entries(report)
        self._found: dict[Document, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            self._found[entry.at.document].append(entry)
        self._reach = {
            document: list(accumulate((entry.at.end for entry in found), max))
            for document, found in self._found.items()
        }
        self._numbers = {document: n for n, document in enumerate(documents(report), start=1)}
        self._starts = {
            article.document: [sentence.span.start for sentence in article.sentences]
            for event in report.events
            for article in event.articles
        }
        self.sections = [self._section(event) for event in report.events]

    def anchor(self, span: Span) -> str:
        """The id of the sentence that a span begins in, or of the first one after it."""
        index = bisect_right(self._starts[span.document], span.start) or 1
        return f"text-{self._numbers[span.document]}-{index}"

    def _section(self, event: Event) -> Section:
        found = [entry for article in event.articles for entry in self._found[article.document]]
        counts = ((s, sum(entry.severity is s for entry in found)) for s in reversed(Severity))
        return Section(
            heading=_title(event.articles[0]) or _lead(event.articles[0]),
            columns=tuple(_column(article) for article in event.articles),
            lines=tuple(self._lines(event)),
            counts=tuple((severity, count) for severity, count in counts if count),
        )

    def _lines(self, event: Event) -> Iterator[Line]:
        runs = {article.document: self._runs(article) for article in event.articles}
        openings = _openings(event)
        for row in _paragraphs(event.articles[0]) if len(event.articles) == 1 else rows(event):
            first = next(sentences[0] for sentences in row if sentences)
            cells = tuple(_cell(sentences, runs) for sentences in row)
            yield Line(cells, opens=first.span in openings)
        for article in event.articles:
            if not article.sentences:
                whole = Span(article.document, 0, len(article.document.text))
                run = self._run(whole, anchor=self.anchor(whole))
                alone = (Cell(((run,),) if other is article else ()) for other in event.articles)
                yield Line(tuple(alone), opens=True)

    def _runs(self, article: Article) -> dict[Span, list[Run]]:
        """For each sentence its run, after what stands before it; the last one has the rest too."""
        runs: dict[Span, list[Run]] = {}
        document, end = article.document, 0
        for sentence in article.sentences:
            between = Span(document, end, sentence.span.start)
            runs[sentence.span] = [self._run(between)] if between.text else []
            runs[sentence.span].append(self._sentence(sentence, article))
            end = sentence.span.end
        if end < len(document.text) and article.sentences:
            runs[article.sentences[-1].span].append(self._run(Span(document, end, len(document.text))))
        return runs

    def _sentence(self, sentence: Sentence, article: Article) -> Run:
        known = sentence.language != "und"
        foreign = known and not same_language(sentence.language, article.language)
        title = article.document.title
        return self._run(
            sentence.span,
            anchor=self.anchor(sentence.span),
            language=sentence.language if foreign else "",
            title=title is not None and title[0] <= sentence.span.start < title[1],
        )

    def _run(self, span: Span, *, anchor: str = "", language: str = "", title: bool = False) -> Run:
        found = self._near(span)
        return Run(
            tokens=tuple(tokens(span, found)),
            notes=tuple(entry for entry in found if begins_in(entry, span)),
            anchor=anchor,
            language=language,
            title=title,
        )

    def _near(self, span: Span) -> list[Entry]:
        """The findings that may touch a stretch: not those before it, not those after it."""
        found = self._found.get(span.document, [])
        first = bisect_left(self._reach.get(span.document, []), span.start)
        return found[first : bisect_right(found, span.end, key=lambda entry: entry.at.start)]


def _cell(sentences: tuple[Sentence, ...], runs: Mapping[Document, dict[Span, list[Run]]]) -> Cell:
    paragraphs = groupby(sentences, key=lambda sentence: sentence.paragraph)
    return Cell(
        tuple(tuple(run for s in paragraph for run in runs[s.span.document][s.span]) for _, paragraph in paragraphs)
    )


def _paragraphs(article: Article) -> Iterator[Row]:
    """An article on its own is read by paragraphs."""
    for _, paragraph in groupby(article.sentences, key=lambda sentence: sentence.paragraph):
        yield (tuple(paragraph),)


def _openings(event: Event) -> set[Span]:
    """The first sentence of each paragraph."""
    paragraphs: dict[tuple[Document, int], Span] = {}
    for article in event.articles:
        for sentence in article.sentences:
            paragraphs.setdefault((article.document, sentence.paragraph), sentence.span)
    return set(paragraphs.values())


def _column(article: Article) -> Column:
    day = article.document.date
    return Column(
        path=path(article.document),
        language=article.language,
        date=day.isoformat() if day else "",
        title=_title(article),
    )


def _title(article: Article) -> str:
    title = article.document.title
    return article.document.text[slice(*title)] if title else ""


def _lead(article: Article) -> str:
    """What stands for a title: the first sentence, or the path of an empty article."""
    return article.sentences[0].text if article.sentences else path(article.document)
