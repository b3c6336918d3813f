#!/usr/bin/env python3
"""rapidfuzz_kernels.py: pairs a second of rapidfuzz's batch kernels on names of 8 letters, on one core, as splink_bench measures ours.

`process.cdist` with workers=1 compares one text with many in rapidfuzz-cpp's SIMD batches (MultiJaroWinkler, MultiLevenshtein) where the processor has
AVX2; it also writes a matrix, which ours does not need to.
"""
import random
import time

import numpy
import rapidfuzz
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler, Levenshtein

rng = random.Random(1)
names = ["".join(rng.choice("bdgklmnrst" if at % 2 == 0 else "aeiou") for at in range(8)) for _ in range(3000)]
for name, scorer, dtype in [("Jaro-Winkler", JaroWinkler.similarity, numpy.float32), ("Levenshtein", Levenshtein.distance, numpy.uint8)]:
    best = 0.0
    for _ in range(5):
        start = time.perf_counter()
        process.cdist(names, names, scorer=scorer, dtype=dtype, workers=1)
        # A list against itself is symmetric: rapidfuzz works out half of it.
        best = max(best, len(names) * (len(names) - 1) / 2 / (time.perf_counter() - start))
        start = time.perf_counter()
        process.cdist(names, names[::-1], scorer=scorer, dtype=dtype, workers=1)
        best = max(best, len(names) ** 2 / (time.perf_counter() - start))
    print(f"rapidfuzz {rapidfuzz.__version__} {name}: {best / 1e6:.0f} million pairs a second")
