/* ---
id: isolation_index
title: Isolation index
question: How isolated was each state on this day, and what made it so?
grain: [state]
params:
  "on": {type: date, example: 2022-07-14, description: Day asked about}
  weights: {type: text, default: null, example: 'recognition=1,ties=1,alignment=1,sanctions=2,exclusion=1', description: 'Weights as dimension=number with commas between, a dimension not named has none; null for those of isolation_dimensions'}
columns:
  state: {unit: code, description: 'Member of the United Nations, or contested state; the Soviet Union stands under RUS'}
  state_name: {unit: name, description: Name on the day}
  index: {unit: 0 to 100, description: 'Weighted mean of the scores observed, null where less than two thirds of the weight is'}
  rank: {unit: rank among members, description: '1 is the most isolated; equal values share a rank; null for states that are not members'}
  dimensions_observed: {unit: dimensions, description: Dimensions with a value}
  recognition: {unit: points, description: Contribution of recognition to the index}
  ties: {unit: points, description: Contribution of ties}
  alignment: {unit: points, description: Contribution of alignment}
  sanctions: {unit: points, description: Contribution of sanctions}
  exclusion: {unit: points, description: Contribution of exclusion}
  geometric: {unit: 0 to 100, description: 'The geometric alternative: 100 minus the geometric mean of what each dimension leaves'}
  weight_observed: {unit: share 0 to 1, description: Share of the weight observed}
  missing_reason: {unit: text, description: 'Why dimensions, or the index, are missing'}
  un_member: {unit: boolean, description: Whether it was a member of the United Nations on the day}
  region: {unit: name, description: United Nations sub-region}
  latitude: {unit: degrees, description: Map point}
  longitude: {unit: degrees, description: Map point}
caveats:
  - Ranks of neighbours are seldom certain; isolation_rank_interval gives the interval.
  - Only what others do to a state counts, never its own conduct.
  - Yugoslavia has no index from 27 April 1992 to November 2000; its name plate stood for a state that had ended, and the Federal Republic, to which the sanctions of those years were done (under SRB), was no member.
  - Without facts of evidence D, ties, sanctions and exclusions count for less; recognition stays whole, since silence would read as refusal.
  - Where a dimension is missing the others carry its weight, and contributions are not comparable one by one.
method: >-
  Sum of weight times score over the sum of weights of the dimensions observed. Contributions are the terms of that
  sum. Geometric, 100 minus the product of max(100 - score, 1) to the power of each weight's share.
--- */
select
    v.state,
    v.state_name,
    v.index,
    case
        when v.un_member and v.index is not null
            then rank() over (partition by v.un_member order by round(v.index, 9) desc nulls last)
    end as rank,
    v.dimensions_observed,
    v.recognition,
    v.ties,
    v.alignment,
    v.sanctions,
    v.exclusion,
    v.geometric,
    v.weight_observed,
    v.missing_reason,
    v.un_member,
    s.region,
    s.latitude,
    s.longitude
from isolation_values([$on::date], null, isolation_weights($weights::varchar)) as v
join states as s on s.state = v.state
order by v.index desc nulls last, v.state
