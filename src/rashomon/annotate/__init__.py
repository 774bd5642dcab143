"""Document to claim graphs: labels, notation, the model and its decoding."""

from rashomon.annotate.annotator import Annotator

__all__ = ["Annotator"]
