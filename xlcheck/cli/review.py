"""`xlcheck review`: the findings in a browser, and what is ignored there in the project's file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from xlcheck.cli.options import BASELINE, CHECK, configured
from xlcheck.cli.output import remark, say, tell, tell_mistake, track
from xlcheck.cli.stop import ended

if TYPE_CHECKING:
    from xlcheck.model import Finding, Report
    from xlcheck.model.suppression import Suppression
    from xlcheck.silence.entries import Values


@click.command(short_help="Review the findings in a browser.")
@click.argument("paths", nargs=-1, required=True)
@CHECK
@BASELINE
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    metavar="NUMBER",
    help="Port to serve on; the browser keeps what you accept for each port.  [default: any free port]",
)
@click.option("--open", "opened", is_flag=True, help="Open the page in the browser.")
@click.pass_context
def review(ctx: click.Context, /, port: int, opened: bool, **flags: Any) -> None:
    """Check documents and review the findings in a browser, on this machine only, until Ctrl-C.

    What you ignore, with a reason and an expiry date, is written to the ignore file at once, and removed again when you
    undo it. Several reviewers can work at the same time. Reloading the page checks again.
    """
    import webbrowser

    from xlcheck.model import XlcheckError
    from xlcheck.review import Server

    desk = _Desk(flags)
    desk.prepare()
    try:
        server = Server(desk.page, {"ignore": desk.ignore, "restore": desk.restore}, port, tell_mistake)
    except OSError as error:
        raise XlcheckError(f"--port {port}: cannot be used ({error.strerror}); give another, or leave it out") from None
    with server:
        try:
            say(f"review: {server.url}")
            say(f"what you ignore is written to {desk.file}; press Ctrl-C to stop")
            if opened:
                webbrowser.open(server.url)
            server.serve_forever()
        except KeyboardInterrupt:
            tell(["the review has ended"])
    ctx.exit(ended())


class _Desk:
    """Makes the page, from the files as they are then, and files the verdicts."""

    def __init__(self, flags: dict[str, Any]) -> None:
        from xlcheck.cache import MemoryCache
        from xlcheck.config import rule_names
        from xlcheck.model import XlcheckError
        from xlcheck.pipeline.workshop import kept
        from xlcheck.read import STANDARD_INPUT
        from xlcheck.rules import RULES

        self._flags = flags
        self._config = configured(flags)
        if STANDARD_INPUT in self._config.paths:
            raise XlcheckError("review: standard input can be read only once; name files or folders")
        self._cache = MemoryCache(kept(self._config))
        self._names = rule_names(RULES)
        self._about: dict[tuple[str, str], str] = {}
        self._prepared = ""

    @property
    def file(self) -> str:
        """The ignore file: the one that is named or found, or else to be made next to the settings."""
        from xlcheck.config import IGNORES

        return self._config.ignores or (Path(self._config.file or "").parent / IGNORES).as_posix()

    def prepare(self) -> None:
        """Check, for the page that is asked for first. Raises XlcheckError where the ignore file could not be made."""
        from xlcheck.model import XlcheckError

        folder = Path(self.file).parent
        if not folder.is_dir():
            raise XlcheckError(f"{self.file}:1: cannot be written (no folder '{folder}'); create the folder")
        self._prepared = self.page()

    def page(self) -> str:
        """The page of a check of now, or of the one that was prepared. Raises XlcheckError as a run does."""
        from xlcheck import pipeline
        from xlcheck.report.entry import place
        from xlcheck.report.html import Filed, render

        if prepared := self._prepared:
            self._prepared = ""
            return prepared
        self._config = configured(self._flags)
        file = self.file if Path(self.file).exists() else None
        report = pipeline.run(replace(self._config, ignores=file), track, self._cache)
        self._cache.turn()
        remark(report.notes)
        tell(report.failures)
        report, ignored = self._with_ignored(report)
        for finding in report.findings:
            self._about[finding.rule, finding.fingerprint] = f"{place(finding.at)} {finding.message}"
        return render(report, Filed(self.file, ignored))

    def ignore(self, values: Mapping[str, Any]) -> None:
        """Write an ignore of a finding that was shown. Raises XlcheckError where that cannot be."""
        from xlcheck.model import XlcheckError
        from xlcheck.silence.ignores import add

        about = self._about.get((str(values.get("rule")), str(values.get("fingerprint"))))
        if about is None:
            raise XlcheckError("this finding is not on the page any more; reload it")
        add(self.file, values, self._names, about)

    def restore(self, values: Mapping[str, Any]) -> None:
        """Take an ignore back. Raises XlcheckError where that cannot be, or where another one holds for the finding."""
        from xlcheck.model import XlcheckError
        from xlcheck.silence.ignores import remove

        left = [entry for entry in remove(self.file, values, self._names) if self._holds(entry.values)]
        if left:
            line, other = left[-1]
            who = f" by {other.author}" if other.author else ""
            raise XlcheckError(f"{self.file}:{line}: also ignored{who}, “{other.reason}”; reload the page to undo that")

    def _holds(self, entry: Suppression | Values) -> bool:
        """Whether an entry holds today, and for one finding alone."""
        return bool(entry.fingerprint) and entry.until >= (self._config.today or date.today())

    def _entries(self) -> Mapping[tuple[str, str], Suppression]:
        """The entries of the file that hold today for a finding alone, by its rule and fingerprint."""
        from xlcheck.silence.ignores import load

        if not Path(self.file).exists():
            return {}
        return {(entry.rule, entry.fingerprint): entry for entry in load(self.file, self._names) if self._holds(entry)}

    def _with_ignored(self, report: Report) -> tuple[Report, Mapping[tuple[str, str], Suppression]]:
        """The report with the findings that entries of the file for them alone pass over, and these entries."""
        entries = self._entries()
        shown: list[Finding] = []
        passed: list[Finding] = []
        for finding in report.silenced:
            entry = entries.get((finding.rule, finding.fingerprint))
            (shown if entry and entry.covers(finding) else passed).append(finding)
        return replace(report, findings=(*report.findings, *shown), silenced=tuple(passed)), entries
