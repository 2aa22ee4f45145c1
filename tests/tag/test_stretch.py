"""Foreign stretches inside sentences."""

from __future__ import annotations

import pytest

from xlcheck.model import Article, Document, Sentence, Span
from xlcheck.segment import segment
from xlcheck.tag import FIRST_LANGUAGES, tag
from xlcheck.tag.stretch import stretches, word_languages

PAGES = {
    "es": "El presidente viajó ayer a la capital para asistir a la reunión con los dirigentes.",
    "en": "Both sides agreed to maintain contacts and cooperation in multilateral forums.",
    "vi": "Hai bên nhất trí duy trì trao đổi và phối hợp chặt chẽ tại các diễn đàn đa phương.",
    "zh": "会谈于星期一下午在北京举行，双方同意加强铁路合作。",
    "ko": "회담은 월요일 오후 베이징에서 열렸으며 양측은 협력에 합의했다.",
    "ja": "会談は月曜日の午後に北京で行われた。",
    "ru": "Стороны договорились поддерживать контакты и сотрудничество между двумя странами.",
    "ar": "عقدت المحادثات في بكين بعد ظهر يوم الاثنين بين الجانبين.",
    "fr": "Les deux dirigeants ont parlé au téléphone hier après le congrès du parti.",
    "de": "Die beiden Politiker sprachen gestern nach dem Parteitag am Telefon.",
}


def told(line: str, language: str) -> list[tuple[str, str]]:
    """What is told of a line below a sentence in the page's language."""
    document = Document("t", f"{PAGES[language]}\n{line}", language=language)
    article = Article(document, language, tag(segment(document), declared=language))
    return [(stretch.language, stretch.span.text) for stretch in article.foreign()]


def found(text: str, language: str) -> list[tuple[str, str]]:
    sentence = Sentence(Span(Document("t", text), 0, len(text)), language)
    (inside,) = stretches([sentence], FIRST_LANGUAGES)
    return [(stretch.language, stretch.span.text) for stretch in inside]


@pytest.mark.parametrize(
    ("language", "text", "stretch"),
    [
        ("vi", "So sánh cốt lõi一览", ("zh", "一览")),
        (
            "es",
            "Las dos partes acordaron mantener los contactos and to better control and manage their disagreements.",
            ("en", "and to better control and manage their disagreements"),
        ),
        ("es", "El comité central bày tỏ vui mừng về kết quả de la reunión.", ("vi", "bày tỏ vui mừng về kết quả")),
        ("ar", "ينقسم السوق بين المنصات第三方 والمتاجر.", ("zh", "第三方")),
        ("ko", "양측은 협력을 强化하기로 합의했다.", ("zh", "强化")),
    ],
)
def test_a_stretch_in_another_language(language: str, text: str, stretch: tuple[str, str]) -> None:
    assert found(text, language) == [stretch]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El lema “better control and manage their disagreements” fue muy aplaudido por los presentes."),
        ("es", "La política de renovación (Đổi mới, công cuộc đổi mới đất nước) cumple cuarenta años."),
        ("es", "El marketing online y el software de streaming son un gran negocio para las startups."),
        ("es", "El presidente de New York Times Company y The Washington Post hablaron ayer en Madrid."),
        ("vi", "Truy cập https://example.org/the-best-way-to-learn để biết thêm thông tin chi tiết."),
        ("de", "Der Befehl `git push the current branch to origin` lädt die Änderungen hoch."),
        ("en", "Đổi mới has changed the country."),
        ("zh", "该公司推出了新的 iPhone 和 Google Play 应用。"),
        ("ja", "会談は月曜日の午後に北京で行われた。"),
    ],
)
def test_what_may_stand_in_another_language(language: str, text: str) -> None:
    assert found(text, language) == []


def test_each_word_has_its_language() -> None:
    spoken = {
        word.text: language for word, language in word_languages("vamos a la playa with my best friends", ("es", "en"))
    }
    assert spoken["playa"] == "es"
    assert spoken["friends"] == spoken["with"] == "en"


def test_an_undetermined_sentence_has_none() -> None:
    assert found("THANH HÀ (báo lao động)", "und") == []


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("es", "Ambas partes aplicaron el lema “6 hơn” (seis más) en sus relaciones."),
        ("es", "El lema «Hợp tác chiến lược toàn diện, hữu nghị láng giềng» presidió la reunión."),
        ("es", "El principio (láng giềng hữu nghị, hợp tác toàn diện) guía las relaciones bilaterales."),
        ("es", "El presidente Tô Lâm (苏林) llegó el lunes a la capital del país."),
        ("en", "The “6 more” orientation (6 hơn) guides the relationship between both countries."),
        ("en", "The motto 「睦邻友好，全面合作」 was repeated by both leaders at the meeting."),
        ("en", "He spoke of «перестройка и гласность» as the end of an era."),
        ("zh", "双方坚持“6 hơn”（“六个更”）的总体目标，深化全面战略合作。"),
        ("zh", "越方提出的口号是“láng giềng hữu nghị, hợp tác toàn diện”。"),
        ("ko", "또 럼(Tô Lâm, 苏林) 서기장은 “6 hơn” 방향에 따라 협력을 강화하기로 했다."),
        ("ja", "スローガンは「láng giềng hữu nghị, hợp tác toàn diện」だった。"),
        ("ru", "Девиз «láng giềng hữu nghị, hợp tác toàn diện» повторили оба лидера."),
        ("ar", "كان الشعار «láng giềng hữu nghị, hợp tác toàn diện» حاضرا في الاجتماع."),
        ("vi", "Hai bên thực hiện phương châm “睦邻友好，全面合作” (láng giềng hữu nghị, hợp tác toàn diện)."),
        ("fr", "Le mot d’ordre « láng giềng hữu nghị, hợp tác toàn diện » a été répété par les dirigeants."),
        ("de", "Das Motto ‚make America great again‘ wurde von beiden Seiten wiederholt."),
        ("es", "Por Báo Lao Động"),
        ("es", "«6 hơn»"),
    ],
)
def test_left_in_the_original_on_purpose(language: str, line: str) -> None:
    assert told(line, language) == []


@pytest.mark.parametrize(
    ("language", "line", "stretch"),
    [
        ("es", "Fuente: báo lao động", "Fuente: báo lao động"),
        ("es", "Por Thanh Hà, báo lao động", "Por Thanh Hà, báo lao động"),
        ("es", "Publicado en báo lao động el 27 de enero de 2026.", "báo lao động"),
        ("en", "According to báo lao động, the talks went well on Monday.", "báo lao động"),
        ("fr", "Selon báo lao động, la réunion a été un succès.", "báo lao động"),
        ("zh", "据báo lao động报道，双方同意加强合作。", "báo lao động"),
        ("ru", "Как сообщает báo lao động, встреча прошла успешно.", "báo lao động"),
    ],
)
def test_a_newspaper_not_named_but_left_as_words(language: str, line: str, stretch: str) -> None:
    assert told(line, language) == [("vi", stretch)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La palabra перестройка se hizo famosa en toda Europa.", []),
        ("Las palabras гласность и se hicieron famosas en toda Europa.", []),
        ("Las palabras гласность и перестройка se hicieron famosas.", [("ru", "гласность и перестройка")]),
    ],
)
def test_a_word_or_two_are_no_stretch(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "es") == expected
