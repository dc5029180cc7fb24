"""The program under test, and what it can do."""

import subprocess


class Stemma:
    def __init__(self, program):
        self.program = program.resolve()
        self.exists = self.program.is_file()

    @property
    def version(self):
        return self._output("--version").strip() if self.exists else "not built"

    def lacks(self, command, option):
        """A sentence that says why `command option` cannot be run, or None if it can."""
        if not self.exists:
            return "Stemma left out: build it first, `swift build -c release --product stemma`."
        if option not in self._output(command, "--help"):
            return f"Stemma left out: this build has no `stemma {command} {option}`."
        return None

    def _output(self, *arguments):
        run = subprocess.run(
            [self.program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        return run.stdout
