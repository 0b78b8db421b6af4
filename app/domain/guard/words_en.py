"""What the guard knows of English."""

from __future__ import annotations

from typing import Final

from app.domain.guard.language import Language, groups, persons, phrases, spelled, words

ENGLISH: Final = Language(
    code="en",
    stop=words(
        "a an the and or but so then that this these those there here it its he she they we i you him her "
        "them us me my mine your yours his hers their theirs our ours myself yourself himself herself "
        "ourselves themselves who whom whose which what when where why how if as at by for from in into of "
        "on onto to with about than am is are was were be been being do does did doing done have has had "
        "having will would shall can could not no nor because though although while also too just very s t "
        "d ll re ve m o oh yes yeah okay ok well like us let get gets got getting go goes going gone went "
        "some any such each one ones thing things bit lot both either per via upon within there's that's "
        "it's whether however therefore thus hence um uh er any anything anybody anyone ever o'clock oclock "
        "clock"
    ),
    negations=words(
        "not no never none nothing nobody nowhere neither nor without cannot hardly unable refuse refuses "
        "refused"
    ),
    soft=words(
        "basically actually really literally kind sort kinda sorta anyway anyways right like well so just "
        "maybe okay ok yeah obviously honestly totally definitely simply quite pretty stuff "
        "alright hey please now then still even again already sorry thing things folks "
        "man dude wait huh essentially whatever"
    ),
    persons=persons(
        i="i me my mine myself",
        we="we us our ours ourselves",
        you="you your yours yourself yourselves",
        he="he him his himself",
        she="she her hers herself",
        they="they them their theirs themselves",
    ),
    dates=groups(
        "monday mondays mon|tuesday tuesdays tue tues|wednesday wednesdays wed|thursday thursdays thu thur "
        "thurs|friday fridays fri|saturday saturdays|sunday sundays|january jan|february feb|march|april "
        "apr|june jun|july jul|august aug|september sept sep|october oct|november nov|december "
        "dec|today|tomorrow|yesterday|tonight|morning mornings|afternoon afternoons|evening evenings|noon "
        "midday|midnight|weekend weekends|weekly|daily|monthly|yearly annually|quarterly|week weeks|month "
        "months|year years|hour hours hrs hr h|minute minutes min mins|spring|summer|autumn fall|winter"
    ),
    same=groups(
        "teaspoon teaspoons tsp|liter liters litre litres l|tablespoon tablespoons tbsp|milliliter "
        "milliliters millilitre millilitres ml|ounce ounces oz|foot feet ft|inch inches|celsius c|"
        "fahrenheit f|lb lbs|okay ok k alright|yes yeah yep yup yea|no nope nah|because cause cuz coz|"
        "hello hi hey|thanks thank thankyou|mum mom|email emails e-mail|percent %|dollar dollars bucks "
        "buck $|euro euros €|pound pounds £|kilometer kilometers kilometre kilometres km kms|kilogram "
        "kilograms kilo kilos kg|gram grams g|meter meters metre metres|centimeter centimeters centimetre "
        "cm|millimeter millimeters mm|mile miles|degree degrees °|liter liters litre litres|megabyte "
        "megabytes mb|gigabyte gigabytes gb gig gigs|second seconds sec secs|doctor dr|mister mr|versus vs|"
        "number numbers|street st|go goes going gone went|buy buys buying bought|see sees seeing saw seen|"
        "take takes taking took taken|come comes coming came|give gives giving gave given|make makes "
        "making made|say says saying said|tell tells telling told|think thinks thinking thought|know knows "
        "knowing knew known|find finds finding found|write writes writing wrote written|read reads reading|"
        "speak speaks speaking spoke spoken|send sends sending sent|bring brings bringing brought|leave "
        "leaves leaving left|meet meets meeting met|hear hears hearing heard|keep keeps kept|run runs "
        "running ran|eat eats eating ate eaten|drive drives driving drove driven|teach teaches teaching "
        "taught|catch catches caught|choose chooses choosing chose chosen|break breaks breaking broke "
        "broken brake|forget forgets forgot forgotten|begin begins beginning began begun|feel feels "
        "feeling felt|sell sells selling sold|pay pays paying paid|fly flies flying flew flown|grow grows "
        "growing grew grown|lose loses losing lost loose|sleep sleeps slept|spend spends spending spent|"
        "stand stands standing stood|build builds building built|fall falls fell fallen|hold holds holding "
        "held|put puts putting|cut cuts cutting|sit sits sitting sat|win wins winning won|become becomes "
        "becoming became|throw throws threw thrown|show shows showing showed shown|ship shipped shipping "
        "ships|weather whether|peace piece|affect effect|principal principle|complement compliment|site "
        "sight cite|plain plane|role roll|many much lots|child children kids kid|person people|man men|"
        "woman women|till until|app application apps applications|info information|photo photos photograph|"
        "phone telephone|round around|towards toward|anyone anybody|everyone everybody|someone somebody|"
        "wifi wi-fi|maybe perhaps|approximately roughly"
    ),
    formal=groups(
        "request ask asking asked|receive get got getting obtain received|purchase buy bought|assist help "
        "helping assistance|require need needed needs requires required|inform tell let know informed "
        "notify|apologise sorry apologize apologies apology unfortunately regret|children kids|large "
        "big|important significant|review check look verify examine|discuss talk speak chat "
        "conversation|investigate look into|commence start begin starting|conclude end finish complete "
        "completed done|resolve fix sort resolved|colleagues guys team everyone|considerable lot many "
        "numerous much several|therefore so|however but|additionally also|attend make come "
        "attendance|unable can't cannot not|provide give send|appreciate thanks thank grateful "
        "gratitude|kindly please|contact call reach touch|regarding about concerning|soon asap earliest "
        "convenience|issue problem matter stuff items thing things|arrive come get|convenient good works "
        "suitable fine|schedule set arrange plan|postpone push move reschedule delay|cancel call "
        "off|believe think opinion|excellent great good wonderful|poor bad|currently right now present "
        "moment|shortly soon|ensure make sure|possible can could|would want wish like|delayed late delay "
        "running|upset annoyed mad angry dissatisfied displeased|broken malfunctioning defective|ill sick "
        "unwell|busy occupied|tired exhausted|confirm sure|await wait waiting|unacceptable crazy "
        "ridiculous|approximately about around|quickly fast promptly prompt|decline turn down|manager boss "
        "supervisor|employment job position|father dad|mother mom mum|expensive pricey costly|wrong "
        "incorrect error mistake|enclosed attached "
        "attachment|able|greatly|forward|sincerely|respectfully|hereby|remain|further|advise|proceed "
        "go|pleased happy glad delighted|entire whole|sufficient enough|demonstrate show|utilise "
        "use|question questions inquiry ask|repair repaired fix fixed|working function functioning "
        "operational work|due|request"
    ),
    spelled=spelled(
        "mph=miles per hour|m²=square meters|km²=square kilometers|sqm=square meters|it's=it is|that's=that "
        "is|he's=he is|she's=she is|what's=what is|there's=there is|here's=here is|who's=who "
        "is|where's=where is|how's=how is|when's=when is|everything's=everything is|can't=can "
        "not|cannot=can not|won't=will not|shan't=shall not|ain't=is not|don't=do not|doesn't=does "
        "not|didn't=did not|isn't=is not|aren't=are not|wasn't=was not|weren't=were not|haven't=have "
        "not|hasn't=has not|hadn't=had not|wouldn't=would not|couldn't=could not|shouldn't=should "
        "not|mustn't=must not|needn't=need not|dont=do not|doesnt=does not|didnt=did not|isnt=is "
        "not|cant=can not|wont=will not|wasnt=was not|couldnt=could not|wouldnt=would not|im=i am|ive=i "
        "have|youre=you are|theyre=they are|thats=that is|gonna=going to|wanna=want to|gotta=got "
        "to|gimme=give me|lemme=let me|dunno=do not know|kinda=kind of|sorta=sort of|outta=out "
        "of|em=them|asap=as soon as possible|etc=and so on|won=win|y'all=you all|c'mon=come on|tbh=to be "
        "honest|btw=by the way|let's=let us"
    ),
    repairs=phrases(
        "no wait|wait no|no no wait|actually no|no actually|i mean|or rather|no sorry|sorry no|sorry i "
        "mean|sorry i meant|no i mean|no i meant|i meant|correction|make that|no make that|actually make "
        "that|let me correct that|well actually|rather|oh wait|wait|hold on|no|sorry|oops|whoops|uh no|oh "
        "no|actually|or actually|excuse me|well no|pardon me|strike that|scratch that|i should say|that "
        "is|no hang on|hang on|i misspoke|my mistake|my bad"
    ),
    erasers=phrases(
        "scratch that|strike that|delete that|forget that|never mind|nevermind|ignore that|cancel that|let "
        "me start over|start over|let me rephrase|let me rephrase that|let me start again|scrap that|take "
        "that back|i take that back|disregard that|forget it|erase that"
    ),
    suffixes=words(
        "s es ed d ing ies ied y e er ers ly n en t ting ted ning ned ping ped ging ged ming med ring red"
    ),
    questions=words(
        "who whom whose which what when where why how is are was were do does did can could will would "
        "should shall may might have has am"
    ),
    greetings=words(
        "hi hello hey dear good morning afternoon evening day greetings regards best kind warm thanks thank "
        "you sincerely yours cheers wishes all many looking forward hearing from to hope this finds well "
        "truly faithfully respectfully all everyone team there the in advance for your and i am we sir "
        "madam mr mrs ms dr appreciated warmly take care see soon have a great nice subject re time talk "
        "name"
    ),
    implied={
        "must": phrases("have to|has to|had to|got to|need to|needs to|should"),
        "should": phrases("ought to"),
    },
    asides=phrases(
        "of course|you know what|so what i wanted to say is|what i wanted to say is|how do i put this|how "
        "do i put it|comma|full stop|question mark|exclamation mark|exclamation point|new line|new "
        "paragraph|open quote|close quote|quote|unquote|semicolon|slash|you know|i mean|i guess|i "
        "think|sort of|kind of|or something|or whatever|and stuff|and so on|you see|to be honest|let me "
        "think|let me see|let's see|how do i say|what's the word|what is the word|what do you call it|at "
        "the end of the day|the thing is|as i said|like i said|if that makes sense|or so|by the way|where "
        "was i|how should i put this|do you know what i mean|if you know what i mean|i was like|the point "
        "is|one second|hang on|let us see|what else|what was it|what was i saying|i don't know|i do not "
        "know|i would say|i suppose|okay so|all right|i want to say|what i want to say is|what i am trying "
        "to say is|as you know"
    ),
)
