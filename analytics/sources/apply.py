"""Put new data in place: tried in a copy first, then file by file with the previous ones kept, all or none."""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from filelock import FileLock

from analytics.errors import CordonError

UNFINISHED = "unfinished"


def apply(files: Mapping[str, bytes], data: Path, previous: Path, check: Callable[[Path], Mapping[str, bytes]]) -> None:
    """Replace files of a data folder, named by their path in it, once `check` accepts a copy that has them.

    `check` returns further files that go with them. The replaced files are kept in the folder `previous`. Raises
    CordonError, and changes nothing, where the check refuses; where replacing breaks off, the next call puts the
    previous files back first.
    """
    previous.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(previous.parent / "apply.lock"):
        recover(data, previous.parent)
        files = {**files, **try_in_copy(files, data, check)}
        keep(files, data, previous)
        for name, content in files.items():
            replace(data / name, content)
        (previous / UNFINISHED).unlink()


def try_in_copy(
    files: Mapping[str, bytes], data: Path, check: Callable[[Path], Mapping[str, bytes]]
) -> Mapping[str, bytes]:
    """Let a check look at a copy of the data folder that has the new files, and return what it adds.

    Raises CordonError with what the check found.
    """
    with TemporaryDirectory(prefix="cordon-") as folder:
        copy = Path(folder) / "data"
        shutil.copytree(data, copy, ignore=lambda place, names: [name for name in names if name == "geometry"])
        for name, content in files.items():
            (copy / name).parent.mkdir(exist_ok=True)
            (copy / name).write_bytes(content)
        try:
            return check(copy)
        except CordonError as error:
            raise CordonError(str(error).replace(str(copy), "data")) from error


def keep(files: Mapping[str, bytes], data: Path, previous: Path) -> None:
    """Copy the files to be replaced, and mark that replacing has begun; the mark names those that were not there."""
    absent = [name for name in files if not (data / name).is_file()]
    for name in files:
        if name not in absent:
            (previous / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(data / name, previous / name)
    previous.mkdir(parents=True, exist_ok=True)
    (previous / UNFINISHED).write_text("\n".join(absent), encoding="utf-8")


def replace(path: Path, content: bytes) -> None:
    """Write a file beside its place and put it there whole."""
    draft = path.with_name(f".{path.name}.draft")
    path.parent.mkdir(exist_ok=True)
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def recover(data: Path, kept: Path) -> None:
    """Undo replacements that broke off: put the kept files back, take away those that were new."""
    for mark in kept.glob(f"*/{UNFINISHED}"):
        for name in filter(None, mark.read_text(encoding="utf-8").splitlines()):
            (data / name).unlink(missing_ok=True)
        for path in mark.parent.rglob("*"):
            if path.is_file() and path != mark:
                replace(data / path.relative_to(mark.parent), path.read_bytes())
        mark.unlink()
