"""Mentions become actors and places: the register, the gazetteer, and what each report says itself."""

from rashomon.resolve.decided import carried
from rashomon.resolve.gathering import Spoken, all_spoken, gather, gather_places
from rashomon.resolve.resolver import Resolution, Resolver

__all__ = ["Resolution", "Resolver", "Spoken", "all_spoken", "carried", "gather", "gather_places"]
