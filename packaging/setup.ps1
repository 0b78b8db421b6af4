# What run.ps1 and test.ps1 share: a Python and a virtual environment with Sayso in it.
#
# The rules of setup.sh hold: talk goes to standard error; the stamp is written last, so that a set-up that
# was stopped half-way is never taken for a finished one; of two at once, one waits for the other; a folder
# that is not ours is never emptied. Windows brings the system libraries that Sayso needs.
# Works with Windows PowerShell 5.1 and with PowerShell 7.

$ErrorActionPreference = 'Stop'
$Root = Split-Path -Parent $PSScriptRoot

function Say([string] $Text) { [Console]::Error.WriteLine("sayso: $Text") }
function Stop-Setup([string] $Text) { Say $Text; exit 1 }

# The check of setup.sh. Without double quotes: Windows PowerShell loses them on the way to a program.
$Suitable = 'import struct, sys, sysconfig; ' +
    'good = (3, 11) <= sys.version_info[:2] <= (3, 14) and struct.calcsize(''P'') == 8; ' +
    'sys.exit(not good or bool(sysconfig.get_config_var(''Py_GIL_DISABLED'')))'

# Whether a command line (words) starts a Python that Sayso runs on. The names that Windows has for its
# shop start no Python and say so by their exit status.
function Test-Python([string[]] $Words) {
    if (-not (Get-Command $Words[0] -ErrorAction SilentlyContinue)) { return $false }
    $rest = @($Words | Select-Object -Skip 1)
    try { & $Words[0] @rest -c $Suitable 2>$null | Out-Null } catch { return $false }
    return $LASTEXITCODE -eq 0
}

function Find-Python {
    $candidates = @()
    if ($env:SAYSO_PYTHON) { $candidates += , @($env:SAYSO_PYTHON) }
    foreach ($version in '3.14', '3.13', '3.12', '3.11') { $candidates += , @('py', "-$version") }
    $candidates += , @('python')
    $candidates += , @('python3')
    foreach ($words in $candidates) { if (Test-Python $words) { return , $words } }
    Stop-Setup ('no suitable Python found: install Python 3.11, 3.12, 3.13 or 3.14 (64 bit) from python.org, ' +
        'or name one in SAYSO_PYTHON.')
}

# Runs a program with all its talk on standard error; tells whether it succeeded.
function Invoke-Quietly([string] $Program, [string[]] $Arguments) {
    & $Program @Arguments | ForEach-Object { [Console]::Error.WriteLine($_) }
    return $LASTEXITCODE -eq 0
}

# Has Sayso with these extras installed in an environment, and gives the folder of its programs.
function Initialize-Environment([string] $Extras, [string] $Folder) {
    $venv = $Folder
    if ($env:SAYSO_VENV) { $venv = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($env:SAYSO_VENV) }
    $programs = Join-Path $venv 'Scripts'
    $stamp = Join-Path $venv 'sayso-stamp'
    $hashes = foreach ($file in 'pyproject.toml', 'packaging/constraints.txt', 'packaging/no-deps.txt') {
        (Get-FileHash (Join-Path $Root $file)).Hash
    }
    $key = @("$Root in $venv", "$Extras $($hashes -join ' ')")
    if (Test-Ready $stamp $key) { return $programs }
    $lock = Enter-Setup
    try {
        if (-not (Test-Ready $stamp $key)) { Install-Sayso $Extras $venv $stamp $key }
    } finally { $lock.Dispose() }
    return $programs
}

function Test-Ready([string] $Stamp, [string[]] $Key) {
    return (Test-Path $Stamp) -and ((Get-Content -Encoding UTF8 $Stamp) -join "`n") -eq ($Key -join "`n")
}

# Opens a file that no other may open meanwhile. The system closes it with this process, however it ends.
function Enter-Setup {
    $file = Join-Path ([IO.Path]::GetTempPath()) 'sayso-setup.lock'
    $told = $false
    while ($true) {
        try { return [IO.File]::Open($file, 'OpenOrCreate', 'ReadWrite', 'None') } catch [IO.IOException] {
            if (-not $told) { Say 'waiting for another set-up to finish'; $told = $true }
            Start-Sleep -Milliseconds 200
        }
    }
}

function Install-Sayso([string] $Extras, [string] $Venv, [string] $Stamp, [string[]] $Key) {
    $python = Join-Path $Venv 'Scripts/python.exe'
    if (Test-Path $Stamp) {
        if ((Get-Content -Encoding UTF8 -TotalCount 1 $Stamp) -ne $Key[0] -or -not (Test-Python @($python))) {
            Say 'making the unfinished, moved or outdated environment anew'
            Remove-Item -Recurse -Force $Venv
        }
    } elseif ((Test-Path $Venv) -and -not (Test-Path (Join-Path $Venv 'pyvenv.cfg')) -and
        (Get-ChildItem -Force $Venv)) {
        Stop-Setup "$Venv is not a virtual environment. Name another folder in SAYSO_VENV."
    }
    Say "setting up in $Venv (some hundred megabytes the first time, which takes a few minutes)"
    New-Item -ItemType Directory -Force $Venv | Out-Null
    Set-Content -Encoding UTF8 $Stamp 'unfinished'
    if (-not (Test-Python @($python))) {
        $words = Find-Python
        $rest = @($words | Select-Object -Skip 1) + @('-m', 'venv', $Venv)
        if (-not (Invoke-Quietly $words[0] $rest)) { Stop-Setup "the virtual environment could not be made in $Venv." }
    }
    Install-Packages $python @('--constraint', (Join-Path $Root 'packaging/constraints.txt'),
        '--editable', "${Root}[$Extras]")
    if ($Extras -split ',' -contains 'test') {
        Install-Packages $python @('--no-deps', '--only-binary=:all:',
            '--requirement', (Join-Path $Root 'packaging/no-deps.txt'))
    }
    Set-Content -Encoding UTF8 $Stamp $Key
}

function Install-Packages([string] $Python, [string[]] $What) {
    $arguments = @('-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--prefer-binary') + $What
    if (-not (Invoke-Quietly $Python $arguments)) {
        Stop-Setup "Sayso's libraries could not be installed; the lines above say why. Start again once that is mended."
    }
}
