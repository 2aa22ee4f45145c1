"""The first days of lunar years, 1990 to 2050: writes lunar_new_years.tsv into xlcheck/find/data.

    pip install ephem lunardate
    python lab/data/lunar.py xlcheck/find/data

The lunar year begins with the day of the new moon from 21 January on, in the time of the country: UTC+7 in Viet Nam, +8
in China, +9 in Korea (H. Aslaksen, The Mathematics of the Chinese Calendar, 2010). The new moons are ephem's (VSOP87,
ELP2000); the days in China must be lunardate's, else nothing is written.
"""

import argparse
from datetime import date, timedelta
from pathlib import Path

import ephem
from lunardate import LunarDate

YEARS = range(1990, 2051)
ZONES = {"vi": 7, "zh": 8, "ko": 9}


def first_day(year: int, zone: int) -> date:
    moon = ephem.Date(f"{year}/1/18")
    while True:
        moon = ephem.next_new_moon(moon)
        day: date = (moon.datetime() + timedelta(hours=zone)).date()
        if day >= date(year, 1, 21):
            return day


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path)
    options = parser.parse_args()
    rows = [[first_day(year, zone).isoformat() for zone in ZONES.values()] for year in YEARS]
    known = [LunarDate(year, 1, 1).to_solar_date().isoformat() for year in YEARS]
    if known != [china for _, china, _ in rows]:
        raise SystemExit("new moons and lunardate differ")
    lines = ("\t".join(row) for row in (ZONES, *rows))
    (options.output / "lunar_new_years.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
