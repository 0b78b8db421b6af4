r"""What files of transcripts hold, by format.

Rules: everything is UTF-8; CSV begins with a byte order mark, without which Excel takes it for the system's
old code page. Lines end in \n, but in \r\n where the format says so (CSV, RFC 4180) or its players expect it
(SRT). What no file can hold, such as half a character of a broken name, becomes a question mark.
"""

from __future__ import annotations

import csv
import io
import json
from typing import Final

from app.adapters.word_document import as_docx
from app.domain.file_settings import ExportFormat, FileSettings
from app.domain.file_transcript import FileTranscript
from app.domain.subtitle_files import as_srt, as_vtt
from app.domain.subtitles import subtitles
from app.domain.transcript_texts import CSV_HEADER, as_markdown, as_txt, csv_rows, json_value

_BYTE_ORDER_MARK: Final = "\ufeff"


def contents(transcript: FileTranscript, format: ExportFormat, settings: FileSettings) -> bytes:
    """What a file of that format holds."""
    if format is ExportFormat.DOCX:
        return as_docx(transcript)
    return text_of(transcript, format, settings).encode("utf-8", "replace")


def text_of(transcript: FileTranscript, format: ExportFormat, settings: FileSettings) -> str:
    """The same as text. Raises ValueError for a format that is none."""
    match format:
        case ExportFormat.TXT:
            return as_txt(transcript)
        case ExportFormat.MD:
            return as_markdown(transcript)
        case ExportFormat.SRT:
            return as_srt(subtitles(transcript, settings, labelled=True))
        case ExportFormat.VTT:
            return as_vtt(subtitles(transcript, settings))
        case ExportFormat.JSON:
            return json.dumps(json_value(transcript), ensure_ascii=False, indent=1) + "\n"
        case ExportFormat.CSV:
            return _BYTE_ORDER_MARK + _as_csv(transcript)
        case ExportFormat.DOCX:
            raise ValueError("a document is no text")


def _as_csv(transcript: FileTranscript) -> str:
    table = io.StringIO(newline="")
    writer = csv.writer(table, dialect="excel")
    writer.writerow(CSV_HEADER)
    writer.writerows(csv_rows(transcript))
    return table.getvalue()
