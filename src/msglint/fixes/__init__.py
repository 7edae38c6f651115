"""Fixes: what a violation offers, whether it holds, and how it gets into the file."""
