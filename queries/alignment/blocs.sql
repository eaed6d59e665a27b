/* ---
id: blocs
title: Voting blocs of a session
question: Which members of the General Assembly voted as a bloc in this session, and how firmly?
grain: [state]
params:
  session: {type: integer, example: 76, description: Regular session}
columns:
  state: {unit: code, description: Member}
  state_name: {unit: name, description: Its name at the time}
  bloc: {unit: number, description: 'Bloc within the session, 1 the largest'}
  bloc_name: {unit: label, description: 'Permanent members of the Council in it, else its firmest member'}
  members: {unit: members, description: Members of the bloc}
  stability: {unit: share 0 to 1, description: Mean share of its fellows that stay with it when the roll calls are drawn again}
  region: {unit: name, description: United Nations sub-region}
  source: {unit: source id, description: Source of the row}
  evidence: {unit: grade, description: 'Evidence grade, A to D'}
  latitude: {unit: degrees, description: Map point of the state}
  longitude: {unit: degrees, description: Map point of the state}
caveats:
  - A bloc is what the votes of one session show, no organisation; its number means nothing from session to session.
  - A stability near one half is that of a member between blocs.
  - Members with fewer than ten joint votes with every other are left out.
method: >-
  Louvain communities (Blondel et al. 2008) in the network of Cohen's kappa above 0 over all roll calls that were not
  unanimous; stability from 25 bootstrap samples of the roll calls. Estimated with a fixed seed and stored.
--- */
with named as (
    select
        b.*,
        p.code,
        s.name as state_name,
        s.region,
        s.latitude,
        s.longitude,
        b.state in ('USA', 'GBR', 'FRA', 'RUS', 'CHN') as permanent
    from ga_blocs as b
    join derived.packed_votes as p on p.session = b.session and p.state = b.state
    join states as s on s.state = p.code
    where b.session = $session
),

sizes as (
    select
        bloc,
        count(*) as members,
        coalesce(
            string_agg(state_name, ', ' order by state_name) filter (permanent),
            arg_max(state_name, (stability, state_name)) || ' and others'
        ) as bloc_name
    from named
    group by bloc
)

select
    n.state,
    n.state_name,
    n.bloc,
    z.bloc_name,
    z.members,
    n.stability,
    n.region,
    n.source_id as source,
    n.evidence,
    n.latitude,
    n.longitude
from named as n
join sizes as z on z.bloc = n.bloc
order by n.bloc, n.stability desc, n.state
