insert into derived.packed_votes
with votes as (
    select
        r.session,
        s.series as state,
        v.state as code,
        v.vote,
        r.place
    from ga_votes as v
    join derived.roll_call_places as r on r.roll_call_id = v.roll_call_id
    join states as s on s.state = v.state
)

select
    session,
    state,
    arg_max(code, place) as code,
    packed(place) as member,
    packed(case when vote <> 'absent' then place end) as voted,
    packed(case when vote = 'no' then place end) as no,
    packed(case when vote = 'abstain' then place end) as abstained,
    packed(case when vote in ('abstain', 'absent') then place end) as abstained_or_absent
from votes
group by session, state
order by state, session
