"""Keeps the translations of Sayso's windows in step with its sources.

    python packaging/languages.py                    collects all texts, and makes what the program loads
    python packaging/languages.py --take de FILE     the same, with translations from a JSON object
    python packaging/languages.py --check            changes nothing, tells what is not in step

Problem: a text that is added, changed or dropped has to be so in every language, or a window speaks two.
Rules: `resources/languages/sayso_LANGUAGE.ts` is what translators edit, with Qt Linguist or by hand: one
    context, so that one English text has one translation. A text that is new is marked unfinished there and
    stays English; one that is gone goes. Beside each lies the `.qm` that Qt loads, made by Qt's own lrelease.
    A new language begins as a `.ts` without messages. told.json has the texts that are said below the windows
    (`app/ui/sentences.py`).
Failure mode: a line for each thing that is wrong, and exit status 1.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from language_texts import ROOT, Text, collect

CONTEXT: Final = "Sayso"
FOLDER: Final = ROOT / "resources" / "languages"
TOLD: Final = "told.json"
LINGUIST: Final = "<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE TS>\n"

_KEY: Final = re.compile(r"(?<!&)&(?=\w)")
"""What marks the letter that is pressed with Alt."""
_GAP: Final = re.compile(r"%[1-9n]")
_LRELEASE: Final = "from PySide6.scripts.pyside_tool import lrelease; lrelease()"


@dataclass(frozen=True, slots=True)
class Entry:
    """A translation: one form, or one for each number that is told apart; none while it is unfinished."""

    forms: tuple[str, ...] = ()

    @property
    def is_finished(self) -> bool:
        """Whether all of it is there."""
        return bool(self.forms) and all(self.forms)


def languages(folder: Path = FOLDER) -> list[str]:
    """The codes of the languages that there are."""
    return sorted(path.stem.removeprefix("sayso_") for path in folder.glob("sayso_*.ts"))


def read(path: Path) -> dict[str, Entry]:
    """What a `.ts` file has of each English text."""
    found = {}
    for message in ET.parse(path).iter("message"):
        translation = message.find("translation")
        if translation is None:
            continue
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        unfinished = translation.get("type") == "unfinished"
        found[message.findtext("source", "")] = Entry(() if unfinished else tuple(forms))
    return found


def write(path: Path, language: str, texts: Mapping[str, Text], entries: Mapping[str, Entry]) -> None:
    """A `.ts` file with all of `texts`, what there is of them translated."""
    top = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(top, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text in sorted(texts.values(), key=lambda each: (each.place, each.source)):
        context.append(_message(text, entries.get(text.source, Entry())))
    ET.indent(top, " " * 2)
    path.write_text(LINGUIST + ET.tostring(top, encoding="unicode") + "\n", encoding="utf-8")


def _message(text: Text, entry: Entry) -> ET.Element:
    message = ET.Element("message", {"numerus": "yes"} if text.is_plural else {})
    ET.SubElement(message, "location", filename=f"../../{text.place}")
    ET.SubElement(message, "source").text = text.source
    translation = ET.SubElement(message, "translation")
    if not entry.is_finished:
        translation.set("type", "unfinished")
    if text.is_plural:
        for form in entry.forms or ("", ""):
            ET.SubElement(translation, "numerusform").text = form
    else:
        translation.text = entry.forms[0] if entry.forms else ""
    return message


def taken(said: Mapping[str, str | list[str]], texts: Mapping[str, Text]) -> dict[str, Entry]:
    """The entries of a JSON object {English: translation}. What counts things has a list of forms there, or
    one for all numbers: of a single thing a text of its own is shown."""
    found = {}
    for text in texts.keys() & said.keys():
        forms = said[text]
        if isinstance(forms, str):
            forms = [forms, forms] if texts[text].is_plural else [forms]
        found[text] = Entry(tuple(forms))
    return found


def update(folder: Path, language: str, texts: Mapping[str, Text], new: Mapping[str, Entry]) -> None:
    """Bring one language's files in step with the sources. Raises CalledProcessError where lrelease fails."""
    path = folder / f"sayso_{language}.ts"
    write(path, language, texts, {**read(path), **new})
    release(path, path.with_suffix(".qm"))


def release(path: Path, compiled: Path) -> None:
    """The `.qm` of a `.ts` file, by Qt's own tool. Raises CalledProcessError."""
    command = [sys.executable, "-c", _LRELEASE, "-silent", "-nounfinished", str(path), "-qm", str(compiled)]
    subprocess.run(command, check=True, capture_output=True, text=True)


def told(texts: Mapping[str, Text]) -> str:
    """The content of told.json."""
    said = sorted(text.source for text in texts.values() if text.is_told)
    return json.dumps(said, ensure_ascii=False, indent=0) + "\n"


def complaints(folder: Path, texts: Mapping[str, Text]) -> Iterator[str]:
    """A line for all that is not in step."""
    for language in languages(folder):
        path = folder / f"sayso_{language}.ts"
        entries = read(path)
        yield from (f"{path.name} lacks {text!r}" for text in texts if text not in entries)
        yield from (f"{path.name} has {text!r}, which nobody says" for text in entries if text not in texts)
        for text, entry in entries.items():
            yield from (f"{path.name}: {text!r} {wrong}" for wrong in _wrongs(text, entry))
        yield from (f"{path.stem}.qm: {text!r} is another one" for text in _stale(path, texts, entries))
    if not (folder / TOLD).is_file() or (folder / TOLD).read_text("utf-8") != told(texts):
        yield f"{TOLD} has not what is said below the windows"


def _wrongs(text: str, entry: Entry) -> Iterator[str]:
    if not entry.is_finished:
        yield "is not translated"
        return
    gaps = sorted(_GAP.findall(text))
    for form in entry.forms:
        if sorted(_GAP.findall(form)) != gaps:
            yield f"has other gaps in {form!r}"
        if bool(_KEY.search(text)) != bool(_KEY.search(form)):
            yield f"has its key in one of both alone: {form!r}"
        if (text[0] == " ", text[-1] == " ") != (form[0] == " ", form[-1] == " "):
            yield f"begins or ends otherwise than {form!r}"


def _stale(path: Path, texts: Mapping[str, Text], entries: Mapping[str, Entry]) -> Iterator[str]:
    """The texts of which the compiled file says something else than the `.ts`."""
    from PySide6.QtCore import QTranslator

    compiled = QTranslator()
    if not compiled.load(str(path.with_suffix(".qm"))):
        yield "all of it"
        return
    for text, entry in entries.items():
        if entry.is_finished and text in texts:
            number = 5 if texts[text].is_plural else -1
            if compiled.translate(CONTEXT, text, "", number) not in entry.forms:
                yield text


def main() -> int:
    parser = argparse.ArgumentParser(description="The translations of Sayso's windows.")
    parser.add_argument("--check", action="store_true", help="change nothing, tell what is not in step")
    parser.add_argument("--take", nargs="+", metavar=("LANGUAGE", "FILE"), help="JSON with translations")
    options = parser.parse_args()
    texts = collect()
    if not options.check:
        code, *files = options.take or [""]
        said = {
            text: form for file in files for text, form in json.loads(Path(file).read_text("utf-8")).items()
        }
        for language in languages():
            update(FOLDER, language, texts, taken(said, texts) if language == code else {})
        (FOLDER / TOLD).write_text(told(texts), encoding="utf-8")
    wrong = list(complaints(FOLDER, texts))
    print("\n".join([*wrong, f"{len(texts)} texts in {', '.join(languages())}; {len(wrong)} not in step."]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
