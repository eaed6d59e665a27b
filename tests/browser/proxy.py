"""A real nginx with one of our configurations."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/opt/homebrew/bin")
MAIN = """
daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{}}
http {{
    # Its workers may not write where the test may.
    access_log off; proxy_max_temp_file_size 0;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    include {folder}/cordon.conf;
}}
"""


@contextmanager
def run_nginx(configuration: str, folder: Path, health: str) -> Iterator[None]:
    """Run nginx with a configuration of ours until the block ends; `health` answers once it serves."""
    (folder / "cordon.conf").write_text(configuration, encoding="utf-8")
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder), encoding="utf-8")
    server = subprocess.Popen([str(NGINX), "-p", str(folder), "-c", str(folder / "nginx.conf")])
    try:
        wait_until_served(health, folder)
        yield
    finally:
        server.terminate()
        server.wait(timeout=10)


def wait_until_served(url: str, folder: Path) -> None:
    """Return once an address answers; raises RuntimeError with nginx's log if it does not."""
    for _ in range(50):
        try:
            if httpx2.get(url).status_code == httpx2.codes.OK:
                return
        except httpx2.HTTPError:
            time.sleep(0.1)
    raise RuntimeError((folder / "error.log").read_text(encoding="utf-8"))
