"""The page as its template reads it: sections of lines of cells of paragraphs of runs of tokens."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from xlcheck.model import Article, Document, Event, Report, Sentence, Severity, Span, same_language
from xlcheck.model.language import UNDETERMINED
from xlcheck.report.entry import Entry, documents, entries, path
from xlcheck.report.html.echoes import Echo, echoes
from xlcheck.report.html.items import facets, items
from xlcheck.report.html.layout import Slot, slots
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
    """What an article has in one row: its runs by paragraph, and sentences that stand in a row above."""

    paragraphs: tuple[tuple[Run, ...], ...] = ()
    again: tuple[Sentence, ...] = ()

    @property
    def empty(self) -> bool:
        return not (self.paragraphs or self.again)

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
        found = entries(report)
        self._found: dict[Document, list[Entry]] = defaultdict(list)
        for entry in found:
            self._found[entry.at.document].append(entry)
        self._reach = {
            document: list(accumulate((entry.at.end for entry in here), max)) for document, here in self._found.items()
        }
        self._numbers = {document: n for n, document in enumerate(documents(report), start=1)}
        self._starts: dict[Document, list[int]] = {}
        self.sections = [self._section(event) for event in report.events]
        spoken = {article.document: article.language for event in report.events for article in event.articles}
        self.items = tuple(items(found, [spoken.get(entry.at.document, "") for entry in found]))
        self.facets = tuple(facets(self.items))
        shared = (event for event in report.events if len(event.articles) > 1)
        self.languages = sorted({article.language for event in shared for article in event.articles})

    def anchor(self, span: Span) -> str:
        """The id of the sentence that a span begins in, or of the first one after it."""
        index = bisect_right(self._starts[span.document], span.start) or 1
        return f"text-{self._numbers[span.document]}-{index}"

    def has(self, span: Span) -> bool:
        """Whether the span lies in an article of the report."""
        return span.document in self._starts

    def _section(self, event: Event) -> Section:
        found = [entry for article in event.articles for entry in self._found.get(article.document, ())]
        counts = ((s, sum(entry.severity is s for entry in found)) for s in reversed(Severity))
        return Section(
            heading=_title(event.articles[0]) or _lead(event.articles[0]),
            columns=tuple(_column(article) for article in event.articles),
            lines=tuple(self._lines(event)),
            counts=tuple((severity, count) for severity, count in counts if count),
        )

    def _lines(self, event: Event) -> Iterator[Line]:
        rows = list(_paragraphs(event.articles[0]) if len(event.articles) == 1 else slots(event))
        shown = [[s for row in rows for s in row[column].sentences] for column in range(len(event.articles))]
        runs: dict[Span, list[Run]] = {}
        said = {span: told for row in rows for span, told in echoes([slot.sentences for slot in row]).items()}
        for article, sentences in zip(event.articles, shown, strict=True):
            ordered = sorted(sentences, key=lambda sentence: sentence.span.start)
            self._starts[article.document] = [sentence.span.start for sentence in ordered]
            runs |= self._runs(article, ordered, said)
        openings = _openings(event)
        for row in rows:
            first = next(sentence for slot in row for sentence in (*slot.sentences, *slot.again))
            yield Line(tuple(_cell(slot, runs) for slot in row), opens=first.span in openings)
        for article, sentences in zip(event.articles, shown, strict=True):
            if not sentences:
                whole = Span(article.document, 0, len(article.document.text))
                run = self._run(whole, anchor=self.anchor(whole))
                alone = (Cell(((run,),) if other is article else ()) for other in event.articles)
                yield Line(tuple(alone), opens=True)

    def _runs(
        self, article: Article, sentences: Sequence[Sentence], said: Mapping[Span, tuple[Echo, ...]]
    ) -> dict[Span, list[Run]]:
        """For each sentence its run, after what stands before it; the last one has the rest too."""
        runs: dict[Span, list[Run]] = {}
        document, end = article.document, 0
        for sentence in sentences:
            between = Span(document, end, sentence.span.start)
            runs[sentence.span] = [self._run(between)] if between.text else []
            runs[sentence.span].append(self._sentence(sentence, article, said.get(sentence.span, ())))
            end = sentence.span.end
        if end < len(document.text) and sentences:
            runs[sentences[-1].span].append(self._run(Span(document, end, len(document.text))))
        return runs

    def _sentence(self, sentence: Sentence, article: Article, said: Sequence[Echo]) -> Run:
        known = sentence.language != UNDETERMINED
        foreign = known and not same_language(sentence.language, article.language)
        title = article.document.title
        return self._run(
            sentence.span,
            said,
            anchor=self.anchor(sentence.span),
            language=sentence.language if foreign else "",
            title=title is not None and title[0] <= sentence.span.start < title[1],
        )

    def _run(
        self, span: Span, said: Sequence[Echo] = (), *, anchor: str = "", language: str = "", title: bool = False
    ) -> Run:
        found = self._near(span)
        return Run(
            tokens=tuple(tokens(span, found, said)),
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


def _cell(slot: Slot, runs: Mapping[Span, list[Run]]) -> Cell:
    paragraphs = groupby(slot.sentences, key=lambda sentence: sentence.paragraph)
    return Cell(
        tuple(tuple(run for sentence in paragraph for run in runs[sentence.span]) for _, paragraph in paragraphs),
        slot.again,
    )


def _paragraphs(article: Article) -> Iterator[tuple[Slot, ...]]:
    """An article on its own is read by paragraphs."""
    for _, paragraph in groupby(article.sentences, key=lambda sentence: sentence.paragraph):
        yield (Slot(tuple(paragraph)),)


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
