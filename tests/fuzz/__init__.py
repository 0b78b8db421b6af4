"""Damages files at random and decodes them: `python -m tests.fuzz --files FOLDER`."""
