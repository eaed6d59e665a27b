/* ---
id: lonely_votes
title: Votes that few others cast
question: On which texts did a member vote as almost nobody else did?
grain: [roll_call_id]
params:
  state: {type: state, example: USA, description: Member}
  from: {type: date, default: null, example: 2018-09-18, description: 'First day, null for the first vote held'}
  to: {type: date, default: null, example: 2025-12-31, description: 'Last day, null for the last vote held'}
  minority: {type: number, default: 0.05, example: 0.05, description: Largest share of those voting that counts as few}
columns:
  date: {unit: date, description: Day of the vote}
  resolution: {unit: symbol, description: Symbol of the text}
  title: {unit: text, description: Title of the text}
  vote: {unit: label, description: 'Its vote: yes, abstain or no'}
  sided_with: {unit: code, description: 'Others that voted the same, their codes with commas between'}
  sided_share: {unit: share 0 to 1, description: 'Share of those voting, itself among them, that cast this vote'}
  sided: {unit: states, description: Number of others that voted the same}
  "yes": {unit: votes, description: Votes in favour}
  abstain: {unit: votes, description: Abstentions}
  "no": {unit: votes, description: Votes against}
  session: {unit: session, description: Regular session}
  url: {unit: address, description: Record of the vote}
  source: {unit: source id, description: Source of the row}
  evidence: {unit: grade, description: 'Evidence grade, A to D'}
  roll_call_id: {unit: key, description: Key of the roll call}
  sided_with_name: {unit: list of names, description: Their names}
caveats:
  - Only adopted texts are held; a lonely vote in favour of a text that failed is not here.
  - Abstaining alone counts as much as voting alone; vote tells them apart.
method: Votes yes, abstain and no of the roll call; absent members are left out of both counts.
--- */
with own as (
    select v.*
    from ga_votes as v
    join states as s on s.state = v.state
    where s.series = (select series from states where state = $state)
      and v.vote <> 'absent'
),

lonely as (
    select
        r.*,
        o.state,
        o.vote,
        case o.vote when 'yes' then r.yes when 'abstain' then r.abstain else r.no end as alike
    from own as o
    join roll_calls as r on r.roll_call_id = o.roll_call_id
    where r.voted_on between coalesce($from::date, '1900-01-01') and coalesce($to::date, '2100-01-01')
      and alike <= $minority * (r.yes + r.abstain + r.no)
),

companions as (
    select
        l.roll_call_id,
        string_agg(v.state, ', ' order by s.name) as codes,
        string_agg(s.name, '; ' order by s.name) as names,
        count(*) as others
    from lonely as l
    join ga_votes as v on v.roll_call_id = l.roll_call_id and v.vote = l.vote and v.state <> l.state
    join states as s on s.state = v.state
    group by l.roll_call_id
)

select
    l.voted_on as date,
    l.resolution,
    l.title,
    l.vote,
    c.codes as sided_with,
    l.alike / (l.yes + l.abstain + l.no) as sided_share,
    coalesce(c.others, 0) as sided,
    l.yes,
    l.abstain,
    l.no,
    l.session,
    l.url,
    l.source_id as source,
    l.evidence,
    l.roll_call_id,
    c.names as sided_with_name
from lonely as l
left join companions as c on c.roll_call_id = l.roll_call_id
order by date desc, l.roll_call_id desc
