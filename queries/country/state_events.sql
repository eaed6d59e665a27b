/* ---
id: state_events
title: What happened to a state, and what it did
question: Which breaks, recognitions, sanctions, exclusions, vetoes and tests mark the time of this state?
grain: [event]
params:
  state: {type: state, example: RUS, description: State or contested entity}
columns:
  event: {unit: key, description: Key of the event}
  date: {unit: date, description: Day of it; first of the period where only month or year is known}
  date_precision: {unit: label, description: 'day, month or year'}
  kind: {unit: label, description: 'tie, recognition, sanction, exclusion, veto, nuclear test or membership'}
  done_by_it: {unit: boolean, description: 'Whether the state did it itself; otherwise it was done to it'}
  told: {unit: text, description: What happened}
  evidence: {unit: grade, description: 'Evidence grade, A to D'}
  source: {unit: source id, description: Source of the row}
caveats:
  - Undated recognitions are left out; ends of sanctions and exclusions have no event of their own.
  - Measures that only carry out the United Nations' are left out.
method: Rows of the tables of events in which the state, or one it continues, takes part.
--- */
with codes as (
    select state, name
    from states
    where series = (select series from states where state = $state)
),

broken as (
    select
        t.tie_id as event,
        t.event_date as date,
        t.date_precision,
        'tie' as kind,
        t.initiator in (select state from codes) as done_by_it,
        i.name || ', towards ' || x.name || ': ' || replace(t.kind::varchar, '_', ' ') as told,
        t.evidence,
        t.source_id as source
    from ties as t
    join states as i on i.state = t.initiator
    join states as x on x.state = t.target
    where t.initiator in (select state from codes) or t.target in (select state from codes)
),

recognised as (
    select
        r.recognition_id as event,
        r.event_date as date,
        r.date_precision,
        'recognition' as kind,
        r.recogniser in (select state from codes) as done_by_it,
        s.name || ', on ' || e.name || ': ' || replace(r.change::varchar, '_', ' ') as told,
        r.evidence,
        r.source_id as source
    from recognitions as r
    join states as s on s.state = r.recogniser
    join entities as e on e.entity = r.entity
    where r.event_date is not null
      and (r.recogniser in (select state from codes) or r.entity in (select state from codes))
),

sanctioned as (
    select
        x.sanction_id as event,
        x.started_on as date,
        x.start_precision as date_precision,
        'sanction' as kind,
        x.sender in (select state from codes) as done_by_it,
        coalesce(s.name, o.name, x.sender) || ' sanctioned ' || t.name || ': ' || x.programme as told,
        x.evidence,
        x.source_id as source
    from sanctions as x
    join states as t on t.state = x.target
    left join states as s on s.state = x.sender
    left join organisations as o on o.organisation = x.sender
    where x.origin <> 'implements_un'
      and (x.sender in (select state from codes) or x.target in (select state from codes))
),

excluded as (
    select
        x.exclusion_id as event,
        x.started_on as date,
        x.start_precision as date_precision,
        'exclusion' as kind,
        false as done_by_it,
        o.name || ': ' || replace(x.kind, '_', ' ') || ' of ' || s.name as told,
        x.evidence,
        x.source_id as source
    from exclusions as x
    join organisations as o on o.organisation = x.organisation
    join states as s on s.state = x.state
    where x.class = 'involuntary' and x.state in (select state from codes)
),

vetoed as (
    select
        d.draft_id as event,
        d.voted_on as date,
        'day' as date_precision,
        'veto' as kind,
        true as done_by_it,
        s.name || ' vetoed ' || coalesce(d.draft, 'a draft') || coalesce(' (' || d.topic || ')', '') as told,
        d.evidence,
        d.source_id as source
    from veto_casts as c
    join council_drafts as d on d.draft_id = c.draft_id
    join states as s on s.state = c.cast_by
    where c.cast_by in (select state from codes)
),

tested as (
    select
        n.explosion_id as event,
        coalesce(n.date_local, n.date_utc) as date,
        'day' as date_precision,
        'nuclear test' as kind,
        true as done_by_it,
        s.name || ' set off a nuclear explosion at ' || n.site as told,
        n.evidence,
        n.source_id as source
    from nuclear_tests as n
    join states as s on s.state = n.state
    where n.state in (select state from codes) and n.is_combat = false
),

joined as (
    select
        m.state || ' joined ' || m.joined_on as event,
        m.joined_on as date,
        'day' as date_precision,
        'membership' as kind,
        false as done_by_it,
        -- Who took over a seat or came back did not become a member anew.
        case
            when m.entry <> 'joined'
                then 'In the United Nations, ' || s.name || ' ' || lower(m.note[1]) || m.note[2:]
            else s.name || ' became a member of the United Nations'
        end as told,
        s.evidence,
        m.source_id as source
    from un_memberships as m
    join states as s on s.state = m.state
    where m.state in (select state from codes)
)

from broken
union all
from recognised
union all
from sanctioned
union all
from excluded
union all
from vetoed
union all
from tested
union all
from joined
order by date desc, kind, event
