"""Glossary terms in sentences: what counts as the term, which of several, and where it stands."""

import unicodedata
from pathlib import Path

import pytest

from xlcheck.find.mentions import MentionFinder
from xlcheck.model import Case, Concept, Document, Glossary, Scope, Sentence, Span, Status, Term
from xlcheck.terms import load

GLOSSARY = str(Path(__file__).parents[2] / "glossary")


@pytest.fixture(scope="module")
def vietnam() -> MentionFinder:
    return MentionFinder(load([GLOSSARY]))


def finder(*terms: str) -> MentionFinder:
    """A finder of `language: term` or `language: term: status`, a concept for each, named after the term."""
    concepts = []
    for entry in terms:
        language, text, status = (*entry.split(": "), "preferred")[:3]
        concepts.append(Concept(text, "term", (Term(text, language, Status(status)),)))
    return MentionFinder(Glossary(tuple(concepts)))


def found(finder: MentionFinder, text: str, language: str = "en") -> list[str]:
    document = Document("a.txt", "… " + text)
    mentions = finder.find(Sentence(Span(document, 2, len(text) + 2), language))
    return [span.text for span in dict.fromkeys(mention.span for mention in mentions)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Deepen the China–Việt Nam comprehensive\nstrategic  cooperative partnership.",
            "en",
            ["Việt Nam", "comprehensive\nstrategic  cooperative partnership"],
        ),
        ("Xi praised the CPV’s 14th National Congress.", "en", ["CPV", "14th National Congress"]),
        ("the two General Secretaries and both Politburos", "en", ["General Secretaries", "Politburos"]),
        ("adhere to the ‘16-character’ guideline and “six more”", "en", ["‘16-character’ guideline", "“six more”"]),
        ("Six more people met at TWO CORRIDORS, ONE BELT.", "en", ["TWO CORRIDORS, ONE BELT"]),
        ("El Secretario General To Lam habló con Xi Jinping.", "es", ["Secretario General", "To Lam", "Xi Jinping"]),
        ("theo định hướng “6 hơn”, không phải 16 hơn", "vi", ["6 hơn"]),
        ("中共中央总书记习近平同苏林通电话。", "zh", ["中共中央", "总书记", "习近平", "苏林"]),
        ("習近平總書記", "zh-Hant-TW", ["習近平", "總書記"]),
        ("시진핑은 베트남의 또 럼 서기장과 통화했다.", "ko", ["시진핑", "베트남", "또 럼", "서기장"]),
        ("die Reden des Generalsekretärs im Politbüro", "de", ["Generalsekretärs", "Politbüro"]),
    ],
)
def test_terms_as_the_press_writes_them(vietnam: MentionFinder, text: str, language: str, expected: list[str]) -> None:
    assert found(vietnam, text, language) == expected
    decomposed = unicodedata.normalize("NFD", text)
    assert found(vietnam, decomposed, language) == [unicodedata.normalize("NFD", term) for term in expected]


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("en: Tô Lâm", "Tô Lâm's and TÔ LÂM’s", ["Tô Lâm", "TÔ LÂM"]),
        ("en: financial report", "financial reports, a financial report", ["financial reports", "financial report"]),
        ("es: Politburó", "los Politburós", ["Politburós"]),
        ("es: secretario general", "las secretarias generales", ["secretarias generales"]),
        ("de: Politbüro", "des Politbüros", ["Politbüros"]),
        ("de: Südchinesisches Meer", "im Südchinesischen Meer", ["Südchinesischen Meer"]),
        ("fr: secrétaire général", "les secrétaires généraux", ["secrétaires généraux"]),
        ("pt: comissão nacional", "das comissões nacionais", ["comissões nacionais"]),
        ("ru: Политбюро", "заседание Политбюро", ["Политбюро"]),
        ("ru: То Лам", "товарища То Лама", ["То Лама"]),
        (
            "ru: Коммунистическая партия Вьетнама",
            "Коммунистической партией Вьетнама",
            ["Коммунистической партией Вьетнама"],
        ),
        ("ru: всеобъемлющее партнёрство", "всеобъемлющего партнерства", ["всеобъемлющего партнерства"]),
        ("ko: 시진핑", "시진핑이 말했다; 임시진핑", ["시진핑"]),
    ],
)
def test_inflected_in_any_word(term: str, text: str, expected: list[str]) -> None:
    assert found(finder(term), text, term[:2]) == expected


def test_space_between_characters_and_letters_does_not_count() -> None:
    assert found(finder("zh: 内地A股市场"), "内地 A 股市场", "zh") == ["内地 A 股市场"]


def cased(case: Case, text: str, status: Status = Status.PREFERRED) -> MentionFinder:
    return MentionFinder(Glossary((Concept("x", "term", (Term(text, "en", status, case),)),)))


def test_the_case_rule_of_a_term() -> None:
    text = "ASEAN, Asean, asean"
    assert found(cased(Case.ANY, "ASEAN"), text) == ["ASEAN", "Asean", "asean"]
    assert found(cased(Case.SMART, "ASEAN"), text) == ["ASEAN"]
    assert found(cased(Case.EXACT, "ASEAN"), text) == ["ASEAN", "Asean", "asean"]
    assert found(cased(Case.EXACT, "asean", Status.FORBIDDEN), text) == ["asean"]


def test_capitals_tell_an_exact_form_from_another() -> None:
    terms = (Term("Internet", "en", case=Case.EXACT), Term("internet", "en", Status.FORBIDDEN, Case.EXACT))
    both = MentionFinder(Glossary((Concept("x", "term", terms),)))
    mentions = both.find(whole("Internet, internet, INTERNET", "en"))
    assert [mention.term.status for mention in mentions] == [Status.PREFERRED, Status.FORBIDDEN, Status.PREFERRED]


def test_a_term_outside_its_scope_is_none() -> None:
    scoped = Term("Peking", "en", Status.DEPRECATED, scope=Scope(paths=("news/",), quoted=False))
    outlet = MentionFinder(Glossary((Concept("x", "place", (scoped,)),)))
    document = Document("site/news/a.txt", "in Peking")
    sentence = Sentence(Span(document, 0, 9), "en")
    assert [mention.span.text for mention in outlet.find(sentence)] == ["Peking"]
    assert not outlet.find(Sentence(Span(document, 0, 9), "en", quoted=True))
    assert not outlet.find(whole("in Peking", "en"))


def test_old_and_new_tone_placement() -> None:
    both = finder("vi: Hòa Bình", "vi: Thuỷ điện")
    assert found(both, "thủy điện Hoà Bình", "vi") == ["thủy điện", "Hoà Bình"]


def test_diacritics_count() -> None:
    assert found(finder("vi: Tô Lâm"), "To Lam, Tô Lam, Tô Lâm", "vi") == ["Tô Lâm"]


def test_a_term_is_a_whole_word_where_words_are_spaced() -> None:
    assert found(finder("vi: Lâm", "vi: Trung"), "Lâmx xLâm Trung2 Lâm", "vi") == ["Lâm"]
    assert found(finder("zh: 苏林"), "江苏林业和苏林2", "zh") == ["苏林", "苏林"]
    assert found(finder("th: ไทย"), "ประเทศไทยและ", "th") == ["ไทย"]
    assert found(finder("zh: CPV"), "越南CPV中央", "zh") == ["CPV"]


def test_case_counts_in_abbreviations_and_short_names() -> None:
    cased = finder("en: CPV", "en: Xi", "en: PCCh", "en: Renewal", "en: Lancang-Mekong")
    assert found(cased, "cpv xi pcch PCCH XI renewal LANCANG–MEKONG") == ["renewal", "LANCANG–MEKONG"]
    assert found(cased, "CPV CPVs Xi PCCh RENEWAL") == ["CPV", "CPVs", "Xi", "PCCh", "RENEWAL"]


def test_the_longest_match_wins_and_hides_what_is_inside() -> None:
    nested = finder("en: Party", "en: Party Congress", "en: National Party Congress: forbidden", "en: Congress hall")
    assert found(nested, "the National Party Congress hall") == ["National Party Congress"]
    assert found(nested, "a Party, a Congress hall") == ["Party", "Congress hall"]


def test_an_accepted_form_hides_a_forbidden_one_inside_it_and_at_its_place() -> None:
    shielded = finder("en: China Sea: forbidden", "en: South China Sea", "en: East Sea", "en: east sea: forbidden")
    assert found(shielded, "South China Sea, East Sea, China Sea") == ["South China Sea", "East Sea", "China Sea"]
    statuses = [m.term.status for m in shielded.find(whole("South China Sea, East Sea, China Sea", "en"))]
    assert statuses == [Status.PREFERRED, Status.PREFERRED, Status.FORBIDDEN]


def test_a_form_that_the_glossary_lists_is_not_taken_for_an_inflection() -> None:
    (mention,) = finder("en: good", "en: goods: forbidden").find(whole("the goods", "en"))
    assert mention.term.status is Status.FORBIDDEN


def test_a_form_of_two_concepts_is_a_mention_of_each(vietnam: MentionFinder) -> None:
    mentions = vietnam.find(whole("El secretario general habló.", "es"))
    assert [mention.concept.id for mention in mentions] == ["general-secretary", "secretary-general"]


def test_terms_of_the_sentence_language_only_and_of_all_where_it_is_unknown() -> None:
    both = finder("en: Politburo", "vi: Bộ Chính trị", "zh: 政治局")
    text = "Politburo, Bộ Chính trị, 政治局"
    assert found(both, text, "vi") == ["Bộ Chính trị"]
    assert found(both, text, "und") == ["Politburo", "Bộ Chính trị", "政治局"]
    assert found(both, text, "fr") == []
    assert found(MentionFinder(Glossary()), text, "und") == []


def test_thousands_of_terms() -> None:
    many = finder(*(f"en: term {number} of the list" for number in range(5_000)))
    text = "; ".join(f"Term {number} of  the list" for number in range(0, 5_000, 7))
    assert found(many, text) == text.split("; ")


def test_the_seeds_have_their_people_and_set_terms(vietnam: MentionFinder, seeds: Path) -> None:
    expected = {
        "000": {"to-lam", "xi-jinping", "cpv", "cpc", "doi-moi", "six-mores", "shared-future", "one-china-policy"},
        "001": {"le-hoai-trung", "politburo", "great-hall", "four-goods", "sixteen-characters", "two-centenary-goals"},
        "002": {"liu-haixing", "international-department", "two-centenary-goals", "cpv-14th-congress", "vna"},
        "003": {
            "pham-minh-chinh",
            "tran-thanh-man",
            "luong-cuong",
            "belt-and-road",
            "two-corridors-one-belt",
            "unclos",
        },
    }
    for number, concepts in expected.items():
        (file,) = seeds.glob(f"{number}*.txt")
        mentions = vietnam.find(whole(file.read_text(encoding="utf-8"), "en"))
        assert concepts <= {mention.concept.id for mention in mentions}, number
        assert all(mention.term.status.accepted for mention in mentions), number


def whole(text: str, language: str) -> Sentence:
    return Sentence(Span(Document("a.txt", text), 0, len(text)), language)


@pytest.mark.parametrize(
    ("language", "term", "text", "expected"),
    [
        ("tr", "Işık Üniversitesi", "IŞIK ÜNİVERSİTESİ’nde bir toplantı yapıldı.", ["IŞIK ÜNİVERSİTESİ"]),
        ("tr", "İzmir", "Toplantı izmir’de yapıldı; İZMİR halkı sevindi.", ["izmir", "İZMİR"]),
        ("de", "Hauptstraße", "DIE HAUPTSTRASSE IST GESPERRT", ["HAUPTSTRASSE"]),
        ("de", "Maße", "Die Masse der Leute kannte die Maße nicht.", ["Maße"]),
        ("el", "Αθήνα", "Η ΑΘΗΝΑ και η Αθήνα", ["ΑΘΗΝΑ", "Αθήνα"]),
        ("el", "νόμος", "Ο ΝΟΜΟΣ και ο νόμος, όχι ο νομός", ["ΝΟΜΟΣ", "νόμος"]),
    ],
)
def test_capitals_are_those_of_the_language(language: str, term: str, text: str, expected: list[str]) -> None:
    assert found(finder(f"{language}: {term}"), text, language) == expected
