"""A file desk on inboxes of its own, with real files and a real store, and what it posted."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final, TypeVar

from app.adapters.file_places import FilePlaces
from app.adapters.transcript_store import SqliteTranscripts
from app.domain.file_queue import FileJob, FileQueue
from app.domain.file_settings import ExportFormat, FileSettings
from app.domain.file_task import TaskBegun
from app.domain.file_transcript import Cue
from app.domain.settings import SpeechSettings
from app.services.file_desk import FileDesk
from app.services.file_desk_parts import FileParts, FileThreads, FileWishes
from app.services.file_events import FilesChanged
from tests.fakes import FakeClock, FakeInbox
from tests.fakes.files import FakeExporter, FakeFolderWatch, FakeMediaFiles, ScriptedFileEngine, facts_of

Event = TypeVar("Event")

BEGUN: Final = TaskBegun(facts_of())
HALF: Final = (Cue(0.0, 5.0, "Half."),)
MORE: Final = (Cue(5.0, 9.0, "More."),)


class Files:
    """`folder` holds the files, `store` is kept beside it; `again` is the next start on the same store."""

    def __init__(self, root: Path, settings: FileSettings | None = None) -> None:
        self.root = root
        self.folder = root / "files"
        self.folder.mkdir(exist_ok=True)
        self.clock = FakeClock()
        self.desk_inbox, self.running, self.looking = (FakeInbox(self.clock) for _ in range(3))
        self.media, self.engine = FakeMediaFiles(), ScriptedFileEngine()
        self.exporter, self.watch = FakeExporter(), FakeFolderWatch()
        self.store = SqliteTranscripts(root / "files.sqlite3", wall=self.clock.wall)
        self.model = "1"
        self.events: list[object] = []
        parts = FileParts(
            self.media,
            self.engine,
            self.store,
            self.exporter,
            FilePlaces(),
            self.watch,
            lambda speech: f"{speech.model}@{self.model}",
        )
        self.settings = settings or FileSettings(formats=(ExportFormat.TXT,))
        self.desk = FileDesk(
            FileThreads(self.desk_inbox, self.running, self.looking),
            parts,
            FileWishes(self.settings, SpeechSettings(language="en")),
            self.clock,
            self.events.append,
        )

    def make(self, name: str, sound: str = "") -> Path:
        """A file that speaks; its sound is its name where none is given."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(sound or name, "utf-8")
        return path

    def add(self, *names: str) -> None:
        """Make files of these names and add them, and begin; nothing is done yet."""
        self.desk.begin()
        self.desk.add([self.make(name) for name in names])

    def settle(self) -> None:
        """Do what is to be done but transcribe; from within a script, too."""
        while self.desk_inbox.step() or self.looking.step():
            pass

    def work(self) -> None:
        """Do all that there is to do."""
        while self.desk_inbox.step() or self.looking.step() or self.running.step():
            pass

    def wait(self, seconds: float) -> None:
        """Let time pass, doing what there is to do."""
        self.work()
        self.desk_inbox.advance(seconds)
        self.work()

    @property
    def queue(self) -> FileQueue:
        """As it was told last."""
        return self.all(FilesChanged)[-1].queue

    def job(self, name: str) -> FileJob:
        """The last of the jobs with a file of that name."""
        return next(job for job in reversed(self.queue.jobs) if Path(job.path).name == name)

    def states(self) -> dict[str, str]:
        """The state of each job, by the file's name."""
        return {Path(job.path).name: job.state.value for job in self.queue.jobs}

    def all(self, kind: type[Event]) -> list[Event]:
        """What was posted of that kind."""
        return [event for event in self.events if isinstance(event, kind)]

    def unfinished(self, job: int) -> list[str]:
        """What is on the disk of a job that was stopped."""
        with closing(sqlite3.connect(self.root / "files.sqlite3")) as file:
            return [body for (body,) in file.execute("SELECT body FROM unfinished WHERE job = ?", (job,))]

    def text(self, name: str) -> str:
        """What is in a file beside the sources."""
        return (self.folder / name).read_text("utf-8")

    def again(self) -> Files:
        """The next start, whatever became of this one."""
        self.store.close()
        return Files(self.root, self.settings)

    def after_a_crash(self) -> Files:
        """The start after this one has ended now, in the middle of whatever it does: with what is on the
        disk."""
        root = self.root / "after a crash"
        root.mkdir()
        for file in self.root.glob("files.sqlite3*"):
            shutil.copy(file, root)
        return Files(root, self.settings)
