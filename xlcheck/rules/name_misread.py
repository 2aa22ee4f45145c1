"""A name is read from its Chinese characters with the reading of another language.

**What it does.** 苏林 is how Chinese writes Tô Lâm; “Su Lin” is its Mandarin reading. In English, Spanish or Vietnamese
text he is called Tô Lâm, and a translator who has only the characters, or only the text in the other language, easily
writes the wrong reading: “Fan Mingzheng” for Phạm Minh Chính, “Jin Zhuai” for Kim Ju Ae, “Xiangang” for Đà Nẵng, “Tập
Cận Bình” left in English for Xi Jinping, 范明正 for 范明政. There is no list of mistakes: a form is reported when it
can be a reading of the same characters as the correct name, in the reading of another language (Mandarin in Pinyin or
Wade-Giles, Cantonese, Vietnamese, Korean, Japanese), and there is evidence that this person or place is meant. One of
these is enough:

- the aligned sentence has the correct name of the person or place;
- the aligned sentence has the name in characters, and there or elsewhere in that text a country and an office precede
  it (日本首相岸田文雄): a Japanese, Korean or Vietnamese name is not read in Mandarin, nor is one from farther away
  (冯德莱恩);
- such words precede the form itself (“North Korean leader Jin Zheng'en”), or its Vietnamese form in the aligned
  sentence (where the family name Nguyễn is enough);
- the same article, or another one on the same event, has the person's correct name, and (for names of two syllables,
  which may match by chance) the words next to both are the same, or an office is next to the name;
- the glossary has the person, and an office, the note of the entry or another person or body of the glossary is next to
  the name.

The correct form is the glossary's for the language of the sentence; some cities outside China are known without a
glossary. Otherwise it is the form that the articles of the event use more often; where two are used equally often, it
is the earlier one, and the finding is a warning. Where only the country of the person is known, the finding may give no
correct form.

In Vietnamese, both the Vietnamese and the Mandarin reading of a Chinese name are correct, and the Vietnamese reading of
Korean and Japanese names is accepted. Names from Hong Kong, Taiwan, Singapore and Malaysia are spelt as their bearers
choose.

**Why it matters.** The reader meets a person who does not exist.

**What it does not do.** It does not report a name used alone (Su, Xi), a name introduced as somebody else's (“Ms Su
Lin”, “Su Lin, a student”, “To Lam met Su Lin”), given and family names in another order (except next to characters), or
misspellings that are not a reading (“Vanderleien”).
"""

from collections.abc import Iterable, Iterator

from xlcheck.evidence.edits import renamed
from xlcheck.evidence.fixes import fix
from xlcheck.evidence.names.beside import Misreading, misreadings
from xlcheck.evidence.names.misread import PEOPLES, Misnamed, Right, is_right, misnamings
from xlcheck.evidence.names.scene import Naming, Scene, scene
from xlcheck.evidence.terms.apart import is_lengthened_person
from xlcheck.lang import Language
from xlcheck.lang.systems import SYSTEM_NAMES, WADE_GILES
from xlcheck.model import Event, Finding, Rule, Severity
from xlcheck.model.fix import Evidence

_TOLAM = """glossary: [[concept]]
id = "to-lam"
kind = "person"
zh = "苏林"
en = { preferred = "Tô Lâm", admitted = ["To Lam"] }
vi = "Tô Lâm"
"""
_XI = """glossary: [[concept]]
id = "xi-jinping"
kind = "person"
zh = "习近平"
en = "Xi Jinping"
es = "Xi Jinping"
vi = "Tập Cận Bình"
"""
_CHINH = """glossary: [[concept]]
id = "pham-minh-chinh"
kind = "person"
zh = "范明政"
en = "Phạm Minh Chính"
vi = "Phạm Minh Chính"
"""

_DA_NANG = """glossary: [[concept]]
id = "da-nang"
kind = "place"
zh = "岘港"
en = { preferred = "Đà Nẵng", admitted = ["Da Nang"] }
vi = "Đà Nẵng"
"""

BAD = (
    (_TOLAM, "en: Xi congratulated Comrade Su Lin on being elected as General Secretary."),
    (_TOLAM, "vi: Ông Tô Lâm đã có bài phát biểu quan trọng.", "es: Su Lin pronunció un discurso."),
    (_XI, "es: El presidente Tập Cận Bình llegó ayer a Hanói para una visita de Estado."),
    (_CHINH, "vi: Thủ tướng Phạm Minh Chính đã đến Bắc Kinh.", "zh: 总理范明正抵达北京。"),
    (
        "en: General Secretary To Lam spoke with President Xi Jinping by telephone.\n"
        "To Lam thanked him for the call.\n"
        "Xi congratulated General Secretary Su Lin on the success of the congress.",
    ),
    (_DA_NANG, "zh: 会议在岘港举行。", "en: The meeting took place in Xiangang."),
    ("zh: 日本首相岸田文雄星期一抵达河内。", "en: Prime Minister Antian Wenxiong arrived in Hanoi on Monday."),
    ("en: North Korean leader Jin Zheng'en watched the launch of two missiles.",),
)
GOOD = (
    (_TOLAM, "en: The swimmer Su Lin won a second gold medal on Sunday."),
    (_TOLAM, "en: General Secretary To Lam met Ms Su Lin, a Singaporean executive, on Monday."),
    (_XI, "vi: Chủ tịch nước Tập Cận Bình khẳng định Trung Quốc sẵn sàng hợp tác."),
    (_CHINH, "vi: Thủ tướng Phạm Minh Chính đã đến Bắc Kinh.", "zh: 总理范明政抵达北京。"),
    ("en: Lin Su teaches statistics, where the Greek letter Xi is a random variable.",),
    ("zh: 日本首相岸田文雄星期一抵达河内。", "en: Prime Minister Fumio Kishida arrived in Hanoi on Monday."),
    ("zh: 中国外交部长王毅在河内。", "en: Chinese Foreign Minister Wang Yi is in Hanoi."),
    ("en: North Korean leader Kim Jong-un met South Korean President Moon Jae-in at Panmunjom.",),
)


def check(event: Event) -> Iterator[Finding]:
    told = scene(event)
    found = {naming.span for naming in told.namings if is_right(naming)}
    for misnamed in misnamings(told):
        found.add(misnamed.wrong.span)
        yield _finding(told, misnamed)
    for misreading in misreadings(event):
        if misreading.at not in found:
            found.add(misreading.at)
            yield _beside_characters(misreading)


def _finding(told: Scene, misnamed: Misnamed) -> Finding:
    wrong, right = misnamed.wrong, misnamed.right
    named = (*right.named, *told.short_forms(right.named))
    others = told.aligned(wrong, named) or _closest(wrong, named)
    own = [n.span for n in right.named if n.article is wrong.article][:1]
    return Finding(
        message=_message(wrong, right),
        at=wrong.span,
        related=tuple(dict.fromkeys((*(n.sentence.span for n in others), *own))),
        suggestion=right.text,
        reason=misnamed.reason,
        fix=fix(renamed(wrong.span, right.text), _told_by(misnamed)),
        severity=Severity.WARNING if right.earlier else None,
    )


def _told_by(misnamed: Misnamed) -> Evidence:
    """What shows that the name is to be written so; who has another word in the name may be someone else."""
    wrong = misnamed.wrong
    longer = is_lengthened_person(wrong.span, wrong.sentence, wrong.language)
    return Evidence.SOURCE if misnamed.aligned and not longer else Evidence.ELSEWHERE


def _closest(wrong: Naming, named: Iterable[Naming]) -> list[Naming]:
    """Of the other articles' sentences with the right name, the one with the most words around it in common."""
    elsewhere = [n for n in named if n.article is not wrong.article]
    return sorted(elsewhere, key=lambda naming: -len(wrong.neighbours & naming.neighbours))[:1]


def _message(wrong: Naming, right: Right) -> str:
    form, system = wrong.span.text, SYSTEM_NAMES[right.reading.system]
    if Language.of(wrong.language).traits.all_han:
        return f"“{form}” sounds in {system} like {right.characters}, the characters of this name"
    if right.home and not right.text:
        return f"“{form}” is the {system} reading of {PEOPLES[right.home]} name"
    if not right.characters:
        return f"“{form}” is the {system} reading of the characters of {right.text}"
    return f"“{form}” is the {system} reading of {right.characters}, the characters of {right.text}"


def _beside_characters(misreading: Misreading) -> Finding:
    name, system, family = misreading.source.text, SYSTEM_NAMES[misreading.system], misreading.is_family
    people = PEOPLES.get(misreading.home, "a foreign")
    usual = misreading.usual
    told = " ".join(usual) if misreading.home == "VN" and all(usual) else ""
    edits = renamed(misreading.at, told) if len(misreading.at.text.split()) == len(name) else ()
    return Finding(
        message=f"“{misreading.at.text}” {'has' if family else 'is'} the {system} reading of {name}, "
        f"{people} {'family name' if family else 'name'}",
        at=misreading.at,
        related=(misreading.source,),
        suggestion=told,
        reason=f"in the source, {people} office precedes the name",
        fix=fix(edits, Evidence.READING),
        severity=Severity.WARNING if family or misreading.system == WADE_GILES else None,
    )


RULE = Rule(
    "XL110",
    "name-misread",
    "A name is another language's reading of its Chinese characters.",
    Event,
    check,
    Severity.ERROR,
    supersedes=("XL102",),
)
