"""What one statement of a person's own may use."""

TIME_LIMIT_SECONDS = 5.0
ROW_LIMIT = 10_000
COLUMN_LIMIT = 200
BYTE_LIMIT = 8_000_000
STATEMENT_LENGTH = 20_000
# What DuckDB keeps to, and what the system holds the whole process to: lists and texts escape the former.
MEMORY = "320 MB"
PROCESS_MEMORY = 640_000_000
AT_ONCE = 2
WAIT_SECONDS = 3.0
# Behind the pages, which run at 0.
NICENESS = 10
