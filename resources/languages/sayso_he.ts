<?xml version='1.0' encoding='utf-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="he" sourcelanguage="en">
  <context>
    <name>Sayso</name>
    <message>
      <location filename="../../app/adapters/audio_files.py" />
      <source>it is longer than %1 hours</source>
      <translation>הוא ארוך מ־%1 שעות</translation>
    </message>
    <message>
      <location filename="../../app/adapters/audio_files.py" />
      <source>it is too long for this computer's memory</source>
      <translation>הוא ארוך מדי לזיכרון של המחשב הזה</translation>
    </message>
    <message>
      <location filename="../../app/adapters/compute_proof.py" />
      <source>it gave no answer in a trial</source>
      <translation>לא התקבלה תשובה בניסיון</translation>
    </message>
    <message>
      <location filename="../../app/adapters/compute_proof.py" />
      <source>its driver or the library crashed in a trial</source>
      <translation>מנהל ההתקן שלו או הספרייה קרסו בניסיון</translation>
    </message>
    <message>
      <location filename="../../app/adapters/compute_proof.py" />
      <source>the system ended the trial, as it does when memory runs out</source>
      <translation>המערכת סיימה את הניסיון, כפי שקורה כשהזיכרון אוזל</translation>
    </message>
    <message>
      <location filename="../../app/adapters/compute_proof.py" />
      <source>the trial could not be started</source>
      <translation>לא ניתן היה להתחיל את הניסיון</translation>
    </message>
    <message>
      <location filename="../../app/adapters/connections.py" />
      <source>connections to other computers are switched off</source>
      <translation>החיבורים למחשבים אחרים כבויים</translation>
    </message>
    <message>
      <location filename="../../app/adapters/cuda_runtime.py" />
      <source>%1 is not listed</source>
      <translation>‏%1 לא מופיע ברשימה</translation>
    </message>
    <message>
      <location filename="../../app/adapters/cuda_runtime.py" />
      <source>Compute on the processor instead.</source>
      <translation>אפשר לחשב במקום זאת על המעבד.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/cuda_runtime.py" />
      <source>Get a newer Sayso, or install the package nvidia-cublas-cu12.</source>
      <translation>יש להוריד גרסה חדשה של Sayso, או להתקין את החבילה nvidia-cublas-cu12.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/cuda_runtime.py" />
      <source>NVIDIA has none for this kind of computer</source>
      <translation>ל־NVIDIA אין כזו לסוג המחשב הזה</translation>
    </message>
    <message>
      <location filename="../../app/adapters/cuda_runtime.py" />
      <source>the file is not what was published</source>
      <translation>הקובץ אינו כפי שפורסם</translation>
    </message>
    <message>
      <location filename="../../app/adapters/cuda_runtime.py" />
      <source>the package index</source>
      <translation>מאגר החבילות</translation>
    </message>
    <message>
      <location filename="../../app/adapters/cuda_runtime.py" />
      <source>the package index does not have it any more</source>
      <translation>היא כבר לא נמצאת במאגר החבילות</translation>
    </message>
    <message>
      <location filename="../../app/adapters/cuda_runtime.py" />
      <source>the package index sent something else than asked for</source>
      <translation>מאגר החבילות שלח משהו אחר ממה שהתבקש</translation>
    </message>
    <message>
      <location filename="../../app/adapters/disk.py" />
      <source>Free some space and try again.</source>
      <translation>יש לפנות מקום ולנסות שוב.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/disk.py" />
      <source>Free some space and try again; what has arrived is kept.</source>
      <translation>יש לפנות מקום ולנסות שוב; מה שכבר ירד נשמר.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/download.py" />
      <source>%1 does not answer</source>
      <translation>‏%1 לא משיב</translation>
    </message>
    <message>
      <location filename="../../app/adapters/download.py" />
      <source>%1 is busy</source>
      <translation>‏%1 עסוק</translation>
    </message>
    <message>
      <location filename="../../app/adapters/download.py" />
      <source>%1 sent something else than asked for</source>
      <translation>התקבל מ־%1 משהו אחר ממה שהתבקש</translation>
    </message>
    <message>
      <location filename="../../app/adapters/download.py" />
      <source>Stop one of the two.</source>
      <translation>יש לעצור אחת מהשתיים.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/download.py" />
      <source>Try again in %1 minutes; what has arrived is kept.</source>
      <translation>יש לנסות שוב בעוד %1 דקות; מה שכבר ירד נשמר.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/download.py" />
      <source>Try again: what was wrong is thrown away.</source>
      <translation>יש לנסות שוב: מה שהיה שגוי נמחק.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/download.py" />
      <source>another program is getting it, too</source>
      <translation>תוכנה אחרת מורידה אותו גם כן</translation>
    </message>
    <message>
      <location filename="../../app/adapters/engine_errors.py" />
      <source>NVIDIA's library cuBLAS 12 is missing (get it on the Models page of Sayso's window, or with Sayso's extra “cuda”)</source>
      <translation>הספרייה cuBLAS 12 של NVIDIA חסרה (אפשר להוריד אותה בדף מודלים בחלון של Sayso, או עם התוספת ״cuda״ של Sayso)</translation>
    </message>
    <message>
      <location filename="../../app/adapters/engine_errors.py" />
      <source>it does not support this compute type</source>
      <translation>אין בו תמיכה בסוג החישוב הזה</translation>
    </message>
    <message>
      <location filename="../../app/adapters/engine_errors.py" />
      <source>it failed in a trial</source>
      <translation>הניסיון נכשל</translation>
    </message>
    <message>
      <location filename="../../app/adapters/engine_errors.py" />
      <source>its driver is missing or too old</source>
      <translation>מנהל ההתקן שלו חסר או ישן מדי</translation>
    </message>
    <message>
      <location filename="../../app/adapters/engine_errors.py" />
      <source>its vocabulary</source>
      <translation>אוצר המילים שלו</translation>
    </message>
    <message>
      <location filename="../../app/adapters/engine_errors.py" />
      <source>the model has been unloaded</source>
      <translation>המודל נפרק מהזיכרון</translation>
    </message>
    <message>
      <location filename="../../app/adapters/engine_errors.py" />
      <source>there is not enough memory for it</source>
      <translation>אין לו די זיכרון</translation>
    </message>
    <message>
      <location filename="../../app/adapters/engine_process.py" />
      <source>The speech engine crashed while it was loading, so the processor is used.</source>
      <translation>מנוע זיהוי הדיבור קרס בזמן הטעינה, ולכן המעבד בשימוש.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/file_engine.py" />
      <source>The speech engine crashed and was started again.</source>
      <translation>מנוע זיהוי הדיבור קרס והופעל מחדש.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/file_engine.py" />
      <source>There is not enough memory on the graphics card, so the processor is used.</source>
      <translation>אין די זיכרון בכרטיס המסך, ולכן המעבד בשימוש.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_macos.py" />
      <source>macOS event tap</source>
      <translation>יירוט האירועים של macOS</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_macos.py" />
      <source>macOS has not allowed Sayso to watch keys; allow it under Privacy &amp; Security, Accessibility</source>
      <translation>‏macOS לא אישר ל־Sayso לעקוב אחר מקשים; יש לאשר זאת תחת פרטיות ואבטחה, נגישות</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_macos.py" />
      <source>macOS refused the event tap</source>
      <translation>‏macOS סירב ליירוט האירועים</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_macos.py" />
      <source>this is not macOS</source>
      <translation>זה לא macOS</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_portal.py" />
      <source>Your desktop asks which key to use, and keeps it in its own settings.</source>
      <translation>סביבת העבודה שואלת באיזה מקש להשתמש, ושומרת אותו בהגדרות שלה.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_portal.py" />
      <source>Your desktop has set it to “%1”; change it in the desktop's settings.</source>
      <translation>סביבת העבודה קבעה אותו ל״%1״; אפשר לשנות אותו בהגדרות של סביבת העבודה.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_portal.py" />
      <source>Your desktop has set no key for it; choose one in the desktop's settings.</source>
      <translation>סביבת העבודה לא קבעה לו מקש; יש לבחור מקש בהגדרות של סביבת העבודה.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_portal.py" />
      <source>desktop portal</source>
      <translation>הפורטל של סביבת העבודה</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_portal.py" />
      <source>it was not started</source>
      <translation>הוא לא הופעל</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_portal.py" />
      <source>the desktop portal does not answer</source>
      <translation>הפורטל של סביבת העבודה לא משיב</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_windows.py" />
      <source>Keys pressed in programs that run as administrator are not heard.</source>
      <translation>מקשים שנלחצים בתוכנות שפועלות כמנהל מערכת לא נקלטים.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_windows.py" />
      <source>Windows keyboard hook</source>
      <translation>ההאזנה למקלדת של Windows</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_windows.py" />
      <source>Windows refused the keyboard hook</source>
      <translation>‏Windows סירב להאזנה למקלדת</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_windows.py" />
      <source>this is not Windows</source>
      <translation>זה לא Windows</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_x11.py" />
      <source>On Wayland the key is heard only in X11 programs; bind a key of your desktop to “sayso toggle” for all of them.</source>
      <translation>ב־Wayland המקש נקלט רק בתוכנות X11; כדי שייקלט בכולן, יש לשייך מקש של סביבת העבודה לפקודה ״sayso toggle״.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_x11.py" />
      <source>X11 key grab</source>
      <translation>תפיסת המקשים של X11</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_x11.py" />
      <source>on this keyboard another hotkey has that key</source>
      <translation>במקלדת הזאת קיצור מקשים אחר משתמש במקש הזה</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_x11.py" />
      <source>the X server does not answer</source>
      <translation>שרת ה־X לא משיב</translation>
    </message>
    <message>
      <location filename="../../app/adapters/hotkeys_x11.py" />
      <source>this keyboard has no such key</source>
      <translation>במקלדת הזאת אין מקש כזה</translation>
    </message>
    <message>
      <location filename="../../app/adapters/inserter_macos.py" />
      <source>this window does not tell what is selected</source>
      <translation>החלון הזה לא מוסר מה מסומן</translation>
    </message>
    <message>
      <location filename="../../app/adapters/inserter_wayland.py" />
      <source>Wayland does not tell what is selected</source>
      <translation>‏Wayland לא מוסר מה מסומן</translation>
    </message>
    <message>
      <location filename="../../app/adapters/inserter_wayland.py" />
      <source>ydotool cannot type these characters</source>
      <translation>‏ydotool לא יכול להקליד את התווים האלה</translation>
    </message>
    <message>
      <location filename="../../app/adapters/inserter_windows.py" />
      <source>no window has the focus</source>
      <translation>המיקוד לא נמצא באף חלון</translation>
    </message>
    <message>
      <location filename="../../app/adapters/inserter_windows.py" />
      <source>the window belongs to a program that runs as administrator</source>
      <translation>החלון שייך לתוכנה שפועלת כמנהל מערכת</translation>
    </message>
    <message>
      <location filename="../../app/adapters/inserter_windows.py" />
      <source>these keys select nothing in a console</source>
      <translation>המקשים האלה לא מסמנים דבר במסוף</translation>
    </message>
    <message>
      <location filename="../../app/adapters/inserter_windows.py" />
      <source>these keys select nothing in this window</source>
      <translation>המקשים האלה לא מסמנים דבר בחלון הזה</translation>
    </message>
    <message>
      <location filename="../../app/adapters/inserter_x11.py" />
      <source>pasting takes the place of nothing in this window</source>
      <translation>הדבקה לא מחליפה דבר בחלון הזה</translation>
    </message>
    <message>
      <location filename="../../app/adapters/inserter_x11.py" />
      <source>the window has gone</source>
      <translation>החלון כבר לא קיים</translation>
    </message>
    <message>
      <location filename="../../app/adapters/inserter_x11.py" />
      <source>this keyboard layout has no arrow keys</source>
      <translation>בפריסת המקלדת הזאת אין מקשי חצים</translation>
    </message>
    <message>
      <location filename="../../app/adapters/inserter_x11.py" />
      <source>this keyboard layout has no free key for typing</source>
      <translation>בפריסת המקלדת הזאת אין מקש פנוי להקלדה</translation>
    </message>
    <message>
      <location filename="../../app/adapters/inserter_x11.py" />
      <source>this keyboard layout has no key for pasting</source>
      <translation>בפריסת המקלדת הזאת אין מקש להדבקה</translation>
    </message>
    <message>
      <location filename="../../app/adapters/journal.py" />
      <source>it is not a recording of Sayso's</source>
      <translation>זו אינה הקלטה של Sayso</translation>
    </message>
    <message>
      <location filename="../../app/adapters/journal.py" />
      <source>the file cannot be opened</source>
      <translation>לא ניתן לפתוח את הקובץ</translation>
    </message>
    <message>
      <location filename="../../app/adapters/journal.py" />
      <source>the journal</source>
      <translation>יומן ההקלטה</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_decoder.py" />
      <source>Choose a track that it has.</source>
      <translation>יש לבחור רצועה שקיימת בו.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_decoder.py" />
      <source>it has no sound track number %1, but %2</source>
      <translation>אין בו רצועת קול מספר %1, אבל יש %2</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_decoder.py" />
      <source>its sound is damaged</source>
      <translation>הקול שלו פגום</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_decoder.py" />
      <source>its sound is protected or of an unknown kind</source>
      <translation>הקול שלו מוגן או מסוג לא מוכר</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_facts.py" />
      <source>it holds no sound</source>
      <translation>אין בו קול</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_facts.py" />
      <source>it is a list of other files</source>
      <translation>זו רשימה של קבצים אחרים</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_facts.py" />
      <source>it is not a sound file</source>
      <translation>זה אינו קובץ קול</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_facts.py" />
      <source>it takes too much memory</source>
      <translation>הוא תופס יותר מדי זיכרון</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_facts.py" />
      <source>its end is missing</source>
      <translation>הסוף שלו חסר</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_facts.py" />
      <source>the disk does not give it</source>
      <translation>לא ניתן לקרוא אותו מהדיסק</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_files.py" />
      <source>Choose a file in it.</source>
      <translation>יש לבחור קובץ שבתוכה.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_files.py" />
      <source>Choose the file itself.</source>
      <translation>יש לבחור את הקובץ עצמו.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_files.py" />
      <source>Copy or record it once more.</source>
      <translation>יש להעתיק או להקליט אותו שוב.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_files.py" />
      <source>Record its sound to a file, and choose that.</source>
      <translation>יש להקליט את הקול לקובץ, ולבחור בו.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_files.py" />
      <source>it breaks off before its sound begins</source>
      <translation>הוא נקטע לפני שהקול שלו מתחיל</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_files.py" />
      <source>it is a folder</source>
      <translation>זו תיקייה</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_files.py" />
      <source>it is a link that leads back to itself</source>
      <translation>זה קישור שמוביל חזרה אל עצמו</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_files.py" />
      <source>it is empty</source>
      <translation>הוא ריק</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_files.py" />
      <source>it is not a file but a device or a pipe</source>
      <translation>זה לא קובץ אלא התקן או צינור</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_files.py" />
      <source>it takes too long to decode</source>
      <translation>הפענוח שלו נמשך זמן רב מדי</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_files.py" />
      <source>no decoder could be started</source>
      <translation>לא ניתן היה להפעיל מפענח</translation>
    </message>
    <message>
      <location filename="../../app/adapters/media_files.py" />
      <source>your user may not read it</source>
      <translation>למשתמש אין הרשאה לקרוא אותו</translation>
    </message>
    <message>
      <location filename="../../app/adapters/model_hub.py" />
      <source>%1 Choose another model if it comes back.</source>
      <translation>‏%1 אם זה חוזר, יש לבחור מודל אחר.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/model_hub.py" />
      <source>%1 is not what was published</source>
      <translation>‏%1 שונה ממה שפורסם</translation>
    </message>
    <message>
      <location filename="../../app/adapters/model_hub.py" />
      <source>Choose another model.</source>
      <translation>יש לבחור מודל אחר.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/model_hub.py" />
      <source>The hub has changed it since; choose another model.</source>
      <translation>המודל השתנה מאז במאגר; יש לבחור מודל אחר.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/model_hub.py" />
      <source>the hub</source>
      <translation>מאגר המודלים</translation>
    </message>
    <message>
      <location filename="../../app/adapters/model_hub.py" />
      <source>the hub does not have all of its files</source>
      <translation>לא כל הקבצים שלו נמצאים במאגר</translation>
    </message>
    <message>
      <location filename="../../app/adapters/model_hub.py" />
      <source>the hub does not say how to check %1</source>
      <translation>המאגר לא מציין איך לבדוק את %1</translation>
    </message>
    <message>
      <location filename="../../app/adapters/model_hub.py" />
      <source>the hub has no such model</source>
      <translation>אין מודל כזה במאגר</translation>
    </message>
    <message>
      <location filename="../../app/adapters/model_store.py" />
      <source>%1 is not in that folder; it must hold a converted model.</source>
      <translation>‏%1 לא נמצא בתיקייה הזאת; היא צריכה להכיל מודל שהומר.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/model_store.py" />
      <source>Install Sayso with its extra “%1”, or get it with “sayso models get %2”.</source>
      <translation>יש להתקין את Sayso עם התוספת ״%1״, או להוריד אותו בעזרת ״sayso models get %2״.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/model_store.py" />
      <source>There is no such folder; choose another in Settings.</source>
      <translation>אין תיקייה כזאת; יש לבחור תיקייה אחרת בהגדרות.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/nvidia.py" />
      <source>its driver does not answer</source>
      <translation>מנהל ההתקן שלו לא משיב</translation>
    </message>
    <message>
      <location filename="../../app/adapters/ollama.py" />
      <source>it does not write texts</source>
      <translation>הוא לא כותב טקסטים</translation>
    </message>
    <message>
      <location filename="../../app/adapters/ollama_errors.py" />
      <source>it broke off</source>
      <translation>הוא נקטע</translation>
    </message>
    <message>
      <location filename="../../app/adapters/ollama_errors.py" />
      <source>it needs a newer Ollama</source>
      <translation>נדרשת גרסה חדשה יותר של Ollama</translation>
    </message>
    <message>
      <location filename="../../app/adapters/ollama_errors.py" />
      <source>its library cannot be reached</source>
      <translation>אין גישה לספרייה שלו</translation>
    </message>
    <message>
      <location filename="../../app/adapters/ollama_errors.py" />
      <source>its library has no such model</source>
      <translation>אין מודל כזה בספרייה שלו</translation>
    </message>
    <message>
      <location filename="../../app/adapters/ollama_errors.py" />
      <source>the connection to Ollama was lost</source>
      <translation>החיבור ל־Ollama אבד</translation>
    </message>
    <message>
      <location filename="../../app/adapters/ollama_errors.py" />
      <source>the disk with Ollama's models is full</source>
      <translation>הדיסק של המודלים של Ollama מלא</translation>
    </message>
    <message>
      <location filename="../../app/adapters/ollama_errors.py" />
      <source>what arrived is not what was published</source>
      <translation>מה שהתקבל אינו מה שפורסם</translation>
    </message>
    <message>
      <location filename="../../app/adapters/openai_engine.py" />
      <source>Install it with pip install "sayso[torch]", or choose the engine faster-whisper in Settings.</source>
      <translation>יש להתקין אותו בעזרת pip install "sayso[torch]"‎, או לבחור בהגדרות את המנוע faster-whisper.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/openai_engine.py" />
      <source>OpenAI Whisper is not installed</source>
      <translation>‏OpenAI Whisper לא מותקן</translation>
    </message>
    <message>
      <location filename="../../app/adapters/openai_loader.py" />
      <source>Choose a file that is there, or one of OpenAI's models, in Settings.</source>
      <translation>יש לבחור בהגדרות קובץ שקיים, או אחד מהמודלים של OpenAI.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/openai_loader.py" />
      <source>Choose another model, or the engine faster-whisper, in Settings.</source>
      <translation>יש לבחור בהגדרות מודל אחר, או את המנוע faster-whisper.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/openai_loader.py" />
      <source>Put OpenAI's file %1 into %2, or choose another engine in Settings.</source>
      <translation>יש להעביר את הקובץ %1 של OpenAI אל %2, או לבחור מנוע אחר בהגדרות.</translation>
    </message>
    <message>
      <location filename="../../app/adapters/openai_loader.py" />
      <source>it is none of OpenAI Whisper's own models</source>
      <translation>זה לא אחד המודלים של OpenAI Whisper</translation>
    </message>
    <message>
      <location filename="../../app/adapters/openai_loader.py" />
      <source>on the %1, %2</source>
      <translation>%1, %2</translation>
    </message>
    <message>
      <location filename="../../app/adapters/openai_loader.py" />
      <source>this computer offers no way to compute with it</source>
      <translation>במחשב הזה אין דרך לחשב באמצעותו</translation>
    </message>
    <message>
      <location filename="../../app/adapters/portal_shortcuts.py" />
      <source>the desktop has not allowed a global shortcut</source>
      <translation>סביבת העבודה לא אישרה קיצור מקשים גלובלי</translation>
    </message>
    <message>
      <location filename="../../app/adapters/speech_detector.py" />
      <source>the speech detector</source>
      <translation>גלאי הדיבור</translation>
    </message>
    <message>
      <location filename="../../app/domain/bench.py" />
      <source>8B language model</source>
      <translation>מודל שפה 8B</translation>
    </message>
    <message>
      <location filename="../../app/domain/compute.py" />
      <source>In use instead: %1.</source>
      <translation>בשימוש במקום זאת: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/compute.py" />
      <source>No NVIDIA graphics card that can compute was found, so the processor is used.</source>
      <translation>לא נמצא כרטיס מסך של NVIDIA שיכול לחשב, ולכן המעבד בשימוש.</translation>
    </message>
    <message>
      <location filename="../../app/domain/compute.py" />
      <source>The %1 does not offer %2; %3 is used.</source>
      <translation>‏%1: אין תמיכה ב־%2; %3 בשימוש.</translation>
    </message>
    <message>
      <location filename="../../app/domain/compute.py" />
      <source>The %1, could not be used: %2.</source>
      <translation>‏%1: לא ניתן היה להשתמש בו: %2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/compute.py" />
      <source>graphics card</source>
      <translation>כרטיס מסך</translation>
    </message>
    <message>
      <location filename="../../app/domain/compute.py" />
      <source>processor</source>
      <translation>מעבד</translation>
    </message>
    <message>
      <location filename="../../app/domain/compute_proof.py" />
      <source>Could not be tried: %1.</source>
      <translation>לא ניתן היה לנסות: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/compute_proof.py" />
      <source>Does not work: %1.</source>
      <translation>לא פועל: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/compute_proof.py" />
      <source>Not tried yet.</source>
      <translation>עוד לא נוסה.</translation>
    </message>
    <message>
      <location filename="../../app/domain/compute_proof.py" />
      <source>Not tried yet: %1.</source>
      <translation>עוד לא נוסה: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/compute_proof.py" />
      <source>Works: a short sentence took %1 s (%2).</source>
      <translation>פועל: תמלול משפט קצר נמשך %1 שנ׳ (%2).</translation>
    </message>
    <message>
      <location filename="../../app/domain/compute_proof.py" />
      <source>the trial was stopped</source>
      <translation>הניסיון נעצר</translation>
    </message>
    <message>
      <location filename="../../app/domain/cuda_runtime.py" />
      <source>%1 cannot be used yet: it computes with NVIDIA's library cuBLAS, which is not here. Sayso can get version %2 from %3, where NVIDIA publishes it under its own licence: %4 MB to download, %5 MB on the disk.</source>
      <translation>עוד אי אפשר להשתמש ב־%1: החישוב נעשה בעזרת הספרייה cuBLAS של NVIDIA, שאינה כאן. Sayso יכול להוריד את הגרסה %2 מ־%3, שם NVIDIA מפרסמת אותה ברישיון שלה: ‎%4 MB להורדה, ‎%5 MB בדיסק.</translation>
    </message>
    <message>
      <location filename="../../app/domain/enhancement_policy.py" />
      <source>Clean-up is switched off for %1.</source>
      <translation>הליטוש כבוי עבור %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/enhancement_policy.py" />
      <source>Clean-up is switched off.</source>
      <translation>הליטוש כבוי.</translation>
    </message>
    <message>
      <location filename="../../app/domain/enhancement_policy.py" />
      <source>No words to clean up.</source>
      <translation>אין מילים ללטש.</translation>
    </message>
    <message>
      <location filename="../../app/domain/enhancement_policy.py" />
      <source>Not cleaned up: %1 writes well enough without it.</source>
      <translation>לא לוטש: %1 כותב היטב גם בלי ליטוש.</translation>
    </message>
    <message>
      <location filename="../../app/domain/enhancement_policy.py" />
      <source>Not cleaned up: too short to need it.</source>
      <translation>לא לוטש: קצר מכדי שיהיה בכך צורך.</translation>
    </message>
    <message>
      <location filename="../../app/domain/flash_attention.py" />
      <source>Flash attention cannot be had: %1.</source>
      <translation>אי אפשר להשתמש ב־Flash Attention: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/flash_attention.py" />
      <source>Flash attention could not be used: %1.</source>
      <translation>לא ניתן היה להשתמש ב־Flash Attention: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/flash_attention.py" />
      <source>Flash attention does not work: %1.</source>
      <translation>‏Flash Attention לא פועל: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/flash_attention.py" />
      <source>Flash attention has not been tried yet.</source>
      <translation>‏Flash Attention עוד לא נוסה.</translation>
    </message>
    <message>
      <location filename="../../app/domain/flash_attention.py" />
      <source>Flash attention needs an NVIDIA %1 that can compute.</source>
      <translation>‏Flash Attention דורש %1 של NVIDIA שיכול לחשב.</translation>
    </message>
    <message>
      <location filename="../../app/domain/flash_attention.py" />
      <source>Flash attention works: a short sentence took %1 s.</source>
      <translation>‏Flash Attention פועל: תמלול משפט קצר נמשך %1 שנ׳.</translation>
    </message>
    <message>
      <location filename="../../app/domain/flash_attention.py" />
      <source>Whether flash attention can be had has not been found out yet.</source>
      <translation>עוד לא התברר אם אפשר להשתמש ב־Flash Attention.</translation>
    </message>
    <message>
      <location filename="../../app/domain/flash_attention.py" />
      <source>it needs a graphics card from about 2020 on</source>
      <translation>נדרש כרטיס מסך משנת 2020 בערך ואילך</translation>
    </message>
    <message>
      <location filename="../../app/domain/flash_attention.py" />
      <source>it needs float16 or bfloat16</source>
      <translation>נדרש float16 או bfloat16</translation>
    </message>
    <message>
      <location filename="../../app/domain/flash_attention.py" />
      <source>this build of CTranslate2 comes without it</source>
      <translation>הגרסה הזאת של CTranslate2 אינה כוללת זאת</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/case.py" />
      <source>%1 and %2</source>
      <translation>‏%1 ו־%2</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/case.py" />
      <source>%1 and more</source>
      <translation>‏%1 ועוד</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/case.py" />
      <source>“%1”</source>
      <translation>״%1״</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>%1 became %2.</source>
      <translation>‏%1 הפך ל־%2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>%1 have changed places.</source>
      <translation>‏%1 החליפו מקומות.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>%1 is missing.</source>
      <translation>חסר: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>%1 says no where you did not.</source>
      <translation>‏%1 שולל במקום שלא נאמרה בו שלילה.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>%1 was not said.</source>
      <translation>לא נאמר: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>The %1 is missing.</source>
      <translation>המילה %1 חסרה.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>The name %1 is missing.</source>
      <translation>השם %1 חסר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>The name %1 was not said.</source>
      <translation>השם %1 לא נאמר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>The number %1 became %2.</source>
      <translation>המספר %1 הפך ל־%2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>The number %1 is missing.</source>
      <translation>המספר %1 חסר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>The number %1 was not said.</source>
      <translation>המספר %1 לא נאמר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>The “%1” in “%2” is missing.</source>
      <translation>המילה ״%1״ ב״%2״ חסרה.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>What “%1” belongs to has changed.</source>
      <translation>מה ש״%1״ מתייחס אליו השתנה.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>“%1” became “%2”: somebody else is meant.</source>
      <translation>״%1״ הפך ל״%2״: הכוונה לאדם אחר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/facts.py" />
      <source>“%1” says no where you did not.</source>
      <translation>״%1״ שולל במקום שלא נאמרה בו שלילה.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/guard.py" />
      <source>Nothing was written.</source>
      <translation>לא נכתב דבר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/voice.py" />
      <source>It is written in another script than that of your language.</source>
      <translation>זה נכתב בכתב אחר מזה של השפה.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/voice.py" />
      <source>It was translated into another language.</source>
      <translation>זה תורגם לשפה אחרת.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/voice.py" />
      <source>Your question was turned into a statement.</source>
      <translation>השאלה הפכה לקביעה.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/voice.py" />
      <source>“%1:” stands in front of it.</source>
      <translation>״%1:״ מופיע בתחילתו.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/voice.py" />
      <source>“%1” belongs to the instructions, not to what was said.</source>
      <translation>״%1״ שייך להנחיות, לא למה שנאמר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/voice.py" />
      <source>“%1” is the language model speaking, not you.</source>
      <translation>ב״%1״ מדבר מודל השפה, לא הדובר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/wording.py" />
      <source>%1 are missing.</source>
      <translation>חסרים: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/wording.py" />
      <source>%1 stand in another order.</source>
      <translation>‏%1 מופיעים בסדר אחר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/wording.py" />
      <source>%1 were not said.</source>
      <translation>לא נאמרו: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/wording.py" />
      <source>It ends in the middle, after “%1”.</source>
      <translation>הטקסט נקטע באמצע, אחרי ״%1״.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/wording.py" />
      <source>It is much longer than what was said.</source>
      <translation>הטקסט ארוך בהרבה ממה שנאמר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/wording.py" />
      <source>It is much shorter than what was said.</source>
      <translation>הטקסט קצר בהרבה ממה שנאמר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/wording.py" />
      <source>It was made into a list.</source>
      <translation>הטקסט הפך לרשימה.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/wording.py" />
      <source>The end is missing: %1.</source>
      <translation>הסוף חסר: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/wording.py" />
      <source>“%1” is missing.</source>
      <translation>חסר: ״%1״.</translation>
    </message>
    <message>
      <location filename="../../app/domain/guard/wording.py" />
      <source>“%1” is there %2 times.</source>
      <translation>״%1״ מופיע %2 פעמים.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>%1 MB free</source>
      <translation>‏‎%1 MB פנויים</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>%1 MB of memory</source>
      <translation>‏‎%1 MB זיכרון</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>%1 cores</source>
      <translation>‏%1 ליבות</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>%1 is there but cannot be computed on. Update NVIDIA's driver.</source>
      <translation>‏%1 קיים, אך אי אפשר לחשב באמצעותו. יש לעדכן את מנהל ההתקן של NVIDIA.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>1 core</source>
      <translation>ליבה אחת</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>A trace less accurate.</source>
      <translation>מדויק פחות במעט מאוד.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>About %1 MB.</source>
      <translation>בערך ‎%1 MB.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>Accuracy about as published.</source>
      <translation>הדיוק בערך כפי שפורסם.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>Accuracy as published.</source>
      <translation>הדיוק כפי שפורסם.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>Fast and small.</source>
      <translation>מהיר וקטן.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>Fast on cards from 2017 on.</source>
      <translation>מהיר בכרטיסים משנת 2017 ואילך.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>Fast on cards from 2020 on.</source>
      <translation>מהיר בכרטיסים משנת 2020 ואילך.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>Fast on cards with integer units.</source>
      <translation>מהיר בכרטיסים עם יחידות לשלמים.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>Fast on few processors only.</source>
      <translation>מהיר רק במעבדים מעטים.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>Metal and %1</source>
      <translation>‏Metal ו־%1</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>No NVIDIA graphics card was found.</source>
      <translation>לא נמצא כרטיס מסך של NVIDIA.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>PyTorch %1 computes on %2.</source>
      <translation>‏PyTorch %1 מחשב כאן: %2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>PyTorch %1, built for CUDA %2, computes on %3.</source>
      <translation>‏PyTorch %1, שנבנה עבור CUDA %2, מחשב כאן: %3.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>Slightly less accurate.</source>
      <translation>מעט פחות מדויק.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>Takes nearly twice as long as int8.</source>
      <translation>נמשך כמעט פי שניים מ־int8.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>The %1 cannot be computed on.</source>
      <translation>אי אפשר לחשב באמצעות %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>The %1 cannot be used: %2.</source>
      <translation>‏%1: אי אפשר להשתמש בו: %2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>The %1: %2.</source>
      <translation>%1: %2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>The fastest on a processor.</source>
      <translation>המהיר ביותר על מעבד.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>The same as int8 on a processor.</source>
      <translation>זהה ל־int8 על מעבד.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>The slowest; works on every card.</source>
      <translation>האיטי ביותר; פועל בכל כרטיס.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>There is a %1.</source>
      <translation>קיים: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>the %1</source>
      <translation>%1</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>the %1 and %2</source>
      <translation>‏%1 ו־%2</translation>
    </message>
    <message>
      <location filename="../../app/domain/hardware.py" />
      <source>unknown</source>
      <translation>לא ידוע</translation>
    </message>
    <message>
      <location filename="../../app/domain/keys.py" />
      <source>a lock key changes what the keyboard types</source>
      <translation>מקש נעילה משנה את מה שהמקלדת מקלידה</translation>
    </message>
    <message>
      <location filename="../../app/domain/keys.py" />
      <source>a plus sign has nothing beside it</source>
      <translation>לצד סימן פלוס אין דבר</translation>
    </message>
    <message>
      <location filename="../../app/domain/keys.py" />
      <source>every program needs Escape; add Ctrl, Alt or Super</source>
      <translation>כל תוכנה זקוקה ל־Escape; יש להוסיף Ctrl, Alt או Super</translation>
    </message>
    <message>
      <location filename="../../app/domain/keys.py" />
      <source>it needs a key beside the modifiers</source>
      <translation>נדרש מקש לצד מקשי הצירוף</translation>
    </message>
    <message>
      <location filename="../../app/domain/keys.py" />
      <source>no key is called “%1”</source>
      <translation>אין מקש בשם ״%1״</translation>
    </message>
    <message>
      <location filename="../../app/domain/keys.py" />
      <source>no key is named</source>
      <translation>לא צוין מקש</translation>
    </message>
    <message>
      <location filename="../../app/domain/keys.py" />
      <source>only one key can stand beside the modifiers</source>
      <translation>רק מקש אחד יכול להיות לצד מקשי הצירוף</translation>
    </message>
    <message>
      <location filename="../../app/domain/keys.py" />
      <source>typing would lose that key; add Ctrl, Alt or Super</source>
      <translation>המקש הזה היה אובד להקלדה; יש להוסיף Ctrl, Alt או Super</translation>
    </message>
    <message>
      <location filename="../../app/domain/paste.py" />
      <source>Ctrl, Alt, Shift or the system key is being held down</source>
      <translation>אחד המקשים Ctrl, Alt, Shift או מקש המערכת מוחזק לחוץ</translation>
    </message>
    <message>
      <location filename="../../app/domain/paste.py" />
      <source>another program keeps taking the clipboard</source>
      <translation>תוכנה אחרת לוקחת שוב ושוב את הלוח</translation>
    </message>
    <message>
      <location filename="../../app/domain/paste.py" />
      <source>the window did not take it</source>
      <translation>החלון לא קיבל אותו</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>Another program holds the key %1.</source>
      <translation>תוכנה אחרת תופסת את המקש %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>Another window came to the front, so nothing was typed.</source>
      <translation>חלון אחר עבר לחזית, ולכן לא הוקלד דבר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>Bind a key of your desktop to “sayso toggle”, or use the talk button.</source>
      <translation>יש לשייך מקש של סביבת העבודה לפקודה ״sayso toggle״, או להשתמש בכפתור הדיבור.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>Choose another key in Settings, or release it there.</source>
      <translation>יש לבחור מקש אחר בהגדרות, או לשחרר אותו שם.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>Click where the text belongs and choose Insert again.</source>
      <translation>יש ללחוץ במקום המיועד לטקסט ולבחור ״הזנה חוזרת״.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>Each text is copied instead; press Ctrl+V.</source>
      <translation>כל טקסט מועתק במקום זאת; יש ללחוץ Ctrl+V.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>If it happens again, use “sayso toggle” or the talk button.</source>
      <translation>אם זה קורה שוב, אפשר להשתמש ב״sayso toggle״ או בכפתור הדיבור.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>It is kept here; choose Insert again, or Copy.</source>
      <translation>הוא נשמר כאן; אפשר לבחור ״הזנה חוזרת״ או ״העתקה״.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>Minimise it instead and the key goes on working; in Settings, Sayso can do without a tray.</source>
      <translation>אפשר למזער אותו במקום זאת והמקש ימשיך לפעול; בהגדרות אפשר לקבוע ש־Sayso יפעל בלי מגש.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>No global hotkey can be had here: %1.</source>
      <translation>אין כאן אפשרות לקיצור מקשים גלובלי: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>Sayso may not type into other programs here.</source>
      <translation>אין כאן ל־Sayso הרשאה להקליד בתוכנות אחרות.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>Sayso's keys are paused, and other programs get them.</source>
      <translation>המקשים של Sayso מושהים, ותוכנות אחרות מקבלות אותם.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>The global hotkey stopped working and was set up again.</source>
      <translation>קיצור המקשים הגלובלי הפסיק לפעול והוגדר מחדש.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>The text could not be inserted: %1.</source>
      <translation>לא ניתן היה להזין את הטקסט: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>There is no screen to open the window on.</source>
      <translation>אין מסך לפתוח בו את החלון.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>This desktop has no tray, so closing the window ends Sayso.</source>
      <translation>בסביבת העבודה הזאת אין מגש, ולכן סגירת החלון סוגרת את Sayso.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>Use the command line: “sayso dictate” or “sayso transcribe FILE”.</source>
      <translation>אפשר להשתמש בשורת הפקודה: ״sayso dictate״ או ״sayso transcribe FILE״.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>Use the talk button, or let Sayso hear its keys again.</source>
      <translation>אפשר להשתמש בכפתור הדיבור, או להחזיר ל־Sayso את המקשים.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>Write it like ctrl+alt+space or f9.</source>
      <translation>יש לכתוב אותו כך: ctrl+alt+space או f9.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/desktop.py" />
      <source>“%1” cannot be a hotkey: %2.</source>
      <translation>״%1״ לא יכול לשמש קיצור מקשים: %2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/network.py" />
      <source>Allow connections in Settings, under Privacy.</source>
      <translation>יש לאפשר חיבורים בהגדרות, תחת פרטיות.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/network.py" />
      <source>Choose another model, or allow connections in Settings, under Privacy.</source>
      <translation>יש לבחור מודל אחר, או לאפשר חיבורים בהגדרות, תחת פרטיות.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/network.py" />
      <source>It is asked again tomorrow.</source>
      <translation>הבדיקה תיעשה שוב מחר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/network.py" />
      <source>Sayso is set to this computer only, and Ollama would pass your words on: “%1” runs elsewhere.</source>
      <translation>‏Sayso מוגדר למחשב הזה בלבד, ו־Ollama היה מעביר את המילים: ״%1״ פועל במקום אחר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/network.py" />
      <source>Sayso is set to this computer only, so it did not connect to %1.</source>
      <translation>‏Sayso מוגדר למחשב הזה בלבד, ולכן לא התחבר אל %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/network.py" />
      <source>Whether there is a newer Sayso could not be found out.</source>
      <translation>לא ניתן היה לברר אם יש גרסה חדשה של Sayso.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Choose another folder at “Save in” in the settings of files.</source>
      <translation>יש לבחור תיקייה אחרת תחת ״שמירה אל״ בהגדרות הקבצים.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Choose another folder, or free some space.</source>
      <translation>יש לבחור תיקייה אחרת, או לפנות מקום.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Free some space; dictation goes on without recordings until then.</source>
      <translation>יש לפנות מקום; עד אז ההכתבה נמשכת בלי הקלטות.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Get it from where you got this one.</source>
      <translation>אפשר להשיג אותו באותו מקום כמו את הגרסה הזאת.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Give the file or its folder a shorter name.</source>
      <translation>יש לתת לקובץ או לתיקייה שלו שם קצר יותר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Give your user the right to write there.</source>
      <translation>יש לתת למשתמש הרשאת כתיבה שם.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>It is watched as soon as it is there.</source>
      <translation>המעקב יתחיל ברגע שהיא תהיה שם.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Its disk can only be read: allow writing to it, or choose another place.</source>
      <translation>הדיסק שלה לקריאה בלבד: יש לאפשר כתיבה אליו, או לבחור מקום אחר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Its window was brought to the front.</source>
      <translation>החלון שלו הובא לחזית.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Look at them in Settings; the old file is kept beside the new one.</source>
      <translation>כדאי לבדוק אותן בהגדרות; הקובץ הישן נשמר לצד החדש.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Name another one, or add --replace.</source>
      <translation>יש לציין קובץ אחר, או להוסיף ‎--replace.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Nothing that was said is lost; try again, and report it if it comes back.</source>
      <translation>שום דבר ממה שנאמר לא אבד; יש לנסות שוב, ולדווח אם זה חוזר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Read about it at %1.</source>
      <translation>אפשר לקרוא על כך בכתובת %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Sayso %1 is there; this is %2.</source>
      <translation>‏Sayso %1 זמין; הגרסה הזאת היא %2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Sayso cannot watch %1 now.</source>
      <translation>‏Sayso לא יכול לעקוב עכשיו אחר %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Sayso cannot write to %1.</source>
      <translation>‏Sayso לא יכול לכתוב אל %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Sayso is already running.</source>
      <translation>‏Sayso כבר פועל.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Sayso is not running.</source>
      <translation>‏Sayso לא פועל.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Some settings could not be read and were set back: %1.</source>
      <translation>לא ניתן היה לקרוא חלק מההגדרות, והן אופסו: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Something went wrong in Sayso (%1).</source>
      <translation>משהו השתבש ב־Sayso (%1).</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Start it again in a moment; if it stays, end it in the system's list of programs.</source>
      <translation>יש להפעיל שוב בעוד רגע; אם הוא נשאר, יש לסגור אותו ברשימת התוכנות של המערכת.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>Start it with “sayso”.</source>
      <translation>יש להפעיל אותו בעזרת ״sayso״.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>The Sayso that was running has not ended yet.</source>
      <translation>‏Sayso הקודם עוד לא נסגר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>The disk that holds %1 is full.</source>
      <translation>הדיסק שבו נמצא %1 מלא.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>The disk that holds %1 takes no name that is so long.</source>
      <translation>הדיסק שבו נמצא %1 לא מקבל שם כל כך ארוך.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>The history could not be read, so a new one was begun.</source>
      <translation>לא ניתן היה לקרוא את ההיסטוריה, ולכן נפתחה חדשה.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>The old file is kept as %1.</source>
      <translation>הקובץ הישן נשמר בשם %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>The old one is kept as %1.</source>
      <translation>הישנה נשמרה בשם %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>The old one is kept as %1; what could still be read of it was taken over.</source>
      <translation>הישן נשמר בשם %1; מה שעוד היה אפשר לקרוא ממנו הועבר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>The report could not be saved in %1.</source>
      <translation>לא ניתן היה לשמור את הדוח אל %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>The settings file could not be read, so the standard settings are used.</source>
      <translation>לא ניתן היה לקרוא את קובץ ההגדרות, ולכן הגדרות ברירת המחדל בשימוש.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>The settings were made by a newer version of Sayso.</source>
      <translation>ההגדרות נוצרו בגרסה חדשה יותר של Sayso.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>The transcripts of files could not be read, so a new collection was begun.</source>
      <translation>לא ניתן היה לקרוא את התמלילים של הקבצים, ולכן נפתח אוסף חדש.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>There is a file called %1 already.</source>
      <translation>כבר יש קובץ בשם %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/program.py" />
      <source>What this version knows of them is used; a copy is kept when you change one.</source>
      <translation>מה שהגרסה הזאת מכירה מהן נמצא בשימוש; עותק נשמר כשמשנים הגדרה.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>%1 could not be transcribed: the speech engine failed.</source>
      <translation>לא ניתן היה לתמלל את %1: מנוע זיהוי הדיבור נכשל.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>A dictation of %1 seconds was cut off when Sayso ended unexpectedly.</source>
      <translation>הכתבה של %1 שניות נקטעה כש־Sayso נסגר במפתיע.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Check the connection and try again; what has arrived is kept.</source>
      <translation>יש לבדוק את החיבור ולנסות שוב; מה שכבר ירד נשמר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Choose a model for many languages, or set the language to English.</source>
      <translation>יש לבחור מודל לשפות רבות, או להגדיר את השפה כאנגלית.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Choose a smaller model or a smaller compute type in Settings.</source>
      <translation>יש לבחור בהגדרות מודל קטן יותר או סוג חישוב קטן יותר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Choose a smaller model or another device in Settings.</source>
      <translation>יש לבחור בהגדרות מודל קטן יותר או התקן אחר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Choose one of those that “sayso models” lists, or the folder of a converted model.</source>
      <translation>יש לבחור אחד מאלה ש״sayso models״ מציג, או תיקייה של מודל שהומר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Get it with “sayso models get %1” or on the Models page, or choose another in Settings.</source>
      <translation>אפשר להוריד אותו בעזרת ״sayso models get %1״ או בדף מודלים, או לבחור אחר בהגדרות.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>If that happens often, choose a larger model in Settings.</source>
      <translation>אם זה קורה לעיתים קרובות, כדאי לבחור מודל גדול יותר בהגדרות.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>It goes when Sayso is uninstalled.</source>
      <translation>הוא יוסר עם הסרת ההתקנה של Sayso.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Its recording is in the history.</source>
      <translation>ההקלטה שלה נמצאת בהיסטוריה.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>NVIDIA's library cuBLAS could not be downloaded: %1.</source>
      <translation>לא ניתן היה להוריד את הספרייה cuBLAS של NVIDIA: %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>NVIDIA's library cuBLAS is in use, so it could not be removed.</source>
      <translation>הספרייה cuBLAS של NVIDIA בשימוש, ולכן לא ניתן היה להסיר אותה.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>No speech was found in “%1”.</source>
      <translation>לא נמצא דיבור ב״%1״.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Play it to hear whether somebody speaks.</source>
      <translation>יש לנגן אותו ולשמוע אם מישהו מדבר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Remove it and get it again, or choose another in Settings.</source>
      <translation>יש להסיר אותו ולהוריד אותו שוב, או לבחור מודל אחר בהגדרות.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Start Sayso again, and remove it before anything is dictated.</source>
      <translation>יש להפעיל את Sayso מחדש, ולהסיר אותה לפני שמכתיבים.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Start it again when you like.</source>
      <translation>אפשר להתחיל אותו שוב בכל עת.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>The recording is kept in the history; transcribe it again from there.</source>
      <translation>ההקלטה נשמרה בהיסטוריה; אפשר לתמלל אותה מחדש משם.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>The speech engine has crashed, and starting it again did not help.</source>
      <translation>מנוע זיהוי הדיבור קרס, והפעלה מחדש לא עזרה.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>The speech model “%1” belongs to an installed package, so Sayso cannot remove it.</source>
      <translation>מודל זיהוי הדיבור ״%1״ שייך לחבילה מותקנת, ולכן Sayso לא יכול להסיר אותו.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>The speech model “%1” cannot be used here: %2.</source>
      <translation>אי אפשר להשתמש כאן במודל זיהוי הדיבור ״%1״: %2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>The speech model “%1” could not be downloaded: %2.</source>
      <translation>לא ניתן היה להוריד את מודל זיהוי הדיבור ״%1״: %2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>The speech model “%1” is a part of Sayso, so it cannot be removed.</source>
      <translation>מודל זיהוי הדיבור ״%1״ הוא חלק מ־Sayso, ולכן אי אפשר להסיר אותו.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>The speech model “%1” is damaged: %2 is not what was published.</source>
      <translation>מודל זיהוי הדיבור ״%1״ פגום: %2 אינו כפי שפורסם.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>The speech model “%1” is in use, so it was not removed.</source>
      <translation>מודל זיהוי הדיבור ״%1״ בשימוש, ולכן לא הוסר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>The speech model “%1” is not on this computer.</source>
      <translation>מודל זיהוי הדיבור ״%1״ לא נמצא במחשב הזה.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>The speech model “%1” writes English alone, but the language is set to “%2”.</source>
      <translation>מודל זיהוי הדיבור ״%1״ כותב רק אנגלית, אבל השפה מוגדרת כ״%2״.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>The transcription was stopped.</source>
      <translation>התמלול נעצר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>There is no speech model called “%1”.</source>
      <translation>אין מודל זיהוי דיבור בשם ״%1״.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>There is not enough memory on the %1 for this speech model.</source>
      <translation>אין די זיכרון (%1) למודל זיהוי הדיבור הזה.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>This took longer: Sayso wrote it down once more as a whole, so that no word is missing.</source>
      <translation>זה נמשך זמן רב יותר: Sayso תמלל הכול פעם נוספת בשלמותו, כדי שלא תחסר אף מילה.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Try again, or choose another model for files in Settings.</source>
      <translation>יש לנסות שוב, או לבחור בהגדרות מודל אחר לקבצים.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Uninstall that package with pip to free its space.</source>
      <translation>יש להסיר את החבילה עם pip כדי לפנות את המקום.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Use a code such as en or de, or leave it out to have the language detected.</source>
      <translation>יש להשתמש בקוד כגון en או de, או להשמיט אותו כדי שהשפה תזוהה.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Use another one before you remove it.</source>
      <translation>יש לעבור למודל אחר לפני שמסירים אותו.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>What you said could not be written down.</source>
      <translation>לא ניתן היה לתמלל את מה שנאמר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Whisper knows no language by the code “%1”.</source>
      <translation>‏Whisper לא מכיר שפה לפי הקוד ״%1״.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/recognition.py" />
      <source>Your recording is kept; try again, or choose another model or device in Settings.</source>
      <translation>ההקלטה נשמרה; יש לנסות שוב, או לבחור מודל או התקן אחר בהגדרות.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>%1 cannot be read: %2.</source>
      <translation>אי אפשר לקרוא את %1: %2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>%1 ends after %2 seconds: the rest is missing or damaged.</source>
      <translation>‏%1 נגמר אחרי %2 שניות: ההמשך חסר או פגום.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>%1 is damaged at %2, and ends after %3 seconds.</source>
      <translation>‏%1 פגום ב־%2, ונגמר אחרי %3 שניות.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>%1 is damaged at %2.</source>
      <translation>‏%1 פגום ב־%2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>%1 is damaged in %2 places, first at %3.</source>
      <translation>‏%1 פגום ב־%2 מקומות, לראשונה ב־%3.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>%1 sends only silence.</source>
      <translation>‏%1 שולח רק שקט.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>%1 stopped sending sound.</source>
      <translation>‏%1 הפסיק לשלוח קול.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>%1 went away while you were speaking.</source>
      <translation>‏%1 התנתק תוך כדי הדיבור.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>About %1 seconds are missing there; the rest is transcribed.</source>
      <translation>חסרות שם בערך %1 שניות; כל השאר מתומלל.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Allow it in the system's privacy settings, and close other programs that hold the microphone.</source>
      <translation>יש לאשר זאת בהגדרות הפרטיות של המערכת, ולסגור תוכנות אחרות שתופסות את המיקרופון.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Check its name and folder.</source>
      <translation>יש לבדוק את השם והתיקייה שלו.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Choose another in the system's sound settings, or restart the computer.</source>
      <translation>יש לבחור אחר בהגדרות הצליל של המערכת, או להפעיל מחדש את המחשב.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Copy it to a folder of your own, or allow your user to read it.</source>
      <translation>יש להעתיק אותו לתיקייה אישית, או לתת למשתמש הרשאת קריאה.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Copy or download it once more.</source>
      <translation>יש להעתיק או להוריד אותו שוב.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>No microphone found.</source>
      <translation>לא נמצא מיקרופון.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Play it in a media player to see whether it is whole, or convert it to WAV.</source>
      <translation>כדאי להשמיע אותו בנגן מדיה כדי לבדוק אם הוא שלם, או להמיר אותו ל־WAV.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Plug it in again, or choose another in the system's sound settings, then play on.</source>
      <translation>יש לחבר אותו שוב, או לבחור אחר בהגדרות הצליל של המערכת, ואז להמשיך בהשמעה.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Plug it in, or choose another in Settings.</source>
      <translation>יש לחבר אותו, או לבחור אחר בהגדרות.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Plug one in, or choose another in Settings.</source>
      <translation>יש לחבר מיקרופון, או לבחור אחר בהגדרות.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Plug one in, or choose one in the system's sound settings.</source>
      <translation>יש לחבר רמקול, או לבחור אחד בהגדרות הצליל של המערכת.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Sayso may not use the microphone.</source>
      <translation>אין ל־Sayso הרשאה להשתמש במיקרופון.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>See whether its disk is still connected, then try again.</source>
      <translation>יש לבדוק אם הדיסק שלו עדיין מחובר, ואז לנסות שוב.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Some of the sound is missing there; the rest is transcribed.</source>
      <translation>חסר שם חלק מהקול; כל השאר מתומלל.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Switch off its mute button, or raise its level in the system's sound settings.</source>
      <translation>יש לכבות את כפתור ההשתקה שלו, או להגביר אותו בהגדרות הצליל של המערכת.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>The loudspeaker stopped taking sound.</source>
      <translation>הרמקול הפסיק לקבל קול.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>The loudspeaker went away.</source>
      <translation>הרמקול התנתק.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>The microphone</source>
      <translation>המיקרופון</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>The microphone “%1”</source>
      <translation>המיקרופון ״%1״</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>The microphone “%1” is not connected.</source>
      <translation>המיקרופון ״%1״ לא מחובר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>There is no file %1.</source>
      <translation>אין קובץ %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>There is no loudspeaker to play on.</source>
      <translation>אין רמקול להשמעה.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>Unplug it and plug it in again, or choose another in Settings.</source>
      <translation>יש לנתק אותו ולחבר אותו שוב, או לבחור אחר בהגדרות.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>What could be read until then is transcribed.</source>
      <translation>מה שהיה אפשר לקרוא עד שם תומלל.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/sound.py" />
      <source>What was said until then is written; plug it in again to go on.</source>
      <translation>מה שנאמר עד אז תומלל; כדי להמשיך יש לחבר אותו שוב.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Check the address in Settings, and bring Ollama up to date.</source>
      <translation>יש לבדוק את הכתובת בהגדרות, ולעדכן את Ollama.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Check the address in Settings, and that its computer is on and lets Sayso in.</source>
      <translation>יש לבדוק את הכתובת בהגדרות, ואם המחשב שלה פועל ומאפשר ל־Sayso להתחבר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Choose Enhance again in a moment.</source>
      <translation>יש לבחור ״ליטוש מחדש״ בעוד רגע.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Choose Enhance again, or a smaller model in Settings.</source>
      <translation>יש לבחור ״ליטוש מחדש״, או מודל קטן יותר בהגדרות.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Choose Enhance again, or another model in Settings.</source>
      <translation>יש לבחור ״ליטוש מחדש״, או מודל אחר בהגדרות.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Choose Enhance again, which starts it anew; choose a smaller model if it comes back.</source>
      <translation>יש לבחור ״ליטוש מחדש״, שמפעיל אותו שוב; אם זה חוזר, יש לבחור מודל קטן יותר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Choose a model that takes in more in Settings, or dictate in shorter pieces.</source>
      <translation>יש לבחור בהגדרות מודל שקולט יותר, או להכתיב בקטעים קצרים יותר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Choose a smaller one in Settings, or close other programs.</source>
      <translation>יש לבחור קטן יותר בהגדרות, או לסגור תוכנות אחרות.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Choose another in Settings.</source>
      <translation>יש לבחור אחר בהגדרות.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Get it here or with “ollama pull %1”, or choose another in Settings.</source>
      <translation>אפשר להוריד אותו כאן או בעזרת ״ollama pull %1״, או לבחור אחר בהגדרות.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Ollama at %1 cannot be reached.</source>
      <translation>אין גישה ל־Ollama בכתובת %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Ollama could not get the model “%1”: %2.</source>
      <translation>‏Ollama לא הצליח להוריד את המודל ״%1״: %2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Ollama does not have the model “%1”.</source>
      <translation>המודל ״%1״ לא נמצא ב־Ollama.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Ollama is busy with other requests.</source>
      <translation>‏Ollama עסוק בבקשות אחרות.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Ollama is not running at %1.</source>
      <translation>‏Ollama לא פועל בכתובת %1.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Ollama sent nothing for %1 seconds.</source>
      <translation>‏Ollama לא שלח דבר במשך %1 שניות.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Ollama's model “%1” stopped unexpectedly.</source>
      <translation>המודל ״%1״ של Ollama נעצר במפתיע.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>See whether Ollama is still running, then choose Enhance again.</source>
      <translation>יש לבדוק אם Ollama עדיין פועל, ואז לבחור ״ליטוש מחדש״.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Start it, then choose Enhance again; until then your text comes as it was spoken.</source>
      <translation>יש להפעיל אותו ואז לבחור ״ליטוש מחדש״; עד אז הטקסט נשאר כפי שנאמר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>The connection to Ollama was lost while it was writing.</source>
      <translation>החיבור ל־Ollama אבד בזמן שכתב.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>The model broke off before its text was whole.</source>
      <translation>המודל הפסיק לפני שהטקסט שלו הושלם.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>The model wrote more than the text allows, so it was stopped.</source>
      <translation>המודל כתב יותר ממה שהטקסט מאפשר, ולכן נעצר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>The model “%1” cannot clean text up: %2.</source>
      <translation>המודל ״%1״ לא יכול ללטש טקסט: %2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>The text is too long for the model to take in at once.</source>
      <translation>הטקסט ארוך מדי למודל בבת אחת.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>There is not enough memory for the model “%1”.</source>
      <translation>אין די זיכרון למודל ״%1״.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Try again once that is mended; what has arrived is kept.</source>
      <translation>יש לנסות שוב אחרי שהדבר יתוקן; מה שכבר ירד נשמר.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>What answers at %1 does not speak as Ollama does.</source>
      <translation>מה שמשיב בכתובת %1 לא מדבר כמו Ollama.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>Write it like http://localhost:11434 in Settings.</source>
      <translation>יש לכתוב אותה בהגדרות כך: http://localhost:11434.</translation>
    </message>
    <message>
      <location filename="../../app/domain/problems/writing.py" />
      <source>“%1” cannot be the address of Ollama: %2.</source>
      <translation>״%1״ לא יכול להיות הכתובת של Ollama: %2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/recommendation.py" />
      <source>%1 takes about %2 MB with %3.</source>
      <translation>‏%1 תופס בערך ‎%2 MB עם %3.</translation>
    </message>
    <message>
      <location filename="../../app/domain/recommendation.py" />
      <source>A short sentence takes %1 s with it, measured here.</source>
      <translation>תמלול משפט קצר נמשך איתו %1 שנ׳, לפי מדידה כאן.</translation>
    </message>
    <message>
      <location filename="../../app/domain/recommendation.py" />
      <source>A short sentence will take about %1 s with it, as measured here with %2.</source>
      <translation>תמלול משפט קצר יימשך איתו בערך %1 שנ׳, לפי מדידה כאן עם %2.</translation>
    </message>
    <message>
      <location filename="../../app/domain/recommendation.py" />
      <source>Its speed here has not been measured yet.</source>
      <translation>המהירות שלו כאן עוד לא נמדדה.</translation>
    </message>
    <message>
      <location filename="../../app/domain/transcript_texts.py" />
      <source>Somebody speaks here, and there is no text.</source>
      <translation>מישהו מדבר כאן, ואין טקסט.</translation>
    </message>
    <message>
      <location filename="../../app/domain/transcript_texts.py" />
      <source>Text was left out here, as hardly anybody speaks.</source>
      <translation>הושמט כאן טקסט, כי כמעט אין כאן דיבור.</translation>
    </message>
    <message>
      <location filename="../../app/domain/transcript_texts.py" />
      <source>The text repeats itself here.</source>
      <translation>הטקסט חוזר על עצמו כאן.</translation>
    </message>
    <message>
      <location filename="../../app/domain/transcript_texts.py" />
      <source>These words are unsure.</source>
      <translation>המילים האלה לא ודאיות.</translation>
    </message>
    <message>
      <location filename="../../app/domain/writer_host.py" />
      <source>it has a blank in it</source>
      <translation>יש בה רווח</translation>
    </message>
    <message>
      <location filename="../../app/domain/writer_host.py" />
      <source>it may only have a name, a port and a path</source>
      <translation>מותרים בה רק שם, פורט ונתיב</translation>
    </message>
    <message>
      <location filename="../../app/domain/writer_host.py" />
      <source>it must begin with http or https</source>
      <translation>היא צריכה להתחיל ב־http או ב־https</translation>
    </message>
    <message>
      <location filename="../../app/domain/writer_host.py" />
      <source>its port or its name is not valid</source>
      <translation>הפורט או השם שלה אינם תקינים</translation>
    </message>
    <message>
      <location filename="../../app/services/autostart.py" />
      <source>looking at the autostart</source>
      <translation>בדיקת ההפעלה האוטומטית</translation>
    </message>
    <message>
      <location filename="../../app/services/autostart.py" />
      <source>setting the autostart</source>
      <translation>קביעת ההפעלה האוטומטית</translation>
    </message>
    <message>
      <location filename="../../app/services/compute_proofs.py" />
      <source>Nothing else works here.</source>
      <translation>שום דבר אחר לא פועל כאן.</translation>
    </message>
    <message>
      <location filename="../../app/services/compute_proofs.py" />
      <source>Nothing works here.</source>
      <translation>שום דבר לא פועל כאן.</translation>
    </message>
    <message>
      <location filename="../../app/services/compute_proofs.py" />
      <source>The %1, was not tried: %2.</source>
      <translation>‏%1: לא נוסה: %2.</translation>
    </message>
    <message>
      <location filename="../../app/services/cuda_runtime.py" />
      <source>getting NVIDIA's library cuBLAS</source>
      <translation>הורדת הספרייה cuBLAS של NVIDIA</translation>
    </message>
    <message>
      <location filename="../../app/services/cuda_runtime.py" />
      <source>removing NVIDIA's library cuBLAS</source>
      <translation>הסרת הספרייה cuBLAS של NVIDIA</translation>
    </message>
    <message>
      <location filename="../../app/services/dispatcher.py" />
      <source>what follows an event</source>
      <translation>טיפול באירוע</translation>
    </message>
    <message>
      <location filename="../../app/services/file_looks.py" />
      <source>looking into a file</source>
      <translation>עיון בקובץ</translation>
    </message>
    <message>
      <location filename="../../app/services/file_saving.py" />
      <source>saving a transcript</source>
      <translation>שמירת תמליל</translation>
    </message>
    <message>
      <location filename="../../app/services/file_shelf.py" />
      <source>Add it again to have a transcript of it.</source>
      <translation>יש להוסיף אותו שוב כדי לקבל תמליל שלו.</translation>
    </message>
    <message>
      <location filename="../../app/services/file_shelf.py" />
      <source>The transcript of this file cannot be read any more.</source>
      <translation>כבר אי אפשר לקרוא את התמליל של הקובץ הזה.</translation>
    </message>
    <message>
      <location filename="../../app/services/file_shelf.py" />
      <source>This file is not in the list any more.</source>
      <translation>הקובץ הזה כבר לא ברשימה.</translation>
    </message>
    <message>
      <location filename="../../app/services/file_shelf.py" />
      <source>Transcribe the file again.</source>
      <translation>יש לתמלל את הקובץ שוב.</translation>
    </message>
    <message>
      <location filename="../../app/services/file_watching.py" />
      <source>watching a folder</source>
      <translation>מעקב אחר תיקייה</translation>
    </message>
    <message>
      <location filename="../../app/services/file_work.py" />
      <source>transcribing a file</source>
      <translation>תמלול קובץ</translation>
    </message>
    <message>
      <location filename="../../app/services/hardware.py" />
      <source>The %1 does not offer %2.</source>
      <translation>‏%1: אין תמיכה ב־%2.</translation>
    </message>
    <message>
      <location filename="../../app/services/history_export.py" />
      <source>writing the history to a file</source>
      <translation>כתיבת ההיסטוריה לקובץ</translation>
    </message>
    <message>
      <location filename="../../app/services/hotkeys.py" />
      <source>it is the cancel key already</source>
      <translation>הוא כבר משמש כמקש הביטול</translation>
    </message>
    <message>
      <location filename="../../app/services/hotkeys.py" />
      <source>it is the key for raw text already</source>
      <translation>הוא כבר משמש כמקש לטקסט גולמי</translation>
    </message>
    <message>
      <location filename="../../app/services/hotkeys.py" />
      <source>it is the talk key already</source>
      <translation>הוא כבר משמש כמקש הדיבור</translation>
    </message>
    <message>
      <location filename="../../app/services/hotkeys.py" />
      <source>this desktop offers no way to hear keys in other programs</source>
      <translation>סביבת העבודה הזאת לא מאפשרת לקלוט מקשים בתוכנות אחרות</translation>
    </message>
    <message>
      <location filename="../../app/services/insertion_runs.py" />
      <source>Sayso was ended while it was being typed</source>
      <translation>‏Sayso נסגר בזמן ההקלדה</translation>
    </message>
    <message>
      <location filename="../../app/services/insertion_runs.py" />
      <source>another window came to the front while it was being typed</source>
      <translation>חלון אחר עבר לחזית בזמן ההקלדה</translation>
    </message>
    <message>
      <location filename="../../app/services/insertion_runs.py" />
      <source>inserting text</source>
      <translation>הזנת טקסט</translation>
    </message>
    <message>
      <location filename="../../app/services/microphone_check.py" />
      <source>A dictation is going on. Test the microphone again when it has ended.</source>
      <translation>מתבצעת הכתבה. יש לבדוק שוב את המיקרופון אחרי שתסתיים.</translation>
    </message>
    <message>
      <location filename="../../app/services/model_desk.py" />
      <source>getting a speech model</source>
      <translation>הורדת מודל זיהוי דיבור</translation>
    </message>
    <message>
      <location filename="../../app/services/model_desk.py" />
      <source>looking for speech models</source>
      <translation>חיפוש מודלים לזיהוי דיבור</translation>
    </message>
    <message>
      <location filename="../../app/services/model_desk.py" />
      <source>removing a speech model</source>
      <translation>הסרת מודל זיהוי דיבור</translation>
    </message>
    <message>
      <location filename="../../app/services/model_pool.py" />
      <source>loading a speech model</source>
      <translation>טעינת מודל זיהוי דיבור</translation>
    </message>
    <message>
      <location filename="../../app/services/model_trial.py" />
      <source>A dictation began, so the trial was dropped.</source>
      <translation>התחילה הכתבה, ולכן הניסיון בוטל.</translation>
    </message>
    <message>
      <location filename="../../app/services/model_trial.py" />
      <source>A dictation is going on. Try the model when it has ended.</source>
      <translation>מתבצעת הכתבה. אפשר לנסות את המודל אחרי שתסתיים.</translation>
    </message>
    <message>
      <location filename="../../app/services/model_trial.py" />
      <source>Loaded in %1 s.</source>
      <translation>נטען תוך %1 שנ׳.</translation>
    </message>
    <message>
      <location filename="../../app/services/model_trial.py" />
      <source>No speech was heard. Say a few words while Sayso listens.</source>
      <translation>לא נשמע דיבור. יש לומר כמה מילים בזמן ש־Sayso מקשיב.</translation>
    </message>
    <message>
      <location filename="../../app/services/model_trial.py" />
      <source>The model found no words in what was said.</source>
      <translation>המודל לא מצא מילים במה שנאמר.</translation>
    </message>
    <message>
      <location filename="../../app/services/model_trial.py" />
      <source>trying a speech model out</source>
      <translation>ניסוי מודל זיהוי דיבור</translation>
    </message>
    <message>
      <location filename="../../app/services/playback.py" />
      <source>playing a file</source>
      <translation>השמעת קובץ</translation>
    </message>
    <message>
      <location filename="../../app/services/privacy.py" />
      <source>removing what is kept (%1)</source>
      <translation>הסרת מה שנשמר (%1)</translation>
    </message>
    <message>
      <location filename="../../app/services/recognizers.py" />
      <source>The graphics card failed during a dictation, so the processor is used.</source>
      <translation>כרטיס המסך נכשל במהלך הכתבה, ולכן המעבד בשימוש.</translation>
    </message>
    <message>
      <location filename="../../app/services/replacement_run.py" />
      <source>another program has taken the clipboard</source>
      <translation>תוכנה אחרת לקחה את הלוח</translation>
    </message>
    <message>
      <location filename="../../app/services/replacement_run.py" />
      <source>the keyboard or the pointer was used meanwhile</source>
      <translation>בינתיים היה שימוש במקלדת או בעכבר</translation>
    </message>
    <message>
      <location filename="../../app/services/replacement_run.py" />
      <source>the text at the cursor is not the one that was inserted</source>
      <translation>הטקסט שבסמן אינו זה שהוזן</translation>
    </message>
    <message>
      <location filename="../../app/services/speech.py" />
      <source>writing down what you said</source>
      <translation>תמלול מה שנאמר</translation>
    </message>
    <message>
      <location filename="../../app/services/transcript_cleaning.py" />
      <source>It cannot be told which words belong to which time.</source>
      <translation>אי אפשר לקבוע אילו מילים שייכות לאיזה זמן.</translation>
    </message>
    <message>
      <location filename="../../app/services/transcript_cleaning.py" />
      <source>cleaning up a transcript</source>
      <translation>ליטוש תמליל</translation>
    </message>
    <message>
      <location filename="../../app/services/writers.py" />
      <source>asking which language models there are</source>
      <translation>בירור אילו מודלי שפה יש</translation>
    </message>
    <message>
      <location filename="../../app/services/writers.py" />
      <source>getting a language model</source>
      <translation>הורדת מודל שפה</translation>
    </message>
    <message>
      <location filename="../../app/services/writing.py" />
      <source>cleaning up what you said</source>
      <translation>ליטוש מה שנאמר</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>All models on this computer</source>
      <translation>כל המודלים שבמחשב הזה</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Back to the models</source>
      <translation>חזרה למודלים</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Benchmark</source>
      <translation>מבחן ביצועים</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Clean-up</source>
      <translation>ליטוש</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>How far it is</source>
      <translation>התקדמות המדידה</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>How fast and how well the speech models and the clean-up do on this computer. It takes some minutes and all of the processor. What else the computer does meanwhile makes the figures worse.</source>
      <translation>כמה מהר וכמה טוב פועלים במחשב הזה מודלי זיהוי הדיבור והליטוש. המדידה נמשכת כמה דקות ומנצלת את כל המעבד. כל פעולה אחרת של המחשב בינתיים פוגעת בתוצאות.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Measure the clean-up, too</source>
      <translation>מדידה גם של הליטוש</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Measure this computer</source>
      <translation>מדידת המחשב הזה</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Measured when</source>
      <translation>מועד המדידה</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Measured, and kept with the others.</source>
      <translation>נמדד, ונשמר עם האחרים.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Model</source>
      <translation>מודל</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Models</source>
      <translation>מודלים</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Models to measure</source>
      <translation>מודלים למדידה</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Models up to small</source>
      <translation>מודלים עד small</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Nothing measured yet.</source>
      <translation>עוד לא נמדד דבר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Save as JSON …</source>
      <translation>שמירה כ־JSON…</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Save the benchmark</source>
      <translation>שמירת מבחן הביצועים</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Saved as %1.</source>
      <translation>נשמר בשם %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Stop</source>
      <translation>עצירה</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>Stopped. Nothing of it is kept.</source>
      <translation>נעצר. שום דבר לא נשמר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>The clean-up</source>
      <translation>הליטוש</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>The speech models</source>
      <translation>מודלי זיהוי הדיבור</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_page.py" />
      <source>What is measured so far</source>
      <translation>מה נמדד עד כה</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_plot.py" />
      <source>Cleaning it up</source>
      <translation>הליטוש</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_plot.py" />
      <source>Memory</source>
      <translation>זיכרון</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_plot.py" />
      <source>The figures as bars</source>
      <translation>הנתונים כעמודות</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_plot.py" />
      <source>The first time, with loading</source>
      <translation>הפעם הראשונה, כולל טעינה</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_plot.py" />
      <source>Writing down %1 of speech</source>
      <translation>תמלול %1 של דיבור</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>%1 %</source>
      <translation>%1%</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>%1 MB</source>
      <translation>‎%1 MB</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>%1 s</source>
      <translation>‏%1 שנ׳</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>%1 · %2 %</source>
      <translation>%1 · %2%</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>%1, %2 of %3</source>
      <translation>‏%1, %2 מתוך %3</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>%1, %2, beam %3: %4.</source>
      <translation>‏%1, %2, אלומה %3: %4.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>%1, and %2 for the clean-up</source>
      <translation>‏%1, ו־%2 לליטוש</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>%1: %2</source>
      <translation>‏%1: %2</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>%1–%2 s</source>
      <translation>‏%1–%2 שנ׳</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Card</source>
      <translation>כרטיס</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Errors</source>
      <translation>שגיאות</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Errors are over %1 recordings.</source>
      <translation>השגיאות חושבו על פני %1 הקלטות.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Errors are words written otherwise, left out or added, in 100 words of the reference, counted simply: “20” for “twenty” is one, too. Compare them with each other alone.</source>
      <translation>שגיאות הן מילים שנכתבו אחרת, הושמטו או נוספו, לכל 100 מילים של טקסט הייחוס, בספירה פשוטה: גם ״20״ במקום ״עשרים״ נחשב לשגיאה. יש להשוות אותן רק זו לזו.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>First</source>
      <translation>ראשון</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>First token</source>
      <translation>אסימון ראשון</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Graphics card</source>
      <translation>כרטיס מסך</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Guard</source>
      <translation>בדיקה</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Load</source>
      <translation>טעינה</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Load is from nothing but the libraries to a model that is proved to work, for which a short clip is transcribed twice. First is the first transcription after that, steady the median of those that follow; both are of the whole clip at once. A dictation waits less, as most of it is written down while it is spoken.</source>
      <translation>טעינה: מהספריות לבדן ועד מודל שהוכח שהוא פועל, ולשם כך מתומלל קטע קצר פעמיים. ראשון: התמלול הראשון שאחריה. שוטף: החציון של התמלולים הבאים. שניהם על הקטע כולו בבת אחת. בהכתבה ההמתנה קצרה יותר, כי רוב הטקסט מתומלל תוך כדי הדיבור.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Measured with %1 of speech: %2.</source>
      <translation>נמדד עם %1 של דיבור: %2.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Measured with %1 of speech: the clip that comes with Sayso, a synthetic voice.</source>
      <translation>נמדד עם %1 של דיבור: הקטע שמצורף ל־Sayso, בקול סינתטי.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Memory is what the process takes above its state before loading, peak the most that it took meanwhile. Each model is measured in a process of its own.</source>
      <translation>זיכרון: מה שהתהליך תופס מעבר למצבו לפני הטעינה. שיא: המרב שתפס בינתיים. כל מודל נמדד בתהליך נפרד.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Passed</source>
      <translation>עבר</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Peak</source>
      <translation>שיא</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Ready</source>
      <translation>מוכן</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Ready is loading the language model and reading its fixed prompt, which Sayso does while you speak. Card is how much of it the graphics card holds; guard, whether its text would be used.</source>
      <translation>מוכן: טעינת מודל השפה וקריאת ההנחיה הקבועה שלו, ש־Sayso מבצע תוך כדי הדיבור. כרטיס: איזה חלק של המודל נמצא בכרטיס המסך. בדיקה: האם הטקסט שלו היה נכנס לשימוש.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Refused</source>
      <translation>נדחה</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Somebody else's figures, told by the plan that Sayso began as, not measured</source>
      <translation>נתונים של מישהו אחר, מתוך התוכנית שממנה התחיל Sayso, ולא נמדדו</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Speed</source>
      <translation>מהירות</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Steady</source>
      <translation>שוטף</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>The outlined bars are somebody else's, told by the plan that Sayso began as, not measured</source>
      <translation>העמודות בקו מתאר הן נתונים של מישהו אחר, מתוך התוכנית שממנה התחיל Sayso, ולא נמדדו</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>The plan's machine (%1)</source>
      <translation>המחשב של התוכנית (%1)</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Tokens/s</source>
      <translation>אסימונים/שנ׳</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>Total</source>
      <translation>סך הכול</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>cleaning up</source>
      <translation>מלטש</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>counting errors</source>
      <translation>סופר שגיאות</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>getting ready</source>
      <translation>בהכנה</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>getting the language model ready</source>
      <translation>מכין את מודל השפה</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>here: on an %1, %2 took %3 for %4 of speech and %5 more the first time, an %6 %7; %8 in all. The plan aimed at %9.</source>
      <translation>כאן: עם %1, ל־%2 נדרשו %3 עבור %4 של דיבור ועוד %5 בפעם הראשונה, ול־%6 נדרשו %7; בסך הכול %8. יעד התוכנית היה %9.</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>loading</source>
      <translation>בטעינה</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>transcribing again</source>
      <translation>מתמלל שוב</translation>
    </message>
    <message>
      <location filename="../../app/ui/bench_words.py" />
      <source>transcribing for the first time</source>
      <translation>מתמלל בפעם הראשונה</translation>
    </message>
    <message>
      <location filename="../../app/ui/chord_field.py" />
      <source>Press the keys …</source>
      <translation>יש ללחוץ על המקשים…</translation>
    </message>
    <message>
      <location filename="../../app/ui/chord_field.py" />
      <source>This key cannot be a hotkey.</source>
      <translation>המקש הזה לא יכול לשמש קיצור מקשים.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_rows.py" />
      <source>After the last dictation. Then its memory is free for others.</source>
      <translation>אחרי ההכתבה האחרונה. אחר כך הזיכרון שלו מתפנה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_rows.py" />
      <source>Always</source>
      <translation>תמיד</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_rows.py" />
      <source>Automatic</source>
      <translation>אוטומטי</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_rows.py" />
      <source>Between 1 and %1 minutes.</source>
      <translation>בין 1 ל־%1 דקות.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_rows.py" />
      <source>Clean up after the speech model %1</source>
      <translation>ליטוש אחרי מודל זיהוי הדיבור %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_rows.py" />
      <source>For a while</source>
      <translation>לזמן מה</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_rows.py" />
      <source>Its memory is free at once, and every clean-up waits until it is loaded.</source>
      <translation>הזיכרון שלו מתפנה מיד, וכל ליטוש ממתין עד שהוא נטען.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_rows.py" />
      <source>Minutes to keep it loaded</source>
      <translation>כמה דקות להשאיר אותו טעון</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_rows.py" />
      <source>Not at all</source>
      <translation>כלל לא</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_rows.py" />
      <source>The next clean-up begins at once. Its memory is never free for others.</source>
      <translation>הליטוש הבא מתחיל מיד. הזיכרון שלו אף פעם לא מתפנה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source> min</source>
      <translation> דק׳</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>0 takes the likeliest word each time; more is livelier and strays further.</source>
      <translation>0 בוחר בכל פעם במילה הסבירה ביותר; ערך גבוה יותר נותן טקסט חי יותר, שמתרחק יותר מהמקור.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>A language model on this computer mends punctuation, grammar and slips of the tongue. Every text can be cleaned up by hand as well.</source>
      <translation>מודל שפה במחשב הזה מתקן פיסוק, דקדוק ופליטות פה. אפשר גם ללטש כל טקסט באופן ידני.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Address of Ollama</source>
      <translation>הכתובת של Ollama</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Automatic leaves the text of medium and larger ones as it is: they write well enough.</source>
      <translation>״אוטומטי״ לא משנה את הטקסט של מודלים בגודל medium ומעלה: הם כותבים היטב.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Begin sentences with a capital, and mend spaces</source>
      <translation>אות גדולה בתחילת משפט ותיקון רווחים</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Clean up after the speech model</source>
      <translation>ליטוש אחרי מודל זיהוי הדיבור</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Clean up what I dictate</source>
      <translation>ליטוש של מה שמוכתב</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Clean up while I speak</source>
      <translation>ליטוש תוך כדי הדיבור</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Clean-up · Styles</source>
      <translation>ליטוש · סגנונות</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Clean-up · Without a language model</source>
      <translation>ליטוש · ללא מודל שפה</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Finished sentences are done before you are, so that the wait at the end is short.</source>
      <translation>משפטים שהסתיימו מלוטשים עוד לפני סוף הדיבור, כך שההמתנה בסוף קצרה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Free its memory when Sayso ends</source>
      <translation>פינוי הזיכרון שלו כש־Sayso נסגר</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Keep it loaded</source>
      <translation>להשאיר טעון</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Language model</source>
      <translation>מודל שפה</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Leave out stutters</source>
      <translation>השמטת גמגומים</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Leave out “um” and “uh”</source>
      <translation>השמטת קולות היסוס (״um״, ״uh״)</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Let writing down go first</source>
      <translation>קדימות לתמלול</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Look at</source>
      <translation>הצגת סגנון</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Names and terms</source>
      <translation>שמות ומונחים</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>One on each line, spelled as it is to be written.</source>
      <translation>אחד בכל שורה, באיות הרצוי.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>One on each line: as said %1 as written. Whole words, in any case.</source>
      <translation>אחת בכל שורה: כפי שנאמר %1 כפי שנכתב. מילים שלמות, ללא תלות ברישיות.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Otherwise it stays loaded for as long as is set above.</source>
      <translation>אחרת הוא נשאר טעון למשך הזמן שהוגדר למעלה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Put at the cursor</source>
      <translation>מה מוזן בסמן</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Replacements</source>
      <translation>החלפות</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Say them and the marks are written; the words themselves are then never.</source>
      <translation>כשהם נאמרים נכתבים הסימנים, והמילים עצמן לא נכתבות.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Sounds and words that only fill.</source>
      <translation>קולות ומילות מילוי בלבד.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Style</source>
      <translation>סגנון</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Temperature</source>
      <translation>טמפרטורה</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Try it on</source>
      <translation>הטקסט לניסיון</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>What the language model is told in the style of your own. Empty: as it came.</source>
      <translation>ההנחיה שמודל השפה מקבל בסגנון האישי. ריק: ההנחיה המקורית.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>What you say goes there to be cleaned up, and nowhere else.</source>
      <translation>מה שנאמר נשלח לשם לליטוש, ולא לשום מקום אחר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Where the language model runs on the processor, it waits while what you say is written down.</source>
      <translation>כשמודל השפה פועל על המעבד, הוא ממתין בזמן שהדיבור מתומלל.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Write it like %1.</source>
      <translation>יש לכתוב כך: %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Write “comma” and “new line” as marks</source>
      <translation>כתיבת ״comma״ ו״new line״ כסימנים</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>Your own instruction</source>
      <translation>הנחיה אישית</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>at most %1 characters.</source>
      <translation>לכל היותר %1 תווים.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>say so %1 Sayso</source>
      <translation>סיי סו %1 Sayso</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>write it as “as said %1 as written”.</source>
      <translation>יש לכתוב ״כפי שנאמר %1 כפי שנכתב״.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>“it rains today .” becomes “It rains today.”</source>
      <translation>״it rains today .‎״ הופך ל״It rains today.‎״</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_settings.py" />
      <source>“the the meeting” becomes “the meeting”.</source>
      <translation>״את את הפגישה״ הופך ל״את הפגישה״.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_tabs.py" />
      <source>%1, in use</source>
      <translation>‏%1, בשימוש</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_tabs.py" />
      <source>%1, not used</source>
      <translation>‏%1, לא בשימוש</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_tabs.py" />
      <source>Enhanced</source>
      <translation>מלוטש</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_tabs.py" />
      <source>Spoken</source>
      <translation>כפי שנאמר</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_tabs.py" />
      <source>Texts</source>
      <translation>טקסטים</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>%1 % on the graphics card</source>
      <translation>‏%1% על כרטיס המסך</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>%1 tokens/s</source>
      <translation>‏%1 אסימונים/שנ׳</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>Enhanced text not used: %1</source>
      <translation>הטקסט המלוטש לא בשימוש: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>For each token the whole model is read from memory, and the processor's memory is many times slower than a graphics card's.</source>
      <translation>עבור כל אסימון המודל כולו נקרא מהזיכרון, והזיכרון של המעבד איטי פי כמה מזה של כרטיס מסך.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>Loading %1…</source>
      <translation>טוען את %1…</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>Not used: %1</source>
      <translation>לא בשימוש: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>Ollama found no graphics card with room for the model.</source>
      <translation>‏Ollama לא מצא כרטיס מסך שיש בו מקום למודל.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>Partly used: %1</source>
      <translation>בשימוש חלקי: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>The first words are on their way.</source>
      <translation>המילים הראשונות בדרך.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>The rest of the model had no room on the graphics card.</source>
      <translation>לשאר המודל לא היה מקום בכרטיס המסך.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>The spoken text can be used while %1 is being loaded.</source>
      <translation>אפשר להשתמש בטקסט כפי שנאמר בזמן ש־%1 נטען.</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>Tidied up</source>
      <translation>לוטש</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>Tidying up</source>
      <translation>מלטש</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>first token %1 s</source>
      <translation>אסימון ראשון: %1 שנ׳</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>on the graphics card</source>
      <translation>על כרטיס המסך</translation>
    </message>
    <message>
      <location filename="../../app/ui/clean_up_words.py" />
      <source>on the processor</source>
      <translation>על המעבד</translation>
    </message>
    <message>
      <location filename="../../app/ui/compute_types.py" />
      <source>In use now.</source>
      <translation>בשימוש כעת.</translation>
    </message>
    <message>
      <location filename="../../app/ui/compute_types.py" />
      <source>Try %1 again</source>
      <translation>ניסיון נוסף: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/compute_types.py" />
      <source>Try again</source>
      <translation>ניסיון נוסף</translation>
    </message>
    <message>
      <location filename="../../app/ui/cuda_row.py" />
      <source>All of cuBLAS has arrived, and is being unpacked …</source>
      <translation>ההורדה של cuBLAS הושלמה, והקבצים מחולצים…</translation>
    </message>
    <message>
      <location filename="../../app/ui/cuda_row.py" />
      <source>Get it (%1)</source>
      <translation>הורדה (%1)</translation>
    </message>
    <message>
      <location filename="../../app/ui/cuda_row.py" />
      <source>Getting cuBLAS …</source>
      <translation>הורדת cuBLAS…</translation>
    </message>
    <message>
      <location filename="../../app/ui/cuda_row.py" />
      <source>Getting cuBLAS: %1 of %2 here</source>
      <translation>הורדת cuBLAS: %1 מתוך %2 כבר כאן</translation>
    </message>
    <message>
      <location filename="../../app/ui/cuda_row.py" />
      <source>Go on, %1 left</source>
      <translation>המשך, נותרו %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/cuda_row.py" />
      <source>Remove (%1)</source>
      <translation>הסרה (%1)</translation>
    </message>
    <message>
      <location filename="../../app/ui/cuda_row.py" />
      <source>Remove cuBLAS? The graphics card is not used then, and %1 are freed.</source>
      <translation>להסיר את cuBLAS? כרטיס המסך לא ישמש אז, ו־%1 יתפנו.</translation>
    </message>
    <message>
      <location filename="../../app/ui/cuda_row.py" />
      <source>Removed; %1 of the disk are free again.</source>
      <translation>הוסר; %1 התפנו בדיסק.</translation>
    </message>
    <message>
      <location filename="../../app/ui/cuda_row.py" />
      <source>Stop getting cuBLAS</source>
      <translation>עצירת ההורדה של cuBLAS</translation>
    </message>
    <message>
      <location filename="../../app/ui/cuda_row.py" />
      <source>Stopped. What has arrived is kept.</source>
      <translation>נעצר. מה שכבר ירד נשמר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/cuda_row.py" />
      <source>cuBLAS %1 is here, NVIDIA's library that the graphics card computes with.</source>
      <translation>‏cuBLAS %1 כאן: הספרייה של NVIDIA שכרטיס המסך מחשב בעזרתה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/dictate_page.py" />
      <source>%1 · loading</source>
      <translation>‏%1 · בטעינה</translation>
    </message>
    <message>
      <location filename="../../app/ui/dictate_page.py" />
      <source>%1 · not loaded</source>
      <translation>‏%1 · לא טעון</translation>
    </message>
    <message>
      <location filename="../../app/ui/dictate_page.py" />
      <source>Default microphone</source>
      <translation>מיקרופון ברירת המחדל</translation>
    </message>
    <message>
      <location filename="../../app/ui/dictate_page.py" />
      <source>Microphone open</source>
      <translation>המיקרופון פתוח</translation>
    </message>
    <message>
      <location filename="../../app/ui/dictate_page.py" />
      <source>Microphone settings</source>
      <translation>הגדרות המיקרופון</translation>
    </message>
    <message>
      <location filename="../../app/ui/dictate_page.py" />
      <source>Microphone: %1</source>
      <translation>מיקרופון: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/dictate_page.py" />
      <source>No model</source>
      <translation>אין מודל</translation>
    </message>
    <message>
      <location filename="../../app/ui/dictate_page.py" />
      <source>Speech model: %1</source>
      <translation>מודל זיהוי דיבור: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/dictate_page.py" />
      <source>Speech settings</source>
      <translation>הגדרות הדיבור</translation>
    </message>
    <message>
      <location filename="../../app/ui/dictate_page.py" />
      <source>Start dictation</source>
      <translation>התחלת הכתבה</translation>
    </message>
    <message>
      <location filename="../../app/ui/dictate_page.py" />
      <source>Stop dictation</source>
      <translation>עצירת ההכתבה</translation>
    </message>
    <message>
      <location filename="../../app/ui/dictate_page.py" />
      <source>System default</source>
      <translation>ברירת המחדל של המערכת</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_acts.py" />
      <source>Cancel</source>
      <translation>ביטול</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_acts.py" />
      <source>More</source>
      <translation>עוד</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_acts.py" />
      <source>Move down</source>
      <translation>העברה למטה</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_acts.py" />
      <source>Move up</source>
      <translation>העברה למעלה</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_acts.py" />
      <source>Open the transcript</source>
      <translation>פתיחת התמליל</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_acts.py" />
      <source>Pause</source>
      <translation>השהיה</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_acts.py" />
      <source>Remove from the list</source>
      <translation>הסרה מהרשימה</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_acts.py" />
      <source>Resume</source>
      <translation>המשך</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_acts.py" />
      <source>Show the file in its folder</source>
      <translation>הצגת הקובץ בתיקייה שלו</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_acts.py" />
      <source>Show what was saved</source>
      <translation>הצגת מה שנשמר</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_acts.py" />
      <source>Transcribe again</source>
      <translation>תמלול מחדש</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_choice.py" />
      <source>Channels</source>
      <translation>ערוצים</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_choice.py" />
      <source>Track</source>
      <translation>רצועת קול</translation>
    </message>
    <message>
      <location filename="../../app/ui/file_list.py" />
      <source>Files</source>
      <translation>קבצים</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_bar.py" />
      <source>Add files …</source>
      <translation>הוספת קבצים…</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_bar.py" />
      <source>Add folder …</source>
      <translation>הוספת תיקייה…</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_bar.py" />
      <source>Clear finished</source>
      <translation>הסרת מה שהסתיים</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_bar.py" />
      <source>Opens the settings of files</source>
      <translation>פתיחת ההגדרות של קבצים</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_bar.py" />
      <source>Pause all</source>
      <translation>השהיית הכול</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_bar.py" />
      <source>Progress of all files</source>
      <translation>ההתקדמות של כל הקבצים</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_bar.py" />
      <source>Resume all</source>
      <translation>המשך הכול</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_bar.py" />
      <source>Settings of files …</source>
      <translation>הגדרות קבצים…</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_page.py" />
      <source>A folder of recordings or videos</source>
      <translation>תיקייה של הקלטות או סרטונים</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_page.py" />
      <source>All files (*)</source>
      <translation>כל הקבצים (*)</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_page.py" />
      <source>Choose files …</source>
      <translation>בחירת קבצים…</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_page.py" />
      <source>Clear all the same</source>
      <translation>הסרה בכל זאת</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_page.py" />
      <source>Drop recordings or videos here, or choose them.</source>
      <translation>אפשר לגרור לכאן הקלטות או סרטונים, או לבחור אותם.</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_page.py" />
      <source>Each becomes a transcript to read, to correct and to listen to, and subtitles. Nothing leaves this computer.</source>
      <translation>כל אחד הופך לתמליל לקריאה, לתיקון ולהאזנה, ולכתוביות. שום דבר לא יוצא מהמחשב הזה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_page.py" />
      <source>Recordings and videos</source>
      <translation>הקלטות וסרטונים</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_page.py" />
      <source>Recordings and videos (%1)</source>
      <translation>הקלטות וסרטונים (%1)</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_page.py" />
      <source>Remove all the same</source>
      <translation>הסרה בכל זאת</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_page.py" />
      <source>Transcribe anew</source>
      <translation>תמלול מחדש</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>%1 of %2</source>
      <translation>‏%1 מתוך %2</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>%1 of %2 done</source>
      <translation>‏%1 מתוך %2 הסתיימו</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>%1 written</source>
      <translation>‏%1 תומללו</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>%n added</source>
      <translation>
        <numerusform>נוסף %n</numerusform>
        <numerusform>נוספו %n</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>%n channels</source>
      <translation>
        <numerusform>‏%n ערוץ</numerusform>
        <numerusform>‏%n ערוצים</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>%n failed</source>
      <translation>
        <numerusform>‏%n נכשל</numerusform>
        <numerusform>‏%n נכשלו</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>%n files are in the list already.</source>
      <translation>
        <numerusform>%n קובץ כבר נמצא ברשימה.</numerusform>
        <numerusform>%n קבצים כבר נמצאים ברשימה.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>%n hours</source>
      <translation>
        <numerusform>‏%n שעה</numerusform>
        <numerusform>‏%n שעות</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>%n minutes</source>
      <translation>
        <numerusform>‏%n דקה</numerusform>
        <numerusform>‏%n דקות</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>%n of them are not on this computer and were left out.</source>
      <translation>
        <numerusform>‏%n מהם לא נמצא במחשב הזה והושמט.</numerusform>
        <numerusform>‏%n מהם לא נמצאים במחשב הזה והושמטו.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>%n places to listen to again</source>
      <translation>
        <numerusform>‏%n מקום להאזנה חוזרת</numerusform>
        <numerusform>‏%n מקומות להאזנה חוזרת</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>%n transcripts</source>
      <translation>
        <numerusform>‏%n תמליל</numerusform>
        <numerusform>‏%n תמלילים</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>%n transcripts would be lost.</source>
      <translation>
        <numerusform>%n תמליל יאבד.</numerusform>
        <numerusform>%n תמלילים יאבדו.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>%n were transcribed before</source>
      <translation>
        <numerusform>%n תומלל כבר</numerusform>
        <numerusform>%n תומללו כבר</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>1 added</source>
      <translation>נוסף 1</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>1 channel</source>
      <translation>ערוץ אחד</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>1 failed</source>
      <translation>1 נכשל</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>1 hour</source>
      <translation>שעה אחת</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>1 minute</source>
      <translation>דקה אחת</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>1 of them is not on this computer and was left out.</source>
      <translation>אחד מהם לא נמצא במחשב הזה והושמט.</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>1 place to listen to again</source>
      <translation>מקום אחד להאזנה חוזרת</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>1 transcript</source>
      <translation>תמליל אחד</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>1 was transcribed before</source>
      <translation>1 תומלל כבר</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>All channels</source>
      <translation>כל הערוצים</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Beginning</source>
      <translation>מתחיל</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>CSV, a table</source>
      <translation>‏CSV, טבלה</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Cancelled</source>
      <translation>בוטל</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Cannot watch “%1” now</source>
      <translation>אי אפשר לעקוב עכשיו אחר ״%1״</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Clear the cache (%1, %2)</source>
      <translation>ניקוי המטמון (%1, %2)</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>DOCX, a document for Word</source>
      <translation>‏DOCX, מסמך Word</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Done</source>
      <translation>הסתיים</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Drop it here to transcribe it</source>
      <translation>שחרור כאן מתמלל אותו</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>Drop them here to transcribe all %n</source>
      <translation>
        <numerusform>שחרור כאן מתמלל %n</numerusform>
        <numerusform>שחרור כאן מתמלל את כל ה־%n</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Files that were exported stay.</source>
      <translation>קבצים שיוצאו נשארים.</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>From the cache</source>
      <translation>מהמטמון</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Getting the speech model ready</source>
      <translation>מכין את מודל זיהוי הדיבור</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>It could not be transcribed.</source>
      <translation>התמלול לא הצליח.</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>JSON, for programs</source>
      <translation>‏JSON, לתוכנות</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Left channel only</source>
      <translation>ערוץ שמאלי בלבד</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>MD, text with headings and times</source>
      <translation>‏MD, טקסט עם כותרות וזמנים</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Nothing added</source>
      <translation>לא נוסף דבר</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>Nothing to transcribe in %n folders.</source>
      <translation>
        <numerusform>אין מה לתמלל ב־%n תיקייה.</numerusform>
        <numerusform>אין מה לתמלל ב־%n תיקיות.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Nothing to transcribe in “%1”.</source>
      <translation>אין מה לתמלל ב״%1״.</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Only files on this computer can be transcribed. Save it first, then add it here.</source>
      <translation>אפשר לתמלל רק קבצים שבמחשב הזה. יש לשמור אותו תחילה, ואז להוסיף אותו כאן.</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Paused</source>
      <translation>מושהה</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Paused at %1</source>
      <translation>הושהה ב־%1</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Right channel only</source>
      <translation>ערוץ ימני בלבד</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>SRT, subtitles</source>
      <translation>‏SRT, כתוביות</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Saves %1 beside each file</source>
      <translation>שמירה: %1 ליד כל קובץ</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Saves %1 in “%2”</source>
      <translation>שמירה: %1 ב״%2״</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Saves nothing by itself</source>
      <translation>ללא שמירה אוטומטית</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>TXT, plain text</source>
      <translation>‏TXT, טקסט פשוט</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>The cache is empty</source>
      <translation>המטמון ריק</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>The earlier transcript is here.</source>
      <translation>התמליל הקודם עדיין כאן.</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>The earlier transcript of “%1” would be lost.</source>
      <translation>התמליל הקודם של ״%1״ יאבד.</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Track %1</source>
      <translation>רצועה %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>VTT, subtitles for the web</source>
      <translation>‏VTT, כתוביות לאינטרנט</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Waiting</source>
      <translation>בהמתנה</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Waits for your dictation</source>
      <translation>ממתין להכתבה</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Watches “%1”</source>
      <translation>במעקב: ״%1״</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>Your corrections of %n transcripts would be lost.</source>
      <translation>
        <numerusform>התיקונים ב־%n תמליל יאבדו.</numerusform>
        <numerusform>התיקונים ב־%n תמלילים יאבדו.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>Your corrections of “%1” would be lost.</source>
      <translation>התיקונים ב״%1״ יאבדו.</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>about %1 %2 left</source>
      <translation>נותרו בערך %1 ו־%2</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>about %n hours left</source>
      <translation>
        <numerusform>נותרה בערך %n שעה</numerusform>
        <numerusform>נותרו בערך %n שעות</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/files_words.py" />
      <source>about %n minutes left</source>
      <translation>
        <numerusform>נותרה בערך %n דקה</numerusform>
        <numerusform>נותרו בערך %n דקות</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>about 1 hour left</source>
      <translation>נותרה בערך שעה</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>about 1 minute left</source>
      <translation>נותרה בערך דקה</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>all is paused</source>
      <translation>הכול מושהה</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>at least %1</source>
      <translation>לפחות %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>corrected</source>
      <translation>תוקן</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>corrected since it was saved as %1</source>
      <translation>תוקן מאז שנשמר בשם %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>files wait for your dictation</source>
      <translation>קבצים ממתינים להכתבה</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>left channel</source>
      <translation>ערוץ שמאלי</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>less than 1 MB</source>
      <translation>פחות מ־‎1 MB</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>less than a minute left</source>
      <translation>נותרה פחות מדקה</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>nobody was heard speaking</source>
      <translation>לא נשמע דיבור</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>right channel</source>
      <translation>ערוץ ימני</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>saved as %1</source>
      <translation>נשמר בשם %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>the earlier transcript is here</source>
      <translation>התמליל הקודם עדיין כאן</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>track %1</source>
      <translation>רצועה %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/files_words.py" />
      <source>“%1” is in the list already.</source>
      <translation>‏״%1״ כבר נמצא ברשימה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_clean_up.py" />
      <source>%1 is set, and Ollama does not have it yet.</source>
      <translation>‏%1 נבחר, ועוד אינו נמצא ב־Ollama.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_clean_up.py" />
      <source>Clean up what I say</source>
      <translation>ליטוש של מה שנאמר</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_clean_up.py" />
      <source>Get Ollama</source>
      <translation>הורדת Ollama</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_clean_up.py" />
      <source>Language model:</source>
      <translation>מודל שפה:</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_clean_up.py" />
      <source>Opens its page in the browser</source>
      <translation>נפתח דף בדפדפן</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_dictation.py" />
      <source>Finish</source>
      <translation>סיום</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_dictation.py" />
      <source>Test the microphone</source>
      <translation>בדיקת המיקרופון</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_dictation.py" />
      <source>What you said</source>
      <translation>מה שנאמר</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_key.py" />
      <source>Another key of Sayso's is that already; take a different one.</source>
      <translation>זה כבר מקש אחר של Sayso; יש לבחור מקש שונה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_key.py" />
      <source>Press this button to choose another key.</source>
      <translation>לחיצה על הכפתור הזה מאפשרת לבחור מקש אחר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_key.py" />
      <source>Talk key</source>
      <translation>מקש הדיבור</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_marks.py" />
      <source>This step is in view.</source>
      <translation>השלב הזה מוצג.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_microphone.py" />
      <source>Level of the microphone</source>
      <translation>עוצמת המיקרופון</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_microphone.py" />
      <source>Microphone</source>
      <translation>מיקרופון</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_microphone.py" />
      <source>Test it</source>
      <translation>בדיקה</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_microphone.py" />
      <source>Test it again</source>
      <translation>בדיקה חוזרת</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_model.py" />
      <source>%1 could not be loaded. Choose another one.</source>
      <translation>לא ניתן היה לטעון את %1. יש לבחור מודל אחר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_model.py" />
      <source>%1 is being loaded …</source>
      <translation>‏%1 נטען…</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_model.py" />
      <source>%1 is ready.</source>
      <translation>‏%1 מוכן.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_model.py" />
      <source>%1 is set, and it is not here yet.</source>
      <translation>‏%1 נבחר, ועוד אינו כאן.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_model.py" />
      <source>A Whisper model that was converted for CTranslate2</source>
      <translation>מודל Whisper שהומר ל־CTranslate2</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_model.py" />
      <source>From a folder …</source>
      <translation>מתיקייה…</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_model.py" />
      <source>Looking at this computer …</source>
      <translation>בודק את המחשב הזה…</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_model.py" />
      <source>On this computer:</source>
      <translation>במחשב הזה:</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_model.py" />
      <source>One of those on this computer, or a folder, will do.</source>
      <translation>אפשר להשתמש באחד מאלה שבמחשב הזה, או בתיקייה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_model.py" />
      <source>Speech model</source>
      <translation>מודל זיהוי דיבור</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_model.py" />
      <source>The folder of a converted model</source>
      <translation>התיקייה של מודל שהומר</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_page.py" />
      <source>&amp;Later</source>
      <translation>&amp;מאוחר יותר</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_page.py" />
      <source>&amp;Next</source>
      <translation>&amp;הבא</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_page.py" />
      <source>Close the guide</source>
      <translation>סגירת המדריך</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_permissions.py" />
      <source>Look again</source>
      <translation>בדיקה חוזרת</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_permissions.py" />
      <source>Open the system's settings</source>
      <translation>פתיחת הגדרות המערכת</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_permissions.py" />
      <source>Open the system's settings: %1</source>
      <translation>פתיחת הגדרות המערכת: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_row.py" />
      <source>Guide</source>
      <translation>מדריך</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_row.py" />
      <source>Microphone, talk key, model and clean-up, one after the other, and a dictation to try them.</source>
      <translation>מיקרופון, מקש הדיבור, מודל וליטוש, זה אחר זה, והכתבה אחת לניסיון.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_row.py" />
      <source>Set up again</source>
      <translation>הגדרה מחדש</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_step.py" />
      <source>Next</source>
      <translation>הבא</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>%1 is down. Let it go.</source>
      <translation>‏%1 לחוץ. יש לשחרר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>%1 works: it was seen going down and up.</source>
      <translation>‏%1 פועל: הלחיצה והשחרור זוהו.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>A language model on this computer can mend punctuation and grammar. It is run by Ollama, a free program of its own. Without it, your texts come as you spoke them.</source>
      <translation>מודל שפה במחשב הזה יכול לתקן פיסוק ודקדוק. מפעיל אותו Ollama, תוכנה חינמית נפרדת. בלעדיו הטקסטים נשארים כפי שנאמרו.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Accessibility</source>
      <translation>נגישות</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>By wtype or ydotool, as Wayland has no way of its own.</source>
      <translation>בעזרת wtype או ydotool, כי ב־Wayland אין דרך מובנית.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Choose another one here.</source>
      <translation>יש לבחור מיקרופון אחר כאן.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Choose the one that you will speak into, and test it: read a sentence aloud. Nothing of it is kept, and nothing is played.</source>
      <translation>יש לבחור את המיקרופון לדיבור ולבדוק אותו: לקרוא משפט בקול. שום דבר לא נשמר ולא מושמע.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Given.</source>
      <translation>ניתנה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Global shortcuts</source>
      <translation>קיצורי מקשים גלובליים</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Go on without it</source>
      <translation>המשך בלי זה</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Input monitoring</source>
      <translation>ניטור קלט</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>It could not be written down. Try again.</source>
      <translation>התמלול לא הצליח. יש לנסות שוב.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>It works in every program. Try it here: nothing is written down now.</source>
      <translation>המקש פועל בכל תוכנה. אפשר לנסות אותו כאן: כעת שום דבר לא מתומלל.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>It works.</source>
      <translation>זה עובד.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>It works: your text was there %1 after you let go.</source>
      <translation>זה עובד: הטקסט הופיע %1 אחרי שחרור המקש.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>It writes down what you say, on this computer. Larger ones make fewer mistakes and take longer.</source>
      <translation>המודל מתמלל במחשב הזה את מה שנאמר. מודלים גדולים יותר טועים פחות ונמשכים יותר זמן.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Listens %1 ms after it is opened.</source>
      <translation>מקשיב ‎%1 ms אחרי שנפתח.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Listens %1 ms after it is opened; wait for the start sound before you speak.</source>
      <translation>מקשיב ‎%1 ms אחרי שנפתח; יש להמתין לצליל ההתחלה לפני שמדברים.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>No speech was heard. Choose another microphone, or see that this one is not muted.</source>
      <translation>לא נשמע דיבור. יש לבחור מיקרופון אחר, או לוודא שהמיקרופון הזה לא מושתק.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Not given. Allow it in the system's settings, then look again.</source>
      <translation>לא ניתנה. יש לאשר בהגדרות המערכת, ואז לבדוק שוב.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Not known yet: the system asks when it is first needed.</source>
      <translation>עוד לא ידוע: המערכת שואלת כשהדבר נדרש לראשונה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Not offered. Bind a key of your desktop to “sayso toggle”.</source>
      <translation>לא זמין. יש לשייך מקש של סביבת העבודה לפקודה ״sayso toggle״.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Not there. Install wtype; until then texts are copied, and you press Ctrl+V.</source>
      <translation>לא קיים. יש להתקין את wtype; עד אז טקסטים מועתקים, ויש ללחוץ Ctrl+V.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Nothing was heard. Speak up and try again, or test the microphone once more.</source>
      <translation>לא נשמע דבר. יש לדבר בקול רם יותר ולנסות שוב, או לבדוק שוב את המיקרופון.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Opening the microphone three times, to see how soon it listens …</source>
      <translation>פותח את המיקרופון שלוש פעמים, כדי לבדוק כמה מהר הוא מקשיב…</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Press %1 and let it go.</source>
      <translation>יש ללחוץ על %1 ולשחרר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Sayso needs this to hear you and to write for you.</source>
      <translation>‏Sayso זקוק לזה כדי לשמוע ולכתוב.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Speak now. %1 s left.</source>
      <translation>אפשר לדבר עכשיו. נותרו %1 שנ׳.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Step %1 of %2</source>
      <translation>שלב %1 מתוך %2</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>The loudest sound: %1 dB.</source>
      <translation>הצליל החזק ביותר: ‎%1 dB.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>The speech model</source>
      <translation>מודל זיהוי הדיבור</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>The talk key</source>
      <translation>מקש הדיבור</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>To hear you.</source>
      <translation>כדי לשמוע.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>To press the keys that put your text at the cursor.</source>
      <translation>כדי ללחוץ על המקשים שמזינים את הטקסט בסמן.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>To see the talk key while you are in another program.</source>
      <translation>כדי לזהות את מקש הדיבור גם בתוכנה אחרת.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Typing into other programs</source>
      <translation>הקלדה בתוכנות אחרות</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>What the system allows</source>
      <translation>מה שהמערכת מרשה</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>You are heard well.</source>
      <translation>הקול נשמע היטב.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>You are too loud, and words are cut off. Lower the microphone's level, or go back a bit.</source>
      <translation>הקול חזק מדי, ומילים נקטעות. יש להנמיך את המיקרופון, או להתרחק מעט.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>You are too quiet. Come closer, or raise the microphone's level in the sound settings.</source>
      <translation>הקול חלש מדי. יש להתקרב, או להגביר את המיקרופון בהגדרות הצליל.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Your desktop passes the talk key on to Sayso, and asks you once which key that is.</source>
      <translation>סביבת העבודה מעבירה ל־Sayso את מקש הדיבור, ושואלת פעם אחת איזה מקש זה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Your first dictation</source>
      <translation>ההכתבה הראשונה</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Your speech: %1 dB, at its loudest %2 dB; 0 dB is the most there is.</source>
      <translation>הדיבור: ‎%1 dB, ובשיאו ‎%2 dB; ‎0 dB הוא המרב.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>Your words appear here; in other programs they come to the cursor.</source>
      <translation>המילים מופיעות כאן; בתוכנות אחרות הן מגיעות אל הסמן.</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>done</source>
      <translation>הושלם</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>left for later</source>
      <translation>נדחה להמשך</translation>
    </message>
    <message>
      <location filename="../../app/ui/guide_words.py" />
      <source>open</source>
      <translation>פתוח</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>Closed</source>
      <translation>סגור</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>Compare all models …</source>
      <translation>השוואת כל המודלים…</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>Compute types</source>
      <translation>סוגי חישוב</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>Computes now</source>
      <translation>החישוב כעת</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>Getting ready to try …</source>
      <translation>מתכונן לניסיון…</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>It is not here yet.</source>
      <translation>עוד אינו כאן.</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>It is on its way.</source>
      <translation>בהורדה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>It is what you use.</source>
      <translation>כבר בשימוש.</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>Measure</source>
      <translation>מדידה</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>Measure how fast this computer computes</source>
      <translation>מדידת מהירות החישוב של המחשב הזה</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>Open</source>
      <translation>פתוח</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>Processor</source>
      <translation>מעבד</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>Stop trying ways of computing</source>
      <translation>עצירת הניסיון של דרכי חישוב</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>This computer</source>
      <translation>המחשב הזה</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>Trying the %1 …</source>
      <translation>בניסיון: %1…</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>Use it</source>
      <translation>שימוש בו</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_card.py" />
      <source>Write down a short sentence in the best way that works</source>
      <translation>תמלול משפט קצר בדרך הטובה ביותר שפועלת</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>%1 do not</source>
      <translation>‏%1 לא פועלים</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>%1 in use</source>
      <translation>‏%1 בשימוש</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>%1 not tried yet</source>
      <translation>‏%1 עוד לא נוסו</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>%1 of memory</source>
      <translation>‏%1 זיכרון</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>%1 of memory, %2 free</source>
      <translation>‏%1 זיכרון, %2 פנויים</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>%1 on the graphics card, %2</source>
      <translation>‏%1 על כרטיס המסך, %2</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>%1 on the processor, %2</source>
      <translation>‏%1 על המעבד, %2</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>%1 work</source>
      <translation>‏%1 פועלים</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>%1, flash attention</source>
      <translation>%1, Flash Attention</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>1 does not</source>
      <translation>1 לא פועל</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>1 works</source>
      <translation>1 פועל</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>Not offered: %1.</source>
      <translation>לא זמין: %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>Nothing was found out.</source>
      <translation>לא התברר דבר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>Nothing yet: %1 is loaded when it is needed.</source>
      <translation>עדיין לא: %1 ייטען לפי הצורך.</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>Recommended for this computer: %1.</source>
      <translation>מומלץ למחשב הזה: %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>The system does not tell how much there is.</source>
      <translation>המערכת לא מוסרת כמה יש.</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>Unknown</source>
      <translation>לא ידוע</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>What each costs with %1</source>
      <translation>העלות של כל אחד עם %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>Works: %1.</source>
      <translation>פועל: %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>about %1</source>
      <translation>בערך %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>graphics card, %1</source>
      <translation>כרטיס מסך, %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>processor, %1</source>
      <translation>מעבד, %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/hardware_words.py" />
      <source>with %1</source>
      <translation>עם %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_acts.py" />
      <source>Copy</source>
      <translation>העתקה</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_acts.py" />
      <source>Delete</source>
      <translation>מחיקה</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_acts.py" />
      <source>Enhance</source>
      <translation>ליטוש</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_acts.py" />
      <source>Enhance again</source>
      <translation>ליטוש מחדש</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_acts.py" />
      <source>Insert</source>
      <translation>הזנה</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_acts.py" />
      <source>Recover</source>
      <translation>שחזור</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_acts.py" />
      <source>Transcribe again with another model</source>
      <translation>תמלול מחדש במודל אחר</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>%1 wrote the same.</source>
      <translation>‏%1 תמלל אותו הדבר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>Close</source>
      <translation>סגירה</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>Keep the old one</source>
      <translation>השארת הישן</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>Loading %1 …</source>
      <translation>טוען את %1…</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>So %1 wrote it. Underlined is new, struck was before.</source>
      <translation>כך תמלל %1. קו תחתון: חדש; קו חוצה: לפני כן.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>Some of it stays as it was spoken: %1</source>
      <translation>חלק ממנו נשאר כפי שנאמר: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>The new text beside the old one</source>
      <translation>הטקסט החדש לצד הישן</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>This would not be used: %1</source>
      <translation>זה לא היה נכנס לשימוש: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>Tidying it up in the style “%1” …</source>
      <translation>מלטש בסגנון ״%1״…</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>Tidying it up once more …</source>
      <translation>מלטש שוב…</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>Underlined words are new, struck ones are the old text's.</source>
      <translation>מילים בקו תחתון הן חדשות, מילים בקו חוצה הן מהטקסט הישן.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>Use it all the same</source>
      <translation>שימוש בו בכל זאת</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>Use the new text</source>
      <translation>שימוש בטקסט החדש</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>What you are saying comes first; then it is tidied up.</source>
      <translation>מה שנאמר כעת קודם; אחר כך יבוצע הליטוש.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>With what would not be used</source>
      <translation>כולל מה שלא היה נכנס לשימוש</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>Writing it down once more …</source>
      <translation>מתמלל שוב…</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_anew.py" />
      <source>Writing it down with %1 …</source>
      <translation>מתמלל בעזרת %1…</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_bars.py" />
      <source>At any time</source>
      <translation>בכל זמן</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_bars.py" />
      <source>Failed or interrupted</source>
      <translation>נכשלו או נקטעו</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_bars.py" />
      <source>Filter</source>
      <translation>סינון</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_bars.py" />
      <source>However it ended</source>
      <translation>כל התוצאות</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_bars.py" />
      <source>Last 30 days</source>
      <translation>30 הימים האחרונים</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_bars.py" />
      <source>Last 7 days</source>
      <translation>7 הימים האחרונים</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_bars.py" />
      <source>Today</source>
      <translation>היום</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_bars.py" />
      <source>With a recording</source>
      <translation>עם הקלטה</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_bars.py" />
      <source>Written down</source>
      <translation>תומללו</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>%1 clean-up</source>
      <translation>‏%1 ליטוש</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>%1 of speech</source>
      <translation>‏%1 של דיבור</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>%1 wait</source>
      <translation>‏%1 המתנה</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>Back to the list</source>
      <translation>חזרה לרשימה</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>Cleaned up by %1.</source>
      <translation>לוטש על ידי %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>Cleaned up.</source>
      <translation>לוטש.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>Left out: %1</source>
      <translation>הושמט: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>Not used</source>
      <translation>לא בשימוש</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>Nothing had to be changed.</source>
      <translation>לא היה צורך לשנות דבר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>Partly used</source>
      <translation>בשימוש חלקי</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>Text of the dictation</source>
      <translation>טקסט ההכתבה</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>The spoken text is in use.</source>
      <translation>הטקסט כפי שנאמר בשימוש.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>Used all the same</source>
      <translation>בשימוש בכל זאת</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>for %1</source>
      <translation>עבור %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_detail.py" />
      <source>no recording kept</source>
      <translation>לא נשמרה הקלטה</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_export.py" />
      <source>Dictations</source>
      <translation>הכתבות</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_export.py" />
      <source>Markdown</source>
      <translation>Markdown</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_export.py" />
      <source>Save the dictations</source>
      <translation>שמירת ההכתבות</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_export.py" />
      <source>Table (CSV)</source>
      <translation>טבלה (CSV)</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_export.py" />
      <source>Text</source>
      <translation>טקסט</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>%1 chosen</source>
      <translation>נבחרו %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>%1 deleted.</source>
      <translation>נמחקו %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Bring back</source>
      <translation>ביטול המחיקה</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Choose all</source>
      <translation>בחירת הכול</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Delete all</source>
      <translation>מחיקת הכול</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Delete all %1 dictations of the history, with their recordings?</source>
      <translation>למחוק את כל %1 ההכתבות שבהיסטוריה, עם ההקלטות שלהן?</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Delete all %1 dictations that are found, with their recordings?</source>
      <translation>למחוק את כל %1 ההכתבות שנמצאו, עם ההקלטות שלהן?</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Delete all that is listed …</source>
      <translation>מחיקת כל מה שברשימה…</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Deleted.</source>
      <translation>נמחק.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Every dictation is kept here, to be found, copied and used again. %1</source>
      <translation>כל הכתבה נשמרת כאן, כדי שאפשר יהיה למצוא אותה, להעתיק אותה ולהשתמש בה שוב. %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Look without the filter</source>
      <translation>חיפוש ללא הסינון</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Nothing found.</source>
      <translation>לא נמצא דבר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Nothing said yet.</source>
      <translation>עוד לא נאמר דבר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Past dictations</source>
      <translation>הכתבות קודמות</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Save all that is listed as</source>
      <translation>שמירת כל הרשימה בתור</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Save the %1 chosen as</source>
      <translation>שמירת %1 ההכתבות שנבחרו בתור</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Search</source>
      <translation>חיפוש</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Search the history</source>
      <translation>חיפוש בהיסטוריה</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Show all</source>
      <translation>הצגת הכול</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Show in folder</source>
      <translation>הצגה בתיקייה</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>The filter leaves out what is not “%1”.</source>
      <translation>הסינון מסתיר את מה שאינו ״%1״.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_page.py" />
      <source>Try fewer or other words.</source>
      <translation>כדאי לנסות פחות מילים או מילים אחרות.</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_replay.py" />
      <source>Place in the recording</source>
      <translation>מיקום בהקלטה</translation>
    </message>
    <message>
      <location filename="../../app/ui/history_replay.py" />
      <source>Play the recording</source>
      <translation>השמעת ההקלטה</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Afrikaans</source>
      <translation>אפריקאנס</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Albanian</source>
      <translation>אלבנית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Amharic</source>
      <translation>אמהרית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Arabic</source>
      <translation>ערבית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Armenian</source>
      <translation>ארמנית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Assamese</source>
      <translation>אסאמית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Azerbaijani</source>
      <translation>אזרית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Bashkir</source>
      <translation>בשקירית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Basque</source>
      <translation>בסקית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Belarusian</source>
      <translation>בלארוסית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Bengali</source>
      <translation>בנגלית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Bosnian</source>
      <translation>בוסנית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Breton</source>
      <translation>ברטונית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Bulgarian</source>
      <translation>בולגרית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Burmese</source>
      <translation>בורמזית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Cantonese</source>
      <translation>קנטונזית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Catalan</source>
      <translation>קטלאנית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Chinese</source>
      <translation>סינית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Croatian</source>
      <translation>קרואטית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Czech</source>
      <translation>צ׳כית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Danish</source>
      <translation>דנית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Dutch</source>
      <translation>הולנדית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>English</source>
      <translation>אנגלית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Estonian</source>
      <translation>אסטונית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Faroese</source>
      <translation>פארואזית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Finnish</source>
      <translation>פינית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>French</source>
      <translation>צרפתית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Galician</source>
      <translation>גליסית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Georgian</source>
      <translation>גאורגית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>German</source>
      <translation>גרמנית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Greek</source>
      <translation>יוונית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Gujarati</source>
      <translation>גוג׳ראטית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Haitian Creole</source>
      <translation>קריאולית האיטית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Hausa</source>
      <translation>האוסה</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Hawaiian</source>
      <translation>הוואית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Hebrew</source>
      <translation>עברית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Hindi</source>
      <translation>הינדי</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Hungarian</source>
      <translation>הונגרית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Icelandic</source>
      <translation>איסלנדית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Indonesian</source>
      <translation>אינדונזית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Italian</source>
      <translation>איטלקית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Japanese</source>
      <translation>יפנית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Javanese</source>
      <translation>ג׳אוואית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Kannada</source>
      <translation>קנאדה</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Kazakh</source>
      <translation>קזחית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Khmer</source>
      <translation>חמרית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Korean</source>
      <translation>קוריאנית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Lao</source>
      <translation>לאו</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Latin</source>
      <translation>לטינית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Latvian</source>
      <translation>לטבית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Lingala</source>
      <translation>לינגלה</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Lithuanian</source>
      <translation>ליטאית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Luxembourgish</source>
      <translation>לוקסמבורגית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Macedonian</source>
      <translation>מקדונית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Malagasy</source>
      <translation>מלגשית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Malay</source>
      <translation>מלאית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Malayalam</source>
      <translation>מליאלאם</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Maltese</source>
      <translation>מלטית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Maori</source>
      <translation>מאורית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Marathi</source>
      <translation>מראטהית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Mongolian</source>
      <translation>מונגולית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Nepali</source>
      <translation>נפאלית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Norwegian</source>
      <translation>נורווגית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Norwegian Nynorsk</source>
      <translation>נורווגית נינורשק</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Occitan</source>
      <translation>אוקסיטנית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Pashto</source>
      <translation>פאשטו</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Persian</source>
      <translation>פרסית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Polish</source>
      <translation>פולנית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Portuguese</source>
      <translation>פורטוגזית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Punjabi</source>
      <translation>פנג׳אבית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Romanian</source>
      <translation>רומנית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Russian</source>
      <translation>רוסית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Sanskrit</source>
      <translation>סנסקריט</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Serbian</source>
      <translation>סרבית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Shona</source>
      <translation>שונה</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Sindhi</source>
      <translation>סינדהית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Sinhala</source>
      <translation>סינהלית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Slovak</source>
      <translation>סלובקית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Slovenian</source>
      <translation>סלובנית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Somali</source>
      <translation>סומלית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Spanish</source>
      <translation>ספרדית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Sundanese</source>
      <translation>סונדנזית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Swahili</source>
      <translation>סווהילי</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Swedish</source>
      <translation>שוודית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Tagalog</source>
      <translation>טגלוג</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Tajik</source>
      <translation>טג׳יקית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Tamil</source>
      <translation>טמילית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Tatar</source>
      <translation>טטרית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Telugu</source>
      <translation>טלוגו</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Thai</source>
      <translation>תאית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Tibetan</source>
      <translation>טיבטית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Turkish</source>
      <translation>טורקית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Turkmen</source>
      <translation>טורקמנית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Ukrainian</source>
      <translation>אוקראינית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Urdu</source>
      <translation>אורדו</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Uzbek</source>
      <translation>אוזבקית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Vietnamese</source>
      <translation>וייטנאמית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Welsh</source>
      <translation>וולשית</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Yiddish</source>
      <translation>יידיש</translation>
    </message>
    <message>
      <location filename="../../app/ui/languages.py" />
      <source>Yoruba</source>
      <translation>יורובה</translation>
    </message>
    <message>
      <location filename="../../app/ui/main_window.py" />
      <source>Dictate</source>
      <translation>הכתבה</translation>
    </message>
    <message>
      <location filename="../../app/ui/main_window.py" />
      <source>History</source>
      <translation>היסטוריה</translation>
    </message>
    <message>
      <location filename="../../app/ui/main_window.py" />
      <source>Settings</source>
      <translation>הגדרות</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_details.py" />
      <source>%1 computes on</source>
      <translation>החישוב של %1 באמצעות</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_details.py" />
      <source>Computes on</source>
      <translation>חישוב באמצעות</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_details.py" />
      <source>Get %1 from a folder</source>
      <translation>ייבוא %1 מתיקייה</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_details.py" />
      <source>Get from a folder …</source>
      <translation>ייבוא מתיקייה…</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_details.py" />
      <source>Keep %1</source>
      <translation>השארת %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_details.py" />
      <source>Keep it</source>
      <translation>השארה</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_details.py" />
      <source>Remove</source>
      <translation>הסרה</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_details.py" />
      <source>Remove %1 now</source>
      <translation>הסרת %1 כעת</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_details.py" />
      <source>The folder that holds %1</source>
      <translation>התיקייה שבה נמצא %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_row.py" />
      <source>Details</source>
      <translation>פרטים</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_row.py" />
      <source>Details of %1</source>
      <translation>פרטים על %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_row.py" />
      <source>Load %1 at start</source>
      <translation>טעינת %1 בהפעלה</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_row.py" />
      <source>Load at start</source>
      <translation>טעינה בהפעלה</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_row.py" />
      <source>Loaded at start, as it is in use.</source>
      <translation>נטען בהפעלה, כי הוא בשימוש.</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_row.py" />
      <source>Speak for five seconds and see what it writes</source>
      <translation>אפשר לדבר חמש שניות ולראות מה הוא כותב</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_row.py" />
      <source>Throw away</source>
      <translation>מחיקה</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_row.py" />
      <source>Try %1 out</source>
      <translation>ניסיון של %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/model_row.py" />
      <source>Try it out</source>
      <translation>ניסיון</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_page.py" />
      <source>A folder of your own</source>
      <translation>תיקייה אישית</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_page.py" />
      <source>Add a folder …</source>
      <translation>הוספת תיקייה…</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_page.py" />
      <source>Add the folder of a model of your own</source>
      <translation>הוספת תיקייה של מודל אישי</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_page.py" />
      <source>Any Whisper model that was converted for CTranslate2. Its folder is used where it is: nothing is copied, and nothing in it is changed.</source>
      <translation>כל מודל Whisper שהומר ל־CTranslate2. התיקייה שלו משמשת במקום שבו היא נמצאת: שום דבר לא מועתק, ושום דבר בה לא משתנה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_page.py" />
      <source>Looking for speech models …</source>
      <translation>מחפש מודלי זיהוי דיבור…</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_page.py" />
      <source>No speech model is here yet. Show all of them, and get one.</source>
      <translation>עוד אין כאן מודל זיהוי דיבור. יש להציג את כולם ולהוריד אחד.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_page.py" />
      <source>Show only those on this computer</source>
      <translation>הצגת אלה שבמחשב הזה בלבד</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>%1 are loaded and take %2 of memory.</source>
      <translation>‏%1 טעונים ותופסים %2 זיכרון.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>%1 days ago</source>
      <translation>לפני %1 ימים</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>%1 h ago</source>
      <translation>לפני %1 שע׳</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>%1 languages</source>
      <translation>‏%1 שפות</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>%1 min ago</source>
      <translation>לפני %1 דק׳</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>%1 of %2 here</source>
      <translation>‏%1 מתוך %2 כבר כאן</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>%1 of %2 models are here.</source>
      <translation>‏%1 מתוך %2 המודלים נמצאים כאן.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>%1 on the graphics card (%2)</source>
      <translation>‏%1 על כרטיס המסך (%2)</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>%1 on the processor (%2)</source>
      <translation>‏%1 על המעבד (%2)</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>1 day ago</source>
      <translation>לפני יום</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>1 is loaded and takes %2 of memory.</source>
      <translation>מודל אחד טעון ותופס %2 זיכרון.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>A folder of your own.</source>
      <translation>תיקייה אישית.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>As set for all models</source>
      <translation>כפי שהוגדר לכל המודלים</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Checked against the hub only: Sayso knows no hash of its own, so it believes what the hub says.</source>
      <translation>נבדק רק מול מאגר המודלים: אין ל־Sayso גיבוב משלו, ולכן הוא סומך על המאגר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>English only</source>
      <translation>אנגלית בלבד</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Free %1</source>
      <translation>פינוי %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Free %1? It is put together from its package again when it is next used.</source>
      <translation>לפנות %1? הוא ייבנה שוב מהחבילה שלו בשימוש הבא.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Get %1</source>
      <translation>הורדת %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>It belongs to an installed package; uninstall that with pip to free its space.</source>
      <translation>הוא שייך לחבילה מותקנת; יש להסיר אותה עם pip כדי לפנות את המקום.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>It is a part of Sayso, and goes when that is uninstalled.</source>
      <translation>הוא חלק מ־Sayso, ויוסר עם הסרת ההתקנה שלו.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>It is here now, checked against the hub only.</source>
      <translation>המודל כאן, ונבדק רק מול מאגר המודלים.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>It is here now, whole and as it was published.</source>
      <translation>המודל כאן, שלם וכפי שפורסם.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>It is in use; use another one before you remove it.</source>
      <translation>הוא בשימוש; יש לעבור למודל אחר לפני שמסירים אותו.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Its weights are used only when they agree with the hash that Sayso knows of them.</source>
      <translation>המשקלים שלו משמשים רק אם הם תואמים את הגיבוב ש־Sayso מכיר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Lies in %1</source>
      <translation>נמצא ב־%1</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Memory when loaded: about %1 with int8, %2 with float16, %3 with float32.</source>
      <translation>זיכרון כשהוא טעון: בערך %1 עם int8, %2 עם float16, %3 עם float32.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>None is loaded.</source>
      <translation>אף אחד לא טעון.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Not checked, as Sayso does not know it</source>
      <translation>לא נבדק, כי Sayso לא מכיר אותו</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Nothing was heard.</source>
      <translation>לא נשמע דבר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Published at %1</source>
      <translation>פורסם ב־%1</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Remove %1 from this computer? %2 are freed.</source>
      <translation>להסיר את %1 מהמחשב הזה? %2 יתפנו.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Remove, frees %1</source>
      <translation>הסרה, יתפנו %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Sayso knows nothing of this model, so nothing of it is checked.</source>
      <translation>‏Sayso לא יודע דבר על המודל הזה, ולכן שום דבר בו לא נבדק.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Take it off the list? The folder stays as it is.</source>
      <translation>להסיר אותו מהרשימה? התיקייה נשארת כפי שהיא.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Take off the list</source>
      <translation>הסרה מהרשימה</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>The trial failed. Try again.</source>
      <translation>הניסיון נכשל. יש לנסות שוב.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Use</source>
      <translation>שימוש</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Waiting for its turn …</source>
      <translation>ממתין לתורו…</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Writing it down …</source>
      <translation>מתמלל…</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>Written in %1.</source>
      <translation>תומלל תוך %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>at work now</source>
      <translation>בעבודה כעת</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>being loaded</source>
      <translation>בטעינה</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>checked against the hub only</source>
      <translation>נבדק רק מול מאגר המודלים</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>checked by its hash</source>
      <translation>נבדק לפי הגיבוב</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>in use</source>
      <translation>בשימוש</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>installed package</source>
      <translation>חבילה מותקנת</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>just now</source>
      <translation>ממש עכשיו</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>last used %1</source>
      <translation>שימוש אחרון %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>loaded %1</source>
      <translation>נטען %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>not here</source>
      <translation>לא כאן</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>not used so far</source>
      <translation>עוד לא היה בשימוש</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>on this computer</source>
      <translation>במחשב הזה</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>part of Sayso</source>
      <translation>חלק מ־Sayso</translation>
    </message>
    <message>
      <location filename="../../app/ui/models_words.py" />
      <source>your own folder</source>
      <translation>תיקייה אישית</translation>
    </message>
    <message>
      <location filename="../../app/ui/notices.py" />
      <source>Dismiss</source>
      <translation>סגירה</translation>
    </message>
    <message>
      <location filename="../../app/ui/overlay.py" />
      <source>Sayso dictates</source>
      <translation>הכתבה ב־Sayso</translation>
    </message>
    <message>
      <location filename="../../app/ui/overlay_words.py" />
      <source>Not inserted: it is kept in Sayso</source>
      <translation>לא הוזן: הטקסט נשמר ב־Sayso</translation>
    </message>
    <message>
      <location filename="../../app/ui/pane_foot.py" />
      <source>&amp;Copy</source>
      <translation>ה&amp;עתקה</translation>
    </message>
    <message>
      <location filename="../../app/ui/pane_foot.py" />
      <source>&amp;Insert again</source>
      <translation>ה&amp;זנה חוזרת</translation>
    </message>
    <message>
      <location filename="../../app/ui/pane_foot.py" />
      <source>Cancel (Esc)</source>
      <translation>ביטול (Esc)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pane_foot.py" />
      <source>Enhance now</source>
      <translation>ליטוש כעת</translation>
    </message>
    <message>
      <location filename="../../app/ui/pane_foot.py" />
      <source>Show what was left out</source>
      <translation>הצגת מה שהושמט</translation>
    </message>
    <message>
      <location filename="../../app/ui/pane_foot.py" />
      <source>Use spoken text</source>
      <translation>שימוש בטקסט שנאמר</translation>
    </message>
    <message>
      <location filename="../../app/ui/pane_foot.py" />
      <source>Use this text</source>
      <translation>שימוש בטקסט הזה</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>In it: %1. %2</source>
      <translation>תוכנו: %1. %2</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>Looking at everything: this takes some seconds.</source>
      <translation>בודק הכול: זה נמשך כמה שניות.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>No word that you said or wrote is in it.</source>
      <translation>אין בו אף מילה שנאמרה או נכתבה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>Report</source>
      <translation>דוח</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>Save a report…</source>
      <translation>שמירת דוח…</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>Save the report</source>
      <translation>שמירת הדוח</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>Saved: %1</source>
      <translation>נשמר: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>When something goes wrong, it helps to find out why. It is a file; it is sent nowhere.</source>
      <translation>כשמשהו משתבש, הוא עוזר לברר מדוע. זה קובץ, והוא לא נשלח לשום מקום.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>the log, and where the program was if it crashed</source>
      <translation>היומן, והיכן הייתה התוכנה אם קרסה</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>the names of the microphones</source>
      <translation>שמות המיקרופונים</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>the settings, without word lists, own styles, folders and names of other computers</source>
      <translation>ההגדרות, ללא רשימות מילים, סגנונות אישיים, תיקיות ושמות של מחשבים אחרים</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>versions of Sayso, its libraries and the system</source>
      <translation>הגרסאות של Sayso, של הספריות שלו ושל המערכת</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>what the examination of all parts finds</source>
      <translation>ממצאי הבדיקה של כל החלקים</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_diagnostics.py" />
      <source>which speech models are here</source>
      <translation>אילו מודלי זיהוי דיבור נמצאים כאן</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_places.py" />
      <source>Open folder</source>
      <translation>פתיחת התיקייה</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_places.py" />
      <source>Open the folder: %1</source>
      <translation>פתיחת התיקייה: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>%1 dictations</source>
      <translation>‏%1 הכתבות</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>%1 entries</source>
      <translation>‏%1 רשומות</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>%1 files</source>
      <translation>‏%1 קבצים</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>%1 kB</source>
      <translation>‎%1 kB</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>%1 models</source>
      <translation>‏%1 מודלים</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>%1 recordings</source>
      <translation>‏%1 הקלטות</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>%1, %2</source>
      <translation>‏%1, %2</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>1 dictation</source>
      <translation>הכתבה אחת</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>1 entry</source>
      <translation>רשומה אחת</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>1 file</source>
      <translation>קובץ אחד</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>1 model</source>
      <translation>מודל אחד</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>1 recording</source>
      <translation>הקלטה אחת</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>A plain text file.</source>
      <translation>קובץ טקסט פשוט.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Delete all dictations and their recordings? They cannot be brought back.</source>
      <translation>למחוק את כל ההכתבות ואת ההקלטות שלהן? לא יהיה אפשר לשחזר אותן.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Delete all models but those that are set to be used? They can be got again.</source>
      <translation>למחוק את כל המודלים פרט לאלה שנבחרו לשימוש? אפשר יהיה להוריד אותם שוב.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Delete all recordings? The texts stay, but cannot be heard or written down anew.</source>
      <translation>למחוק את כל ההקלטות? הטקסטים נשארים, אבל לא יהיה אפשר לשמוע אותם או לתמלל מחדש.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Delete the transcripts of all files that are done, with your corrections, and the cache? Your files themselves stay.</source>
      <translation>למחוק את התמלילים של כל הקבצים שהסתיימו, עם התיקונים שבהם, ואת המטמון? הקבצים עצמם נשארים.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Delete these copies? A program that only points at one loses it.</source>
      <translation>למחוק את העותקים האלה? תוכנה שרק מפנה אל עותק תאבד אותו.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Dragged out</source>
      <translation>עותקים שנגררו</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Empty the log? When something goes wrong, it tells what.</source>
      <translation>לרוקן את היומן? כשמשהו משתבש, הוא מספר מה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>For as many days as is set under History.</source>
      <translation>לפי מספר הימים שהוגדר תחת היסטוריה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>In use, and kept: %1.</source>
      <translation>בשימוש, ונשארים: %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Log</source>
      <translation>יומן</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>NVIDIA's library</source>
      <translation>הספרייה של NVIDIA</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Newer versions</source>
      <translation>גרסאות חדשות</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Nothing was there to be removed.</source>
      <translation>לא היה מה להסיר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Nothing.</source>
      <translation>כלום.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Off.</source>
      <translation>כבוי.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>On, and leaves this computer.</source>
      <translation>פעיל, ויוצא מהמחשב הזה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>On, and stays on this computer.</source>
      <translation>פעיל, ונשאר במחשב הזה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>On: Ollama passes your words on to a computer elsewhere, where %1 runs.</source>
      <translation>פעיל: Ollama מעביר את המילים למחשב במקום אחר, שבו פועל %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Once a day, the request for the list of versions alone. Nothing of yours is sent.</source>
      <translation>פעם ביום, רק הבקשה לרשימת הגרסאות. שום דבר אישי לא נשלח.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Only when you ask for it.</source>
      <translation>רק לפי בקשה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Recordings</source>
      <translation>הקלטות</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Refused: this computer only.</source>
      <translation>חסום: המחשב הזה בלבד.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Removed: %1.</source>
      <translation>הוסר: %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Set all settings back to what Sayso comes with? Your word lists and your own style go, too.</source>
      <translation>לאפס את כל ההגדרות לברירת המחדל של Sayso? גם רשימות המילים והסגנון האישי יימחקו.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Set back</source>
      <translation>איפוס</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Set back.</source>
      <translation>ההגדרות אופסו.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Speech models</source>
      <translation>מודלי זיהוי דיבור</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>The list and its transcripts, until you remove them, and the cache.</source>
      <translation>הרשימה והתמלילים שלה, עד שהם מוסרים, וגם המטמון.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Those that you got; nothing of yours is in them.</source>
      <translation>אלה שהורדו; אין בהם שום דבר אישי.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>To Ollama, at each dictation that is cleaned up: your words and the rules of the style.</source>
      <translation>אל Ollama, בכל הכתבה שעוברת ליטוש: המילים שנאמרו וכללי הסגנון.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>To the hub, when you get a model: its name. Nothing of yours is sent.</source>
      <translation>אל מאגר המודלים, בהורדת מודל: השם שלו. שום דבר אישי לא נשלח.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>To the package index, when you get the library: its name. Nothing of yours is sent.</source>
      <translation>אל מאגר החבילות, בהורדת הספרייה: השם שלה. שום דבר אישי לא נשלח.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>Transcripts that you dragged into other programs, until you drag one after the next start.</source>
      <translation>תמלילים שנגררו לתוכנות אחרות, עד לגרירה הראשונה אחרי ההפעלה הבאה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>What Sayso did and what went wrong.</source>
      <translation>מה Sayso עשה ומה השתבש.</translation>
    </message>
    <message>
      <location filename="../../app/ui/privacy_words.py" />
      <source>What you said and what became of it, until you delete it.</source>
      <translation>מה שנאמר ומה שנעשה בו, עד למחיקה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/question.py" />
      <source>Keep</source>
      <translation>השארה</translation>
    </message>
    <message>
      <location filename="../../app/ui/question.py" />
      <source>Keep: %1</source>
      <translation>השארה: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/question.py" />
      <source>Yes, %1</source>
      <translation>כן, %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/rail.py" />
      <source>Places</source>
      <translation>ניווט</translation>
    </message>
    <message>
      <location filename="../../app/ui/search_field.py" />
      <source>Empty the search</source>
      <translation>ניקוי החיפוש</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source> ms</source>
      <translation> ms</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>A passage of which the model is less sure than this is decoded once more.</source>
      <translation>קטע שהמודל בטוח בו פחות מזה מפוענח שוב.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>A passage that repeats itself more than this is decoded once more.</source>
      <translation>קטע שחוזר על עצמו יותר מזה מפוענח שוב.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>A release counts only if no press follows within this time, as from a worn key.</source>
      <translation>שחרור נחשב רק אם אין אחריו לחיצה בתוך הזמן הזה, כמו במקש בלוי.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Advanced · Keys</source>
      <translation>מתקדם · מקשים</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Advanced · Speech</source>
      <translation>מתקדם · דיבור</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Best of</source>
      <translation>הטוב מתוך</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Compression-ratio threshold</source>
      <translation>סף יחס הדחיסה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Cores of the processor that one model computes on. 0 takes what suits it.</source>
      <translation>מספר ליבות המעבד שעליהן מחשב מודל אחד. 0 לוקח את המספר המתאים.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Faster on newer graphics cards.</source>
      <translation>מהיר יותר בכרטיסי מסך חדשים.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Flash attention</source>
      <translation>Flash Attention</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>In a process of its own</source>
      <translation>בתהליך נפרד</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Let go within this time, the key counts as tapped and not as held.</source>
      <translation>שחרור בתוך הזמן הזה נחשב להקשה ולא ללחיצה ממושכת.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Log-probability threshold</source>
      <translation>סף לוג־ההסתברות</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Longest tap</source>
      <translation>ההקשה הארוכה ביותר</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Not known yet whether this computer can use it.</source>
      <translation>עוד לא ידוע אם המחשב הזה יכול להשתמש בזה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>OpenAI Whisper needs the extra “torch”, which is not installed.</source>
      <translation>‏OpenAI Whisper זקוק לתוספת ״torch״, שאינה מותקנת.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Pauses shorter than this are left in.</source>
      <translation>הפסקות קצרות מזה נשארות.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Shortest silence</source>
      <translation>השקט הקצר ביותר</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>So many passages may be computed side by side; each takes memory of its own.</source>
      <translation>מספר הקטעים שמחושבים זה לצד זה; כל אחד תופס זיכרון משלו.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>So many tries are compared when a doubtful passage is decoded once more.</source>
      <translation>מספר הניסיונות שמושווים כשקטע מסופק מפוענח שוב.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Speech engine</source>
      <translation>מנוע זיהוי דיבור</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Threads</source>
      <translation>תהליכונים</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Wait after release</source>
      <translation>המתנה אחרי השחרור</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_advanced_rows.py" />
      <source>Workers</source>
      <translation>חישובים במקביל</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_browser.py" />
      <source>Group of settings</source>
      <translation>קבוצת הגדרות</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_browser.py" />
      <source>Nothing is called “%1”.</source>
      <translation>שום דבר לא נקרא ״%1״.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_browser.py" />
      <source>Search the settings</source>
      <translation>חיפוש בהגדרות</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_chord_row.py" />
      <source>No key</source>
      <translation>ללא מקש</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_chord_row.py" />
      <source>None</source>
      <translation>ללא</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_chord_row.py" />
      <source>“%1” has this key already.</source>
      <translation>המקש הזה כבר משמש את ״%1״.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source> days</source>
      <translation> ימים</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>&amp;Microphone</source>
      <translation>&amp;מיקרופון</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>&amp;Talk key</source>
      <translation>מקש ה&amp;דיבור</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>0 keeps no recording once its text is written.</source>
      <translation>0 לא שומר הקלטות אחרי שתומללו.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Add a space after each dictation</source>
      <translation>הוספת רווח אחרי כל הכתבה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Cancel key</source>
      <translation>מקש ביטול</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>General</source>
      <translation>כללי</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Heard by: %1.</source>
      <translation>המקש נקלט באמצעות: %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>How it works</source>
      <translation>אופן הפעולה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Insertion</source>
      <translation>הזנת טקסט</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>It comes with the first sound that arrives, so what you say after it is heard.</source>
      <translation>הוא נשמע עם הקול הראשון שמגיע, ולכן מה שנאמר אחריו נקלט.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Keep recordings for</source>
      <translation>שמירת הקלטות למשך</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Keep running when the window is closed</source>
      <translation>המשך פעולה כשהחלון נסגר</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Keep texts for</source>
      <translation>שמירת טקסטים למשך</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Keeps the microphone open all the time and the last moments in memory, never on disk, so that the first word is whole. 0 opens it only with the key.</source>
      <translation>המיקרופון נשאר פתוח כל הזמן והרגעים האחרונים נשמרים בזיכרון, אף פעם לא בדיסק, כדי שהמילה הראשונה תהיה שלמה. 0 פותח אותו רק עם המקש.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Key for raw text</source>
      <translation>מקש לטקסט גולמי</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Keys</source>
      <translation>מקשים</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Level and last words at the edge of the screen; drag it where it suits you.</source>
      <translation>עוצמת הקול והמילים האחרונות בקצה המסך; אפשר לגרור אותו לכל מקום נוח.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Listen before the key</source>
      <translation>הקשבה לפני המקש</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Listen on after release</source>
      <translation>המשך הקשבה אחרי השחרור</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Not on this desktop: without XWayland it would take the keyboard from your window.</source>
      <translation>לא בסביבת העבודה הזאת: בלי XWayland הוא היה לוקח את המקלדת מהחלון.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Now: %1</source>
      <translation>כעת: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Play a sound when Sayso is listening</source>
      <translation>השמעת צליל כש־Sayso מקשיב</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Put it at the cursor by</source>
      <translation>אופן ההזנה בסמן</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Put the clipboard back after pasting</source>
      <translation>החזרת תוכן הלוח אחרי ההדבקה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Sayso stays in the system tray, and the key goes on working.</source>
      <translation>‏Sayso נשאר במגש המערכת, והמקש ממשיך לפעול.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Show a strip while you dictate</source>
      <translation>הצגת פס בזמן הכתבה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>So that the last word is whole. Ends earlier when you are silent.</source>
      <translation>כדי שהמילה האחרונה תהיה שלמה. מסתיים קודם כשיש שקט.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>So that the next one continues the line.</source>
      <translation>כדי שההכתבה הבאה תמשיך את השורה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Start with the computer</source>
      <translation>הפעלה עם המחשב</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Start without opening the window</source>
      <translation>הפעלה בלי לפתוח את החלון</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>The key works at once; the window is a click on the tray away.</source>
      <translation>המקש פועל מיד; החלון נפתח בלחיצה על המגש.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Throws the dictation away. Taken only while Sayso is listening or writing.</source>
      <translation>מוחק את ההכתבה. פעיל רק בזמן ש־Sayso מקשיב או מתמלל.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>What you had copied is there again, and clipboard histories are asked to skip your text.</source>
      <translation>מה שהועתק קודם חוזר ללוח, ותוכנות היסטוריית לוח מתבקשות לדלג על הטקסט.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>When you log in, in the tray: the key works from then on.</source>
      <translation>עם הכניסה למערכת, במגש: מאותו רגע המקש פועל.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>With their recordings. 0 keeps them until you delete them.</source>
      <translation>עם ההקלטות שלהם. 0 שומר אותם עד למחיקה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_daily_rows.py" />
      <source>Works as the talk key does, and puts in what you said just as it was heard.</source>
      <translation>פועל כמו מקש הדיבור, ומזין את מה שנאמר בדיוק כפי שנשמע.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source> MB</source>
      <translation> MB</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>A larger one writes better and takes longer.</source>
      <translation>מודל גדול יותר כותב טוב יותר ונמשך יותר זמן.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>All transcripts are saved in this folder.</source>
      <translation>כל התמלילים נשמרים בתיקייה הזאת.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>As many stand on the picture at the most.</source>
      <translation>המספר המרבי על התמונה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Beside each file</source>
      <translation>ליד כל קובץ</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Cache</source>
      <translation>מטמון</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Characters in a line</source>
      <translation>תווים בשורה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Characters in a second. A subtitle stays in view for so long, where there is room.</source>
      <translation>תווים בשנייה. כתובית נשארת מוצגת לפי המהירות הזאת, היכן שיש לכך מקום.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Choose a folder: %1</source>
      <translation>בחירת תיקייה: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Each transcript is saved as soon as it is done; any of these can be exported later, too.</source>
      <translation>כל תמליל נשמר מיד כשהוא מוכן; אפשר גם לייצא כל אחד מאלה מאוחר יותר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Files that come into a folder can be added at once.</source>
      <translation>אפשר להוסיף מיד קבצים שמגיעים לתיקייה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Files that come into this folder are added by themselves; those already in it are not.</source>
      <translation>קבצים שמגיעים לתיקייה הזאת נוספים מעצמם; אלה שכבר נמצאים בה לא.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Files · Subtitles</source>
      <translation>קבצים · כתוביות</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Files · Transcription</source>
      <translation>קבצים · תמלול</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Folder …</source>
      <translation>תיקייה…</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>In the folder that the file is in.</source>
      <translation>בתיקייה שבה נמצא הקובץ.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Lines are broken so that none is longer.</source>
      <translation>שורות נשברות כך שאף אחת לא ארוכה מזה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Lines at once</source>
      <translation>שורות בבת אחת</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Model for files</source>
      <translation>מודל לקבצים</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>More than one language in a file</source>
      <translation>יותר משפה אחת בקובץ</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Pieces at once</source>
      <translation>קטעים בבת אחת</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Reading speed</source>
      <translation>מהירות קריאה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Save as</source>
      <translation>שמירה בתור</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Save in</source>
      <translation>שמירה אל</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>So many are transcribed together. More takes more memory. 0 takes what suits.</source>
      <translation>מספר הקטעים שמתומללים יחד. יותר קטעים תופסים יותר זיכרון. 0 לוקח את המספר המתאים.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>The language of each piece is found anew, where none is set under Speech. A little slower.</source>
      <translation>השפה של כל קטע מזוהה מחדש, אם לא הוגדרה שפה תחת דיבור. קצת יותר איטי.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>The same as for dictation</source>
      <translation>כמו בהכתבה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>The same sound is not transcribed twice: its transcript is kept, in so much room on the disk. 0 keeps none.</source>
      <translation>אותו קול לא מתומלל פעמיים: התמליל שלו נשמר, בנפח הזה בדיסק. 0 לא שומר דבר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Times of words</source>
      <translation>זמני מילים</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Watched folder</source>
      <translation>תיקייה במעקב</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_files_rows.py" />
      <source>Words light up while a file is played, and subtitles are cut more exactly. Slower with OpenAI's engine.</source>
      <translation>מילים מודגשות בזמן השמעת הקובץ, וכתוביות נחתכות בדיוק רב יותר. איטי יותר עם המנוע של OpenAI.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_finder.py" />
      <source>%1, %2 found</source>
      <translation>‏%1, נמצאו %2</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_finder.py" />
      <source>Groups of settings</source>
      <translation>קבוצות הגדרות</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_form.py" />
      <source>Advanced</source>
      <translation>מתקדם</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_form.py" />
      <source>Privacy</source>
      <translation>פרטיות</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_form.py" />
      <source>Speech</source>
      <translation>דיבור</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_hardware_words.py" />
      <source>Here %1.</source>
      <translation>כאן: %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_hardware_words.py" />
      <source>In use now: %1.</source>
      <translation>בשימוש כעת: %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_hardware_words.py" />
      <source>Now the %1.</source>
      <translation>כעת: %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_language_row.py" />
      <source>As the system</source>
      <translation>לפי המערכת</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_language_row.py" />
      <source>Language of the windows</source>
      <translation>שפת החלונות</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_language_row.py" />
      <source>Used from the next start of Sayso on.</source>
      <translation>בתוקף מההפעלה הבאה של Sayso.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_page.py" />
      <source>&amp;Cancel</source>
      <translation>&amp;ביטול</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_page.py" />
      <source>&amp;Save</source>
      <translation>&amp;שמירה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_page.py" />
      <source>Not saved yet.</source>
      <translation>עוד לא נשמר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_page.py" />
      <source>“%1” cannot be used as it is.</source>
      <translation>אי אפשר להשתמש ב״%1״ כפי שהוא.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>Asked once a day. Nothing is sent but the request, and nothing is installed.</source>
      <translation>נבדק פעם ביום. נשלחת רק הבקשה, ושום דבר לא מותקן.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>Connections</source>
      <translation>חיבורים</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>On its way to the cursor your text is marked as secret, so that programs that keep a history of the clipboard leave it out where they can.</source>
      <translation>בדרכו אל הסמן הטקסט מסומן כסודי, כדי שתוכנות ששומרות היסטוריית לוח יתעלמו ממנו ככל שהן יכולות.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>Sayso connects to no other computer, whatever else is set: no clean-up elsewhere, no downloads.</source>
      <translation>‏Sayso לא מתחבר לשום מחשב אחר, לא משנה מה עוד הוגדר: אין ליטוש במקום אחר ואין הורדות.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>Tell me when there is a newer version</source>
      <translation>להודיע כשיש גרסה חדשה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>The clean-up is done by Ollama on this computer; your words go nowhere else.</source>
      <translation>הליטוש מתבצע באמצעות Ollama במחשב הזה; המילים לא נשלחות לשום מקום אחר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>The clean-up sends your words on to a computer elsewhere: %1 runs there.</source>
      <translation>הליטוש מעביר את המילים למחשב במקום אחר: %1 פועל שם.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>The clean-up sends your words to the computer at %1.</source>
      <translation>הליטוש שולח את המילים למחשב %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>The log never holds what you said.</source>
      <translation>ביומן אף פעם אין מה שנאמר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>This Sayso knows no place that tells of newer ones.</source>
      <translation>הגרסה הזאת של Sayso לא מכירה מקום שמודיע על גרסאות חדשות.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>This computer only</source>
      <translation>המחשב הזה בלבד</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>This computer only: what the clean-up is set to is elsewhere, so it gets nothing.</source>
      <translation>המחשב הזה בלבד: הליטוש מוגדר במקום אחר, ולכן לא נשלח אליו דבר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>What is kept</source>
      <translation>מה שנשמר</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>What you and your files say is written down on this computer; no sound ever leaves it. All that is fetched are models that you ask for.</source>
      <translation>מה שנאמר בדיבור ובקבצים מתומלל במחשב הזה; שום קול לא יוצא ממנו. כל מה שיורד מהרשת הוא מודלים, ורק לפי בקשה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>When something goes wrong</source>
      <translation>כשמשהו משתבש</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>Your text is typed, and does not come onto the clipboard.</source>
      <translation>הטקסט מוקלד, ולא מגיע ללוח.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_privacy.py" />
      <source>Your text stays on the clipboard, and in the history of the clipboard if you keep one.</source>
      <translation>הטקסט נשאר בלוח, וגם בהיסטוריית הלוח אם היא נשמרת.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_rows.py" />
      <source>Back to %1</source>
      <translation>חזרה אל %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_rows.py" />
      <source>Between %1 and %2.</source>
      <translation>בין %1 ל־%2.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_rows.py" />
      <source>This cannot be used here.</source>
      <translation>אי אפשר להשתמש בזה כאן.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_rows.py" />
      <source>nothing</source>
      <translation>כלום</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_rows.py" />
      <source>off</source>
      <translation>כבוי</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_rows.py" />
      <source>on</source>
      <translation>פועל</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>accuracy search speed decoding</source>
      <translation>דיוק חיפוש מהירות פענוח</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>ai llm gpt language model grammar punctuation rewrite enhance ollama on off</source>
      <translation>ai בינה מלאכותית llm gpt מודל שפה דקדוק פיסוק שכתוב שיפור ניקוי ollama הפעלה כיבוי</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>autostart startup boot login session launch automatically</source>
      <translation>הפעלה אוטומטית אתחול עליית המחשב כניסה התחברות אוטומטי</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>background quit exit minimise minimize notification area</source>
      <translation>רקע יציאה סגירה מזעור למזער מגש אזור ההודעות</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>beep cue chime tone feedback</source>
      <translation>צפצוף צליל סימן התראה משוב</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>beginning start first word pre-roll preroll buffer</source>
      <translation>התחלה מילה ראשונה הקלטה מראש מאגר</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>blank gap space</source>
      <translation>רווח מרווח</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>bounce debounce chatter repeat delay milliseconds</source>
      <translation>רטט מקש קפיצה חזרה השהיה אלפיות שנייה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>cache storage disk limit again</source>
      <translation>מטמון אחסון דיסק מגבלה שוב</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>candidates sampling temperature fallback retries</source>
      <translation>מועמדים דגימה טמפרטורה ניסיונות חוזרים</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>captions srt vtt cps duration</source>
      <translation>כתוביות srt vtt cps משך תווים בשנייה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>captions srt vtt line length width</source>
      <translation>כתוביות srt vtt אורך שורה רוחב</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>captions srt vtt rows</source>
      <translation>כתוביות srt vtt שורות</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>confidence doubt unsure fallback logprob</source>
      <translation>ביטחון ספק לא בטוח הסתברות logprob</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>copy copied clipboard restore</source>
      <translation>העתקה הועתק לוח שחזור</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>cpu cores processor speed</source>
      <translation>cpu ליבות מעבד מהירות</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>creativity randomness llm</source>
      <translation>יצירתיות אקראיות llm</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>dictate comma full stop period new line paragraph</source>
      <translation>הכתבה פסיק נקודה סימני פיסוק שורה חדשה פסקה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>dictionary spelling names jargon words</source>
      <translation>מילון איות שמות ז'רגון ז׳רגון מילים</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>end cut off last word tail post-roll delay release</source>
      <translation>סוף קטוע נחתך מילה אחרונה השהיה שחרור</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>export output txt md srt vtt json csv docx word excel subtitles captions</source>
      <translation>ייצוא פלט txt md srt vtt json csv docx word excel וורד אקסל כתוביות</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>formal e-mail email list notes tone</source>
      <translation>רשמי דוא"ל דוא״ל דואל אימייל מייל רשימה הערות טון</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>gpu cpu cuda nvidia graphics card processor hardware</source>
      <translation>gpu cpu cuda nvidia כרטיס מסך כרטיס גרפי מעבד חומרה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>gpu cuda speed graphics card</source>
      <translation>gpu cuda מהירות כרטיס מסך כרטיס גרפי</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>hold toggle hybrid tap push to talk ptt</source>
      <translation>לחיצה ממושכת החזקה הקשה מתג משולב לחיצה לדיבור ptt</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>hotkey shortcut escape abort stop discard keyboard</source>
      <translation>קיצור מקשים escape ביטול עצירה מקלדת</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>hotkey shortcut push to talk ptt keyboard binding</source>
      <translation>קיצור מקשים מקש קיצור לחיצה לדיבור ptt מקלדת</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>hotkey shortcut verbatim without clean-up keyboard</source>
      <translation>קיצור מקשים מילה במילה ללא ליטוש גולמי מקלדת</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>idle timeout free memory keep loaded unload</source>
      <translation>חוסר פעילות זמן קצוב פינוי זיכרון טעון פריקה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>idle timeout unload memory keep alive ollama</source>
      <translation>חוסר פעילות זמן קצוב פריקה זיכרון להשאיר טעון ollama</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>input audio sound headset recording mic source</source>
      <translation>קלט שמע קול אוזניות הקלטה מיקרופון מיק מקור</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>llm mistral llama qwen gemma phi ollama ai gpt</source>
      <translation>llm mistral llama qwen gemma phi ollama ai gpt בינה מלאכותית</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>minimised minimized background tray window</source>
      <translation>ממוזער מוסתר רקע מגש חלון הפעלה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>multilingual bilingual mixed detect</source>
      <translation>רב לשוני דו לשוני מעורב זיהוי שפות</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>offline network internet firewall airplane local connection telemetry</source>
      <translation>לא מקוון רשת אינטרנט חומת אש מצב טיסה מקומי חיבור טלמטריה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>openai whisper pytorch torch faster-whisper ctranslate2 backend</source>
      <translation>openai whisper pytorch torch faster-whisper ctranslate2 מנוע</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>output directory destination export path</source>
      <translation>תיקיית פלט ספרייה יעד ייצוא נתיב</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>overlay pill bar floating indicator hud level</source>
      <translation>פס שכבה חלון צף מחוון עוצמה אוברליי</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>parallel batch cores memory</source>
      <translation>במקביל מקבילי אצווה ליבות זיכרון</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>parallel speed memory gpu</source>
      <translation>במקביל מהירות זיכרון gpu</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>paste type clipboard keystrokes output ctrl+v</source>
      <translation>הדבקה הקלדה לוח העתקה הקשות מקשים פלט ctrl+v</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>priority cpu wait speed</source>
      <translation>עדיפות קדימות cpu מעבד המתנה מהירות</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>process crash isolation subprocess separate</source>
      <translation>תהליך קריסה בידוד תת תהליך נפרד</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>prompt custom instruction</source>
      <translation>פרומפט הנחיה מותאמת אישית הוראה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>quantisation quantization precision int8 float16 float32 bfloat16 gpu memory speed</source>
      <translation>קוונטיזציה דיוק int8 float16 float32 bfloat16 gpu זיכרון מהירות</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>quit close memory ollama</source>
      <translation>יציאה סגירה זיכרון ollama</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>ram limit budget unload</source>
      <translation>ram מגבלה תקציב זיכרון פריקה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>raw text output result deliver</source>
      <translation>טקסט גולמי פלט תוצאה הזנה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>repeat double word</source>
      <translation>חזרה מילה כפולה גמגום</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>repetition loop hallucination fallback gzip</source>
      <translation>חזרה לולאה הזיות gzip דחיסה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>retention delete history texts dictations expire storage privacy</source>
      <translation>שמירה מחיקה היסטוריה טקסטים הכתבות תפוגה אחסון פרטיות</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>retention delete recordings audio storage disk privacy</source>
      <translation>שמירה מחיקה הקלטות שמע אחסון דיסק פרטיות</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>rule per model never always skip automatic enhance</source>
      <translation>כלל לפי מודל אף פעם תמיד דילוג אוטומטי שיפור</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>server url port localhost remote network ollama</source>
      <translation>שרת כתובת url פורט יציאה localhost מרוחק רשת ollama</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>snippets substitute text expansion correct autocorrect shortcut</source>
      <translation>קטעי טקסט החלפה הרחבת טקסט תיקון אוטומטי קיצור</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>streaming early sentences speed</source>
      <translation>הזרמה מוקדם משפטים מהירות</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>time hold toggle double press delay milliseconds</source>
      <translation>זמן החזקה מתג לחיצה כפולה השהיה אלפיות שנייה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>timestamps alignment karaoke word level</source>
      <translation>חותמות זמן יישור קריוקי רמת מילה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>translate german french spanish detect automatic</source>
      <translation>תרגום עברית אנגלית גרמנית צרפתית ספרדית זיהוי אוטומטי</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>translation locale english deutsch german hebrew</source>
      <translation>תרגום שפה ממשק אנגלית גרמנית עברית</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>um uh er hesitation</source>
      <translation>אה אמ אממ היסוס um uh</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>update upgrade new version release check automatic</source>
      <translation>עדכון שדרוג גרסה חדשה בדיקה אוטומטי</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>uppercase capitalise capitalize case spaces</source>
      <translation>אותיות גדולות רישיות תחילת משפט רווחים</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>vad pause gap voice detection</source>
      <translation>vad הפסקה פער זיהוי קול</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>vad silence noise hallucination detector</source>
      <translation>vad שקט רעש הזיות גלאי</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>vocabulary prompt names spelling dictionary jargon terms hotwords</source>
      <translation>אוצר מילים הנחיה שמות איות מילון ז'רגון ז׳רגון מונחים</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>vram gpu cuda limit budget memory</source>
      <translation>vram gpu cuda מגבלה תקציב זיכרון כרטיס מסך</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>watch hot folder automatic directory inbox monitor import</source>
      <translation>מעקב תיקייה אוטומטי ספרייה תיבת דואר נכנס ניטור ייבוא</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>whisper large turbo transcribe audio video accuracy</source>
      <translation>whisper large turbo תמלול שמע אודיו וידאו דיוק</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_search.py" />
      <source>whisper tiny base small medium large turbo distil accuracy recognition</source>
      <translation>whisper tiny base small medium large turbo distil דיוק זיהוי</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>&amp;Language</source>
      <translation>ש&amp;פה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>A model that nobody used for so long frees its memory. 0 keeps it.</source>
      <translation>מודל שלא היה בשימוש במשך הזמן הזה מפנה את הזיכרון שלו. 0 משאיר אותו.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Beam size</source>
      <translation>רוחב אלומה (beam)</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Compute on</source>
      <translation>חישוב באמצעות</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Compute type</source>
      <translation>סוג חישוב</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Each model</source>
      <translation>כל מודל</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Found out from the first words of each dictation.</source>
      <translation>מזוהה לפי המילים הראשונות של כל הכתבה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Leave out what is not speech</source>
      <translation>השמטת מה שאינו דיבור</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Loaded ahead besides the one in use: %1.</source>
      <translation>נטענים מראש מלבד זה שבשימוש: %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>M&amp;odel</source>
      <translation>מוד&amp;ל</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Memory for models</source>
      <translation>זיכרון למודלים</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>More is slower and a little more accurate. 0 takes what suits the model.</source>
      <translation>ערך גבוה יותר איטי יותר וקצת יותר מדויק. 0 לוקח את הערך המתאים למודל.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Names and terms, one on each line, that the speech model would not expect.</source>
      <translation>שמות ומונחים, אחד בכל שורה, שמודל זיהוי הדיבור לא היה מצפה להם.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>On the graphics card</source>
      <translation>בכרטיס המסך</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Open Models</source>
      <translation>פתיחת מודלים</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Silence and noise are not given to the model, which would make up words for them.</source>
      <translation>שקט ורעש לא נמסרים למודל, שהיה ממציא להם מילים.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Speech · Models in memory</source>
      <translation>דיבור · מודלים בזיכרון</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>The most that all of them take of its memory. 0 leaves it to Sayso.</source>
      <translation>המרב שכולם יחד תופסים מהזיכרון שלו. 0 משאיר את ההחלטה ל־Sayso.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>The most that all of them take of the computer's. 0 leaves it to Sayso.</source>
      <translation>המרב שכולם יחד תופסים מזיכרון המחשב. 0 משאיר את ההחלטה ל־Sayso.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>There you get models, load them ahead, and say where each computes.</source>
      <translation>שם אפשר להוריד מודלים, לטעון אותם מראש, ולקבוע היכן כל אחד מחשב.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Unload after</source>
      <translation>פריקה אחרי</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Use a model from a folder of your own</source>
      <translation>שימוש במודל מתיקייה אישית</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_speech_rows.py" />
      <source>Words to listen for</source>
      <translation>מילים מיוחדות</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_text_rows.py" />
      <source>%1 characters too long.</source>
      <translation>ארוך מדי ב־%1 תווים.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_text_rows.py" />
      <source>%1 of %2 characters</source>
      <translation>‏%1 מתוך %2 תווים</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_text_rows.py" />
      <source>Line %1: %2</source>
      <translation>שורה %1: %2</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>%1 at %2, %3</source>
      <translation>‏%1 בכתובת %2, %3</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>%1 parameters.</source>
      <translation>‏%1 פרמטרים.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Automatic: no</source>
      <translation>אוטומטי: לא</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Automatic: yes</source>
      <translation>אוטומטי: כן</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Comes once the clean-up is done; until then what you said is one key away.</source>
      <translation>מגיע כשהליטוש מסתיים; עד אז מה שנאמר נמצא במרחק מקש אחד.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Every check is made before the text is used.</source>
      <translation>כל הבדיקות נעשות לפני שהטקסט נכנס לשימוש.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Getting %1</source>
      <translation>הורדת %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Languages: %1. Takes about %2 of memory.</source>
      <translation>שפות: %1. תופס בערך %2 זיכרון.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Look again in a moment.</source>
      <translation>יש לבדוק שוב בעוד רגע.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>May %1.</source>
      <translation>מותר: %1.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>May tidy only: every word that matters stays, in its order.</source>
      <translation>מותר רק ליטוש קל: כל מילה חשובה נשארת, בסדר המקורי.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Never</source>
      <translation>אף פעם</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Not checked: %1. Numbers, names and “not” always are.</source>
      <translation>לא נבדק: %1. מספרים, שמות ו״לא״ נבדקים תמיד.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Only %1 % of it is on the graphics card: expect a wait.</source>
      <translation>רק %1% ממנו נמצא בכרטיס המסך: צפויה המתנה.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Runs on the graphics card.</source>
      <translation>פועל על כרטיס המסך.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Runs on the processor: expect some seconds a sentence.</source>
      <translation>פועל על המעבד: צפויות כמה שניות לכל משפט.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Start it, then look again; until then your text comes as it was spoken.</source>
      <translation>יש להפעיל אותו ואז לבדוק שוב; עד אז הטקסט נשאר כפי שנאמר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>The cleaned-up text</source>
      <translation>הטקסט המלוטש</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>The cleaned-up text stands in Sayso's window, to be inserted from there.</source>
      <translation>הטקסט המלוטש נמצא בחלון של Sayso, ומשם אפשר להזין אותו.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>What you said comes at once, and the cleaned-up text takes its place when it is done.</source>
      <translation>מה שנאמר מגיע מיד, והטקסט המלוטש תופס את מקומו כשהוא מוכן.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>What you said, at once</source>
      <translation>מה שנאמר, מיד</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>What you said, then replaced</source>
      <translation>מה שנאמר, ואז החלפה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>Your words leave this computer: Ollama passes them on to a computer elsewhere.</source>
      <translation>המילים יוצאות מהמחשב הזה: Ollama מעביר אותן למחשב במקום אחר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>add a greeting and a closing</source>
      <translation>להוסיף פתיחה וסיום</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>change the language</source>
      <translation>לשנות את השפה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>change the order</source>
      <translation>לשנות את הסדר</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>leave words out</source>
      <translation>להשמיט מילים</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>make a list</source>
      <translation>ליצור רשימה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>no models yet</source>
      <translation>עוד אין מודלים</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>not on this computer</source>
      <translation>לא במחשב הזה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>that days and dates are the same</source>
      <translation>שהימים והתאריכים זהים</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>that it is about as long as what you said</source>
      <translation>שהאורך דומה למה שנאמר</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>that no question was answered</source>
      <translation>ששאלה לא קיבלה תשובה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>that no word was added or lost</source>
      <translation>שלא נוספה ולא אבדה מילה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>that nothing is repeated</source>
      <translation>ששום דבר לא חוזר על עצמו</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>that the end is there</source>
      <translation>שהסוף קיים</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>that the language is the same</source>
      <translation>שהשפה זהה</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>that “I” and “you” are the same</source>
      <translation>ש״אני״ ו״אתם״ לא התחלפו</translation>
    </message>
    <message>
      <location filename="../../app/ui/settings_words.py" />
      <source>use other words</source>
      <translation>להשתמש במילים אחרות</translation>
    </message>
    <message>
      <location filename="../../app/ui/style_editor.py" />
      <source>A dictation to try the style on</source>
      <translation>הכתבה לניסיון של הסגנון</translation>
    </message>
    <message>
      <location filename="../../app/ui/style_editor.py" />
      <source>Stop the try</source>
      <translation>עצירת הניסיון</translation>
    </message>
    <message>
      <location filename="../../app/ui/style_editor.py" />
      <source>Stopped.</source>
      <translation>נעצר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/style_editor.py" />
      <source>Tidying up …</source>
      <translation>מלטש…</translation>
    </message>
    <message>
      <location filename="../../app/ui/style_editor.py" />
      <source>Tries what is saved, without your last changes.</source>
      <translation>הניסיון פועל על מה שנשמר, ללא השינויים האחרונים.</translation>
    </message>
    <message>
      <location filename="../../app/ui/style_editor.py" />
      <source>Try it</source>
      <translation>ניסיון</translation>
    </message>
    <message>
      <location filename="../../app/ui/style_editor.py" />
      <source>What the language model wrote</source>
      <translation>מה שמודל השפה כתב</translation>
    </message>
    <message>
      <location filename="../../app/ui/style_editor.py" />
      <source>Would be used: it says what you said.</source>
      <translation>היה נכנס לשימוש: הוא אומר את מה שנאמר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/style_editor.py" />
      <source>Would not be used: %1</source>
      <translation>לא היה נכנס לשימוש: %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/style_editor.py" />
      <source>um so can you tell anna that the the meeting is on tuesday no wait wednesday at three</source>
      <translation>אממ אז אפשר להגיד לאנה שהפגישה הפגישה ביום שלישי לא רגע רביעי בשלוש</translation>
    </message>
    <message>
      <location filename="../../app/ui/text_pane.py" />
      <source>Show changes</source>
      <translation>הצגת שינויים</translation>
    </message>
    <message>
      <location filename="../../app/ui/text_pane.py" />
      <source>Side by side</source>
      <translation>זה לצד זה</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>From here on</source>
      <translation>מכאן והלאה</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>Here</source>
      <translation>כאן</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>It is right now</source>
      <translation>זה נכון עכשיו</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>Keep all</source>
      <translation>השארת הכול</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>Next change</source>
      <translation>השינוי הבא</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>Next place to listen to again</source>
      <translation>המקום הבא להאזנה חוזרת</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>Previous place to listen to again</source>
      <translation>המקום הקודם להאזנה חוזרת</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>Rename everywhere</source>
      <translation>שינוי השם בכל מקום</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>Take this place off the list</source>
      <translation>הסרת המקום הזה מהרשימה</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>Underlined words were added, struck ones were removed.</source>
      <translation>מילים בקו תחתון נוספו, מילים בקו חוצה הוסרו.</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>Use the spoken words</source>
      <translation>שימוש במילים שנאמרו</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>What was changed here</source>
      <translation>מה השתנה כאן</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>Who speaks</source>
      <translation>מי מדבר</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_bars.py" />
      <source>Who speaks?</source>
      <translation>מי מדבר?</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_drag.py" />
      <source>Drag the transcript into another program</source>
      <translation>גרירת התמליל לתוכנה אחרת</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_find_bar.py" />
      <source>Close the search</source>
      <translation>סגירת החיפוש</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_find_bar.py" />
      <source>Find</source>
      <translation>חיפוש</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_find_bar.py" />
      <source>Find in the transcript</source>
      <translation>חיפוש בתמליל</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_find_bar.py" />
      <source>Match case</source>
      <translation>התאמת רישיות</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_find_bar.py" />
      <source>Next place</source>
      <translation>המקום הבא</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_find_bar.py" />
      <source>Previous place</source>
      <translation>המקום הקודם</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_find_bar.py" />
      <source>Replace</source>
      <translation>החלפה</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_find_bar.py" />
      <source>Replace all</source>
      <translation>החלפת הכול</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_find_bar.py" />
      <source>Replace by</source>
      <translation>טקסט חלופי</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_find_bar.py" />
      <source>Whole words</source>
      <translation>מילים שלמות</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_head.py" />
      <source>Back to the files</source>
      <translation>חזרה לקבצים</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_head.py" />
      <source>Clean up</source>
      <translation>ליטוש</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_head.py" />
      <source>Export</source>
      <translation>ייצוא</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_head.py" />
      <source>Find and replace</source>
      <translation>חיפוש והחלפה</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_head.py" />
      <source>Place in the sound</source>
      <translation>מיקום בהקלטה</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_head.py" />
      <source>Play</source>
      <translation>השמעה</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_head.py" />
      <source>Redo</source>
      <translation>ביצוע חוזר</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_head.py" />
      <source>Undo</source>
      <translation>ביטול פעולה</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_menus.py" />
      <source>Copy the whole text</source>
      <translation>העתקת כל הטקסט</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_menus.py" />
      <source>Cut</source>
      <translation>גזירה</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_menus.py" />
      <source>Delete this passage</source>
      <translation>מחיקת הקטע הזה</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_menus.py" />
      <source>Divide here</source>
      <translation>חלוקה כאן</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_menus.py" />
      <source>Find and replace …</source>
      <translation>חיפוש והחלפה…</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_menus.py" />
      <source>Join with the next</source>
      <translation>איחוד עם הבא</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_menus.py" />
      <source>Paste</source>
      <translation>הדבקה</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_menus.py" />
      <source>Play from here</source>
      <translation>השמעה מכאן</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_menus.py" />
      <source>Who speaks …</source>
      <translation>מי מדבר…</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_page.py" />
      <source>Transcript</source>
      <translation>תמליל</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_view.py" />
      <source>Click to play from here</source>
      <translation>לחיצה כאן משמיעה מהמקום הזה</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>%1 found</source>
      <translation>נמצאו %1</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/ui/transcript_words.py" />
      <source>%n passages were cleaned up.</source>
      <translation>
        <numerusform>‏%n קטע לוטש.</numerusform>
        <numerusform>‏%n קטעים לוטשו.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>1 passage was cleaned up.</source>
      <translation>קטע אחד לוטש.</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>All passages are deleted. %1 brings them back.</source>
      <translation>כל הקטעים נמחקו. %1 מחזיר אותם.</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>All passages were deleted. Transcribe the file again to have them back.</source>
      <translation>כל הקטעים נמחקו. כדי להחזיר אותם יש לתמלל את הקובץ שוב.</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>Nothing found</source>
      <translation>לא נמצא דבר</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>Nothing has been heard so far.</source>
      <translation>עוד לא נשמע דבר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>Saved</source>
      <translation>נשמר</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>Saved as %1</source>
      <translation>נשמר בשם %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>Speaker not named</source>
      <translation>דובר ללא שם</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>Start it, then choose Clean up again.</source>
      <translation>יש להפעיל אותו, ואז לבחור שוב ״ליטוש״.</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>The earlier transcript, until the new one is here</source>
      <translation>התמליל הקודם, עד שהחדש יהיה כאן</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>There is no text. Nobody was heard speaking in this file.</source>
      <translation>אין טקסט. לא נשמע בקובץ הזה דיבור.</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>damaged at %1</source>
      <translation>פגום ב־%1</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>end missing after %1</source>
      <translation>הסוף חסר אחרי %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>not complete</source>
      <translation>לא שלם</translation>
    </message>
    <message>
      <location filename="../../app/ui/transcript_words.py" />
      <source>still being written</source>
      <translation>עדיין בתמלול</translation>
    </message>
    <message>
      <location filename="../../app/ui/tray_menu.py" />
      <source>%1 (not connected)</source>
      <translation>‏%1 (לא מחובר)</translation>
    </message>
    <message>
      <location filename="../../app/ui/tray_menu.py" />
      <source>As the speech model needs it</source>
      <translation>לפי הצורך של מודל זיהוי הדיבור</translation>
    </message>
    <message>
      <location filename="../../app/ui/tray_menu.py" />
      <source>Copy last text</source>
      <translation>העתקת הטקסט האחרון</translation>
    </message>
    <message>
      <location filename="../../app/ui/tray_menu.py" />
      <source>Insert a recent text</source>
      <translation>הזנת טקסט קודם</translation>
    </message>
    <message>
      <location filename="../../app/ui/tray_menu.py" />
      <source>Insert last text</source>
      <translation>הזנת הטקסט האחרון</translation>
    </message>
    <message>
      <location filename="../../app/ui/tray_menu.py" />
      <source>No model on this computer</source>
      <translation>אין מודל במחשב הזה</translation>
    </message>
    <message>
      <location filename="../../app/ui/tray_menu.py" />
      <source>Nothing dictated yet</source>
      <translation>עוד לא הוכתב דבר</translation>
    </message>
    <message>
      <location filename="../../app/ui/tray_menu.py" />
      <source>Off</source>
      <translation>כבוי</translation>
    </message>
    <message>
      <location filename="../../app/ui/tray_menu.py" />
      <source>Open Sayso</source>
      <translation>פתיחת Sayso</translation>
    </message>
    <message>
      <location filename="../../app/ui/tray_menu.py" />
      <source>Pause %1</source>
      <translation>השהיית %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/tray_menu.py" />
      <source>Pause the keys</source>
      <translation>השהיית המקשים</translation>
    </message>
    <message>
      <location filename="../../app/ui/tray_menu.py" />
      <source>Quit</source>
      <translation>יציאה</translation>
    </message>
    <message>
      <location filename="../../app/ui/trial_box.py" />
      <source>Stop trying %1 out</source>
      <translation>עצירת הניסיון של %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/two_texts.py" />
      <source>Enhanced text</source>
      <translation>טקסט מלוטש</translation>
    </message>
    <message>
      <location filename="../../app/ui/two_texts.py" />
      <source>Spoken text</source>
      <translation>טקסט כפי שנאמר</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>%1 is paused: click to speak</source>
      <translation>‏%1 מושהה: לחיצה לדיבור</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>%1 min %2 s</source>
      <translation>‏%1 דק׳ %2 שנ׳</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>%1 still being written</source>
      <translation>עוד %1 בתמלול</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>A crash of the engine costs no dictation, and Sayso goes on.</source>
      <translation>קריסת המנוע לא גורמת לאובדן הכתבה, ו־Sayso ממשיך לפעול.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>A quarter of the memory of float32; the fastest on a processor.</source>
      <translation>רבע מהזיכרון של float32; המהיר ביותר על מעבד.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>At once, by way of the clipboard.</source>
      <translation>מיד, דרך הלוח.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Choose another one above, or in Settings.</source>
      <translation>יש לבחור מודל אחר למעלה, או בהגדרות.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Choose microphone</source>
      <translation>בחירת מיקרופון</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Click the round button and speak.</source>
      <translation>יש ללחוץ על הכפתור העגול ולדבר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Click to finish</source>
      <translation>לחיצה לסיום</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Click to speak</source>
      <translation>לחיצה לדיבור</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Copied</source>
      <translation>הועתק</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Copy only</source>
      <translation>העתקה בלבד</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Could not be written</source>
      <translation>התמלול לא הצליח</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Get the model</source>
      <translation>הורדת המודל</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Graphics card (CUDA)</source>
      <translation>כרטיס מסך (CUDA)</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Half the memory of float32; for graphics cards.</source>
      <translation>חצי מהזיכרון של float32; לכרטיסי מסך.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Half the memory of float32; for recent graphics cards and processors.</source>
      <translation>חצי מהזיכרון של float32; לכרטיסי מסך ולמעבדים חדשים.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Hold</source>
      <translation>החזקה</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Hold %1</source>
      <translation>החזקת %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Hold %1 anywhere and speak.</source>
      <translation>יש להחזיק את %1 בכל מקום ולדבר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Hold or tap</source>
      <translation>החזקה או הקשה</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Hold or tap %1</source>
      <translation>החזקה או הקשה על %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Hold the key and let go to finish, or tap it to begin and tap again to finish.</source>
      <translation>להחזיק את המקש ולשחרר כדי לסיים, או להקיש כדי להתחיל ולהקיש שוב כדי לסיים.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Insert again</source>
      <translation>הזנה חוזרת</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Interrupted</source>
      <translation>נקטע</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Kept here: copy it or insert it again</source>
      <translation>נשמר כאן: אפשר להעתיק אותו או להזין אותו שוב</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Key by key, for programs that refuse to paste; slower.</source>
      <translation>מקש אחר מקש, לתוכנות שלא מאפשרות הדבקה; איטי יותר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Let go of %1 to finish</source>
      <translation>שחרור %1 לסיום</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Let go of %1, or tap it, to finish</source>
      <translation>שחרור %1 או הקשה עליו לסיום</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Listening</source>
      <translation>מקשיב</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Loading the model</source>
      <translation>טוען את המודל</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>No speech model</source>
      <translation>אין מודל זיהוי דיבור</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>No speech model can be used.</source>
      <translation>אי אפשר להשתמש באף מודל זיהוי דיבור.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Nothing heard</source>
      <translation>לא נשמע דבר</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>On PyTorch: the way out where faster-whisper cannot use the graphics card.</source>
      <translation>על PyTorch: פתרון כש־faster-whisper לא יכול להשתמש בכרטיס המסך.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Open models</source>
      <translation>פתיחת המודלים</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Open privacy</source>
      <translation>פתיחת הגדרות הפרטיות</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Open settings</source>
      <translation>פתיחת ההגדרות</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Opening the microphone</source>
      <translation>פותח את המיקרופון</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Pasted</source>
      <translation>הודבק</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Pasted into %1</source>
      <translation>הודבק ב־%1</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Press %1</source>
      <translation>לחיצה על %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Press %1 anywhere and speak.</source>
      <translation>יש ללחוץ על %1 בכל מקום ולדבר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Press %1 to finish</source>
      <translation>לחיצה על %1 לסיום</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Press once to begin, once more to finish.</source>
      <translation>ללחוץ פעם אחת כדי להתחיל, ופעם נוספת כדי לסיים.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Put the text on the clipboard and paste it yourself.</source>
      <translation>הטקסט מועתק ללוח, וההדבקה ידנית.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>See that the right microphone is chosen above. %1</source>
      <translation>יש לוודא שהמיקרופון הנכון נבחר למעלה. %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Show it</source>
      <translation>הצגה</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Speak now.</source>
      <translation>אפשר לדבר עכשיו.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Speak while you hold the key; let go to finish.</source>
      <translation>לדבר בזמן שמחזיקים את המקש; לשחרר כדי לסיים.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Takes the least memory.</source>
      <translation>תופס הכי מעט זיכרון.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Tap</source>
      <translation>הקשה</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Tap %1 and say nothing to take what you said</source>
      <translation>הקשה על %1 בלי לדבר: שימוש במה שנאמר</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>The faster one, and the smaller in memory.</source>
      <translation>המהיר יותר, והקטן יותר בזיכרון.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>The fastest way, on an NVIDIA graphics card.</source>
      <translation>הדרך המהירה ביותר, בכרטיס מסך של NVIDIA.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>The graphics card where it works, otherwise the processor.</source>
      <translation>כרטיס המסך אם הוא פועל, אחרת המעבד.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>The model was not used for a while. It is loaded again while you speak.</source>
      <translation>המודל לא היה בשימוש זמן מה. הוא נטען שוב תוך כדי הדיבור.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>The most memory and the slowest; the reference for accuracy.</source>
      <translation>תופס הכי הרבה זיכרון והאיטי ביותר; אמת המידה לדיוק.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Trying the graphics card</source>
      <translation>מנסה את כרטיס המסך</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Type</source>
      <translation>הקלדה</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Typed</source>
      <translation>הוקלד</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Typed into %1</source>
      <translation>הוקלד ב־%1</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Use the keys again</source>
      <translation>הפעלת המקשים</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Weights in a quarter of the memory of float32, arithmetic in the type named last.</source>
      <translation>משקלים ברבע מהזיכרון של float32, חישוב בסוג שמופיע אחרון.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Where a graphics card computes, as its drivers may crash.</source>
      <translation>כשכרטיס מסך מחשב, כי מנהלי ההתקן שלו עלולים לקרוס.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Works everywhere.</source>
      <translation>פועל בכל מקום.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Writing it down</source>
      <translation>מתמלל</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Written</source>
      <translation>תומלל</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Yesterday</source>
      <translation>אתמול</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>You can speak already. It is written down once the model is loaded.</source>
      <translation>אפשר כבר לדבר. הדיבור יתומלל אחרי שהמודל ייטען.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Your words appear here, and where the cursor is.</source>
      <translation>המילים מופיעות כאן, ובמקום שבו נמצא הסמן.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>int8 on the processor, int8_float16 on the graphics card.</source>
      <translation>‏int8 על המעבד, int8_float16 על כרטיס המסך.</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>keys paused</source>
      <translation>המקשים מושהים</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>%1 is here now.</source>
      <translation>‏%1 כבר כאן.</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>Any other, such as qwen3:4b</source>
      <translation>כל מודל אחר, כגון qwen3:4b</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>Get (%1)</source>
      <translation>הורדה (%1)</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>Get it</source>
      <translation>הורדה</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>In use</source>
      <translation>בשימוש</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>Look for Ollama again</source>
      <translation>חיפוש חוזר של Ollama</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>Looking for Ollama …</source>
      <translation>מחפש את Ollama…</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>Name of another language model</source>
      <translation>שם של מודל שפה אחר</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>Ollama does not have this model yet.</source>
      <translation>המודל הזה עוד אינו נמצא ב־Ollama.</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>Other models</source>
      <translation>מודלים אחרים</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>Precision of %1</source>
      <translation>הדיוק המספרי של %1</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>Stop getting the language model</source>
      <translation>עצירת ההורדה של מודל השפה</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>Stopped. What has arrived of %1 is kept.</source>
      <translation>נעצר. מה שכבר ירד מ־%1 נשמר.</translation>
    </message>
    <message>
      <location filename="../../app/ui/writer_list.py" />
      <source>Use the model of that name</source>
      <translation>שימוש במודל בשם הזה</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>Accurate English on a good processor.</source>
      <translation>אנגלית מדויקת במעבד טוב.</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>Accurate in many languages; wants a graphics card or patience.</source>
      <translation>מדויק בשפות רבות; דורש כרטיס מסך או סבלנות.</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>Clearly more accurate than base and about three times slower; good for names and accents.</source>
      <translation>מדויק יותר מ־base באופן ברור ואיטי ממנו בערך פי שלושה; טוב לשמות ולמבטאים.</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>English like distil-large-v3, trained longer and a little more accurate.</source>
      <translation>אנגלית כמו distil-large-v3, אומן זמן רב יותר וקצת יותר מדויק.</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>English with nearly the accuracy of large-v3, several times faster.</source>
      <translation>אנגלית בדיוק קרוב לזה של large-v3, מהיר פי כמה.</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>English with nearly the accuracy of medium.en, faster.</source>
      <translation>אנגלית בדיוק קרוב לזה של medium.en, מהיר יותר.</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>English with nearly the accuracy of small.en, faster.</source>
      <translation>אנגלית בדיוק קרוב לזה של small.en, מהיר יותר.</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>Everyday dictation in English alone, a little better at it than base.</source>
      <translation>הכתבה יומיומית באנגלית בלבד, קצת יותר טוב בה מ־base.</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>Good for everyday dictation in the larger languages, at once on any computer.</source>
      <translation>טוב להכתבה יומיומית בשפות הגדולות, מיידי בכל מחשב.</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>Nearly as accurate as large-v3 and several times faster; the best choice on a graphics card.</source>
      <translation>מדויק כמעט כמו large-v3 ומהיר ממנו פי כמה; הבחירה הטובה ביותר בכרטיס מסך.</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>The fastest one for English alone, a little better at it than tiny.</source>
      <translation>המהיר ביותר לאנגלית בלבד, קצת יותר טוב בה מ־tiny.</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>The fastest one, for slow computers; it mishears often.</source>
      <translation>המהיר ביותר, למחשבים איטיים; שומע לא נכון לעיתים קרובות.</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>The most accurate one, in 100 languages; wants a graphics card with 4 GB or more.</source>
      <translation>המדויק ביותר, ב־100 שפות; דורש כרטיס מסך עם ‎4 GB או יותר.</translation>
    </message>
    <message>
      <location filename="../../resources/models.toml" />
      <source>Very accurate English; wants a graphics card or patience.</source>
      <translation>אנגלית מדויקת מאוד; דורש כרטיס מסך או סבלנות.</translation>
    </message>
    <message>
      <location filename="../../resources/styles.toml" />
      <source>E-mail</source>
      <translation>דוא״ל</translation>
    </message>
    <message>
      <location filename="../../resources/styles.toml" />
      <source>Formal</source>
      <translation>רשמי</translation>
    </message>
    <message>
      <location filename="../../resources/styles.toml" />
      <source>List</source>
      <translation>רשימה</translation>
    </message>
    <message>
      <location filename="../../resources/styles.toml" />
      <source>Notes</source>
      <translation>תקציר נקודות</translation>
    </message>
    <message>
      <location filename="../../resources/styles.toml" />
      <source>Your own</source>
      <translation>אישי</translation>
    </message>
    <message>
      <location filename="../../resources/writers.toml" />
      <source>Larger than Mistral 7B, for English on a graphics card with 8 GB.</source>
      <translation>גדול מ־Mistral 7B, לאנגלית בכרטיס מסך עם ‎8 GB.</translation>
    </message>
    <message>
      <location filename="../../resources/writers.toml" />
      <source>Made from Mistral 7B by Intel, tuned for conversation; another one to try for English.</source>
      <translation>פותח מ־Mistral 7B בידי Intel וכוון לשיחה; עוד אחד לניסיון באנגלית.</translation>
    </message>
    <message>
      <location filename="../../resources/writers.toml" />
      <source>Newer and smaller, for many languages; a good choice for a small graphics card.</source>
      <translation>חדש וקטן יותר, לשפות רבות; בחירה טובה לכרטיס מסך קטן.</translation>
    </message>
    <message>
      <location filename="../../resources/writers.toml" />
      <source>Newer and smaller, for many languages; takes somewhat more memory than Qwen 3 4B.</source>
      <translation>חדש וקטן יותר, לשפות רבות; תופס קצת יותר זיכרון מ־Qwen 3 4B.</translation>
    </message>
    <message>
      <location filename="../../resources/writers.toml" />
      <source>Small, for English on a small graphics card.</source>
      <translation>קטן, לאנגלית בכרטיס מסך קטן.</translation>
    </message>
    <message>
      <location filename="../../resources/writers.toml" />
      <source>The default, of middle size; wants a graphics card or patience.</source>
      <translation>ברירת המחדל, בגודל בינוני; דורש כרטיס מסך או סבלנות.</translation>
    </message>
    <message>
      <location filename="../../resources/writers.toml" />
      <source>The first Gemma, for English; takes the most memory here, and Gemma 3 follows it.</source>
      <translation>ה־Gemma הראשון, לאנגלית; תופס כאן הכי הרבה זיכרון, ו־Gemma 3 הוא ממשיכו.</translation>
    </message>
    <message>
      <location filename="../../resources/writers.toml" />
      <source>The smallest one here, for computers without a graphics card; expect more mistakes.</source>
      <translation>הקטן ביותר כאן, למחשבים בלי כרטיס מסך; צפויות יותר טעויות.</translation>
    </message>
    <message>
      <location filename="../../resources/writers.toml" />
      <source>mostly English</source>
      <translation>בעיקר אנגלית</translation>
    </message>
    <message>
      <location filename="../../resources/writers.toml" />
      <source>over 100 languages</source>
      <translation>יותר מ־100 שפות</translation>
    </message>
    <message>
      <location filename="../../resources/writers.toml" />
      <source>over 140 languages</source>
      <translation>יותר מ־140 שפות</translation>
    </message>
  </context>
</TS>
