"""Build, ask and serve in the folder it is started in, as the README says, and print what came of it as JSON.

Run as a script without anything but Python's own library. `--unplug`, inside a network of its own (`unshare --net`),
raises the loopback there, which is then the only way anywhere.
"""

import fcntl
import json
import socket
import struct
import subprocess
import sys
import time
import urllib.request

SET_FLAGS, UP_RUNNING = 0x8914, 0x1 | 0x40
ELSEWHERE = ("192.0.2.1", 443)
QUESTION = ("query", "launches_to_date", "-p", "on=2022-07-14", "--format", "json")
START_SECONDS = 90


def raise_loopback() -> None:
    """Bring up `lo`, which a new network has down."""
    with socket.socket() as any_socket:
        fcntl.ioctl(any_socket, SET_FLAGS, struct.pack("16sh14x", b"lo", UP_RUNNING))


def reaches_elsewhere() -> bool:
    """Say whether anything but this machine can be called at all."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as caller:
        try:
            caller.connect(ELSEWHERE)
        except OSError:
            return False
    return True


def run(python: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run our command line."""
    return subprocess.run([python, "-m", "analytics", *arguments], capture_output=True, text=True, check=False)


def free_port() -> int:
    """Return a port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def ask_server(python: str) -> dict[str, object]:
    """Serve the dashboard, and return what health and a page answer and what the server wrote."""
    port = free_port()
    options = [f"--server.port={port}", "--server.address=127.0.0.1"]
    server = subprocess.Popen(
        [python, "-m", "streamlit", "run", "app.py", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    answers: dict[str, object] = {}
    end = time.monotonic() + START_SECONDS
    while "health" not in answers and time.monotonic() < end and server.poll() is None:
        try:
            for name, path in (("page", ""), ("health", "api/v1/health")):
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=30) as answer:
                    answers[name] = answer.read().decode()
        except OSError:
            time.sleep(0.3)
    server.terminate()
    return answers | {"log": server.communicate(timeout=60)[0]}


def main(python: str) -> None:
    """Do all of it with one Python."""
    if "--unplug" in sys.argv:
        raise_loopback()
    built, asked = run(python, "build"), run(python, *QUESTION)
    told = {
        "elsewhere": reaches_elsewhere(),
        "build": [built.returncode, built.stdout + built.stderr],
        "query": [asked.returncode, asked.stdout, asked.stderr],
    }
    print(json.dumps(told | ask_server(python)))


if __name__ == "__main__":
    main(sys.argv[1])
