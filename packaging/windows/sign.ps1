# Signs every program in a folder itself, not below it: sign.ps1 dist. Does nothing where the environment names no certificate.
#
# CERTIFICATE   a .pfx file in base64
# PASSWORD      its password
param([Parameter(Mandatory)][string]$Folder)
$ErrorActionPreference = "Stop"

if (-not $env:CERTIFICATE) {
    Write-Warning "CERTIFICATE is not set: not signed"
    exit 0
}
$file = Join-Path ([IO.Path]::GetTempPath()) "knotbook-certificate.pfx"
try {
    [IO.File]::WriteAllBytes($file, [Convert]::FromBase64String($env:CERTIFICATE))
    $tool = Get-ChildItem "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe" | Sort-Object FullName | Select-Object -Last 1
    foreach ($program in Get-ChildItem (Join-Path $Folder "*.exe")) {
        & $tool sign /fd SHA256 /td SHA256 /tr http://timestamp.digicert.com /f $file /p $env:PASSWORD $program.FullName
        if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
    }
} finally {
    Remove-Item -Force -ErrorAction SilentlyContinue $file
}
