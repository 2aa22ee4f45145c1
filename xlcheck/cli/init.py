"""`xlcheck init`: the files of a new project."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import click

from xlcheck.cli.output import say, write

_CONTENT = "@CONTENT@"
_GITLAB_JOB = ".gitlab/xlcheck.yml"
_GITLAB_PIPELINE = ".gitlab-ci.yml"
_INCLUDE = f"include:\n  - local: {_GITLAB_JOB}\n"


@click.command(short_help="Write the files of a new project: settings, glossary, CI job.")
@click.argument("content", default="content")
@click.option(
    "--ci",
    type=click.Choice(["github", "gitlab", "none"]),
    help="CI service to write a job for.  [default: gitlab if the repository is on GitLab, else github]",
)
def init(content: str, ci: str | None) -> None:
    """Write the files that a project starts with: xlcheck.toml with every setting explained, a first glossary, and a
    job that checks the folder CONTENT on GitHub or GitLab. Existing files are not changed.
    """
    for name, text in _files(content, ci or _host()):
        if Path(name).exists():
            say(f"{name}: already exists, not changed")
        else:
            _write(text, name)
            say(f"{name}: written")
        if name == _GITLAB_PIPELINE and _GITLAB_JOB not in Path(name).read_text("utf-8", "replace"):
            write(f"{name}: add  include: [{{local: {_GITLAB_JOB}}}]\n", None)
    say(f"next: xlcheck check {shlex.quote(content)}")


def _files(content: str, ci: str) -> Iterator[tuple[str, str]]:
    """Names and texts, in the order in which they are written."""
    from xlcheck.config import NAME
    from xlcheck.config.start import commented

    start = files("xlcheck.cli").joinpath("start")
    yield NAME, commented(("glossary",))
    yield "glossary/terms.toml", start.joinpath("terms.toml").read_text("utf-8")
    if ci == "none":
        return
    job = start.joinpath(f"{ci}.yml").read_text("utf-8").replace(_CONTENT, shlex.quote(content))
    if ci == "github":
        yield ".github/workflows/xlcheck.yml", job
    else:
        yield _GITLAB_JOB, job
        yield _GITLAB_PIPELINE, _INCLUDE


def _host() -> str:
    """What the repository in the working directory shows."""
    git = Path(".git/config")
    remotes = git.read_text("utf-8", "replace") if git.is_file() else ""
    return "gitlab" if Path(_GITLAB_PIPELINE).exists() or "gitlab" in remotes else "github"


def _write(text: str, name: str) -> None:
    from xlcheck.model import XlcheckError

    try:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise XlcheckError(f"{name}: cannot be written ({error.strerror}); check the folder") from None
    write(text, name)
