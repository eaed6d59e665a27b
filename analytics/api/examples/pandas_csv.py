# Python, pandas: a query's rows as a frame.
import pandas as pd

API = "http://localhost:8501/api/v1"

launches = pd.read_csv(f"{API}/query/launches_to_date.csv?on=2022-07-14", parse_dates=["through"])
print(launches.tail(3).to_string(index=False))
