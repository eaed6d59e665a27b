"""The server: the dashboard and the HTTP routes beside it. Run: streamlit run app.py"""

import streamlit as st
from starlette.middleware import Middleware
from streamlit.runtime.pages_manager import PagesManager

from analytics.api.headers import SafeHeaders, answer_outage
from analytics.api.routes import ROUTES
from analytics.api.running import lifespan
from analytics.catalog.service import start
from analytics.paths import ROOT

# Without this, Streamlit takes a folder named pages/ for its old kind of app until entry.py has run once.
PagesManager.uses_pages_directory = False

start()

app = st.App(
    ROOT / "analytics" / "dashboard" / "entry.py",
    routes=ROUTES,
    lifespan=lifespan,
    middleware=[Middleware(SafeHeaders)],
    exception_handlers={Exception: answer_outage},
)
