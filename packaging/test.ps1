# Sets up what the checks and tests need, and runs them. The twin of test.sh, without the virtual desktop:
#
#   powershell -ExecutionPolicy Bypass -File packaging\test.ps1             everything that runs on Windows
#   powershell -ExecutionPolicy Bypass -File packaging\test.ps1 torch       the tests that need PyTorch (installs it)
#   powershell -ExecutionPolicy Bypass -File packaging\test.ps1 ARGS...     only pytest, with these arguments
. (Join-Path $PSScriptRoot 'setup.ps1')
$extras = 'base-model,test'
$wantsTorch = $args.Count -gt 0 -and $args[0] -eq 'torch'
if ($wantsTorch) { $extras += ',torch' }
$programs = Initialize-Environment $extras (Join-Path $Root '.venv-test')
$python = Join-Path $programs 'python.exe'
Set-Location $Root
$env:OPENBLAS_NUM_THREADS = '1' # as the program has it
$env:HF_ENDPOINT = 'http://127.0.0.1:9' # as in test.sh: no test may depend on a model hub
$env:QT_QPA_PLATFORM = 'offscreen'
$script:outcomes = @()

function Stage([string] $Name, [string[]] $Words) {
    Write-Host "`n=== $Name"
    $rest = @($Words | Select-Object -Skip 1)
    & $Words[0] @rest | Out-Host
    $script:outcomes += [pscustomobject]@{ Name = $Name; Failed = $LASTEXITCODE -ne 0 }
}

if ($wantsTorch) {
    Stage 'tests with PyTorch' (@($python, '-m', 'pytest', '-m', 'torch') + @($args | Select-Object -Skip 1))
} elseif ($args.Count -gt 0) {
    Stage 'tests' (@($python, '-m', 'pytest', '-m', 'not desktop') + $args)
} else {
    $ruff = Join-Path $programs 'ruff.exe'
    Stage 'format' @($ruff, 'format', '--check', '.')
    Stage 'lint' @($ruff, 'check', '.')
    foreach ($platform in 'linux', 'win32', 'darwin') {
        Stage "types, $platform" @($python, '-m', 'mypy', '--platform', $platform, '--cache-dir', ".mypy_cache/$platform")
    }
    Stage 'floors' @((Join-Path $programs 'lint-imports.exe'))
    Stage 'tests' @($python, '-m', 'pytest', '-n', '2', '--dist', 'loadfile',
        '-m', 'not desktop and not slow and not torch')
}

$failed = @($script:outcomes | Where-Object Failed)
Write-Host ''
$script:outcomes | ForEach-Object { Write-Host ('{0,-36} {1}' -f $_.Name, $(if ($_.Failed) { 'FAILED' } else { 'ok' })) }
Write-Host "stages: $($script:outcomes.Count - $failed.Count) passed, $($failed.Count) failed"
exit [int]($failed.Count -gt 0)
