"""The server: the dashboard and the HTTP routes beside it. Run: streamlit run app.py"""

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from analytics.api.geometry import geometry
from analytics.api.headers import SafeHeaders
from analytics.api.health import health
from analytics.catalog.build import build
from analytics.paths import ROOT

# Without this, Streamlit takes a folder named pages/ for its old kind of app until entry.py has run once.
PagesManager.uses_pages_directory = False

build()

app = st.App(
    ROOT / "analytics" / "dashboard" / "entry.py",
    routes=[Route("/api/v1/health", health), Route("/geo/{name}", geometry)],
    middleware=[Middleware(SafeHeaders)],
)
