/* ---
id: veto_totals
title: Vetoes by permanent member
question: How many drafts did each permanent member veto in this span, alone and with others?
grain: [member]
params:
  from: {type: date, example: 1946-01-01, description: First day of the span}
  to: {type: date, example: 2003-03-31, description: Last day of the span}
columns:
  member: {unit: code, description: 'Permanent seat; RUS holds the Soviet Union''s vetoes, CHN those of the Republic of China'}
  drafts_vetoed: {unit: drafts, description: Drafts on which the seat cast a veto}
  lone: {unit: drafts, description: Those on which no other member did}
  joint: {unit: drafts, description: Those on which another did too}
  member_name: {unit: name, description: Holders of the seat}
  admissions: {unit: drafts, description: Vetoes on the admission of members}
  first_day: {unit: date, description: Day of its first veto in the span}
  last_day: {unit: date, description: Day of its last veto in the span}
caveats:
  - Counts differ by rule. This one counts drafts by the list of the Dag Hammarskjöld Library, with the admissions of 13 December 1955 added.
  - Counts that take in votes on paragraphs, on preliminary questions and on the Secretary-General are higher; the disagreements table holds Global Policy Forum's figures to March 2003.
method: Distinct drafts per permanent seat.
--- */
with cast_in_span as (
    select
        c.seat,
        c.draft_id,
        d.voted_on,
        d.text_kind,
        count(*) over (partition by c.draft_id) as casts
    from veto_casts as c
    join council_drafts as d on d.draft_id = c.draft_id
    where d.voted_on between $from::date and $to::date
),

seats as (
    select * from (
        values
            ('CHN', 'China (Republic of China until 25 October 1971)'),
            ('FRA', 'France'),
            ('GBR', 'United Kingdom'),
            ('RUS', 'Soviet Union, Russia since 24 December 1991'),
            ('USA', 'United States')
    ) as t (seat, member_name)
)

select
    s.seat as member,
    count(c.draft_id) as drafts_vetoed,
    count(c.draft_id) filter (c.casts = 1) as lone,
    count(c.draft_id) filter (c.casts > 1) as joint,
    s.member_name,
    count(c.draft_id) filter (c.text_kind = 'admission') as admissions,
    min(c.voted_on) as first_day,
    max(c.voted_on) as last_day
from seats as s
left join cast_in_span as c on c.seat = s.seat
group by s.seat, s.member_name
order by drafts_vetoed desc, s.seat
