/* ---
id: veto_topics
title: Vetoes by topic
question: On what did each permanent member cast its vetoes in this span?
grain: [topic, member]
params:
  from: {type: date, example: 1946-01-01, description: First day of the span}
  to: {type: date, example: 2026-06-29, description: Last day of the span}
columns:
  topic: {unit: label, description: Topic of the draft}
  member: {unit: code, description: Permanent seat}
  vetoes: {unit: vetoes, description: Vetoes cast on the topic}
  first_day: {unit: date, description: Day of the first}
  last_day: {unit: date, description: Day of the last}
caveats:
  - Topics are those of the list, one per draft.
method: Vetoes cast per topic and permanent seat.
--- */
select
    d.topic,
    c.seat as member,
    count(*) as vetoes,
    min(d.voted_on) as first_day,
    max(d.voted_on) as last_day
from veto_casts as c
join council_drafts as d on d.draft_id = c.draft_id
where d.voted_on between $from::date and $to::date
group by d.topic, c.seat
order by d.topic, c.seat
