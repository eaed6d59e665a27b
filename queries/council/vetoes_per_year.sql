/* ---
id: vetoes_per_year
title: Vetoes per year and permanent member
question: How many vetoes did each permanent member cast in each year?
grain: [year, member]
params:
  from: {type: date, example: 1946-01-01, description: First day of the span}
  to: {type: date, example: 2026-06-29, description: Last day of the span}
columns:
  year: {unit: year, description: Calendar year}
  member: {unit: code, description: Permanent seat}
  vetoes: {unit: vetoes, description: Drafts on which the seat cast a veto}
  lone: {unit: vetoes, description: Those on which no other member did}
caveats:
  - Years without a veto have no row.
  - Rule of counting as in veto_totals.
method: Distinct drafts per permanent seat and year.
--- */
with cast_in_span as (
    select
        c.seat,
        year(d.voted_on)::integer as year,
        count(*) over (partition by c.draft_id) as casts
    from veto_casts as c
    join council_drafts as d on d.draft_id = c.draft_id
    where d.voted_on between $from::date and $to::date
)

select
    year,
    seat as member,
    count(*) as vetoes,
    count(*) filter (casts = 1) as lone
from cast_in_span
group by year, seat
order by year, seat
