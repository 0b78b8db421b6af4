"""The windows: they show state and emit requests, and decide nothing."""
