<?xml version='1.0' encoding='utf-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>Sayso</name>
    <message>
      <location filename="../../app/adapters/audio_files.py" />
      <source>it is longer than %1 hours</source>
      <translation>sie ist länger als %1 Stunden</translation>
    </message>
    <message>
      <location filename="../../app/adapters/audio_files.py" />
      <source>it is too long for this computer's memory</source>
      <translation>sie ist zu lang für den Speicher dieses Computers</translation>
    </message>
    <message>
      <location filename="../../app/adapters/compute_proof.py" />
      <source>it gave no answer in a trial</source>
      <translation>im Test kam keine Antwort</translation>
    </message>
    <message>
      <location filename="../../app/adapters/compute_proof.py" />
      <source>its driver or the library crashed in a trial</source>
      <translation>ihr Treiber oder die Bibliothek stürzte im Test ab</translation>
    </message>
    <message>
      <location filename="../../app/adapters/compute_proof.py" />
      <source>the system ended the trial, as it does when memory runs out</source>
      <translation>das System hat den Test beendet, wie es bei Speichermangel geschieht</translation>
    </message>
    <message>
      <location filename="../../app/adapters/compute_proof.py" />
      <source>the trial could not be started</source>
      <translation>der Test konnte nicht gestartet werden</translation>
    </message>
    <message>
      <location filename="../../app/adapters/connections.py" />
      <source>connections to other computers are switched off</source>
      <translation>Verbindungen zu anderen Computern sind ausgeschaltet</translation>
    </message>
    <message>
      <location filename="../../app/adapters/cuda_runtime.py" />
      <source>%1 is not listed</source>
      <translation>%1 ist nicht aufgeführt</translation>
    </message>
    <message>
      <location filename="../../app/adapters/cuda_runtime.py" />
      <source>Compute on the processor instead.</source>
      <translation>Stattdessen auf dem Prozessor rechnen.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/cuda_runtime.py" />
      <source>Get a newer Sayso, or install the package nvidia-cublas-cu12.</source>
      <translation>Ein neueres Sayso herunterladen oder das Paket nvidia-cublas-cu12 installieren.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/cuda_runtime.py" />
      <source>NVIDIA has none for this kind of computer</source>
      <translation>NVIDIA bietet für diese Art Computer keine an</translation>
    </message>
    <message>
      <location filename="../../app/adapters/cuda_runtime.py" />
      <source>the file is not what was published</source>
      <translation>die Datei ist nicht wie veröffentlicht</translation>
    </message>
    <message>
      <location filename="../../app/adapters/cuda_runtime.py" />
      <source>the package index</source>
      <translation>der Paketindex</translation>
    </message>
    <message>
      <location filename="../../app/adapters/cuda_runtime.py" />
      <source>the package index does not have it any more</source>
      <translation>der Paketindex führt es nicht mehr</translation>
    </message>
    <message>
      <location filename="../../app/adapters/cuda_runtime.py" />
      <source>the package index sent something else than asked for</source>
      <translation>der Paketindex sendete etwas anderes als angefragt</translation>
    </message>
    <message>
      <location filename="../../app/adapters/disk.py" />
      <source>Free some space and try again.</source>
      <translation>Speicherplatz schaffen und erneut versuchen.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/disk.py" />
      <source>Free some space and try again; what has arrived is kept.</source>
      <translation>Speicherplatz schaffen und erneut versuchen; das Heruntergeladene bleibt erhalten.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/download.py" />
      <source>%1 does not answer</source>
      <translation>%1 antwortet nicht</translation>
    </message>
    <message>
      <location filename="../../app/adapters/download.py" />
      <source>%1 is busy</source>
      <translation>%1 ist beschäftigt</translation>
    </message>
    <message>
      <location filename="../../app/adapters/download.py" />
      <source>%1 sent something else than asked for</source>
      <translation>%1 sendete etwas anderes als angefordert</translation>
    </message>
    <message>
      <location filename="../../app/adapters/download.py" />
      <source>Stop one of the two.</source>
      <translation>Eines von beiden anhalten.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/download.py" />
      <source>Try again in %1 minutes; what has arrived is kept.</source>
      <translation>In %1 Minuten erneut versuchen; das Heruntergeladene bleibt erhalten.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/download.py" />
      <source>Try again: what was wrong is thrown away.</source>
      <translation>Erneut versuchen: Das Fehlerhafte wird verworfen.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/download.py" />
      <source>another program is getting it, too</source>
      <translation>ein anderes Programm lädt es ebenfalls herunter</translation>
    </message>
    <message>
      <location filename="../../app/adapters/engine_errors.py" />
      <source>NVIDIA's library cuBLAS 12 is missing (get it on the Models page of Sayso's window, or with Sayso's extra “cuda”)</source>
      <translation>die NVIDIA-Bibliothek cuBLAS 12 fehlt (im Fenster von Sayso auf der Seite „Modelle“ oder mit dem Extra „cuda“ herunterladen)</translation>
    </message>
    <message>
      <location filename="../../app/adapters/engine_errors.py" />
      <source>it does not support this compute type</source>
      <translation>dieser Rechentyp wird nicht unterstützt</translation>
    </message>
    <message>
      <location filename="../../app/adapters/engine_errors.py" />
      <source>it failed in a trial</source>
      <translation>der Test ist fehlgeschlagen</translation>
    </message>
    <message>
      <location filename="../../app/adapters/engine_errors.py" />
      <source>its driver is missing or too old</source>
      <translation>der Treiber fehlt oder ist zu alt</translation>
    </message>
    <message>
      <location filename="../../app/adapters/engine_errors.py" />
      <source>its vocabulary</source>
      <translation>das Vokabular</translation>
    </message>
    <message>
      <location filename="../../app/adapters/engine_errors.py" />
      <source>the model has been unloaded</source>
      <translation>das Modell wurde entladen</translation>
    </message>
    <message>
      <location filename="../../app/adapters/engine_errors.py" />
      <source>there is not enough memory for it</source>
      <translation>der Speicher reicht nicht aus</translation>
    </message>
    <message>
      <location filename="../../app/adapters/engine_process.py" />
      <source>The speech engine crashed while it was loading, so the processor is used.</source>
      <translation>Das Erkennungsprogramm ist beim Laden abgestürzt, daher wird der Prozessor verwendet.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/file_engine.py" />
      <source>The speech engine crashed and was started again.</source>
      <translation>Das Erkennungsprogramm ist abgestürzt und wurde neu gestartet.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/file_engine.py" />
      <source>There is not enough memory on the graphics card, so the processor is used.</source>
      <translation>Auf der Grafikkarte ist zu wenig Speicher, daher wird der Prozessor verwendet.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_macos.py" />
      <source>macOS event tap</source>
      <translation>Ereignisabfang von macOS</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_macos.py" />
      <source>macOS has not allowed Sayso to watch keys; allow it under Privacy &amp; Security, Accessibility</source>
      <translation>macOS hat Sayso das Beobachten von Tasten nicht erlaubt; unter „Datenschutz &amp; Sicherheit“, „Bedienungshilfen“ erlauben</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_macos.py" />
      <source>macOS refused the event tap</source>
      <translation>macOS hat das Abfangen der Tasten abgelehnt</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_macos.py" />
      <source>this is not macOS</source>
      <translation>dies ist nicht macOS</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_portal.py" />
      <source>Your desktop asks which key to use, and keeps it in its own settings.</source>
      <translation>Die Desktop-Umgebung fragt nach der Taste und merkt sie sich in den eigenen Einstellungen.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_portal.py" />
      <source>Your desktop has set it to “%1”; change it in the desktop's settings.</source>
      <translation>Die Desktop-Umgebung hat „%1“ festgelegt; in deren Einstellungen ändern.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_portal.py" />
      <source>Your desktop has set no key for it; choose one in the desktop's settings.</source>
      <translation>Die Desktop-Umgebung hat keine Taste dafür festgelegt; in deren Einstellungen eine wählen.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_portal.py" />
      <source>desktop portal</source>
      <translation>Desktop-Portal</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_portal.py" />
      <source>it was not started</source>
      <translation>sie wurden nicht gestartet</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_portal.py" />
      <source>the desktop portal does not answer</source>
      <translation>das Desktop-Portal antwortet nicht</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_windows.py" />
      <source>Keys pressed in programs that run as administrator are not heard.</source>
      <translation>Tasten in Programmen, die als Administrator laufen, werden nicht erkannt.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_windows.py" />
      <source>Windows keyboard hook</source>
      <translation>Tastatur-Hook von Windows</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_windows.py" />
      <source>Windows refused the keyboard hook</source>
      <translation>Windows hat das Mithören der Tastatur abgelehnt</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_windows.py" />
      <source>this is not Windows</source>
      <translation>dies ist nicht Windows</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_x11.py" />
      <source>On Wayland the key is heard only in X11 programs; bind a key of your desktop to “sayso toggle” for all of them.</source>
      <translation>Unter Wayland wird die Taste nur in X11-Programmen erkannt; für alle Programme in der Desktop-Umgebung eine Taste mit „sayso toggle“ belegen.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_x11.py" />
      <source>X11 key grab</source>
      <translation>Tastenbelegung von X11</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_x11.py" />
      <source>on this keyboard another hotkey has that key</source>
      <translation>auf dieser Tastatur hat ein anderes Tastenkürzel diese Taste</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_x11.py" />
      <source>the X server does not answer</source>
      <translation>der X-Server antwortet nicht</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_x11.py" />
      <source>this keyboard has no such key</source>
      <translation>diese Tastatur hat keine solche Taste</translation>
    </message>
    <message>
      <location filename="../../app/adapters/inserter_macos.py" />
      <source>this window does not tell what is selected</source>
      <translation>dieses Fenster verrät nicht, was ausgewählt ist</translation>
    </message>
    <message>
      <location filename="../../app/adapters/inserter_wayland.py" />
      <source>Wayland does not tell what is selected</source>
      <translation>Wayland verrät nicht, was ausgewählt ist</translation>
    </message>
    <message>
      <location filename="../../app/adapters/inserter_wayland.py" />
      <source>ydotool cannot type these characters</source>
      <translation>ydotool kann diese Zeichen nicht tippen</translation>
    </message>
    <message>
      <location filename="../../app/adapters/inserter_windows.py" />
      <source>no window has the focus</source>
      <translation>kein Fenster hat den Fokus</translation>
    </message>
    <message>
      <location filename="../../app/adapters/inserter_windows.py" />
      <source>the window belongs to a program that runs as administrator</source>
      <translation>das Fenster gehört zu einem Programm, das als Administrator läuft</translation>
    </message>
    <message>
      <location filename="../../app/adapters/inserter_windows.py" />
      <source>these keys select nothing in a console</source>
      <translation>diese Tasten wählen in einer Konsole nichts aus</translation>
    </message>
    <message>
      <location filename="../../app/adapters/inserter_windows.py" />
      <source>these keys select nothing in this window</source>
      <translation>diese Tasten wählen in diesem Fenster nichts aus</translation>
    </message>
    <message>
      <location filename="../../app/adapters/inserter_x11.py" />
      <source>pasting takes the place of nothing in this window</source>
      <translation>Einfügen ersetzt in diesem Fenster nichts</translation>
    </message>
    <message>
      <location filename="../../app/adapters/inserter_x11.py" />
      <source>the window has gone</source>
      <translation>das Fenster ist verschwunden</translation>
    </message>
    <message>
      <location filename="../../app/adapters/inserter_x11.py" />
      <source>this keyboard layout has no arrow keys</source>
      <translation>diese Tastaturbelegung hat keine Pfeiltasten</translation>
    </message>
    <message>
      <location filename="../../app/adapters/inserter_x11.py" />
      <source>this keyboard layout has no free key for typing</source>
      <translation>diese Tastaturbelegung hat keine freie Taste zum Tippen</translation>
    </message>
    <message>
      <location filename="../../app/adapters/inserter_x11.py" />
      <source>this keyboard layout has no key for pasting</source>
      <translation>diese Tastaturbelegung hat keine Taste zum Einfügen</translation>
    </message>
    <message>
      <location filename="../../app/adapters/journal.py" />
      <source>it is not a recording of Sayso's</source>
      <translation>es ist keine Aufnahme von Sayso</translation>
    </message>
    <message>
      <location filename="../../app/adapters/journal.py" />
      <source>the file cannot be opened</source>
      <translation>die Datei lässt sich nicht öffnen</translation>
    </message>
    <message>
      <location filename="../../app/adapters/journal.py" />
      <source>the journal</source>
      <translation>das Journal</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_decoder.py" />
      <source>Choose a track that it has.</source>
      <translation>Eine Tonspur wählen, die es gibt.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_decoder.py" />
      <source>it has no sound track number %1, but %2</source>
      <translation>sie hat keine Tonspur Nummer %1, aber %2</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_decoder.py" />
      <source>its sound is damaged</source>
      <translation>ihr Ton ist beschädigt</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_decoder.py" />
      <source>its sound is protected or of an unknown kind</source>
      <translation>ihr Ton ist geschützt oder von unbekannter Art</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_facts.py" />
      <source>it holds no sound</source>
      <translation>sie enthält keinen Ton</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_facts.py" />
      <source>it is a list of other files</source>
      <translation>es ist eine Liste anderer Dateien</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_facts.py" />
      <source>it is not a sound file</source>
      <translation>es ist keine Tondatei</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_facts.py" />
      <source>it takes too much memory</source>
      <translation>sie braucht zu viel Speicher</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_facts.py" />
      <source>its end is missing</source>
      <translation>ihr Ende fehlt</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_facts.py" />
      <source>the disk does not give it</source>
      <translation>der Datenträger gibt sie nicht her</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_files.py" />
      <source>Choose a file in it.</source>
      <translation>Eine Datei darin wählen.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_files.py" />
      <source>Choose the file itself.</source>
      <translation>Die Datei selbst wählen.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_files.py" />
      <source>Copy or record it once more.</source>
      <translation>Noch einmal kopieren oder aufnehmen.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_files.py" />
      <source>Record its sound to a file, and choose that.</source>
      <translation>Den Ton in eine Datei aufnehmen und diese wählen.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_files.py" />
      <source>it breaks off before its sound begins</source>
      <translation>sie bricht ab, bevor ihr Ton beginnt</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_files.py" />
      <source>it is a folder</source>
      <translation>es ist ein Ordner</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_files.py" />
      <source>it is a link that leads back to itself</source>
      <translation>sie ist eine Verknüpfung, die auf sich selbst verweist</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_files.py" />
      <source>it is empty</source>
      <translation>sie ist leer</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_files.py" />
      <source>it is not a file but a device or a pipe</source>
      <translation>es ist keine Datei, sondern ein Gerät oder eine Pipe</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_files.py" />
      <source>it takes too long to decode</source>
      <translation>das Dekodieren dauert zu lange</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_files.py" />
      <source>no decoder could be started</source>
      <translation>kein Decoder konnte gestartet werden</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_files.py" />
      <source>your user may not read it</source>
      <translation>Ihr Benutzer darf sie nicht lesen</translation>
    </message>
    <message>
      <location filename="../../app/adapters/model_hub.py" />
      <source>%1 Choose another model if it comes back.</source>
      <translation>%1 Ein anderes Modell wählen, wenn es wieder vorkommt.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/model_hub.py" />
      <source>%1 is not what was published</source>
      <translation>%1 ist nicht wie veröffentlicht</translation>
    </message>
    <message>
      <location filename="../../app/adapters/model_hub.py" />
      <source>Choose another model.</source>
      <translation>Ein anderes Modell wählen.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/model_hub.py" />
      <source>The hub has changed it since; choose another model.</source>
      <translation>Der Hub hat es inzwischen geändert; ein anderes Modell wählen.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/model_hub.py" />
      <source>the hub</source>
      <translation>der Hub</translation>
    </message>
    <message>
      <location filename="../../app/adapters/model_hub.py" />
      <source>the hub does not have all of its files</source>
      <translation>der Hub hat nicht alle seine Dateien</translation>
    </message>
    <message>
      <location filename="../../app/adapters/model_hub.py" />
      <source>the hub does not say how to check %1</source>
      <translation>der Hub sagt nicht, wie %1 zu prüfen ist</translation>
    </message>
    <message>
      <location filename="../../app/adapters/model_hub.py" />
      <source>the hub has no such model</source>
      <translation>der Hub hat kein solches Modell</translation>
    </message>
    <message>
      <location filename="../../app/adapters/model_store.py" />
      <source>%1 is not in that folder; it must hold a converted model.</source>
      <translation>%1 ist nicht in diesem Ordner; er muss ein umgewandeltes Modell enthalten.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/model_store.py" />
      <source>Install Sayso with its extra “%1”, or get it with “sayso models get %2”.</source>
      <translation>Sayso mit dem Extra „%1“ installieren oder mit „sayso models get %2“ herunterladen.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/model_store.py" />
      <source>There is no such folder; choose another in Settings.</source>
      <translation>Diesen Ordner gibt es nicht; in den Einstellungen einen anderen wählen.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/nvidia.py" />
      <source>its driver does not answer</source>
      <translation>der Treiber antwortet nicht</translation>
    </message>
    <message>
      <location filename="../../app/adapters/ollama.py" />
      <source>it does not write texts</source>
      <translation>es schreibt keine Texte</translation>
    </message>
    <message>
      <location filename="../../app/adapters/ollama_errors.py" />
      <source>it broke off</source>
      <translation>es brach ab</translation>
    </message>
    <message>
      <location filename="../../app/adapters/ollama_errors.py" />
      <source>it needs a newer Ollama</source>
      <translation>es braucht ein neueres Ollama</translation>
    </message>
    <message>
      <location filename="../../app/adapters/ollama_errors.py" />
      <source>its library cannot be reached</source>
      <translation>seine Bibliothek ist nicht erreichbar</translation>
    </message>
    <message>
      <location filename="../../app/adapters/ollama_errors.py" />
      <source>its library has no such model</source>
      <translation>in seiner Bibliothek gibt es kein solches Modell</translation>
    </message>
    <message>
      <location filename="../../app/adapters/ollama_errors.py" />
      <source>the connection to Ollama was lost</source>
      <translation>die Verbindung zu Ollama ging verloren</translation>
    </message>
    <message>
      <location filename="../../app/adapters/ollama_errors.py" />
      <source>the disk with Ollama's models is full</source>
      <translation>der Datenträger mit den Modellen von Ollama ist voll</translation>
    </message>
    <message>
      <location filename="../../app/adapters/ollama_errors.py" />
      <source>what arrived is not what was published</source>
      <translation>das Heruntergeladene ist nicht wie veröffentlicht</translation>
    </message>
    <message>
      <location filename="../../app/adapters/openai_engine.py" />
      <source>Install it with pip install "sayso[torch]", or choose the engine faster-whisper in Settings.</source>
      <translation>Mit pip install "sayso[torch]" installieren oder in den Einstellungen faster-whisper als Erkennungsprogramm wählen.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/openai_engine.py" />
      <source>OpenAI Whisper is not installed</source>
      <translation>OpenAI Whisper ist nicht installiert</translation>
    </message>
    <message>
      <location filename="../../app/adapters/openai_loader.py" />
      <source>Choose a file that is there, or one of OpenAI's models, in Settings.</source>
      <translation>In den Einstellungen eine vorhandene Datei oder eines der Modelle von OpenAI wählen.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/openai_loader.py" />
      <source>Choose another model, or the engine faster-whisper, in Settings.</source>
      <translation>In den Einstellungen ein anderes Modell oder faster-whisper als Erkennungsprogramm wählen.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/openai_loader.py" />
      <source>Put OpenAI's file %1 into %2, or choose another engine in Settings.</source>
      <translation>Die Datei %1 von OpenAI in %2 ablegen oder in den Einstellungen ein anderes Erkennungsprogramm wählen.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/openai_loader.py" />
      <source>it is none of OpenAI Whisper's own models</source>
      <translation>es ist keines der eigenen Modelle von OpenAI Whisper</translation>
    </message>
    <message>
      <location filename="../../app/adapters/openai_loader.py" />
      <source>on the %1, %2</source>
      <translation>%1, %2</translation>
    </message>
    <message>
      <location filename="../../app/adapters/openai_loader.py" />
      <source>this computer offers no way to compute with it</source>
      <translation>dieser Computer bietet keinen Weg, damit zu rechnen</translation>
    </message>
    <message>
      <location filename="../../app/adapters/portal_shortcuts.py" />
      <source>the desktop has not allowed a global shortcut</source>
      <translation>die Desktop-Umgebung hat kein globales Tastenkürzel erlaubt</translation>
    </message>
    <message>
      <location filename="../../app/adapters/speech_detector.py" />
      <source>the speech detector</source>
      <translation>der Spracherkenner</translation>
    </message>
    <message>
      <location filename="../../app/domain/bench.py" />
      <source>8B language model</source>
      <translation>ein 8B-Sprachmodell</translation>
    </message>
    <message>
      <location filename="../../app/domain/compute.py" />
      <source>In use instead: %1.</source>
      <translation>Stattdessen in Verwendung: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/compute.py" />
      <source>No NVIDIA graphics card that can compute was found, so the processor is used.</source>
      <translation>Keine rechenfähige NVIDIA-Grafikkarte gefunden, daher wird der Prozessor verwendet.</translation>
    </message>
    <message>
      <location filename="../../app/domain/compute.py" />
      <source>The %1 does not offer %2; %3 is used.</source>
      <translation>%1: %2 wird nicht angeboten; %3 wird verwendet.</translation>
    </message>
    <message>
      <location filename="../../app/domain/compute.py" />
      <source>The %1, could not be used: %2.</source>
      <translation>Nicht verwendbar: %1 (%2).</translation>
    </message>
    <message>
      <location filename="../../app/domain/compute.py" />
      <source>graphics card</source>
      <translation>Grafikkarte</translation>
    </message>
    <message>
      <location filename="../../app/domain/compute.py" />
      <source>processor</source>
      <translation>Prozessor</translation>
    </message>
    <message>
      <location filename="../../app/domain/compute_proof.py" />
      <source>Could not be tried: %1.</source>
      <translation>Nicht testbar: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/compute_proof.py" />
      <source>Does not work: %1.</source>
      <translation>Funktioniert nicht: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/compute_proof.py" />
      <source>Not tried yet.</source>
      <translation>Noch nicht getestet.</translation>
    </message>
    <message>
      <location filename="../../app/domain/compute_proof.py" />
      <source>Not tried yet: %1.</source>
      <translation>Noch nicht getestet: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/compute_proof.py" />
      <source>Works: a short sentence took %1 s (%2).</source>
      <translation>Funktioniert: Ein kurzer Satz dauerte %1 s (%2).</translation>
    </message>
    <message>
      <location filename="../../app/domain/compute_proof.py" />
      <source>the trial was stopped</source>
      <translation>der Test wurde angehalten</translation>
    </message>
    <message>
      <location filename="../../app/domain/cuda_runtime.py" />
      <source>%1 cannot be used yet: it computes with NVIDIA's library cuBLAS, which is not here. Sayso can get version %2 from %3, where NVIDIA publishes it under its own licence: %4 MB to download, %5 MB on the disk.</source>
      <translation>%1 lässt sich noch nicht verwenden: Sie rechnet mit der NVIDIA-Bibliothek cuBLAS, die nicht vorhanden ist. Sayso kann Version %2 von %3 herunterladen, wo NVIDIA sie unter eigener Lizenz veröffentlicht: %4 MB Download, %5 MB auf der Festplatte.</translation>
    </message>
    <message>
      <location filename="../../app/domain/enhancement_policy.py" />
      <source>Clean-up is switched off for %1.</source>
      <translation>Die Bereinigung ist für %1 ausgeschaltet.</translation>
    </message>
    <message>
      <location filename="../../app/domain/enhancement_policy.py" />
      <source>Clean-up is switched off.</source>
      <translation>Die Bereinigung ist ausgeschaltet.</translation>
    </message>
    <message>
      <location filename="../../app/domain/enhancement_policy.py" />
      <source>No words to clean up.</source>
      <translation>Keine Wörter zum Bereinigen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/enhancement_policy.py" />
      <source>Not cleaned up: %1 writes well enough without it.</source>
      <translation>Nicht bereinigt: %1 schreibt gut genug ohne sie.</translation>
    </message>
    <message>
      <location filename="../../app/domain/enhancement_policy.py" />
      <source>Not cleaned up: too short to need it.</source>
      <translation>Nicht bereinigt: zu kurz, um es nötig zu haben.</translation>
    </message>
    <message>
      <location filename="../../app/domain/flash_attention.py" />
      <source>Flash attention cannot be had: %1.</source>
      <translation>Flash Attention ist nicht verfügbar: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/flash_attention.py" />
      <source>Flash attention could not be used: %1.</source>
      <translation>Flash Attention konnte nicht verwendet werden: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/flash_attention.py" />
      <source>Flash attention does not work: %1.</source>
      <translation>Flash Attention funktioniert nicht: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/flash_attention.py" />
      <source>Flash attention has not been tried yet.</source>
      <translation>Flash Attention wurde noch nicht getestet.</translation>
    </message>
    <message>
      <location filename="../../app/domain/flash_attention.py" />
      <source>Flash attention needs an NVIDIA %1 that can compute.</source>
      <translation>Flash Attention braucht eine rechenfähige NVIDIA-%1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/flash_attention.py" />
      <source>Flash attention works: a short sentence took %1 s.</source>
      <translation>Flash Attention funktioniert: Ein kurzer Satz dauerte %1 s.</translation>
    </message>
    <message>
      <location filename="../../app/domain/flash_attention.py" />
      <source>Whether flash attention can be had has not been found out yet.</source>
      <translation>Ob Flash Attention verfügbar ist, steht noch nicht fest.</translation>
    </message>
    <message>
      <location filename="../../app/domain/flash_attention.py" />
      <source>it needs a graphics card from about 2020 on</source>
      <translation>es braucht eine Grafikkarte etwa ab 2020</translation>
    </message>
    <message>
      <location filename="../../app/domain/flash_attention.py" />
      <source>it needs float16 or bfloat16</source>
      <translation>es braucht float16 oder bfloat16</translation>
    </message>
    <message>
      <location filename="../../app/domain/flash_attention.py" />
      <source>this build of CTranslate2 comes without it</source>
      <translation>dieser Build von CTranslate2 enthält es nicht</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/case.py" />
      <source>%1 and %2</source>
      <translation>%1 und %2</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/case.py" />
      <source>%1 and more</source>
      <translation>%1 und weitere</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/case.py" />
      <source>“%1”</source>
      <translation>„%1“</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>%1 became %2.</source>
      <translation>Aus %1 wurde %2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>%1 have changed places.</source>
      <translation>%1 haben die Plätze getauscht.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>%1 is missing.</source>
      <translation>%1 fehlt.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>%1 says no where you did not.</source>
      <translation>%1 verneint, wo nicht verneint wurde.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>%1 was not said.</source>
      <translation>Nicht gesagt: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>The %1 is missing.</source>
      <translation>%1 fehlt.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>The name %1 is missing.</source>
      <translation>Der Name %1 fehlt.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>The name %1 was not said.</source>
      <translation>Der Name %1 wurde nicht gesagt.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>The number %1 became %2.</source>
      <translation>Aus der Zahl %1 wurde %2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>The number %1 is missing.</source>
      <translation>Die Zahl %1 fehlt.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>The number %1 was not said.</source>
      <translation>Die Zahl %1 wurde nicht gesagt.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>The “%1” in “%2” is missing.</source>
      <translation>Das „%1“ in „%2“ fehlt.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>What “%1” belongs to has changed.</source>
      <translation>Worauf sich „%1“ bezieht, hat sich geändert.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>“%1” became “%2”: somebody else is meant.</source>
      <translation>Aus „%1“ wurde „%2“: Jemand anderes ist gemeint.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>“%1” says no where you did not.</source>
      <translation>„%1“ verneint, wo nicht verneint wurde.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/guard.py" />
      <source>Nothing was written.</source>
      <translation>Nichts wurde geschrieben.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/voice.py" />
      <source>It is written in another script than that of your language.</source>
      <translation>Der Text ist in anderer Schrift geschrieben als Ihre Sprache.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/voice.py" />
      <source>It was translated into another language.</source>
      <translation>Der Text wurde in eine andere Sprache übersetzt.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/voice.py" />
      <source>Your question was turned into a statement.</source>
      <translation>Aus der Frage wurde eine Aussage.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/voice.py" />
      <source>“%1:” stands in front of it.</source>
      <translation>„%1:“ steht davor.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/voice.py" />
      <source>“%1” belongs to the instructions, not to what was said.</source>
      <translation>„%1“ gehört zur Anweisung, nicht zum Gesprochenen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/voice.py" />
      <source>“%1” is the language model speaking, not you.</source>
      <translation>„%1“ sagt das Sprachmodell, nicht Sie.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/wording.py" />
      <source>%1 are missing.</source>
      <translation>Es fehlen: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/wording.py" />
      <source>%1 stand in another order.</source>
      <translation>Andere Reihenfolge: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/wording.py" />
      <source>%1 were not said.</source>
      <translation>Nicht gesagt: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/wording.py" />
      <source>It ends in the middle, after “%1”.</source>
      <translation>Der Text endet mittendrin, nach „%1“.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/wording.py" />
      <source>It is much longer than what was said.</source>
      <translation>Der Text ist viel länger als das Gesprochene.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/wording.py" />
      <source>It is much shorter than what was said.</source>
      <translation>Der Text ist viel kürzer als das Gesprochene.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/wording.py" />
      <source>It was made into a list.</source>
      <translation>Aus dem Text wurde eine Liste.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/wording.py" />
      <source>The end is missing: %1.</source>
      <translation>Das Ende fehlt: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/wording.py" />
      <source>“%1” is missing.</source>
      <translation>„%1“ fehlt.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/wording.py" />
      <source>“%1” is there %2 times.</source>
      <translation>„%1“ kommt %2 Mal vor.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>%1 MB free</source>
      <translation>%1 MB frei</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>%1 MB of memory</source>
      <translation>%1 MB Speicher</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>%1 cores</source>
      <translation>%1 Kerne</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>%1 is there but cannot be computed on. Update NVIDIA's driver.</source>
      <translation>%1 ist vorhanden, kann aber nicht rechnen. Den NVIDIA-Treiber aktualisieren.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>1 core</source>
      <translation>1 Kern</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>A trace less accurate.</source>
      <translation>Eine Spur ungenauer.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>About %1 MB.</source>
      <translation>Etwa %1 MB.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>Accuracy about as published.</source>
      <translation>Genauigkeit etwa wie veröffentlicht.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>Accuracy as published.</source>
      <translation>Genauigkeit wie veröffentlicht.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>Fast and small.</source>
      <translation>Schnell und klein.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>Fast on cards from 2017 on.</source>
      <translation>Schnell auf Karten ab 2017.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>Fast on cards from 2020 on.</source>
      <translation>Schnell auf Karten ab 2020.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>Fast on cards with integer units.</source>
      <translation>Schnell auf Karten mit Ganzzahl-Recheneinheiten.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>Fast on few processors only.</source>
      <translation>Nur auf wenigen Prozessoren schnell.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>Metal and %1</source>
      <translation>Metal und %1</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>No NVIDIA graphics card was found.</source>
      <translation>Keine NVIDIA-Grafikkarte gefunden.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>PyTorch %1 computes on %2.</source>
      <translation>PyTorch %1 rechnet hier: %2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>PyTorch %1, built for CUDA %2, computes on %3.</source>
      <translation>PyTorch %1, für CUDA %2 gebaut, rechnet hier: %3.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>Slightly less accurate.</source>
      <translation>Geringfügig ungenauer.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>Takes nearly twice as long as int8.</source>
      <translation>Dauert fast doppelt so lang wie int8.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>The %1 cannot be computed on.</source>
      <translation>Nicht zum Rechnen geeignet: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>The %1 cannot be used: %2.</source>
      <translation>Nicht verwendbar: %1 (%2).</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>The %1: %2.</source>
      <translation>%1: %2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>The fastest on a processor.</source>
      <translation>Am schnellsten auf einem Prozessor.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>The same as int8 on a processor.</source>
      <translation>Auf einem Prozessor dasselbe wie int8.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>The slowest; works on every card.</source>
      <translation>Am langsamsten; funktioniert auf jeder Karte.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>There is a %1.</source>
      <translation>Vorhanden: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>the %1</source>
      <translation>%1</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>the %1 and %2</source>
      <translation>%1 und %2</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>unknown</source>
      <translation>unbekannt</translation>
    </message>
    <message>
      <location filename="../../app/domain/keys.py" />
      <source>a lock key changes what the keyboard types</source>
      <translation>eine Feststelltaste ändert, was die Tastatur tippt</translation>
    </message>
    <message>
      <location filename="../../app/domain/keys.py" />
      <source>a plus sign has nothing beside it</source>
      <translation>neben einem Pluszeichen steht nichts</translation>
    </message>
    <message>
      <location filename="../../app/domain/keys.py" />
      <source>every program needs Escape; add Ctrl, Alt or Super</source>
      <translation>jedes Programm braucht Esc; Strg, Alt oder Super hinzufügen</translation>
    </message>
    <message>
      <location filename="../../app/domain/keys.py" />
      <source>it needs a key beside the modifiers</source>
      <translation>neben den Zusatztasten braucht es eine Taste</translation>
    </message>
    <message>
      <location filename="../../app/domain/keys.py" />
      <source>no key is called “%1”</source>
      <translation>keine Taste heißt „%1“</translation>
    </message>
    <message>
      <location filename="../../app/domain/keys.py" />
      <source>no key is named</source>
      <translation>keine Taste ist genannt</translation>
    </message>
    <message>
      <location filename="../../app/domain/keys.py" />
      <source>only one key can stand beside the modifiers</source>
      <translation>neben den Zusatztasten kann nur eine Taste stehen</translation>
    </message>
    <message>
      <location filename="../../app/domain/keys.py" />
      <source>typing would lose that key; add Ctrl, Alt or Super</source>
      <translation>die Taste würde beim Tippen fehlen; Strg, Alt oder Super hinzufügen</translation>
    </message>
    <message>
      <location filename="../../app/domain/paste.py" />
      <source>Ctrl, Alt, Shift or the system key is being held down</source>
      <translation>Strg, Alt, Umschalt oder die Systemtaste wird gedrückt gehalten</translation>
    </message>
    <message>
      <location filename="../../app/domain/paste.py" />
      <source>another program keeps taking the clipboard</source>
      <translation>ein anderes Programm nimmt sich immer wieder die Zwischenablage</translation>
    </message>
    <message>
      <location filename="../../app/domain/paste.py" />
      <source>the window did not take it</source>
      <translation>das Fenster hat ihn nicht angenommen</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>Another program holds the key %1.</source>
      <translation>Ein anderes Programm hält die Taste %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>Another window came to the front, so nothing was typed.</source>
      <translation>Ein anderes Fenster kam nach vorn, daher wurde nichts getippt.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>Bind a key of your desktop to “sayso toggle”, or use the talk button.</source>
      <translation>In der Desktop-Umgebung eine Taste mit „sayso toggle“ belegen oder den Sprechknopf verwenden.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>Choose another key in Settings, or release it there.</source>
      <translation>In den Einstellungen eine andere Taste wählen oder sie dort freigeben.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>Click where the text belongs and choose Insert again.</source>
      <translation>An die gewünschte Stelle klicken und „Erneut einfügen“ wählen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>Each text is copied instead; press Ctrl+V.</source>
      <translation>Jeder Text wird stattdessen kopiert; mit Strg+V einfügen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>If it happens again, use “sayso toggle” or the talk button.</source>
      <translation>Wenn es wieder vorkommt, „sayso toggle“ oder den Sprechknopf verwenden.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>It is kept here; choose Insert again, or Copy.</source>
      <translation>Er ist hier aufbewahrt; „Erneut einfügen“ oder „Kopieren“ wählen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>Minimise it instead and the key goes on working; in Settings, Sayso can do without a tray.</source>
      <translation>Stattdessen minimieren, dann wirkt die Taste weiter; in den Einstellungen lässt sich auf den Infobereich verzichten.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>No global hotkey can be had here: %1.</source>
      <translation>Hier ist kein globales Tastenkürzel möglich: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>Sayso may not type into other programs here.</source>
      <translation>Sayso darf hier nicht in andere Programme tippen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>Sayso's keys are paused, and other programs get them.</source>
      <translation>Die Tasten von Sayso sind pausiert und gehen an andere Programme.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>The global hotkey stopped working and was set up again.</source>
      <translation>Das globale Tastenkürzel wirkte nicht mehr und wurde neu eingerichtet.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>The text could not be inserted: %1.</source>
      <translation>Der Text konnte nicht eingefügt werden: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>There is no screen to open the window on.</source>
      <translation>Es gibt keinen Bildschirm für das Fenster.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>This desktop has no tray, so closing the window ends Sayso.</source>
      <translation>Dieser Desktop hat keinen Infobereich, daher beendet das Schließen des Fensters Sayso.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>Use the command line: “sayso dictate” or “sayso transcribe FILE”.</source>
      <translation>Die Befehlszeile verwenden: „sayso dictate“ oder „sayso transcribe DATEI“.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>Use the talk button, or let Sayso hear its keys again.</source>
      <translation>Den Sprechknopf verwenden oder die Tasten wieder Sayso überlassen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>Write it like ctrl+alt+space or f9.</source>
      <translation>In der Form ctrl+alt+space oder f9 schreiben.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>“%1” cannot be a hotkey: %2.</source>
      <translation>„%1“ eignet sich nicht als Tastenkürzel: %2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/network.py" />
      <source>Allow connections in Settings, under Privacy.</source>
      <translation>Verbindungen in den Einstellungen unter „Datenschutz“ erlauben.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/network.py" />
      <source>Choose another model, or allow connections in Settings, under Privacy.</source>
      <translation>Ein anderes Modell wählen oder Verbindungen in den Einstellungen unter „Datenschutz“ erlauben.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/network.py" />
      <source>It is asked again tomorrow.</source>
      <translation>Morgen wird wieder gefragt.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/network.py" />
      <source>Sayso is set to this computer only, and Ollama would pass your words on: “%1” runs elsewhere.</source>
      <translation>Sayso ist auf diesen Computer beschränkt, und Ollama würde Ihre Worte weitergeben: „%1“ läuft anderswo.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/network.py" />
      <source>Sayso is set to this computer only, so it did not connect to %1.</source>
      <translation>Sayso ist auf diesen Computer beschränkt und hat sich daher nicht mit %1 verbunden.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/network.py" />
      <source>Whether there is a newer Sayso could not be found out.</source>
      <translation>Ob es ein neueres Sayso gibt, war nicht herauszufinden.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Choose another folder at “Save in” in the settings of files.</source>
      <translation>In den Einstellungen für Dateien bei „Speichern in“ einen anderen Ordner wählen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Choose another folder, or free some space.</source>
      <translation>Einen anderen Ordner wählen oder Speicherplatz schaffen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Free some space; dictation goes on without recordings until then.</source>
      <translation>Speicherplatz schaffen; bis dahin geht das Diktieren ohne Aufnahmen weiter.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Get it from where you got this one.</source>
      <translation>Dort herunterladen, wo auch dieses herkam.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Give the file or its folder a shorter name.</source>
      <translation>Der Datei oder ihrem Ordner einen kürzeren Namen geben.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Give your user the right to write there.</source>
      <translation>Dem eigenen Benutzer dort Schreibrechte geben.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>It is watched as soon as it is there.</source>
      <translation>Er wird überwacht, sobald es ihn gibt.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Its disk can only be read: allow writing to it, or choose another place.</source>
      <translation>Der Datenträger lässt sich nur lesen: Schreiben erlauben oder einen anderen Ort wählen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Its window was brought to the front.</source>
      <translation>Das Fenster wurde nach vorn geholt.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Look at them in Settings; the old file is kept beside the new one.</source>
      <translation>In den Einstellungen nachsehen; die alte Datei liegt neben der neuen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Name another one, or add --replace.</source>
      <translation>Eine andere nennen oder --replace hinzufügen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Nothing that was said is lost; try again, and report it if it comes back.</source>
      <translation>Nichts Gesagtes ist verloren; erneut versuchen und melden, wenn es wieder vorkommt.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Read about it at %1.</source>
      <translation>Mehr dazu unter %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Sayso %1 is there; this is %2.</source>
      <translation>Sayso %1 ist da; dies ist %2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Sayso cannot watch %1 now.</source>
      <translation>Sayso kann %1 zurzeit nicht überwachen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Sayso cannot write to %1.</source>
      <translation>Sayso kann nicht in %1 schreiben.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Sayso is already running.</source>
      <translation>Sayso läuft bereits.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Sayso is not running.</source>
      <translation>Sayso läuft nicht.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Some settings could not be read and were set back: %1.</source>
      <translation>Einige Einstellungen waren nicht lesbar und wurden zurückgesetzt: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Something went wrong in Sayso (%1).</source>
      <translation>In Sayso ist etwas schiefgegangen (%1).</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Start it again in a moment; if it stays, end it in the system's list of programs.</source>
      <translation>In einem Moment erneut starten; wenn es bleibt, in der Programmliste des Systems beenden.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Start it with “sayso”.</source>
      <translation>Mit „sayso“ starten.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>The Sayso that was running has not ended yet.</source>
      <translation>Das vorherige Sayso ist noch nicht beendet.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>The disk that holds %1 is full.</source>
      <translation>Der Datenträger mit %1 ist voll.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>The disk that holds %1 takes no name that is so long.</source>
      <translation>Der Datenträger von %1 nimmt keinen so langen Namen an.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>The history could not be read, so a new one was begun.</source>
      <translation>Der Verlauf war nicht lesbar, daher wurde ein neuer begonnen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>The old file is kept as %1.</source>
      <translation>Die alte Datei ist als %1 aufbewahrt.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>The old one is kept as %1.</source>
      <translation>Der alte ist als %1 aufbewahrt.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>The old one is kept as %1; what could still be read of it was taken over.</source>
      <translation>Die alte ist als %1 aufbewahrt; was noch lesbar war, wurde übernommen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>The report could not be saved in %1.</source>
      <translation>Der Bericht konnte nicht in %1 gespeichert werden.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>The settings file could not be read, so the standard settings are used.</source>
      <translation>Die Einstellungsdatei war nicht lesbar, daher gelten die Standardeinstellungen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>The settings were made by a newer version of Sayso.</source>
      <translation>Die Einstellungen stammen von einer neueren Version von Sayso.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>The transcripts of files could not be read, so a new collection was begun.</source>
      <translation>Die Transkripte von Dateien waren nicht lesbar, daher wurde eine neue Sammlung begonnen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>There is a file called %1 already.</source>
      <translation>Es gibt schon eine Datei namens %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>What this version knows of them is used; a copy is kept when you change one.</source>
      <translation>Was diese Version davon kennt, wird verwendet; bei einer Änderung bleibt eine Kopie erhalten.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>%1 could not be transcribed: the speech engine failed.</source>
      <translation>%1 konnte nicht transkribiert werden: Das Erkennungsprogramm ist ausgefallen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>A dictation of %1 seconds was cut off when Sayso ended unexpectedly.</source>
      <translation>Ein Diktat von %1 Sekunden wurde abgeschnitten, als Sayso unerwartet endete.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Check the connection and try again; what has arrived is kept.</source>
      <translation>Die Verbindung prüfen und erneut versuchen; das Heruntergeladene bleibt erhalten.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Choose a model for many languages, or set the language to English.</source>
      <translation>Ein mehrsprachiges Modell wählen oder die Sprache auf Englisch stellen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Choose a smaller model or a smaller compute type in Settings.</source>
      <translation>In den Einstellungen ein kleineres Modell oder einen kleineren Rechentyp wählen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Choose a smaller model or another device in Settings.</source>
      <translation>In den Einstellungen ein kleineres Modell oder ein anderes Gerät wählen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Choose one of those that “sayso models” lists, or the folder of a converted model.</source>
      <translation>Eines aus der Liste von „sayso models“ wählen oder den Ordner eines umgewandelten Modells.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Get it with “sayso models get %1” or on the Models page, or choose another in Settings.</source>
      <translation>Mit „sayso models get %1“ oder auf der Seite „Modelle“ herunterladen oder in den Einstellungen ein anderes wählen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>If that happens often, choose a larger model in Settings.</source>
      <translation>Wenn das oft vorkommt, in den Einstellungen ein größeres Modell wählen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>It goes when Sayso is uninstalled.</source>
      <translation>Es verschwindet mit der Deinstallation von Sayso.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Its recording is in the history.</source>
      <translation>Die Aufnahme ist im Verlauf.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>NVIDIA's library cuBLAS could not be downloaded: %1.</source>
      <translation>Die NVIDIA-Bibliothek cuBLAS konnte nicht heruntergeladen werden: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>NVIDIA's library cuBLAS is in use, so it could not be removed.</source>
      <translation>Die NVIDIA-Bibliothek cuBLAS ist in Verwendung und konnte daher nicht entfernt werden.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>No speech was found in “%1”.</source>
      <translation>In „%1“ wurde keine Sprache gefunden.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Play it to hear whether somebody speaks.</source>
      <translation>Die Datei abspielen und hören, ob jemand spricht.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Remove it and get it again, or choose another in Settings.</source>
      <translation>Entfernen und erneut herunterladen oder in den Einstellungen ein anderes wählen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Start Sayso again, and remove it before anything is dictated.</source>
      <translation>Sayso neu starten und sie vor dem ersten Diktat entfernen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Start it again when you like.</source>
      <translation>Bei Bedarf erneut starten.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>The recording is kept in the history; transcribe it again from there.</source>
      <translation>Die Aufnahme ist im Verlauf aufbewahrt; von dort erneut transkribieren.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>The speech engine has crashed, and starting it again did not help.</source>
      <translation>Das Erkennungsprogramm ist abgestürzt, und ein Neustart half nicht.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>The speech model “%1” belongs to an installed package, so Sayso cannot remove it.</source>
      <translation>Das Erkennungsmodell „%1“ gehört zu einem installierten Paket, daher kann Sayso es nicht entfernen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>The speech model “%1” cannot be used here: %2.</source>
      <translation>Das Erkennungsmodell „%1“ ist hier nicht verwendbar: %2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>The speech model “%1” could not be downloaded: %2.</source>
      <translation>Das Erkennungsmodell „%1“ konnte nicht heruntergeladen werden: %2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>The speech model “%1” is a part of Sayso, so it cannot be removed.</source>
      <translation>Das Erkennungsmodell „%1“ gehört zu Sayso und lässt sich daher nicht entfernen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>The speech model “%1” is damaged: %2 is not what was published.</source>
      <translation>Das Erkennungsmodell „%1“ ist beschädigt: %2 ist nicht wie veröffentlicht.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>The speech model “%1” is in use, so it was not removed.</source>
      <translation>Das Erkennungsmodell „%1“ ist in Verwendung und wurde daher nicht entfernt.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>The speech model “%1” is not on this computer.</source>
      <translation>Das Erkennungsmodell „%1“ ist nicht auf diesem Computer.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>The speech model “%1” writes English alone, but the language is set to “%2”.</source>
      <translation>Das Erkennungsmodell „%1“ schreibt nur Englisch, als Sprache ist aber „%2“ eingestellt.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>The transcription was stopped.</source>
      <translation>Die Transkription wurde angehalten.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>There is no speech model called “%1”.</source>
      <translation>Es gibt kein Erkennungsmodell namens „%1“.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>There is not enough memory on the %1 for this speech model.</source>
      <translation>Zu wenig Speicher für dieses Erkennungsmodell (%1).</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>This took longer: Sayso wrote it down once more as a whole, so that no word is missing.</source>
      <translation>Das dauerte länger: Sayso hat alles noch einmal im Ganzen aufgeschrieben, damit kein Wort fehlt.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Try again, or choose another model for files in Settings.</source>
      <translation>Erneut versuchen oder in den Einstellungen ein anderes Modell für Dateien wählen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Uninstall that package with pip to free its space.</source>
      <translation>Dieses Paket mit pip deinstallieren, um Platz zu schaffen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Use a code such as en or de, or leave it out to have the language detected.</source>
      <translation>Ein Kürzel wie en oder de verwenden oder weglassen, damit die Sprache erkannt wird.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Use another one before you remove it.</source>
      <translation>Vor dem Entfernen ein anderes verwenden.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>What you said could not be written down.</source>
      <translation>Das Gesprochene konnte nicht aufgeschrieben werden.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Whisper knows no language by the code “%1”.</source>
      <translation>Whisper kennt keine Sprache mit dem Kürzel „%1“.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Your recording is kept; try again, or choose another model or device in Settings.</source>
      <translation>Die Aufnahme ist aufbewahrt; erneut versuchen oder in den Einstellungen ein anderes Modell oder Gerät wählen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>%1 cannot be read: %2.</source>
      <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>%1 ends after %2 seconds: the rest is missing or damaged.</source>
      <translation>%1 endet nach %2 Sekunden: Der Rest fehlt oder ist beschädigt.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>%1 is damaged at %2, and ends after %3 seconds.</source>
      <translation>%1 ist bei %2 beschädigt und endet nach %3 Sekunden.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>%1 is damaged at %2.</source>
      <translation>%1 ist bei %2 beschädigt.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>%1 is damaged in %2 places, first at %3.</source>
      <translation>%1 ist an %2 Stellen beschädigt, zuerst bei %3.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>%1 sends only silence.</source>
      <translation>%1 sendet nur Stille.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>%1 stopped sending sound.</source>
      <translation>%1 sendet keinen Ton mehr.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>%1 went away while you were speaking.</source>
      <translation>%1 verschwand während des Sprechens.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>About %1 seconds are missing there; the rest is transcribed.</source>
      <translation>Dort fehlen etwa %1 Sekunden; der Rest ist transkribiert.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Allow it in the system's privacy settings, and close other programs that hold the microphone.</source>
      <translation>In den Datenschutzeinstellungen des Systems erlauben und andere Programme schließen, die das Mikrofon belegen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Check its name and folder.</source>
      <translation>Name und Ordner prüfen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Choose another in the system's sound settings, or restart the computer.</source>
      <translation>In den Klangeinstellungen des Systems einen anderen wählen oder den Computer neu starten.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Copy it to a folder of your own, or allow your user to read it.</source>
      <translation>In einen eigenen Ordner kopieren oder dem eigenen Benutzer das Lesen erlauben.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Copy or download it once more.</source>
      <translation>Noch einmal kopieren oder herunterladen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>No microphone found.</source>
      <translation>Kein Mikrofon gefunden.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Play it in a media player to see whether it is whole, or convert it to WAV.</source>
      <translation>In einem Medienplayer abspielen, um zu sehen, ob sie vollständig ist, oder in WAV umwandeln.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Plug it in again, or choose another in the system's sound settings, then play on.</source>
      <translation>Wieder anschließen oder in den Klangeinstellungen des Systems einen anderen wählen, dann weiter abspielen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Plug it in, or choose another in Settings.</source>
      <translation>Anschließen oder in den Einstellungen ein anderes wählen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Plug one in, or choose another in Settings.</source>
      <translation>Ein Mikrofon anschließen oder in den Einstellungen ein anderes wählen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Plug one in, or choose one in the system's sound settings.</source>
      <translation>Einen anschließen oder in den Klangeinstellungen des Systems einen wählen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Sayso may not use the microphone.</source>
      <translation>Sayso darf das Mikrofon nicht verwenden.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>See whether its disk is still connected, then try again.</source>
      <translation>Prüfen, ob der Datenträger noch verbunden ist, dann erneut versuchen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Some of the sound is missing there; the rest is transcribed.</source>
      <translation>Dort fehlt etwas vom Ton; der Rest ist transkribiert.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Switch off its mute button, or raise its level in the system's sound settings.</source>
      <translation>Die Stummschaltung ausschalten oder den Pegel in den Klangeinstellungen des Systems erhöhen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>The loudspeaker stopped taking sound.</source>
      <translation>Der Lautsprecher nimmt keinen Ton mehr an.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>The loudspeaker went away.</source>
      <translation>Der Lautsprecher ist verschwunden.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>The microphone</source>
      <translation>Das Mikrofon</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>The microphone “%1”</source>
      <translation>Das Mikrofon „%1“</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>The microphone “%1” is not connected.</source>
      <translation>Das Mikrofon „%1“ ist nicht verbunden.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>There is no file %1.</source>
      <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>There is no loudspeaker to play on.</source>
      <translation>Kein Lautsprecher zum Abspielen vorhanden.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Unplug it and plug it in again, or choose another in Settings.</source>
      <translation>Aus- und wieder einstecken oder in den Einstellungen ein anderes wählen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>What could be read until then is transcribed.</source>
      <translation>Was bis dahin lesbar war, wird transkribiert.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>What was said until then is written; plug it in again to go on.</source>
      <translation>Das bis dahin Gesagte ist geschrieben; zum Weitermachen wieder anschließen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Check the address in Settings, and bring Ollama up to date.</source>
      <translation>Die Adresse in den Einstellungen prüfen und Ollama aktualisieren.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Check the address in Settings, and that its computer is on and lets Sayso in.</source>
      <translation>Die Adresse in den Einstellungen prüfen und ob der Computer dort läuft und Sayso einlässt.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Choose Enhance again in a moment.</source>
      <translation>In einem Moment „Erneut bereinigen“ wählen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Choose Enhance again, or a smaller model in Settings.</source>
      <translation>„Erneut bereinigen“ oder in den Einstellungen ein kleineres Modell wählen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Choose Enhance again, or another model in Settings.</source>
      <translation>„Erneut bereinigen“ oder in den Einstellungen ein anderes Modell wählen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Choose Enhance again, which starts it anew; choose a smaller model if it comes back.</source>
      <translation>„Erneut bereinigen“ wählen, dann startet es neu; wenn es wieder vorkommt, ein kleineres Modell wählen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Choose a model that takes in more in Settings, or dictate in shorter pieces.</source>
      <translation>In den Einstellungen ein Modell wählen, das mehr aufnimmt, oder in kürzeren Stücken diktieren.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Choose a smaller one in Settings, or close other programs.</source>
      <translation>In den Einstellungen ein kleineres wählen oder andere Programme schließen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Choose another in Settings.</source>
      <translation>In den Einstellungen ein anderes wählen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Get it here or with “ollama pull %1”, or choose another in Settings.</source>
      <translation>Hier oder mit „ollama pull %1“ herunterladen oder in den Einstellungen ein anderes wählen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Ollama at %1 cannot be reached.</source>
      <translation>Ollama ist unter %1 nicht erreichbar.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Ollama could not get the model “%1”: %2.</source>
      <translation>Ollama konnte das Modell „%1“ nicht herunterladen: %2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Ollama does not have the model “%1”.</source>
      <translation>Das Modell „%1“ ist in Ollama nicht vorhanden.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Ollama is busy with other requests.</source>
      <translation>Ollama ist mit anderen Anfragen beschäftigt.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Ollama is not running at %1.</source>
      <translation>Ollama läuft nicht unter %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Ollama sent nothing for %1 seconds.</source>
      <translation>Ollama hat %1 Sekunden lang nichts gesendet.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Ollama's model “%1” stopped unexpectedly.</source>
      <translation>Das Ollama-Modell „%1“ hat unerwartet angehalten.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>See whether Ollama is still running, then choose Enhance again.</source>
      <translation>Prüfen, ob Ollama noch läuft, dann „Erneut bereinigen“ wählen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Start it, then choose Enhance again; until then your text comes as it was spoken.</source>
      <translation>Ollama starten, dann „Erneut bereinigen“ wählen; bis dahin kommt der Text wie gesprochen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>The connection to Ollama was lost while it was writing.</source>
      <translation>Die Verbindung zu Ollama ging beim Schreiben verloren.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>The model broke off before its text was whole.</source>
      <translation>Das Modell brach ab, bevor sein Text vollständig war.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>The model wrote more than the text allows, so it was stopped.</source>
      <translation>Das Modell schrieb mehr, als der Text erlaubt, und wurde daher angehalten.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>The model “%1” cannot clean text up: %2.</source>
      <translation>Das Modell „%1“ kann keinen Text bereinigen: %2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>The text is too long for the model to take in at once.</source>
      <translation>Der Text ist zu lang, um vom Modell auf einmal aufgenommen zu werden.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>There is not enough memory for the model “%1”.</source>
      <translation>Zu wenig Speicher für das Modell „%1“.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Try again once that is mended; what has arrived is kept.</source>
      <translation>Erneut versuchen, sobald das behoben ist; das Heruntergeladene bleibt erhalten.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>What answers at %1 does not speak as Ollama does.</source>
      <translation>Was unter %1 antwortet, spricht nicht wie Ollama.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Write it like http://localhost:11434 in Settings.</source>
      <translation>In den Einstellungen in der Form http://localhost:11434 schreiben.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>“%1” cannot be the address of Ollama: %2.</source>
      <translation>„%1“ kann nicht die Adresse von Ollama sein: %2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/recommendation.py" />
      <source>%1 takes about %2 MB with %3.</source>
      <translation>%1 belegt etwa %2 MB mit %3.</translation>
    </message>
    <message>
      <location filename="../../app/domain/recommendation.py" />
      <source>A short sentence takes %1 s with it, measured here.</source>
      <translation>Ein kurzer Satz dauert damit %1 s, hier gemessen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/recommendation.py" />
      <source>A short sentence will take about %1 s with it, as measured here with %2.</source>
      <translation>Ein kurzer Satz wird damit etwa %1 s dauern, nach der Messung hier mit %2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/recommendation.py" />
      <source>Its speed here has not been measured yet.</source>
      <translation>Die Geschwindigkeit hier ist noch nicht gemessen.</translation>
    </message>
    <message>
      <location filename="../../app/domain/transcript_texts.py" />
      <source>Somebody speaks here, and there is no text.</source>
      <translation>Hier spricht jemand, aber es gibt keinen Text.</translation>
    </message>
    <message>
      <location filename="../../app/domain/transcript_texts.py" />
      <source>Text was left out here, as hardly anybody speaks.</source>
      <translation>Hier wurde Text ausgelassen, da kaum jemand spricht.</translation>
    </message>
    <message>
      <location filename="../../app/domain/transcript_texts.py" />
      <source>The text repeats itself here.</source>
      <translation>Hier wiederholt sich der Text.</translation>
    </message>
    <message>
      <location filename="../../app/domain/transcript_texts.py" />
      <source>These words are unsure.</source>
      <translation>Diese Wörter sind unsicher.</translation>
    </message>
    <message>
      <location filename="../../app/domain/writer_host.py" />
      <source>it has a blank in it</source>
      <translation>sie enthält ein Leerzeichen</translation>
    </message>
    <message>
      <location filename="../../app/domain/writer_host.py" />
      <source>it may only have a name, a port and a path</source>
      <translation>sie darf nur Name, Port und Pfad enthalten</translation>
    </message>
    <message>
      <location filename="../../app/domain/writer_host.py" />
      <source>it must begin with http or https</source>
      <translation>sie muss mit http oder https beginnen</translation>
    </message>
    <message>
      <location filename="../../app/domain/writer_host.py" />
      <source>its port or its name is not valid</source>
      <translation>Port oder Name ist ungültig</translation>
    </message>
    <message>
      <location filename="../../app/services/autostart.py" />
      <source>looking at the autostart</source>
      <translation>Prüfen des Autostarts</translation>
    </message>
    <message>
      <location filename="../../app/services/autostart.py" />
      <source>setting the autostart</source>
      <translation>Einstellen des Autostarts</translation>
    </message>
    <message>
      <location filename="../../app/services/compute_proofs.py" />
      <source>Nothing else works here.</source>
      <translation>Nichts anderes funktioniert hier.</translation>
    </message>
    <message>
      <location filename="../../app/services/compute_proofs.py" />
      <source>Nothing works here.</source>
      <translation>Nichts funktioniert hier.</translation>
    </message>
    <message>
      <location filename="../../app/services/compute_proofs.py" />
      <source>The %1, was not tried: %2.</source>
      <translation>Nicht getestet: %1 (%2).</translation>
    </message>
    <message>
      <location filename="../../app/services/cuda_runtime.py" />
      <source>getting NVIDIA's library cuBLAS</source>
      <translation>Herunterladen von NVIDIAs Bibliothek cuBLAS</translation>
    </message>
    <message>
      <location filename="../../app/services/cuda_runtime.py" />
      <source>removing NVIDIA's library cuBLAS</source>
      <translation>Entfernen von NVIDIAs Bibliothek cuBLAS</translation>
    </message>
    <message>
      <location filename="../../app/services/dispatcher.py" />
      <source>what follows an event</source>
      <translation>Folgen eines Ereignisses</translation>
    </message>
    <message>
      <location filename="../../app/services/file_looks.py" />
      <source>looking into a file</source>
      <translation>Einlesen einer Datei</translation>
    </message>
    <message>
      <location filename="../../app/services/file_saving.py" />
      <source>saving a transcript</source>
      <translation>Speichern eines Transkripts</translation>
    </message>
    <message>
      <location filename="../../app/services/file_shelf.py" />
      <source>Add it again to have a transcript of it.</source>
      <translation>Erneut hinzufügen, um ein Transkript zu bekommen.</translation>
    </message>
    <message>
      <location filename="../../app/services/file_shelf.py" />
      <source>The transcript of this file cannot be read any more.</source>
      <translation>Das Transkript dieser Datei ist nicht mehr lesbar.</translation>
    </message>
    <message>
      <location filename="../../app/services/file_shelf.py" />
      <source>This file is not in the list any more.</source>
      <translation>Diese Datei ist nicht mehr in der Liste.</translation>
    </message>
    <message>
      <location filename="../../app/services/file_shelf.py" />
      <source>Transcribe the file again.</source>
      <translation>Die Datei erneut transkribieren.</translation>
    </message>
    <message>
      <location filename="../../app/services/file_watching.py" />
      <source>watching a folder</source>
      <translation>Überwachen eines Ordners</translation>
    </message>
    <message>
      <location filename="../../app/services/file_work.py" />
      <source>transcribing a file</source>
      <translation>Transkribieren einer Datei</translation>
    </message>
    <message>
      <location filename="../../app/services/hardware.py" />
      <source>The %1 does not offer %2.</source>
      <translation>%1: %2 wird nicht angeboten.</translation>
    </message>
    <message>
      <location filename="../../app/services/history_export.py" />
      <source>writing the history to a file</source>
      <translation>Speichern des Verlaufs in eine Datei</translation>
    </message>
    <message>
      <location filename="../../app/services/hotkeys.py" />
      <source>it is the cancel key already</source>
      <translation>sie ist schon die Abbruchtaste</translation>
    </message>
    <message>
      <location filename="../../app/services/hotkeys.py" />
      <source>it is the key for raw text already</source>
      <translation>sie ist schon die Taste für Rohtext</translation>
    </message>
    <message>
      <location filename="../../app/services/hotkeys.py" />
      <source>it is the talk key already</source>
      <translation>sie ist schon die Sprechtaste</translation>
    </message>
    <message>
      <location filename="../../app/services/hotkeys.py" />
      <source>this desktop offers no way to hear keys in other programs</source>
      <translation>dieser Desktop bietet keinen Weg, Tasten in anderen Programmen zu erkennen</translation>
    </message>
    <message>
      <location filename="../../app/services/insertion_runs.py" />
      <source>Sayso was ended while it was being typed</source>
      <translation>Sayso wurde während des Tippens beendet</translation>
    </message>
    <message>
      <location filename="../../app/services/insertion_runs.py" />
      <source>another window came to the front while it was being typed</source>
      <translation>ein anderes Fenster kam während des Tippens nach vorn</translation>
    </message>
    <message>
      <location filename="../../app/services/insertion_runs.py" />
      <source>inserting text</source>
      <translation>Einfügen von Text</translation>
    </message>
    <message>
      <location filename="../../app/services/microphone_check.py" />
      <source>A dictation is going on. Test the microphone again when it has ended.</source>
      <translation>Ein Diktat läuft. Danach das Mikrofon erneut testen.</translation>
    </message>
    <message>
      <location filename="../../app/services/model_desk.py" />
      <source>getting a speech model</source>
      <translation>Herunterladen eines Erkennungsmodells</translation>
    </message>
    <message>
      <location filename="../../app/services/model_desk.py" />
      <source>looking for speech models</source>
      <translation>Suche nach Erkennungsmodellen</translation>
    </message>
    <message>
      <location filename="../../app/services/model_desk.py" />
      <source>removing a speech model</source>
      <translation>Entfernen eines Erkennungsmodells</translation>
    </message>
    <message>
      <location filename="../../app/services/model_pool.py" />
      <source>loading a speech model</source>
      <translation>Laden eines Erkennungsmodells</translation>
    </message>
    <message>
      <location filename="../../app/services/model_trial.py" />
      <source>A dictation began, so the trial was dropped.</source>
      <translation>Ein Diktat begann, daher wurde der Versuch abgebrochen.</translation>
    </message>
    <message>
      <location filename="../../app/services/model_trial.py" />
      <source>A dictation is going on. Try the model when it has ended.</source>
      <translation>Ein Diktat läuft. Danach das Modell ausprobieren.</translation>
    </message>
    <message>
      <location filename="../../app/services/model_trial.py" />
      <source>Loaded in %1 s.</source>
      <translation>In %1 s geladen.</translation>
    </message>
    <message>
      <location filename="../../app/services/model_trial.py" />
      <source>No speech was heard. Say a few words while Sayso listens.</source>
      <translation>Keine Sprache gehört. Einige Worte sagen, während Sayso zuhört.</translation>
    </message>
    <message>
      <location filename="../../app/services/model_trial.py" />
      <source>The model found no words in what was said.</source>
      <translation>Das Modell fand keine Wörter im Gesagten.</translation>
    </message>
    <message>
      <location filename="../../app/services/model_trial.py" />
      <source>trying a speech model out</source>
      <translation>Ausprobieren eines Erkennungsmodells</translation>
    </message>
    <message>
      <location filename="../../app/services/playback.py" />
      <source>playing a file</source>
      <translation>Abspielen einer Datei</translation>
    </message>
    <message>
      <location filename="../../app/services/privacy.py" />
      <source>removing what is kept (%1)</source>
      <translation>Entfernen von Aufbewahrtem (%1)</translation>
    </message>
    <message>
      <location filename="../../app/services/recognizers.py" />
      <source>The graphics card failed during a dictation, so the processor is used.</source>
      <translation>Die Grafikkarte fiel während eines Diktats aus, daher wird der Prozessor verwendet.</translation>
    </message>
    <message>
      <location filename="../../app/services/replacement_run.py" />
      <source>another program has taken the clipboard</source>
      <translation>ein anderes Programm hat die Zwischenablage übernommen</translation>
    </message>
    <message>
      <location filename="../../app/services/replacement_run.py" />
      <source>the keyboard or the pointer was used meanwhile</source>
      <translation>Tastatur oder Zeiger wurden inzwischen benutzt</translation>
    </message>
    <message>
      <location filename="../../app/services/replacement_run.py" />
      <source>the text at the cursor is not the one that was inserted</source>
      <translation>der Text am Cursor ist nicht der eingefügte</translation>
    </message>
    <message>
      <location filename="../../app/services/speech.py" />
      <source>writing down what you said</source>
      <translation>Aufschreiben des Gesprochenen</translation>
    </message>
    <message>
      <location filename="../../app/services/transcript_cleaning.py" />
      <source>It cannot be told which words belong to which time.</source>
      <translation>Es ist nicht zu erkennen, welche Wörter zu welcher Zeit gehören.</translation>
    </message>
    <message>
      <location filename="../../app/services/transcript_cleaning.py" />
      <source>cleaning up a transcript</source>
      <translation>Bereinigen eines Transkripts</translation>
    </message>
    <message>
      <location filename="../../app/services/writers.py" />
      <source>asking which language models there are</source>
      <translation>Frage nach den vorhandenen Sprachmodellen</translation>
    </message>
    <message>
      <location filename="../../app/services/writers.py" />
      <source>getting a language model</source>
      <translation>Herunterladen eines Sprachmodells</translation>
    </message>
    <message>
      <location filename="../../app/services/writing.py" />
      <source>cleaning up what you said</source>
      <translation>Bereinigen des Gesprochenen</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>All models on this computer</source>
      <translation>Alle Modelle auf diesem Computer</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Back to the models</source>
      <translation>Zurück zu den Modellen</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Benchmark</source>
      <translation>Messung</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Clean-up</source>
      <translation>Bereinigung</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>How far it is</source>
      <translation>Fortschritt</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>How fast and how well the speech models and the clean-up do on this computer. It takes some minutes and all of the processor. What else the computer does meanwhile makes the figures worse.</source>
      <translation>Wie schnell und wie gut Erkennungsmodelle und Bereinigung auf diesem Computer arbeiten. Das dauert einige Minuten und braucht den ganzen Prozessor. Was der Computer nebenbei tut, verschlechtert die Werte.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Measure the clean-up, too</source>
      <translation>Auch die Bereinigung messen</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Measure this computer</source>
      <translation>Diesen Computer messen</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Measured when</source>
      <translation>Zeitpunkt der Messung</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Measured, and kept with the others.</source>
      <translation>Gemessen und zu den anderen gelegt.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Models</source>
      <translation>Modelle</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Models to measure</source>
      <translation>Zu messende Modelle</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Models up to small</source>
      <translation>Modelle bis small</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Nothing measured yet.</source>
      <translation>Noch nichts gemessen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Save as JSON …</source>
      <translation>Als JSON speichern …</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Save the benchmark</source>
      <translation>Messung speichern</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Saved as %1.</source>
      <translation>Gespeichert als %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Stop</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Stopped. Nothing of it is kept.</source>
      <translation>Angehalten. Nichts davon wird aufbewahrt.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>The clean-up</source>
      <translation>Die Bereinigung</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>The speech models</source>
      <translation>Die Erkennungsmodelle</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>What is measured so far</source>
      <translation>Bisher gemessen</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_plot.py" />
      <source>Cleaning it up</source>
      <translation>Bereinigen</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_plot.py" />
      <source>Memory</source>
      <translation>Speicher</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_plot.py" />
      <source>The figures as bars</source>
      <translation>Die Werte als Balken</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_plot.py" />
      <source>The first time, with loading</source>
      <translation>Beim ersten Mal, mit Laden</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_plot.py" />
      <source>Writing down %1 of speech</source>
      <translation>Aufschreiben von %1 Sprache</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>%1 %</source>
      <translation>%1 %</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>%1 MB</source>
      <translation>%1 MB</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>%1 s</source>
      <translation>%1 s</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>%1 · %2 %</source>
      <translation>%1 · %2 %</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>%1, %2 of %3</source>
      <translation>%1, %2 von %3</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>%1, %2, beam %3: %4.</source>
      <translation>%1, %2, Beam %3: %4.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>%1, and %2 for the clean-up</source>
      <translation>%1 und %2 für die Bereinigung</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>%1: %2</source>
      <translation>%1: %2</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>%1–%2 s</source>
      <translation>%1–%2 s</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Card</source>
      <translation>Karte</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Errors</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Errors are over %1 recordings.</source>
      <translation>Fehler über %1 Aufnahmen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Errors are words written otherwise, left out or added, in 100 words of the reference, counted simply: “20” for “twenty” is one, too. Compare them with each other alone.</source>
      <translation>Fehler sind abweichende, fehlende oder hinzugefügte Wörter je 100 Wörter der Vorlage, einfach gezählt: Auch „20“ statt „zwanzig“ ist einer. Nur miteinander vergleichen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>First</source>
      <translation>Erste</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>First token</source>
      <translation>Erstes Token</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Graphics card</source>
      <translation>Grafikkarte</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Guard</source>
      <translation>Prüfung</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Load</source>
      <translation>Laden</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Load is from nothing but the libraries to a model that is proved to work, for which a short clip is transcribed twice. First is the first transcription after that, steady the median of those that follow; both are of the whole clip at once. A dictation waits less, as most of it is written down while it is spoken.</source>
      <translation>„Laden“ reicht vom Start ohne geladene Bibliotheken bis zum geprüften Modell; dafür wird ein kurzer Ausschnitt zweimal transkribiert. „Erste“ ist die erste Transkription danach, „Weitere“ der Median der folgenden; beide umfassen den ganzen Ausschnitt auf einmal. Ein Diktat wartet kürzer, denn das meiste wird schon während des Sprechens aufgeschrieben.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Measured with %1 of speech: %2.</source>
      <translation>Gemessen mit %1 Sprache: %2.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Measured with %1 of speech: the clip that comes with Sayso, a synthetic voice.</source>
      <translation>Gemessen mit %1 Sprache: die mitgelieferte Aufnahme, eine künstliche Stimme.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Memory is what the process takes above its state before loading, peak the most that it took meanwhile. Each model is measured in a process of its own.</source>
      <translation>„Speicher“ ist, was der Prozess gegenüber dem Stand vor dem Laden mehr belegt, „Spitze“ das meiste, was er dabei belegt hat. Jedes Modell wird in einem eigenen Prozess gemessen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Passed</source>
      <translation>Bestanden</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Peak</source>
      <translation>Spitze</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Ready</source>
      <translation>Bereit</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Ready is loading the language model and reading its fixed prompt, which Sayso does while you speak. Card is how much of it the graphics card holds; guard, whether its text would be used.</source>
      <translation>„Bereit“ ist das Laden des Sprachmodells und das Lesen seiner festen Anweisung; Sayso erledigt das während des Sprechens. „Karte“ ist der Anteil, den die Grafikkarte hält; „Prüfung“, ob der Text verwendet würde.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Refused</source>
      <translation>Abgelehnt</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Somebody else's figures, told by the plan that Sayso began as, not measured</source>
      <translation>Fremde Werte aus dem Plan, mit dem Sayso begann, keine Messung</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Speed</source>
      <translation>Tempo</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Steady</source>
      <translation>Weitere</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>The outlined bars are somebody else's, told by the plan that Sayso began as, not measured</source>
      <translation>Die umrandeten Balken sind fremde Werte aus dem Plan, mit dem Sayso begann, keine Messung</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>The plan's machine (%1)</source>
      <translation>Computer des Plans (%1)</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Tokens/s</source>
      <translation>Token/s</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Total</source>
      <translation>Gesamt</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>cleaning up</source>
      <translation>wird bereinigt</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>counting errors</source>
      <translation>Fehler werden gezählt</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>getting ready</source>
      <translation>wird vorbereitet</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>getting the language model ready</source>
      <translation>Sprachmodell wird vorbereitet</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>here: on an %1, %2 took %3 for %4 of speech and %5 more the first time, an %6 %7; %8 in all. The plan aimed at %9.</source>
      <translation>von hier: Auf %1 brauchte %2 %3 für %4 Sprache und beim ersten Mal %5 mehr, %6 brauchte %7; zusammen %8. Ziel des Plans waren %9.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>loading</source>
      <translation>wird geladen</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>transcribing again</source>
      <translation>weitere Transkription</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>transcribing for the first time</source>
      <translation>erste Transkription</translation>
    </message>
    <message>
      <location filename="../../app/ui/chord_field.py" />
      <source>Press the keys …</source>
      <translation>Tasten drücken …</translation>
    </message>
    <message>
      <location filename="../../app/ui/chord_field.py" />
      <source>This key cannot be a hotkey.</source>
      <translation>Diese Taste eignet sich nicht als Tastenkürzel.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_rows.py" />
      <source>After the last dictation. Then its memory is free for others.</source>
      <translation>Nach dem letzten Diktat. Dann wird der Speicher für anderes frei.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_rows.py" />
      <source>Always</source>
      <translation>Immer</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_rows.py" />
      <source>Automatic</source>
      <translation>Automatisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_rows.py" />
      <source>Between 1 and %1 minutes.</source>
      <translation>Zwischen 1 und %1 Minuten.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_rows.py" />
      <source>Clean up after the speech model %1</source>
      <translation>Bereinigen nach dem Erkennungsmodell %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_rows.py" />
      <source>For a while</source>
      <translation>Eine Weile</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_rows.py" />
      <source>Its memory is free at once, and every clean-up waits until it is loaded.</source>
      <translation>Der Speicher wird sofort frei, und jede Bereinigung wartet auf das Laden.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_rows.py" />
      <source>Minutes to keep it loaded</source>
      <translation>Minuten im Speicher</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_rows.py" />
      <source>Not at all</source>
      <translation>Gar nicht</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_rows.py" />
      <source>The next clean-up begins at once. Its memory is never free for others.</source>
      <translation>Die nächste Bereinigung beginnt sofort. Der Speicher wird nie für anderes frei.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source> min</source>
      <translation> min</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>0 takes the likeliest word each time; more is livelier and strays further.</source>
      <translation>0 nimmt immer das wahrscheinlichste Wort; mehr ist lebhafter und weicht stärker ab.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>A language model on this computer mends punctuation, grammar and slips of the tongue. Every text can be cleaned up by hand as well.</source>
      <translation>Ein Sprachmodell auf diesem Computer verbessert Zeichensetzung, Grammatik und Versprecher. Jeder Text lässt sich auch von Hand bereinigen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Address of Ollama</source>
      <translation>Adresse von Ollama</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Automatic leaves the text of medium and larger ones as it is: they write well enough.</source>
      <translation>„Automatisch“ lässt den Text von medium und größeren Modellen, wie er ist: Sie schreiben gut genug.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Begin sentences with a capital, and mend spaces</source>
      <translation>Sätze groß beginnen und Leerzeichen berichtigen</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Clean up after the speech model</source>
      <translation>Bereinigen nach Erkennungsmodell</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Clean up what I dictate</source>
      <translation>Diktate bereinigen</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Clean up while I speak</source>
      <translation>Während des Sprechens bereinigen</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Clean-up · Styles</source>
      <translation>Bereinigung · Stile</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Clean-up · Without a language model</source>
      <translation>Bereinigung · Ohne Sprachmodell</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Finished sentences are done before you are, so that the wait at the end is short.</source>
      <translation>Fertige Sätze werden schon vor dem Ende bereinigt, damit die Wartezeit kurz bleibt.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Free its memory when Sayso ends</source>
      <translation>Speicher freigeben, wenn Sayso endet</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Keep it loaded</source>
      <translation>Im Speicher halten</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Language model</source>
      <translation>Sprachmodell</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Leave out stutters</source>
      <translation>Stottern weglassen</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Leave out “um” and “uh”</source>
      <translation>„Äh“ und „ähm“ weglassen</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Let writing down go first</source>
      <translation>Aufschreiben hat Vorrang</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Look at</source>
      <translation>Ansehen</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Names and terms</source>
      <translation>Namen und Fachwörter</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>One on each line, spelled as it is to be written.</source>
      <translation>Eins je Zeile, in der gewünschten Schreibweise.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>One on each line: as said %1 as written. Whole words, in any case.</source>
      <translation>Eine je Zeile: wie gesagt %1 wie geschrieben. Ganze Wörter, groß oder klein.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Otherwise it stays loaded for as long as is set above.</source>
      <translation>Sonst bleibt es so lange geladen wie oben eingestellt.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Put at the cursor</source>
      <translation>Am Cursor einfügen</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Replacements</source>
      <translation>Ersetzungen</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Say them and the marks are written; the words themselves are then never.</source>
      <translation>Ausgesprochen werden sie zu Zeichen; die Wörter selbst stehen dann nie im Text.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Sounds and words that only fill.</source>
      <translation>Laute und Wörter, die nur füllen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Style</source>
      <translation>Stil</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Temperature</source>
      <translation>Temperatur</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Try it on</source>
      <translation>Ausprobieren an</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>What the language model is told in the style of your own. Empty: as it came.</source>
      <translation>Was dem Sprachmodell beim eigenen Stil gesagt wird. Leer: wie mitgeliefert.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>What you say goes there to be cleaned up, and nowhere else.</source>
      <translation>Gesprochenes geht zum Bereinigen dorthin und nirgendwo sonst.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Where the language model runs on the processor, it waits while what you say is written down.</source>
      <translation>Rechnet das Sprachmodell auf dem Prozessor, wartet es, während Gesprochenes aufgeschrieben wird.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Write it like %1.</source>
      <translation>So schreiben wie %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Write “comma” and “new line” as marks</source>
      <translation>„Komma“ und „neue Zeile“ als Zeichen schreiben</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Your own instruction</source>
      <translation>Eigene Anweisung</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>at most %1 characters.</source>
      <translation>höchstens %1 Zeichen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>say so %1 Sayso</source>
      <translation>sei so %1 Sayso</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>write it as “as said %1 as written”.</source>
      <translation>als „wie gesagt %1 wie geschrieben“ eingeben.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>“it rains today .” becomes “It rains today.”</source>
      <translation>„es regnet heute .“ wird zu „Es regnet heute.“</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>“the the meeting” becomes “the meeting”.</source>
      <translation>„das das Treffen“ wird zu „das Treffen“.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_tabs.py" />
      <source>%1, in use</source>
      <translation>%1, verwendet</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_tabs.py" />
      <source>%1, not used</source>
      <translation>%1, nicht verwendet</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_tabs.py" />
      <source>Enhanced</source>
      <translation>Bereinigt</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_tabs.py" />
      <source>Spoken</source>
      <translation>Gesprochen</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_tabs.py" />
      <source>Texts</source>
      <translation>Texte</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>%1 % on the graphics card</source>
      <translation>zu %1 % auf der Grafikkarte</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>%1 tokens/s</source>
      <translation>%1 Token/s</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>Enhanced text not used: %1</source>
      <translation>Bereinigter Text nicht verwendet: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>For each token the whole model is read from memory, and the processor's memory is many times slower than a graphics card's.</source>
      <translation>Für jedes Token wird das ganze Modell aus dem Speicher gelesen, und der Speicher des Prozessors ist um ein Vielfaches langsamer als der einer Grafikkarte.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>Loading %1…</source>
      <translation>%1 wird geladen…</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>Not used: %1</source>
      <translation>Nicht verwendet: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>Ollama found no graphics card with room for the model.</source>
      <translation>Ollama fand keine Grafikkarte mit Platz für das Modell.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>Partly used: %1</source>
      <translation>Teilweise verwendet: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>The first words are on their way.</source>
      <translation>Die ersten Wörter sind unterwegs.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>The rest of the model had no room on the graphics card.</source>
      <translation>Der Rest des Modells passte nicht auf die Grafikkarte.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>The spoken text can be used while %1 is being loaded.</source>
      <translation>Bis %1 geladen ist, lässt sich der gesprochene Text verwenden.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>Tidied up</source>
      <translation>Bereinigt</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>Tidying up</source>
      <translation>Wird bereinigt</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>first token %1 s</source>
      <translation>erstes Token %1 s</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>on the graphics card</source>
      <translation>auf der Grafikkarte</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>on the processor</source>
      <translation>auf dem Prozessor</translation>
    </message>
    <message>
      <location filename="../../app/ui/compute_types.py" />
      <source>In use now.</source>
      <translation>Zurzeit in Verwendung.</translation>
    </message>
    <message>
      <location filename="../../app/ui/compute_types.py" />
      <source>Try %1 again</source>
      <translation>%1 erneut versuchen</translation>
    </message>
    <message>
      <location filename="../../app/ui/compute_types.py" />
      <source>Try again</source>
      <translation>Erneut versuchen</translation>
    </message>
    <message>
      <location filename="../../app/ui/cuda_row.py" />
      <source>All of cuBLAS has arrived, and is being unpacked …</source>
      <translation>cuBLAS ist vollständig da und wird entpackt …</translation>
    </message>
    <message>
      <location filename="../../app/ui/cuda_row.py" />
      <source>Get it (%1)</source>
      <translation>Herunterladen (%1)</translation>
    </message>
    <message>
      <location filename="../../app/ui/cuda_row.py" />
      <source>Getting cuBLAS …</source>
      <translation>cuBLAS wird heruntergeladen …</translation>
    </message>
    <message>
      <location filename="../../app/ui/cuda_row.py" />
      <source>Getting cuBLAS: %1 of %2 here</source>
      <translation>cuBLAS wird heruntergeladen: %1 von %2</translation>
    </message>
    <message>
      <location filename="../../app/ui/cuda_row.py" />
      <source>Go on, %1 left</source>
      <translation>Fortsetzen, noch %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/cuda_row.py" />
      <source>Remove (%1)</source>
      <translation>Entfernen (%1)</translation>
    </message>
    <message>
      <location filename="../../app/ui/cuda_row.py" />
      <source>Remove cuBLAS? The graphics card is not used then, and %1 are freed.</source>
      <translation>cuBLAS entfernen? Die Grafikkarte wird dann nicht verwendet, und %1 werden frei.</translation>
    </message>
    <message>
      <location filename="../../app/ui/cuda_row.py" />
      <source>Removed; %1 of the disk are free again.</source>
      <translation>Entfernt; %1 Speicherplatz sind wieder frei.</translation>
    </message>
    <message>
      <location filename="../../app/ui/cuda_row.py" />
      <source>Stop getting cuBLAS</source>
      <translation>Herunterladen von cuBLAS anhalten</translation>
    </message>
    <message>
      <location filename="../../app/ui/cuda_row.py" />
      <source>Stopped. What has arrived is kept.</source>
      <translation>Angehalten. Das Heruntergeladene bleibt erhalten.</translation>
    </message>
    <message>
      <location filename="../../app/ui/cuda_row.py" />
      <source>cuBLAS %1 is here, NVIDIA's library that the graphics card computes with.</source>
      <translation>cuBLAS %1 ist vorhanden, die Bibliothek von NVIDIA, mit der die Grafikkarte rechnet.</translation>
    </message>
    <message>
      <location filename="../../app/ui/dictate_page.py" />
      <source>%1 · loading</source>
      <translation>%1 · wird geladen</translation>
    </message>
    <message>
      <location filename="../../app/ui/dictate_page.py" />
      <source>%1 · not loaded</source>
      <translation>%1 · nicht geladen</translation>
    </message>
    <message>
      <location filename="../../app/ui/dictate_page.py" />
      <source>Default microphone</source>
      <translation>Standardmikrofon</translation>
    </message>
    <message>
      <location filename="../../app/ui/dictate_page.py" />
      <source>Microphone open</source>
      <translation>Mikrofon offen</translation>
    </message>
    <message>
      <location filename="../../app/ui/dictate_page.py" />
      <source>Microphone settings</source>
      <translation>Mikrofoneinstellungen</translation>
    </message>
    <message>
      <location filename="../../app/ui/dictate_page.py" />
      <source>Microphone: %1</source>
      <translation>Mikrofon: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/dictate_page.py" />
      <source>No model</source>
      <translation>Kein Modell</translation>
    </message>
    <message>
      <location filename="../../app/ui/dictate_page.py" />
      <source>Speech model: %1</source>
      <translation>Erkennungsmodell: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/dictate_page.py" />
      <source>Speech settings</source>
      <translation>Einstellungen der Spracherkennung</translation>
    </message>
    <message>
      <location filename="../../app/ui/dictate_page.py" />
      <source>Start dictation</source>
      <translation>Diktat beginnen</translation>
    </message>
    <message>
      <location filename="../../app/ui/dictate_page.py" />
      <source>Stop dictation</source>
      <translation>Diktat beenden</translation>
    </message>
    <message>
      <location filename="../../app/ui/dictate_page.py" />
      <source>System default</source>
      <translation>Systemstandard</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_acts.py" />
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_acts.py" />
      <source>More</source>
      <translation>Mehr</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_acts.py" />
      <source>Move down</source>
      <translation>Nach unten</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_acts.py" />
      <source>Move up</source>
      <translation>Nach oben</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_acts.py" />
      <source>Open the transcript</source>
      <translation>Transkript öffnen</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_acts.py" />
      <source>Pause</source>
      <translation>Pausieren</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_acts.py" />
      <source>Remove from the list</source>
      <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_acts.py" />
      <source>Resume</source>
      <translation>Fortsetzen</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_acts.py" />
      <source>Show the file in its folder</source>
      <translation>Datei im Ordner anzeigen</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_acts.py" />
      <source>Show what was saved</source>
      <translation>Gespeichertes anzeigen</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_acts.py" />
      <source>Transcribe again</source>
      <translation>Erneut transkribieren</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_choice.py" />
      <source>Channels</source>
      <translation>Kanäle</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_choice.py" />
      <source>Track</source>
      <translation>Spur</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_list.py" />
      <source>Files</source>
      <translation>Dateien</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_bar.py" />
      <source>Add files …</source>
      <translation>Dateien hinzufügen …</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_bar.py" />
      <source>Add folder …</source>
      <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_bar.py" />
      <source>Clear finished</source>
      <translation>Fertige entfernen</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_bar.py" />
      <source>Opens the settings of files</source>
      <translation>Öffnet die Einstellungen für Dateien</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_bar.py" />
      <source>Pause all</source>
      <translation>Alle pausieren</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_bar.py" />
      <source>Progress of all files</source>
      <translation>Fortschritt aller Dateien</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_bar.py" />
      <source>Resume all</source>
      <translation>Alle fortsetzen</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_bar.py" />
      <source>Settings of files …</source>
      <translation>Einstellungen für Dateien …</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_page.py" />
      <source>A folder of recordings or videos</source>
      <translation>Ein Ordner mit Aufnahmen oder Videos</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_page.py" />
      <source>All files (*)</source>
      <translation>Alle Dateien (*)</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_page.py" />
      <source>Choose files …</source>
      <translation>Dateien auswählen …</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_page.py" />
      <source>Clear all the same</source>
      <translation>Trotzdem entfernen</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_page.py" />
      <source>Drop recordings or videos here, or choose them.</source>
      <translation>Aufnahmen oder Videos hier ablegen oder auswählen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_page.py" />
      <source>Each becomes a transcript to read, to correct and to listen to, and subtitles. Nothing leaves this computer.</source>
      <translation>Aus jeder Datei wird ein Transkript zum Lesen, Korrigieren und Anhören, dazu Untertitel. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_page.py" />
      <source>Recordings and videos</source>
      <translation>Aufnahmen und Videos</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_page.py" />
      <source>Recordings and videos (%1)</source>
      <translation>Aufnahmen und Videos (%1)</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_page.py" />
      <source>Remove all the same</source>
      <translation>Trotzdem entfernen</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_page.py" />
      <source>Transcribe anew</source>
      <translation>Neu transkribieren</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>%1 of %2</source>
      <translation>%1 von %2</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>%1 of %2 done</source>
      <translation>%1 von %2 fertig</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>%1 written</source>
      <translation>%1 geschrieben</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>%n added</source>
      <translation>
        <numerusform>%n hinzugefügt</numerusform>
        <numerusform>%n hinzugefügt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>%n channels</source>
      <translation>
        <numerusform>%n Kanal</numerusform>
        <numerusform>%n Kanäle</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>%n failed</source>
      <translation>
        <numerusform>%n fehlgeschlagen</numerusform>
        <numerusform>%n fehlgeschlagen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>%n files are in the list already.</source>
      <translation>
        <numerusform>%n Datei ist schon in der Liste.</numerusform>
        <numerusform>%n Dateien sind schon in der Liste.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>%n hours</source>
      <translation>
        <numerusform>%n Stunde</numerusform>
        <numerusform>%n Stunden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>%n minutes</source>
      <translation>
        <numerusform>%n Minute</numerusform>
        <numerusform>%n Minuten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>%n of them are not on this computer and were left out.</source>
      <translation>
        <numerusform>%n davon ist nicht auf diesem Computer und wurde ausgelassen.</numerusform>
        <numerusform>%n davon sind nicht auf diesem Computer und wurden ausgelassen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>%n places to listen to again</source>
      <translation>
        <numerusform>%n Stelle zum Nachhören</numerusform>
        <numerusform>%n Stellen zum Nachhören</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>%n transcripts</source>
      <translation>
        <numerusform>%n Transkript</numerusform>
        <numerusform>%n Transkripte</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>%n transcripts would be lost.</source>
      <translation>
        <numerusform>%n Transkript ginge verloren.</numerusform>
        <numerusform>%n Transkripte gingen verloren.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>%n were transcribed before</source>
      <translation>
        <numerusform>%n wurde schon transkribiert</numerusform>
        <numerusform>%n wurden schon transkribiert</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>1 added</source>
      <translation>1 hinzugefügt</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>1 channel</source>
      <translation>1 Kanal</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>1 failed</source>
      <translation>1 fehlgeschlagen</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>1 hour</source>
      <translation>1 Stunde</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>1 minute</source>
      <translation>1 Minute</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>1 of them is not on this computer and was left out.</source>
      <translation>1 davon ist nicht auf diesem Computer und wurde ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>1 place to listen to again</source>
      <translation>1 Stelle zum Nachhören</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>1 transcript</source>
      <translation>1 Transkript</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>1 was transcribed before</source>
      <translation>1 wurde schon transkribiert</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>All channels</source>
      <translation>Alle Kanäle</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Beginning</source>
      <translation>Beginnt</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>CSV, a table</source>
      <translation>CSV, eine Tabelle</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Cancelled</source>
      <translation>Abgebrochen</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Cannot watch “%1” now</source>
      <translation>„%1“ lässt sich zurzeit nicht überwachen</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Clear the cache (%1, %2)</source>
      <translation>Zwischenspeicher leeren (%1, %2)</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>DOCX, a document for Word</source>
      <translation>DOCX, ein Dokument für Word</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Done</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Drop it here to transcribe it</source>
      <translation>Zum Transkribieren hier ablegen</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>Drop them here to transcribe all %n</source>
      <translation>
        <numerusform>Zum Transkribieren aller %n hier ablegen</numerusform>
        <numerusform>Zum Transkribieren aller %n hier ablegen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Files that were exported stay.</source>
      <translation>Exportierte Dateien bleiben erhalten.</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>From the cache</source>
      <translation>Aus dem Zwischenspeicher</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Getting the speech model ready</source>
      <translation>Erkennungsmodell wird vorbereitet</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>It could not be transcribed.</source>
      <translation>Die Datei konnte nicht transkribiert werden.</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>JSON, for programs</source>
      <translation>JSON, für Programme</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Left channel only</source>
      <translation>Nur linker Kanal</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>MD, text with headings and times</source>
      <translation>MD, Text mit Überschriften und Zeiten</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Nothing added</source>
      <translation>Nichts hinzugefügt</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>Nothing to transcribe in %n folders.</source>
      <translation>
        <numerusform>In %n Ordner gibt es nichts zu transkribieren.</numerusform>
        <numerusform>In %n Ordnern gibt es nichts zu transkribieren.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Nothing to transcribe in “%1”.</source>
      <translation>In „%1“ gibt es nichts zu transkribieren.</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Only files on this computer can be transcribed. Save it first, then add it here.</source>
      <translation>Nur Dateien auf diesem Computer lassen sich transkribieren. Erst speichern, dann hier hinzufügen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Paused</source>
      <translation>Pausiert</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Paused at %1</source>
      <translation>Pausiert bei %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Right channel only</source>
      <translation>Nur rechter Kanal</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>SRT, subtitles</source>
      <translation>SRT, Untertitel</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Saves %1 beside each file</source>
      <translation>Speichert %1 neben jeder Datei</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Saves %1 in “%2”</source>
      <translation>Speichert %1 in „%2“</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Saves nothing by itself</source>
      <translation>Speichert nichts von selbst</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>TXT, plain text</source>
      <translation>TXT, reiner Text</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>The cache is empty</source>
      <translation>Der Zwischenspeicher ist leer</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>The earlier transcript is here.</source>
      <translation>Das frühere Transkript ist noch da.</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>The earlier transcript of “%1” would be lost.</source>
      <translation>Das frühere Transkript von „%1“ ginge verloren.</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Track %1</source>
      <translation>Spur %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>VTT, subtitles for the web</source>
      <translation>VTT, Untertitel fürs Web</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Waiting</source>
      <translation>Wartet</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Waits for your dictation</source>
      <translation>Wartet auf das Diktat</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Watches “%1”</source>
      <translation>Überwacht „%1“</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>Your corrections of %n transcripts would be lost.</source>
      <translation>
        <numerusform>Die Korrekturen an %n Transkript gingen verloren.</numerusform>
        <numerusform>Die Korrekturen an %n Transkripten gingen verloren.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Your corrections of “%1” would be lost.</source>
      <translation>Die Korrekturen an „%1“ gingen verloren.</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>about %1 %2 left</source>
      <translation>noch etwa %1 %2</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>about %n hours left</source>
      <translation>
        <numerusform>noch etwa %n Stunde</numerusform>
        <numerusform>noch etwa %n Stunden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>about %n minutes left</source>
      <translation>
        <numerusform>noch etwa %n Minute</numerusform>
        <numerusform>noch etwa %n Minuten</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>about 1 hour left</source>
      <translation>noch etwa 1 Stunde</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>about 1 minute left</source>
      <translation>noch etwa 1 Minute</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>all is paused</source>
      <translation>alles ist pausiert</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>at least %1</source>
      <translation>mindestens %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>corrected</source>
      <translation>korrigiert</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>corrected since it was saved as %1</source>
      <translation>korrigiert, seit es als %1 gespeichert wurde</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>files wait for your dictation</source>
      <translation>Dateien warten auf das Diktat</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>left channel</source>
      <translation>linker Kanal</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>less than 1 MB</source>
      <translation>weniger als 1 MB</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>less than a minute left</source>
      <translation>noch weniger als eine Minute</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>nobody was heard speaking</source>
      <translation>niemand war zu hören</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>right channel</source>
      <translation>rechter Kanal</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>saved as %1</source>
      <translation>gespeichert als %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>the earlier transcript is here</source>
      <translation>das frühere Transkript ist noch da</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>track %1</source>
      <translation>Spur %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>“%1” is in the list already.</source>
      <translation>„%1“ ist schon in der Liste.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_clean_up.py" />
      <source>%1 is set, and Ollama does not have it yet.</source>
      <translation>%1 ist eingestellt, aber in Ollama noch nicht vorhanden.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_clean_up.py" />
      <source>Clean up what I say</source>
      <translation>Gesprochenes bereinigen</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_clean_up.py" />
      <source>Get Ollama</source>
      <translation>Ollama herunterladen</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_clean_up.py" />
      <source>Language model:</source>
      <translation>Sprachmodell:</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_clean_up.py" />
      <source>Opens its page in the browser</source>
      <translation>Öffnet die Seite von Ollama im Browser</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_dictation.py" />
      <source>Finish</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_dictation.py" />
      <source>Test the microphone</source>
      <translation>Mikrofon testen</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_dictation.py" />
      <source>What you said</source>
      <translation>Gesprochener Text</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_key.py" />
      <source>Another key of Sayso's is that already; take a different one.</source>
      <translation>Diese Taste ist in Sayso schon vergeben; eine andere nehmen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_key.py" />
      <source>Press this button to choose another key.</source>
      <translation>Diese Schaltfläche drücken, um eine andere Taste zu wählen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_key.py" />
      <source>Talk key</source>
      <translation>Sprechtaste</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_marks.py" />
      <source>This step is in view.</source>
      <translation>Dieser Schritt wird gerade gezeigt.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_microphone.py" />
      <source>Level of the microphone</source>
      <translation>Pegel des Mikrofons</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_microphone.py" />
      <source>Microphone</source>
      <translation>Mikrofon</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_microphone.py" />
      <source>Test it</source>
      <translation>Testen</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_microphone.py" />
      <source>Test it again</source>
      <translation>Erneut testen</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_model.py" />
      <source>%1 could not be loaded. Choose another one.</source>
      <translation>%1 konnte nicht geladen werden. Ein anderes wählen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_model.py" />
      <source>%1 is being loaded …</source>
      <translation>%1 wird geladen …</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_model.py" />
      <source>%1 is ready.</source>
      <translation>%1 ist bereit.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_model.py" />
      <source>%1 is set, and it is not here yet.</source>
      <translation>%1 ist eingestellt, aber noch nicht vorhanden.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_model.py" />
      <source>A Whisper model that was converted for CTranslate2</source>
      <translation>Ein Whisper-Modell, für CTranslate2 umgewandelt</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_model.py" />
      <source>From a folder …</source>
      <translation>Aus einem Ordner …</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_model.py" />
      <source>Looking at this computer …</source>
      <translation>Dieser Computer wird untersucht …</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_model.py" />
      <source>On this computer:</source>
      <translation>Auf diesem Computer:</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_model.py" />
      <source>One of those on this computer, or a folder, will do.</source>
      <translation>Eines von diesem Computer oder ein Ordner genügt.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_model.py" />
      <source>Speech model</source>
      <translation>Erkennungsmodell</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_model.py" />
      <source>The folder of a converted model</source>
      <translation>Der Ordner eines umgewandelten Modells</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_page.py" />
      <source>&amp;Later</source>
      <translation>S&amp;päter</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_page.py" />
      <source>&amp;Next</source>
      <translation>&amp;Weiter</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_page.py" />
      <source>Close the guide</source>
      <translation>Einrichtung schließen</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_permissions.py" />
      <source>Look again</source>
      <translation>Erneut prüfen</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_permissions.py" />
      <source>Open the system's settings</source>
      <translation>Systemeinstellungen öffnen</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_permissions.py" />
      <source>Open the system's settings: %1</source>
      <translation>Systemeinstellungen öffnen: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_row.py" />
      <source>Guide</source>
      <translation>Einrichtung</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_row.py" />
      <source>Microphone, talk key, model and clean-up, one after the other, and a dictation to try them.</source>
      <translation>Mikrofon, Sprechtaste, Modell und Bereinigung nacheinander, dazu ein Diktat zum Ausprobieren.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_row.py" />
      <source>Set up again</source>
      <translation>Erneut einrichten</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_step.py" />
      <source>Next</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>%1 is down. Let it go.</source>
      <translation>%1 ist gedrückt. Loslassen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>%1 works: it was seen going down and up.</source>
      <translation>%1 funktioniert: Drücken und Loslassen wurden erkannt.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>A language model on this computer can mend punctuation and grammar. It is run by Ollama, a free program of its own. Without it, your texts come as you spoke them.</source>
      <translation>Ein Sprachmodell auf diesem Computer kann Zeichensetzung und Grammatik verbessern. Es läuft in Ollama, einem eigenen kostenlosen Programm. Ohne das bleiben Texte wie gesprochen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Accessibility</source>
      <translation>Bedienungshilfen</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>By wtype or ydotool, as Wayland has no way of its own.</source>
      <translation>Mit wtype oder ydotool, denn Wayland selbst bietet keinen Weg.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Choose another one here.</source>
      <translation>Hier eine andere wählen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Choose the one that you will speak into, and test it: read a sentence aloud. Nothing of it is kept, and nothing is played.</source>
      <translation>Das Mikrofon wählen, in das gesprochen wird, und testen: einen Satz laut vorlesen. Nichts davon wird aufbewahrt oder abgespielt.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Given.</source>
      <translation>Erteilt.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Global shortcuts</source>
      <translation>Globale Tastenkürzel</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Go on without it</source>
      <translation>Ohne fortfahren</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Input monitoring</source>
      <translation>Eingabeüberwachung</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>It could not be written down. Try again.</source>
      <translation>Das Diktat konnte nicht aufgeschrieben werden. Erneut versuchen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>It works in every program. Try it here: nothing is written down now.</source>
      <translation>Sie wirkt in jedem Programm. Hier ausprobieren: Jetzt wird nichts aufgeschrieben.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>It works.</source>
      <translation>Es funktioniert.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>It works: your text was there %1 after you let go.</source>
      <translation>Es funktioniert: Der Text war %1 nach dem Loslassen da.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>It writes down what you say, on this computer. Larger ones make fewer mistakes and take longer.</source>
      <translation>Es schreibt Gesprochenes auf diesem Computer auf. Größere machen weniger Fehler und brauchen länger.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Listens %1 ms after it is opened.</source>
      <translation>Hört %1 ms nach dem Öffnen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Listens %1 ms after it is opened; wait for the start sound before you speak.</source>
      <translation>Hört %1 ms nach dem Öffnen; vor dem Sprechen auf den Startton warten.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>No speech was heard. Choose another microphone, or see that this one is not muted.</source>
      <translation>Keine Sprache gehört. Ein anderes Mikrofon wählen oder prüfen, ob dieses stummgeschaltet ist.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Not given. Allow it in the system's settings, then look again.</source>
      <translation>Nicht erteilt. In den Systemeinstellungen erlauben, dann erneut prüfen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Not known yet: the system asks when it is first needed.</source>
      <translation>Noch unbekannt: Das System fragt, sobald es gebraucht wird.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Not offered. Bind a key of your desktop to “sayso toggle”.</source>
      <translation>Nicht angeboten. In der Desktop-Umgebung eine Taste mit „sayso toggle“ belegen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Not there. Install wtype; until then texts are copied, and you press Ctrl+V.</source>
      <translation>Nicht vorhanden. wtype installieren; bis dahin werden Texte kopiert und mit Strg+V eingefügt.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Nothing was heard. Speak up and try again, or test the microphone once more.</source>
      <translation>Nichts gehört. Lauter sprechen und erneut versuchen oder das Mikrofon noch einmal testen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Opening the microphone three times, to see how soon it listens …</source>
      <translation>Das Mikrofon wird dreimal geöffnet, um zu sehen, wie schnell es hört …</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Press %1 and let it go.</source>
      <translation>%1 drücken und loslassen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Sayso needs this to hear you and to write for you.</source>
      <translation>Sayso braucht das, um zuzuhören und zu schreiben.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Speak now. %1 s left.</source>
      <translation>Jetzt sprechen. Noch %1 s.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Step %1 of %2</source>
      <translation>Schritt %1 von %2</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>The loudest sound: %1 dB.</source>
      <translation>Das lauteste Geräusch: %1 dB.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>The speech model</source>
      <translation>Das Erkennungsmodell</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>The talk key</source>
      <translation>Die Sprechtaste</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>To hear you.</source>
      <translation>Um zuzuhören.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>To press the keys that put your text at the cursor.</source>
      <translation>Um die Tasten zu drücken, die den Text am Cursor einfügen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>To see the talk key while you are in another program.</source>
      <translation>Um die Sprechtaste auch in anderen Programmen zu erkennen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Typing into other programs</source>
      <translation>Tippen in anderen Programmen</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>What the system allows</source>
      <translation>Was das System erlaubt</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>You are heard well.</source>
      <translation>Gut zu hören.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>You are too loud, and words are cut off. Lower the microphone's level, or go back a bit.</source>
      <translation>Zu laut, Wörter werden verzerrt. Den Mikrofonpegel senken oder etwas Abstand nehmen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>You are too quiet. Come closer, or raise the microphone's level in the sound settings.</source>
      <translation>Zu leise. Näher herangehen oder den Mikrofonpegel in den Klangeinstellungen erhöhen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Your desktop passes the talk key on to Sayso, and asks you once which key that is.</source>
      <translation>Die Desktop-Umgebung gibt die Sprechtaste an Sayso weiter und fragt einmal, welche das ist.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Your first dictation</source>
      <translation>Das erste Diktat</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Your speech: %1 dB, at its loudest %2 dB; 0 dB is the most there is.</source>
      <translation>Ihre Stimme: %1 dB, am lautesten %2 dB; mehr als 0 dB gibt es nicht.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Your words appear here; in other programs they come to the cursor.</source>
      <translation>Hier erscheint der Text; in anderen Programmen kommt er an den Cursor.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>done</source>
      <translation>erledigt</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>left for later</source>
      <translation>auf später verschoben</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>open</source>
      <translation>offen</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>Closed</source>
      <translation>Geschlossen</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>Compare all models …</source>
      <translation>Alle Modelle vergleichen …</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>Compute types</source>
      <translation>Rechentypen</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>Computes now</source>
      <translation>Rechnet jetzt</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>Getting ready to try …</source>
      <translation>Test wird vorbereitet …</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>It is not here yet.</source>
      <translation>Es ist noch nicht vorhanden.</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>It is on its way.</source>
      <translation>Es wird gerade heruntergeladen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>It is what you use.</source>
      <translation>Es ist bereits eingestellt.</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>Measure</source>
      <translation>Messen</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>Measure how fast this computer computes</source>
      <translation>Rechengeschwindigkeit dieses Computers messen</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>Open</source>
      <translation>Offen</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>Processor</source>
      <translation>Prozessor</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>Stop trying ways of computing</source>
      <translation>Testen der Rechenarten anhalten</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>This computer</source>
      <translation>Dieser Computer</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>Trying the %1 …</source>
      <translation>Test: %1 …</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>Use it</source>
      <translation>Verwenden</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>Write down a short sentence in the best way that works</source>
      <translation>Einen kurzen Satz auf die beste funktionierende Art aufschreiben</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>%1 do not</source>
      <translation>%1 funktionieren nicht</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>%1 in use</source>
      <translation>%1 in Verwendung</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>%1 not tried yet</source>
      <translation>%1 noch nicht getestet</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>%1 of memory</source>
      <translation>%1 Speicher</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>%1 of memory, %2 free</source>
      <translation>%1 Speicher, %2 frei</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>%1 on the graphics card, %2</source>
      <translation>%1 auf der Grafikkarte, %2</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>%1 on the processor, %2</source>
      <translation>%1 auf dem Prozessor, %2</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>%1 work</source>
      <translation>%1 funktionieren</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>%1, flash attention</source>
      <translation>%1, Flash Attention</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>1 does not</source>
      <translation>1 funktioniert nicht</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>1 works</source>
      <translation>1 funktioniert</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>Not offered: %1.</source>
      <translation>Nicht angeboten: %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>Nothing was found out.</source>
      <translation>Nichts herausgefunden.</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>Nothing yet: %1 is loaded when it is needed.</source>
      <translation>Noch nichts: %1 wird bei Bedarf geladen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>Recommended for this computer: %1.</source>
      <translation>Für diesen Computer empfohlen: %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>The system does not tell how much there is.</source>
      <translation>Das System verrät nicht, wie viel vorhanden ist.</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>Unknown</source>
      <translation>Unbekannt</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>What each costs with %1</source>
      <translation>Was jeder mit %1 kostet</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>Works: %1.</source>
      <translation>Funktioniert: %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>about %1</source>
      <translation>etwa %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>graphics card, %1</source>
      <translation>Grafikkarte, %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>processor, %1</source>
      <translation>Prozessor, %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>with %1</source>
      <translation>mit %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_acts.py" />
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_acts.py" />
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_acts.py" />
      <source>Enhance</source>
      <translation>Bereinigen</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_acts.py" />
      <source>Enhance again</source>
      <translation>Erneut bereinigen</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_acts.py" />
      <source>Insert</source>
      <translation>Einfügen</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_acts.py" />
      <source>Recover</source>
      <translation>Wiederherstellen</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_acts.py" />
      <source>Transcribe again with another model</source>
      <translation>Mit einem anderen Modell erneut transkribieren</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>%1 wrote the same.</source>
      <translation>%1 hat dasselbe geschrieben.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>Keep the old one</source>
      <translation>Alten behalten</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>Loading %1 …</source>
      <translation>%1 wird geladen …</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>So %1 wrote it. Underlined is new, struck was before.</source>
      <translation>So hat es %1 geschrieben. Unterstrichenes ist neu, Durchgestrichenes stand vorher da.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>Some of it stays as it was spoken: %1</source>
      <translation>Ein Teil bleibt wie gesprochen: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>The new text beside the old one</source>
      <translation>Der neue Text neben dem alten</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>This would not be used: %1</source>
      <translation>Das würde nicht verwendet: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>Tidying it up in the style “%1” …</source>
      <translation>Wird im Stil „%1“ bereinigt …</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>Tidying it up once more …</source>
      <translation>Wird noch einmal bereinigt …</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>Underlined words are new, struck ones are the old text's.</source>
      <translation>Unterstrichene Wörter sind neu, durchgestrichene stammen aus dem alten Text.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>Use it all the same</source>
      <translation>Trotzdem verwenden</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>Use the new text</source>
      <translation>Neuen Text verwenden</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>What you are saying comes first; then it is tidied up.</source>
      <translation>Das gerade Gesprochene kommt zuerst; danach wird bereinigt.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>With what would not be used</source>
      <translation>Mit dem, was nicht verwendet würde</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>Writing it down once more …</source>
      <translation>Wird noch einmal aufgeschrieben …</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>Writing it down with %1 …</source>
      <translation>Wird mit %1 aufgeschrieben …</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_bars.py" />
      <source>At any time</source>
      <translation>Zu jeder Zeit</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_bars.py" />
      <source>Failed or interrupted</source>
      <translation>Fehlgeschlagen oder unterbrochen</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_bars.py" />
      <source>Filter</source>
      <translation>Filter</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_bars.py" />
      <source>However it ended</source>
      <translation>Jedes Ergebnis</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_bars.py" />
      <source>Last 30 days</source>
      <translation>Letzte 30 Tage</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_bars.py" />
      <source>Last 7 days</source>
      <translation>Letzte 7 Tage</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_bars.py" />
      <source>Today</source>
      <translation>Heute</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_bars.py" />
      <source>With a recording</source>
      <translation>Mit Aufnahme</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_bars.py" />
      <source>Written down</source>
      <translation>Aufgeschrieben</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>%1 clean-up</source>
      <translation>%1 Bereinigung</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>%1 of speech</source>
      <translation>%1 gesprochen</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>%1 wait</source>
      <translation>%1 Wartezeit</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>Back to the list</source>
      <translation>Zurück zur Liste</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>Cleaned up by %1.</source>
      <translation>Bereinigt von %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>Cleaned up.</source>
      <translation>Bereinigt.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>Left out: %1</source>
      <translation>Weggelassen: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>Not used</source>
      <translation>Nicht verwendet</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>Nothing had to be changed.</source>
      <translation>Es war nichts zu ändern.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>Partly used</source>
      <translation>Teilweise verwendet</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>Text of the dictation</source>
      <translation>Text des Diktats</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>The spoken text is in use.</source>
      <translation>Der gesprochene Text wird verwendet.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>Used all the same</source>
      <translation>Trotzdem verwendet</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>for %1</source>
      <translation>für %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>no recording kept</source>
      <translation>keine Aufnahme aufbewahrt</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_export.py" />
      <source>Dictations</source>
      <translation>Diktate</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_export.py" />
      <source>Markdown</source>
      <translation>Markdown</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_export.py" />
      <source>Save the dictations</source>
      <translation>Diktate speichern</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_export.py" />
      <source>Table (CSV)</source>
      <translation>Tabelle (CSV)</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_export.py" />
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>%1 chosen</source>
      <translation>%1 ausgewählt</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>%1 deleted.</source>
      <translation>%1 gelöscht.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Bring back</source>
      <translation>Zurückholen</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Choose all</source>
      <translation>Alle auswählen</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Delete all</source>
      <translation>Alle löschen</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Delete all %1 dictations of the history, with their recordings?</source>
      <translation>Alle %1 Diktate des Verlaufs mit ihren Aufnahmen löschen?</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Delete all %1 dictations that are found, with their recordings?</source>
      <translation>Alle %1 gefundenen Diktate mit ihren Aufnahmen löschen?</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Delete all that is listed …</source>
      <translation>Alle aufgelisteten löschen …</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Deleted.</source>
      <translation>Gelöscht.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Every dictation is kept here, to be found, copied and used again. %1</source>
      <translation>Hier bleibt jedes Diktat erhalten und lässt sich wiederfinden, kopieren und erneut verwenden. %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Look without the filter</source>
      <translation>Ohne Filter suchen</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Nothing found.</source>
      <translation>Nichts gefunden.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Nothing said yet.</source>
      <translation>Noch nichts diktiert.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Past dictations</source>
      <translation>Frühere Diktate</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Save all that is listed as</source>
      <translation>Alle aufgelisteten speichern als</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Save the %1 chosen as</source>
      <translation>Die %1 ausgewählten speichern als</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Search</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Search the history</source>
      <translation>Verlauf durchsuchen</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Show all</source>
      <translation>Alle anzeigen</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Show in folder</source>
      <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>The filter leaves out what is not “%1”.</source>
      <translation>Der Filter blendet alles aus außer „%1“.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Try fewer or other words.</source>
      <translation>Weniger oder andere Wörter versuchen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_replay.py" />
      <source>Place in the recording</source>
      <translation>Position in der Aufnahme</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_replay.py" />
      <source>Play the recording</source>
      <translation>Aufnahme abspielen</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Afrikaans</source>
      <translation>Afrikaans</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Albanian</source>
      <translation>Albanisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Amharic</source>
      <translation>Amharisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Arabic</source>
      <translation>Arabisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Armenian</source>
      <translation>Armenisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Assamese</source>
      <translation>Assamesisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Azerbaijani</source>
      <translation>Aserbaidschanisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Bashkir</source>
      <translation>Baschkirisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Basque</source>
      <translation>Baskisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Belarusian</source>
      <translation>Belarussisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Bengali</source>
      <translation>Bengalisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Bosnian</source>
      <translation>Bosnisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Breton</source>
      <translation>Bretonisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Bulgarian</source>
      <translation>Bulgarisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Burmese</source>
      <translation>Birmanisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Cantonese</source>
      <translation>Kantonesisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Catalan</source>
      <translation>Katalanisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Chinese</source>
      <translation>Chinesisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Croatian</source>
      <translation>Kroatisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Czech</source>
      <translation>Tschechisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Danish</source>
      <translation>Dänisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Dutch</source>
      <translation>Niederländisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>English</source>
      <translation>Englisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Estonian</source>
      <translation>Estnisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Faroese</source>
      <translation>Färöisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Finnish</source>
      <translation>Finnisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>French</source>
      <translation>Französisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Galician</source>
      <translation>Galicisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Georgian</source>
      <translation>Georgisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>German</source>
      <translation>Deutsch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Greek</source>
      <translation>Griechisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Gujarati</source>
      <translation>Gujarati</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Haitian Creole</source>
      <translation>Haiti-Kreolisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Hausa</source>
      <translation>Haussa</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Hawaiian</source>
      <translation>Hawaiisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Hebrew</source>
      <translation>Hebräisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Hindi</source>
      <translation>Hindi</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Hungarian</source>
      <translation>Ungarisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Icelandic</source>
      <translation>Isländisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Indonesian</source>
      <translation>Indonesisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Italian</source>
      <translation>Italienisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Japanese</source>
      <translation>Japanisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Javanese</source>
      <translation>Javanisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Kannada</source>
      <translation>Kannada</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Kazakh</source>
      <translation>Kasachisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Khmer</source>
      <translation>Khmer</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Korean</source>
      <translation>Koreanisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Lao</source>
      <translation>Laotisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Latin</source>
      <translation>Latein</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Latvian</source>
      <translation>Lettisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Lingala</source>
      <translation>Lingala</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Lithuanian</source>
      <translation>Litauisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Luxembourgish</source>
      <translation>Luxemburgisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Macedonian</source>
      <translation>Mazedonisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Malagasy</source>
      <translation>Madagassisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Malay</source>
      <translation>Malaiisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Malayalam</source>
      <translation>Malayalam</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Maltese</source>
      <translation>Maltesisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Maori</source>
      <translation>Maori</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Marathi</source>
      <translation>Marathi</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Mongolian</source>
      <translation>Mongolisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Nepali</source>
      <translation>Nepalesisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Norwegian</source>
      <translation>Norwegisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Norwegian Nynorsk</source>
      <translation>Norwegisch (Nynorsk)</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Occitan</source>
      <translation>Okzitanisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Pashto</source>
      <translation>Paschtu</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Persian</source>
      <translation>Persisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Polish</source>
      <translation>Polnisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Portuguese</source>
      <translation>Portugiesisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Punjabi</source>
      <translation>Punjabi</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Romanian</source>
      <translation>Rumänisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Russian</source>
      <translation>Russisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Sanskrit</source>
      <translation>Sanskrit</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Serbian</source>
      <translation>Serbisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Shona</source>
      <translation>Shona</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Sindhi</source>
      <translation>Sindhi</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Sinhala</source>
      <translation>Singhalesisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Slovak</source>
      <translation>Slowakisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Slovenian</source>
      <translation>Slowenisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Somali</source>
      <translation>Somali</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Spanish</source>
      <translation>Spanisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Sundanese</source>
      <translation>Sundanesisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Swahili</source>
      <translation>Suaheli</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Swedish</source>
      <translation>Schwedisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Tagalog</source>
      <translation>Tagalog</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Tajik</source>
      <translation>Tadschikisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Tamil</source>
      <translation>Tamil</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Tatar</source>
      <translation>Tatarisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Telugu</source>
      <translation>Telugu</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Thai</source>
      <translation>Thailändisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Tibetan</source>
      <translation>Tibetisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Turkish</source>
      <translation>Türkisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Turkmen</source>
      <translation>Turkmenisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Ukrainian</source>
      <translation>Ukrainisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Urdu</source>
      <translation>Urdu</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Uzbek</source>
      <translation>Usbekisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Vietnamese</source>
      <translation>Vietnamesisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Welsh</source>
      <translation>Walisisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Yiddish</source>
      <translation>Jiddisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Yoruba</source>
      <translation>Yoruba</translation>
    </message>
    <message>
      <location filename="../../app/ui/main_window.py" />
      <source>Dictate</source>
      <translation>Diktieren</translation>
    </message>
    <message>
      <location filename="../../app/ui/main_window.py" />
      <source>History</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <location filename="../../app/ui/main_window.py" />
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_details.py" />
      <source>%1 computes on</source>
      <translation>%1 rechnet auf</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_details.py" />
      <source>Computes on</source>
      <translation>Rechnet auf</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_details.py" />
      <source>Get %1 from a folder</source>
      <translation>%1 aus einem Ordner holen</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_details.py" />
      <source>Get from a folder …</source>
      <translation>Aus einem Ordner holen …</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_details.py" />
      <source>Keep %1</source>
      <translation>%1 behalten</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_details.py" />
      <source>Keep it</source>
      <translation>Behalten</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_details.py" />
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_details.py" />
      <source>Remove %1 now</source>
      <translation>%1 jetzt entfernen</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_details.py" />
      <source>The folder that holds %1</source>
      <translation>Der Ordner, der %1 enthält</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_row.py" />
      <source>Details</source>
      <translation>Details</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_row.py" />
      <source>Details of %1</source>
      <translation>Details zu %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_row.py" />
      <source>Load %1 at start</source>
      <translation>%1 beim Start laden</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_row.py" />
      <source>Load at start</source>
      <translation>Beim Start laden</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_row.py" />
      <source>Loaded at start, as it is in use.</source>
      <translation>Wird beim Start geladen, da in Verwendung.</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_row.py" />
      <source>Speak for five seconds and see what it writes</source>
      <translation>Fünf Sekunden sprechen und sehen, was es schreibt</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_row.py" />
      <source>Throw away</source>
      <translation>Verwerfen</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_row.py" />
      <source>Try %1 out</source>
      <translation>%1 ausprobieren</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_row.py" />
      <source>Try it out</source>
      <translation>Ausprobieren</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_page.py" />
      <source>A folder of your own</source>
      <translation>Ein eigener Ordner</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_page.py" />
      <source>Add a folder …</source>
      <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_page.py" />
      <source>Add the folder of a model of your own</source>
      <translation>Den Ordner eines eigenen Modells hinzufügen</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_page.py" />
      <source>Any Whisper model that was converted for CTranslate2. Its folder is used where it is: nothing is copied, and nothing in it is changed.</source>
      <translation>Jedes für CTranslate2 umgewandelte Whisper-Modell. Sein Ordner wird dort verwendet, wo er liegt: Nichts wird kopiert, nichts darin geändert.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_page.py" />
      <source>Looking for speech models …</source>
      <translation>Erkennungsmodelle werden gesucht …</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_page.py" />
      <source>No speech model is here yet. Show all of them, and get one.</source>
      <translation>Noch kein Erkennungsmodell vorhanden. Alle anzeigen und eines herunterladen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_page.py" />
      <source>Show only those on this computer</source>
      <translation>Nur die auf diesem Computer anzeigen</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>%1 are loaded and take %2 of memory.</source>
      <translation>%1 sind geladen und belegen %2 Speicher.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>%1 days ago</source>
      <translation>vor %1 Tagen</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>%1 h ago</source>
      <translation>vor %1 h</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>%1 languages</source>
      <translation>%1 Sprachen</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>%1 min ago</source>
      <translation>vor %1 min</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>%1 of %2 here</source>
      <translation>%1 von %2 da</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>%1 of %2 models are here.</source>
      <translation>%1 von %2 Modellen sind vorhanden.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>%1 on the graphics card (%2)</source>
      <translation>%1 auf der Grafikkarte (%2)</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>%1 on the processor (%2)</source>
      <translation>%1 auf dem Prozessor (%2)</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>1 day ago</source>
      <translation>vor 1 Tag</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>1 is loaded and takes %2 of memory.</source>
      <translation>1 ist geladen und belegt %2 Speicher.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>A folder of your own.</source>
      <translation>Ein eigener Ordner.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>As set for all models</source>
      <translation>Wie für alle Modelle</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Checked against the hub only: Sayso knows no hash of its own, so it believes what the hub says.</source>
      <translation>Nur gegen den Hub geprüft: Sayso kennt keine eigene Prüfsumme und verlässt sich auf die Angabe des Hubs.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>English only</source>
      <translation>Nur Englisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Free %1</source>
      <translation>%1 freigeben</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Free %1? It is put together from its package again when it is next used.</source>
      <translation>%1 freigeben? Bei der nächsten Verwendung wird es wieder aus seinem Paket zusammengesetzt.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Get %1</source>
      <translation>Herunterladen (%1)</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>It belongs to an installed package; uninstall that with pip to free its space.</source>
      <translation>Es gehört zu einem installierten Paket; dieses mit pip deinstallieren, um Platz zu schaffen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>It is a part of Sayso, and goes when that is uninstalled.</source>
      <translation>Es gehört zu Sayso und verschwindet mit dessen Deinstallation.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>It is here now, checked against the hub only.</source>
      <translation>Jetzt vorhanden, nur gegen den Hub geprüft.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>It is here now, whole and as it was published.</source>
      <translation>Jetzt vorhanden, vollständig und wie veröffentlicht.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>It is in use; use another one before you remove it.</source>
      <translation>Es ist in Verwendung; vor dem Entfernen ein anderes verwenden.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Its weights are used only when they agree with the hash that Sayso knows of them.</source>
      <translation>Seine Gewichte werden nur verwendet, wenn sie zur Prüfsumme passen, die Sayso kennt.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Lies in %1</source>
      <translation>Liegt in %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Memory when loaded: about %1 with int8, %2 with float16, %3 with float32.</source>
      <translation>Speicher, wenn geladen: etwa %1 mit int8, %2 mit float16, %3 mit float32.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>None is loaded.</source>
      <translation>Keines ist geladen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Not checked, as Sayso does not know it</source>
      <translation>Ungeprüft, da Sayso es nicht kennt</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Nothing was heard.</source>
      <translation>Nichts gehört.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Published at %1</source>
      <translation>Veröffentlicht auf %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Remove %1 from this computer? %2 are freed.</source>
      <translation>%1 von diesem Computer entfernen? %2 werden frei.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Remove, frees %1</source>
      <translation>Entfernen, gibt %1 frei</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Sayso knows nothing of this model, so nothing of it is checked.</source>
      <translation>Sayso weiß nichts über dieses Modell und prüft daher nichts daran.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Take it off the list? The folder stays as it is.</source>
      <translation>Aus der Liste nehmen? Der Ordner bleibt, wie er ist.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Take off the list</source>
      <translation>Aus der Liste nehmen</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>The trial failed. Try again.</source>
      <translation>Der Versuch ist fehlgeschlagen. Erneut versuchen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Use</source>
      <translation>Verwenden</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Waiting for its turn …</source>
      <translation>Wartet, bis es an der Reihe ist …</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Writing it down …</source>
      <translation>Wird aufgeschrieben …</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Written in %1.</source>
      <translation>In %1 aufgeschrieben.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>at work now</source>
      <translation>arbeitet gerade</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>being loaded</source>
      <translation>wird geladen</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>checked against the hub only</source>
      <translation>nur gegen den Hub geprüft</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>checked by its hash</source>
      <translation>per Prüfsumme geprüft</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>in use</source>
      <translation>in Verwendung</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>installed package</source>
      <translation>installiertes Paket</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>just now</source>
      <translation>gerade eben</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>last used %1</source>
      <translation>zuletzt %1 verwendet</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>loaded %1</source>
      <translation>%1 geladen</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>not here</source>
      <translation>nicht vorhanden</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>not used so far</source>
      <translation>bisher nicht verwendet</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>on this computer</source>
      <translation>auf diesem Computer</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>part of Sayso</source>
      <translation>Teil von Sayso</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>your own folder</source>
      <translation>eigener Ordner</translation>
    </message>
    <message>
      <location filename="../../app/ui/notices.py" />
      <source>Dismiss</source>
      <translation>Ausblenden</translation>
    </message>
    <message>
      <location filename="../../app/ui/overlay.py" />
      <source>Sayso dictates</source>
      <translation>Sayso diktiert</translation>
    </message>
    <message>
      <location filename="../../app/ui/overlay_words.py" />
      <source>Not inserted: it is kept in Sayso</source>
      <translation>Nicht eingefügt: in Sayso aufbewahrt</translation>
    </message>
    <message>
      <location filename="../../app/ui/pane_foot.py" />
      <source>&amp;Copy</source>
      <translation>&amp;Kopieren</translation>
    </message>
    <message>
      <location filename="../../app/ui/pane_foot.py" />
      <source>&amp;Insert again</source>
      <translation>Erneut &amp;einfügen</translation>
    </message>
    <message>
      <location filename="../../app/ui/pane_foot.py" />
      <source>Cancel (Esc)</source>
      <translation>Abbrechen (Esc)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pane_foot.py" />
      <source>Enhance now</source>
      <translation>Jetzt bereinigen</translation>
    </message>
    <message>
      <location filename="../../app/ui/pane_foot.py" />
      <source>Show what was left out</source>
      <translation>Auslassungen zeigen</translation>
    </message>
    <message>
      <location filename="../../app/ui/pane_foot.py" />
      <source>Use spoken text</source>
      <translation>Gesprochenen Text verwenden</translation>
    </message>
    <message>
      <location filename="../../app/ui/pane_foot.py" />
      <source>Use this text</source>
      <translation>Diesen Text verwenden</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>In it: %1. %2</source>
      <translation>Inhalt: %1. %2</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>Looking at everything: this takes some seconds.</source>
      <translation>Alles wird untersucht: Das dauert einige Sekunden.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>No word that you said or wrote is in it.</source>
      <translation>Kein gesprochenes oder geschriebenes Wort ist darin.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>Report</source>
      <translation>Bericht</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>Save a report…</source>
      <translation>Bericht speichern…</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>Save the report</source>
      <translation>Bericht speichern</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>Saved: %1</source>
      <translation>Gespeichert: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>When something goes wrong, it helps to find out why. It is a file; it is sent nowhere.</source>
      <translation>Hilft, die Ursache zu finden, wenn etwas schiefgeht. Er ist eine Datei und wird nirgendwohin gesendet.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>the log, and where the program was if it crashed</source>
      <translation>das Protokoll und bei einem Absturz die Stelle im Programm</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>the names of the microphones</source>
      <translation>die Namen der Mikrofone</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>the settings, without word lists, own styles, folders and names of other computers</source>
      <translation>die Einstellungen, ohne Wortlisten, eigene Stile, Ordner und Namen anderer Computer</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>versions of Sayso, its libraries and the system</source>
      <translation>Versionen von Sayso, seinen Bibliotheken und dem System</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>what the examination of all parts finds</source>
      <translation>das Ergebnis der Untersuchung aller Teile</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>which speech models are here</source>
      <translation>welche Erkennungsmodelle vorhanden sind</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_places.py" />
      <source>Open folder</source>
      <translation>Ordner öffnen</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_places.py" />
      <source>Open the folder: %1</source>
      <translation>Ordner öffnen: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>%1 dictations</source>
      <translation>%1 Diktate</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>%1 entries</source>
      <translation>%1 Einträge</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>%1 files</source>
      <translation>%1 Dateien</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>%1 kB</source>
      <translation>%1 kB</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>%1 models</source>
      <translation>%1 Modelle</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>%1 recordings</source>
      <translation>%1 Aufnahmen</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>%1, %2</source>
      <translation>%1, %2</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>1 dictation</source>
      <translation>1 Diktat</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>1 entry</source>
      <translation>1 Eintrag</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>1 file</source>
      <translation>1 Datei</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>1 model</source>
      <translation>1 Modell</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>1 recording</source>
      <translation>1 Aufnahme</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>A plain text file.</source>
      <translation>Eine einfache Textdatei.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Delete all dictations and their recordings? They cannot be brought back.</source>
      <translation>Alle Diktate und ihre Aufnahmen löschen? Sie lassen sich nicht zurückholen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Delete all models but those that are set to be used? They can be got again.</source>
      <translation>Alle Modelle außer den eingestellten löschen? Sie lassen sich erneut herunterladen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Delete all recordings? The texts stay, but cannot be heard or written down anew.</source>
      <translation>Alle Aufnahmen löschen? Die Texte bleiben, lassen sich aber nicht mehr anhören oder neu aufschreiben.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Delete the transcripts of all files that are done, with your corrections, and the cache? Your files themselves stay.</source>
      <translation>Die Transkripte aller fertigen Dateien samt Korrekturen und den Zwischenspeicher löschen? Die Dateien selbst bleiben.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Delete these copies? A program that only points at one loses it.</source>
      <translation>Diese Kopien löschen? Ein Programm, das nur auf eine verweist, verliert sie.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Dragged out</source>
      <translation>Herausgezogen</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Empty the log? When something goes wrong, it tells what.</source>
      <translation>Das Protokoll leeren? Wenn etwas schiefgeht, verrät es die Ursache.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>For as many days as is set under History.</source>
      <translation>So viele Tage, wie unter „Verlauf“ eingestellt.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>In use, and kept: %1.</source>
      <translation>In Verwendung und daher behalten: %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Log</source>
      <translation>Protokoll</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>NVIDIA's library</source>
      <translation>Bibliothek von NVIDIA</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Newer versions</source>
      <translation>Neuere Versionen</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Nothing was there to be removed.</source>
      <translation>Es gab nichts zu entfernen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Nothing.</source>
      <translation>Nichts.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Off.</source>
      <translation>Aus.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>On, and leaves this computer.</source>
      <translation>Ein, verlässt diesen Computer.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>On, and stays on this computer.</source>
      <translation>Ein, bleibt auf diesem Computer.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>On: Ollama passes your words on to a computer elsewhere, where %1 runs.</source>
      <translation>Ein: Ollama gibt Ihre Worte an einen anderen Computer weiter, auf dem %1 läuft.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Once a day, the request for the list of versions alone. Nothing of yours is sent.</source>
      <translation>Einmal am Tag nur die Anfrage nach der Liste der Versionen. Nichts Persönliches wird gesendet.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Only when you ask for it.</source>
      <translation>Nur auf Wunsch.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Recordings</source>
      <translation>Aufnahmen</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Refused: this computer only.</source>
      <translation>Abgelehnt: nur dieser Computer.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Removed: %1.</source>
      <translation>Entfernt: %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Set all settings back to what Sayso comes with? Your word lists and your own style go, too.</source>
      <translation>Alle Einstellungen auf den mitgelieferten Stand zurücksetzen? Auch die Wortlisten und der eigene Stil gehen verloren.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Set back</source>
      <translation>Zurücksetzen</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Set back.</source>
      <translation>Zurückgesetzt.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Speech models</source>
      <translation>Erkennungsmodelle</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>The list and its transcripts, until you remove them, and the cache.</source>
      <translation>Die Liste und ihre Transkripte, bis zum Entfernen, und der Zwischenspeicher.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Those that you got; nothing of yours is in them.</source>
      <translation>Die heruntergeladenen; nichts Persönliches ist darin.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>To Ollama, at each dictation that is cleaned up: your words and the rules of the style.</source>
      <translation>An Ollama, bei jedem bereinigten Diktat: Ihre Worte und die Regeln des Stils.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>To the hub, when you get a model: its name. Nothing of yours is sent.</source>
      <translation>An den Hub, beim Herunterladen eines Modells: dessen Name. Nichts Persönliches wird gesendet.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>To the package index, when you get the library: its name. Nothing of yours is sent.</source>
      <translation>An den Paketindex, beim Herunterladen der Bibliothek: deren Name. Nichts Persönliches wird gesendet.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Transcripts that you dragged into other programs, until you drag one after the next start.</source>
      <translation>In andere Programme gezogene Transkripte; sie bleiben, bis nach dem nächsten Start wieder eines gezogen wird.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>What Sayso did and what went wrong.</source>
      <translation>Was Sayso getan hat und was schiefging.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>What you said and what became of it, until you delete it.</source>
      <translation>Was gesagt wurde und was daraus wurde, bis zum Löschen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/question.py" />
      <source>Keep</source>
      <translation>Behalten</translation>
    </message>
    <message>
      <location filename="../../app/ui/question.py" />
      <source>Keep: %1</source>
      <translation>Behalten: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/question.py" />
      <source>Yes, %1</source>
      <translation>Ja, %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/rail.py" />
      <source>Places</source>
      <translation>Bereiche</translation>
    </message>
    <message>
      <location filename="../../app/ui/search_field.py" />
      <source>Empty the search</source>
      <translation>Suche leeren</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source> ms</source>
      <translation> ms</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>A passage of which the model is less sure than this is decoded once more.</source>
      <translation>Ist das Modell sich eines Abschnitts weniger sicher, wird er neu dekodiert.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>A passage that repeats itself more than this is decoded once more.</source>
      <translation>Wiederholt sich ein Abschnitt stärker, wird er neu dekodiert.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>A release counts only if no press follows within this time, as from a worn key.</source>
      <translation>Ein Loslassen zählt nur, wenn binnen dieser Zeit kein Druck folgt, wie bei einer abgenutzten Taste.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Advanced · Keys</source>
      <translation>Erweitert · Tasten</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Advanced · Speech</source>
      <translation>Erweitert · Spracherkennung</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Best of</source>
      <translation>Bestes aus</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Compression-ratio threshold</source>
      <translation>Schwelle für das Kompressionsverhältnis</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Cores of the processor that one model computes on. 0 takes what suits it.</source>
      <translation>Prozessorkerne, auf denen ein Modell rechnet. 0 nimmt, was passt.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Faster on newer graphics cards.</source>
      <translation>Schneller auf neueren Grafikkarten.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Flash attention</source>
      <translation>Flash Attention</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>In a process of its own</source>
      <translation>In einem eigenen Prozess</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Let go within this time, the key counts as tapped and not as held.</source>
      <translation>Innerhalb dieser Zeit losgelassen, gilt die Taste als angetippt und nicht als gehalten.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Log-probability threshold</source>
      <translation>Schwelle für die Log-Wahrscheinlichkeit</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Longest tap</source>
      <translation>Längstes Antippen</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Not known yet whether this computer can use it.</source>
      <translation>Noch nicht bekannt, ob dieser Computer es verwenden kann.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>OpenAI Whisper needs the extra “torch”, which is not installed.</source>
      <translation>OpenAI Whisper braucht das Extra „torch“, das nicht installiert ist.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Pauses shorter than this are left in.</source>
      <translation>Kürzere Pausen bleiben erhalten.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Shortest silence</source>
      <translation>Kürzeste Stille</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>So many passages may be computed side by side; each takes memory of its own.</source>
      <translation>So viele Abschnitte dürfen gleichzeitig berechnet werden; jeder braucht eigenen Speicher.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>So many tries are compared when a doubtful passage is decoded once more.</source>
      <translation>So viele Versuche werden verglichen, wenn ein zweifelhafter Abschnitt neu dekodiert wird.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Speech engine</source>
      <translation>Erkennungsprogramm</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Threads</source>
      <translation>Threads</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Wait after release</source>
      <translation>Wartezeit nach dem Loslassen</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Workers</source>
      <translation>Worker</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_browser.py" />
      <source>Group of settings</source>
      <translation>Gruppe der Einstellungen</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_browser.py" />
      <source>Nothing is called “%1”.</source>
      <translation>Nichts heißt „%1“.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_browser.py" />
      <source>Search the settings</source>
      <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_chord_row.py" />
      <source>No key</source>
      <translation>Keine Taste</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_chord_row.py" />
      <source>None</source>
      <translation>Keine</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_chord_row.py" />
      <source>“%1” has this key already.</source>
      <translation>„%1“ hat diese Taste schon.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source> days</source>
      <translation> Tage</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>&amp;Microphone</source>
      <translation>&amp;Mikrofon</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>&amp;Talk key</source>
      <translation>Sp&amp;rechtaste</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>0 keeps no recording once its text is written.</source>
      <translation>0 bewahrt keine Aufnahme auf, deren Text geschrieben ist.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Add a space after each dictation</source>
      <translation>Nach jedem Diktat ein Leerzeichen anfügen</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Cancel key</source>
      <translation>Abbruchtaste</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>General</source>
      <translation>Allgemein</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Heard by: %1.</source>
      <translation>Erkannt über: %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>How it works</source>
      <translation>Wirkungsweise</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Insertion</source>
      <translation>Einfügen</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>It comes with the first sound that arrives, so what you say after it is heard.</source>
      <translation>Er kommt mit dem ersten Schall, der eintrifft; alles danach wird gehört.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Keep recordings for</source>
      <translation>Aufnahmen aufbewahren</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Keep running when the window is closed</source>
      <translation>Weiterlaufen, wenn das Fenster geschlossen wird</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Keep texts for</source>
      <translation>Texte aufbewahren</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Keeps the microphone open all the time and the last moments in memory, never on disk, so that the first word is whole. 0 opens it only with the key.</source>
      <translation>Hält das Mikrofon ständig offen und die letzten Augenblicke im Arbeitsspeicher, nie auf der Festplatte, damit das erste Wort vollständig ist. 0 öffnet es erst mit der Taste.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Key for raw text</source>
      <translation>Taste für Rohtext</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Keys</source>
      <translation>Tasten</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Level and last words at the edge of the screen; drag it where it suits you.</source>
      <translation>Pegel und letzte Wörter am Bildschirmrand; lässt sich an eine passende Stelle ziehen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Listen before the key</source>
      <translation>Vor der Taste mithören</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Listen on after release</source>
      <translation>Nach dem Loslassen weiterhören</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Not on this desktop: without XWayland it would take the keyboard from your window.</source>
      <translation>Nicht auf diesem Desktop: ohne XWayland würde der Streifen dem Fenster die Tastatur wegnehmen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Now: %1</source>
      <translation>Jetzt: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Play a sound when Sayso is listening</source>
      <translation>Ton abspielen, wenn Sayso zuhört</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Put it at the cursor by</source>
      <translation>Art des Einfügens</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Put the clipboard back after pasting</source>
      <translation>Zwischenablage nach dem Einfügen wiederherstellen</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Sayso stays in the system tray, and the key goes on working.</source>
      <translation>Sayso bleibt im Infobereich, und die Taste wirkt weiter.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Show a strip while you dictate</source>
      <translation>Beim Diktieren eine Leiste zeigen</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>So that the last word is whole. Ends earlier when you are silent.</source>
      <translation>Damit das letzte Wort vollständig ist. Endet früher, sobald es still ist.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>So that the next one continues the line.</source>
      <translation>Damit das nächste die Zeile fortsetzt.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Start with the computer</source>
      <translation>Mit dem Computer starten</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Start without opening the window</source>
      <translation>Starten, ohne das Fenster zu öffnen</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>The key works at once; the window is a click on the tray away.</source>
      <translation>Die Taste wirkt sofort; ein Klick im Infobereich öffnet das Fenster.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Throws the dictation away. Taken only while Sayso is listening or writing.</source>
      <translation>Verwirft das Diktat. Nur belegt, während Sayso zuhört oder schreibt.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>What you had copied is there again, and clipboard histories are asked to skip your text.</source>
      <translation>Zuvor Kopiertes ist wieder da, und Zwischenablageverläufe werden gebeten, den Text auszulassen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>When you log in, in the tray: the key works from then on.</source>
      <translation>Bei der Anmeldung, im Infobereich: Die Taste wirkt von da an.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>With their recordings. 0 keeps them until you delete them.</source>
      <translation>Mit ihren Aufnahmen. 0 bewahrt sie bis zum Löschen auf.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Works as the talk key does, and puts in what you said just as it was heard.</source>
      <translation>Wirkt wie die Sprechtaste und fügt Gesprochenes genau so ein, wie es gehört wurde.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source> MB</source>
      <translation> MB</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>A larger one writes better and takes longer.</source>
      <translation>Ein größeres schreibt besser und braucht länger.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>All transcripts are saved in this folder.</source>
      <translation>Alle Transkripte werden in diesem Ordner gespeichert.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>As many stand on the picture at the most.</source>
      <translation>So viele stehen höchstens im Bild.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Beside each file</source>
      <translation>Neben jeder Datei</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Cache</source>
      <translation>Zwischenspeicher</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Characters in a line</source>
      <translation>Zeichen je Zeile</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Characters in a second. A subtitle stays in view for so long, where there is room.</source>
      <translation>Zeichen je Sekunde. Entsprechend lange bleibt ein Untertitel stehen, wo Zeit dafür ist.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Choose a folder: %1</source>
      <translation>Ordner auswählen: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Each transcript is saved as soon as it is done; any of these can be exported later, too.</source>
      <translation>Jedes Transkript wird gespeichert, sobald es fertig ist; alle Formate lassen sich auch später exportieren.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Files that come into a folder can be added at once.</source>
      <translation>Dateien, die in einen Ordner kommen, lassen sich sofort hinzufügen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Files that come into this folder are added by themselves; those already in it are not.</source>
      <translation>Dateien, die in diesen Ordner kommen, werden von selbst hinzugefügt; schon vorhandene nicht.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Files · Subtitles</source>
      <translation>Dateien · Untertitel</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Files · Transcription</source>
      <translation>Dateien · Transkription</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Folder …</source>
      <translation>Ordner …</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>In the folder that the file is in.</source>
      <translation>Im Ordner, in dem die Datei liegt.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Lines are broken so that none is longer.</source>
      <translation>Zeilen werden umbrochen, damit keine länger ist.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Lines at once</source>
      <translation>Gleichzeitige Zeilen</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Model for files</source>
      <translation>Modell für Dateien</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>More than one language in a file</source>
      <translation>Mehr als eine Sprache in einer Datei</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Pieces at once</source>
      <translation>Gleichzeitige Teile</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Reading speed</source>
      <translation>Lesetempo</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Save as</source>
      <translation>Speichern als</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Save in</source>
      <translation>Speichern in</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>So many are transcribed together. More takes more memory. 0 takes what suits.</source>
      <translation>So viele werden zusammen transkribiert. Mehr braucht mehr Speicher. 0 nimmt, was passt.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>The language of each piece is found anew, where none is set under Speech. A little slower.</source>
      <translation>Die Sprache jedes Teils wird neu erkannt, wenn unter „Spracherkennung“ keine eingestellt ist. Etwas langsamer.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>The same as for dictation</source>
      <translation>Dasselbe wie für Diktate</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>The same sound is not transcribed twice: its transcript is kept, in so much room on the disk. 0 keeps none.</source>
      <translation>Dieselbe Aufnahme wird nicht zweimal transkribiert: Ihr Transkript bleibt in so viel Platz auf der Festplatte erhalten. 0 bewahrt keines auf.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Times of words</source>
      <translation>Zeiten der Wörter</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Watched folder</source>
      <translation>Überwachter Ordner</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Words light up while a file is played, and subtitles are cut more exactly. Slower with OpenAI's engine.</source>
      <translation>Wörter leuchten beim Abspielen auf, und Untertitel werden genauer geschnitten. Langsamer mit dem Erkennungsprogramm von OpenAI.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_finder.py" />
      <source>%1, %2 found</source>
      <translation>%1, %2 gefunden</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_finder.py" />
      <source>Groups of settings</source>
      <translation>Gruppen der Einstellungen</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_form.py" />
      <source>Advanced</source>
      <translation>Erweitert</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_form.py" />
      <source>Privacy</source>
      <translation>Datenschutz</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_form.py" />
      <source>Speech</source>
      <translation>Spracherkennung</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_hardware_words.py" />
      <source>Here %1.</source>
      <translation>Hier %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_hardware_words.py" />
      <source>In use now: %1.</source>
      <translation>Zurzeit in Verwendung: %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_hardware_words.py" />
      <source>Now the %1.</source>
      <translation>Zurzeit: %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_language_row.py" />
      <source>As the system</source>
      <translation>Wie das System</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_language_row.py" />
      <source>Language of the windows</source>
      <translation>Sprache der Fenster</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_language_row.py" />
      <source>Used from the next start of Sayso on.</source>
      <translation>Gilt ab dem nächsten Start von Sayso.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_page.py" />
      <source>&amp;Cancel</source>
      <translation>&amp;Abbrechen</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_page.py" />
      <source>&amp;Save</source>
      <translation>S&amp;peichern</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_page.py" />
      <source>Not saved yet.</source>
      <translation>Noch nicht gespeichert.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_page.py" />
      <source>“%1” cannot be used as it is.</source>
      <translation>„%1“ kann so nicht verwendet werden.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>Asked once a day. Nothing is sent but the request, and nothing is installed.</source>
      <translation>Wird einmal am Tag abgefragt. Nur die Anfrage wird gesendet, nichts wird installiert.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>Connections</source>
      <translation>Verbindungen</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>On its way to the cursor your text is marked as secret, so that programs that keep a history of the clipboard leave it out where they can.</source>
      <translation>Auf dem Weg zum Cursor wird der Text als geheim gekennzeichnet, damit Programme mit Zwischenablageverlauf ihn möglichst auslassen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>Sayso connects to no other computer, whatever else is set: no clean-up elsewhere, no downloads.</source>
      <translation>Sayso verbindet sich mit keinem anderen Computer, was auch sonst eingestellt ist: keine Bereinigung anderswo, kein Herunterladen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>Tell me when there is a newer version</source>
      <translation>Über neuere Versionen informieren</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>The clean-up is done by Ollama on this computer; your words go nowhere else.</source>
      <translation>Die Bereinigung übernimmt Ollama auf diesem Computer; Ihre Worte gehen nirgendwo sonst hin.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>The clean-up sends your words on to a computer elsewhere: %1 runs there.</source>
      <translation>Die Bereinigung sendet Ihre Worte an einen anderen Computer: %1 läuft dort.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>The clean-up sends your words to the computer at %1.</source>
      <translation>Die Bereinigung sendet Ihre Worte an den Computer unter %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>The log never holds what you said.</source>
      <translation>Das Protokoll enthält nie, was gesagt wurde.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>This Sayso knows no place that tells of newer ones.</source>
      <translation>Dieses Sayso kennt keine Stelle, die über neuere Versionen informiert.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>This computer only</source>
      <translation>Nur dieser Computer</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>This computer only: what the clean-up is set to is elsewhere, so it gets nothing.</source>
      <translation>Nur dieser Computer: Die eingestellte Bereinigung läuft anderswo und bekommt daher nichts.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>What is kept</source>
      <translation>Was aufbewahrt wird</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>What you and your files say is written down on this computer; no sound ever leaves it. All that is fetched are models that you ask for.</source>
      <translation>Was Sie und Ihre Dateien sagen, wird auf diesem Computer aufgeschrieben; kein Ton verlässt ihn je. Heruntergeladen werden nur Modelle, und nur auf Wunsch.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>When something goes wrong</source>
      <translation>Wenn etwas schiefgeht</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>Your text is typed, and does not come onto the clipboard.</source>
      <translation>Der Text wird getippt und kommt nicht in die Zwischenablage.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>Your text stays on the clipboard, and in the history of the clipboard if you keep one.</source>
      <translation>Der Text bleibt in der Zwischenablage und, falls geführt, in deren Verlauf.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_rows.py" />
      <source>Back to %1</source>
      <translation>Zurück auf „%1“</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_rows.py" />
      <source>Between %1 and %2.</source>
      <translation>Zwischen %1 und %2.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_rows.py" />
      <source>This cannot be used here.</source>
      <translation>Das kann hier nicht verwendet werden.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_rows.py" />
      <source>nothing</source>
      <translation>nichts</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_rows.py" />
      <source>off</source>
      <translation>aus</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_rows.py" />
      <source>on</source>
      <translation>ein</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>accuracy search speed decoding</source>
      <translation>beam strahlbreite genauigkeit suche geschwindigkeit tempo dekodierung</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>ai llm gpt language model grammar punctuation rewrite enhance ollama on off</source>
      <translation>ki ai llm gpt sprachmodell grammatik zeichensetzung interpunktion umschreiben verbessern ollama ein aus</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>autostart startup boot login session launch automatically</source>
      <translation>autostart systemstart hochfahren anmeldung sitzung automatisch starten</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>background quit exit minimise minimize notification area</source>
      <translation>hintergrund beenden schließen minimieren infobereich taskleiste systray tray</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>beep cue chime tone feedback</source>
      <translation>piep signalton startton ton klang hinweis rückmeldung</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>beginning start first word pre-roll preroll buffer</source>
      <translation>anfang beginn erstes wort vorlauf puffer pre-roll abgeschnitten</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>blank gap space</source>
      <translation>leerzeichen lücke abstand</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>bounce debounce chatter repeat delay milliseconds</source>
      <translation>prellen entprellen wiederholung verzögerung millisekunden</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>cache storage disk limit again</source>
      <translation>cache zwischenspeicher speicherplatz festplatte grenze erneut</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>candidates sampling temperature fallback retries</source>
      <translation>kandidaten sampling temperatur ausweich wiederholungen versuche</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>captions srt vtt cps duration</source>
      <translation>untertitel srt vtt cps dauer lesegeschwindigkeit</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>captions srt vtt line length width</source>
      <translation>untertitel srt vtt zeilenlänge breite</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>captions srt vtt rows</source>
      <translation>untertitel srt vtt zeilen</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>confidence doubt unsure fallback logprob</source>
      <translation>sicherheit zweifel unsicher konfidenz ausweich logprob</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>copy copied clipboard restore</source>
      <translation>kopieren kopiert zwischenablage wiederherstellen</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>cpu cores processor speed</source>
      <translation>cpu kerne prozessor geschwindigkeit tempo</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>creativity randomness llm</source>
      <translation>kreativität zufall llm</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>dictate comma full stop period new line paragraph</source>
      <translation>diktieren komma punkt satzzeichen neue zeile absatz</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>dictionary spelling names jargon words</source>
      <translation>wörterbuch rechtschreibung namen fachbegriffe wörter</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>end cut off last word tail post-roll delay release</source>
      <translation>ende abgeschnitten letztes wort nachlauf verzögerung loslassen</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>export output txt md srt vtt json csv docx word excel subtitles captions</source>
      <translation>export ausgabe txt md srt vtt json csv docx word excel untertitel</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>formal e-mail email list notes tone</source>
      <translation>förmlich formell e-mail email mail liste notizen ton</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>gpu cpu cuda nvidia graphics card processor hardware</source>
      <translation>gpu cpu cuda nvidia grafikkarte prozessor hardware gerät</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>gpu cuda speed graphics card</source>
      <translation>gpu cuda geschwindigkeit tempo grafikkarte</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>hold toggle hybrid tap push to talk ptt</source>
      <translation>halten umschalten antippen drücken hybrid push to talk ptt</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>hotkey shortcut escape abort stop discard keyboard</source>
      <translation>hotkey tastenkürzel tastenkombination escape abbrechen anhalten verwerfen tastatur</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>hotkey shortcut push to talk ptt keyboard binding</source>
      <translation>hotkey tastenkürzel tastenkombination shortcut push to talk ptt tastatur belegung</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>hotkey shortcut verbatim without clean-up keyboard</source>
      <translation>hotkey tastenkürzel tastenkombination wörtlich rohtext ohne bereinigung tastatur</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>idle timeout free memory keep loaded unload</source>
      <translation>leerlauf zeitlimit speicher freigeben geladen halten entladen</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>idle timeout unload memory keep alive ollama</source>
      <translation>leerlauf zeitlimit entladen speicher geladen halten keep alive ollama</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>input audio sound headset recording mic source</source>
      <translation>eingang audio ton klang headset aufnahme mikro mic quelle eingabegerät</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>llm mistral llama qwen gemma phi ollama ai gpt</source>
      <translation>llm mistral llama qwen gemma phi ollama ki ai gpt</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>minimised minimized background tray window</source>
      <translation>minimiert hintergrund infobereich tray fenster</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>multilingual bilingual mixed detect</source>
      <translation>mehrsprachig zweisprachig gemischt erkennen</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>offline network internet firewall airplane local connection telemetry</source>
      <translation>offline netzwerk internet firewall flugmodus lokal verbindung telemetrie</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>openai whisper pytorch torch faster-whisper ctranslate2 backend</source>
      <translation>openai whisper pytorch torch faster-whisper ctranslate2 engine backend</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>output directory destination export path</source>
      <translation>ausgabe ordner verzeichnis ziel export pfad</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>overlay pill bar floating indicator hud level</source>
      <translation>overlay leiste balken einblendung schwebend anzeige pegel</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>parallel batch cores memory</source>
      <translation>parallel gleichzeitig batch kerne speicher</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>parallel speed memory gpu</source>
      <translation>parallel gleichzeitig geschwindigkeit tempo speicher gpu</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>paste type clipboard keystrokes output ctrl+v</source>
      <translation>einfügen tippen zwischenablage tastendrücke ausgabe strg+v ctrl+v</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>priority cpu wait speed</source>
      <translation>priorität vorrang cpu warten geschwindigkeit tempo</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>process crash isolation subprocess separate</source>
      <translation>prozess absturz isolierung unterprozess getrennt</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>prompt custom instruction</source>
      <translation>prompt eigene anweisung benutzerdefiniert</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>quantisation quantization precision int8 float16 float32 bfloat16 gpu memory speed</source>
      <translation>quantisierung rechengenauigkeit int8 float16 float32 bfloat16 gpu speicher geschwindigkeit</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>quit close memory ollama</source>
      <translation>beenden schließen speicher ollama</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>ram limit budget unload</source>
      <translation>ram arbeitsspeicher grenze limit budget entladen</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>raw text output result deliver</source>
      <translation>rohtext text ausgabe ergebnis einfügen</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>repeat double word</source>
      <translation>wiederholung doppeltes wort</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>repetition loop hallucination fallback gzip</source>
      <translation>wiederholung schleife halluzination ausweich gzip</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>retention delete history texts dictations expire storage privacy</source>
      <translation>aufbewahrung löschen verlauf texte diktate ablauf speicherplatz datenschutz</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>retention delete recordings audio storage disk privacy</source>
      <translation>aufbewahrung löschen aufnahmen audio speicherplatz festplatte datenschutz</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>rule per model never always skip automatic enhance</source>
      <translation>regel je modell nie immer überspringen automatisch verbessern</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>server url port localhost remote network ollama</source>
      <translation>server url port localhost entfernt netzwerk ollama</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>snippets substitute text expansion correct autocorrect shortcut</source>
      <translation>textbausteine ersetzen text kürzel erweiterung korrigieren autokorrektur</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>streaming early sentences speed</source>
      <translation>streaming früh sätze geschwindigkeit tempo</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>time hold toggle double press delay milliseconds</source>
      <translation>zeit halten umschalten doppelt drücken verzögerung millisekunden</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>timestamps alignment karaoke word level</source>
      <translation>zeitstempel zeitmarken ausrichtung karaoke wortgenau</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>translate german french spanish detect automatic</source>
      <translation>übersetzen deutsch englisch französisch spanisch erkennen automatisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>translation locale english deutsch german hebrew</source>
      <translation>übersetzung lokalisierung sprache englisch deutsch hebräisch oberfläche</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>um uh er hesitation</source>
      <translation>äh ähm hm füllwörter zögern</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>update upgrade new version release check automatic</source>
      <translation>update aktualisierung upgrade neue version prüfen automatisch</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>uppercase capitalise capitalize case spaces</source>
      <translation>großschreibung großbuchstaben groß klein leerzeichen</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>vad pause gap voice detection</source>
      <translation>vad pause lücke stille spracherkenner</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>vad silence noise hallucination detector</source>
      <translation>vad stille rauschen geräusche halluzination spracherkenner</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>vocabulary prompt names spelling dictionary jargon terms hotwords</source>
      <translation>wortschatz vokabular vokabelhinweise prompt namen schreibweise wörterbuch fachbegriffe hotwords</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>vram gpu cuda limit budget memory</source>
      <translation>vram gpu cuda grafikspeicher grenze limit budget</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>watch hot folder automatic directory inbox monitor import</source>
      <translation>überwachen ordner verzeichnis automatisch eingang import</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>whisper large turbo transcribe audio video accuracy</source>
      <translation>whisper large turbo transkribieren audio video genauigkeit</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>whisper tiny base small medium large turbo distil accuracy recognition</source>
      <translation>whisper tiny base small medium large turbo distil genauigkeit erkennung spracherkennung</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>&amp;Language</source>
      <translation>&amp;Sprache</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>A model that nobody used for so long frees its memory. 0 keeps it.</source>
      <translation>So lange unbenutzt, gibt ein Modell seinen Speicher frei. 0 behält es.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Beam size</source>
      <translation>Strahlbreite (Beam)</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Compute on</source>
      <translation>Rechnen auf</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Compute type</source>
      <translation>Rechentyp</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Each model</source>
      <translation>Jedes Modell</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Found out from the first words of each dictation.</source>
      <translation>Wird aus den ersten Wörtern jedes Diktats erkannt.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Leave out what is not speech</source>
      <translation>Auslassen, was keine Sprache ist</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Loaded ahead besides the one in use: %1.</source>
      <translation>Neben dem verwendeten im Voraus geladen: %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>M&amp;odel</source>
      <translation>M&amp;odell</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Memory for models</source>
      <translation>Speicher für Modelle</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>More is slower and a little more accurate. 0 takes what suits the model.</source>
      <translation>Mehr ist langsamer und etwas genauer. 0 nimmt, was zum Modell passt.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Names and terms, one on each line, that the speech model would not expect.</source>
      <translation>Namen und Fachwörter, eins je Zeile, die das Erkennungsmodell nicht erwarten würde.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>On the graphics card</source>
      <translation>Auf der Grafikkarte</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Open Models</source>
      <translation>Modelle öffnen</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Silence and noise are not given to the model, which would make up words for them.</source>
      <translation>Stille und Geräusche bekommt das Modell nicht; es würde Wörter dafür erfinden.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Speech · Models in memory</source>
      <translation>Spracherkennung · Modelle im Speicher</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>The most that all of them take of its memory. 0 leaves it to Sayso.</source>
      <translation>So viel belegen alle zusammen höchstens in deren Speicher. 0 überlässt es Sayso.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>The most that all of them take of the computer's. 0 leaves it to Sayso.</source>
      <translation>So viel belegen alle zusammen höchstens im Arbeitsspeicher. 0 überlässt es Sayso.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>There you get models, load them ahead, and say where each computes.</source>
      <translation>Dort lassen sich Modelle herunterladen, im Voraus laden, und es lässt sich festlegen, wo jedes rechnet.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Unload after</source>
      <translation>Entladen nach</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Use a model from a folder of your own</source>
      <translation>Ein Modell aus einem eigenen Ordner verwenden</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Words to listen for</source>
      <translation>Vokabelhinweise</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_text_rows.py" />
      <source>%1 characters too long.</source>
      <translation>%1 Zeichen zu lang.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_text_rows.py" />
      <source>%1 of %2 characters</source>
      <translation>%1 von %2 Zeichen</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_text_rows.py" />
      <source>Line %1: %2</source>
      <translation>Zeile %1: %2</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>%1 at %2, %3</source>
      <translation>%1 unter %2, %3</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>%1 parameters.</source>
      <translation>%1 Parameter.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Automatic: no</source>
      <translation>Automatisch: nein</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Automatic: yes</source>
      <translation>Automatisch: ja</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Comes once the clean-up is done; until then what you said is one key away.</source>
      <translation>Kommt nach der Bereinigung; bis dahin ist das Gesprochene einen Tastendruck entfernt.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Every check is made before the text is used.</source>
      <translation>Alle Prüfungen laufen, bevor der Text verwendet wird.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Getting %1</source>
      <translation>%1 wird heruntergeladen</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Languages: %1. Takes about %2 of memory.</source>
      <translation>Sprachen: %1. Belegt etwa %2 Speicher.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Look again in a moment.</source>
      <translation>In einem Moment erneut prüfen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>May %1.</source>
      <translation>Erlaubt: %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>May tidy only: every word that matters stays, in its order.</source>
      <translation>Darf nur bereinigen: Jedes wichtige Wort bleibt, an seiner Stelle.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Never</source>
      <translation>Nie</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Not checked: %1. Numbers, names and “not” always are.</source>
      <translation>Ungeprüft: %1. Zahlen, Namen und „nicht“ werden immer geprüft.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Only %1 % of it is on the graphics card: expect a wait.</source>
      <translation>Nur %1 % davon liegen auf der Grafikkarte: mit Wartezeit rechnen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Runs on the graphics card.</source>
      <translation>Läuft auf der Grafikkarte.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Runs on the processor: expect some seconds a sentence.</source>
      <translation>Läuft auf dem Prozessor: mit einigen Sekunden je Satz rechnen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Start it, then look again; until then your text comes as it was spoken.</source>
      <translation>Ollama starten, dann erneut prüfen; bis dahin kommt der Text wie gesprochen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>The cleaned-up text</source>
      <translation>Der bereinigte Text</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>The cleaned-up text stands in Sayso's window, to be inserted from there.</source>
      <translation>Der bereinigte Text steht im Fenster von Sayso und lässt sich von dort einfügen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>What you said comes at once, and the cleaned-up text takes its place when it is done.</source>
      <translation>Das Gesprochene kommt sofort, und der fertige bereinigte Text tritt an seine Stelle.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>What you said, at once</source>
      <translation>Das Gesprochene, sofort</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>What you said, then replaced</source>
      <translation>Das Gesprochene, dann ersetzt</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Your words leave this computer: Ollama passes them on to a computer elsewhere.</source>
      <translation>Ihre Worte verlassen diesen Computer: Ollama gibt sie an einen Computer anderswo weiter.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>add a greeting and a closing</source>
      <translation>Anrede und Gruß hinzufügen</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>change the language</source>
      <translation>die Sprache ändern</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>change the order</source>
      <translation>die Reihenfolge ändern</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>leave words out</source>
      <translation>Wörter weglassen</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>make a list</source>
      <translation>eine Liste bilden</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>no models yet</source>
      <translation>noch keine Modelle</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>not on this computer</source>
      <translation>nicht auf diesem Computer</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>that days and dates are the same</source>
      <translation>dass Tage und Daten gleich sind</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>that it is about as long as what you said</source>
      <translation>dass er etwa so lang ist wie das Gesprochene</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>that no question was answered</source>
      <translation>dass keine Frage beantwortet wurde</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>that no word was added or lost</source>
      <translation>dass kein Wort dazukam oder verloren ging</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>that nothing is repeated</source>
      <translation>dass sich nichts wiederholt</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>that the end is there</source>
      <translation>dass das Ende da ist</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>that the language is the same</source>
      <translation>dass die Sprache gleich ist</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>that “I” and “you” are the same</source>
      <translation>dass „ich“ und „Sie“ gleich sind</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>use other words</source>
      <translation>andere Wörter verwenden</translation>
    </message>
    <message>
      <location filename="../../app/ui/style_editor.py" />
      <source>A dictation to try the style on</source>
      <translation>Ein Diktat zum Ausprobieren des Stils</translation>
    </message>
    <message>
      <location filename="../../app/ui/style_editor.py" />
      <source>Stop the try</source>
      <translation>Versuch anhalten</translation>
    </message>
    <message>
      <location filename="../../app/ui/style_editor.py" />
      <source>Stopped.</source>
      <translation>Angehalten.</translation>
    </message>
    <message>
      <location filename="../../app/ui/style_editor.py" />
      <source>Tidying up …</source>
      <translation>Wird bereinigt …</translation>
    </message>
    <message>
      <location filename="../../app/ui/style_editor.py" />
      <source>Tries what is saved, without your last changes.</source>
      <translation>Verwendet den gespeicherten Stand, ohne die letzten Änderungen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/style_editor.py" />
      <source>Try it</source>
      <translation>Ausprobieren</translation>
    </message>
    <message>
      <location filename="../../app/ui/style_editor.py" />
      <source>What the language model wrote</source>
      <translation>Was das Sprachmodell geschrieben hat</translation>
    </message>
    <message>
      <location filename="../../app/ui/style_editor.py" />
      <source>Would be used: it says what you said.</source>
      <translation>Würde verwendet: Der Text sagt, was gesprochen wurde.</translation>
    </message>
    <message>
      <location filename="../../app/ui/style_editor.py" />
      <source>Would not be used: %1</source>
      <translation>Würde nicht verwendet: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/style_editor.py" />
      <source>um so can you tell anna that the the meeting is on tuesday no wait wednesday at three</source>
      <translation>äh kannst du anna sagen dass das das treffen am dienstag nein warte mittwoch um drei ist</translation>
    </message>
    <message>
      <location filename="../../app/ui/text_pane.py" />
      <source>Show changes</source>
      <translation>Änderungen anzeigen</translation>
    </message>
    <message>
      <location filename="../../app/ui/text_pane.py" />
      <source>Side by side</source>
      <translation>Nebeneinander</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>From here on</source>
      <translation>Ab hier</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>Here</source>
      <translation>Hier</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>It is right now</source>
      <translation>Jetzt stimmt es</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>Keep all</source>
      <translation>Alle behalten</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>Next change</source>
      <translation>Nächste Änderung</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>Next place to listen to again</source>
      <translation>Nächste Stelle zum Nachhören</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>Previous place to listen to again</source>
      <translation>Vorige Stelle zum Nachhören</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>Rename everywhere</source>
      <translation>Überall umbenennen</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>Take this place off the list</source>
      <translation>Diese Stelle aus der Liste nehmen</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>Underlined words were added, struck ones were removed.</source>
      <translation>Unterstrichene Wörter kamen dazu, durchgestrichene wurden entfernt.</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>Use the spoken words</source>
      <translation>Gesprochene Wörter verwenden</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>What was changed here</source>
      <translation>Was hier geändert wurde</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>Who speaks</source>
      <translation>Wer spricht</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>Who speaks?</source>
      <translation>Wer spricht?</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_drag.py" />
      <source>Drag the transcript into another program</source>
      <translation>Das Transkript in ein anderes Programm ziehen</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_find_bar.py" />
      <source>Close the search</source>
      <translation>Suche schließen</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_find_bar.py" />
      <source>Find</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_find_bar.py" />
      <source>Find in the transcript</source>
      <translation>Im Transkript suchen</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_find_bar.py" />
      <source>Match case</source>
      <translation>Groß-/Kleinschreibung</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_find_bar.py" />
      <source>Next place</source>
      <translation>Nächste Fundstelle</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_find_bar.py" />
      <source>Previous place</source>
      <translation>Vorige Fundstelle</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_find_bar.py" />
      <source>Replace</source>
      <translation>Ersetzen</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_find_bar.py" />
      <source>Replace all</source>
      <translation>Alle ersetzen</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_find_bar.py" />
      <source>Replace by</source>
      <translation>Ersetzen durch</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_find_bar.py" />
      <source>Whole words</source>
      <translation>Ganze Wörter</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_head.py" />
      <source>Back to the files</source>
      <translation>Zurück zu den Dateien</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_head.py" />
      <source>Clean up</source>
      <translation>Bereinigen</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_head.py" />
      <source>Export</source>
      <translation>Exportieren</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_head.py" />
      <source>Find and replace</source>
      <translation>Suchen und ersetzen</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_head.py" />
      <source>Place in the sound</source>
      <translation>Position im Ton</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_head.py" />
      <source>Play</source>
      <translation>Abspielen</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_head.py" />
      <source>Redo</source>
      <translation>Wiederholen</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_head.py" />
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_menus.py" />
      <source>Copy the whole text</source>
      <translation>Ganzen Text kopieren</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_menus.py" />
      <source>Cut</source>
      <translation>Ausschneiden</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_menus.py" />
      <source>Delete this passage</source>
      <translation>Diesen Abschnitt löschen</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_menus.py" />
      <source>Divide here</source>
      <translation>Hier teilen</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_menus.py" />
      <source>Find and replace …</source>
      <translation>Suchen und ersetzen …</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_menus.py" />
      <source>Join with the next</source>
      <translation>Mit dem nächsten verbinden</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_menus.py" />
      <source>Paste</source>
      <translation>Einfügen</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_menus.py" />
      <source>Play from here</source>
      <translation>Ab hier abspielen</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_menus.py" />
      <source>Who speaks …</source>
      <translation>Wer spricht …</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_page.py" />
      <source>Transcript</source>
      <translation>Transkript</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_view.py" />
      <source>Click to play from here</source>
      <translation>Klicken, um ab hier abzuspielen</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>%1 found</source>
      <translation>%1 gefunden</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/transcript_words.py" />
      <source>%n passages were cleaned up.</source>
      <translation>
        <numerusform>%n Abschnitt wurde bereinigt.</numerusform>
        <numerusform>%n Abschnitte wurden bereinigt.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>1 passage was cleaned up.</source>
      <translation>1 Abschnitt wurde bereinigt.</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>All passages are deleted. %1 brings them back.</source>
      <translation>Alle Abschnitte sind gelöscht. %1 bringt sie zurück.</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>All passages were deleted. Transcribe the file again to have them back.</source>
      <translation>Alle Abschnitte wurden gelöscht. Die Datei neu transkribieren, um sie zurückzuholen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>Nothing found</source>
      <translation>Nichts gefunden</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>Nothing has been heard so far.</source>
      <translation>Bisher nichts gehört.</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>Saved</source>
      <translation>Gespeichert</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>Saved as %1</source>
      <translation>Gespeichert als %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>Speaker not named</source>
      <translation>Sprecher nicht benannt</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>Start it, then choose Clean up again.</source>
      <translation>Ollama starten, dann erneut „Bereinigen“ wählen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>The earlier transcript, until the new one is here</source>
      <translation>Das frühere Transkript, bis das neue da ist</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>There is no text. Nobody was heard speaking in this file.</source>
      <translation>Es gibt keinen Text. In dieser Datei war niemand zu hören.</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>damaged at %1</source>
      <translation>beschädigt bei %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>end missing after %1</source>
      <translation>Ende fehlt ab %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>not complete</source>
      <translation>nicht vollständig</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>still being written</source>
      <translation>wird noch geschrieben</translation>
    </message>
    <message>
      <location filename="../../app/ui/tray_menu.py" />
      <source>%1 (not connected)</source>
      <translation>%1 (nicht verbunden)</translation>
    </message>
    <message>
      <location filename="../../app/ui/tray_menu.py" />
      <source>As the speech model needs it</source>
      <translation>Je nach Erkennungsmodell</translation>
    </message>
    <message>
      <location filename="../../app/ui/tray_menu.py" />
      <source>Copy last text</source>
      <translation>Letzten Text kopieren</translation>
    </message>
    <message>
      <location filename="../../app/ui/tray_menu.py" />
      <source>Insert a recent text</source>
      <translation>Früheren Text einfügen</translation>
    </message>
    <message>
      <location filename="../../app/ui/tray_menu.py" />
      <source>Insert last text</source>
      <translation>Letzten Text einfügen</translation>
    </message>
    <message>
      <location filename="../../app/ui/tray_menu.py" />
      <source>No model on this computer</source>
      <translation>Kein Modell auf diesem Computer</translation>
    </message>
    <message>
      <location filename="../../app/ui/tray_menu.py" />
      <source>Nothing dictated yet</source>
      <translation>Noch nichts diktiert</translation>
    </message>
    <message>
      <location filename="../../app/ui/tray_menu.py" />
      <source>Off</source>
      <translation>Aus</translation>
    </message>
    <message>
      <location filename="../../app/ui/tray_menu.py" />
      <source>Open Sayso</source>
      <translation>Sayso öffnen</translation>
    </message>
    <message>
      <location filename="../../app/ui/tray_menu.py" />
      <source>Pause %1</source>
      <translation>%1 pausieren</translation>
    </message>
    <message>
      <location filename="../../app/ui/tray_menu.py" />
      <source>Pause the keys</source>
      <translation>Tasten pausieren</translation>
    </message>
    <message>
      <location filename="../../app/ui/tray_menu.py" />
      <source>Quit</source>
      <translation>Beenden</translation>
    </message>
    <message>
      <location filename="../../app/ui/trial_box.py" />
      <source>Stop trying %1 out</source>
      <translation>Ausprobieren von %1 beenden</translation>
    </message>
    <message>
      <location filename="../../app/ui/two_texts.py" />
      <source>Enhanced text</source>
      <translation>Bereinigter Text</translation>
    </message>
    <message>
      <location filename="../../app/ui/two_texts.py" />
      <source>Spoken text</source>
      <translation>Gesprochener Text</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>%1 is paused: click to speak</source>
      <translation>%1 ist pausiert: zum Sprechen klicken</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>%1 min %2 s</source>
      <translation>%1 min %2 s</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>%1 still being written</source>
      <translation>noch %1 in Arbeit</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>A crash of the engine costs no dictation, and Sayso goes on.</source>
      <translation>Ein Absturz des Erkennungsprogramms kostet kein Diktat, und Sayso läuft weiter.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>A quarter of the memory of float32; the fastest on a processor.</source>
      <translation>Ein Viertel des Speichers von float32; am schnellsten auf einem Prozessor.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>At once, by way of the clipboard.</source>
      <translation>Auf einmal, über die Zwischenablage.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Choose another one above, or in Settings.</source>
      <translation>Oben oder in den Einstellungen ein anderes wählen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Choose microphone</source>
      <translation>Mikrofon wählen</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Click the round button and speak.</source>
      <translation>Auf den runden Knopf klicken und sprechen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Click to finish</source>
      <translation>Zum Beenden klicken</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Click to speak</source>
      <translation>Zum Sprechen klicken</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Copied</source>
      <translation>Kopiert</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Copy only</source>
      <translation>Nur kopieren</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Could not be written</source>
      <translation>Nicht aufgeschrieben</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Get the model</source>
      <translation>Modell herunterladen</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Graphics card (CUDA)</source>
      <translation>Grafikkarte (CUDA)</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Half the memory of float32; for graphics cards.</source>
      <translation>Die Hälfte des Speichers von float32; für Grafikkarten.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Half the memory of float32; for recent graphics cards and processors.</source>
      <translation>Die Hälfte des Speichers von float32; für neuere Grafikkarten und Prozessoren.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Hold</source>
      <translation>Halten</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Hold %1</source>
      <translation>%1 halten</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Hold %1 anywhere and speak.</source>
      <translation>An beliebiger Stelle %1 halten und sprechen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Hold or tap</source>
      <translation>Halten oder antippen</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Hold or tap %1</source>
      <translation>%1 halten oder antippen</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Hold the key and let go to finish, or tap it to begin and tap again to finish.</source>
      <translation>Taste halten und zum Beenden loslassen, oder zum Beginnen und zum Beenden antippen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Insert again</source>
      <translation>Erneut einfügen</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Interrupted</source>
      <translation>Unterbrochen</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Kept here: copy it or insert it again</source>
      <translation>Hier aufbewahrt: kopieren oder erneut einfügen</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Key by key, for programs that refuse to paste; slower.</source>
      <translation>Taste für Taste, für Programme, die kein Einfügen zulassen; langsamer.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Let go of %1 to finish</source>
      <translation>Zum Beenden %1 loslassen</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Let go of %1, or tap it, to finish</source>
      <translation>Zum Beenden %1 loslassen oder antippen</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Listening</source>
      <translation>Hört zu</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Loading the model</source>
      <translation>Modell wird geladen</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>No speech model</source>
      <translation>Kein Erkennungsmodell</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>No speech model can be used.</source>
      <translation>Kein Erkennungsmodell ist verwendbar.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Nothing heard</source>
      <translation>Nichts gehört</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>On PyTorch: the way out where faster-whisper cannot use the graphics card.</source>
      <translation>Mit PyTorch: der Ausweg, wenn faster-whisper die Grafikkarte nicht verwenden kann.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Open models</source>
      <translation>Modelle öffnen</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Open privacy</source>
      <translation>Datenschutz öffnen</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Open settings</source>
      <translation>Einstellungen öffnen</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Opening the microphone</source>
      <translation>Mikrofon wird geöffnet</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Pasted</source>
      <translation>Eingefügt</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Pasted into %1</source>
      <translation>In %1 eingefügt</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Press %1</source>
      <translation>%1 drücken</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Press %1 anywhere and speak.</source>
      <translation>An beliebiger Stelle %1 drücken und sprechen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Press %1 to finish</source>
      <translation>Zum Beenden %1 drücken</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Press once to begin, once more to finish.</source>
      <translation>Einmal drücken zum Beginnen, noch einmal zum Beenden.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Put the text on the clipboard and paste it yourself.</source>
      <translation>In die Zwischenablage legen und von Hand einfügen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>See that the right microphone is chosen above. %1</source>
      <translation>Prüfen, ob oben das richtige Mikrofon gewählt ist. %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Show it</source>
      <translation>Anzeigen</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Speak now.</source>
      <translation>Jetzt sprechen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Speak while you hold the key; let go to finish.</source>
      <translation>Bei gehaltener Taste sprechen; zum Beenden loslassen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Takes the least memory.</source>
      <translation>Belegt am wenigsten Speicher.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Tap</source>
      <translation>Antippen</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Tap %1 and say nothing to take what you said</source>
      <translation>%1 antippen und nichts sagen, um das Gesprochene zu nehmen</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>The faster one, and the smaller in memory.</source>
      <translation>Schneller und mit weniger Speicher.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>The fastest way, on an NVIDIA graphics card.</source>
      <translation>Am schnellsten, auf einer NVIDIA-Grafikkarte.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>The graphics card where it works, otherwise the processor.</source>
      <translation>Die Grafikkarte, wenn sie funktioniert, sonst der Prozessor.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>The model was not used for a while. It is loaded again while you speak.</source>
      <translation>Das Modell war eine Weile unbenutzt. Während des Sprechens wird es wieder geladen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>The most memory and the slowest; the reference for accuracy.</source>
      <translation>Am meisten Speicher und am langsamsten; der Maßstab für Genauigkeit.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Trying the graphics card</source>
      <translation>Grafikkarte wird getestet</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Type</source>
      <translation>Tippen</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Typed</source>
      <translation>Getippt</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Typed into %1</source>
      <translation>In %1 getippt</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Use the keys again</source>
      <translation>Tasten wieder verwenden</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Weights in a quarter of the memory of float32, arithmetic in the type named last.</source>
      <translation>Gewichte in einem Viertel des Speichers von float32, gerechnet wird im zuletzt genannten Typ.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Where a graphics card computes, as its drivers may crash.</source>
      <translation>Wenn eine Grafikkarte rechnet, denn ihre Treiber können abstürzen.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Works everywhere.</source>
      <translation>Funktioniert überall.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Writing it down</source>
      <translation>Wird aufgeschrieben</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Written</source>
      <translation>Aufgeschrieben</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Yesterday</source>
      <translation>Gestern</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>You can speak already. It is written down once the model is loaded.</source>
      <translation>Sprechen geht schon. Aufgeschrieben wird, sobald das Modell geladen ist.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Your words appear here, and where the cursor is.</source>
      <translation>Der Text erscheint hier und am Cursor.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>int8 on the processor, int8_float16 on the graphics card.</source>
      <translation>int8 auf dem Prozessor, int8_float16 auf der Grafikkarte.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>keys paused</source>
      <translation>Tasten pausiert</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>%1 is here now.</source>
      <translation>%1 ist jetzt vorhanden.</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>Any other, such as qwen3:4b</source>
      <translation>Ein beliebiges anderes, etwa qwen3:4b</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>Get (%1)</source>
      <translation>Herunterladen (%1)</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>Get it</source>
      <translation>Herunterladen</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>In use</source>
      <translation>In Verwendung</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>Look for Ollama again</source>
      <translation>Erneut nach Ollama suchen</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>Looking for Ollama …</source>
      <translation>Ollama wird gesucht …</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>Name of another language model</source>
      <translation>Name eines anderen Sprachmodells</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>Ollama does not have this model yet.</source>
      <translation>Dieses Modell ist in Ollama noch nicht vorhanden.</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>Other models</source>
      <translation>Andere Modelle</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>Precision of %1</source>
      <translation>Genauigkeit von %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>Stop getting the language model</source>
      <translation>Herunterladen des Sprachmodells anhalten</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>Stopped. What has arrived of %1 is kept.</source>
      <translation>Angehalten. Was von %1 da ist, bleibt erhalten.</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>Use the model of that name</source>
      <translation>Das Modell dieses Namens verwenden</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>Accurate English on a good processor.</source>
      <translation>Genaues Englisch auf einem guten Prozessor.</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>Accurate in many languages; wants a graphics card or patience.</source>
      <translation>Genau in vielen Sprachen; braucht eine Grafikkarte oder Geduld.</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>Clearly more accurate than base and about three times slower; good for names and accents.</source>
      <translation>Deutlich genauer als base und etwa dreimal langsamer; gut für Namen und Akzente.</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>English like distil-large-v3, trained longer and a little more accurate.</source>
      <translation>Englisch wie distil-large-v3, länger trainiert und etwas genauer.</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>English with nearly the accuracy of large-v3, several times faster.</source>
      <translation>Englisch, fast so genau wie large-v3, um ein Mehrfaches schneller.</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>English with nearly the accuracy of medium.en, faster.</source>
      <translation>Englisch, fast so genau wie medium.en, schneller.</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>English with nearly the accuracy of small.en, faster.</source>
      <translation>Englisch, fast so genau wie small.en, schneller.</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>Everyday dictation in English alone, a little better at it than base.</source>
      <translation>Alltägliche Diktate nur auf Englisch, darin etwas besser als base.</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>Good for everyday dictation in the larger languages, at once on any computer.</source>
      <translation>Gut für alltägliche Diktate in den größeren Sprachen, auf jedem Computer sofort.</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>Nearly as accurate as large-v3 and several times faster; the best choice on a graphics card.</source>
      <translation>Fast so genau wie large-v3 und um ein Mehrfaches schneller; die beste Wahl auf einer Grafikkarte.</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>The fastest one for English alone, a little better at it than tiny.</source>
      <translation>Am schnellsten nur für Englisch, darin etwas besser als tiny.</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>The fastest one, for slow computers; it mishears often.</source>
      <translation>Am schnellsten, für langsame Computer; verhört sich oft.</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>The most accurate one, in 100 languages; wants a graphics card with 4 GB or more.</source>
      <translation>Am genauesten, in 100 Sprachen; braucht eine Grafikkarte mit mindestens 4 GB.</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>Very accurate English; wants a graphics card or patience.</source>
      <translation>Sehr genaues Englisch; braucht eine Grafikkarte oder Geduld.</translation>
    </message>
    <message>
      <location filename="../../resources/styles.toml" />
      <source>E-mail</source>
      <translation>E-Mail</translation>
    </message>
    <message>
      <location filename="../../resources/styles.toml" />
      <source>Formal</source>
      <translation>Förmlich</translation>
    </message>
    <message>
      <location filename="../../resources/styles.toml" />
      <source>List</source>
      <translation>Liste</translation>
    </message>
    <message>
      <location filename="../../resources/styles.toml" />
      <source>Notes</source>
      <translation>Notizen</translation>
    </message>
    <message>
      <location filename="../../resources/styles.toml" />
      <source>Your own</source>
      <translation>Eigener</translation>
    </message>
    <message>
      <location filename="../../resources/writers.toml" />
      <source>Larger than Mistral 7B, for English on a graphics card with 8 GB.</source>
      <translation>Größer als Mistral 7B, für Englisch auf einer Grafikkarte mit 8 GB.</translation>
    </message>
    <message>
      <location filename="../../resources/writers.toml" />
      <source>Made from Mistral 7B by Intel, tuned for conversation; another one to try for English.</source>
      <translation>Von Intel aus Mistral 7B gemacht, auf Gespräche abgestimmt; ein weiteres zum Ausprobieren für Englisch.</translation>
    </message>
    <message>
      <location filename="../../resources/writers.toml" />
      <source>Newer and smaller, for many languages; a good choice for a small graphics card.</source>
      <translation>Neuer und kleiner, für viele Sprachen; eine gute Wahl für eine kleine Grafikkarte.</translation>
    </message>
    <message>
      <location filename="../../resources/writers.toml" />
      <source>Newer and smaller, for many languages; takes somewhat more memory than Qwen 3 4B.</source>
      <translation>Neuer und kleiner, für viele Sprachen; belegt etwas mehr Speicher als Qwen 3 4B.</translation>
    </message>
    <message>
      <location filename="../../resources/writers.toml" />
      <source>Small, for English on a small graphics card.</source>
      <translation>Klein, für Englisch auf einer kleinen Grafikkarte.</translation>
    </message>
    <message>
      <location filename="../../resources/writers.toml" />
      <source>The default, of middle size; wants a graphics card or patience.</source>
      <translation>Die Voreinstellung, von mittlerer Größe; braucht eine Grafikkarte oder Geduld.</translation>
    </message>
    <message>
      <location filename="../../resources/writers.toml" />
      <source>The first Gemma, for English; takes the most memory here, and Gemma 3 follows it.</source>
      <translation>Das erste Gemma, für Englisch; belegt hier den meisten Speicher, Gemma 3 ist sein Nachfolger.</translation>
    </message>
    <message>
      <location filename="../../resources/writers.toml" />
      <source>The smallest one here, for computers without a graphics card; expect more mistakes.</source>
      <translation>Das kleinste hier, für Computer ohne Grafikkarte; mit mehr Fehlern rechnen.</translation>
    </message>
    <message>
      <location filename="../../resources/writers.toml" />
      <source>mostly English</source>
      <translation>vor allem Englisch</translation>
    </message>
    <message>
      <location filename="../../resources/writers.toml" />
      <source>over 100 languages</source>
      <translation>über 100 Sprachen</translation>
    </message>
    <message>
      <location filename="../../resources/writers.toml" />
      <source>over 140 languages</source>
      <translation>über 140 Sprachen</translation>
    </message>
  </context>
</TS>
