"""The exercise catalogue: reviewed files, their index, and the look-up of typed names."""

from wodlang.model.catalogue.catalogue import Catalogue, load_catalogue

__all__ = ["Catalogue", "load_catalogue"]
