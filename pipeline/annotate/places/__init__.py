"""Places of a text: named locations with point, country and GeoNames id where there are any.

`text` is the Doc as seen from here, `names` finds names, `phrases` the words that belong to them,
`choose` tells places of one name apart, `find` puts it together. Whether a country or capital acts
or is where something happens is decided by `pipeline.annotate.actors.metonymy`.
"""

from pipeline.annotate.places.find import find_places

__all__ = ["find_places"]
