# Shell: rows, a whole table, a picture for a slide, and only what is new since the last time.
set -eu
API=http://localhost:8501/api/v1

curl -fsS "$API/query/veto_totals.csv?from=1946-01-01&to=2022-07-14"
curl -fsS -o veto_casts.parquet "$API/table/veto_casts.parquet"
curl -fsS -o vetoes.png "$API/charts/council-vetoes.png?from=1946-01-01&to=2022-07-14&size=slide"
curl -fsS --etag-save version.etag --etag-compare version.etag -o queries.json "$API/queries"
