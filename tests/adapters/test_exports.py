"""Every format read back by somebody else's library, and files that are there whole or not at all."""

from __future__ import annotations

import csv
import errno
import io
import json
import re
import stat
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import av
import docx
import mammoth
import pytest
import webvtt

from app.adapters.exports import Exports
from app.adapters.transcript_formats import contents
from app.domain.file_settings import ExportFormat, FileSettings
from app.domain.file_transcript import Cue, Doubt, DoubtKind, FileTranscript
from app.domain.media import Damage, SoundChoice
from app.domain.problems import FolderUnwritable, NameTooLong
from app.domain.transcript import Word

STANDARD = FileSettings()
TALK = FileTranscript(
    source="/talks/Board & <co> *meeting*.mp3",
    cues=(
        Cue(0.5, 2.0, "Tom & Jerry said x < 3.", (Word(" Tom", 0.5, 0.7, 0.75),), "Anna"),
        Cue(2.2, 4.0, "=SUM(A1) is {a formula} in C:\\new.", (), "Anna"),
        Cue(4.2, 5.9, 'He said "no", <i>twice</i>.', (), "Bo <Li>"),
        Cue(3600.0, 3602.5, "*Much* later it ended.", (), "Bo <Li>"),
    ),
    language="en",
    model="base",
    seconds=3610.0,
    cut_short=3605.0,
    doubts=(Doubt(DoubtKind.INVENTED, 3000.0, 3001.0, "Thanks for watching."),),
)
HEBREW = FileTranscript("שיחה.ogg", (Cue(0.0, 3.0, "Sayso זה שם של תוכנה שכותבת."),), "he", "base", 3.0)


def text(transcript: FileTranscript, format: ExportFormat) -> str:
    return contents(transcript, format, STANDARD).decode("utf-8")


def test_webvtt_is_read_back_with_times_text_and_speakers() -> None:
    written = text(TALK, ExportFormat.VTT)
    captions = webvtt.from_string(written).captions
    assert [(one.start, one.end) for one in captions][-1] == ("01:00:00.000", "01:00:02.500")
    assert [one.voice for one in captions][:2] == ["Anna", "Anna"]
    assert "<v Anna>Tom &amp; Jerry said x &lt; 3.</v>" in written
    assert "&lt;i&gt;twice&lt;/i&gt;" in written
    assert "<v Bo &lt;Li&gt;>" in written
    assert written.startswith("WEBVTT\n\n")
    assert "\r" not in written


def test_subrip_is_read_back_and_nothing_in_it_is_taken_for_markup(tmp_path: Path) -> None:
    path = tmp_path / "talk.srt"
    Exports().save(TALK, path, ExportFormat.SRT, STANDARD)
    captions = webvtt.from_srt(str(path)).captions
    assert [one.start for one in captions] == ["00:00:00.500", "00:00:02.200", "00:00:04.200", "01:00:00.000"]
    assert captions[0].text == "ANNA: Tom & Jerry said x < 3."
    assert captions[1].text.replace("\n", " ") == "=SUM(A1) is {a formula} in C:\\new."
    assert captions[2].text.replace("\n", " ") == 'BO ‹LI>: He said "no", ‹i>twice‹/i>.'
    assert not re.search(r"<[a-zA-Z/]", path.read_bytes().decode("utf-8"))
    assert path.read_bytes().count(b"\r\n") == path.read_bytes().count(b"\n")


def test_a_line_from_right_to_left_that_begins_with_a_foreign_word_says_so() -> None:
    (caption,) = webvtt.from_string(text(HEBREW, ExportFormat.VTT)).captions
    assert caption.text.startswith("\u200fSayso")


def test_csv_is_read_back_and_no_cell_is_a_formula() -> None:
    data = contents(TALK, ExportFormat.CSV, STANDARD)
    assert data.startswith(b"\xef\xbb\xbfstart,end,speaker,text\r\n")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row["text"] for row in rows] == [TALK.cues[0].text, "'" + TALK.cues[1].text, *(
        cue.text for cue in TALK.cues[2:]
    )]  # fmt: skip
    assert (rows[0]["start"], rows[0]["end"], rows[0]["speaker"]) == ("0.500", "2.000", "Anna")


@pytest.mark.parametrize("first", "=+-@＝")
def test_whatever_begins_a_formula_is_text_to_a_spreadsheet(first: str) -> None:
    one = FileTranscript("a", (Cue(0.0, 1.0, f" {first}cmd"),), "en", "base", 1.0)
    (row,) = csv.DictReader(io.StringIO(text(one, ExportFormat.CSV).removeprefix("\ufeff"), newline=""))
    assert row["text"] == f"'{first}cmd"


def test_json_holds_all_that_is_known() -> None:
    read = json.loads(text(TALK, ExportFormat.JSON))
    assert (read["language"], read["model"], read["seconds"]) == ("en", "base", 3610.0)
    assert [one["text"] for one in read["segments"]] == [cue.text for cue in TALK.cues]
    assert read["segments"][0]["words"] == [{"word": "Tom", "start": 0.5, "end": 0.7, "probability": 0.75}]
    assert read["suppressed"] == [{"start": 3000.0, "end": 3001.0, "text": "Thanks for watching."}]
    assert (read["doubts"][0]["kind"], read["cut_short"]) == ("invented", 3605.0)
    assert (read["track"], read["damage"]) == (None, None)
    hurt = json.loads(text(replace(TALK, damage=Damage(11.5, 0.0, 2)), ExportFormat.JSON))
    assert hurt["damage"] == {"at": 11.5, "seconds": None, "places": 2}


def test_tracks_count_from_one() -> None:
    second = replace(TALK, choice=SoundChoice(1))
    assert json.loads(text(second, ExportFormat.JSON))["track"] == 2


def test_text_has_a_paragraph_for_each_speaker_and_pause() -> None:
    assert text(TALK, ExportFormat.TXT).split("\n\n") == [
        "Anna: Tom & Jerry said x < 3. =SUM(A1) is {a formula} in C:\\new.",
        'Bo <Li>: He said "no", <i>twice</i>.',
        "*Much* later it ended.\n",
    ]


def test_markdown_shows_what_was_said_and_nothing_is_taken_for_markup() -> None:
    blocks = text(TALK, ExportFormat.MD).split("\n\n")
    assert blocks[0] == r"# Board \& \<co\> \*meeting\*"
    assert blocks[1] == "*1:00:10 · en · base · ends after 1:00:05, the rest is missing*"
    assert blocks[3] == r'**0:00:04 · Bo \<Li\>** He said "no", \<i\>twice\</i\>.'


DOUBTFUL = replace(
    TALK,
    doubts=(
        Doubt(DoubtKind.INVENTED, 3000.0, 3001.0, "Thanks *for* watching."),
        Doubt(DoubtKind.REPEATED, 2.2, 5.9, "no no no"),
    ),
)


def test_doubtful_places_stand_behind_the_text_of_documents() -> None:
    places = [
        ("0:00:02–0:00:05", "The text repeats itself here."),
        ("0:50:00–0:50:01", "Text was left out here, as hardly anybody speaks. “Thanks *for* watching.”"),
    ]
    *_, last, heading, rows = text(DOUBTFUL, ExportFormat.MD).split("\n\n")
    assert last.startswith("**1:00:00 ")
    assert heading == "## Doubtful places"
    escaped = [f"- {when} · {why}".replace("*", "\\*") for when, why in places]
    assert rows.splitlines() == escaped
    read = mammoth.extract_raw_text(io.BytesIO(contents(DOUBTFUL, ExportFormat.DOCX, STANDARD))).value
    assert read.rstrip().split("\n\n")[-3:] == [
        "Doubtful places",
        *(f"{when}  {why}" for when, why in places),
    ]
    for format in (ExportFormat.TXT, ExportFormat.SRT, ExportFormat.VTT, ExportFormat.CSV):
        assert text(DOUBTFUL, format) == text(replace(TALK, doubts=()), format)
    without = replace(TALK, doubts=())
    assert "Doubtful" not in text(without, ExportFormat.MD)
    bare = mammoth.extract_raw_text(io.BytesIO(contents(without, ExportFormat.DOCX, STANDARD))).value
    assert "Doubtful" not in bare


def test_subtitles_of_a_file_in_which_nobody_speaks_are_read_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "silence.srt"
    Exports().save(replace(TALK, cues=()), path, ExportFormat.SRT, STANDARD)
    assert webvtt.from_srt(str(path)).captions == []
    with av.open(str(path)) as container:
        assert [bytes(packet) for packet in container.demux() if packet.size] == []


def test_a_document_is_read_back_with_its_title_styles_and_language() -> None:
    data = contents(TALK, ExportFormat.DOCX, STANDARD)
    read = mammoth.extract_raw_text(io.BytesIO(data)).value.split("\n\n")
    assert read[:2] == [
        "Board & <co> *meeting*",
        "1:00:10 · en · base · ends after 1:00:05, the rest is missing",
    ]
    assert read[2] == "0:00:00  Anna: Tom & Jerry said x < 3. =SUM(A1) is {a formula} in C:\\new."
    document = docx.Document(io.BytesIO(data))
    assert document.paragraphs[0].style is not None
    assert document.paragraphs[0].style.name == "Title"
    assert [run.style.name for run in document.paragraphs[2].runs][:2] == [
        "Transcript Time",
        "Transcript Speaker",
    ]
    assert (document.core_properties.author, document.core_properties.language) == ("Sayso", "en")
    styles = zipfile.ZipFile(io.BytesIO(data)).read("word/styles.xml").decode("utf-8")
    assert '<w:lang w:val="en-US"/>' in styles


def test_a_document_from_right_to_left_is_marked_so() -> None:
    data = contents(HEBREW, ExportFormat.DOCX, STANDARD)
    body = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode("utf-8")
    assert body.count("<w:bidi/>") == 2  # the title and the one paragraph
    assert "<w:rtl/>" in body


@pytest.mark.parametrize("format", ExportFormat)
def test_what_no_file_can_hold_does_not_stop_it(format: ExportFormat, tmp_path: Path) -> None:
    odd = FileTranscript(
        "/a/\udcff\x00.mp3", (Cue(0.0, 1.0, "a\x00b\x0bc \ud800d", (), "\x1bBo"),), "", "m", 1.0
    )
    path = tmp_path / f"odd.{format.value}"
    Exports().save(odd, path, format, STANDARD)
    assert path.stat().st_size > 0


@pytest.mark.parametrize("format", ExportFormat)
def test_an_empty_transcript_is_a_file_all_the_same(format: ExportFormat, tmp_path: Path) -> None:
    path = tmp_path / "new" / f"silence.{format.value}"
    Exports().save(FileTranscript("silence.wav", (), "", "base", 3.0), path, format, STANDARD)
    assert path.is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_file_is_as_open_as_the_users_others_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("")
    path = tmp_path / f"{'n' * 251}.txt"  # with its ending as long as a name can be
    Exports().save(TALK, path, ExportFormat.TXT, STANDARD)
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(other.stat().st_mode)
    assert sorted(tmp_path.iterdir()) == sorted((other, path))


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FolderUnwritable):
        Exports().save(TALK, tmp_path / "file" / "talk.txt", ExportFormat.TXT, STANDARD)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_folder_that_takes_nothing_is_told_with_how_to_choose_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr("app.adapters.disk.os.open", refuse)
    with pytest.raises(FolderUnwritable) as told:
        Exports("Choose another.").save(TALK, tmp_path / "talk.txt", ExportFormat.TXT, STANDARD)
    assert told.value.remedy == "Choose another."


def test_a_name_that_is_too_long_is_told_as_that(tmp_path: Path) -> None:
    with pytest.raises(NameTooLong):
        Exports("Choose another.").save(TALK, tmp_path / f"{'n' * 300}.txt", ExportFormat.TXT, STANDARD)
