"""An extractor that some articles are bad for; in a module of its own, so that worker processes can import it."""

from __future__ import annotations

import os
import signal
import time
from datetime import date

from factx import Article, Extractor, Facts

__all__ = ["PoisonExtractor"]


class PoisonExtractor(Extractor):
    """Does what the text says: RAISE, HANG, KILL, EXIT, STOP, SLOW; else extracts."""

    def extract(self, article: str | Article, *, published: date | str | None = None) -> Facts:
        text = article if isinstance(article, str) else article.text
        if text == "RAISE":
            raise RuntimeError("poisoned")
        if text == "STOP":
            raise SystemExit("poisoned")
        if text == "HANG":
            while True:
                time.sleep(0.01)
        if text == "KILL":
            os.kill(os.getpid(), signal.SIGKILL)
        if text == "EXIT":
            os._exit(3)
        if text == "SLOW":
            time.sleep(0.3)
        return super().extract(article, published=published)
