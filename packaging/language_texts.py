"""All texts of Sayso that somebody reads in a window, read out of its sources.

Problem: Qt's own collector sees `self.tr("…")` alone. Half of what a window shows is said below the windows,
    in plain English, by the domain, the services and the adapters; the rest by functions of the windows' own.
Rules: sources are parsed, never run. In `app/ui` a text is what is given to one of the functions in GIVEN.
    Below the windows it is what is given to a problem or a reason (but for its `detail`, which is for the
    log), what is given to `shown`, and what looks like a sentence. A gap in an f-string becomes %1, %2 …, one
    for each gap; one whose words depend on a condition makes several texts. What the command line alone says
    is not among them.
Failure mode: a text that is built in any other way is not found, and stays English in the window;
    tests/ui/test_untranslated.py looks for such.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent

GIVEN: Final = frozenset({"tr", "_tr", "_count", "translate", "QT_TRANSLATE_NOOP"})
"""What a window asks for a translation. The first argument of Qt's own two is a context."""
_WITH_CONTEXT: Final = frozenset({"translate", "QT_TRANSLATE_NOOP"})
_PLURAL: Final = "%n"

_LEFT_OUT: Final = (
    # The command line, which speaks English.
    "app/commands",
    "app/cli.py",
    "app/domain/remote.py",
    "app/services/doctor.py",
    "app/adapters/bench_speech.py",
    "app/adapters/local_socket.py",
    # The report, which is read by whoever looks for the mistake.
    "app/domain/diagnostics.py",
    "app/adapters/diagnostics.py",
    "app/services/diagnostics.py",
    # What the language model is told.
    "app/domain/clean_up.py",
    # Words of all languages, that are compared with and never shown.
    "app/domain/guard/words_",
    "app/domain/guard/numeral",
    "app/domain/invented_phrases.py",
)
_SAYING: Final = ("Reason", "problem_of", "failed", "absent")
"""What makes a problem or a reason of the words that it is given."""
_FAR: Final = 99
_QUIET: Final = frozenset(
    {"compile", "execute", "TypeError", "ValueError", "RuntimeError", "AssertionError", "KeyError"}
)
"""Calls whose words nobody is shown."""
_QUIET_OWNERS: Final = frozenset({"logger", "logging", "re"})
_SENTENCE: Final = re.compile(r"[A-Z“%0-9].*[.!?…]", re.DOTALL)
_WORD: Final = re.compile(r"[A-Za-z]{2,}")
_STATEMENT: Final = re.compile(r"(?:%1 )?(?:SELECT|UPDATE|DELETE|INSERT|WHERE|ORDER|PRAGMA|CREATE|ALTER)\b")

_MOST_VARIANTS: Final = 8
_CATALOGUES: Final = (
    ("models.toml", "model", ("summary",)),
    ("styles.toml", "style", ("title",)),
    ("writers.toml", "writer", ("summary", "languages")),
)


@dataclass(frozen=True, slots=True)
class Text:
    """One text, where it stands first, whether it counts things (%n), and whether it is said below the
    windows, so that its gaps are filled before a window sees it."""

    source: str
    place: str
    is_plural: bool = False
    is_told: bool = False


def collect(root: Path = ROOT) -> dict[str, Text]:
    """Every text by itself, in the order of the files."""
    found: dict[str, Text] = {}
    shapes = detail_places(root)
    for path in sorted((root / "app").rglob("*.py")):
        place = path.relative_to(root).as_posix()
        if place.startswith(_LEFT_OUT):
            continue
        tree = ast.parse(path.read_text("utf-8"))
        is_window = place.startswith("app/ui/")
        texts = of_windows(tree) if is_window else below_windows(tree, shapes)
        for text in texts:
            _add(found, Text(text, place, _PLURAL in text, not is_window))
    for text, place in of_catalogues(root):
        _add(found, Text(text, place, is_told=True))
    return found


def _add(found: dict[str, Text], text: Text) -> None:
    before = found.setdefault(text.source, text)
    if text.is_told and not before.is_told:
        found[text.source] = replace(before, is_told=True)


def of_windows(tree: ast.AST) -> Iterator[str]:
    """What is given to one of GIVEN, both branches of a condition included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (name := _called(node)) in GIVEN:
            arguments = node.args[1:] if name in _WITH_CONTEXT else node.args
            for argument in arguments:
                yield from (text for text in spelled(argument) if _WORD.search(text) or "%" in text)


def below_windows(tree: ast.AST, shapes: dict[str, int]) -> Iterator[str]:
    """What is said by problems and reasons, what is marked, and what looks like a sentence."""
    quiet = frozenset(_quiet(tree, shapes))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node) == "shown":
            yield from spelled(node.args[0])
        elif isinstance(node, ast.Call) and (_called(node) in shapes or _is_super(node)):
            for argument in (*node.args, *(each.value for each in node.keywords)):
                if id(argument) not in quiet:
                    yield from (text for text in spelled(argument) if _says_something(text))
        elif isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in quiet:
            yield from (text for text in spelled(node) if _is_sentence(text))


def spelled(node: ast.expr) -> list[str]:
    """The texts that `node` may be, with %1, %2 … for what is not known; none where it is no literal."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.JoinedStr(values=parts):
            return _filled(parts)
        case ast.IfExp(body=body, orelse=other):
            return spelled(body) + spelled(other)
        case ast.BoolOp(values=values):
            return [text for value in values for text in spelled(value)]
        case _:
            return []


def _filled(parts: Iterable[ast.expr]) -> list[str]:
    """An f-string: a gap for each value, but for one that is one of some words."""
    pieces: list[list[str | None]] = []
    for part in parts:
        if isinstance(part, ast.FormattedValue):
            choice = spelled(part.value) if isinstance(part.value, ast.IfExp) else []
            pieces.append([*choice] if len(choice) > 1 else [None])
        else:
            pieces.append([*spelled(part)])
    texts = []
    for chosen in list(product(*pieces))[:_MOST_VARIANTS]:
        text, gaps = "", 0
        for piece in chosen:
            gaps += piece is None
            text += f"%{gaps}" if piece is None else piece
        texts.append(text)
    return texts


def _is_sentence(text: str) -> bool:
    return bool(_SENTENCE.fullmatch(text)) and len(_WORD.findall(text)) > 1 and not _STATEMENT.match(text)


def _says_something(text: str) -> bool:
    return " " in text.strip() and bool(_WORD.search(text))


def _quiet(tree: ast.AST, shapes: dict[str, int]) -> Iterator[int]:
    """The literals that are no texts by themselves: docstrings, parts of others, the log's, details."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield id(node.value)
        elif isinstance(node, ast.JoinedStr):
            yield from (id(each) for each in ast.walk(node) if each is not node)
        elif isinstance(node, ast.Call):
            yield from (id(each) for part in _quiet_parts(node, shapes) for each in ast.walk(part))


def _quiet_parts(call: ast.Call, shapes: dict[str, int]) -> Iterator[ast.expr]:
    name, function = _called(call), call.func
    owner = function.value if isinstance(function, ast.Attribute) else None
    if name in _QUIET or (isinstance(owner, ast.Name) and owner.id in _QUIET_OWNERS):
        yield from (*call.args, *(each.value for each in call.keywords))
        return
    yield from (each.value for each in call.keywords if each.arg == "detail")
    yield from call.args[shapes.get(name, len(call.args)) :][:1]


def detail_places(root: Path) -> dict[str, int]:
    """What makes problems and reasons, and at which place the `detail` stands; far behind where none does."""
    shapes = dict.fromkeys(_SAYING, _FAR)
    for path in sorted((root / "app" / "domain" / "problems").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                shapes[node.name] = _detail_place(node)
    return shapes


def _detail_place(problem: ast.ClassDef) -> int:
    for node in problem.body:
        if isinstance(node, ast.FunctionDef) and node.name == "__init__":
            names = [each.arg for each in node.args.args[1:]]
            return names.index("detail") if "detail" in names else _FAR
    return _FAR


def of_catalogues(root: Path) -> Iterator[tuple[str, str]]:
    """(text, file) of what the catalogues say of their entries."""
    for file, kind, fields in _CATALOGUES:
        read = tomllib.loads((root / "resources" / file).read_text("utf-8"))
        for entry in read[kind]:
            yield from ((entry[field], f"resources/{file}") for field in fields if entry.get(field))


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _is_super(call: ast.Call) -> bool:
    """Whether it is `super().__init__(…)`, by which a problem says its sentence."""
    match call.func:
        case ast.Attribute(value=ast.Call(func=ast.Name(id="super")), attr="__init__"):
            return True
        case _:
            return False
