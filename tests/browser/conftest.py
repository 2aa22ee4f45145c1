"""Reports of real runs, opened in headless Chromium."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from xlcheck.config import Config
from xlcheck.pipeline import run
from xlcheck.report import FORMATS, PAGES

DRAWN = "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
"""Waits until what is in sight is drawn: until then a table's rows have an assumed height and no text."""

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

EVENT = {
    "ar.txt": """\
تو لام وشي جين بينغ يجريان محادثات هاتفية

أجرى الأمين العام تو لام محادثات هاتفية مع الرئيس الصيني شي جين بينغ في 26 يناير 2026. وتحدث الزعيمان لمدة 45 دقيقة.
""",
    "en.txt": """\
Tô Lâm and Xi Jinping hold telephone talks

General Secretary Tô Lâm held telephone talks with Chinese President Xi Jinping on 26 January 2026. \
The two leaders spoke for 45 minutes.

Xi Jinping congratulated Tô Lâm on his election. He invited him to visit Beijing in April.
""",
    "es.txt": """\
To Lam y Xi Jinping mantienen conversaciones telefónicas

El secretario general Su Lin mantuvo una conversación telefónica con el presidente chino Xi Jinping el 26 de enero \
de 2026. Los dos dirigentes hablaron durante 54 minutos.

Xi Jinping congratulated Tô Lâm on his election. Lo invitó a visitar Pekín en abril.
""",
}

MANY = {
    "ar.txt": "افتتحت مدينة لشبونة جسرا جديدا في 27 يناير 2026. يبلغ طول الجسر 1450 مترا.\n",
    "de.txt": "Lissabon hat am 26. Januar 2026 eine neue Brücke eröffnet. Die Brücke ist 1450 Meter lang.\n",
    "en.txt": "Lisbon opened a new bridge on 26 January 2026. The bridge is 1,450 metres long.\n",
    "es.txt": "Lisboa inauguró un nuevo puente el 26 de enero de 2026. El puente mide 1450 metros de largo.\n",
    "fr.txt": "Lisbonne a inauguré un nouveau pont le 26 janvier 2026. Le pont mesure 1450 mètres de long.\n",
    "pt.txt": "Lisboa inaugurou uma nova ponte em 26 de janeiro de 2026. A ponte tem 1450 metros.\n",
    "ru.txt": "26 января 2026 года в Лиссабоне открыли новый мост. Длина моста составляет 1450 метров.\n",
    "zh.txt": "2026年1月26日，里斯本一座新桥通车。这座桥长1450米。\n",
}

ATTACK = (
    "<script>owned=1</script><img src=x onerror=owned=1>\"onmouseover=owned=1 x=\"' onfocus='owned=1' autofocus "
    "</style><style>body{display:none}</style></title></textarea></script><svg onload=owned=1> javascript:owned=1 "
    "<a href=javascript:owned=1>x</a> <!-- ]]> \\u003cscript> {{7*7}} \u2028 </mark></td></table>"
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright for Python is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium in PATH: apt-get install chromium")
    flags = ["--disable-gpu", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield opened
        opened.close()


def write(folder: Path, texts: dict[str, str]) -> Path:
    """Check texts and write their report beside them."""
    paths = []
    for name, text in texts.items():
        paths.append(folder / name)
        paths[-1].write_text(text, "utf-8")
    report = folder / "report.html"
    report.write_text(FORMATS["html"](run(Config(tuple(map(str, paths))))), "utf-8")
    return report


@pytest.fixture(scope="session")
def event(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of one event in Arabic, English and Spanish, with findings in the Spanish text."""
    return write(tmp_path_factory.mktemp("event"), EVENT)


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of one event in eight languages, with another day in the Arabic text, the first column."""
    return write(tmp_path_factory.mktemp("many"), MANY)


@pytest.fixture(scope="session")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of two articles in which nothing is found."""
    texts = {"en.txt": "The council met on Monday.\n", "es.txt": "El consejo se reunió el lunes.\n"}
    return write(tmp_path_factory.mktemp("clean"), texts)


@pytest.fixture(scope="session")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with articles, one of them by its name too, that try to run a script."""
    texts = {name: text.replace("Su Lin", f"Su Lin {ATTACK}") + f"\n{ATTACK}\n" for name, text in EVENT.items()}
    texts["a\"onclick='owned=1'<b>.txt"] = texts.pop("es.txt")
    return write(tmp_path_factory.mktemp("attacked"), texts)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of a folder: the event, an article on its own, and one that tries to run a script."""
    place = tmp_path_factory.mktemp("folder")
    others = {"alone.txt": "Hội nghị khai mạc sáng nay tại Hà Nội.\n", "attack.txt": f"{ATTACK}\n"}
    for name, text in (EVENT | others).items():
        (place / name).write_text(text, "utf-8")
    report = run(Config(tuple(str(place / name) for name in (*EVENT, *others))))
    for name, text in PAGES["html"](report).items():
        (place / name).write_text(text, "utf-8")
    return place / "index.html"


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Starts `xlcheck review` on the event in a folder, and gives the process and the page's address."""
    (tmp_path / "news").mkdir()
    for name, text in EVENT.items():
        (tmp_path / "news" / name).write_text(text, "utf-8")
    started = []

    def start(*arguments: str) -> tuple[subprocess.Popen[str], str]:
        command = [sys.executable, "-m", "xlcheck.cli", "review", "news", "--no-cache", *arguments]
        process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, encoding="utf-8")
        started.append(process)
        assert process.stdout
        return process, re.findall(r"http://\S+", process.stdout.readline())[0]

    try:
        yield start
    finally:
        for process in started:
            _end(process)


def _end(process: subprocess.Popen[str]) -> None:
    """Ask the process to end, and see to it: a job in the background would not hear Ctrl-C."""
    process.terminate()
    try:
        process.communicate(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()


@pytest.fixture
def visit(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens a report or an address in a fresh profile; afterwards nothing may have failed, spoken or left home."""
    contexts, heard = [], []

    def visit(report: Path | str, fragment: str = "", width: int = 1280, height: int = 900, **options: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: heard.append(message.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("dialog", lambda dialog: heard.append(dialog.message))
        page.on("request", lambda request: heard.extend([] if request.url.startswith(home) else [request.url]))
        address = report if isinstance(report, str) else report.as_uri()
        home = address.removesuffix("index.html")
        page.goto(address + fragment)
        if options.get("java_script_enabled", True):
            page.evaluate(DRAWN)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert [line for line in heard if not line.startswith("blob:")] == []
