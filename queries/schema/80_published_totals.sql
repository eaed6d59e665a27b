-- Figures that others publish, held against what our queries return.

create table published_totals (
    total_id varchar primary key check (regexp_full_match(total_id, '[a-z0-9]+(-[a-z0-9]+)*')),
    topic varchar not null,
    title varchar not null,
    query_id varchar not null,
    parameters varchar,
    row_filter varchar,
    column_name varchar,
    published double not null,
    reason varchar,
    citation varchar not null,
    source_id varchar not null references sources (source_id),
    evidence evidence not null
);
comment on table published_totals is 'Figures that others publish, each beside the query that gives ours.';
comment on column published_totals.total_id is 'Key of the figure.';
comment on column published_totals.topic is 'Topic under which it is shown.';
comment on column published_totals.title is 'What is counted, when.';
comment on column published_totals.query_id is 'Query that gives our figure.';
comment on column published_totals.parameters is 'Its parameters as name=value, separated by semicolons.';
comment on column published_totals.row_filter is 'Which rows of its answer count, as column=value, separated by semicolons; null for all.';
comment on column published_totals.column_name is 'Column whose values are added up over those rows; null counts the rows.';
comment on column published_totals.published is 'Figure as published.';
comment on column published_totals.reason is 'Why ours differs; null where the two agree.';
comment on column published_totals.citation is 'Where the figure is published.';
comment on column published_totals.source_id is 'Publisher of the figure.';
comment on column published_totals.evidence is 'Grade of the published figure itself: D was noted from general knowledge.';
