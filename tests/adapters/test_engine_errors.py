from __future__ import annotations

import pytest

from app.adapters.engine_errors import damaged_file, is_out_of_memory, reason, recognition_problem
from app.domain.problems import OutOfMemory, RecognitionFailed

OUT_OF_MEMORY = RuntimeError("CUDA failed with error out of memory")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OUT_OF_MEMORY, "not enough memory"),
        (MemoryError("std::bad_alloc"), "not enough memory"),
        (RuntimeError("[enforce fail] . DefaultCPUAllocator: can't allocate memory"), "not enough memory"),
        (RuntimeError("Library libcublas.so.12 is not found or cannot be loaded"), "cuBLAS 12 is missing"),
        (RuntimeError("Library cublas64_12.dll is not found or cannot be loaded"), "cuBLAS 12 is missing"),
        (RuntimeError("cuBLAS failed with status CUBLAS_STATUS_NOT_SUPPORTED"), "does not support"),
        (RuntimeError("CUDA driver version is insufficient for CUDA runtime version"), "driver"),
        (RuntimeError("something new"), "failed in a trial"),
    ],
)
def test_each_failure_has_its_words(error: Exception, words: str) -> None:
    assert words in reason(error)


def test_whoever_lacks_cublas_is_told_where_to_get_it_with_and_without_the_window() -> None:
    words = reason(RuntimeError("Library libcublas.so.12 is not found or cannot be loaded"))
    assert "Models page" in words
    assert "extra “cuda”" in words
    assert "please" not in words.lower()


def test_memory_is_told_apart_from_other_failures() -> None:
    assert is_out_of_memory(OUT_OF_MEMORY)
    problem = recognition_problem(OUT_OF_MEMORY, "cuda")
    assert isinstance(problem, OutOfMemory)
    assert "graphics card" in problem.sentence
    # Of Apple's and Intel's as well, by PyTorch's names.
    assert recognition_problem(OUT_OF_MEMORY, "mps").sentence == problem.sentence
    assert isinstance(recognition_problem(RuntimeError("other"), "cpu"), RecognitionFailed)


@pytest.mark.parametrize(
    ("text", "file"),
    [
        ("Variable 'decoder/embeddings/weight' has an invalid payload size", "model.bin"),
        ("File model.bin is incomplete: failed to read a value of size 4 at position 0", "model.bin"),
        ("Unsupported model binary version. This executable supports", "model.bin"),
        ("[json.exception.parse_error.101] parse error at line 1, column 2", "config.json"),
        ("Cannot load the vocabulary from the model directory", "its vocabulary"),
        ("expected value at line 1 column 1", "tokenizer.json"),
        ("CUDA failed with error out of memory", None),
    ],
)
def test_the_file_at_fault_is_named(text: str, file: str | None) -> None:
    assert damaged_file(RuntimeError(text)) == file
