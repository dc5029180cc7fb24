"""The peers themselves: a virtual environment, and RapidFuzz's C++ headers."""

import os
import pathlib
import shutil
import subprocess
import sys
import tarfile

HERE = pathlib.Path(__file__).resolve().parent
REQUIREMENTS = HERE / "requirements.txt"


def say(text):
    print(text, file=sys.stderr, flush=True)


def make(work):
    """Returns the Python that has the peers, installing them when the versions have changed."""
    folder = work / "venv"
    python = folder / "bin" / "python"
    stamp = folder / "requirements.txt"
    if stamp.is_file() and stamp.read_text() == REQUIREMENTS.read_text():
        return python
    say("Installing the peers")
    subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", "-r", REQUIREMENTS], check=True)
    shutil.copy(REQUIREMENTS, stamp)
    return python


def pinned(name):
    for line in REQUIREMENTS.read_text().splitlines():
        if line.startswith(name + "=="):
            return line.partition("==")[2]
    raise SystemExit(f"requirements.txt does not pin {name}.")


def rapidfuzz_headers(work, python):
    """Returns the include folder of rapidfuzz-cpp, which the source archive on PyPI carries."""
    version = pinned("rapidfuzz")
    archive = work / f"rapidfuzz-{version}.tar.gz"
    folder = work / f"rapidfuzz-{version}" / "extern" / "rapidfuzz-cpp"
    if not folder.is_dir():
        if not archive.is_file():
            say("Fetching the source of RapidFuzz")
            # pip asks an archive for its metadata, for which this one would compile for minutes.
            variables = dict(os.environ, SKBUILD_WHEEL_CMAKE="false")
            subprocess.run(
                [python, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary",
                 "rapidfuzz", "--dest", work, f"rapidfuzz=={version}"],
                check=True, env=variables)
        with tarfile.open(archive) as source:
            members = [m for m in source if "/extern/rapidfuzz-cpp/" in m.name]
            source.extractall(work, members=members, filter="data")
    return folder


def compilers():
    return [name for name in ("g++", "clang++") if shutil.which(name)]


def compile_lcs(work, python, compiler, native):
    """Compiles lcs_rapidfuzz.cpp; returns the program."""
    headers = rapidfuzz_headers(work, python)
    program = work / f"lcs-{compiler}{'-native' if native else ''}"
    command = [compiler, "-std=c++17", "-O3", "-DNDEBUG", "-I", headers]
    if native:
        command.append("-march=native")
    subprocess.run([*command, HERE / "lcs_rapidfuzz.cpp", "-o", program], check=True)
    return program
