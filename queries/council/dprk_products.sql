/* ---
id: dprk_products
title: What the Council said on North Korea
question: Which resolutions, statements and vetoed drafts on North Korea fall into this span?
grain: [symbol]
params:
  from: {type: date, example: 2006-01-01, description: First day of the span}
  to: {type: date, example: 2024-12-31, description: Last day of the span}
columns:
  date: {unit: date, description: Day of the vote or statement}
  symbol: {unit: symbol, description: 'Symbol of the text, or of the vetoed draft'}
  kind: {unit: label, description: 'resolution, presidential statement or vetoed draft'}
  purpose: {unit: label, description: 'Our label: sanctions, designations, condemnation, mandate renewal or other'}
  prompted_by: {unit: text, description: 'Event that prompted it, null where none is named'}
  vote: {unit: for-against-abstaining, description: 'Votes, null for statements'}
  record: {unit: symbol, description: Record of the meeting}
  evidence: {unit: grade, description: 'Evidence grade, A to D'}
  source: {unit: source id, description: Source of the row}
  answers_launch: {unit: boolean, description: 'Whether a launch or a nuclear test prompted it, by the words of prompted_by; false for vetoed drafts'}
caveats:
  - Texts on North Korea alone; general texts that name it are left out.
  - Press statements, which are no decision of the Council, are not compiled.
method: Rows of council_products that are on North Korea alone.
--- */
select
    product_date as date,
    symbol,
    kind,
    purpose,
    prompted_by,
    vote,
    meeting as record,
    evidence,
    source_id as source,
    kind <> 'vetoed draft'
        and regexp_matches(coalesce(prompted_by, ''), '\b(launch(es)?|nuclear tests?)\b') as answers_launch
from council_products
where dprk_specific
  and product_date between $from::date and $to::date
order by product_date, symbol
