/* ---
id: claims
title: The claims of July 2022, measured
question: Does each claim of the July 2022 story hold on a day, and by which number?
grain: [claim]
params:
  "on": {type: date, default: null, example: 2022-07-14, description: Day on which the claims are judged; the last day that all tables reach if left out}
columns:
  claim: {unit: key, description: Key of the claim}
  question: {unit: text, description: The claim as a question}
  value: {unit: see unit, description: 'The number that answers it; null where nothing is recorded'}
  unit: {unit: text, description: Unit of the value}
  verdict: {unit: 'holds, holds in part, does not hold, no event recorded', description: Whether the claim holds by the criterion}
  as_of: {unit: date, description: Day the number is for}
  query: {unit: id, description: Query that gives the number and its rows}
  finding: {unit: text, description: 'The answer in one sentence, made from the numbers'}
  criterion: {unit: text, description: What the verdict goes by}
  rows: {unit: name=value pairs, description: Parameters under which the query shows the rows}
caveats:
  - A verdict is only as good as its criterion, which stands beside it.
  - On a day after a table ends, the claim is judged on the last day of that table, shown in as_of.
  - Counts of ties and sanctions compare what is recorded, not how much each step hurts.
method: >-
  Each claim asks another query of the catalog (column query) for the day and holds its number against the
  criterion. Only the criteria are typed in.
--- */
with ends as (
    select
        table_name,
        max(ends_on) as last_day
    from coverage
    where table_name in ('recognitions', 'ties', 'missile_launches', 'council_drafts', 'sanctions', 'exclusions')
    group by table_name
),

asked as (
    select coalesce($on::date, (select min(last_day) from ends)) as claims_day
),

reach as (
    select
        any_value(claims_day) as claims_day,
        least(any_value(claims_day), min(last_day) filter (table_name = 'recognitions')) as recognition_day,
        least(any_value(claims_day), min(last_day) filter (table_name = 'ties')) as ties_day,
        least(any_value(claims_day), min(last_day) filter (table_name = 'missile_launches')) as missiles_day,
        least(any_value(claims_day), min(last_day) filter (table_name = 'council_drafts')) as council_day,
        least(
            any_value(claims_day), min(last_day) filter (table_name in ('ties', 'sanctions', 'exclusions'))
        ) as standing_day
    from ends, asked
),

totals as (
    select
        *,
        count(*) over () - 1 as others,
        rank() over (order by recognisers desc) - 1 as with_more
    from recognition_totals((select recognition_day from reach))
),

donbas as (
    select
        'recognition_' || lower(t.entity) as claim,
        'Do few states recognise the ' || t.entity_name || '?' as question,
        t.recognisers::double as value,
        'UN members' as unit,
        case when t.recognisers < 0.05 * t.un_members then 'holds' else 'does not hold' end as verdict,
        r.recognition_day as as_of,
        'recognition_totals' as query,
        printf(
            '%d of %d UN members recognise the %s; of the other contested entities, %d have more recognisers and %d as many or fewer.',
            t.recognisers, t.un_members, t.entity_name, t.with_more, t.others - t.with_more
        ) as finding,
        'Fewer than 5% of UN members recognise it.' as criterion,
        'on=' || r.recognition_day as rows
    from totals as t
    cross join reach as r
    where t.entity in ('XDN', 'XLN')
),

breaks as (
    select *
    from ties_broken((select ties_day from reach), 'UKR')
    where initiator = 'UKR' and kind = 'severed'
),

korea_recognised as (
    select max(since) as recognised_on
    from positions_on((select recognition_day from reach))
    where entity = 'XDN' and recogniser = 'PRK' and position = 'recognised'
),

break_with_korea as (
    select
        'break_with_north_korea' as claim,
        'Did Ukraine sever relations with North Korea over the recognition?' as question,
        min(b.since - k.recognised_on)::double as value,
        'days after the recognition' as unit,
        case
            when count(b.since) = 0 then 'no event recorded'
            when min(b.since - k.recognised_on) between 0 and 7 then 'holds'
            else 'does not hold'
        end as verdict,
        any_value(r.ties_day) as as_of,
        'ties_broken' as query,
        case
            when count(b.since) = 0 then 'No break of relations with North Korea by Ukraine is in force on that day.'
            else printf(
                'Ukraine severed relations with North Korea on %s, %s North Korea recognised the two self-declared republics. On %s its breaks with %s were in force.',
                strftime(min(b.since), '%-d %B %Y'),
                case min(b.since - k.recognised_on)
                    when 0 then 'the day on which'
                    else printf('%d days after', min(b.since - k.recognised_on))
                end,
                strftime(any_value(r.ties_day), '%-d %B %Y'),
                (select case count(distinct target) when 1 then '1 state' else printf('%d states', count(distinct target)) end from breaks)
            )
        end as finding,
        'Ukraine severed relations within seven days of the recognition.' as criterion,
        printf('on=%s state=PRK', any_value(r.ties_day)) as rows
    from reach as r
    cross join korea_recognised as k
    left join breaks as b on b.target = 'PRK'
),

break_with_whom as (
    select
        'breaks_by_ukraine' as claim,
        'Were relations that Ukraine had severed still broken?' as question,
        count(distinct b.target)::double as value,
        'states' as unit,
        case when count(b.target) = 0 then 'no event recorded' else 'holds' end as verdict,
        any_value(r.ties_day) as as_of,
        'ties_broken' as query,
        case
            when count(b.target) = 0 then 'No break of relations by Ukraine is recorded as in force on that day.'
            else 'In force: breaks with '
                || string_agg(b.target_name || ' (' || strftime(b.since, '%-d %B %Y') || ')', ', ' order by b.since, b.target)
                || '.'
        end as finding,
        'At least one break in force on the day.' as criterion,
        printf('on=%s state=UKR', any_value(r.ties_day)) as rows
    from reach as r
    left join breaks as b on true
),

missiles as (
    select
        'missiles_this_year' as claim,
        printf('Had North Korea fired more than 30 missiles in %d?', l.year) as question,
        l.missiles::double as value,
        'missiles' as unit,
        case when l.missiles > 30 then 'holds' else 'does not hold' end as verdict,
        r.missiles_day as as_of,
        'launches_to_date' as query,
        printf(
            '%d missile%s on %d day%s from 1 January to %s: ballistic missiles and space launchers, by the counting rule of CNS.',
            l.missiles, if(l.missiles = 1, '', 's'), l.launch_days, if(l.launch_days = 1, '', 's'), strftime(r.missiles_day, '%-d %B %Y')
        ) as finding,
        'More than 30 in the calendar year up to the day.' as criterion,
        'on=' || r.missiles_day as rows
    from reach as r
    join launches_to_date((select missiles_day from reach)) as l on l.year = year(r.missiles_day)
),

flights as (
    select *
    from launch_gaps('ICBM')
    where launch_day <= (select missiles_day from reach)
),

-- Between two launches, and since the last one.
waits as (
    select previous_day as began_on, launch_day as ended_on, gap_days
    from flights
    where gap_days is not null
    union all
    select max(f.launch_day) as began_on, null as ended_on, any_value(r.missiles_day) - max(f.launch_day) as gap_days
    from flights as f
    cross join reach as r
    having count(*) > 0
),

longest_gap as (
    select
        'icbm_gap' as claim,
        'Had North Korea once launched no ICBM for more than four years?' as question,
        any_value(f.gap_days)::double as value,
        'days' as unit,
        case
            when count(f.began_on) = 0 then 'no event recorded'
            when any_value(coalesce(f.ended_on, r.missiles_day) > f.began_on + interval 4 year) then 'holds'
            else 'does not hold'
        end as verdict,
        any_value(r.missiles_day) as as_of,
        'launch_gaps' as query,
        case
            when count(f.began_on) = 0 then 'No launch of an ICBM is recorded by that day.'
            else printf(
                'The longest time without an ICBM launch ran from %s to %s: %s days, or %.1f years.',
                strftime(any_value(f.began_on), '%-d %B %Y'),
                coalesce(
                    strftime(any_value(f.ended_on), '%-d %B %Y'),
                    'the day, ' || strftime(any_value(r.missiles_day), '%-d %B %Y') || ', and had not ended'
                ),
                format('{:,}', any_value(f.gap_days)), any_value(f.gap_days) / 365.25
            )
        end as finding,
        'The longest time without one, between two launches or since the last, exceeds four years.' as criterion,
        'class=ICBM' as rows
    from reach as r
    left join (
        from waits order by gap_days desc, began_on limit 1
    ) as f on true
),

invasion as (
    select
        date '2022-02-24' as began_on,
        r.council_day,
        -- As many days before as from the first to the day.
        date '2022-02-24' - (r.council_day - date '2022-02-24')::integer - 1 as before_on
    from reach as r
),

decided as (
    select
        count(*) filter (d.outcome = 'vetoed' and d.voted_on >= i.began_on) as vetoed_since,
        count(*) filter (d.outcome = 'adopted' and d.voted_on >= i.began_on) as adopted_since,
        count(*) filter (d.outcome = 'vetoed' and d.voted_on < i.began_on) as vetoed_before,
        count(*) filter (d.outcome = 'adopted' and d.voted_on < i.began_on) as adopted_before,
        any_value(i.council_day) as council_day,
        any_value(i.council_day - i.began_on) + 1 as span_days
    from invasion as i
    left join council_drafts as d on d.voted_on between i.before_on and i.council_day
),

shares as (
    select
        *,
        vetoed_since / nullif(vetoed_since + adopted_since, 0) as share_since,
        vetoed_before / nullif(vetoed_before + adopted_before, 0) as share_before
    from decided
),

council_vetoes as (
    select
        'council_vetoes' as claim,
        'Did vetoes paralyse the Security Council after 24 February 2022?' as question,
        case when span_days > 1 then share_since end as value,
        'share of drafts decided that were vetoed' as unit,
        case
            when span_days <= 1 or share_since is null then 'no event recorded'
            when share_since >= 0.5 then 'holds'
            when share_since >= 1.5 * share_before then 'holds in part'
            else 'does not hold'
        end as verdict,
        council_day as as_of,
        'council_paralysis' as query,
        case
            when span_days <= 1 then 'The day does not lie after the invasion of 24 February 2022.'
            else printf(
                'Drafts from 24 February 2022 to %s: %d vetoed and %d adopted; in the %s before: %d vetoed and %d adopted.',
                strftime(council_day, '%-d %B %Y'), vetoed_since, adopted_since,
                format('{:,} days', span_days), vetoed_before, adopted_before
            )
        end as finding,
        'At least half of the drafts decided were vetoed; in part: the share is at least 1.5 times the earlier share.'
            as criterion,
        printf('from=%d-01-01 to=%s', year(council_day) - 10, council_day) as rows
    from shares
),

korea_texts as (
    select
        count(p.symbol) filter (p.kind <> 'vetoed draft' and p.purpose <> 'mandate renewal') as new_texts,
        count(p.symbol) filter (p.purpose = 'mandate renewal' and p.kind <> 'vetoed draft') as renewals,
        count(p.symbol) filter (p.kind = 'vetoed draft') as vetoed
    from invasion as i
    left join dprk_products('2022-02-24', (select council_day from reach)) as p on true
),

last_text as (
    select max(p.date) as adopted_on
    from dprk_products('1993-01-01', (select council_day from reach)) as p
    where p.kind <> 'vetoed draft' and p.purpose <> 'mandate renewal'
),

council_korea as (
    select
        'council_on_north_korea' as claim,
        'Did the Council fail to answer North Korea''s launches after 24 February 2022?' as question,
        case when i.council_day > i.began_on then k.new_texts::double end as value,
        'new resolutions and statements' as unit,
        case
            when i.council_day <= i.began_on then 'no event recorded'
            when k.new_texts = 0 then 'holds'
            else 'does not hold'
        end as verdict,
        i.council_day as as_of,
        'dprk_products' as query,
        case
            when i.council_day <= i.began_on then 'The day does not lie after the invasion of 24 February 2022.'
            else printf(
                'New resolutions and statements on North Korea from 24 February 2022 to %s, renewals of mandates aside: %d; renewals: %d; drafts vetoed: %d.%s',
                strftime(i.council_day, '%-d %B %Y'), k.new_texts, k.renewals, k.vetoed,
                coalesce(' The last new one was of ' || strftime(l.adopted_on, '%-d %B %Y') || '.', '')
            )
        end as finding,
        'No new resolution or presidential statement on North Korea, renewals of mandates aside.' as criterion,
        printf('from=2006-01-01 to=%s', i.council_day) as rows
    from invasion as i
    cross join korea_texts as k
    cross join last_text as l
),

gap as (
    select
        'russia_v_north_korea_' || g.thing as claim,
        'Had Russia''s isolation reached North Korea''s: ' || lower(g.label[1]) || g.label[2:] || '?' as question,
        g.ratio as value,
        'times North Korea''s' as unit,
        case
            when g.count_a = 0 and g.count_b = 0 then 'no event recorded'
            when g.count_a >= g.count_b and g.un_measures_b and not g.un_measures_a then 'holds in part'
            when g.count_a >= g.count_b then 'holds'
            when g.count_a >= g.count_b / 2 then 'holds in part'
            else 'does not hold'
        end as verdict,
        r.standing_day as as_of,
        g.query,
        printf('%s: Russia %d, North Korea %d.', g.label, g.count_a, g.count_b) || case
            when g.un_measures_a and g.un_measures_b then
                ' Sanctions of the United Nations on both, which bind all members, are not counted.'
            when g.un_measures_b then
                ' Sanctions of the United Nations on North Korea, which bind all members, are not counted; there are none on Russia.'
            when g.un_measures_a then
                ' Sanctions of the United Nations on Russia, which bind all members, are not counted; there are none on North Korea.'
            else ''
        end as finding,
        'Russia''s count is at least North Korea''s; in part: at least half of it' || case g.thing
            when 'sanctioning_states' then
                ', or all of it while sanctions of the United Nations bind all members against North Korea alone.'
            else '.'
        end as criterion,
        'on=' || r.standing_day as rows
    from standing_gap((select standing_day from reach), 'RUS', 'PRK') as g
    cross join reach as r
),

all_claims as (
    select 1 as place, * from donbas
    union all select 2 as place, * from break_with_korea
    union all select 3 as place, * from break_with_whom
    union all select 4 as place, * from missiles
    union all select 5 as place, * from longest_gap
    union all select 6 as place, * from council_vetoes
    union all select 7 as place, * from council_korea
    union all select 8 as place, * from gap
)

select * exclude (place)
from all_claims
order by place, claim
