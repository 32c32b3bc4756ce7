"""Compiles the mechanisms of `mod/` with Debian's NEURON 8.2 and gives the path of the library.

Debian's package has two faults that this works round: `nrnivmodl` looks for its makefile among the programs although it
is installed beside the library, and the library folder is not among the linker's. Only the loadable library is made;
Python needs no `special` program.
"""

import pathlib
import shutil
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
NRN_LIB = pathlib.Path("/usr/lib/nrn")


def build(folder: pathlib.Path) -> pathlib.Path:
    """Compiles into `folder` (created, overwritten) and returns the loadable library."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    mods = sorted((HERE / "mod").glob("*.mod"))
    for mod in mods:
        shutil.copy(mod, folder)
    # Writes the rules and the list of mechanisms, then fails to find its makefile.
    subprocess.run(["nrnivmodl", *[mod.name for mod in mods]], cwd=folder, capture_output=True, check=False)
    objects = " ".join(f"./{mod.stem}.o" for mod in mods)
    subprocess.run(
        [
            "make",
            "-f",
            str(NRN_LIB / "nrnmech_makefile"),
            "ROOT=/usr",
            f"libdir={NRN_LIB}",
            f"MODOBJFILES={objects}",
            "mech_lib_shared",
        ],
        cwd=folder / "x86_64",
        check=True,
        capture_output=True,
    )
    return folder / "x86_64" / "libnrnmech.so"


if __name__ == "__main__":
    import sys

    print(build(pathlib.Path(sys.argv[1])))
