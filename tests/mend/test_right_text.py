"""Text that is right stays as it is to the byte, whatever fixes are let; what is wrong is still fixed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from xlcheck.config import Config
from xlcheck.mend import mend
from xlcheck.model import Document
from xlcheck.pipeline import examine

KIM = """[[concept]]
id = "kim"
kind = "person"
zh = "金惠珍"
en = "Kim Hye-jin"
es = "Kim Hye-jin"
"""
CLINTON = """[[concept]]
id = "clinton"
kind = "person"
en = "Bill Clinton"
es = "Bill Clinton"
fr = "Bill Clinton"
de = "Bill Clinton"
ru = "Билл Клинтон"
zh = "比尔·克林顿"
"""
LAM = """[[concept]]
id = "to-lam"
kind = "person"
zh = "苏林"
en = { preferred = "Tô Lâm", admitted = ["To Lam"], deprecated = ["To Lâm"] }
es = { preferred = "Tô Lâm", deprecated = ["To Lâm"] }
vi = "Tô Lâm"

[[concept]]
id = "javascript"
kind = "term"
en = { preferred = "JavaScript", deprecated = ["Javascript"] }
es = { preferred = "JavaScript", deprecated = ["Javascript"] }
"""

PLACES = """[[concept]]
id = "korea"
kind = "place"
ko = { preferred = "대한민국", deprecated = ["한국"] }
vi = { preferred = "Triều Tiên", deprecated = ["Cao Ly"] }
en = { preferred = "Korea", deprecated = ["Corea"] }

[[concept]]
id = "vietnam"
kind = "place"
zh = { preferred = "越南", deprecated = ["越中"] }

[[concept]]
id = "film"
kind = "title"
de = { preferred = "Kannst Du pfeifen, Johanna", deprecated = ["Kannst du pfeifen, Johanna?"] }
fr = { preferred = "Sais-tu siffler Johanna", deprecated = ["Sais-tu siffler, Johanna?"] }
"""

RIGHT: dict[str, tuple[str, ...]] = {
    # a weekday, a number word, another person: one syllable with another mark
    "vi-en Nam, Năm": (
        "",
        "vi: Cuộc họp diễn ra hôm thứ Năm.\nCô rời đi hôm thứ Năm.\nÔng Nam đến từ miền nam.",
        "en: The meeting was on Thursday.\nShe left on Thursday.\nMr Nam comes from the south.",
    ),
    "vi-es Sáu, Sau": (
        "",
        "es: Se reúnen el viernes.\nVolvieron el viernes.\nEl señor Sau llegó tarde.",
        "vi: Họ họp hôm thứ Sáu.\nHọ trở về hôm thứ Sáu.\nÔng Sau đến muộn.",
    ),
    "vi-zh Hải, Hai": (
        "",
        "zh: 海先生来了。\n海先生走了。\n他星期一见了海二先生。",
        "vi: Ông Hải đã đến đây.\nÔng Hải đã rời đi.\nHôm thứ Hai, ông gặp ông Hai.",
    ),
    "vi-fr Thành, Thanh": (
        "",
        "fr: M. Thành est venu.\nM. Thành est parti.\nMme Thanh est restée.",
        "vi: Ông Thành đã đến.\nÔng Thành đã đi.\nBà Thanh ở lại.",
    ),
    # a word and its twin with an accent
    "en-es Está, Esta": (
        "",
        "en: Are you sure?\nError: This word is wrong.\nNote: This list is empty.",
        "es: ¿Está seguro?\nError: Esta palabra no vale.\nAviso: Esta lista no tiene nada.",
    ),
    "en-es Cómo, Como": (
        "",
        "en: Help (How it works)\nHelp (How to pay)\nNote: As you know, it is free.",
        "es: Ayuda (Cómo funciona)\nAyuda (Cómo pagar)\nNota: Como sabe, es gratis.",
    ),
    "en-pt Está, Esta": (
        "",
        "en: Error: This page is empty.\nError: This list is empty.\nStatus: Is online.",
        "pt: Erro: Esta página está vazia.\nErro: Esta lista está vazia.\nEstado: Está on-line.",
    ),
    "en-fr Où, Ou": (
        "",
        "en: Question: Where is it?\nQuestion: Where are they?\nNote: Or call us.",
        "fr: Question : Où est-il ?\nQuestion : Où sont-ils ?\nNote : Ou appelez-nous.",
    ),
    "es-vi Papá, Papa": (
        "",
        "vi: Giáo hoàng đã đến.\nGiáo hoàng nói chuyện với Bố.\nGiáo hoàng đi.",
        "es: Vino el Papa Francisco.\nHabló el Papa con Papá.\nEl Papa se fue.",
    ),
    "en-de Küche, Kuche": (
        "",
        "en: Our kitchen is open.\nThe kitchen closes.\nMr Kuche left.",
        "de: Unsere Küche ist offen.\nDie Küche schließt.\nHerr Kuche ging.",
    ),
    # a translated word beside its cognate
    "en-es Events": (
        "",
        "en: See Room Events now.\nUse Room Events daily.\nOpen Room Events.",
        "es: Vea Eventos de la sala.\nUse Room Events cada día.\nAbra Room Events.",
    ),
    "en-fr Note": (
        "",
        "en: Open Note first.\nNote that it is late.\nClose Note now.",
        "fr: Ouvrez Note d'abord.\nVous Notez qu'il est tard.\nFermez Note.",
    ),
    "en-pt Contacts": (
        "",
        "en: Open My Contacts today.\nSee My Contacts here.\nClose My Contacts.",
        "pt: Abra My Contacts hoje.\nVeja Contactos aqui.\nFeche My Contacts.",
    ),
    "en-de Address": (
        "",
        "en: Open Address Book.\nUse Address Book.\nThe Address is new.",
        "de: Öffnen Sie Address Book.\nNutzen Sie Address Book.\nDie Adresse ist neu.",
    ),
    # an ending
    "en-cs Nokia": (
        "",
        "en: Nokia left.\nNokia stays.\nShe did not want to pay Nokia.",
        "cs: Firma Nokia odešla.\nFirma Nokia zůstává.\nNechtěla platit Nokii.",
    ),
    "en-pl Obama": (
        "",
        "en: Barack Obama left.\nObama came.\nHe met Obama.",
        "pl: Wyjechał Barack Obama.\nPrzyjechał Obama.\nSpotkał Obamę.",
    ),
    "en-cs Havel": (
        "",
        "en: He likes Havel.\nHavel is here.\nHe left Havel.",
        "cs: Má rád Havla.\nTady je Havel.\nOpustil ho Havel.",
    ),
    # a relative
    "zh-en Kim": (KIM, "zh: 金贤珍看着女儿金惠珍微笑。", "en: Kim Hyun-jin smiled at his daughter."),
    "zh-es Kim": (KIM, "zh: 金贤珍看着女儿金惠珍微笑。", "es: Kim Hyun-jin sonrió a su hija."),
    "en-es Clinton": (
        CLINTON,
        "en: Hillary Clinton spoke for Bill Clinton.",
        "es: Hillary Clinton habló por su esposo.",
    ),
    "en-fr Clinton": (CLINTON, "en: Bil Clinton, not Bill Clinton, won.", "fr: C'est Bil Clinton qui a gagné."),
    "en-de Clinton": (CLINTON, "en: Will Clinton met Bill Clinton.", "de: Will Clinton traf seinen Vater."),
    # what programs call a thing
    "en-es ParcelDesk": (
        "",
        "en: Call `ParcelDesk` now.\nThe `ParcelDesk` class.\nUse `ParcelDesk`.\nOpen the Parcel Desk page.",
        "es: Llame a `ParcelDesk` ahora.\nLa clase `ParcelDesk`.\nUse `ParcelDesk`.\nAbra la página Parcel Desk.",
    ),
    "en-fr MailQueue": (
        "",
        "en: Call MailQueue now.\nThe class MailQueue.\nOpen the Mail Queue.",
        "fr: Appelez MailQueue ici.\nLa classe MailQueue.\nOuvrez la Mail Queue.",
    ),
    "en-vi StaticFiles": (
        "",
        "en: Import <code>StaticFiles</code>.\nUse <code>StaticFiles</code>.\nSee Static Files.",
        "vi: Nhập <code>StaticFiles</code>.\nDùng <code>StaticFiles</code>.\nXem Static Files.",
    ),
    # code, addresses, paths, options, placeholders, identifiers hold a glossary's word
    "en-es code": (LAM, "en: Run `Javascript` here.", "es: Ejecute `Javascript` aquí con <kbd>Javascript</kbd>."),
    "en-es address": (LAM, "en: See the page.", "es: Vea https://example.org/Javascript o docs/Javascript/uso."),
    "en-es option": (LAM, "en: Set it.", "es: Use --Javascript, my_Javascript, {Javascript} o Javascript.uso aquí."),
    # words of the original
    "en-es quotation": (
        LAM,
        "en: He wrote “To Lâm spoke in Javascript” on Monday.",
        "es: Escribió «To Lâm spoke in Javascript» el lunes.",
    ),
    # the source itself
    "en-es source": (LAM, "en: To Lâm spoke of Javascript.", "es: Tô Lâm habló de JavaScript."),
    "zh-en source": (LAM, "es: To Lâm habló de Javascript.", "zh: 苏林谈到了计算机语言。"),
    # a language's name, a person from there; parts of two words; the sentence's own mark
    "en-ko Korea": (
        PLACES,
        "en: I learn Korean.\nKorean words\nKoreans",
        "ko: 한국어를 배워요.\n한국말입니다\n한국인이 왔다",
    ),
    "ja-ko Korea": (PLACES, "ja: 韓国語\n韓国人です", "ko: 한국어학당\n한국사람이에요"),
    "en-de question": (PLACES, "en: Who made it?", "de: Wer drehte Kannst du pfeifen, Johanna?"),
    "en-fr question": (PLACES, "en: Who made it?", "fr: Qui a tourné Sais-tu siffler, Johanna?"),
    # letters of two scripts that are meant
    "en-es symbol": ("", "en: IFNγ and IFNα rise.", "es: Aumentan IFNγ e IFNα."),
    "en-ru inflected": ("", "en: From a Dataset to an API.", "ru: От Datasetа к APIе и обратно."),
    "en-zh between characters": ("", "en: The bat α of 229E.", "zh: 与229E密切相关的蝙蝠α。"),
    "en-ru units": ("", "en: It is 5 μm wide and uses 3 kW.", "ru: Ширина 5 μm, мощность 3 кВт."),
    "en-vi Icelandic": ("", "vi: Ông ấy tên là Đạt.", "en: His name is Guðmundur Ðórsson."),
}

WRONG: dict[str, tuple[str, tuple[str, str], str, bool]] = {
    "a term": (LAM, ("en: He spoke of it.", "es: To Lâm habló de Javascript."), "Tô Lâm habló de JavaScript.", True),
    "a term behind code": (
        LAM,
        ("en: It is `Javascript`.", "es: Es `Javascript`, es decir, Javascript."),
        "Es `Javascript`, es decir, JavaScript.",
        True,
    ),
    "a misreading": (LAM, ("zh: 苏林发表了讲话。", "en: Su Lin gave a speech."), "Tô Lâm gave a speech.", True),
    "a letter": (
        "",
        ("en: The talks were here.", "ru: Переговоры п\u0070ошли здесь."),
        "Переговоры прошли здесь.",
        True,
    ),
    "a letter of Vietnamese": (
        "",
        ("en: The delegation arrived in Hanoi.", "vi: \u00d0oàn đại biểu đã đến Hà Nội."),
        "Đoàn đại biểu đã đến Hà Nội.",
        True,
    ),
    "a term before particles": (
        PLACES,
        ("en: I want to go to Korea.", "ko: 한국에 가고 싶고 한국의 문화를 좋아해요."),
        "대한민국에 가고 싶고 대한민국의 문화를 좋아해요.",
        True,
    ),
    "spellings": (
        "",
        ("en: Kurt Gödel.\nKurt Gödel.\nKurt Gödel.", "fr: Voici Kurt Gödel.\nC'est Kurt Gödel.\nOù est Kurt Godel ?"),
        "Voici Kurt Gödel.\nC'est Kurt Gödel.\nOù est Kurt Gödel ?",
        False,
    ),
    "a near miss": (
        "",
        (
            "en: Judge Kavanaugh spoke.\nJudge Kavanaugh left.\nJudge Kavanaugh came.",
            "es: Habló el juez Kavanaugh.\nSe fue el juez Kavanaugh.\nVino el juez Kavanagh.",
        ),
        "Habló el juez Kavanaugh.\nSe fue el juez Kavanaugh.\nVino el juez Kavanaugh.",
        False,
    ),
    "a near miss of a person": (
        CLINTON,
        ("en: Bill Clinton spoke.", "es: Habló Bill Clinten ayer."),
        "Habló Bill Clinton ayer.",
        False,
    ),
}


DOUBTFUL = {
    "parts of two words": (PLACES, "en: Who kept him from crossing the Middle East?", "zh: 谁阻止了旭烈兀汗穿越中东?"),
    "a longer name": (PLACES, "en: North Korea spoke.", "vi: Bắc Cao Ly đã có đủ nguyên liệu để phát triển."),
    "a body's name": (PLACES, "en: The workers' party.", "vi: Hôm nay đảng Lao động Cao Ly họp ở thủ đô."),
    "a longer name in a row": (PLACES, "es: El Instituto habló.", "en: Today the Corea Institute spoke of it."),
}


def changed(glossary: str, texts: Sequence[str], folder: Path, *, unsafe: bool) -> dict[str, str]:
    """What the columns of a table are with their fixes, by language; those alone that differ."""
    file = folder / "ours.toml"
    file.write_text(glossary, "utf-8")
    columns = []
    for text in texts:
        language, body = text.split(": ", 1)
        rows, start = [], 0
        for line in body.split("\n"):
            rows.append((start, start + len(line)))
            start += len(line) + 1
        columns.append(Document(language, body, language=language, rows=tuple(rows)))
    report = examine([tuple(columns)], Config(glossary=(str(file),) if glossary else ()))
    return {each.path: each.after for each in mend(report, unsafe=unsafe) if each.after != each.before}


@pytest.mark.parametrize("case", RIGHT.values(), ids=RIGHT)
def test_what_is_right_stays(case: tuple[str, ...], tmp_path: Path) -> None:
    glossary, *texts = case
    assert changed(glossary, texts, tmp_path, unsafe=True) == {}


@pytest.mark.parametrize(("glossary", "texts", "after", "safe"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_fixed(glossary: str, texts: tuple[str, str], after: str, safe: bool, tmp_path: Path) -> None:
    assert list(changed(glossary, texts, tmp_path, unsafe=True).values()) == [after]
    assert list(changed(glossary, texts, tmp_path, unsafe=False).values()) == ([after] if safe else [])


@pytest.mark.parametrize("case", DOUBTFUL.values(), ids=DOUBTFUL)
def test_what_may_be_right_is_not_fixed_unseen(case: tuple[str, ...], tmp_path: Path) -> None:
    glossary, *texts = case
    assert changed(glossary, texts, tmp_path, unsafe=False) == {}
    assert len(changed(glossary, texts, tmp_path, unsafe=True)) == 1
