# Starts Sayso from this checkout, and sets it up first when that is needed. The twin of run.sh:
#
#   powershell -ExecutionPolicy Bypass -File packaging\run.ps1                     the window
#   powershell -ExecutionPolicy Bypass -File packaging\run.ps1 transcribe FILE     the words of a recording
#
# No param block: it would take --options for its own. $args goes through as it is.
. (Join-Path $PSScriptRoot 'setup.ps1')
$programs = Initialize-Environment 'base-model' (Join-Path $Root '.venv')
& (Join-Path $programs 'sayso.exe') @args
exit $LASTEXITCODE
