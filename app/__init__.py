"""Sayso: hold a key anywhere, speak, let go, and the text is at the cursor."""

import os

__version__ = "0.1.0"

# Libraries that tell their makers how they are used, unless they are told not to. onnxruntime does so from
# 1.29 on, with code of its own that no gate of Python's sees. It is told here, and not where it is loaded, as
# it is too late once any part of it is in the process; Sayso's other processes inherit it.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
os.environ["DO_NOT_TRACK"] = "1"
