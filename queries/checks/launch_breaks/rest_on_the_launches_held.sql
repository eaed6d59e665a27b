/* ---
severity: warn
title: Estimates of a break rest on the launches and Council texts held now
remedy: "Estimate again: python -m analytics estimate launch-breaks"
--- */
with counted as (
    from launch_counts('1984-01-01', '9999-12-31', 'month', 'PRK', false)
),

held as (
    select
        b.outcome,
        b.break_on,
        any_value(b.count_before) as count_before,
        any_value(b.count_after) as count_after,
        any_value(b.ends_on) as ends_on,
        sum(case b.outcome when 'missiles' then c.missiles else c.launch_days end) filter (c.period < b.break_on)
            as before_now,
        sum(case b.outcome when 'missiles' then c.missiles else c.launch_days end) filter (c.period >= b.break_on)
            as after_now,
        last_day(max(c.period)) as ends_now
    from launch_breaks as b
    join counted as c on c.period >= b.starts_on
    group by b.outcome, b.break_on
),

sanctioned as (
    select
        month_from(min(product_date)) as starts_on,
        month_from(max(product_date)) as first_break
    from council_products
    where dprk_specific and kind = 'resolution' and purpose = 'sanctions'
)

select h.outcome, h.break_on, h.count_before, h.before_now, h.count_after, h.after_now, h.ends_on, h.ends_now
from held as h
where h.count_before <> h.before_now or h.count_after <> h.after_now or h.ends_on <> h.ends_now
union all
select b.outcome, min(b.break_on), null, null, null, null, null, null
from launch_breaks as b
cross join sanctioned as s
group by b.outcome, s.starts_on, s.first_break
having min(b.break_on) <> s.first_break or min(b.starts_on) <> s.starts_on
order by 1, 2
