"""Files whose name carries their digest, so that a browser may keep them for ever; compressed once."""

import gzip
import hashlib
from dataclasses import dataclass
from functools import cached_property

from starlette.requests import Request
from starlette.responses import Response

HEADERS = {
    "Cache-Control": "public, max-age=31536000, immutable",
    "Vary": "Accept-Encoding",
    # A framed page without an origin of its own, as some editors make them, may read them too.
    "Access-Control-Allow-Origin": "*",
}


@dataclass(frozen=True)
class LastingFile:
    """A file that never changes under its name."""

    content: bytes
    media_type: str

    @cached_property
    def zipped(self) -> bytes:
        """The content, compressed."""
        return gzip.compress(self.content, mtime=0)

    def answer(self, request: Request) -> Response:
        """Return the file, compressed for those that can read it so."""
        if "gzip" not in request.headers.get("accept-encoding", ""):
            return Response(self.content, media_type=self.media_type, headers=HEADERS)
        return Response(self.zipped, media_type=self.media_type, headers=HEADERS | {"Content-Encoding": "gzip"})


def digest_of(content: bytes) -> str:
    """Return what a file's name carries of its content."""
    return hashlib.sha256(content).hexdigest()[:12]
