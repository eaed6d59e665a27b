# Python, DuckDB: rows as Parquet, joined in SQL. With the extension httpfs, read_parquet takes the address itself.
from io import BytesIO
from urllib.request import urlopen

import duckdb
import pyarrow.parquet as pq

API = "http://localhost:8501/api/v1"


def fetch(query):
    return pq.read_table(BytesIO(urlopen(f"{API}/query/{query}").read()))


isolated = fetch("isolation_index.parquet?on=2022-07-14")
sanctioned = fetch("sanction_senders.parquet?on=2022-07-14")
print(
    duckdb.sql(
        """
        select i.state_name, round(i.index) as isolation, s.senders
        from isolated as i
        join sanctioned as s on s.target = i.state
        order by i.index desc
        limit 5
        """
    )
)
