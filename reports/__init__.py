"""Renders what it is given and computes nothing."""
