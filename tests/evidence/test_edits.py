"""What is written in the place of a term or a name, and where nothing is."""

from __future__ import annotations

import unicodedata

import pytest

from xlcheck.evidence.edits import renamed, replaced, replaced_everywhere, written
from xlcheck.find.mentions import MentionFinder
from xlcheck.model import Case, Concept, Document, Glossary, Mention, Sentence, Span, Status, Term
from xlcheck.model.edit import Edit

NFD = "NFD"


def mention(text: str, language: str, old: str, new: str, kind: str = "phrase") -> Mention:
    """The first mention of the term `old`, for which `new` is preferred, in a text of one sentence or line by line."""
    concept = Concept("c", kind, (Term(new, language), Term(old, language, Status.DEPRECATED)))
    document = Document("a.txt", text)
    sentence = Sentence(Span(document, 0, len(text)), language)
    return MentionFinder(Glossary((concept,))).find(sentence)[0]


def edited(found: Mention) -> str | None:
    """The text with the term replaced; None where there is no edit."""
    text = found.span.document.text
    edits = replaced(found)
    if not edits:
        return None
    (edit,) = edits
    return text[: edit.at.start] + edit.text + text[edit.at.end :]


@pytest.mark.parametrize(
    ("text", "language", "old", "new", "kind", "right"),
    [
        ("Talks with Tô Lam ended.", "en", "Tô Lam", "Tô Lâm", "person", "Talks with Tô Lâm ended."),
        ("TALKS WITH TÔ LAM", "en", "Tô Lam", "Tô Lâm", "person", "TALKS WITH TÔ LÂM"),
        ("Unlawful fishing ended.", "en", "unlawful fishing", "poaching", "phrase", "Poaching ended."),
        (
            "He said: “Unlawful fishing ended.”",
            "en",
            "unlawful fishing",
            "poaching",
            "phrase",
            "He said: “Poaching ended.”",
        ),
        ("Constantinople fell.", "en", "Constantinople", "the city of Istanbul", "place", "The city of Istanbul fell."),
        ("They left Constantinople.", "en", "Constantinople", "the city", "place", "They left the city."),
        ("The PRC said so.", "en", "PRC", "China", "place", "The China said so."),
        ("双方就南中国海局势交换了意见。", "zh", "南中国海", "南海", "place", "双方就南海局势交换了意见。"),
        ("Bà đến Hòa bình hôm qua.", "vi", "Hòa bình", "Hòa Bình", "place", "Bà đến Hòa Bình hôm qua."),
        ("김정은은 말했다.", "ko", "김정은", "김정언", "person", "김정언은 말했다."),
        ("В понедельник Су Линь прибыл.", "ru", "Су Линь", "То Лам", "person", "В понедельник То Лам прибыл."),
        ("El señor To Lâm llegó.", "es", "To Lâm", "Tô Lâm", "person", "El señor Tô Lâm llegó."),
        ("de una alianza amplia", "es", "alianza amplia", "alianza integral", "phrase", "de una alianza integral"),
        ("BAKAN KONUŞTU", "tr", "bakan", "elçi", "person", "ELÇİ KONUŞTU"),
        ("İlçe büyüdü. Izgara", "tr", "ilçe", "ırmak", "person", "Irmak büyüdü. Izgara"),
        ("Ons eiland wint.", "nl", "ons eiland", "ijsland", "person", "IJsland wint."),
        ("Ο ΠΡΟΕΔΡΟΣ ΜΙΛΗΣΕ", "el", "πρόεδρος", "υπουργός", "person", "Ο ΥΠΟΥΡΓΟΣ ΜΙΛΗΣΕ"),
        ("DIE ALLEE", "de", "Allee", "Straße", "person", "DIE STRASSE"),
        ("a Turkish lira crisis", "en", "Turkish lira", "lira", "term", "a lira crisis"),
    ],
)
def test_the_preferred_term_is_written(text: str, language: str, old: str, new: str, kind: str, right: str) -> None:
    assert edited(mention(text, language, old, new, kind)) == right


@pytest.mark.parametrize(
    ("text", "language", "old", "new", "kind"),
    [
        ("Illegal Unlawful Fishing Ended", "en", "unlawful fishing", "poaching", "phrase"),  # capitals of a headline
        ("an unlawful catch", "en", "unlawful catch", "poached fish", "phrase"),
        ("a hotel bill", "en", "hotel bill", "invoice", "phrase"),
        ("The talks were held.", "en", "talks", "dialogue", "phrase"),
        ("President Su Lin spoke.", "en", "Su Lin", "President Tô Lâm", "person"),  # President President
        ("the Party of Labour", "en", "Party", "Communist Party", "body"),
        ("Firmaron la alianza.", "es", "alianza", "acuerdo", "phrase"),  # la acuerdo
        ("la ville d'Angora", "fr", "Angora", "Constantinople", "person"),
        ("Из Константинополя", "ru", "Константинополь", "Стамбул", "place"),
        ("평양은 말했다.", "ko", "평양", "서라", "place"),  # 서라는
    ],
)
def test_where_the_words_around_might_not_fit_nothing_is_written(
    text: str, language: str, old: str, new: str, kind: str
) -> None:
    assert edited(mention(text, language, old, new, kind)) is None


def test_an_inflected_term_is_left() -> None:
    found = mention("Они уехали из Константинополя.", "ru", "Константинополь", "Стамбул", "person")
    assert found.span.text == "Константинополя"
    assert replaced(found) == ()


def test_without_a_preferred_term_there_is_nothing_to_write() -> None:
    concept = Concept("c", "term", (Term("junta", "en", Status.FORBIDDEN),))
    document = Document("a.txt", "The junta met.")
    assert replaced(Mention(concept, concept.terms[0], Span(document, 4, 9))) == ()


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        ("Talks on the south china sea’s islands began.", "en", ["South China Sea"]),
        ("South china sea talks began.", "en", ["South China Sea"]),
        ("Стороны обсудили положение в Южно-китайском море.", "ru", []),
    ],
)
def test_a_term_in_the_wrong_capitals_gets_its_own(text: str, language: str, right: list[str]) -> None:
    terms = (Term("South China Sea", "en", case=Case.EXACT), Term("Южно-Китайское море", "ru", case=Case.EXACT))
    document = Document("a.txt", text)
    finder = MentionFinder(Glossary((Concept("c", "place", terms),)))
    (found,) = finder.find(Sentence(Span(document, 0, len(text)), language))
    assert [edit.text for edit in replaced(found, found.term)] == right


def test_text_is_written_in_the_normal_form_of_the_document() -> None:
    text = unicodedata.normalize(NFD, "Tổng Bí thư Tô Lam đã phát biểu tại Hà Nội.")
    at = text.index(unicodedata.normalize(NFD, "Tô Lam"))
    (edit,) = written(Span(Document("a.txt", text), at, at + len(unicodedata.normalize(NFD, "Tô Lam"))), "Tô Lâm")
    assert edit.text == unicodedata.normalize(NFD, "Tô Lâm") != "Tô Lâm"


def test_names_keep_script_and_capitals() -> None:
    document = Document("a.txt", "SU LIN met Su Lin and Су Линь.")
    loud, plain, russian = (Span(document, *place) for place in ((0, 6), (11, 17), (22, 29)))
    assert renamed(loud, "Tô Lâm") == (Edit(loud, "TÔ LÂM"),)
    assert renamed(plain, "Tô Lâm") == (Edit(plain, "Tô Lâm"),)
    assert renamed(plain, "TO LAM") == renamed(plain, "苏林") == renamed(plain, "") == renamed(plain, "Su Lin") == ()
    assert renamed(russian, "Tô Lâm") == ()


def test_names_are_in_the_capitals_of_the_page() -> None:
    turkish, english = (Document("a.txt", "ISPARTA", language) for language in ("tr", "en"))
    assert renamed(Span(turkish, 0, 7), "İzmit") == (Edit(Span(turkish, 0, 7), "İZMİT"),)
    assert renamed(Span(english, 0, 7), "Izmit") == (Edit(Span(english, 0, 7), "IZMIT"),)


def test_all_mentions_or_none() -> None:
    concept = Concept("c", "phrase", (Term("illegal fishing", "en"), Term("unlawful catch", "en", Status.ADMITTED)))
    main, other = concept.terms

    def edits(text: str) -> list[str]:
        sentence = Sentence(Span(Document("a.txt", text), 0, len(text)), "en")
        found = [m for m in MentionFinder(Glossary((concept,))).find(sentence) if m.term is other]
        return [edit.text for edit in replaced_everywhere(found, main)]

    assert edits("Unlawful catch fell. The unlawful catch rose.") == ["Illegal fishing", "illegal fishing"]
    assert edits("Unlawful catch fell. UNLAWFUL CATCH rose. The Unlawful Catch too.") == []


@pytest.mark.parametrize(
    ("text", "old", "new", "right"),
    [
        ("서울로 갔다.", "서울", "브라질", "브라질로 갔다."),
        ("서울로 갔다.", "서울", "베를린", None),  # 베를린으로
        ("베를린으로 갔다.", "베를린", "서울", None),
        ("베를린으로 갔다.", "베를린", "평양", "평양으로 갔다."),
        ("나라는 말했다.", "나라", "서라", "서라는 말했다."),
        ("한국어를 배웠다.", "한국", "북한", None),  # a language
        ("한국 대표가 갔다.", "한국", "나라", "나라 대표가 갔다."),
        ("Lam은 말했다.", "Lam", "Tom", None),
    ],
)
def test_a_korean_particle_goes_with_the_end_of_the_new_term(text: str, old: str, new: str, right: str | None) -> None:
    assert edited(mention(text, "ko", old, new, "person")) == right
