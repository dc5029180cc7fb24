"""Runs programs on one core and says how long they took and how much memory they had."""

import dataclasses
import os
import shutil
import statistics
import subprocess
import sys
import time


@dataclasses.dataclass
class Run:
    seconds: float
    megabytes: float
    output: str


@dataclasses.dataclass
class Spread:
    """A median, and the least and greatest of what it was taken from."""

    median: float
    least: float
    greatest: float

    @classmethod
    def of(cls, values):
        return cls(statistics.median(values), min(values), max(values))


class Runner:
    def __init__(self, core):
        self.pin = ["taskset", "-c", str(core)] if shutil.which("taskset") else []
        self.core = core

    def run(self, command):
        """Runs one program to its end. Time includes its start-up; memory is its peak."""
        variables = dict(os.environ, RAYON_NUM_THREADS="1", OMP_NUM_THREADS="1",
                         OPENBLAS_NUM_THREADS="1", PYTHONDONTWRITEBYTECODE="1")
        command = [*self.pin, *map(str, command)]
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=subprocess.PIPE, env=variables, text=True)
        output = child.stdout.read()
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            raise SystemExit(f"{' '.join(command)} ended with {child.returncode}.")
        # Linux counts kilobytes, macOS bytes.
        unit = 1e6 if sys.platform == "darwin" else 1e6 / 1024
        return Run(seconds, usage.ru_maxrss / unit, output)

    def in_turn(self, rounds, jobs):
        """Runs every job once a round, so that all meet the same weather on a shared machine.

        `jobs` maps a name to a command; returns the runs of each.
        """
        runs = {name: [] for name in jobs}
        for number in range(rounds):
            for name, command in jobs.items():
                run = self.run(command)
                runs[name].append(run)
                label = name if isinstance(name, str) else " ".join(str(part) for part in name if part)
                print(f"round {number + 1} of {rounds}: {label}, {run.seconds:.2f} s",
                      file=sys.stderr, flush=True)
        return runs
