"""The Sanctions page says what the queries say."""

from itertools import pairwise

import pandas as pd

from analytics.catalog.run import run_query
from analytics.charts.draw import draw_chart
from analytics.charts.sanctions import SENDER_LABELS
from tests.app.opening import headings, open_page


def test_russia_in_july_2022() -> None:
    app = open_page("sanctions")
    assert not app.exception
    senders = run_query("sanctioning_states", {"on": "2022-07-14", "target": "RUS"}).frame
    shown = headings(app)
    assert f"{len(senders)} states sanctioned Russia on 14 July 2022, {senders['own'].sum()} of them" in " ".join(shown)
    shut_out = run_query("exclusions_in_force", {"on": "2022-07-14", "state": "RUS"}).frame["organisation"].nunique()
    assert f"{shut_out} recorded bodies had suspended, expelled or restricted Russia on 14 July 2022" in shown


def test_a_state_without_measures() -> None:
    app = open_page("sanctions", target="KIR", on="2000-01-01")
    assert not app.exception
    assert "No state is recorded as sanctioning Kiribati on 1 January 2000" in headings(app)
    assert "No sanctions against Kiribati are recorded" in headings(app)


def test_before_products_are_known_no_share_of_them_is_told() -> None:
    assert "GDP" not in draw_chart("sanctions-senders", {"on": "1950-01-01", "target": "RUS"}).subtitle
    assert "% of world GDP" in draw_chart("sanctions-senders", {"on": "2022-07-14", "target": "RUS"}).subtitle


def test_a_sender_not_known_to_have_kept_it_up_is_told_apart() -> None:
    drawing = draw_chart("sanctions-senders", {"on": "2022-07-14", "target": "RUS"})
    senders = drawing.results[0].frame
    unsure = senders[~senders["certain"].astype(bool)]["sender_name"]
    assert drawing.title.endswith(f"; {len(unsure)} sender is not known to have kept it up")
    assert drawing.figure is not None
    key = SENDER_LABELS["unsure"]
    coloured = [trace.text for trace in drawing.figure.data if trace.name == key and trace.text is not None]
    assert {name for names in coloured for name in names} == {*unsure}
    past = draw_chart("sanctions-senders", {"on": "2031-01-01", "target": "RUS"})
    assert "no sender is known to have kept it up" in past.title


def test_no_programme_hides_another_of_its_sender() -> None:
    figure = draw_chart("sanctions-programmes", {"target": "RUS", "on": "2022-07-14"}).figure
    assert figure is not None
    spells = sorted(
        (lane, pd.Timestamp(base), pd.Timestamp(base) + pd.Timedelta(milliseconds=long))
        for trace in figure.data
        if trace.type == "bar"
        for lane, base, long in zip(trace.y, trace.base, trace.x, strict=True)
    )
    assert all(lane != after or end < begin for (lane, _, end), (after, begin, _) in pairwise(spells))
    assert {lane for lane, _, _ in spells} <= {*figure.layout.yaxis.categoryarray}


def test_states_level_at_the_top_are_named_together() -> None:
    frame = run_query("sanction_senders", {"on": "1992-06-30"}).frame
    level = frame.loc[frame["senders"] == frame["senders"].max(), "target_name"]
    title = draw_chart("sanctions-targets", {"on": "1992-06-30"}).title
    assert len(level) > 5
    assert title.startswith(f"{', '.join(level[:5])} and {len(level) - 5} more were each sanctioned by ")


def test_a_single_sender_is_one_and_the_union_is_named_only_where_it_binds() -> None:
    alone, union = (draw_chart("sanctions-senders", {"on": "1992-06-30", "target": one}) for one in ("RUS", "CHN"))
    assert alone.title == "1 state sanctioned Russia on 30 June 1992, with measures of its own"
    assert alone.subtitle.startswith("It produces ") and "European Union" not in alone.subtitle
    assert union.subtitle.startswith("They produce ") and "European Union" in union.subtitle
