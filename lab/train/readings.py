"""Rebuild the table of readings that names are compared by: `python lab/train/readings.py --shared ../shared`.

Reads hanviet/ and lexicon/ in the shared folder, writes readings.tsv, usual_readings.tsv and
simplified.tsv into xlcheck/evidence/data, places.tsv into xlcheck/find/data, homes_abroad.tsv into the pack of Chinese
(or all into `--output`). What the columns are, and the licences, is in the READMEs there.
"""

import argparse
import csv
import gzip
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "xlcheck"
PACK = PACKAGE / "lang" / "packs" / "zh"

# How newspapers spell Hangul, by Unicode's order of initials, vowels and finals: Revised Romanization,
# McCune-Reischauer and the looser spellings that people choose for their own names.
INITIALS = [
    *("g,k", "kk", "n", "d,t", "tt", "r,l,n,", "m", "b,p", "pp", "s"),
    *("ss", ",", "j,ch", "jj", "ch", "k", "t", "p", "h"),
]
VOWELS = [
    *("a", "ae", "ya", "yae", "eo,o,u", "e", "yeo,yo,you,yu", "ye", "o", "wa", "wae"),
    *("oe,oi", "yo", "u,oo", "wo", "we", "wi", "yu,yoo", "eu,u", "ui", "i,ee"),
]
FINALS = {0: "", 1: "k,g", 4: "n", 8: "l,r", 16: "m", 17: "p,b", 21: "ng"}

# How the Hong Kong government and Hong Kong's people spell what Jyutping writes.
CANTONESE_INITIALS = {
    "b": "b,p",
    "d": "d,t",
    "g": "g,k",
    "z": "z,ts,ch,j",
    "c": "c,ts,ch",
    "s": "s,sh",
    "j": "j,y",
    "gw": "gw,kw",
    "kw": "kw",
    "ng": "ng,",
    "k": "k,h",
}
CANTONESE_FINALS = {
    "aa": "aa,a,ah",
    "aai": "aai,ai",
    "aau": "aau,au",
    "aam": "aam,am",
    "aan": "aan,an",
    "aang": "aang,ang",
    "aap": "aap,ap",
    "aat": "aat,at",
    "aak": "aak,ak",
    "am": "am,um",
    "an": "an,un",
    "ang": "ang,ung",
    "ap": "ap,up",
    "at": "at,ut",
    "ai": "ai",
    "ei": "ei,ee,i",
    "eng": "eng,ing",
    "ek": "ek,ik",
    "i": "i,ee",
    "iu": "iu",
    "oi": "oi,oy",
    "ou": "ou,o",
    "oe": "oe,eu",
    "oeng": "oeng,eung",
    "oek": "oek,euk",
    "eoi": "eoi,ui",
    "eon": "eon,un",
    "eot": "eot,ut",
    "u": "u,oo",
    "un": "un,oon",
    "yu": "yu,u,ue",
    "yun": "yun,uen",
    "yut": "yut,uet",
}
# Syllables that Wade-Giles spells in a way of its own; the others follow by rule.
WADE_GILES = {
    "zhi": "chih",
    "chi": "chih",
    "shi": "shih",
    "ri": "jih",
    "zi": "tzu",
    "ci": "tzu",
    "si": "ssu,szu",
    "yi": "i,yi",
    "er": "erh",
    "ge": "ko",
    "ke": "ko",
    "he": "ho",
    "e": "o",
    "you": "yu",
    "yan": "yen",
    "gui": "kuei",
    "kui": "kuei",
    "ye": "yeh",
    "yong": "yung",
}
INITIALS_OF_WADE = {
    "zh": "ch",
    "ch": "ch",
    "sh": "sh",
    "b": "p",
    "d": "t",
    "g": "k",
    "j": "ch",
    "q": "ch",
    "x": "hs",
    "z": "ts",
    "c": "ts",
    "r": "j",
}
AFTER_PALATALS = {"u": "u", "ue": "ueh", "uan": "uan", "un": "un", "ie": "ieh", "ian": "ien", "iong": "iung"}

# Families whom the Latin alphabet knows by another spelling than the rules'.
KOREAN_FAMILIES = {
    "金": "kim",
    "李": "lee",
    "朴": "park",
    "崔": "choi",
    "郑": "jung",
    "赵": "cho",
    "姜": "kang",
    "林": "lim",
    "尹": "yoon",
    "文": "moon",
    "卢": "roh",
    "申": "shin",
    "吴": "oh",
    "柳": "ryu",
    "具": "koo",
    "权": "kwon",
}

# Places that the dictionary has with another meaning too, yet news has as these; Vietnamese names with their marks.
PLACES = {
    "河内": "VN|Hanoi|Hà Nội",
    "岘港": "VN|Da Nang|Đà Nẵng",
    "海防": "VN|Hai Phong|Hải Phòng",
    "胡志明市": "VN|Ho Chi Minh City|Thành phố Hồ Chí Minh",
    "顺化": "VN|Hue|Huế",
    "芽庄": "VN|Nha Trang|Nha Trang",
    "大叻": "VN|Da Lat|Đà Lạt",
    "芹苴": "VN|Can Tho|Cần Thơ",
    "槟椥": "VN|Ben Tre|Bến Tre",
    "金瓯": "VN|Ca Mau|Cà Mau",
    "东京": "JP|Tokyo|",
    "京都": "JP|Kyoto|",
    "釜山": "KR|Busan|",
    "仁川": "KR|Incheon|",
}
ELSEWHERE_TOO = {"松山"}  # Taipei's airport, Songshan

Pairs = Iterator[tuple[str, str]]


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a TSV with a header, gzip or plain."""
    text = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    yield from csv.DictReader(text.decode().splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)


def simplifications(folder: Path) -> dict[str, str]:
    """Traditional character to the simplified one that most words have for it."""
    table: dict[str, str] = {}
    for row in rows(folder / "trad2simp_chars.tsv"):
        table.setdefault(row["trad"], row["simp"])
    return table


def plain(word: str) -> str:
    """A syllable without tone numbers and marks: `lü4`, `lǜ` and `lu:4` are all `lu`."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if "a" <= c <= "z")


def mandarin(folder: Path) -> Pairs:
    with (folder / "ph0ngp_hanviet.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield from spellings_of_u(row["char"], row["pinyin"])
    for row in rows(folder / "unihan_readings.tsv.gz"):
        for reading in (row["kMandarin"] or "").split():
            yield from spellings_of_u(row["char"], reading)


def spellings_of_u(character: str, reading: str) -> Pairs:
    """`lü` is also spelt `lyu` (passports since 2012) and `lv` (typed)."""
    syllable = plain(reading)
    if not set(syllable) & set("aeiou"):  # an interjection such as m or ng
        return
    yield character, syllable
    has_umlaut = "\u0308" in unicodedata.normalize("NFD", reading) or "u:" in reading
    if has_umlaut and syllable in ("lu", "nu"):
        yield character, syllable[0] + "yu"
        yield character, syllable[0] + "v"


def sino_vietnamese(folder: Path) -> Pairs:
    for row in rows(folder / "hanviet_merged.tsv.gz"):
        for reading in row["readings"].split():
            yield row["char"], unicodedata.normalize("NFC", reading.lower())
    for row in rows(folder / "name_doublets.tsv"):
        yield row["char"], row["reading1"]
        yield row["char"], row["reading2"]


def wade_giles(folder: Path) -> Pairs:
    """Wade-Giles as names are printed, without apostrophes and umlauts, and Tongyong where it differs from Pinyin."""
    for character, syllable in mandarin(folder):
        for spelling in taiwanese(syllable):
            yield character, spelling


def taiwanese(syllable: str) -> list[str]:
    initial, final = re.fullmatch("(zh|ch|sh|[^aeiouwyv]?)(.*)", syllable).groups()
    tongyong = {"zh": "jh", "q": "c", "x": "s"}.get(initial, initial) + {"iu": "iou", "ui": "uei"}.get(final, final)
    if syllable in WADE_GILES:
        return [*WADE_GILES[syllable].split(","), tongyong]
    if final in ("uo", "o") and initial not in ("g", "k", "h", "sh"):
        final = "o"
    if initial in ("j", "q", "x", "l", "n", "b", "p", "m", "d", "t"):
        final = AFTER_PALATALS.get(final, final)
    final = final.replace("ong", "ung") if initial not in ("", "j", "q", "x") else final
    return [INITIALS_OF_WADE.get(initial, initial) + final, tongyong]


def cantonese(folder: Path) -> Pairs:
    for row in rows(folder / "unihan_readings.tsv.gz"):
        for reading in (row["kCantonese"] or "").split():
            found = re.fullmatch("(gw|kw|ng|[bpmfdtnlgkhzcswj]?)([aeiou].*|yu.*)[1-6]", reading)
            if found:
                initials = CANTONESE_INITIALS.get(found[1], found[1]).split(",")
                finals = CANTONESE_FINALS.get(found[2], found[2]).split(",")
                yield from ((row["char"], "".join(spelling)) for spelling in product(initials, finals))
            if found and found[1] in ("z", "c", "s") and found[2] == "i":  # 子 Tsz, 思 Sze
                yield row["char"], "sze" if found[1] == "s" else "tsz"


def japanese(folder: Path) -> Pairs:
    """On readings in Hepburn's spelling; a long vowel also as two letters or with h."""
    for row in rows(folder / "unihan_readings.tsv.gz"):
        for reading in (row["kJapaneseOn"] or "").lower().split():
            yield row["char"], reading
            yield row["char"], reading.replace("ou", "o").replace("uu", "u")
            if reading.endswith("ou"):
                yield row["char"], reading[:-1] + "h"
            if reading.startswith("h"):  # Kinpei
                yield row["char"], "p" + reading[1:].replace("ou", "o")


def hangul(folder: Path) -> Pairs:
    for row in rows(folder / "unihan_readings.tsv.gz"):
        for entry in (row["kHangul"] or "").split():
            yield row["char"], entry[0]


def korean(folder: Path) -> Pairs:
    for character, syllable in hangul(folder):
        for spelling in romanised(syllable):
            yield character, spelling


def romanised(syllable: str) -> list[str]:
    """The Latin spellings of a Hangul syllable (Unicode standard, section 3.12, takes it apart)."""
    index = ord(syllable) - 0xAC00
    if not 0 <= index < 11172:
        return []
    initial, vowel, final = index // 588, index % 588 // 28, index % 28
    if final not in FINALS:  # does not close a Sino-Korean syllable
        return []
    parts = (INITIALS[initial], VOWELS[vowel], FINALS[final])
    return ["".join(spelling) for spelling in product(*(part.split(",") for part in parts))]


def known(character: str, words: Counter[str]) -> bool:
    """Whether a simplified character is in use: in GB 2312, or in two dictionary words or more."""
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return words[character] > 1


def table(shared: Path) -> Iterator[tuple[str, str, str]]:
    """System, spellings, characters (commonest in dictionary words first), with a header."""
    yield "system", "spellings", "characters"
    folder = shared / "hanviet"
    simplified, words = simplifications(folder), dictionary(shared)
    sources = {
        "ja": japanese,
        "ko": korean,
        "ko-Hang": hangul,
        "vi": sino_vietnamese,
        "yue": cantonese,
        "zh": mandarin,
        "zh-Latn-wadegile": wade_giles,
    }
    for system, source in sources.items():
        readings: defaultdict[str, set[str]] = defaultdict(set)
        for character, reading in source(folder):
            one = simplified.get(character, character)
            if reading.isalpha() and known(one, words):
                readings[reading].add(one)
        alike: defaultdict[str, list[str]] = defaultdict(list)
        for reading in sorted(readings):
            alike["".join(sorted(readings[reading], key=lambda c: (-words[c], c)))].append(reading)
        for characters, spellings in alike.items():
            yield system, "|".join(spellings), characters


def dictionary(shared: Path) -> Counter[str]:
    """Character -> dictionary words that have it."""
    entries = rows(shared / "lexicon" / "cc-cedict.en-zh.tsv.gz")
    return Counter(character for row in entries for character in sorted(set(row["zh"])))


def usual(shared: Path) -> Iterator[tuple[str, str, str]]:
    """System, characters, and the reading that a name most likely has for each, separated by blanks."""
    yield "system", "characters", "readings"
    folder = shared / "hanviet"
    simplified, words = simplifications(folder), dictionary(shared)
    for system, pairs in (("ko", ((c, romanised(h)[:1]) for c, h in hangul(folder))), ("vi", vietnamese_first(folder))):
        first: dict[str, str] = {}
        for character, readings in pairs:
            if readings and known(simplified.get(character, character), words):
                first.setdefault(simplified.get(character, character), readings[0])
        yield system, "".join(first), " ".join(first.values())
    yield "ko-family", "".join(KOREAN_FAMILIES), " ".join(KOREAN_FAMILIES.values())


def vietnamese_first(folder: Path) -> Iterator[tuple[str, list[str]]]:
    for row in rows(folder / "hanviet_merged.tsv.gz"):
        yield row["char"], [unicodedata.normalize("NFC", reading.lower()) for reading in row["readings"].split()]


def countries(shared: Path) -> Iterator[tuple[str, str]]:
    """What Chinese calls the countries whose people's names are not made of characters, as homes of people."""
    yield "sign", "words"
    read = {"CN", "TW", "HK", "MO", "SG", "MY", "JP", "KR", "KP", "VN"}
    nowhere = {"XA", "XB", "ZZ"}  # pseudo-locales for tests, and an unknown region
    told = {row["key"]: row["zh"] for row in rows(shared / "lexicon" / "cldr" / "territories.tsv")}
    names = {name for key, name in told.items() if key.isalpha() and key not in nowhere}
    yield "ZZ", "|".join(sorted(names - {name for key, name in told.items() if key in read} - {""}))


def places(shared: Path) -> Iterator[tuple[str, str, str, str]]:
    """Characters, ISO 3166 region, English and (of Vietnam) native name of places abroad that are named in characters.

    Those that a dictionary knows as a place of this name and as nothing else (太平 is peace before Thái Bình).
    """
    yield "zh", "region", "en", "vi"
    simplified = simplifications(shared / "hanviet")
    glosses: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows(shared / "lexicon" / "cc-cedict.en-zh.tsv.gz"):
        glosses[row["zh"]].add(plain(row["en"]))
    regions = {"Vietnam": "VN", "South Korea": "KR", "North Korea": "KP", "Japan": "JP"}
    found = {}
    for row in rows(shared / "lexicon" / "naturalearth_places.nway.tsv.gz"):
        zh, name = "".join(simplified.get(c, c) for c in row["zh"]), ascii_only(row["en"] or row["name"])
        same = [gloss for gloss in glosses[zh] if gloss.startswith(plain(name))]
        if row["country"] in regions and zh not in ELSEWHERE_TOO and same and len(same) == len(glosses[zh]):
            found[zh] = f"{regions[row['country']]}|{name}|"
    yield from ((zh, *place.split("|")) for zh, place in sorted((found | PLACES).items()))


def ascii_only(name: str) -> str:
    return unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode()


def write(path: Path, lines: Iterable[tuple[str, ...]]) -> None:
    path.write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")
    print(f"{path.name}: {path.stat().st_size} bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder with hanviet/ and lexicon/")
    parser.add_argument("--output", type=Path, help="folder to write into")
    arguments = parser.parse_args()
    data = arguments.output or PACKAGE / "evidence" / "data"
    pairs = sorted(simplifications(arguments.shared / "hanviet").items())
    write(data / "readings.tsv", table(arguments.shared))
    write(data / "usual_readings.tsv", usual(arguments.shared))
    write((arguments.output or PACK) / "homes_abroad.tsv", countries(arguments.shared))
    write((arguments.output or PACKAGE / "find" / "data") / "places.tsv", places(arguments.shared))
    write(
        data / "simplified.tsv",
        [
            ("traditional", "".join(traditional for traditional, _ in pairs)),
            ("simplified", "".join(simplified for _, simplified in pairs)),
        ],
    )


if __name__ == "__main__":
    main()
