"""What is concluded of languages whose words are not known: values are compared, silence tells nothing."""

import pytest

from xlcheck.check import check
from xlcheck.evidence.unsaid import silence_tells
from xlcheck.find import Finder
from xlcheck.model import Alignment, Article, Concept, Document, Event, Glossary, Pair, Sentence, Span, Term
from xlcheck.rules import RULES

FINDER = Finder(Glossary(()))
UNKNOWN = ("fi", "sv", "tr", "cs", "hi", "el", "th")


def article(language: str, text: str) -> Article:
    document = Document(f"{language}.txt", text, language)
    return Article(document, language, (FINDER.find(Sentence(Span(document, 0, len(text)), language), None),))


def codes(one: str, ours: str, other: str, theirs: str) -> list[str]:
    """The rules that report something, at any level, of a text and its translation."""
    source, target = article(one, ours), article(other, theirs)
    pair = Pair(source.sentences, target.sentences, 1.0, True)
    event = Event((source, target), (Alignment(source, target, (pair,)),))
    return [finding.rule for finding in check([event], [r for r in RULES if r.code[2] in "124"], least=0.0)]


@pytest.mark.parametrize(
    ("one", "ours", "other", "theirs"),
    [
        ("en", "The city has 12 bridges.", "fi", "Kaupungissa on kaksitoista siltaa."),
        ("fi", "Kaupungissa on kaksitoista siltaa.", "en", "The city has 12 bridges."),
        ("en", "It cost $103.7 million to build.", "fi", "Se maksoi 103,7 miljoonaa dollaria."),
        ("en", "Its budget is more than $1.4 billion.", "sv", "Dess budget är mer än 1,4 miljarder dollar."),
        ("vi", "Bão làm 17 người chết.", "cs", "Bouře zabila sedmnáct lidí."),
        ("en", "About three million copies were sold.", "tr", "Yaklaşık 3 milyon kopya satıldı."),
        ("en", "There are 1200 volunteers.", "sv", "Det är 1 200 frivilliga."),
        ("en", "It is 75 lakh rupees, that is 7.5 million.", "hi", "यह 75 लाख रुपये है।"),
        ("en", "According to the programme, she will speak at 23.45.", "sv", "Enligt programmet talar hon 23:45."),
        ("en", "The 5th century saw a new king.", "el", "Τον πέμπτο αιώνα υπήρξε ένας νέος βασιλιάς."),
        ("en", "The storm killed 1,586 people.", "sv", "Stormen dödade 1 586 människor."),
        ("fi", "Kaupungissa on kaksitoista siltaa.", "sv", "Staden har 12 broar."),
    ],
)
def test_numbers_in_words_are_no_error(one: str, ours: str, other: str, theirs: str) -> None:
    assert codes(one, ours, other, theirs) == []


@pytest.mark.parametrize(
    ("one", "ours", "other", "theirs"),
    [
        ("en", "The storm killed 1,586 people.", "tr", "Fırtına 1.686 kişiyi öldürdü."),
        ("tr", "Fırtına 1.686 kişiyi öldürdü.", "en", "The storm killed 1,586 people."),
        ("en", "It cost $103.7 million to build.", "fi", "Se maksoi 108,7 miljoonaa dollaria."),
        ("en", "It was destroyed in 1632 by Swedish troops.", "fi", "Ruotsalaiset joukot tuhosivat sen."),
        ("en", "It was destroyed in 1632.", "cs", "Bylo zničeno v roce 1623."),
        ("vi", "Hội nghị có 250 đại biểu.", "sv", "Konferensen hade 350 delegater."),
        ("fi", "Myrsky tappoi 1 586 ihmistä.", "sv", "Stormen dödade 1 686 människor."),
        ("en", "Around 1000 BC they travelled north.", "cs", "Kolem roku 1100 př. n. l. cestovali na sever."),
    ],
)
def test_other_figures_are_an_error_still(one: str, ours: str, other: str, theirs: str) -> None:
    assert codes(one, ours, other, theirs) == ["XL201"]


@pytest.mark.parametrize(
    ("one", "ours", "other", "theirs"),
    [
        ("en", "The summit opened on June 20 in Rome.", "fi", "Huippukokous avattiin 20. kesäkuuta Roomassa."),
        ("en", "The summit opened in June.", "sv", "Toppmötet öppnades i juni."),
        ("en", "They will meet on Friday.", "fi", "He tapaavat perjantaina."),
        ("zh", "双方将于周五会面。", "sv", "De ska träffas på fredag."),
        ("en", "They met yesterday in Hanoi.", "cs", "Včera se setkali v Hanoji."),
        (
            "es",
            "Las conversaciones empezaron a las tres de la tarde.",
            "fi",
            "Neuvottelut alkoivat kolmelta iltapäivällä.",
        ),
        ("fi", "He tapaavat perjantaina.", "en", "They will meet again soon."),
    ],
)
def test_dates_and_weekdays_in_words_are_no_error(one: str, ours: str, other: str, theirs: str) -> None:
    assert codes(one, ours, other, theirs) == []


@pytest.mark.parametrize(
    ("one", "ours", "other", "theirs"),
    [
        ("en", "The summit opened on 2026-01-26.", "fi", "Huippukokous avattiin 2026-01-27."),
        ("fi", "Huippukokous avattiin 2026-01-26.", "sv", "Toppmötet öppnades 2026-01-27."),
        ("en", "The talks began at 15:30.", "sv", "Samtalen började 16:30."),
    ],
)
def test_other_dates_in_figures_are_an_error_still(one: str, ours: str, other: str, theirs: str) -> None:
    assert "XL202" in codes(one, ours, other, theirs)


@pytest.mark.parametrize(
    ("one", "ours", "other", "theirs"),
    [
        ("en", "More than 50 people died.", "fi", "Yli 50 ihmistä kuoli."),
        ("zh", "洪水造成50多人死亡。", "sv", "Mer än 50 människor dog."),
        ("vi", "Gần 50 người thiệt mạng.", "cs", "Zemřelo téměř 50 lidí."),
        ("en", "The town is 10 miles from the coast.", "sv", "Staden ligger 10 engelska mil från kusten."),
        ("en", "The company invested 100 million dollars.", "tr", "Şirket 100 milyon dolar yatırım yaptı."),
        ("en", "The project lasts 5 years.", "fi", "Hanke kestää 5 vuotta."),
    ],
)
def test_units_and_exactness_in_words_are_no_error(one: str, ours: str, other: str, theirs: str) -> None:
    assert codes(one, ours, other, theirs) == []


@pytest.mark.parametrize(
    ("one", "ours", "other", "theirs"),
    [
        ("en", "The two sides did not sign the agreement.", "fi", "Osapuolet eivät allekirjoittaneet sopimusta."),
        ("fi", "Osapuolet allekirjoittivat sopimuksen.", "en", "The two sides did not sign the agreement."),
        ("zh", "会谈没有在北京举行。", "sv", "Samtalen hölls inte i Peking."),
        ("vi", "Hai bên chưa ký thỏa thuận.", "cs", "Obě strany dohodu nepodepsaly."),
        ("en", "He never signed it.", "hi", "उन्होंने इस पर कभी हस्ताक्षर नहीं किए।"),
        ("en", "Nobody died in the flood.", "tr", "Selde kimse ölmedi."),
    ],
)
def test_negation_in_unknown_words_is_no_error(one: str, ours: str, other: str, theirs: str) -> None:
    assert codes(one, ours, other, theirs) == []


@pytest.mark.parametrize("language", UNKNOWN)
def test_silence_of_an_unknown_language_tells_nothing(language: str) -> None:
    known, unknown, short = (article(tag, "…").sentences[0] for tag in ("en", language, "und"))
    assert silence_tells([known, short], "numbers")
    assert not silence_tells([known, unknown], "numbers")
    assert not silence_tells([unknown], "dates")


@pytest.mark.parametrize(
    ("term", "text", "there"),
    [
        ("pl: minister obrony", "pl: Rozmawiał z ministrem obrony o granicy.", True),
        ("pl: minister obrony", "pl: Rozmawiał z szefem resortu o granicy.", False),
        ("fi: parlamentti", "fi: Laki hyväksyttiin parlamentissa eilen.", True),
        ("fi: parlamentti", "fi: Laki hyväksyttiin eduskunnassa eilen.", False),
        ("tr: parlamento", "tr: Yasa dün parlamentoda kabul edildi.", True),
        ("tr: parlamento", "tr: Yasa dün mecliste kabul edildi.", False),
    ],
)
def test_terms_may_have_endings_that_are_not_known(term: str, text: str, there: bool) -> None:
    language, form = term.split(": ")
    concept = Concept("it", "term", (Term("parliament", "en"), Term(form, language)))
    finder = Finder(Glossary((concept,)))
    sides = [("en", "The law was passed in parliament."), (language, text.removeprefix(f"{language}: "))]
    articles = []
    for tag, said in sides:
        document = Document(tag, said, tag)
        articles.append(Article(document, tag, (finder.find(Sentence(Span(document, 0, len(said)), tag), None),)))
    pair = Pair(articles[0].sentences, articles[1].sentences, 1.0, True)
    event = Event(tuple(articles), (Alignment(*articles, (pair,)),))
    found = check([event], [rule for rule in RULES if rule.code == "XL102"], least=0.0)
    assert bool(found) is not there


@pytest.mark.parametrize(
    ("one", "ours", "other", "theirs"),
    [
        (
            "en",
            "President Emmanuel Macron met Giorgia Meloni.",
            "fi",
            "Presidentti Emmanuel Macron tapasi Giorgia Melonin.",
        ),
        ("en", "They live in Prague with Anna Nováková.", "cs", "Žijí v Praze s Annou Novákovou."),
        ("en", "Foreign Minister Hakan Fidan spoke.", "tr", "Dışişleri Bakanı Hakan Fidan'ın konuşması sürdü."),
        ("vi", "Tổng thống Petr Pavel đến Hà Nội.", "cs", "Prezident Petr Pavel přijel do Hanoje."),
        ("zh", "芬兰总统斯图布访问河内。", "sv", "Finlands president Alexander Stubb besökte Hanoi."),
        ("en", "Prime Minister Narendra Modi spoke.", "hi", "प्रधानमंत्री नरेंद्र मोदी ने कहा।"),
    ],
)
def test_names_with_unknown_endings_are_no_error(one: str, ours: str, other: str, theirs: str) -> None:
    assert codes(one, ours, other, theirs) == []
