"""The guard: whether a clean-up still says what was spoken. Start reading in guard.py."""
