"""Values and rules: what a dictation is, and what happens to it. No I/O, no threads, no clock."""
