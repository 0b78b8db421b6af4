"""What the guard knows of six more languages, in short, and which language it takes for a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from app.domain.guard.language import Language, groups, persons, phrases, spelled, words
from app.domain.guard.words_de import GERMAN
from app.domain.guard.words_en import ENGLISH
from app.domain.guard.words_romance import FRENCH, SPANISH

ITALIAN: Final = Language(
    code="it",
    stop=words(
        "il lo la i gli le l un uno una di del della dei delle dello degli a al alla ai alle allo da dal "
        "dalla in nel nella con su sul sulla per tra fra e ed o ma che chi cui quando dove come perché se "
        "quanto quale quali cosa io tu lui lei noi voi loro mi ti si ci vi ne mio mia miei mie tuo tua tuoi "
        "suo sua suoi nostro nostra vostro è sono sei siamo siete era erano essere stato ho hai ha abbiamo "
        "hanno avere aveva non sì questo questa questi queste quello quella c anche più molto così allora "
        "poi qui lì posso può puoi possiamo potrebbe fare fa va vado andare ecco beh già dell all nell sull "
        "un"
    ),
    negations=words("non no mai niente nulla nessuno nessun nessuna senza né neanche nemmeno"),
    soft=words(
        "allora cioè diciamo praticamente ecco beh insomma sai guarda aspetta scusa scusi ok okay bene tipo"
    ),
    persons=persons(
        i="io mi me mio mia miei mie",
        we="noi nostro nostra ci",
        you="tu ti te tuo tua tuoi tue",
        he="lui",
        su="suo sua suoi sue",
    ),
    dates=groups(
        "lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|gennaio|febbraio|marzo|aprile|maggio|"
        "giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|oggi|domani|ieri|dopodomani|mattina "
        "mattino|sera|pomeriggio|notte|mezzogiorno|mezzanotte|settimana settimane|mese mesi|anno anni|ora "
        "ore|minuto minuti"
    ),
    same=groups(
        "okay ok|percento %|euro €|dollaro dollari $|chilometro chilometri km|chilogrammo chilo chili "
        "kg|grammo grammi g|millilitro millilitri ml|metro metri|centimetro centimetri cm|posso può puoi "
        "potere|voglio vuole vuoi volere vorrei|devo deve devi dovere"
    ),
    repairs=phrases(
        "no aspetta|no scusa|anzi|voglio dire|volevo dire|cioè|no anzi|scusa|no|o meglio|correzione|no "
        "cioè|scusate|mi correggo|aspetta|aspetta no|pardon"
    ),
    erasers=phrases("cancella|lascia perdere|ricomincio|cancella questo|dimentica"),
    suffixes=words("o a i e are ere ire ato ata ati ate ito uto iamo ono ano ava avo i ò"),
    questions=words("chi che cosa quando dove come perché quale quanto puoi può potresti hai"),
    greetings=words(
        "ciao buongiorno buonasera gentile caro cara cordiali saluti grazie mille distinti salve a presto "
        "tutti un saluto"
    ),
    asides=phrases("capito|capisci|senti|guarda|non so|diciamo|per così dire|come si dice|voglio dire|lo so"),
    elides=True,
)
DUTCH: Final = Language(
    code="nl",
    stop=words(
        "de het een en of maar dat dit die deze er is zijn was waren ben bent geweest heb hebt heeft hebben "
        "had hadden ik jij je u hij zij ze wij we jullie hen hun hem haar mij me ons onze mijn jouw uw wie "
        "wat waar wanneer hoe waarom welke te van in op aan met voor naar bij uit om tot door over als dan "
        "zo ook nog al niet geen ja wel hier daar zal zou zullen kan kunnen kon wil willen wordt worden "
        "werd gaan gaat ga doen doet moet s eh ehm dus toch want"
    ),
    negations=words("niet geen nooit niets niemand nergens zonder nee noch"),
    soft=words(
        "eigenlijk gewoon even eens dus nou ja zeg maar hè toch wel goed oké ok okay wacht sorry echt best "
        "denk"
    ),
    persons=persons(i="ik mij me mijn", we="wij we ons onze", you="jij je jou jouw jullie", he="hij hem"),
    dates=groups(
        "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|januari|februari|maart|april|mei|juni|"
        "juli|augustus|september|oktober|november|december|vandaag|morgen|gisteren|overmorgen|ochtend "
        "ochtends|middag middags|avond avonds|nacht|week weken|maand maanden|jaar jaren|uur uren|minuut "
        "minuten"
    ),
    same=groups(
        "okay ok oké|hallo hoi hey|procent %|euro euros €|kilometer km|kilo kg|zou zouden|bel bellen belt "
        "gebeld"
    ),
    spelled=spelled("'t=het|'n=een|da's=dat is|zo'n=zo een|m'n=mijn|z'n=zijn"),
    repairs=phrases(
        "nee wacht|of nee|nee sorry|ik bedoel|nee ik bedoel|sorry|nee|beter gezegd|correctie|wacht|of "
        "eigenlijk|of liever|wacht nee|oh nee"
    ),
    erasers=phrases("schrap dat|laat maar|vergeet dat|streep dat door|opnieuw"),
    suffixes=words("e en s t de den te ten n er d"),
    questions=words("wie wat waar wanneer hoe waarom welke kun kunt kan is heb heeft wil zou"),
    greetings=words(
        "hallo hoi beste geachte goedemorgen goedemiddag met vriendelijke groet groeten hartelijke bedankt "
        "alvast dank je u groetjes mvg allemaal"
    ),
    asides=phrases("weet je|zeg maar|ik bedoel|hoe zeg je dat|ik denk|of zo|weet je wel"),
)
PORTUGUESE: Final = Language(
    code="pt",
    stop=words(
        "o a os as um uma uns umas de do da dos das em no na nos nas por pelo pela para pra com sem sobre "
        "entre até e ou mas que quem qual quando onde como porque se eu tu você ele ela nós vocês eles elas "
        "me te lhe nos meu minha meus minhas teu tua seu sua seus suas nosso nossa é são sou somos era eram "
        "foi foram ser está estão estou estava estar tem tenho temos têm tinha ter há não sim já também "
        "muito mais tão assim então isso isto este esta esse essa aquele aquela aí aqui lá vou vai vamos ir "
        "pode posso podemos poderia fazer faz ao à às eh bom né"
    ),
    negations=words("não nunca jamais nada ninguém nenhum nenhuma sem tampouco nem"),
    soft=words(
        "tipo então né bom assim bem quer dizer sabe olha espera desculpa ok realmente basicamente aí"
    ),
    persons=persons(
        i="eu me mim meu minha meus minhas",
        we="nós nosso nossa",
        you="você vocês tu te teu tua",
        he="ele",
        su="seu sua seus suas",
    ),
    dates=groups(
        "segunda segunda-feira|terça terça-feira|quarta quarta-feira|quinta quinta-feira|sexta "
        "sexta-feira|sábado|domingo|janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|"
        "outubro|novembro|dezembro|hoje|amanhã|ontem|manhã|tarde|noite|semana "
        "semanas|mês meses|ano anos|hora horas h|minuto minutos|feira"
    ),
    same=groups(
        "okay ok|oi olá|porcento %|euro euros €|real reais r$|quilômetro quilômetros km|quilo quilos kg"
    ),
    repairs=phrases(
        "não espera|quero dizer|quer dizer|ou melhor|aliás|desculpa|não desculpa|digo|não|correção|espera "
        "não|corrigindo"
    ),
    erasers=phrases("apaga isso|esquece|deixa pra lá|esquece isso|recomeçando|risca isso"),
    suffixes=words("s o a os as e es am em ar er ir ado ada ido ando endo ou ei r m rá"),
    questions=words("quem qual quando onde como quanto você pode poderia tem"),
    greetings=words(
        "olá oi bom dia boa tarde noite prezado prezada caro cara atenciosamente abraço abraços obrigado "
        "obrigada cordialmente cumprimentos todos desde já"
    ),
    asides=phrases("sabe|quer dizer|como se diz|não sei|eu acho|ou algo assim"),
)

POLISH: Final = Language(
    code="pl",
    stop=words(
        "i a o w we z ze na do od po za u dla przez przy pod nad bez się to ten ta te tego tej tym jest są "
        "był była było byli być jestem mam masz ma mamy mają ja ty on ona my wy oni mnie mi ci go jej im "
        "ich mój moja moje twój jego nasz że żeby czy jak co kto gdzie kiedy który która które nie tak ale "
        "albo lub oraz bo więc już jeszcze też tylko bardzo tu tam no oraz"
    ),
    negations=words("nie nigdy nic nikt żaden żadna bez ani"),
    soft=words("no więc wiesz jakby znaczy po prostu właściwie chyba dobra okej ok tak jeszcze raz proszę"),
    persons=persons(
        i="ja mnie mi mój moja moje", we="my nas nam nasz nasza", you="ty ciebie ci twój twoja wy"
    ),
    dates=groups(
        "poniedziałek|wtorek|środa środę środy|czwartek|piątek|sobota sobotę|niedziela niedzielę|styczeń "
        "stycznia|luty lutego|marzec marca|kwiecień kwietnia|maj maja|czerwiec czerwca|lipiec "
        "lipca|sierpień sierpnia|wrzesień września|październik października|listopad listopada|grudzień "
        "grudnia|dziś dzisiaj|jutro|wczoraj"
    ),
    repairs=phrases("nie czekaj|to znaczy|znaczy|nie|przepraszam|a nie|nie przepraszam|chciałem powiedzieć"),
    suffixes=words("a ą e ę i o u y ów om ami ach em ie ego ej ym ć ł ła ło li ły m sz"),
    questions=words("kto co gdzie kiedy jak dlaczego który czy"),
    greetings=words("cześć dzień dobry pozdrawiam pozdrowienia dziękuję serdecznie witam szanowni państwo"),
)
SWEDISH: Final = Language(
    code="sv",
    stop=words(
        "en ett den det de och att som i på av för med till från om är var vara har hade ha jag du han hon "
        "vi ni dem mig dig oss er min mitt mina din ditt sin sitt vår inte också så men eller när där här "
        "hur vad vem kan kunde ska skulle vill ville får måste nu då ju väl ingen inget man"
    ),
    negations=words("inte ingen inget inga aldrig ingenting utan varken"),
    soft=words("liksom typ alltså ju väl eh öh då bara ja nä okej ok"),
    persons=persons(
        i="jag mig min mitt mina", we="vi oss vår vårt våra", you="du dig din ditt dina ni er", he="han honom"
    ),
    dates=groups(
        "måndag måndagen|tisdag tisdagen|onsdag onsdagen|torsdag torsdagen|fredag fredagen|lördag "
        "lördagen|söndag "
        "söndagen|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|idag|imorgon|igår"
    ),
    repairs=phrases("nej vänta|jag menar|nej|förlåt|eller nej|rättare sagt|jag menade|nej förlåt"),
    suffixes=words("en et n t ar er or na a e r de te s arna erna orna"),
    questions=words("vem vad när var hur varför vilken kan är har"),
    greetings=words("hej hejsan kära vänliga hälsningar med mvh tack på förhand bästa"),
)
JAPANESE: Final = Language(code="ja", stop=frozenset("ー々"))
CHINESE: Final = Language(
    code="zh",
    stop=frozenset("的了吧呢啊嗯呃吗哦就那这是个呀嘛么地得着过也都还和跟与在把被给"),
    negations=frozenset("不没无别未"),
    persons=persons(i="我", you="你 您", he="他", she="她"),
    repairs=phrases("不 对|不 是|我 是 说|等 等|说 错 了|应 该 是|哦 不|不 不"),
    asides=phrases("就 是 说|那 个|这 个|就 是|然 后|怎 么 说|怎 么 说 呢|对 吧"),
)

LANGUAGES: Final[Mapping[str, Language]] = {
    one.code: one
    for one in (
        ENGLISH,
        GERMAN,
        FRENCH,
        SPANISH,
        ITALIAN,
        DUTCH,
        PORTUGUESE,
        POLISH,
        SWEDISH,
        CHINESE,
        JAPANESE,
    )
}
UNKNOWN: Final = Language(
    code="", stop=frozenset(), suffixes=words("s a e i o u y en er em om am ov ami ach ych ego")
)

SIGNS: Final[Mapping[str, frozenset[str]]] = {
    "en": words(
        "the and is are was you to of that this we it with have will be not for they what my your can i he "
        "she"
    ),
    "de": words(
        "der die das und ist nicht ich wir sie ein eine zu mit den dem auf für sind auch es dass wird noch "
        "bitte"
    ),
    "fr": words(
        "le les des est et une que je nous vous pas dans pour sur qui au avec il elle du ce cette sont à la "
        "un"
    ),
    "es": words(
        "el los las es y una que yo no en para con por del al se está son muy pero como lo su la un mi"
    ),
    "it": words("il gli è e una che di non per con sono del della al si ho questo anche più ma le la un mi"),
    "nl": words("de het een en is niet ik we van te dat op met voor zijn aan er ook maar naar je wordt heb"),
    "pt": words("o os é e uma que não em para com por do da ao se está são muito mas eu você um no na"),
    "sv": words("och att det är jag inte en ett som på för med den har vi du av till"),
    "pl": words("i nie się w na jest to że z do jak ale po tak czy są co dla"),
}
"""Words by which a language shows; some are shared, so a language is told by the most of them."""


def language_for(code: str) -> Language:
    """The language of a Whisper code; one of which nothing is known where it is not among them."""
    return LANGUAGES.get(code.casefold().replace("_", "-").partition("-")[0], UNKNOWN)


def sign_counts(text_words: Iterable[str]) -> dict[str, int]:
    """For each language with signs, how many different ones are among the words."""
    different = frozenset(text_words)
    return {code: len(signs & different) for code, signs in SIGNS.items()}


def guessed(text_words: Iterable[str]) -> str:
    """The language that most of the words speak for; empty when none clearly does."""
    counts = sorted(((count, code) for code, count in sign_counts(text_words).items()), reverse=True)
    (best, code), (next_best, _) = counts[0], counts[1]
    return code if best >= 2 and best > next_best else ""
