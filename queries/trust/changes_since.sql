/* ---
id: changes_since
title: What changed in the data
question: Which tables changed since a version of the data, and by how many rows?
grain: [number, table_name]
params:
  since: {type: text, default: null, example: '2026.09.30+2ff77b34', description: 'Version of the data, such as 2026.09.24+1a2b3c4d in the footer of a chart; every version where left out'}
columns:
  number: {unit: ordinal, description: Place of the version in their order}
  version: {unit: label, description: Version that brought the change}
  recorded_on: {unit: date, description: Day the version was recorded}
  table_name: {unit: table, description: 'Table changed, all where only order or form of files changed'}
  added: {unit: rows, description: Rows added}
  changed: {unit: rows, description: Rows with another value}
  removed: {unit: rows, description: Rows removed}
  reason: {unit: text, description: Why}
  row_keys: {unit: text, description: 'First keys of each kind: + added, ~ changed, - removed'}
caveats:
  - A row that changed in two versions counts in each.
  - Rows are compared as they stand in the files; a correction counts as a row of corrections.
  - No rows for a version that the changelog does not name, and for the present one.
method: Every row is compared by primary key with the version before; numbers are those of the changelog, versions after the one named, newest first.
--- */
with named as (
    select max(number) as number
    from data_changes
    where version = $since::varchar
)

select
    c.number,
    c.version,
    c.recorded_on,
    c.table_name,
    c.added,
    c.changed,
    c.removed,
    c.reason,
    c.row_keys,
from data_changes as c
cross join named as n
where $since::varchar is null or c.number > n.number
order by c.number desc, c.table_name
