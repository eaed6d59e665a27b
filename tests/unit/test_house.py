"""The house stays one that a newcomer can read: short modules and functions, every public name said in a sentence."""

import ast
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, distribution, packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from analytics.catalog.query import load_catalog
from analytics.charts.views import PAGES
from analytics.paths import ROOT

LONGEST_MODULE, LONGEST_FUNCTION = 250, 45
CODE = [ROOT / "app.py", *sorted((ROOT / "analytics").rglob("*.py"))]
MODULES = [*CODE, *sorted((ROOT / "tests").rglob("*.py"))]
# Readers are shown these as they stand.
SHOWN = ROOT / "analytics" / "api" / "examples"
Function = ast.FunctionDef | ast.AsyncFunctionDef
KINDS = {"OutageError": "CordonError", "NotThere": "CordonError"}


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[Function]:
    """Yield every function of a module, those of its classes and those within others too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Function):
            yield node


def length(function: Function) -> int:
    """Return the lines from def to end, without the docstring."""
    told = function.body[0] if ast.get_docstring(function) is not None else None
    whole = (function.end_lineno or 0) - function.lineno + 1
    return whole - ((told.end_lineno or 0) - told.lineno + 1 if told else 0)


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_fits_in_a_readers_head(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE
    long = {function.name: length(function) for function in functions(path) if length(function) > LONGEST_FUNCTION}
    assert not long


@pytest.mark.parametrize("path", [path for path in CODE if path.parent != SHOWN], ids=named)
def test_every_module_and_public_function_says_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert not text or ast.get_docstring(tree)
    public = [node for node in tree.body if isinstance(node, Function | ast.ClassDef)]
    public += [node for owner in public if isinstance(owner, ast.ClassDef) for node in owner.body]
    silent = [
        node.name
        for node in public
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_") and not ast.get_docstring(node)
    ]
    assert not silent or path.parent.name == "pages"


@pytest.mark.parametrize("path", CODE, ids=named)
def test_a_docstring_names_the_errors_that_its_function_raises(path: Path) -> None:
    for function in functions(path):
        told = ast.get_docstring(function)
        if told and not function.name.startswith("_") and not is_command(function):
            for error in raised(function):
                assert re.search(rf"[Rr]aises?.*\b{error}\b", told, re.DOTALL), f"{function.name} raises {error}"


def is_command(function: Function) -> bool:
    """Say whether a function is a command, whose docstring is its help."""
    return any("command" in ast.unparse(item) for item in function.decorator_list)


def raised(function: Function) -> set[str]:
    """Return the errors of ours that a function raises: a kind of CordonError stands for it."""
    found = {
        node.exc.func.id
        for node in ast.walk(function)
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and isinstance(node.exc.func, ast.Name)
    }
    # A ValueError beside an error of ours is caught in the same function.
    ours = {KINDS.get(name, name) for name in found} & {"CordonError", "Problem"}
    return ours or found & {"ValueError"}


def test_every_package_that_is_imported_is_pinned() -> None:
    told, *lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    wanted = [line.split("==") for line in lines]
    assert told == "-c constraints.txt" and all(len(pinned) == 2 for pinned in wanted)
    nodes = [node for path in CODE if path.parent != SHOWN for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    imported = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in nodes if isinstance(node, ast.ImportFrom)}
    packages = {name.split(".")[0] for name in imported} - sys.stdlib_module_names - {"analytics"}
    sold_as = packages_distributions()
    assert {sold_as[name][0].lower() for name in packages} <= {name.lower() for name, _ in wanted}


def test_what_our_packages_bring_along_is_pinned_as_installed() -> None:
    files = [ROOT / name for name in ("requirements.txt", "requirements-dev.txt", "constraints.txt")]
    lines = [line.split("==") for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    pinned = {canonicalize_name(line[0]): line[1] for line in lines if len(line) == 2}
    # Without what installs them.
    waiting, installed = list(pinned), {"pip": None}
    while waiting:
        name = canonicalize_name(waiting.pop())
        # What another system needs is not here.
        with suppress(PackageNotFoundError):
            if name not in installed:
                installed[name] = distribution(name).version
                asked = [Requirement(text) for text in distribution(name).requires or ()]
                waiting += [one.name for one in asked if one.marker is None or one.marker.evaluate({"extra": ""})]
    assert installed == {name: pinned.get(name) for name in installed}


def test_readme_names_pages_and_counts_queries_as_they_are() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named_pages = re.findall(r"page\s+\*\*(.+?)\*\*", readme)
    assert named_pages and set(named_pages) <= {page.title for page in PAGES}
    assert re.findall(r"\ball (\d+)\b", readme) == [str(len(load_catalog()))]


def test_scripts_docs_and_query_files_are_named_somewhere() -> None:
    readable = [path for path in ROOT.glob("*") if path.is_file() and path.suffix in (".md", ".toml", "", ".yml")]
    readable += [*(ROOT / "docs").rglob("*.*"), *(ROOT / ".ci").glob("*"), *(ROOT / "scripts").iterdir(), *MODULES]
    texts = {path: path.read_text(encoding="utf-8", errors="ignore") for path in readable if path.suffix != ".png"}
    for path in [*(ROOT / "scripts").iterdir(), *(item for item in (ROOT / "docs").rglob("*") if item.is_file())]:
        assert any(path.name in text for place, text in texts.items() if place != path), named(path)
