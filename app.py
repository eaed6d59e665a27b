"""The server: the dashboard and the HTTP routes beside it. Run: streamlit run app.py"""

import streamlit as st
from starlette.routing import Route

from analytics.api.health import health
from analytics.catalog.build import build
from analytics.paths import ROOT

build()

app = st.App(ROOT / "analytics" / "dashboard" / "entry.py", routes=[Route("/api/v1/health", health)])
