"""Security Council: adopted texts with votes, vetoed drafts, and what it said on North Korea."""

from pathlib import Path

import pandas as pd

from analytics.sources.council_products import read_products
from analytics.sources.council_texts import LIBRARY, SEATS, SECRETARIAT, text_kinds, tidy_symbol, tidy_title
from analytics.sources.council_vetoes import read_vetoed
from analytics.sources.library_letters import VOTES, check_letters
from analytics.sources.preparation import Dropped, Preparation

# The list begins then: "China" in it is the People's Republic, not the holder of the seat before 1971.
LISTED_SINCE = "2000-01-01"
# Where the list has the day that documents have, and data/corrections/ sets the record right.
MENDED_DAYS = {
    "S/RES/1550 (2004)", "S/RES/1564 (2004)", "S/RES/1585 (2005)", "S/RES/1664 (2006)", "S/RES/1708 (2006)",
    "S/RES/1744 (2007)", "S/RES/2763 (2024)", "S/RES/2809 (2025)",
}  # fmt: skip
MENDED = "the voting record's day is a misprint that documents correct."
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
    """Return votes on resolutions that only the Secretariat's list holds; raises ValueError for an unknown member."""
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
    check_letters(votes, path.name)
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
                key = (f"council-{row['draft_id']}-{name}", "council_drafts", row["draft_id"], name)
                if name == "voted_on" and symbol in MENDED_DAYS:
                    found.append((*key, other, ours, SECRETARIAT, LIBRARY, f"{symbol}: {MENDED}"))
                else:
                    found.append((*key, ours, other, LIBRARY, SECRETARIAT, f"{symbol}: the voting record is used."))
    columns = ["disagreement_id", "table_name", "row_key", "topic", "value_used", "value_other"]
    columns += ["source_used", "source_other", "note"]
    return pd.DataFrame(found, columns=columns)


def dropped_twins(adopted: pd.DataFrame, repository: pd.DataFrame) -> list[Dropped]:
    """Return the rows of the Secretariat's list that the Digital Library holds too."""
    twins = repository.index.intersection(pd.Index(adopted["resolution"]))
    return [
        Dropped("council_drafts", str(symbol), "in the voting record too; draft symbol taken over") for symbol in twins
    ]
