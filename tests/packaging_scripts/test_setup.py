"""run.sh and what it sets up, on machines that lack this or that.

The machine is a folder of commands that stands alone in PATH: a `python3` that answers as told and makes
environments in no time, `ldconfig`, `apt-get`, `id` and `sudo` as the machine has them. The scripts are the
real ones, in a checkout whose path has a space in it.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("POSIX shell scripts; Windows has run.ps1", allow_module_level=True)

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("sh", "dirname", "cat", "cksum", "mkdir", "rm", "ls", "env", "uname", "touch", "chmod", "cp", "true")

# Answers the questions of setup.sh. What is asked in earnest (the lock) goes to the real Python.
PYTHON = """#!/bin/sh
case "$*" in
*fcntl*) exec {real} "$@" ;;
*'import ensurepip'*) [ -e {state}/ensurepip ] ;;
*'-venv" %'*) echo python3.11-venv ;;
*'good = '*) [ -e {state}/suitable ] ;;
'-m venv '*)
    mkdir -p "$3/bin" && cp "$0" "$3/bin/python" && touch "$3/pyvenv.cfg" "$3/made-$$" ;;
'-m pip --version') ;;
'-m pip install '*)
    printf '%s\\n' "$*" >>{state}/installs
    [ ! -p {state}/hold ] || cat {state}/hold >/dev/null
    [ ! -e {state}/broken-index ] || exit 1
    echo 'talk of pip'
    printf '#!/bin/sh\\necho "$# arguments: $*"\\n' >"${{0%/*}}/sayso" && chmod +x "${{0%/*}}/sayso" ;;
*) exit 99 ;;
esac
"""


class Machine:
    """A checkout, and the commands that its scripts find."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "a checkout"
        self.commands = folder / "bin"
        self.state = folder / "state"
        for made in (self.checkout, self.commands, self.state):
            made.mkdir()
        shutil.copytree(ROOT / "packaging", self.checkout / "packaging")
        shutil.copy(ROOT / "pyproject.toml", self.checkout)
        for tool in TOOLS:
            (self.commands / tool).symlink_to(str(shutil.which(tool)))
        self.command(
            "python3", PYTHON.format(real=shlex.quote(sys.executable), state=shlex.quote(str(self.state)))
        )
        self.command("id", "#!/bin/sh\necho 1000\n")
        self.command("sudo", "#!/bin/sh\nexit 1\n")
        self.command("uname", "#!/bin/sh\necho Linux\n")
        self.command("ldconfig", f"#!/bin/sh\ncat '{self.state}/libraries'\n")
        self.command("apt-get", f"#!/bin/sh\necho \"$*\" >>'{self.state}/apt'\n")
        (self.state / "libraries").write_text("")
        self.switch("suitable", "ensurepip")

    def command(self, name: str, text: str) -> None:
        (self.commands / name).unlink(missing_ok=True)
        (self.commands / name).write_text(text)
        (self.commands / name).chmod(0o755)

    def switch(self, *names: str) -> None:
        for name in names:
            (self.state / name).touch()

    def have_all_libraries(self) -> None:
        """Every library that the list names is there, and the file patterns find something."""
        listed = self.checkout / "packaging" / "apt-packages.txt"
        lines = [line.split() for line in listed.read_text().splitlines() if line and line[0] != "#"]
        libraries = "".join(f"\t{sign} (libc6,x86-64) => /lib/{sign}\n" for _, sign, _ in lines)
        (self.state / "libraries").write_text(libraries)
        kept = [line for line in lines if not line[1].startswith("/")]
        listed.write_text("\n".join(" ".join(line) for line in kept) + "\n")

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            ["/bin/sh", str(self.checkout / "packaging" / "run.sh"), *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            env={"PATH": str(self.commands), "HOME": str(self.state), **environment},
        )

    def run(self, *arguments: str, **environment: str) -> tuple[int, str, str]:
        """Exit status, standard output, standard error."""
        process = self.start(*arguments, **environment)
        out, err = process.communicate(timeout=60)
        return process.returncode, out, err

    def lines(self, name: str) -> list[str]:
        path = self.state / name
        return path.read_text().splitlines() if path.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_the_first_run_sets_up_and_standard_output_holds_the_words_alone(machine: Machine) -> None:
    machine.have_all_libraries()
    status, out, err = machine.run("transcribe", "two words.wav", "--format", "txt")
    assert (status, out) == (0, "4 arguments: transcribe two words.wav --format txt\n")
    assert "setting up" in err
    assert "talk of pip" in err
    (install,) = machine.lines("installs")
    assert install.endswith(f"--editable {machine.checkout}[base-model]")
    assert f"--constraint {machine.checkout}/packaging/constraints.txt" in install


def test_the_second_run_does_nothing_but_start(machine: Machine) -> None:
    machine.have_all_libraries()
    machine.run("transcribe")
    (machine.commands / "python3").unlink()  # nothing but the environment is needed any more
    assert machine.run() == (0, "0 arguments: \n", "")
    assert len(machine.lines("installs")) == 1


@pytest.mark.parametrize("changed", ["pyproject.toml", "packaging/constraints.txt", "packaging/no-deps.txt"])
def test_changed_requirements_are_installed_into_the_same_environment(machine: Machine, changed: str) -> None:
    machine.run("transcribe")
    made = list((machine.checkout / ".venv").glob("made-*"))
    with (machine.checkout / changed).open("a") as file:
        file.write("# changed\n")
    assert machine.run("transcribe")[0] == 0
    assert len(machine.lines("installs")) == 2
    assert list((machine.checkout / ".venv").glob("made-*")) == made


def test_what_comes_without_its_needs_comes_with_the_tests_alone(machine: Machine) -> None:
    script = '. "$root/packaging/setup.sh"; prepare_environment "$extras" "$root/.venv-test"'
    places = {"PATH": str(machine.commands), "root": str(machine.checkout)}
    for extras in ("base-model", "base-model,test,torch"):
        subprocess.run(["/bin/sh", "-euc", script], env={**places, "extras": extras}, check=True, timeout=60)
    packages, anew, alone = machine.lines("installs")
    assert packages.endswith("[base-model]")
    assert anew.endswith("[base-model,test,torch]")
    assert alone.endswith(
        f"--no-deps --only-binary=:all: --requirement {machine.checkout}/packaging/no-deps.txt"
    )


def test_a_set_up_that_failed_half_way_is_made_anew(machine: Machine) -> None:
    machine.switch("broken-index")
    status, out, err = machine.run("transcribe")
    assert (status, out) == (1, "")
    assert "could not be installed" in err
    assert "Traceback" not in err
    made = list((machine.checkout / ".venv").glob("made-*"))
    (machine.state / "broken-index").unlink()
    assert machine.run("transcribe")[0] == 0
    assert list((machine.checkout / ".venv").glob("made-*")) != made


def test_a_set_up_that_was_killed_half_way_is_made_anew(machine: Machine) -> None:
    os.mkfifo(machine.state / "hold")
    process = machine.start("transcribe")
    assert process.stderr is not None
    assert "setting up" in process.stderr.readline()
    with (machine.state / "hold").open("w"):  # opens when pip is at work, and holds it there
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate(timeout=60)
    (machine.state / "hold").unlink()
    status, out, err = machine.run("transcribe")
    assert (status, out) == (0, "1 arguments: transcribe\n")
    assert "anew" in err


def test_a_checkout_that_was_moved_is_set_up_anew(machine: Machine) -> None:
    machine.run("transcribe")
    made = list((machine.checkout / ".venv").glob("made-*"))
    machine.checkout = machine.checkout.rename(machine.checkout.parent / "elsewhere")
    assert machine.run("transcribe")[0] == 0
    assert list((machine.checkout / ".venv").glob("made-*")) != made


def test_of_two_at_once_one_waits_and_finds_it_done(machine: Machine) -> None:
    os.mkfifo(machine.state / "hold")
    first = machine.start("transcribe", "first")
    assert first.stderr is not None
    assert "setting up" in first.stderr.readline()
    second = machine.start("transcribe", "second")
    assert second.stderr is not None
    assert second.stderr.readline() == "sayso: waiting for another set-up to finish\n"
    (machine.state / "hold").write_text("go on")
    outputs = [process.communicate(timeout=60)[0] for process in (first, second)]
    assert outputs == ["2 arguments: transcribe first\n", "2 arguments: transcribe second\n"]
    assert len(machine.lines("installs")) == 1


def test_without_a_suitable_python_it_says_which_are(machine: Machine) -> None:
    (machine.state / "suitable").unlink()
    status, out, err = machine.run("transcribe")
    assert (status, out) == (1, "")
    assert "3.11, 3.12, 3.13 or 3.14" in err


def test_a_python_named_by_the_user_is_taken_first(machine: Machine) -> None:
    (machine.commands / "python3").rename(machine.state / "my python")
    assert machine.run("transcribe", SAYSO_PYTHON=f"{machine.state}/my python")[0] == 0


def test_without_venv_it_prints_the_exact_command_and_stops(machine: Machine) -> None:
    (machine.state / "ensurepip").unlink()
    status, out, err = machine.run("transcribe")
    assert (status, out) == (1, "")
    assert "\n    sudo apt-get install -y --no-install-recommends python3.11-venv\n" in err
    assert machine.lines("apt") == []
    assert not (machine.checkout / ".venv").exists()


def test_without_venv_it_installs_it_when_it_may(machine: Machine) -> None:
    (machine.state / "ensurepip").unlink()
    machine.have_all_libraries()
    machine.command("id", "#!/bin/sh\necho 0\n")
    machine.command(
        "apt-get", f"#!/bin/sh\necho \"$*\" >>'{machine.state}/apt'\ntouch '{machine.state}/ensurepip'\n"
    )
    assert machine.run("transcribe")[0] == 0
    (call,) = machine.lines("apt")
    assert call.endswith("install -y --no-install-recommends python3.11-venv")


def test_missing_libraries_stop_only_what_needs_them(machine: Machine) -> None:
    status, out, err = machine.run("transcribe")
    assert (status, out) == (0, "1 arguments: transcribe\n")
    assert "sudo apt-get install -y --no-install-recommends libxcb-cursor0 libxcb-icccm4 " in err
    status, out, err = machine.run()
    assert (status, out) == (1, "")
    assert "    sudo apt-get install -y --no-install-recommends libxcb-cursor0 " in err
    status, out, err = machine.run("dictate")
    assert (status, out) == (1, "")
    assert "libportaudio2" in err
    assert "libxcb" not in err  # the microphone needs no screen
    assert machine.run("transcribe")[2] == ""  # said once is enough where nothing needs them


def test_missing_libraries_are_installed_when_it_may(machine: Machine) -> None:
    machine.command("sudo", '#!/bin/sh\n[ "$1" = -n ] && shift && exec "$@"\n')
    status, _, err = machine.run("transcribe")
    assert status == 0
    assert "installing system packages: libxcb-cursor0" in err
    assert "libportaudio2" in machine.lines("apt")[0]


def test_stale_package_lists_are_fetched_anew(machine: Machine) -> None:
    machine.command("id", "#!/bin/sh\necho 0\n")
    machine.command(
        "apt-get",
        f"#!/bin/sh\necho \"$*\" >>'{machine.state}/apt'\n"
        'case "$*" in *update*) touch "$0.fresh" ;; *) [ -e "$0.fresh" ] ;; esac\n',
    )
    assert machine.run("transcribe")[0] == 0
    assert [("update" in call) for call in machine.lines("apt")] == [False, True, False]


def test_other_linux_systems_are_told_the_libraries_and_go_on(machine: Machine) -> None:
    (machine.commands / "apt-get").unlink()
    status, out, err = machine.run()
    assert (status, out) == (0, "0 arguments: \n")
    assert "libxcb-cursor.so.0" in err


def test_a_folder_that_is_no_environment_is_left_alone(machine: Machine, tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious" / "letter.txt").write_text("dear")
    status, _, err = machine.run("transcribe", SAYSO_VENV=str(tmp_path / "precious"))
    assert status == 1
    assert "is not a virtual environment" in err
    assert os.listdir(tmp_path / "precious") == ["letter.txt"]
