"""Times NEURON for `src/lab/bench/receptors.ts`.

Reads a job from standard input: {"mechanism", "build", "duration_ms", "pulse_ms", "amplitudes_mM", "at_ms", "repeats", "steps_ms",
"tolerances"}.
Every receptor gets a pulse of its own amplitude. For each fixed step and each CVODE tolerance prints the best wall time
of the repeats (fixed steps, being long, run once), the mean processor time of a repeat and the mean open probability of all
receptors at the given times. Setting up and recording are not timed beyond what the run itself needs.
"""

import json
import pathlib
import sys
import time

from neuron import h

sys.dont_write_bytecode = True

from build import build


def main():
    job = json.load(sys.stdin)
    h.load_file("stdrun.hoc")
    folder = pathlib.Path(job["build"])
    library = folder / "x86_64" / "libnrnmech.so"
    h.nrn_load_dll(str(library if library.exists() else build(folder)))
    section = h.Section(name="patch")
    section.L = section.diam = 10
    onsets = h.Vector([0, job["pulse_ms"]])
    receptors, keep = [], []
    for amplitude in job["amplitudes_mM"]:
        receptor = getattr(h, job["mechanism"])(section(0.5))
        values = h.Vector([amplitude, 0])
        values.play(receptor._ref_glu, onsets, 0)
        receptors.append(receptor)
        keep.append(values)
    at = h.Vector(job["at_ms"])
    records = []
    for receptor in receptors:
        record = h.Vector()
        record.record(receptor._ref_o, at)
        records.append(record)
    cvode = h.CVode()
    results = []
    for kind, setting in [("fixed", s) for s in job["steps_ms"]] + [("cvode", s) for s in job["tolerances"]]:
        cvode.active(1 if kind == "cvode" else 0)
        if kind == "cvode":
            cvode.atol(setting)
        else:
            h.steps_per_ms = 1 / setting
            h.dt = setting
        best = float("inf")
        used = 0
        repeats = job["repeats"] if kind == "cvode" else 1
        for _ in range(repeats):
            h.finitialize(-60)
            begin = time.perf_counter()
            before = time.process_time()
            cvode.solve(job["duration_ms"] + 0.5) if kind == "cvode" else h.continuerun(job["duration_ms"] + 0.5)
            used += time.process_time() - before
            best = min(best, time.perf_counter() - begin)
        count = min(len(record) for record in records)
        mean = [sum(record[i] for record in records) / len(records) for i in range(count)]
        results.append({"kind": kind, "setting": setting, "seconds": best, "cpu": used / repeats, "po": mean})
    json.dump(results, sys.stdout)


main()
