"""Reference curves of the drug models by an independent solver.

The equations are written out by hand from the papers (as printed in the survey), not read from the pack, and integrated by
scipy's DOP853 from one change of input to the next. Writes reference.json beside this file:

    python3 tests/reference/pk/make.py
"""
import json
from pathlib import Path

import numpy as np
from scipy.integrate import solve_ivp

KET, NOR, HYD = 237.73, 223.70, 239.70  # g/mol


def mammillary3(cl, v1, q2, v2, q3, v3):
    """Three compartments; all in L and L/min."""

    def f(x, r):
        c = [x[0] / v1, x[1] / v2, x[2] / v3]
        return [
            r - cl * c[0] - q2 * (c[0] - c[1]) - q3 * (c[0] - c[2]),
            q2 * (c[0] - c[1]),
            q3 * (c[0] - c[2]),
        ]

    return f


def simons(wt):
    s, v = (wt / 70) ** 0.75, wt / 70
    body = mammillary3(1.48 * s, 11.6 * v, 2.43 * s, 39 * v, 1.21 * s, 174 * v)
    vn1, vn2, cln, qn = 11.6 * v, 221 * v, 1.0 * s, 2.63 * s
    vh1, vh2, clh, qh = 4.4 * v, 87.5 * v, 0.933 * s, 1.70 * s
    k1, k2, kg = 2 / 20.1, 2 / 1.12, 1 / 10.7

    # x: A1 A2 A3 M1 M2 N1 N2 Q1 Q2 H1 H2 muscle film gut liver
    def f(t, x, r):
        a = body(x[:3], r["central"] + 0.04 * x[12] + 5 / 60 * x[11])
        m1 = 1.48 * s * x[0] / (11.6 * v) + kg * x[14] - k1 * x[3]
        m2 = k1 * (x[3] - x[4])
        n1 = 0.8 * k1 * x[4] - (cln + qn) * x[5] / vn1 + qn * x[6] / vn2
        n2 = qn * (x[5] / vn1 - x[6] / vn2)
        q1 = cln * x[5] / vn1 - k2 * x[7]
        q2 = k2 * (x[7] - x[8])
        h1 = 0.7 * k2 * x[8] - (clh + qh) * x[9] / vh1 + qh * x[10] / vh2
        h2 = qh * (x[9] / vh1 - x[10] / vh2)
        return [*a, m1, m2, n1, n2, q1, q2, h1, h2, -5 / 60 * x[11], r["film"] - 0.04 * x[12], r["gut"] - 0.049 * x[13], 0.049 * x[13] - kg * x[14]]

    def read(x):
        out = {"ketamine": 1000 * x[0] / (11.6 * v)}
        out["norketamine"] = 1000 * x[5] / vn1 * NOR / KET
        out["hydroxynorketamine"] = 1000 * x[9] / vh1 * HYD / KET
        return out

    return 15, f, read, {"muscle": 11}


def perez(wt):
    # hours inside, converted: x: nose swallowed gut Ac Ap1 Ap2 Ah N1 N2
    vc, q1, vp1, q2, vp2, qh, vh, kel, kmet = 192, 84.3, 143, 37.6, 417, 151, 101, 1.11, 2.77
    vcn, cln, vpn, q3 = 70, 38, 115, 26.1

    def f(t, x, r):
        per_h = [
            -2.93 * x[0],
            -1.45 * x[1],
            -0.97 * x[2],
            2.93 * x[0] - (q1 + q2 + qh) * x[3] / vc + q1 * x[4] / vp1 + q2 * x[5] / vp2 + qh * x[6] / vh,
            q1 * (x[3] / vc - x[4] / vp1),
            q2 * (x[3] / vc - x[5] / vp2),
            1.45 * x[1] + 0.97 * x[2] + qh * x[3] / vc - (qh / vh + kel + kmet) * x[6],
            kmet * x[6] - (cln + q3) * x[7] / vcn + q3 * x[8] / vpn,
            q3 * (x[7] / vcn - x[8] / vpn),
        ]
        out = [value / 60 for value in per_h]
        out[1] += r["swallowed"]
        out[2] += r["gut"]
        return out

    return 9, f, lambda x: {"ketamine": 1000 * x[3] / vc, "norketamine": 1000 * x[7] / vcn}, {"nose": 0}


def otto(wt):
    s, v = (wt / 70) ** 0.75, wt / 70
    body = mammillary3(95.2 * s / 60, 133 * v, 23.2 / 60, 187, 157 / 60, 98.8)
    vn1, vn2, cln, qn = 98.6 * v, 160, 57.7 * s / 60, 42.8 / 60

    def f(t, x, r):
        n = 95.2 * s / 60 * x[0] / (133 * v)
        return [*body(x[:3], r["central"]), n - cln * x[3] / vn1 - qn * (x[3] / vn1 - x[4] / vn2), qn * (x[3] / vn1 - x[4] / vn2)]

    return 5, f, lambda x: {"ketamine": 1000 * x[0] / (133 * v), "norketamine": 1000 * x[3] / vn1}, {}


def clements(wt):
    def f(t, x, r):
        return [r["central"] - (0.0109 + 0.0186) * x[0] + 0.0137 * x[1], 0.0186 * x[0] - 0.0137 * x[1]]

    return 2, f, lambda x: {"ketamine": 1000 * x[0] / (1.7522 * wt)}, {}


def domino(wt):
    def f(t, x, r):
        out = r["central"] - (0.4381 + 0.5921 + 0.59) * x[0] + 0.247 * x[1] + 0.0146 * x[2]
        return [out, 0.5921 * x[0] - 0.247 * x[1], 0.59 * x[0] - 0.0146 * x[2]]

    return 3, f, lambda x: {"ketamine": 1000 * x[0] / (0.063 * wt)}, {}


def kamp(share_s, share_r):
    def make(wt):
        def f(t, x, r):
            out = []
            for i, (cl, share) in enumerate([(92.65, share_s), (87.5, share_r)]):
                a, b = x[2 * i] / 49.72, x[2 * i + 1] / 234.37
                out += [share * r["central"] - (cl * a + 75.54 * (a - b)) / 60, 75.54 * (a - b) / 60]
            return out

        return 4, f, lambda x: {"ketamine": 1000 * (x[0] + x[2]) / 49.72}, {}

    return make


def composite(wt):
    s, v = (wt / 70) ** 0.75, wt / 70
    body = mammillary3(79 * s / 60, 33.45 * v, 363.5 * s / 60, 100.96 * v, 63.4 * s / 60, 119 * v)

    def f(t, x, r):
        return [*body(x[:3], r["central"] + 5 / 60 * x[3] + 2 / 60 * x[4]), -5 / 60 * x[3], -2 / 60 * x[4]]

    return 5, f, lambda x: {"ketamine": 1000 * x[0] / (33.45 * v)}, {"muscle": 3, "gut": 4}


def mouse(wt):
    return 2, lambda t, x, r: [-0.3 * x[0], 0.3 * x[0] - 0.0533 * x[1]], lambda x: {"ketamine": 1000 * x[1] / (5.7 * wt)}, {"belly": 0}


def run(model, wt, pulses, rates, times):
    """pulses: (t, place, mg); rates: (start, end, place, mg/min)."""
    n, f, read, places = model(wt)
    x, now = np.zeros(n), 0.0
    marks = sorted({0.0, *[p[0] for p in pulses], *[r[0] for r in rates], *[r[1] for r in rates], *times})
    out = []
    for k, start in enumerate(marks):
        for t, place, mg in pulses:
            if t == start:
                x[places[place]] += mg
        if start in times:
            out.append(read(x))
        if k + 1 == len(marks):
            break
        r = {"central": 0.0, "film": 0.0, "gut": 0.0, "swallowed": 0.0}
        for a, b, place, rate in rates:
            if a <= start < b:
                r[place] += rate
        sol = solve_ivp(f, (start, marks[k + 1]), x, method="DOP853", rtol=1e-12, atol=1e-15, args=(r,))
        assert sol.success
        x = sol.y[:, -1]
    return {analyte: [row[analyte] for row in out] for analyte in out[0]}


def nasal(mg, at=0.0):
    pulses, rates = [], []
    for pair in range(round(mg / 28)):
        t = at + 5.0 * pair
        nose = 0.54 * (1 if pair == 0 else 0.62)
        pulses.append((t, "nose", 28 * nose))
        rates.append((t, t + 0.53 * 60, "swallowed", 28 * (1 - nose) * 0.64 / (0.53 * 60)))
    return pulses, rates


def infusion(mg, minutes, at=0.0):
    return (at, at + minutes, "central", mg / minutes)


T = [1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 40.0, 41.0, 45.0, 60.0, 80.0, 120.0, 230.0, 480.0, 960.0, 1440.0]
WEEKS = [40.0, 600.0, 5040.0, 5080.0, 5100.0, 15000.0, 35280.0, 35320.0, 35400.0, 36000.0]
STEPS = [(0.0, 60, 0.14), (60.0, 60, 0.28), (120.0, 60, 0.57)]
CASES = []


def case(name, model_id, model, scenario, pulses, rates, times):
    CASES.append({"name": name, "model": model_id, "scenario": scenario, "times_min": times, "ng_per_mL": run(model, scenario.get("weight_kg", 70), pulses, rates, times)})


for model_id, model in [("simons2022", simons), ("ottoFanta", otto), ("clementsNimmo1981", clements), ("domino1982", domino), ("kampRefit2cpt", kamp(0.5, 0.5)), ("compositeVenousTeaching", composite)]:
    case("0.5 mg/kg over 40 min", model_id, model, {}, [], [infusion(35, 40)], T)
    if model_id != "kampRefit2cpt":
        heavy = {"weight_kg": 112, "route": "iv-bolus", "amount": 2}
        case("bolus of 2 mg/kg at 112 kg", model_id, model, heavy, [], [infusion(224, 1)], T)
    weekly = {"repeats": {"count": 8, "interval_h": 84}}
    case("twice weekly for four weeks", model_id, model, weekly, [], [infusion(35, 40, 5040.0 * k) for k in range(8)], WEEKS)
stepped = {"form": "S", "amount": 0.14, "minutes": 60, "steps": [{"start_min": a, "minutes": m, "amount": g, "unit": "mg/kg"} for a, m, g in STEPS[1:]]}
case("three rising infusions", "simons2022", simons, stepped, [], [infusion(70 * g, m, a) for a, m, g in STEPS], [60.0, 120.0, 180.0, 200.0, 240.0, 400.0])
case("R alone", "kampRefit2cpt", kamp(0, 1), {"form": "R", "amount": 10, "unit": "mg", "minutes": 5}, [], [infusion(10, 5)], T)
film = {"form": "S", "route": "oral-film", "amount": 50, "unit": "mg", "weight_kg": 60}
case("film", "simons2022", simons, film, [], [(0.0, 13.1, "film", 50 * 0.263 / 13.1), (0.0, 29.9, "gut", 50 * 1.16 / 29.9)], T)
case("muscle", "simons2022", simons, {"route": "im"}, [(0.0, "muscle", 35 * 0.93)], [], T)
case("muscle", "compositeVenousTeaching", composite, {"route": "im"}, [(0.0, "muscle", 35 * 0.93)], [], T)
case("swallowed", "compositeVenousTeaching", composite, {"route": "oral"}, [(0.0, "gut", 35 * 0.17)], [], T)
for mg in (28, 56, 84):
    case(f"nasal {mg} mg", "perezRuixo2021", perez, {"form": "S", "route": "intranasal", "amount": mg, "unit": "mg"}, *nasal(mg), T)
again = [nasal(84, 5040.0 * k) for k in range(8)]
spray = {"form": "S", "route": "intranasal", "amount": 84, "unit": "mg", "repeats": {"count": 8, "interval_h": 84}}
case("nasal 84 mg twice weekly", "perezRuixo2021", perez, spray, sum((a[0] for a in again), []), sum((a[1] for a in again), []), WEEKS)
oral = {"form": "S", "route": "oral", "amount": 84, "unit": "mg"}
case("swallowed solution", "perezRuixo2021", perez, oral, [], [(0.0, 0.32 * 60, "gut", 84 * 0.64 / (0.32 * 60))], T)
case("mouse 10 mg/kg", "mouseTeaching", mouse, {"species": "mouse", "weight_kg": 0.03}, [(0.0, "belly", 0.3)], [], [1.0, 3.0, 7.0, 15.0, 30.0, 60.0, 120.0])

path = Path(__file__).with_name("reference.json")
path.write_text(json.dumps({"solver": "scipy DOP853, rtol 1e-12", "cases": CASES}, indent=1) + "\n")
print(len(CASES), "cases")
