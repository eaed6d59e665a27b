/* ---
id: vetoes_of_state
title: Vetoes cast by a state, and vetoes on texts that name it
question: Which drafts did this state veto, and which that name it did others?
grain: [draft_id]
params:
  state: {type: state, example: SYR, description: State}
columns:
  date: {unit: date, description: Day of the vote}
  draft: {unit: document symbol, description: Draft put to the vote}
  relation: {unit: label, description: 'cast by it; names it, cast by others'}
  cast_by: {unit: code, description: 'Members that cast the veto, their codes with commas between'}
  topic: {unit: label, description: What it was about}
  title: {unit: text, description: Title of the draft}
  evidence: {unit: grade, description: 'Evidence grade, A to D'}
  source: {unit: source id, description: Source of the row}
  draft_id: {unit: key, description: Key of the draft}
  cast_by_name: {unit: list of names, description: Their names}
caveats:
  - A draft names a state where its title or topic holds the state's name or one of its aliases of four letters or more.
  - A veto on a text that names a state may have shielded it or hurt it; the title tells, this query does not.
method: Vetoes by casting member; titles and topics searched for whole words.
--- */
with codes as (
    select state, name
    from states
    where series = (select series from states where state = $state)
),

words as (
    select lower(name) as word from codes
    union
    select a.alias as word
    from state_aliases as a
    join codes as c on c.state = a.state
    where length(a.alias) > 3
),

casts as (
    select
        c.draft_id,
        string_agg(c.cast_by, ', ' order by s.name) as cast_by,
        string_agg(s.name, ', ' order by s.name) as cast_by_name,
        bool_or(c.cast_by in (select state from codes)) as own
    from veto_casts as c
    join states as s on s.state = c.cast_by
    group by c.draft_id
),

named as (
    select distinct d.draft_id
    from council_drafts as d
    join words as w
      on contains(
          ' ' || regexp_replace(lower(concat_ws(' ', d.topic, d.title)), '[^a-zà-ÿ]+', ' ', 'g') || ' ',
          ' ' || w.word || ' '
      )
)

select
    d.voted_on as date,
    d.draft,
    case when c.own then 'cast by it' else 'names it, cast by others' end as relation,
    c.cast_by,
    d.topic,
    d.title,
    d.evidence,
    d.source_id as source,
    d.draft_id,
    c.cast_by_name
from council_drafts as d
join casts as c on c.draft_id = d.draft_id
left join named as n on n.draft_id = d.draft_id
where c.own or n.draft_id is not null
order by d.voted_on desc, d.draft_id
