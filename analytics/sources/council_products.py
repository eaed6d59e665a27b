"""What the Security Council said on North Korea: resolutions, presidential statements, vetoed drafts."""

from pathlib import Path

import pandas as pd

KINDS = {"resolution": "resolution", "presidential statement": "presidential statement", "vetoed draft": "vetoed draft"}
PURPOSES = (
    ("general non-proliferation", "general text"),
    ("sanctions", "sanctions"),
    ("designations", "designations"),
    ("Panel", "mandate renewal"),
    ("condem", "condemnation"),
)


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
