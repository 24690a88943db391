; Installatieprogramma voor Windows: per gebruiker, zonder beheerdersrechten, in het Nederlands.
; Bouwen vanuit de hoofdmap: makensis /DVERSION=0.1.0 packaging/windows/planbureau.nsi
Unicode true
Target amd64-unicode
!ifndef VERSION
  !error "Geef de versie mee: makensis /DVERSION=0.1.0 ..."
!endif
!ifndef FOLDER
  !define FOLDER "..\..\build\windows\planbureau"
!endif
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Planbureau"

Name "Planbureau"
OutFile "..\..\dist\planbureau-${VERSION}-setup.exe"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Planbureau"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
SetCompressor /SOLID lzma
ManifestDPIAware true

!include MUI2.nsh
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\planbureau-venster.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Planbureau starten"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Dutch"

Section "Planbureau"
  ; Bestanden van een vorige versie eerst weg. In deze map staat nooit een kluis.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}\*"
  WriteUninstaller "$INSTDIR\verwijderen.exe"
  CreateShortcut "$SMPROGRAMS\Planbureau.lnk" "$INSTDIR\planbureau-venster.exe"
  WriteRegStr HKCU "${KEY}" "DisplayName" "Planbureau"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\planbureau-venster.exe"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\verwijderen.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\verwijderen.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  ; Alleen wat het installatieprogramma zelf neerzette. Kluizen en instellingen blijven staan.
  Delete "$SMPROGRAMS\Planbureau.lnk"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\planbureau.exe"
  Delete "$INSTDIR\planbureau-venster.exe"
  Delete "$INSTDIR\verwijderen.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${KEY}"
SectionEnd
