; Installs the bundle on Windows, for the user who runs it: no administrator is asked.
;
;   python packaging\build.py
;   iscc /DProgram=dist\sayso packaging\windows\sayso.iss
;
; Rules: what is installed is what the folder holds. The user's words and settings (%LOCALAPPDATA%\sayso) are no
;   part of it: uninstalling leaves them, unless the user says otherwise when asked. A Sayso that runs is closed
;   before its files are replaced. The autostart is written as Sayso's own setting writes it.
; A signed installer needs a certificate of your own: name the tool to iscc as /Ssign=..., and /DSign.

#ifndef Program
  #define Program "..\..\dist\sayso"
#endif
#ifndef Version
  #define Version "0.1.0"
#endif

[Setup]
AppId={{5F0C7C0B-7A55-4C1D-9B0E-2D9C5E6A4D11}
AppName=Sayso
AppVersion={#Version}
AppPublisher=The Sayso authors
VersionInfoVersion={#Version}
DefaultDirName={localappdata}\Programs\Sayso
DefaultGroupName=Sayso
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0
OutputBaseFilename=sayso-{#Version}-windows-x64
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
CloseApplications=yes
RestartApplications=no
UninstallDisplayIcon={app}\sayso-app.exe
UninstallDisplayName=Sayso
LicenseFile=..\..\LICENSE
#ifdef Sign
SignTool=sign
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[CustomMessages]
en.StartWithWindows=Start Sayso with Windows, hidden in the tray
de.StartWithWindows=Sayso mit Windows starten, im Infobereich
en.StartNow=Start Sayso
de.StartNow=Sayso starten
en.RemoveWords=Remove your words, recordings, models and settings as well? This cannot be undone.
de.RemoveWords=Auch Texte, Aufnahmen, Modelle und Einstellungen entfernen? Das geht nicht rückgängig zu machen.

[Tasks]
Name: "autostart"; Description: "{cm:StartWithWindows}"; Flags: unchecked

[InstallDelete]
; Libraries of an older version would be found beside the new ones.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Program}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\Sayso"; Filename: "{app}\sayso-app.exe"; AppUserModelID: "Sayso"

[Registry]
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: string; ValueName: "Sayso"; ValueData: """{app}\sayso-app.exe"" --hidden"; Tasks: autostart
; Written by the setting as well, so it goes with the program whoever wrote it.
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: none; ValueName: "Sayso"; Flags: uninsdeletevalue

[Run]
Filename: "{app}\sayso-app.exe"; Description: "{cm:StartNow}"; Flags: nowait postinstall skipifsilent

[Code]
procedure CurUninstallStepChanged(Step: TUninstallStep);
begin
  if (Step = usPostUninstall) and not UninstallSilent then
    if MsgBox(CustomMessage('RemoveWords'), mbConfirmation, MB_YESNO or MB_DEFBUTTON2) = IDYES then
      DelTree(ExpandConstant('{localappdata}\sayso'), True, True, True);
end;
