"""The English names of the languages in `app.domain.languages`."""

from __future__ import annotations

from typing import Final

_TABLE: Final = """
af Afrikaans; am Amharic; ar Arabic; as Assamese; az Azerbaijani; ba Bashkir; be Belarusian; bg Bulgarian;
bn Bengali; bo Tibetan; br Breton; bs Bosnian; ca Catalan; cs Czech; cy Welsh; da Danish; de German; el Greek;
en English; es Spanish; et Estonian; eu Basque; fa Persian; fi Finnish; fo Faroese; fr French; gl Galician;
gu Gujarati; ha Hausa; haw Hawaiian; he Hebrew; hi Hindi; hr Croatian; ht Haitian Creole; hu Hungarian;
hy Armenian; id Indonesian; is Icelandic; it Italian; ja Japanese; jw Javanese; ka Georgian; kk Kazakh;
km Khmer;
kn Kannada; ko Korean; la Latin; lb Luxembourgish; ln Lingala; lo Lao; lt Lithuanian; lv Latvian; mg Malagasy;
mi Maori; mk Macedonian; ml Malayalam; mn Mongolian; mr Marathi; ms Malay; mt Maltese; my Burmese; ne Nepali;
nl Dutch; nn Norwegian Nynorsk; no Norwegian; oc Occitan; pa Punjabi; pl Polish; ps Pashto; pt Portuguese;
ro Romanian; ru Russian; sa Sanskrit; sd Sindhi; si Sinhala; sk Slovak; sl Slovenian; sn Shona; so Somali;
sq Albanian; sr Serbian; su Sundanese; sv Swedish; sw Swahili; ta Tamil; te Telugu; tg Tajik; th Thai;
tk Turkmen; tl Tagalog; tr Turkish; tt Tatar; uk Ukrainian; ur Urdu; uz Uzbek; vi Vietnamese; yi Yiddish;
yo Yoruba; yue Cantonese; zh Chinese
"""


def languages() -> tuple[tuple[str, str], ...]:
    """(code, English name) of each, in the order of their names."""
    pairs = [entry.strip().partition(" ") for entry in _TABLE.split(";")]
    return tuple(sorted(((code, name) for code, _, name in pairs), key=lambda pair: pair[1]))


def language_name(code: str) -> str:
    """The English name of `code`; the code itself where it is not Whisper's."""
    return dict(languages()).get(code, code)
