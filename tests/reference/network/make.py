"""Simulates the exported circuit with Brian 2 and writes reference.json beside this file.

usage: /usr/bin/python3 make.py <exported.json>

The equations are typed here by hand from the documentation of the engine, not generated from its code. Voltages are in mV,
conductances in nS, currents in pA, capacitances in pF and times in ms, all as plain numbers.
"""
import json
import math
import os
import sys

import numpy as np
from brian2 import Network, NeuronGroup, SpikeMonitor, Synapses, defaultclock, ms, seed, start_scope

DT = 0.05
CURRENTS = [50, 100, 150, 200, 250, 300, 400, 500, 600]
STEP, SKIP = 2500, 500
TIMES = [500, 2000, 2000, 2000]
# Copies of the network with background input of their own, simulated side by side.
COPIES = 8

exported = json.load(open(sys.argv[1]))
config = exported["config"]
kinetics = {k["subunit"]: k for k in config["nmda"]}


def site_equations(site, v):
    """Conductances of one site; NMDA pools with the slow block."""
    name = site["id"]
    lines = [f"da_{name}/dt = -a_{name}/({site['ampaDecay_ms']}*ms) : 1", f"dg_{name}/dt = -g_{name}/({site['gabaDecay_ms']}*ms) : 1"]
    nmda = ["0"]
    for k, pool in enumerate(site["pools"]):
        r = kinetics[pool["subunit"]]
        p = f"{name}{k}"
        lines.append(f"U_{p} = 1/(1 + {config['mg_mM']}/({r['mgK0_mM']}*exp({r['mgSlope_per_mV']}*{v}))) : 1")
        lines.append(f"Kd_{p} = {r['kd_uM']}*exp(({v} - {r['kdAt_mV']})/{r['eFold_mV']}) : 1")
        if pool["kind"] == "tonic":
            lines.append(f"gate_{p} = {r['tonicOpen']} : 1")
            opened = str(pool["size"])
        else:
            lines.append(f"dG_{p}/dt = -G_{p}/({r['decay_ms']}*ms) : 1")
            lines.append(f"full_{p} : 1 (constant)")
            lines.append(f"gate_{p} = {r['peakOpen']}*G_{p}/full_{p} : 1")
            opened = f"G_{p}"
        kon = r["kon_per_uM_ms"]
        rate = kon * config["drugClock"]
        reached = 1 if pool["reached"] else 0
        lines.append(f"wait_{p} = 1 + {r['stay_ms'] * kon}*(ket*U_{p} + Kd_{p}) : 1")
        lines.append(f"db_{p}/dt = {reached}*gate_{p}*{rate}*(ket*U_{p}*(1 - b_{p}) - Kd_{p}*b_{p})/wait_{p}/ms : 1")
        nmda.append(f"{opened}*(1 - b_{p})*U_{p}")
    lines.append(f"n_{name} = {' + '.join(nmda)} : 1")
    return lines


def group(population, thresholds, current):
    c, tuft = population["cell"], population["tuft"]
    ee, ei = config["excitatoryReversal_mV"], config["inhibitoryReversal_mV"]
    lines = ["VT : 1 (constant)", "ket : 1 (shared)", "I : 1"]
    for site in population["sites"]:
        lines += site_equations(site, "d" if site["id"] == "tuft" else "v")
    coupling = f" + {tuft['coupling_nS']}*(d - v)" if tuft else ""
    lines.append(
        f"dv/dt = ({c['leak_nS']}*({c['leakReversal_mV']} - v) + {c['leak_nS'] * c['slope_mV']}*exp((v - VT)/{c['slope_mV']}) - w + I"
        f" + (a_soma + n_soma)*({ee} - v) + g_soma*({ei} - v){coupling})/{c['capacitance_pF']}/ms : 1 (unless refractory)"
    )
    lines.append(f"dw/dt = ({c['adaptation_nS']}*(v - {c['leakReversal_mV']}) - w)/({c['adaptationTau_ms']}*ms) : 1")
    if tuft:
        lines.append(
            f"dd/dt = ({tuft['leak_nS']}*({tuft['leakReversal_mV']} - d) + {tuft['coupling_nS']}*(v - d)"
            f" + (a_tuft + n_tuft)*({ee} - d) + g_tuft*({ei} - d))/{tuft['capacitance_pF']}/ms : 1"
        )
    cells = NeuronGroup(
        len(thresholds),
        "\n".join(lines),
        threshold=f"v > VT + {5 * c['slope_mV']}",
        reset=f"v = {c['reset_mV']}; w += {c['adaptationStep_pA']}",
        refractory=c["refractory_ms"] * ms,
        method="euler",
    )
    cells.VT = thresholds
    cells.v = np.linspace(c["leakReversal_mV"], c["threshold_mV"] - 2, len(thresholds)) if len(thresholds) > 1 else c["leakReversal_mV"]
    if tuft:
        cells.d = tuft["leakReversal_mV"]
    cells.I = current
    return cells


def opened_by(site, weight, tag):
    """What an NMDA event of some weight does: channels that are open already cannot open again."""
    lines = []
    for k, pool in enumerate(site["pools"]):
        if pool["kind"] == "synaptic":
            p = f"{site['id']}{k}"
            lines.append(f"G_{p}{tag} += {pool['size']}*{weight}*(1 - G_{p}{tag}/full_{p}{tag})")
    return lines


def lone_rates(population):
    """Rates of one cell at every current."""
    start_scope()
    bare = dict(population, sites=[dict(s, pools=[]) for s in population["sites"]])
    cells = group(bare, [population["cell"]["threshold_mV"]] * len(CURRENTS), CURRENTS)
    cells.v = population["cell"]["leakReversal_mV"]
    spikes = SpikeMonitor(cells)
    Network(cells, spikes).run(STEP * ms)
    late = np.array(spikes.i)[np.array(spikes.t / ms) > SKIP]
    return [int(np.sum(late == k)) / (STEP - SKIP) * 1000 for k in range(len(CURRENTS))]


def network_rates(background_seed):
    start_scope()
    seed(background_seed)
    populations = config["populations"]
    groups = {p["id"]: group(p, np.tile(t, COPIES), 0) for p, t in zip(populations, exported["thresholds_mV"])}
    incoming = {(p["id"], s["id"]): np.full(p["count"], s["background"]["synapses"] * s["background"]["nmda_nS"]) for p in populations for s in p["sites"]}
    objects = list(groups.values())
    for wiring, connection in zip(exported["wiring"], config["connections"]):
        target = next(p for p in populations if p["id"] == connection["to"])
        source = next(p for p in populations if p["id"] == connection["from"])
        site = next(s for s in target["sites"] if s["id"] == connection["site"])
        for t in wiring["targets"]:
            incoming[(target["id"], site["id"])][t] += connection["nmda_nS"]
        variable = "a" if source["excitatory"] else "g"
        effect = [f"{variable}_{site['id']}_post += {connection['fast_nS']}"]
        if connection["nmda_nS"] > 0:
            effect += opened_by(site, connection["nmda_nS"], "_post")
        synapses = Synapses(groups[source["id"]], groups[target["id"]], on_pre="\n".join(effect), delay=connection["delay_ms"] * ms)
        if wiring["targets"]:
            copies = range(COPIES)
            synapses.connect(
                i=np.concatenate([np.array(wiring["sources"]) + k * source["count"] for k in copies]),
                j=np.concatenate([np.array(wiring["targets"]) + k * target["count"] for k in copies]),
            )
            objects.append(synapses)
    for p in populations:
        for site in p["sites"]:
            for k, pool in enumerate(site["pools"]):
                if pool["kind"] == "synaptic":
                    setattr(groups[p["id"]], f"full_{site['id']}{k}", np.tile(incoming[(p["id"], site["id"])] * pool["size"], COPIES))
            b = site["background"]
            mean = b["synapses"] * b["rate_Hz"] * DT / 1000
            # At this step two events of one cell in a step are rare: one event with the Poisson chance of at least one, and a second.
            code = [f"k_{site['id']} = int(rand() < {1 - math.exp(-mean)})*(1 + int(rand() < {mean / 2}))", f"a_{site['id']} += k_{site['id']}*{b['ampa_nS']}"]
            code = [line.replace(f"k_{site['id']} =", "kk =").replace(f"k_{site['id']}*", "kk*") for line in code]
            code += opened_by(site, f"kk*{b['nmda_nS']}", "")
            groups[p["id"]].run_regularly("\n".join(code), dt=DT * ms)
    monitors = {name: SpikeMonitor(cells) for name, cells in groups.items()}
    net = Network(*objects, *monitors.values())
    for phase, length in enumerate(TIMES):
        if phase == 2:
            for cells in groups.values():
                cells.ket = exported["ketamine_uM"]
        net.run(length * ms)
        print("phase", phase, flush=True)

    def rates(copy, phase):
        begin, end = sum(TIMES[:phase]), sum(TIMES[: phase + 1])
        result = {}
        for p in populations:
            m = monitors[p["id"]]
            t, owner = np.array(m.t / ms), np.array(m.i) // p["count"]
            result[p["id"]] = int(np.sum((owner == copy) & (t > begin) & (t <= end))) / p["count"] / TIMES[phase] * 1000
        return result

    return [{"before": rates(k, 1), "with": rates(k, 3)} for k in range(COPIES)]


if __name__ == "__main__":
    defaultclock.dt = DT * ms
    curves = {p["id"]: lone_rates(p) for p in config["populations"]}
    print(curves, flush=True)
    runs = network_rates(100)
    result = {"simulator": "Brian 2.5.1", "step_ms": DT, "currents_pA": CURRENTS, "rates_Hz": curves, "times_ms": TIMES, "network": runs}
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "reference.json")
    with open(path, "w") as out:
        json.dump(result, out, indent=1)
        out.write("\n")
    print(json.dumps(result["network"][0]))
