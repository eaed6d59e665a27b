"""Security Council: adopted texts with votes, vetoed drafts, and what it said on North Korea."""

import re
from pathlib import Path

import pandas as pd

from analytics.paths import DATA
from analytics.sources.preparation import Dropped, Preparation

VOTES = {"Y": "yes", "A": "abstain", "N": "no", "X": "absent"}
SEATS = {"SUN": "RUS", "RUS": "RUS", "CHN": "CHN", "TWN": "CHN", "USA": "USA", "GBR": "GBR", "FRA": "FRA"}
LIBRARY, VETO_LIST, VETO_REPORTS = "un-digital-library", "un-veto-list", "veto-reports"
SECRETARIAT = "un-resolutions-repository"
# The list begins then: "China" in it is the People's Republic, not the holder of the seat before 1971.
LISTED_SINCE = "2000-01-01"
TOPICS = {"Malasyia": "Malaysia"}
TITLE = re.compile(r"^Security Council resolution \d+ \(\d{4}\)\s*\[(?P<title>.*)\]$")
SYMBOL = re.compile(r"S/RES/(\d+)\s*\((\d{4})\)")
KINDS = {"resolution": "resolution", "presidential statement": "presidential statement", "vetoed draft": "vetoed draft"}
PURPOSES = (
    ("general non-proliferation", "general text"),
    ("sanctions", "sanctions"),
    ("designations", "designations"),
    ("Panel", "mandate renewal"),
    ("condem", "condemnation"),
)
DRAFT_COLUMNS = [
    "draft_id", "draft", "resolution", "voted_on", "meeting", "text_kind", "topic", "region", "title", "outcome",
    "yes", "abstain", "no", "absent", "chapter_vii", "url", "citation", "source_id", "evidence",
]  # fmt: skip


def normalise_council(reference: Path) -> Preparation:
    """Return drafts, veto casts, votes and products; raises ValueError for an unknown code, letter or name."""
    folder = reference / "un"
    repository = read_repository(folder)
    adopted, newer, newer_votes = read_adopted(folder, repository)
    vetoed, casts = read_vetoed(folder / "vetoes.csv")
    drafts = pd.concat([adopted, newer, vetoed])[DRAFT_COLUMNS].sort_values(["voted_on", "draft_id"])
    for name in ("yes", "abstain", "no", "absent"):
        drafts[name] = drafts[name].astype("Int64")
    votes = pd.concat([read_votes(folder / "sc_votes.parquet"), newer_votes]).sort_values(["member", "draft_id"])
    products = read_products(folder / "dprk_council_products.csv")
    tables = {
        "council_drafts": drafts.reset_index(drop=True),
        "veto_casts": casts.sort_values(["draft_id", "cast_by"]).reset_index(drop=True),
        "council_votes": votes.reset_index(drop=True),
        "council_products": products,
        "disagreements": differing_tallies(adopted, repository),
    }
    return Preparation(tables, dropped_twins(adopted, repository))


def tidy_symbol(symbol: str) -> str:
    """Return a resolution's symbol in our one style; raises ValueError for another form."""
    match = SYMBOL.fullmatch(symbol.strip())
    if match is None:
        raise ValueError(f"unknown form of a symbol: {symbol!r}")
    return f"S/RES/{match[1]} ({match[2]})"


def read_repository(folder: Path) -> pd.DataFrame:
    """Return the Secretariat's list of resolutions since 2000, by symbol."""
    rows = pd.read_csv(folder / "council_resolutions_2000_2026.csv", dtype=str, keep_default_na=False)
    rows["resolution"] = rows["symbol"].map(tidy_symbol)
    return rows.drop_duplicates("resolution").set_index("resolution")


def read_adopted(folder: Path, repository: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return texts of the Digital Library, newer ones of the Secretariat's list, and the votes on the newer."""
    texts = pd.read_parquet(folder / "resolutions.parquet")
    texts = texts[texts["body"] == "SC"]
    symbols = texts["resolution"].map(tidy_symbol)
    listed = repository.reindex(symbols)
    adopted = pd.DataFrame(
        {
            "draft_id": texts["undl_id"].astype(str),
            "draft": listed["draft"].to_numpy(),
            "resolution": symbols,
            "voted_on": pd.to_datetime(texts["date"]),
            "meeting": texts["meeting"].str.replace(r"^S/PV(\d)", r"S/PV.\1", regex=True),
            "text_kind": text_kinds(texts["title"]),
            "topic": None,
            "region": None,
            "title": texts["title"].map(tidy_title),
            "outcome": "adopted",
            "yes": texts["total_yes"],
            "abstain": texts["total_abstentions"],
            "no": texts["total_no"],
            "absent": texts["total_non_voting"],
            "chapter_vii": chapter_vii(listed["chapter_vii"]).to_numpy(),
            "url": texts["undl_link"],
            "citation": None,
            "source_id": LIBRARY,
            "evidence": "A",
        }
    )
    newer = repository[~repository.index.isin(symbols) & (repository["adopted_on"] > str(texts["date"].max()))]
    return adopted, shape_newer(newer), newer_votes(folder, newer)


def tidy_title(title: str) -> str:
    """Return the subject of a resolution without the words that every title has."""
    match = TITLE.match(title.strip())
    subject = match["title"] if match else title
    return subject[:1].upper() + subject[1:]


def text_kinds(titles: pd.Series) -> pd.Series:
    """Return admission for recommendations of a new member, else resolution."""
    admission = titles.str.contains(r"admission of|admission to", case=False, regex=True)
    return admission.map({True: "admission", False: "resolution"})


def chapter_vii(values: pd.Series) -> pd.Series:
    """Return true, false or unknown."""
    known = values.notna()
    return values.eq("Chapter VII").astype(object).where(known, None)


def shape_newer(rows: pd.DataFrame) -> pd.DataFrame:
    """Return resolutions that only the Secretariat's list holds, in our schema."""
    return pd.DataFrame(
        {
            "draft_id": ["sc-" + symbol.split("/")[2].split(" ")[0] for symbol in rows.index],
            "draft": rows["draft"].to_numpy(),
            "resolution": rows.index,
            "voted_on": pd.to_datetime(rows["adopted_on"]).to_numpy(),
            "meeting": rows["record"].to_numpy(),
            "text_kind": "resolution",
            "topic": None,
            "region": None,
            "title": rows["agenda_item"].replace("", "Title not recorded").to_numpy(),
            "outcome": "adopted",
            "yes": rows["yes"].astype(int).to_numpy(),
            "abstain": rows["abstain"].astype(int).to_numpy(),
            "no": rows["no"].astype(int).to_numpy(),
            "absent": 15 - rows[["yes", "no", "abstain"]].astype(int).sum(axis=1).to_numpy(),
            "chapter_vii": chapter_vii(rows["chapter_vii"]).to_numpy(),
            "url": None,
            "citation": None,
            "source_id": SECRETARIAT,
            "evidence": "A",
        }
    )


def newer_votes(folder: Path, rows: pd.DataFrame) -> pd.DataFrame:
    """Return members' votes on resolutions that only the Secretariat's list holds."""
    names = pd.read_csv(folder / "name_codes.csv", keep_default_na=False)
    names = names[names["last"] >= LISTED_SINCE]
    codes = dict(zip(names["ms_name"], names["ms_code"], strict=True))
    found = []
    for symbol, row in rows.iterrows():
        draft_id = "sc-" + str(symbol).split("/")[2].split(" ")[0]
        for column, vote in (("in_favour", "yes"), ("against", "no"), ("abstaining", "abstain")):
            for name in filter(None, (part.strip() for part in row[column].split(";"))):
                if name not in codes:
                    raise ValueError(f"council_resolutions_2000_2026.csv: unknown member {name!r} in {symbol}")
                found.append((draft_id, codes[name], vote, SEATS.get(codes[name]) is not None, SECRETARIAT, "A"))
    return pd.DataFrame(found, columns=["draft_id", "member", "vote", "permanent", "source_id", "evidence"])


def read_votes(path: Path) -> pd.DataFrame:
    """Return members' votes on texts of the Digital Library; raises ValueError for an unknown letter or code."""
    votes = pd.read_parquet(path)
    unknown = set(votes["ms_vote"]) - VOTES.keys()
    codes = set(votes["ms_code"]) - set(pd.read_csv(DATA / "states.csv", keep_default_na=False)["state"])
    if unknown or codes:
        raise ValueError(f"{path.name}: unknown letters {sorted(unknown)}, unknown codes {sorted(codes)}")
    inferred = (votes["ms_code"] == "DZA") & votes["resolution"].str.startswith("S/RES/2797")
    return pd.DataFrame(
        {
            "draft_id": votes["undl_id"].astype(str),
            "member": votes["ms_code"],
            "vote": votes["ms_vote"].map(VOTES),
            "permanent": votes["permanent_member"],
            "source_id": LIBRARY,
            "evidence": inferred.map({True: "C", False: "A"}),
        }
    )


def read_vetoed(path: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return vetoed drafts and the vetoes cast on them."""
    rows = pd.read_csv(path, dtype=str, keep_default_na=False)
    rows["draft_id"] = "veto-" + rows["date"] + "-" + (rows.groupby("date").cumcount() + 1).astype(str)
    drafts, casts = [], []
    for row in rows.to_dict("records"):
        reported = not row["source"].startswith("world-politics")
        source, evidence = (VETO_REPORTS, "C") if reported else (VETO_LIST, "B")
        drafts.append(shape_vetoed({str(name): value for name, value in row.items()}, source, evidence))
        for code in row["vetoed_by"].split("|"):
            casts.append((row["draft_id"], code, SEATS[code], source, evidence))
    columns = ["draft_id", "cast_by", "seat", "source_id", "evidence"]
    return pd.DataFrame(drafts, columns=DRAFT_COLUMNS), pd.DataFrame(casts, columns=columns)


def shape_vetoed(row: dict[str, str], source: str, evidence: str) -> dict[str, object]:
    """Return one vetoed draft in our schema."""
    topic = TOPICS.get(row["topic"], row["topic"]) or None
    amendment = "AMENDMENT" in row["note"] or "amendment" in row["agenda"]
    draft = "" if row["draft"].startswith("S/PV") else row["draft"].split(", S/PV")[0]
    return {
        "draft_id": row["draft_id"],
        "draft": draft or None,
        "resolution": None,
        "voted_on": pd.Timestamp(row["date"]),
        "meeting": "; ".join(part.strip() for part in row["meeting"].split("\n")) or None,
        "text_kind": "amendment" if amendment else "admission" if topic == "Admission" else "resolution",
        "topic": topic,
        "region": row["region"] or None,
        "title": " ".join(row["agenda"].split()),
        "outcome": "vetoed",
        "yes": None,
        "abstain": None,
        "no": None,
        "absent": None,
        "chapter_vii": None,
        "url": None,
        "citation": None,
        "source_id": source,
        "evidence": evidence,
    }


def read_products(path: Path) -> pd.DataFrame:
    """Return the Council's products on North Korea, under our labels."""
    rows = pd.read_csv(path, dtype=str, keep_default_na=False)
    return pd.DataFrame(
        {
            "symbol": rows["symbol"],
            "product_date": rows["date"],
            "kind": rows["type"].map(KINDS),
            "purpose": rows["purpose"].map(purpose_of),
            "prompted_by": rows["trigger"].where(rows["trigger"] != "", None),
            "dprk_specific": rows["dprk_specific"].map({"True": True, "False": False}),
            "vote": rows["vote"].str.extract(r"^(\d+-\d+-\d+)")[0],
            "meeting": rows["record"].where(rows["record"] != "", None),
            "draft": rows["draft"].where(rows["draft"] != "", None),
            "source_id": "un-dprk-products",
            "evidence": "B",
        }
    ).sort_values("product_date")


def purpose_of(text: str) -> str:
    """Return our label for what a product does."""
    return next((label for words, label in PURPOSES if words in text), "other")


def differing_tallies(adopted: pd.DataFrame, repository: pd.DataFrame) -> pd.DataFrame:
    """Return resolutions on whose date or tally the two lists differ."""
    joined = adopted.set_index("resolution").join(repository[["adopted_on"]], how="inner")
    both = joined.join(repository[["yes", "no", "abstain"]].add_suffix("_listed"))
    found = []
    for symbol, row in both.iterrows():
        pairs = {"voted_on": (f"{row['voted_on']:%Y-%m-%d}", row["adopted_on"])}
        for name in ("yes", "no", "abstain"):
            if row[f"{name}_listed"]:
                pairs[name] = (str(int(row[name])), row[f"{name}_listed"])
        for name, (ours, other) in pairs.items():
            if ours != other:
                found.append((f"council-{row['draft_id']}-{name}", "council_drafts", row["draft_id"], name, ours, other,
                              LIBRARY, SECRETARIAT, f"{symbol}: the voting record is used."))  # fmt: skip
    columns = ["disagreement_id", "table_name", "row_key", "topic", "value_used", "value_other"]
    columns += ["source_used", "source_other", "note"]
    return pd.DataFrame(found, columns=columns)


def dropped_twins(adopted: pd.DataFrame, repository: pd.DataFrame) -> list[Dropped]:
    """Return the rows of the Secretariat's list that the Digital Library holds too."""
    twins = repository.index.intersection(pd.Index(adopted["resolution"]))
    return [
        Dropped("council_drafts", str(symbol), "in the voting record too; draft symbol taken over") for symbol in twins
    ]
