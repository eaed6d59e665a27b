/* ---
id: council_response
title: How soon the Council answered a launch
question: After each day with a North Korean launch, how long until the Council's next text on North Korea?
grain: [launch_day]
params:
  from: {type: date, example: 2017-01-01, description: First day of the span}
  to: {type: date, example: 2022-12-31, description: Last day of the span}
columns:
  launch_day: {unit: date, description: Day with a launch}
  missiles: {unit: missiles, description: Missiles launched that day}
  top_class: {unit: label, description: Furthest-reaching class launched that day}
  next_product: {unit: symbol, description: 'Next resolution or presidential statement on North Korea, mandate renewals left out; null where none followed within the data'}
  next_product_type: {unit: label, description: resolution or presidential statement}
  days_to_product: {unit: days, description: 'Days until it; null where none followed within the data'}
  days_waited: {unit: days, description: 'Days until it, or until the end of the data where none followed'}
  next_vetoed_draft: {unit: symbol, description: 'First draft on North Korea vetoed on or after the day and before the next product'}
caveats:
  - A text that follows need not answer that launch; the Council often answers several.
  - Renewals of the Panel of Experts' mandate are routine and do not count as an answer.
  - Where none followed by the end of the data the days are unknown, not infinite.
method: For each launch day, the first product on or after it.
--- */
with covered as (
    select max(ends_on) as last_day
    from coverage
    where table_name = 'council_products'
),

days as (
    select
        launch_day,
        count(*) as missiles,
        max(class) as top_class
    from missile_launches
    where state = 'PRK' and launch_day between $from::date and $to::date
    group by launch_day
),

products as (
    select *
    from council_products
    where dprk_specific and purpose <> 'mandate renewal' and kind <> 'vetoed draft'
),

vetoed as (
    select *
    from council_products
    where dprk_specific and kind = 'vetoed draft'
),

answered as (
    select
        d.launch_day,
        d.missiles,
        d.top_class,
        arg_min(p.symbol, p.product_date) as next_product,
        arg_min(p.kind, p.product_date) as next_product_type,
        min(p.product_date) as product_date
    from days as d
    left join products as p on p.product_date >= d.launch_day
    group by d.launch_day, d.missiles, d.top_class
),

refused as (
    select
        d.launch_day,
        arg_min(v.symbol, v.product_date) as symbol,
        min(v.product_date) as product_date
    from days as d
    join vetoed as v on v.product_date >= d.launch_day
    group by d.launch_day
)

select
    a.launch_day,
    a.missiles,
    a.top_class,
    a.next_product,
    a.next_product_type,
    a.product_date - a.launch_day as days_to_product,
    coalesce(a.product_date, c.last_day) - a.launch_day as days_waited,
    case when r.product_date < coalesce(a.product_date, c.last_day + 1) then r.symbol end as next_vetoed_draft
from answered as a
cross join covered as c
left join refused as r on r.launch_day = a.launch_day
order by a.launch_day
