"""What is a dateline and what only looks like one."""

from datetime import date

import pytest

from xlcheck.read.dateline import day_in, find_dateline, page_day

GOOD = """\
HÀ NỘI — |Tổng Bí thư Tô Lâm tiếp.
BEIJING — |Politburo member met him.
HUẾ — |The city opened.
HÀ NỘI (VNA) — |He met the president.
Hà Nội (TTXVN) - |Sáng 26/1, Tổng Bí thư tiếp.
Hà Nội, 26/1 (TTXVN) - |Sáng 26/1, Tổng Bí thư tiếp.
MADRID, 26 ene. (EFE) - |El presidente viajó.
Madrid, 26 ene (EFE).- |El presidente viajó.
MADRID 26 Ene. (EUROPA PRESS) - |El presidente viajó.
北京1月26日电 |习近平同苏林通电话。
新华社北京1月26日电（记者 张三）|习近平同苏林通电话。
（新华社北京1月26日电）|习近平同苏林通电话。
中央社台北26日電　|總統今天表示。
PARIS (AFP) – |Le président a reçu.
NEW YORK, Jan. 26 (Xinhua) -- |The leaders met.
WASHINGTON, D.C. — |The leaders met on Monday.
PORT-AU-PRINCE, Haiti (AP) — |Gangs attacked.
(Dân trí) - |Sáng nay, Tổng Bí thư tiếp khách.
TTO - |Sáng nay, Tổng Bí thư tiếp khách.
МОСКВА, 26 янв — |РИА Новости. Президент провёл разговор.
【北京共同】|中国の習主席は会談した。
(하노이=연합뉴스) 홍길동 기자 = |베트남 서기장이 통화했다.
BEIJING—|China said on Monday that it would import more.
HO CHI MINH CITY — |“We agree,” he said.
هانوي 26 يناير (رويترز) - |قال الرئيس.
"""

BAD = """\
Tô Lâm — the Party chief — said the visit was good.
The CPV — Việt Nam's ruling party — met.
IBM — the computer giant — said it would hire.
ASEAN – China
US — China talks resumed on Monday in Geneva, both sides said.
COVID-19 — The pandemic changed everything in the world.
G20 — Leaders met in Rio de Janeiro on Monday to discuss everything.
CHINA – VIETNAM: A NEW CHAPTER IN RELATIONS BETWEEN THE TWO COUNTRIES
China – Việt Nam relations have deepened in recent years, he said.
El Banco Mundial (BM) – Organismo internacional con sede en Washington.
In 2026 — The year of the horse — trade rose.
Hà Nội - Thủ đô nghìn năm văn hiến của Việt Nam.
Lào Cai – Hà Nội – Hải Phòng railway project is on time.
他1月26日电话中说，两国关系很好。
习近平1月26日同苏林通电话。
(x=y) is an equation that the ministry wrote.
【独家】习近平同苏林通电话。
HÀ NỘI vẫn là thủ đô — trái tim của cả nước.
ASEAN–China trade grew by 10 per cent in the first half of the year, he said.
— He said so.
- A list item in which something is said.
Kim (North Korea) - General Secretary of the party in Pyongyang, on the left.
"""


@pytest.mark.parametrize("line", GOOD.splitlines())
def test_dateline(line: str) -> None:
    dateline, story = line.split("|")
    assert find_dateline(dateline + story) == ((0, len(dateline)), None)


@pytest.mark.parametrize("line", BAD.splitlines())
def test_no_dateline(line: str) -> None:
    assert find_dateline(line + "\n\nAnd more text follows.") == (None, None)


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        (" date 2026-01-26 HÀ NỘI — ", date(2026, 1, 26)),
        ("date 2026-01-26 ", date(2026, 1, 26)),
        ("date 2026-13-45 HÀ NỘI — ", None),
        ("Hà Nội, 26/1/2026 (TTXVN) - ", date(2026, 1, 26)),
        ("新华社北京2026年1月26日电 ", date(2026, 1, 26)),
    ],
)
def test_the_day_it_states(dateline: str, day: date | None) -> None:
    assert find_dateline(dateline + "Tổng Bí thư Tô Lâm tiếp.") == ((0, len(dateline)), day)


def test_below_a_headline() -> None:
    text = "Leaders hold talks\n\nHÀ NỘI — The two leaders held talks on Monday.\n"
    assert find_dateline(text)[0] == (text.index("HÀ"), text.index("The two"))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("27/01/2026 08:44 (GMT+7)", date(2026, 1, 27)),
        ("01/27/2026 08:44", date(2026, 1, 27)),
        ("02/03/2026 08:44", date(2026, 3, 2)),
        ("02/03/2026 8:44 PM", None),
        ("2026-01-27T08:44:00+07:00", date(2026, 1, 27)),
        ("2026年1月27日 08:44", date(2026, 1, 27)),
        ("27.01.2026", date(2026, 1, 27)),
        ("31/02/2026", None),
        ("27/01", None),
        ("tel. 127/01/20261", None),
    ],
)
def test_days_in_figures(text: str, day: date | None) -> None:
    assert day_in(text) == day


def test_the_page_day_is_not_taken_out_of_the_story() -> None:
    story = "The treaty of 27/01/1973 was signed in Paris at that time, and all sides kept to it."
    assert page_day(f"Headline\n\n{story}\n") is None
    assert page_day(f"Headline\n\n{story}\nBY LÊ AN 27/01/2026 08:44\n") == date(2026, 1, 27)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("27/01/2026", date(2026, 1, 27)),
        ("01/27/2026", date(2026, 1, 27)),
        ("12/01/2026", date(2026, 1, 12)),
        ("12/01/2026 3 pm", None),  # an American hand
        ("12/12/2026 3 p.m.", date(2026, 12, 12)),
        ("13/01/2026 3 p.m.", date(2026, 1, 13)),
        ("01/13/2026 3 p.m.", date(2026, 1, 13)),
        ("27.1.2026", date(2026, 1, 27)),
        ("2026-01-27", date(2026, 1, 27)),
        ("31/02/2026", None),
        ("27/01/1499", None),
        ("27/01/1500", date(1500, 1, 27)),
        ("27/01/2200", date(2200, 1, 27)),
        ("27/01/2201", None),
        ("26/1", None),
    ],
)
def test_days_at_the_edges_of_what_can_be(text: str, expected: date | None) -> None:
    assert day_in(text) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Title", "27/01/2026 10:30"], date(2026, 1, 27)),
        (["Title", "27/01/2026"], date(2026, 1, 27)),
        (["Title", "They met on 27/01/2026."], None),  # neither alone nor with a time
        (["Title", "x" * 110 + " 27/01/2026 10:30"], None),
        (["Title", "x" * 90 + " 27/01/2026 10:30"], date(2026, 1, 27)),
        (["Title"] * 11 + ["27/01/2026"], date(2026, 1, 27)),
        (["Title"] * 12 + ["27/01/2026"], None),
        (["31/02/2026", "27/01/2026"], date(2026, 1, 27)),
    ],
)
def test_the_day_near_the_top(lines: list[str], expected: date | None) -> None:
    assert page_day("\n".join(lines)) == expected


def test_the_first_lines_only() -> None:
    line = "HÀ NỘI — The president met the minister on Monday in the old town."
    assert find_dateline("\n".join([*["Title"] * 5, line]))[0] is not None
    assert find_dateline("\n".join([*["Title"] * 6, line]))[0] is None
    assert find_dateline("date 2026-01-27 " + line) == ((0, 25), date(2026, 1, 27))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("HÀ NỘI — The president met the minister on Monday in the old town of it", True),
        ("HÀ NỘI — The president met them", False),
        ("HÀ NỘI — The president met them.", True),
        ("HÀ NỘI — the president met the minister on Monday in the old town of it.", False),
        ("HÀ NỘI — “The president met them.”", True),
        ("HN — The president met them.", False),
        ("ONE TWO THREE FOUR FIVE SIX — The president met them.", True),
        ("ONE TWO THREE FOUR FIVE SIX SEVEN — The president met them.", False),
        ("PORT-AU-PRINCE, haiti — The president met them.", False),
        ("PARIS (Someone) — The president met them.", True),
        ("Paris (Someone) — The president met them.", False),
        ("Paris, 26 ene. (Someone) — The president met them.", True),
    ],
)
def test_places_and_stories(line: str, found: bool) -> None:
    assert (find_dateline(line)[0] is not None) is found
