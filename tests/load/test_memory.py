"""Memory: an answer that is kept holds what its rows need, not what its query needed."""

import json
import subprocess
import sys

from analytics.paths import ROOT

ANSWERS, EACH_MB = 30, 2.0
# In a process of its own, whose heap nobody else has torn; the first answers load what all of them read.
KEEPING = f"""
import gc, json
from datetime import date, timedelta
from pathlib import Path
from analytics.catalog.run import run_query
from analytics.database.open import connections

def resident_mb():
    status = Path("/proc/self/status").read_text(encoding="ascii")
    gc.collect()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:")) / 1024

def ask(number):
    return run_query("isolation_rank_interval", {{"on": date(2000, 1, 31) + timedelta(days=100 * number)}})

connections().serve_many()
kept = [ask(number) for number in range(10)]
before = resident_mb()
kept += [ask(number) for number in range(10, 10 + {ANSWERS})]
print(json.dumps({{"each_mb": (resident_mb() - before) / {ANSWERS}, "rows": sum(len(a.table) for a in kept)}}))
"""


def test_a_kept_answer_holds_little(_built: None) -> None:
    told = subprocess.run([sys.executable, "-c", KEEPING], cwd=ROOT, capture_output=True, text=True, check=True)
    measured = json.loads(told.stdout)
    assert measured["rows"] > 100 * ANSWERS
    assert measured["each_mb"] < EACH_MB, measured
