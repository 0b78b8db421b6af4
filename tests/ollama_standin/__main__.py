"""Starts the stand-in and says where it listens; ends when its standard input does."""

from __future__ import annotations

import argparse
import os
import sys
import threading
from pathlib import Path

from tests.ollama_standin.runner import Model
from tests.ollama_standin.server import StandIn


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.ollama_standin", description=__doc__)
    parser.add_argument("--port", type=int, default=11434)
    parser.add_argument("--weights", type=Path, required=True, help="a GGUF file")
    parser.add_argument("--model", action="append", default=[], help="a name for them")
    parser.add_argument("--thinking", action="append", default=[], metavar="NAME=FAMILY")
    parser.add_argument(
        "--embedding", action="append", default=[], help="a name of a model that cannot write"
    )
    parser.add_argument("--pullable", action="append", default=[], help="a name that can be pulled")
    parser.add_argument("--vram", type=float, default=0.0, help="the share that is said to be on the GPU")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    models = [Model(name, options.weights) for name in options.model]
    for text in options.thinking:
        name, _, family = text.partition("=")
        models.append(Model(name, options.weights, family or "llama", thinks=True))
    models += [Model(name, options.weights, writes=False) for name in options.embedding]
    server = StandIn(options.port, models, options.pullable, options.vram, options.threads)
    print(f"listening on http://127.0.0.1:{server.server_port}", flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    # Whoever started it holds the other end: it goes away with them, however they end.
    sys.stdin.read()


if __name__ == "__main__":
    main()
