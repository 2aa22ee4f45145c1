"""Which words of a person's name answer for the whole of it."""

import pytest

from xlcheck.evidence.names.parts import is_called

CALLED = [
    ("de", "Ursula von der Leyen", "Kommissionschefin Leyen trat vor die Presse."),
    ("de", "Andrea Meinl-Reisinger", "Als Meinl-Reisinger Europa lobte, klatschten alle."),
    ("de", "Baschar al-Assad", "Assads Truppen zogen ab."),
    ("en", "Xi Jinping", "Xi on Tuesday rang his colleague."),
    ("en", "Xi Jinping", "Xi Meets His Colleague Today"),
    ("en", "Kim Jong-un", "The letter came from Kim, he said."),
    ("en", "Michelle O’Neill", "O’Neill said that more homes would be built."),
    ("en", "Dinesh D’Souza", "Nobody saw D'Souza's film."),
    ("de", "Michelle O’Neill", "O´Neills Rede dauerte lange."),
    ("de", "N’Golo Kanté", "Gestern traf N'Golo zweimal."),
    ("fr", "Jeanne d’Arc", "La mort de d’Arc fut pleurée."),
    ("it", "Gabriele D’Annunzio", "L'opera di D'Annunzio è lunga."),
    ("it", "Giovanni dall’Orto", "Ne scrive dall'Orto nel suo libro."),
    ("ru", "Шакил О’Нил", "Слова О’Нила удивили всех."),
    ("es", "Anders Wiklund", "El señor Wiklund se fue."),
    ("es", "Bachar Al-Assad", "Assad no dijo nada."),
    ("de", "Xi Jinping", "Man weiß, dass Xi Vertrauen sucht."),
    ("ru", "Андерс Виклунд", "Слова Виклунда удивили всех."),
    ("ru", "Ким Чен Ын", "Встреча с Кимом прошла в мае."),
    ("ru", "Си Цзиньпин", "Си Путину ничего не обещал."),
    ("ko", "안데르스 비클룬드", "비클룬드는 월요일에 떠났다."),
    ("ko", "김정은", "김 위원장은 월요일에 떠났다."),
    ("nl", "Xi Jinping", "Men zegt dat Xi Europa bedreigt."),
    ("ar", "أندرس فيكلوند", "وقال لفيكلوند إن الأمر انتهى."),
    ("vi", "Phạm Minh Chính", "Thủ tướng Chính tiếp khách."),
    ("ja", "アンデルス・ビークルンド", "ビークルンド大統領は去った。"),
    ("ja", "アンデルス・ビークルンド", "ミスター・ビークルンド・スウェーデン首相は去った。"),
    ("ja", "アンデルス・ビークルンド", "ビークルンド・スウェーデン首相は去った。"),
    ("ja", "習近平", "習主席は去った。"),
    ("zh", "安德斯·维克伦德", "维克伦德星期一离开。"),
    ("zh", "习近平", "习主席星期一离开。"),
    ("en", "Park Geun-hye", "Geun-hye came."),
    ("es", "Anna El-Sisi", "Sisi llegó."),
    ("de", "Ali al-Sistani", "Sistani sprach."),
]

NOT_CALLED = [
    ("en", "Park Geun-hye", "Hye came."),
    ("en", "Al-qaida Chief", "Qaida moved."),
    ("de", "Baschar Al-assad", "Assad trat ab."),
    ("en", "Saad el-din", "Din came."),
    ("en", "Jean-Luc Picard", "Luc came."),
    ("it", "Giovanni dall’Orto", "Ne scrive l'orto nel suo libro."),
    ("de", "Ursula von der Leyen", "Die Chefin der Behörde trat von allem zurück."),
    ("de", "Georg von Serbien", "Prinz Georg von Jugoslawien ging ins Exil."),
    ("de", "Konrad Anton Huber", "Konrad Anton von Rehlingen reiste gestern ab."),
    ("de", "Sachsen-Meiningen", "Der Herzog von Meiningen kam an."),
    ("fr", "Étienne VI", "Stéphane VI fut pape."),
    ("fr", "poète fou", "Un marin fou chantait."),
    ("en", "Nguyễn Phú Trọng", "Nguyễn Hữu Thọ was his name."),
    ("en", "Michelle O’Neill", "Sam Neill was a star."),
    ("en", "Michelle O’Neill", "O’Brien said nothing."),
    ("es", "Michelle O’Neill", "No se sabe si Trump o Neill ganó."),
    ("fr", "Jeanne d’Arc", "Le musée de l’Arc est fermé."),
    ("ru", "Шакил О’Нил", "Он говорил о Ниле весь вечер."),
    ("en", "Kim Jong-un", "Kim Novak was a star."),
    ("ru", "Андерс Виклунд", "Слова Викторова удивили всех."),
    ("ko", "김정은", "김여정은 월요일에 떠났다."),
    ("vi", "Phạm Minh Chính", "Phạm Nhật Vượng tiếp khách."),
    ("ja", "トー・ラム", "プログラムは終わった。"),
    ("ja", "キリロス・ルカリス", "キュリル・ルカリスは去った。"),
    ("ja", "ゾフィー・フォン・ヘッセン", "プロイセンのゾフィーは去った。"),
    ("ja", "アルフレート・フォン・ヘッセン", "ヘッセンのアルフレードは去った。"),
    ("ja", "ゾフィー・フォン・ヘッセン", "ヘッセン＝カッセルの公女は去った。"),
    ("zh", "安德斯·维克伦德", "首相星期一离开。"),
]


@pytest.mark.parametrize(("language", "name", "text"), CALLED)
def test_a_surname_or_a_given_name_alone(language: str, name: str, text: str) -> None:
    assert is_called(name, text, language)


@pytest.mark.parametrize(("language", "name", "text"), NOT_CALLED)
def test_a_word_of_another_name(language: str, name: str, text: str) -> None:
    assert not is_called(name, text, language)
