; The installer for Windows, made from dist\union-office by Inno Setup (docs/packaging.md says how).
; For one user, without an administrator; a newer one goes over the older; office files always stay.
#if Ver < EncodeVer(6, 3, 0)
  #error Inno Setup 6.3 or later is needed: older ones know no x64compatible, nor a script in UTF-8 without a mark.
#endif
#ifndef Version
  #error Say the version: iscc /DVersion=0.1.0
#endif

[Setup]
AppId={{6B0E5C4F-1C55-4E0B-9C0E-5C8E5F0A7D11}
AppName=社区工会台账
AppVersion={#Version}
VersionInfoVersion={#Version}
AppPublisher=The Union Office authors
DefaultDirName={autopf}\union-office
DefaultGroupName=社区工会台账
; Qt 6.9 needs Windows 10 of 1809.
MinVersion=10.0.17763
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
CloseApplications=yes
DisableProgramGroupPage=yes
LicenseFile=..\..\..\LICENSE
OutputDir=..\..\..\dist
OutputBaseFilename=union-office-{#Version}-setup
SetupIconFile=..\..\..\build\build\union-office.ico
UninstallDisplayIcon={app}\union-office.exe
Compression=lzma2
SolidCompression=yes
WizardStyle=modern

[Languages]
; Inno Setup's own translation: it comes with the compiler from 7.0.2 on, for an older one it lies beside this file.
#if FileExists(AddBackslash(CompilerPath) + "Languages\ChineseSimplified.isl")
Name: "zh"; MessagesFile: "compiler:Languages\ChineseSimplified.isl"
#else
Name: "zh"; MessagesFile: "ChineseSimplified.isl"
#endif

[Tasks]
Name: "desktop"; Description: "在桌面上放图标"

[InstallDelete]
; What an older version brought and this one does not.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\..\dist\union-office\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion
Source: "..\..\..\build\licences\*"; DestDir: "{app}\licences"; Flags: recursesubdirs ignoreversion
Source: "..\..\..\build\office-file.ico"; DestDir: "{app}"; Flags: ignoreversion

[Icons]
Name: "{group}\社区工会台账"; Filename: "{app}\union-office.exe"
Name: "{group}\使用手册"; Filename: "{app}\_internal\resources\manual\manual.html"
Name: "{autodesktop}\社区工会台账"; Filename: "{app}\union-office.exe"; Tasks: desktop

[Registry]
Root: HKA; Subkey: "Software\Classes\.union"; ValueType: string; ValueData: "UnionOffice.File"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.union\OpenWithProgids"; ValueType: string; ValueName: "UnionOffice.File"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\UnionOffice.File"; ValueType: string; ValueData: "社区工会台账文件"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\UnionOffice.File\DefaultIcon"; ValueType: string; ValueData: "{app}\office-file.ico"
Root: HKA; Subkey: "Software\Classes\UnionOffice.File\shell\open\command"; ValueType: string; ValueData: """{app}\union-office.exe"" ""%1"""

[Run]
Filename: "{app}\union-office.exe"; Description: "现在打开"; Flags: nowait postinstall skipifsilent
