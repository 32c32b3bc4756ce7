"""Makes `traces.json`: open probability by NEURON 8.2 for the mechanisms of `mod/` under the protocols below.

Run with the distribution's own Python: /usr/bin/python3 make.py <build folder> [traces.json]
NEURON integrates with its variable-step method (CVODE) at an absolute tolerance of 1e-9; concentrations and voltage
are steps, delivered as events so that no step straddles a jump.
"""

import json
import pathlib
import sys

from neuron import h

sys.dont_write_bytecode = True

from build import HERE, build

TOLERANCE = 1e-9
LIGANDS = ("glu", "mg", "ket")

# States that conduct, where it is not one named o.
OPEN = {"MilsteinAMPA": ("q1", "q2")}

# Rates that a mechanism leaves open, by scheme of the pack. Five states: koff, beta, alpha, kd, kr per s, as Destexhe's nmda5.mod
# lists them under each source.
RATES = {
    "NMDA_LJ92": {"koff": 4.7, "beta": 46.5, "alpha": 91.6, "kd": 8.4, "kr": 1.8},
    "NMDA_LJ92_ALT": {"koff": 6.7, "beta": 83.8, "alpha": 83.8, "kd": 15.2, "kr": 9.4},
    "NMDA_CLEMENTS92": {"koff": 9.5, "beta": 25, "alpha": 59, "kd": 16, "kr": 13},
    "NMDA_CW91": {"koff": 5, "beta": 10, "alpha": 322, "kd": 4, "kr": 0.3},
    "NMDA_DESTEXHE96": {"koff": 12.9, "beta": 46.5, "alpha": 73.8, "kd": 8.4, "kr": 6.8},
    "NMDA_VCR04": {"koff": 5.5},
    "NMDA_VCR04_KOFF82": {"koff": 82},
    "NMDA_GLUN2C_4": {"kon": 3.8, "koff": 0.00155, "beta": 0.0214, "alpha": 1.923},
    "NMDA_GLUN2D_4": {"kon": 1.8, "koff": 0.00029, "beta": 0.0417, "alpha": 1},
}


def segment(ms, glu=0.0, mg=0.0, ket=0.0, v=-60.0):
    return {"ms": ms, "glu_mM": glu, "mg_mM": mg, "ket_mM": ket, "V_mV": v}


def pulse(tail, mg=0.0, ket=0.0, v=-60.0, glu=1.0):
    return [segment(1, glu, mg, ket, v), segment(tail, 0, mg, ket, v)]


def train(count, period, tail, **medium):
    """`count` pulses of 1 ms, 1 mM, `period` ms apart."""
    segments = []
    for k in range(count):
        segments += pulse(period - 1 if k < count - 1 else tail, **medium)
    return segments


def protocols():
    """(id, scheme of the pack, mechanism, segments)."""
    ampa = ("AMPA_JONAS93", "JonasAMPA")
    two_a = ("NMDA_GLUN2A_8", "GluN2A")
    two_b = ("NMDA_GLUN2B_8", "GluN2B")
    lj = ("NMDA_LJ92_MGKET", "LJ92")
    kampa = ("NMDA_KAMPA04", "Kampa04")
    yield ("ampa.pulse", *ampa, pulse(60))
    yield ("ampa.train50Hz", *ampa, train(5, 20, 60))
    yield ("ampa.sustained", *ampa, [segment(150, 1), segment(50)])
    yield ("ampa.lowDose", *ampa, [segment(40, 0.05), segment(1, 3, 0, 0), segment(59)])
    for name, scheme in (("glun2a", two_a), ("glun2b", two_b)):
        yield (f"{name}.pulse", *scheme, pulse(600))
        yield (f"{name}.train50Hz", *scheme, train(5, 20, 600))
        yield (f"{name}.sustained", *scheme, [segment(600, 1), segment(400)])
        yield (f"{name}.ambient", *scheme, [segment(3000, 0.001), segment(1, 1), segment(500, 0.001)])
    yield ("lj.pulse", *lj, pulse(600))
    yield ("lj.pulse.mg", *lj, pulse(600, mg=1))
    yield ("lj.pulse.mgket", *lj, pulse(600, mg=1, ket=0.01))
    yield ("lj.train10Hz.mgket", *lj, train(5, 100, 600, mg=1, ket=0.01, v=-40))
    yield (
        "lj.voltageSteps.mg",
        *lj,
        [segment(300, 1, 1, 0, -70), segment(100, 1, 1, 0, 40), segment(100, 1, 1, 0, -70), segment(100, 1, 1, 0, -20)],
    )
    yield (
        "lj.washIn.ket",
        *lj,
        [segment(1000, 1, 0, 0, -70), segment(2000, 1, 0, 0.01, -70), segment(4000, 1, 0, 0, -70), segment(500, 1, 0, 0, 40)],
    )
    yield (
        "lj.trapping.ket",
        *lj,
        [segment(3000, 1, 0, 0.01, -70), segment(5000, 0, 0, 0, -70), segment(1, 1, 0, 0, -70), segment(999, 0, 0, 0, -70)],
    )
    yield (
        "lj.lowAgonist.ket",
        *lj,
        [segment(3000, 1, 0, 0.01, -70), segment(3000, 0, 0, 0, -70), segment(6000, 0.0005, 0, 0, -70), segment(2000, 0.0005, 0, 0, 20)],
    )
    yield ("kampa.pulse", *kampa, pulse(600))
    yield (
        "kampa.desensitised.mg",
        *kampa,
        [segment(4000, 1, 0, 0, -20), segment(3000, 0.001, 2, 0, -40), segment(2000, 1, 0, 0, -20), segment(1000, 0, 0, 0, -20)],
    )
    yield ("kampa.pulse.mg", *kampa, pulse(600, mg=1))
    yield ("kampa.train50Hz.mg", *kampa, train(5, 20, 600, mg=1, v=-40))
    yield (
        "kampa.voltageSteps.mg",
        *kampa,
        [segment(300, 1, 1, 0, -70), segment(100, 1, 1, 0, 40), segment(100, 1, 1, 0, -70), segment(100, 1, 1, 0, -20)],
    )
    for scheme in ("NMDA_LJ92", "NMDA_LJ92_ALT", "NMDA_CLEMENTS92", "NMDA_CW91", "NMDA_DESTEXHE96"):
        yield (f"{scheme}.pulse", scheme, "FiveState", [segment(1, 0.05), segment(600)])
        yield (f"{scheme}.again", scheme, "FiveState", [segment(500, 1), segment(200, 0.0005), segment(5, 1), segment(300)])
    yield ("milstein.pair", "AMPA_MILSTEIN_NICOLL", "MilsteinAMPA", [segment(1, 1), segment(19), segment(1, 1), segment(100)])
    yield ("milstein.sustained", "AMPA_MILSTEIN_NICOLL", "MilsteinAMPA", [segment(400, 10), segment(2000), segment(5, 0.3), segment(50)])
    branco = ("NMDA_BRANCO10_36C", "Branco10")
    yield ("branco.pulse.mg", *branco, pulse(300, mg=1))
    yield (
        "branco.desensitised.mg",
        *branco,
        [segment(2000, 1, 0, 0, -20), segment(1500, 0.001, 2, 0, -40), segment(1000, 1, 0, 0, -20), segment(500, 0, 0, 0, -20)],
    )
    yield (
        "branco.blocked.mg",
        *branco,
        [segment(2000, 1, 200, 0, -30), segment(300, 1, 0, 0, 60), segment(500, 0, 200, 0, -30), segment(200, 1, 0, 0, 60)],
    )
    for scheme in ("NMDA_VCR04", "NMDA_VCR04_KOFF82"):
        yield (f"{scheme}.pulse.mg", scheme, "Vargas04", pulse(600, mg=1, v=-20))
        yield (
            f"{scheme}.trapped.mg",
            scheme,
            "Vargas04",
            [segment(1500, 1, 5, 0, -70), segment(60, 0, 5, 0, -70), segment(400, 0.01, 0, 0, -20), segment(300, 1, 0, 0, 40)],
        )
    for scheme in ("NMDA_GLUN2C_4", "NMDA_GLUN2D_4"):
        yield (f"{scheme}.pulse", scheme, "FourState", [segment(2, 0.05), segment(3000)])
        yield (f"{scheme}.ambient", scheme, "FourState", [segment(4000, 0.0005), segment(1, 1), segment(1000)])


def sample_times(segments):
    """Times dense after every jump and then at a constant fraction of the elapsed time."""
    times = [0.0]
    begin = 0.0
    for part in segments:
        step = min(0.05, part["ms"] / 40)
        elapsed = step
        while elapsed < part["ms"]:
            times.append(round(begin + elapsed, 6))
            step = max(step, 0.05 * elapsed)
            elapsed += step
        begin += part["ms"]
        times.append(round(begin, 6))
    return times


def run(scheme, mechanism, segments):
    section = h.Section(name="patch")
    section.L = section.diam = 10
    receptor = getattr(h, mechanism)(section(0.5))
    for rate, value in RATES.get(scheme, {}).items():
        setattr(receptor, rate, value)
    times = [0.0]
    for part in segments[:-1]:
        times.append(times[-1] + part["ms"])
    onsets = h.Vector(times)
    keep = [onsets]
    targets = [(f"_ref_{ligand}", f"{ligand}_mM") for ligand in LIGANDS if hasattr(receptor, ligand)]
    if hasattr(receptor, "vm"):
        targets.append(("_ref_vm", "V_mV"))
        receptor.vm = segments[0]["V_mV"]
    for reference, name in targets:
        values = h.Vector([part[name] for part in segments])
        values.play(getattr(receptor, reference), onsets, 0)
        keep.append(values)
    at = h.Vector(sample_times(segments))
    open_states = []
    for state in OPEN.get(mechanism, ("o",)):
        open_states.append(h.Vector())
        open_states[-1].record(getattr(receptor, f"_ref_{state}"), at)
    cvode = h.CVode()
    cvode.active(1)
    cvode.atol(TOLERANCE)
    cvode.rtol(0)
    h.finitialize(-60)
    # A long last step may end before it has reported the samples inside it: run on well past the end.
    h.continuerun(2 * sum(part["ms"] for part in segments) + 100)
    po = [sum(values) for values in zip(*open_states)]
    if len(po) != len(at):
        raise RuntimeError(f"{len(at)} samples asked for, {len(po)} recorded")
    return list(at), po


def main():
    h.load_file("stdrun.hoc")
    h.nrn_load_dll(str(build(pathlib.Path(sys.argv[1]))))
    out = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else HERE / "traces.json"
    traces = []
    for name, scheme, mechanism, segments in protocols():
        t, po = run(scheme, mechanism, segments)
        peak = max(po)
        digits = 9
        traces.append(
            {
                "id": name,
                "scheme": scheme,
                "segments": segments,
                "t_ms": t,
                "po": [round(value, digits) for value in po],
            }
        )
        print(f"{name:24s} {len(t):5d} samples, peak {peak:.6f}")
    content = {
        "made": "NEURON 8.2.2 (Debian 12), variable step, absolute tolerance 1e-9; see README.md",
        "traces": traces,
    }
    lines = ",\n".join(json.dumps(trace, separators=(",", ":")) for trace in traces)
    out.write_text('{\n"made":' + json.dumps(content["made"]) + ',\n"traces":[\n' + lines + "\n]\n}\n")


main()
