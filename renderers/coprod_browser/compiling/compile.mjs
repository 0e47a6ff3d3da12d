// Compiles the Python in a zip file with the Python that will run it: node compile.mjs PYODIDE-FOLDER IN.zip OUT.zip
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, given, made] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")).href);
const python = await loadPyodide({ indexURL: folder });
python.FS.writeFile("/given.zip", new Uint8Array(readFileSync(given)));
python.runPython(`
import importlib._bootstrap_external as files, zipfile

with zipfile.ZipFile("/given.zip") as old, zipfile.ZipFile("/made.zip", "w") as new:
    for entry in old.infolist():
        data, name = old.read(entry), entry.filename
        if name.endswith(".py") and not name.endswith("__init__.py"):  # some packages read their own __init__.py
            code = compile(data, f"/coprod/{name}", "exec", dont_inherit=True, optimize=2)
            data, name = files._code_to_hash_pyc(code, bytes(8), False), name + "c"
        made = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
        made.compress_type = zipfile.ZIP_DEFLATED
        new.writestr(made, data, compresslevel=9)
`);
writeFileSync(made, python.FS.readFile("/made.zip"));
process.exit(0);
