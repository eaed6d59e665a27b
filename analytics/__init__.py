"""Cordon: sanctions and isolation analytics."""
