"""Claim graphs to claims: who says what, how firmly, of when; every claim with the words that make it."""

from rashomon.interpret.interpreter import Interpreter

__all__ = ["Interpreter"]
