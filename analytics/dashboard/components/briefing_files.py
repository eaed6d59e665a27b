"""A briefing composed, shown before it is made, and made into files with its progress in sight."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial

import streamlit as st
from streamlit.elements.lib.mutable_status_container import StatusContainer

from analytics.briefing.compose import compose_briefing
from analytics.briefing.model import Briefing, Claim, Fault, Part, Source
from analytics.briefing.notes import cite_once, tell_rest
from analytics.briefing.words import spans
from analytics.briefing.write import MEDIA_TYPES, write_briefing
from analytics.catalog.keep import Keeper
from analytics.charts.basket import Item
from analytics.charts.words import JOINER, plain
from analytics.dashboard.components.briefing_choices import Choice
from analytics.dashboard.components.share import site_root
from analytics.database.open import data_version
from analytics.exports.footer import link

FORMS = {"pptx": "PowerPoint", "pdf": "PDF", "html": "HTML page"}
MADE = "briefing made"
KEPT = 16


@dataclass(frozen=True)
class Made:
    """The files made of a briefing, by format, what could not be made, and from what they were made."""

    choice: Choice
    version: str
    files: dict[str, bytes]
    faults: tuple[Fault, ...]


def compose(choice: Choice, root: str, version: str) -> Briefing:
    """Return a briefing composed once for a version of the data; it is shared, so nobody may change its figures."""
    return briefings().get((choice, root, version), lambda: compose_anew(choice, root))


@cache
def briefings() -> Keeper[Briefing]:
    """Return the briefings kept for everyone."""
    return Keeper(entries=KEPT, size=KEPT, size_of=lambda briefing: 1)


def compose_anew(choice: Choice, root: str) -> Briefing:
    """Compose a briefing."""
    return compose_briefing(
        state=choice.state,
        compare=choice.compare,
        on=choice.on,
        sections=choice.sections or None,
        charts=[(chart_id, dict(values)) for chart_id, values in choice.charts],
        checked=choice.checked,
        short=choice.short,
        root=root,
        report=lambda _: None,
    )


def compose_choice(choice: Choice) -> Briefing:
    """Return the briefing for what is chosen; raises CordonError where nothing can be made of it."""
    with st.spinner("Composing the briefing"):
        return compose(choice, site_root(), data_version())


def show_files(briefing: Briefing, choice: Choice) -> None:
    """Let the reader make files of a briefing, and offer those made of it."""
    forms = st.pills("Files", list(FORMS), selection_mode="multi", default=list(FORMS), format_func=FORMS.__getitem__)
    if st.button("Make the files", disabled=not forms, icon=":material/description:"):
        st.session_state[MADE] = make_files(briefing, choice, forms)
    made = st.session_state.get(MADE)
    if isinstance(made, Made) and (made.choice, made.version) == (choice, briefing.version):
        offer_files(made)


def make_files(briefing: Briefing, choice: Choice, forms: Sequence[str]) -> Made:
    """Return the files of a briefing, telling what is being made; one that fails leaves the others."""
    files: dict[str, bytes] = {}
    faults: dict[Fault, None] = {}
    with st.status("Making the files") as status:
        for form in forms:
            content, told = make_file(briefing, form, partial(tell_progress, status, form))
            faults |= dict.fromkeys(told)
            if content is not None:
                files[form] = content
                status.write(f"{FORMS[form]}: {len(content) / 1e6:.1f} MB")
        label = "Made, with what is missing told below" if faults else "Made"
        status.update(label=label, state="complete" if files else "error", expanded=False)
    return Made(choice, briefing.version, files, tuple(faults))


def tell_progress(status: StatusContainer, form: str, text: str) -> None:
    """Say what is being made."""
    status.update(label=f"{FORMS[form]}: {text}")


def make_file(briefing: Briefing, form: str, report: Callable[[str], None]) -> tuple[bytes | None, tuple[Fault, ...]]:
    """Return a briefing as a file, or none, and what could not be made of it."""
    try:
        return write_briefing(briefing, form, report)
    # Whatever goes wrong in one format, the others are delivered and the reader is told.
    except Exception as error:
        return None, (Fault(f"The {FORMS[form]} could not be made", str(error) or type(error).__name__),)


def offer_files(made: Made) -> None:
    """Offer the files made, and tell what failed."""
    with st.container(horizontal=True, gap="small"):
        for form, content in made.files.items():
            st.download_button(
                f"Download {FORMS[form]}",
                data=content,
                file_name=f"{made.choice.name}-{made.version}.{form}",
                mime=MEDIA_TYPES[form],
                key=f"briefing-{form}",
                icon=":material/download:",
                on_click="ignore",
            )
    for fault in made.faults:
        st.warning(plain(str(fault)), icon=":material/error:")


def write_slide(item: Item, on: date, root: str) -> bytes:
    """Return one chart as a PowerPoint file with its rows and sources; raises CordonError where it cannot be made."""
    charts = ((item.chart_id, tuple(item.given.items())),)
    chosen = Choice(state=None, compare=None, on=on, sections=(), charts=charts, checked=item.checked)
    content, _ = write_briefing(compose(chosen, root, data_version()), "pptx", lambda _: None)
    return content


def show_preview(briefing: Briefing) -> None:
    """Show what the briefing says: its findings with the numbers of their sources, and what is left out."""
    st.header(plain(briefing.title), anchor=False)
    st.caption(f"{briefing.on:%-d %B %Y} · data version {briefing.version}")
    for fault in briefing.faults:
        st.warning(plain(str(fault)), icon=":material/error:")
    for chapter in briefing.chapters:
        st.subheader(plain(chapter.title), anchor=False)
        for part in chapter.parts:
            show_part(cite_once(part))
    for title, why in briefing.left_out:
        st.caption(f"{plain(title)} left out. {plain(why)}")
    if briefing.sources:
        st.subheader("Sources", anchor=False)
        st.markdown("\n".join(map(list_source, briefing.sources)))


def list_source(source: Source) -> str:
    """Return a source as an item of the numbered list, its title linked in place of its address."""
    return f"{source.number}. {link(source.title, source.leads_to)}. {plain(tell_rest(replace(source, url='')))}"


def show_part(part: Part) -> None:
    """Show one finding: headline, claims, what stands beside them."""
    beside = "chart" if part.drawing else "table" if part.listing else ""
    chart = f" :small[(with\N{NO-BREAK SPACE}a\N{NO-BREAK SPACE}{beside})]" if beside else ""
    claims = [f"- {tell(claim)}" for claim in part.claims]
    st.markdown("\n".join([f"**{plain(part.headline.text)}**{number(part.headline)}{chart}", "", *claims]))


def tell(claim: Claim) -> str:
    """Return a claim with the numbers of its sources."""
    return f"{plain(claim.text)}{number(claim)}"


def number(claim: Claim) -> str:
    """Return the numbers of a claim's sources in brackets, no range of them broken at the end of a line."""
    cited = spans(claim.sources).replace("–", f"{JOINER}–{JOINER}")
    return f" \\[{cited}\\]" if claim.sources else ""
