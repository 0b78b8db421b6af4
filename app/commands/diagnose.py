"""`sayso diagnose FILE.zip`: a report for finding a mistake, with no word in it that was said.

What is in it is printed before it is saved; `--list` prints that alone.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from app.adapters.diagnostics import about, crash_words, log_words, save_report
from app.adapters.folders import Folders
from app.adapters.microphone import PortAudioMicrophone, sound_server
from app.adapters.portaudio import PortAudio
from app.adapters.settings_file import TomlSettingsFile
from app.commands.doctor import MARKS, probes
from app.domain.connections import host_of
from app.domain.diagnostics import MANIFEST, ReportPart, scrubbed, settings_words
from app.domain.problems import ReportThere
from app.parts import models_of
from app.services.diagnostics import collected
from app.services.doctor import findings

SAYS = {
    ReportPart.ABOUT: "versions of Sayso and its libraries, the system and the desktop",
    ReportPart.DOCTOR: "what “sayso doctor” finds",
    ReportPart.MICROPHONES: "the names of the microphones",
    ReportPart.MODELS: "which speech models are here",
    ReportPart.SETTINGS: "the settings, without word lists, own styles, folders and names of computers",
    ReportPart.LOG: "the log, which never holds what you said",
    ReportPart.CRASHES: "where the program was when it crashed, if it ever did",
}
"""What is in each part."""


def run(options: argparse.Namespace, folders: Folders) -> int:
    """Say what is in it, and save it. Raises ReportThere and StorageProblem."""
    for name, says in ((MANIFEST, "the list of all files, with their hashes"), *SAYS.items()):
        print(f"{name:<16}  {says}", flush=True)
    if options.list:
        return 0
    path: Path = options.file
    if path.exists() and not options.replace:
        raise ReportThere(str(path))
    settings = TomlSettingsFile(folders.settings_file).load().settings
    sources = {
        ReportPart.ABOUT: about,
        ReportPart.DOCTOR: lambda: _doctor(folders),
        ReportPart.MICROPHONES: _microphones,
        ReportPart.MODELS: lambda: _models(folders),
        ReportPart.SETTINGS: lambda: settings_words(settings),
        ReportPart.LOG: lambda: log_words(folders.log),
        ReportPart.CRASHES: lambda: crash_words(folders.log),
    }
    hosts = (host_of(settings.enhancement.host),)
    files = collected(sources, lambda text: scrubbed(text, str(Path.home()), hosts))
    save_report(path.absolute(), files)
    print(f"Saved as {path}.", file=sys.stderr)
    return 0


def _doctor(folders: Folders) -> str:
    lines = []
    for finding in findings(probes(folders)):
        lines.append(f"{MARKS[finding.state]} {finding.part}: {finding.sentence}")
        if finding.remedy:
            lines.append(f"     {finding.remedy}")
    return "\n".join(lines) + "\n"


def _microphones() -> str:
    portaudio = PortAudio()
    try:
        devices = PortAudioMicrophone(portaudio, sound_server()).devices()
    finally:
        portaudio.close()
    return "".join(f"{'*' if one.is_default else ' '} {one.label}\n" for one in devices) or "None.\n"


def _models(folders: Folders) -> str:
    return "".join(
        f"{one.name}: {one.place.value}, {one.holds_bytes:,} bytes\n" for one in models_of(folders).shelf()
    )
