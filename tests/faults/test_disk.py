"""The disk fills up while the database is built or a file is written, and the clock is wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from analytics.catalog.run import run_query
from analytics.commands.terminal import emit
from analytics.database.build import build_database
from analytics.errors import CordonError
from analytics.exports.chart_files import write_whole
from analytics.paths import ROOT
from tests.unit.test_build import BUILDER, enlarge, project, rows

__all__ = ["project"]
SIZES = (4_096, 300_000, 1_000_000)
# What `ulimit -f` counts in, by POSIX.
BLOCK = 512


def run_small(limit: int, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python on a disk that ends after so many bytes of a file.

    A shell sets the limit: to set it between fork and exec would copy all that this process has mapped.
    """
    return subprocess.run(
        ["sh", "-c", f'ulimit -f {limit // BLOCK}; exec "$@"', "sh", sys.executable, *command],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("limit", SIZES)
def test_a_full_disk_during_the_build_is_named_and_the_last_good_database_stays(
    project: dict[str, Path], limit: int
) -> None:
    good = build_database(**project)
    enlarge(project, 100_000)
    guarded = BUILDER.replace("print(", "\ntry: print(").rstrip() + "\nexcept CordonError as error: print(error)"
    guarded = "from analytics.errors import CordonError\n" + guarded
    folders = [str(project[name]) for name in ("data", "schema", "directory")]
    done = run_small(limit, "-c", guarded, *folders)
    assert done.stderr == ""
    assert "cannot be written" in done.stdout
    assert "CORDON_BUILD" in done.stdout
    assert rows(good.path) == 2
    left = {path.name for path in project["directory"].iterdir()}
    assert left == {"build.lock", good.path.name}


def test_the_same_on_the_command_line_with_our_own_data(tmp_path: Path) -> None:
    done = run_small(2_000_000, "-m", "analytics", "build", CORDON_BUILD=str(tmp_path))
    assert done.returncode == 1
    assert done.stderr.startswith("error: ")
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["build.lock"]


@pytest.mark.parametrize("form", ["csv", "json", "table", "parquet"])
def test_a_full_disk_leaves_the_earlier_file_whole(form: str, tmp_path: Path) -> None:
    out = tmp_path / f"rows.{form}"
    out.write_text("what was there")
    command = ["-m", "analytics", "query", "launches", "-p", "from=1990-01-01", "-p", "to=2022-12-31"]
    done = run_small(2 * BLOCK, *command, "--format", form, "--out", str(out), PYTHONDONTWRITEBYTECODE="1")
    assert done.returncode == 1, done.stderr
    assert "cannot be written: File too large" in done.stderr
    assert "Traceback" not in done.stderr
    assert out.read_text() == "what was there"
    assert list(tmp_path.iterdir()) == [out]


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    out = tmp_path / "new" / "newer" / "rows.csv"
    write_whole(out, b"rows")
    assert out.read_bytes() == b"rows"


@pytest.mark.parametrize("below", ["rows.csv", "folder/rows.csv"])
def test_a_file_where_a_folder_should_be_is_named(below: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("what was there")
    with pytest.raises(CordonError, match=r"rows\.csv cannot be written: Not a directory"):
        write_whole(tmp_path / "file" / below, b"rows")
    assert (tmp_path / "file").read_text() == "what was there"


def test_a_device_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE)
    write_whole(pipe, b"rows")
    assert reader.communicate(timeout=30)[0] == b"rows"
    assert pipe.is_fifo()
    with pytest.raises(CordonError, match="cannot be written: No space left on device"):
        write_whole(Path("/dev/full"), b"rows")
    assert Path("/dev/full").is_char_device()


def test_a_full_standard_output_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    table = run_query("launches_to_date", {"on": "2022-07-14"}).table
    with Path("/dev/full").open("w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        with pytest.raises(CordonError, match="standard output cannot be written"):
            emit(table, "csv", None)
        monkeypatch.undo()
        with pytest.raises(OSError, match="No space"):
            full.close()
