; The installer for Windows: for the person who runs it, no administrator needed.
; makensis -DVERSION=0.1.0 -DFROZEN=build/frozen/knotbook -DTARGET=dist/setup.exe -DICON=build/icons/knotbook.ico
Unicode true
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma

!include "MUI2.nsh"
!include "FileFunc.nsh"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Knotbook"
!define KIND "Knotbook.Diary"

Name "Knotbook"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\Knotbook"
InstallDirRegKey HKCU "Software\Knotbook" "Folder"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Knotbook"
VIAddVersionKey "FileDescription" "Knotbook setup"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "The Knotbook authors, GPL-3.0-or-later"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\knotbook.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; A program that runs cannot be replaced.
!macro CLOSED_FIRST PREFIX
Function ${PREFIX}ClosedFirst
  again:
  IfFileExists "$INSTDIR\knotbook.exe" 0 done
  ClearErrors
  FileOpen $0 "$INSTDIR\knotbook.exe" a
  IfErrors busy
  FileClose $0
  done:
  Return
  busy:
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Knotbook is open. Close it, then try again." /SD IDCANCEL IDRETRY again
  Abort
FunctionEnd
!macroend
!insertmacro CLOSED_FIRST ""
!insertmacro CLOSED_FIRST "un."

Section "Knotbook"
  Call ClosedFirst
  ; Parts of an older version must not be found by the new one.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${FROZEN}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Knotbook.lnk" "$INSTDIR\knotbook.exe"

  WriteRegStr HKCU "Software\Knotbook" "Folder" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\.knotbook" "" "${KIND}"
  WriteRegStr HKCU "Software\Classes\.knotbook" "Content Type" "application/x-knotbook"
  WriteRegStr HKCU "Software\Classes\${KIND}" "" "Knotbook diary"
  WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\knotbook.exe,0"
  WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\knotbook.exe" "%1"'

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Knotbook"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Knotbook authors"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\knotbook.exe"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  ${RefreshShellIcons}
SectionEnd

; Diaries lie in %LOCALAPPDATA%\knotbook and are left alone.
Section "Uninstall"
  Call un.ClosedFirst
  Delete "$SMPROGRAMS\Knotbook.lnk"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\knotbook.exe"
  Delete "$INSTDIR\knotbook-console.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Knotbook"
  DeleteRegKey HKCU "Software\Classes\${KIND}"
  ReadRegStr $0 HKCU "Software\Classes\.knotbook" ""
  StrCmp $0 "${KIND}" 0 +2
  DeleteRegKey HKCU "Software\Classes\.knotbook"
  DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "Knotbook"
  ${RefreshShellIcons}
SectionEnd
