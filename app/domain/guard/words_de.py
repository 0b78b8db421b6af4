"""What the guard knows of German."""

from __future__ import annotations

from typing import Final

from app.domain.guard.language import Language, groups, persons, phrases, spelled, words

GERMAN: Final = Language(
    code="de",
    stop=words(
        "der die das den dem des ein eine einen einem einer eines und oder aber so dann dass daß ob wenn "
        "weil denn da dieser diese dieses diesen diesem jener jene es er sie wir ich du ihr ihm ihn ihnen "
        "uns euch mich mir dich dir sich mein meine meinen meinem meiner dein deine deinen deinem deiner "
        "sein seine seinen seinem seiner unser unsere unseren unserem unserer euer eure ihre ihren ihrem "
        "ihrer wer wen wem was wann wo wohin woher warum wie welche welcher welches als an am auf aus bei "
        "beim bis durch für gegen im in ins mit nach über um unter von vom vor zu zum zur bin bist ist sind "
        "seid war waren wäre wären gewesen habe hast hat haben hatte hatten hätte hätten gehabt werde wirst "
        "wird werden wurde wurden würde würden worden kann kannst können könnte könnten will nicht kein "
        "keine ja auch noch schon nur sehr hier dort doch mal also nun je na ne man etwas pro ähm äh öhm "
        "würd hab uhr gibt gehen geht gehe ging gegangen machen macht mache damit dafür dazu darauf daran "
        "davon"
    ),
    negations=words(
        "nicht kein keine keinen keinem keiner keines nie niemals nichts niemand niemanden niemandem "
        "nirgends weder ohne nein kaum"
    ),
    soft=words(
        "echt eigentlich halt eben quasi sozusagen irgendwie einfach ja mal also doch schon wohl na naja "
        "tja ne oder gell genau okay ok nun jetzt gut so ehrlich wirklich ziemlich glaube meine sagen bitte "
        "warte moment vielleicht übrigens grad gerade ach mist sorry entschuldigung nochmal"
    ),
    persons=persons(
        i="ich mich mir mein meine meinen meinem meiner meines",
        we="wir uns unser unsere unseren unserem unserer",
        you="du dich dir dein deine deinen deinem deiner euch euer eure",
        he="er ihn ihm sein seine seinen seinem seiner seines",
        sie="sie ihnen ihr ihre ihren ihrem ihrer ihres",
    ),
    dates=groups(
        "montag montags mo|dienstag dienstags|mittwoch mittwochs|donnerstag donnerstags|freitag "
        "freitags|samstag samstags sonnabend|sonntag sonntags|januar|februar|märz|april|mai|juni "
        "juno|juli|august|september|oktober|november|dezember|heute|morgen|gestern|übermorgen|vorgestern|"
        "abend "
        "abends|nachmittag nachmittags|vormittag vormittags|mittag mittags|nacht "
        "nachts|mitternacht|wochenende|woche wochen|monat monate monaten monats|jahr jahre jahren "
        "jahres|stunde stunden std|minute minuten min|frühling|sommer|herbst|winter"
    ),
    same=groups(
        "okay ok|ja jo jup|nein nee nö|hallo hi hey|danke dank|prozent %|euro euros €|dollar dollars "
        "$|kilometer km|kilogramm kilo kilos kg|gramm g|milliliter ml|esslöffel el|teelöffel "
        "tl|quadratmeter qm|stück stk|meter|zentimeter cm|millimeter mm|grad °|liter|sekunde "
        "sekunden|uhr|telefon fon|e-mail email mail mails emails|doktor dr|nummer nr|heißt hieß|gibt gab "
        "gegeben geben|kommt kam gekommen kommen|geht ging gegangen gehen|nimmt nahm genommen nehmen|sieht "
        "sah gesehen sehen|spricht sprach gesprochen sprechen|trifft traf getroffen treffen|schreibt "
        "schrieb geschrieben schreiben|liest las gelesen lesen|findet fand gefunden finden|bringt brachte "
        "gebracht bringen|denkt dachte gedacht denken|weiß wusste gewusst wissen|steht stand gestanden "
        "stehen|bleibt blieb geblieben bleiben|ruft rief gerufen rufen|isst aß gegessen essen|fährt fuhr "
        "gefahren fahren|hält hielt gehalten halten|läuft lief gelaufen laufen|lässt ließ gelassen "
        "lassen|muss musste gemusst müssen müssten müsste müsst|soll sollte sollten sollen sollst|darf "
        "durfte dürfen dürfte|möchte möchten mag mögen mochte|schickt geschickt schicken|kriegen kriege "
        "kriegt bekommen bekomme bekommt|runter herunter|rein herein hinein|raus heraus hinaus|rauf "
        "herauf|drauf darauf|bisschen wenig"
    ),
    formal=groups(
        "bitte gerne|erhalten bekommen kriegen|mitteilen sagen bescheid informieren|bedauern leider leid "
        "tut|entschuldigen sorry entschuldigung|benötigen brauchen brauche benötige|teilnehmen kommen "
        "schaffen|prüfen gucken schauen checken|besprechen reden sprechen|beginnen anfangen|beheben fixen "
        "reparieren|herr|frau|sehr geehrte geehrter geehrten damen herren|kontaktieren melden "
        "anrufen|verschieben|außerdem auch|mitarbeiter kollegen leute|vielen dank danke|unverzüglich sofort "
        "schnell baldmöglichst|verspätung verspätet spät später"
    ),
    spelled=spelled(
        "m²=quadratmeter|hab=habe|gibt's=gibt es|"
        "geht's=geht es|hab's=habe es|ist's=ist es|'s=es|'nen=einen|'n=ein|nen=einen|nem=einem|ner=einer|"
        "usw=und so weiter|wär=wäre|hätt=hätte|würd=würde|is=ist|nich=nicht|nix=nichts|grad=gerade"
    ),
    repairs=phrases(
        "nein warte|nein moment|nein ich meine|nein ich meinte|ich meine|ich meinte|ich "
        "mein|nein|nee|nö|quatsch|ach quatsch|nein quatsch|besser gesagt|genauer "
        "gesagt|beziehungsweise|vielmehr|korrektur|äh nein|sorry|entschuldigung|moment|warte|warte mal|nein "
        "warte mal|halt|oder besser|oder nein|oder vielmehr|ach nein|ach nee|pardon|ich korrigiere|nee "
        "warte|falsch|stopp|nein doch|oder doch"
    ),
    erasers=phrases(
        "streich das|vergiss das|vergessen sie das|lösch das|streichen sie das|nochmal von vorn|noch mal "
        "von vorne|anders gesagt|ich fang nochmal an|ich fange nochmal an|das streichen wir|egal|vergiss es"
    ),
    suffixes=words("e en n er es em s st t te ten tes tem ter et est ern ste sten ster"),
    questions=words(
        "wer wen wem was wann wo wohin woher warum wieso weshalb wie welche welcher welches kannst können "
        "könnt könnte könnten ist sind hast habt haben wird werden darf soll sollen möchten gibt geht hat "
        "kann"
    ),
    greetings=words(
        "hallo hi liebe lieber guten tag morgen abend sehr geehrte geehrter damen und herren mit "
        "freundlichen grüßen viele liebe beste grüße gruß herzliche vielen dank danke im voraus freundliche "
        "schöne moin servus alle team zusammen herr frau dr ich freue mich auf ihre deine antwort "
        "rückmeldung betreff name ihr dein"
    ),
    asides=phrases(
        "sag mal|pass auf|hör mal|komma|fragezeichen|ausrufezeichen|neue zeile|neuer absatz|doppelpunkt|"
        "weißt du|ich meine|wie soll ich sagen|sag ich mal|sagen wir mal|oder so|und so|ich sag mal|keine "
        "ahnung|wie heißt das|wie sagt man|ehrlich gesagt|ich glaube|sagen wir|wie gesagt|ich würde "
        "sagen|wissen sie|mal sehen|lass mich überlegen|was wollte ich sagen|im grunde|und so weiter"
    ),
    nouns_are_capital=True,
)
