"""Every HTTP route beside the dashboard's own."""

import duckdb
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.routing import BaseRoute, Mount, Route

from analytics.api.caching import VERSION_HEADER
from analytics.api.charts import answer_card, answer_chart, list_charts
from analytics.api.documentation import documentation
from analytics.api.embed import answer_fault as embed_fault
from analytics.api.embed import embed
from analytics.api.examples import examples
from analytics.api.geometry import geometry
from analytics.api.health import health
from analytics.api.openapi import openapi
from analytics.api.problems import answer_database, answer_fault, answer_http
from analytics.api.queries import TOTAL, answer_query, describe_query, list_queries
from analytics.api.scripts import script
from analytics.api.tables import answer_table, describe_table, list_tables
from analytics.api.unfurl import PAGE_ROUTES
from analytics.errors import CordonError

READABLE = Middleware(
    CORSMiddleware,
    allow_origins=["*"],
    allow_methods=["GET", "HEAD"],
    allow_headers=["If-None-Match", "Range"],
    expose_headers=["ETag", "Link", "Content-Range", VERSION_HEADER, "Cordon-As-Of", TOTAL],
)
PROBLEMS = Middleware(
    ExceptionMiddleware,
    handlers={CordonError: answer_fault, HTTPException: answer_http, duckdb.Error: answer_database},
)
API = Mount(
    "/api/v1",
    routes=[
        Route("/health", health),
        Route("/queries", list_queries),
        Route("/query/{id}.{form}", answer_query),
        Route("/query/{id}", describe_query),
        Route("/tables", list_tables),
        Route("/table/{name}.{form}", answer_table),
        Route("/table/{name}", describe_table),
        Route("/charts", list_charts),
        Route("/charts/{id}.{form}", answer_chart),
        Route("/openapi.json", openapi),
        Route("/docs", documentation),
        Route("/examples", examples),
    ],
    middleware=[READABLE, PROBLEMS],
)
FAULTS = Middleware(
    ExceptionMiddleware, handlers={CordonError: embed_fault, HTTPException: embed_fault, duckdb.Error: embed_fault}
)
EMBED = Mount("/embed", routes=[Route("/{id}", embed)], middleware=[FAULTS])
ROUTES: list[BaseRoute] = [
    API,
    EMBED,
    Mount("/cards", routes=[Route("/{name}.png", answer_card)], middleware=[PROBLEMS]),
    Route("/geo/{name}", geometry),
    Route("/scripts/{name}", script),
    *PAGE_ROUTES,
]
