"""What the generators share: the files of Debian's unicode-data package, and tables of pairs of Han characters."""

import bz2
import re

UNICODE = "/usr/share/unicode"


def rows(name):
    """The fields of a file of the database, without comments."""
    opened = bz2.open if name.endswith(".bz2") else open
    with opened(f"{UNICODE}/{name}", "rt", encoding="utf-8") as file:
        for line in file:
            line = line.split("#")[0].rstrip("\n")
            if line:
                yield [field.strip() for field in re.split("[;\t]", line)]


def pairs_literal(pairs):
    """Each character and the other one, in lines of a multi-line literal that joins them again."""
    pairs = [chr(code) + chr(other) for code, other in sorted(pairs)]
    lines = ["".join(pairs[index : index + 26]) for index in range(0, len(pairs), 26)]
    return "\n".join(f"    {line}\\" for line in lines).removesuffix("\\")
