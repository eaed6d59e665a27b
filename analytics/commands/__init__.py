"""The command line, a module for each kind of work; `analytics/__main__.py` puts them together."""
