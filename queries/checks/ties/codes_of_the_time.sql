/* ---
severity: fail
title: A step is between states that existed on its day
remedy: Use the code of the time in data/ties.csv (SUN before 26 December 1991, YUG before 27 April 1992, CSK before 1993).
--- */
with lives (state, first_day, last_day) as (
    values
        ('SUN', date '1922-12-30', date '1991-12-25'),
        ('RUS', date '1991-12-26', null),
        ('YUG', date '1918-12-01', date '1992-04-26'),
        ('SCG', date '1992-04-27', date '2006-06-04'),
        ('SRB', date '2006-06-05', null),
        ('CSK', date '1918-10-28', date '1992-12-31'),
        ('CZE', date '1993-01-01', null),
        ('SVK', date '1993-01-01', null),
        ('DDR', date '1949-10-07', date '1990-10-02'),
        ('YMD', date '1967-11-30', date '1990-05-21'),
        ('SSD', date '2011-07-09', null)
)

select k.tie_id, l.state, k.event_date
from ties as k
join lives as l on l.state in (k.initiator, k.target)
where effective_date(k.event_date, k.date_precision) < l.first_day
   or k.event_date > l.last_day
order by k.tie_id
