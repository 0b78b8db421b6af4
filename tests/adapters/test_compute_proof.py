"""Proving in a process of its own: real processes, real crashes, the real model."""

from __future__ import annotations

import io
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.adapters import flash_attention
from app.adapters.compute_proof import (
    MARK,
    Ask,
    ChildProofs,
    Question,
    library_version,
    write_question,
)
from app.adapters.model_store import LocalModels
from app.adapters.own_process import PROVE_COMPUTE, own_command
from app.adapters.whisper_loader import CTranslateEngines
from app.cli import parser
from app.commands.prove_compute import prove, run
from app.domain.compute import CPU, CUDA, Way
from app.domain.compute_proof import STOPPED, Offers, Proof, ProofTask, Verdict
from app.domain.flash_attention import NOT_BUILT, TOO_OLD
from tests.adapters.proof_bench import (
    GOOD,
    LONG,
    REAL_COMMAND,
    TASK,
    answering,
    proof_of,
    python,
    unix,
    with_driver,
)


@pytest.fixture
def on_cpu(local_models: LocalModels) -> ProofTask:
    return ProofTask(local_models.locate("tiny.en"), "tiny.en", Way(CPU, "int8"), 5)


# --- the real thing ---


def test_the_processor_proves_to_work_with_a_real_model(on_cpu: ProofTask) -> None:
    proof = proof_of(ChildProofs(), on_cpu)
    assert (proof.verdict, proof.reason) == (Verdict.WORKS, "")
    assert proof.used.startswith("int8")
    assert proof.load_seconds > 0
    assert proof.sentence_seconds > 0


def test_what_is_offered_is_what_the_library_says() -> None:
    offered = Offers(library_version(), CTranslateEngines().offers(), "", flash_attention.is_built())
    assert ChildProofs().offers() == offered
    assert library_version().startswith("CTranslate2 4.")


def test_what_is_not_offered_is_refused_without_a_crash(on_cpu: ProofTask) -> None:
    task = ProofTask(on_cpu.folder, "tiny.en", Way(CUDA, "int8_bfloat16"), 5)
    if "int8_bfloat16" in CTranslateEngines().offers().get(CUDA, ()):
        task = ProofTask(on_cpu.folder, "tiny.en", Way(CPU, "float16"), 5)
    assert proof_of(ChildProofs(), task).verdict is Verdict.REFUSED


def test_flash_attention_is_refused_in_words(on_cpu: ProofTask) -> None:
    # By every build on the processor, and by those without it on a card.
    proof = proof_of(ChildProofs(), replace(on_cpu, flash_attention=True))
    assert (proof.verdict, proof.reason) == (Verdict.REFUSED, TOO_OLD)
    driver = with_driver("raise RuntimeError('Flash attention 2 is not supported')")
    proof = proof_of(driver, replace(on_cpu, flash_attention=True))
    assert (proof.verdict, proof.reason) == (Verdict.REFUSED, NOT_BUILT)


def test_a_model_that_is_not_there_proves_nothing(tmp_path: Path) -> None:
    task = ProofTask(tmp_path / "gone", "base", Way(CPU, "int8"), 5)
    proof = proof_of(ChildProofs(), task)
    assert (proof.verdict, proof.lasts) == (Verdict.NOT_PROVED, False)
    assert "base" in proof.reason


# --- drivers that fail in the real command ---


@unix
def test_a_driver_that_crashes_kills_its_own_process_alone(
    on_cpu: ProofTask, caplog: pytest.LogCaptureFixture
) -> None:
    proof = proof_of(with_driver("ctypes.string_at(0)"), on_cpu)
    assert proof.verdict is Verdict.CRASHED
    assert proof.lasts
    assert "status -" in caplog.text


@unix
def test_a_driver_that_hangs_is_ended_in_time(on_cpu: ProofTask) -> None:
    # While it hangs nothing else of Python runs in its process.
    proof = proof_of(with_driver("ctypes.PyDLL(None).sleep(10_000)", limit=5.0), on_cpu)
    assert proof.verdict is Verdict.NO_ANSWER
    assert proof.lasts


def asked_by_nobody(folder: Path, code: str, limit: float) -> subprocess.Popen[bytes]:
    """The real command, asked to prove the processor, `code` in front of it; its input is still open."""
    question = Question(Ask.PROOF, limit, ProofTask(folder, "tiny.en", Way(CPU, "int8"), 5))
    command = [sys.executable, "-c", f"{code}faster_whisper.WhisperModel = load\n{REAL_COMMAND}"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdin is not None
    process.stdin.write(write_question(question))
    process.stdin.flush()
    return process


@unix
def test_a_process_that_hangs_ends_by_itself_where_nobody_waits(on_cpu: ProofTask) -> None:
    # Nothing of Python runs in it, so that it does not see either that its parent has gone.
    code = "import ctypes, faster_whisper\ndef load(*_, **__): ctypes.PyDLL(None).sleep(10_000)\n"
    with asked_by_nobody(on_cpu.folder, code, 0.0) as process:
        assert process.stderr is not None
        said = process.stderr.read()
        assert process.wait(LONG) == 1
    assert b"Timeout" in said


def test_a_process_ends_with_whoever_asked_it(on_cpu: ProofTask) -> None:
    code = (
        "import os, threading, faster_whisper\n"
        "def load(*_, **__): os.write(2, b'it loads\\n'); threading.Event().wait()\n"
    )
    with asked_by_nobody(on_cpu.folder, code, LONG) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stderr.readline() == b"it loads\n"
        process.stdin.close()
        assert process.stdout.read() == b""
        assert process.wait(LONG) == 1


@pytest.mark.parametrize(
    ("error", "verdict", "words"),
    [
        (RuntimeError("CUDA failed with error out of memory"), Verdict.NO_ROOM, "not enough memory"),
        (MemoryError(), Verdict.NO_ROOM, "not enough memory"),
        (RuntimeError("cuBLAS: CUBLAS_STATUS_NOT_SUPPORTED"), Verdict.REFUSED, "does not support this"),
        (RuntimeError("Library libcublas.so.12 is not found"), Verdict.REFUSED, "cuBLAS 12 is missing"),
        (RuntimeError("something new"), Verdict.REFUSED, "it failed in a trial"),
        (RuntimeError("File model.bin is incomplete"), Verdict.NOT_PROVED, "is damaged"),
        (ZeroDivisionError(), Verdict.NOT_PROVED, "the trial itself failed"),
    ],
)
def test_what_a_driver_raises_is_told_in_words(
    on_cpu: ProofTask, error: Exception, verdict: Verdict, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(*_: object, **__: object) -> None:
        raise error

    # What the process does, in this one: no driver is as harmless as these words.
    monkeypatch.setattr("faster_whisper.WhisperModel", load)
    answer = prove(on_cpu, CTranslateEngines())
    assert answer["verdict"] is verdict
    assert words in str(answer["reason"])


@unix
def test_what_a_library_writes_to_the_output_is_not_the_answer(on_cpu: ProofTask) -> None:
    noise = f"os.write(1, b'{MARK}{{}}'); raise RuntimeError('something new')"
    assert proof_of(with_driver(noise), on_cpu).verdict is Verdict.REFUSED


@unix
def test_a_card_that_cannot_be_asked_does_not_take_the_processor_with_it() -> None:
    code = (
        "import ctypes, os, ctranslate2\n"
        "def count():\n"
        "    if 'CUDA_VISIBLE_DEVICES' not in os.environ: ctypes.string_at(0)\n"
        "    return 0\n"
        f"ctranslate2.get_cuda_device_count = count\n{REAL_COMMAND}"
    )
    offers = python(code).offers()
    assert set(offers.types) == {CPU}
    assert "crashed" in offers.problem


# --- processes that end in every way ---


@unix
@pytest.mark.parametrize(
    ("signal_name", "verdict"),
    [
        ("SIGSEGV", Verdict.CRASHED),
        ("SIGILL", Verdict.CRASHED),
        ("SIGBUS", Verdict.CRASHED),
        ("SIGKILL", Verdict.KILLED),
        ("SIGTERM", Verdict.NOT_PROVED),
        ("SIGINT", Verdict.NOT_PROVED),
    ],
)
def test_the_signal_that_ended_it_is_the_verdict(signal_name: str, verdict: Verdict) -> None:
    code = (
        "import os, resource, signal, sys; sys.stdin.readline();"
        "resource.setrlimit(resource.RLIMIT_CORE, (0, 0));"
        "signal.signal(signal.SIGINT, signal.SIG_DFL);"
        f"os.kill(os.getpid(), signal.{signal_name})"
    )
    proof = proof_of(python(code))
    assert proof.verdict is verdict
    assert proof.reason


@pytest.mark.parametrize("code", ["pass", "raise SystemExit(3)", "import os; os._exit(1)"])
def test_an_end_without_an_answer_is_a_crash(code: str) -> None:
    assert proof_of(python(code)).verdict is Verdict.CRASHED
    offers = python(code).offers()
    assert (dict(offers.types), bool(offers.problem)) == ({}, True)


def test_a_process_that_cannot_be_started_proves_nothing(tmp_path: Path) -> None:
    proofs = ChildProofs([str(tmp_path / "no such program")])
    assert proof_of(proofs).verdict is Verdict.NOT_PROVED
    assert proofs.offers().problem == "the trial could not be started"


class Waiting:
    """A process that says that it runs and waits for ever, and a thread that waits for its proof."""

    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.settimeout(LONG)
        port = self.listener.getsockname()[1]
        self.proofs = python(
            f"import os, socket, threading; s = socket.create_connection(('127.0.0.1', {port}));"
            "s.sendall(b'%d\\n' % os.getpid()); threading.Event().wait()"
        )
        self.found: list[Proof] = []
        self.thread = threading.Thread(target=lambda: self.found.append(self.proofs.prove(TASK)))

    def begin(self) -> int:
        """Start it; the process's number, once it runs."""
        self.thread.start()
        connection, _ = self.listener.accept()
        with connection, connection.makefile() as said:
            return int(said.readline())

    def end(self) -> Proof:
        self.thread.join(LONG)
        assert not self.thread.is_alive()
        return self.found[0]


@pytest.fixture
def waiting() -> Iterator[Waiting]:
    one = Waiting()
    yield one
    one.proofs.close()
    if one.thread.ident:
        one.thread.join(LONG)
    one.listener.close()


def test_a_stopped_proof_has_proved_nothing_and_the_next_goes_on(waiting: Waiting) -> None:
    waiting.begin()
    waiting.proofs.stop()
    assert waiting.end().verdict is Verdict.NOT_PROVED
    waiting.thread = threading.Thread(target=lambda: waiting.found.append(waiting.proofs.prove(TASK)))
    waiting.begin()
    waiting.proofs.stop()
    waiting.end()
    assert [proof.reason for proof in waiting.found] == [STOPPED.reason] * 2


def test_closing_ends_it_and_nothing_is_started_any_more(waiting: Waiting) -> None:
    waiting.begin()
    waiting.proofs.close()
    assert waiting.end().verdict is Verdict.NOT_PROVED
    assert waiting.proofs.prove(TASK).verdict is Verdict.NOT_PROVED
    assert waiting.proofs.offers().types == {}


@unix
def test_what_the_system_killed_may_work_the_next_time(waiting: Waiting) -> None:
    os.kill(waiting.begin(), 9)  # SIGKILL, which Windows has no name for
    proof = waiting.end()
    assert proof.verdict is Verdict.KILLED
    assert not proof.lasts
    assert "memory" in proof.reason


def test_stopping_where_nothing_runs_does_nothing() -> None:
    proofs = answering(dict(GOOD))
    proofs.stop()
    assert proof_of(proofs).works


def test_the_command_is_the_programs_own_and_hidden() -> None:
    assert parser().parse_args([own_command(PROVE_COMPUTE)[-1]]).command == PROVE_COMPUTE
    assert PROVE_COMPUTE not in parser().format_help()


@pytest.mark.parametrize("said", [b"", b"hello\n", b"5", b"{}", b"\xff"])
def test_who_calls_it_by_hand_is_told_in_one_line(said: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(io.BytesIO(said)) == 2
    assert capsys.readouterr() == ("", "sayso: This command is for Sayso itself alone.\n")
