-- Security Council: drafts put to the vote, vetoes cast on them, members' votes, what it said on North Korea.

create type council_outcome as enum ('adopted', 'vetoed', 'failed');
create type council_vote as enum ('yes', 'abstain', 'no', 'absent');

create table council_drafts (
    draft_id varchar primary key,
    draft varchar,
    resolution varchar,
    voted_on date not null,
    meeting varchar,
    text_kind varchar not null check (text_kind in ('resolution', 'amendment', 'admission')),
    topic varchar,
    region varchar,
    title varchar not null,
    outcome council_outcome not null,
    yes integer check (yes between 0 and 15),
    abstain integer check (abstain between 0 and 15),
    no integer check (no between 0 and 15),
    absent integer check (absent between 0 and 15),
    chapter_vii boolean,
    url varchar,
    citation varchar,
    source_id varchar not null references sources (source_id),
    evidence evidence not null,
    check ((outcome = 'adopted') = (resolution is not null))
);
comment on table council_drafts is 'One row per draft that the Security Council put to the vote and adopted, or that a veto defeated. Drafts that failed for lack of votes are not compiled.';
comment on column council_drafts.draft_id is 'Key: the record number of an adopted text, or veto- with date and number.';
comment on column council_drafts.draft is 'Symbol of the draft; null where it has none or it is not recorded.';
comment on column council_drafts.resolution is 'Symbol of the resolution, such as S/RES/2397 (2017); null where not adopted.';
comment on column council_drafts.voted_on is 'Day of the vote.';
comment on column council_drafts.meeting is 'Record of the meeting, or the documents of a vote by letter.';
comment on column council_drafts.text_kind is 'resolution, amendment or admission (recommendation of a new member).';
comment on column council_drafts.topic is 'Topic of a vetoed draft; null for adopted texts.';
comment on column council_drafts.region is 'Region of the topic; null where not recorded.';
comment on column council_drafts.title is 'Title or agenda item.';
comment on column council_drafts.outcome is 'adopted, vetoed or failed.';
comment on column council_drafts.yes is 'Votes in favour; null where not recorded.';
comment on column council_drafts.abstain is 'Abstentions; null where not recorded.';
comment on column council_drafts.no is 'Votes against; null where not recorded.';
comment on column council_drafts.absent is 'Members that did not take part; null where not recorded.';
comment on column council_drafts.chapter_vii is 'Whether adopted under Chapter VII, since 2000; null where not recorded.';
comment on column council_drafts.url is 'Record in the UN Digital Library.';
comment on column council_drafts.citation is 'Document the row rests on, where not the source''s own list.';
comment on column council_drafts.source_id is 'Source of the row.';
comment on column council_drafts.evidence is 'Evidence grade, A to D.';

create table veto_casts (
    draft_id varchar not null references council_drafts (draft_id),
    cast_by varchar not null references states (state),
    seat varchar not null check (seat in ('CHN', 'FRA', 'GBR', 'RUS', 'USA')),
    source_id varchar not null references sources (source_id),
    evidence evidence not null,
    primary key (draft_id, cast_by)
);
comment on table veto_casts is 'One row per negative vote of a permanent member that defeated a draft.';
comment on column veto_casts.draft_id is 'Draft.';
comment on column veto_casts.cast_by is 'Member, under the code of the time (SUN; TWN for the Republic of China).';
comment on column veto_casts.seat is 'Permanent seat: RUS holds the Soviet Union''s, CHN the seat of China.';
comment on column veto_casts.source_id is 'Source of the row.';
comment on column veto_casts.evidence is 'Evidence grade, A to D.';

create table council_votes (
    draft_id varchar not null,
    member varchar not null,
    vote council_vote not null,
    permanent boolean not null,
    source_id varchar not null,
    evidence evidence not null,
    primary key (draft_id, member)
);
comment on table council_votes is 'One row per member and adopted resolution.';
comment on column council_votes.draft_id is 'Draft adopted.';
comment on column council_votes.member is 'Member, under the code of the time.';
comment on column council_votes.vote is 'yes, abstain, no or absent (did not take part).';
comment on column council_votes.permanent is 'Whether it held a permanent seat.';
comment on column council_votes.source_id is 'Source of the row.';
comment on column council_votes.evidence is 'Evidence grade, A to D.';

create table council_products (
    symbol varchar primary key,
    product_date date not null,
    kind varchar not null check (kind in ('resolution', 'presidential statement', 'vetoed draft')),
    purpose varchar not null check (
        purpose in ('sanctions', 'designations', 'condemnation', 'mandate renewal', 'other', 'general text')
    ),
    prompted_by varchar,
    dprk_specific boolean not null,
    vote varchar,
    meeting varchar,
    draft varchar,
    source_id varchar not null references sources (source_id),
    evidence evidence not null
);
comment on table council_products is 'What the Security Council adopted, stated or failed to adopt on North Korea.';
comment on column council_products.symbol is 'Symbol of the text, or of the vetoed draft.';
comment on column council_products.product_date is 'Day of the vote or statement.';
comment on column council_products.kind is 'resolution, presidential statement or vetoed draft.';
comment on column council_products.purpose is 'Our label: sanctions, designations, condemnation, mandate renewal (Panel of Experts), other, or general text (not on North Korea alone).';
comment on column council_products.prompted_by is 'Event that prompted it, in a few words; null where none is named.';
comment on column council_products.dprk_specific is 'Whether the text is on North Korea alone; general texts are not counted.';
comment on column council_products.vote is 'Votes in favour, against and abstaining; null for statements.';
comment on column council_products.meeting is 'Record of the meeting.';
comment on column council_products.draft is 'Symbol of the draft; null for statements and where not recorded.';
comment on column council_products.source_id is 'Source of the row.';
comment on column council_products.evidence is 'Evidence grade, A to D.';
