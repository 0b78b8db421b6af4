"""What the guard knows of French and Spanish."""

from __future__ import annotations

from typing import Final

from app.domain.guard.language import Language, groups, persons, phrases, spelled, words

FRENCH: Final = Language(
    code="fr",
    stop=words(
        "le la les l un une des de d du au aux et ou mais donc or car que qu qui quoi dont où ce c cet "
        "cette ces ça cela il elle on nous vous ils elles je j tu me m te t se s lui leur leurs y en mon ma "
        "mes ton ta tes son sa ses notre nos votre vos à dans par pour sur avec sous chez vers entre est "
        "suis es sommes êtes sont était étais étaient sera serait être été ai as a avons avez ont avait "
        "avais aurait aura avoir eu ne n pas non oui si comme quand comment pourquoi aussi très bien alors "
        "puis là ici fait faire faut va vais vas vont aller peux peut pouvez pouvons pourrait pourriez euh "
        "heu hein eh ah oh bon voilà plus moins même peu tout quel quelle quels quelles celui celle ceux "
        "lorsque afin allez"
    ),
    negations=words("pas jamais rien aucun aucune personne ni sans non guère nulle"),
    soft=words(
        "genre enfin bref voilà bon ben bah quoi hein donc alors vraiment franchement juste peut-être oui "
        "bien ok okay attends attendez pardon désolé disons effectivement vois savez sais dire tu"
    ),
    persons=persons(
        i="je j me m moi mon ma mes",
        we="nous notre nos",
        on="on",
        you="tu te t toi ton ta tes",
        vous="vous votre vos",
        he="il lui son sa ses",
        she="elle",
        they="ils elles leur leurs eux",
    ),
    dates=groups(
        "lundi lundis|mardi mardis|mercredi mercredis|jeudi jeudis|vendredi vendredis|samedi "
        "samedis|dimanche "
        "dimanches|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
        "aujourd'hui "
        "aujourd|demain|hier|après-demain|matin matins matinée|soir soirs "
        "soirée|midi|minuit|après-midi|nuit|semaine semaines|mois|an ans année années|heure heures h|minute "
        "minutes min|printemps|été|automne|hiver|week-end"
    ),
    same=groups(
        "okay ok|oui ouais|salut bonjour coucou|pourcent %|euro euros €|dollar dollars $|kilomètre "
        "kilomètres km|kilogramme kilogrammes kilo kilos kg|gramme grammes g|millilitre millilitres "
        "ml|mètre mètres|centimètre centimètres cm|degré degrés °|litre litres|seconde secondes|mail mails "
        "e-mail email courriel|docteur dr|monsieur m.|madame mme|numéro numéros n°|premier première 1er|ça "
        "cela|peux peut pouvez pouvons pourrait pourriez pouvoir|veux veut voulez voulons voudrais voudrait "
        "vouloir voulais|dois doit devez devons devrait devrais devoir devait|vois voit voyez voir "
        "vu|prends prend prenez prendre pris|viens vient venez venir venu|dis dit dites dire|sais sait "
        "savez savoir su|mets met mettez mettre mis|envoie envoyer envoyé envoyez envoies|appelle appeler "
        "appelé appelez|achète acheter acheté achetez"
    ),
    formal=groups(
        "pourriez peux tu pouvez|veuillez merci svp s'il plaît|malheureusement désolé regrettons "
        "regrette|recevoir avoir|informer dire prévenir|cordialement|bonjour salut|assister venir|examiner "
        "regarder vérifier|problème souci truc"
    ),
    spelled=spelled(
        "du=de le|au=à le|aux=à les|des=de les|jusqu'à=jusque à|quelqu'un=quelque "
        "un|aujourd'hui=aujourd'hui|y'a=il y a|ya=il y a|t'as=tu as|t'es=tu es|chuis=je suis|j'suis=je "
        "suis|svp=s'il vous plaît|rdv=rendez vous|chais=je ne sais|pourcent=pourcent"
    ),
    repairs=phrases(
        "non attends|non attendez|attends non|je veux dire|je voulais dire|enfin non|non "
        "pardon|pardon|plutôt|ou plutôt|non plutôt|rectification|correction|non|enfin|euh non|ah "
        "non|excusez-moi|désolé|non désolé|non enfin|je me corrige|attends|attendez|non non|mais non|je "
        "corrige|erreur|oups"
    ),
    erasers=phrases(
        "oublie ça|oubliez ça|laisse tomber|laissez tomber|efface ça|effacez ça|annule ça|je reprends|je "
        "recommence|on recommence|oublie|annulez ça|supprime ça|supprimez ça"
    ),
    suffixes=words(
        "s e es ent er é ée és ées ez ais ait aient ons ont x aux al ale ir it is issent ie ies i u ue us "
        "ues r re ant era erai eras erez eront erait"
    ),
    questions=words(
        "qui que quoi quand où comment pourquoi quel quelle quels quelles combien est-ce est peux pouvez "
        "pourriez as avez sais-tu"
    ),
    greetings=words(
        "bonjour bonsoir salut cher chère chers chères cordialement bien à vous merci d'avance avance par "
        "madame monsieur mesdames messieurs sincères salutations meilleures belle bonne journée soirée tous "
        "toutes équipe amicalement respectueusement je prie agréer dans attente réponse votre de en te "
        "remercie beaucoup objet"
    ),
    asides=phrases(
        "écoute|écoutez|virgule|point d'interrogation|à la ligne|tu vois|tu sais|vous savez|vous voyez|je "
        "veux dire|en fait|comment dire|on va dire|je dirais|je crois|je pense|ou quelque chose|et tout|et "
        "tout ça|du coup|si tu veux|si vous voulez|comment on dit|voilà quoi|à vrai dire|pour ainsi dire|je "
        "ne sais pas|je sais pas|un peu"
    ),
    elides=True,
)
SPANISH: Final = Language(
    code="es",
    stop=words(
        "el la los las lo un una unos unas de del al a y e o u pero que quien quienes cual cuales cuyo "
        "donde dónde cuando cuándo como cómo porque qué quién cuál por para con en sin sobre desde hasta "
        "entre hacia yo tú él ella nosotros ustedes vosotros ellos ellas me te se le les nos os mi mis tu "
        "tus su sus nuestro nuestra nuestros nuestras este esta estos estas ese esa esos esas eso esto "
        "aquel aquella es son soy eres somos era eran fue fueron ser sido estoy está están estaba estar he "
        "has ha hemos han había haber hay no sí si ya muy más también tan así entonces luego ahí aquí va "
        "voy vas vamos van ir puede puedes puedo podemos pueden podría podrías hacer hace hago eh bueno "
        "pues mismo ti mí"
    ),
    negations=words("no nunca jamás nada nadie ningún ninguno ninguna sin tampoco ni"),
    soft=words(
        "bueno pues digamos entonces realmente básicamente simplemente sabes mira oye eh vale ok este "
        "verdad claro espera perdón quizás quizá sea digo ah ya así"
    ),
    persons=persons(
        i="yo me mi mis mí conmigo",
        we="nosotros nosotras nos nuestro nuestra nuestros nuestras",
        you="tú te tu tus ti contigo",
        usted="usted ustedes vosotros",
        he="él",
        su="su sus",
        she="ella",
        they="ellos ellas",
    ),
    dates=groups(
        "lunes|martes|miércoles miercoles|jueves|viernes|sábado sabado sábados|domingo "
        "domingos|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre "
        "setiembre|octubre|noviembre|diciembre|hoy|mañana|ayer|anteayer|tarde tardes|noche "
        "noches|mediodía|medianoche|semana semanas|mes meses|año años|hora horas h|minuto minutos "
        "min|primavera|verano|otoño|invierno"
    ),
    same=groups(
        "okay ok vale|hola buenas|gracias|porciento %|euro euros €|dólar dólares $|kilómetro kilómetros "
        "km|kilogramo kilogramos kilo kilos kg|gramo gramos g|mililitro mililitros ml|metro "
        "metros|centímetro centímetros cm|grado grados °|litro litros|segundo segundos|correo email e-mail "
        "mail|doctor dr doctora dra|señor sr|señora sra|número números n.º|tengo tiene tienes tenemos "
        "tienen tener tenía tuve|quiero quiere quieres queremos quieren querer quería quisiera|digo dice "
        "dices decir dijo dicho|veo ve ver visto|vengo viene vienes venir vino|pongo pone poner puesto|sé "
        "sabe sabes saber|compro compra comprar|necesito necesita necesitas necesitamos necesitar|debo debe "
        "debes debemos deben deber debería|pido pide pedir|envío envía enviar envíame enviarme|primer "
        "primero primera|gran grande"
    ),
    formal=groups(
        "podría puedes puede|lamentablemente siento perdón lamento lamentamos|recibir tener|informar decir "
        "avisar|cordialmente saludos atentamente|estimado estimada hola|asistir venir ir|agradecer gracias "
        "agradezco|solicitar pedir|problema cosa|por favor"
    ),
    spelled=spelled("del=de el|al=a el|pa=para|q=que|xq=porque|porq=porque|conmigo=con mí|contigo=con ti"),
    repairs=phrases(
        "no espera|no espere|espera no|quiero decir|digo|mejor dicho|perdón|no perdón|perdona|o "
        "sea|corrijo|no digo|no|o mejor|más bien|no más bien|corrección|rectifico|espera|ay no|eh no|no "
        "no|me equivoqué|o mejor dicho|disculpa|disculpe|no quise decir|quise decir|miento"
    ),
    erasers=phrases(
        "borra eso|olvida eso|olvídalo|bórralo|tacha eso|cancela eso|empiezo de nuevo|empiezo otra "
        "vez|déjalo|borre eso|elimina eso|olvide eso"
    ),
    suffixes=words(
        "s es o a os as e en an amos emos imos ar er ir ado ada ados adas ido ida aba aban ía ían ó é ando "
        "iendo aría me te lo la le nos se los las r n ré rá rán remos"
    ),
    questions=words(
        "qué quién quiénes cuál cuáles cuándo dónde cómo cuánto cuánta cuántos puedes puede podrías tienes"
    ),
    greetings=words(
        "hola buenos buenas días tardes noches estimado estimada estimados estimadas querido querida "
        "saludos cordiales un saludo cordial atentamente gracias muchas de antemano abrazo todos todas "
        "equipo señor señora quedo a la espera su respuesta cordialmente asunto"
    ),
    asides=phrases(
        "la verdad es que|es que|mira|coma|signo de interrogación|nueva línea|o sea|ya sabes|no sé|es "
        "decir|cómo se dice|cómo decirlo|la verdad|a ver|creo que|yo creo|digamos que|o algo así|y tal|y "
        "eso|por así decirlo|me parece|sabes|no sé qué|y todo eso|déjame pensar"
    ),
)
