"""Modules with all mutants of their functions, imported instead of the originals."""

import ast
import difflib
import re
from collections.abc import Sequence
from functools import cached_property
from hashlib import sha256
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType

from mutmut.mutation.file_mutation import mutate_file_contents

WORK = Path("build/mutants")
_DEFINED = re.compile(r"def (x\w+__mutmut_\d+)\(")


class MutatedModule(MetaPathFinder):
    """A module in which an environment variable chooses the mutant to run.

    Making the mutants takes minutes, so they are kept in `build/mutants` until the file changes.
    """

    def __init__(self, path: Path) -> None:
        self.name = ".".join(path.with_suffix("").parts[1:]).removesuffix(".__init__")
        source = path.read_text("utf-8")
        self.kept = WORK.absolute() / f"{self.name}-{sha256(source.encode()).hexdigest()[:16]}.py"
        if not self.kept.is_file():
            self.kept.parent.mkdir(parents=True, exist_ok=True)
            self.kept.write_text(mutate_file_contents(str(path), source).code, "utf-8")

    @cached_property
    def mutants(self) -> list[str]:
        """The names of the mutants, each with the name of the module."""
        return [f"{self.name}.{name}" for name in _DEFINED.findall(self.kept.read_text("utf-8"))]

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find this module only, and load the mutants instead."""
        spec = PathFinder.find_spec(fullname, path, target) if fullname == self.name else None
        if spec and spec.origin:
            spec.loader = _Loader(fullname, spec.origin, self.kept)
        return spec

    def difference(self, mutant: str) -> str:
        """Return the changed lines of a mutant."""
        name = mutant.rpartition(".")[2]
        nodes = ast.walk(ast.parse(self.kept.read_text("utf-8")))
        found = {node.name: node for node in nodes if isinstance(node, ast.FunctionDef)}
        original = found[re.sub(r"\d+$", "orig", name)]
        before, after = (ast.unparse(node).splitlines()[1:] for node in (original, found[name]))
        lines = list(difflib.unified_diff(before, after, n=1, lineterm=""))[3:]
        return "\n".join(f"    {line}" for line in lines)


class _Loader(SourceFileLoader):
    """A loader of one file's code under another file's path."""

    def __init__(self, fullname: str, path: str, kept: Path) -> None:
        super().__init__(fullname, path)
        self._kept = SourceFileLoader(fullname, str(kept))

    def get_code(self, fullname: str) -> CodeType | None:
        return self._kept.get_code(fullname)
