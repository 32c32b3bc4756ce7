TITLE NMDA receptor, Lester & Jahr 1992 gating with Mg2+ and ketamine in the pore

COMMENT
Gating: J Neurosci 12:635-643, PMID 1346806 (two bindings, one opening, one desensitised state).
Mg2+: on-rate of Ascher & Nowak 1988, equilibrium of Jahr & Stevens 1990 (PMID 1697902).
Ketamine: 8 /uM/s on, Kd 0.33 uM at -66 mV, electrical distance 0.79.
Blocked copies gate with the same rates. vm is the clamped voltage; no current is drawn.
ENDCOMMENT

NEURON {
  POINT_PROCESS LJ92
  RANGE glu, mg, ket, vm
}

UNITS { (mM) = (milli/liter) (mV) = (millivolt) }

PARAMETER {
  glu = 0 (mM)
  mg = 0 (mM)
  ket = 0 (mM)
  vm = -60 (mV)
  kon = 5 (/mM/ms)
  koff = 0.0047 (/ms)
  beta = 0.0465 (/ms)
  alpha = 0.0916 (/ms)
  kd = 0.0084 (/ms)
  kr = 0.0018 (/ms)
}

ASSIGNED {
  mgon (/mM/ms)
  mgoff (/ms)
  keton (/mM/ms)
  ketoff (/ms)
}

STATE { c0 c1 c2 o d  m0 m1 m2 mo md  k0 k1 k2 ko kd2 }

INITIAL {
  rates(vm)
  c0 = 1  c1 = 0  c2 = 0  o = 0  d = 0
  m0 = 0  m1 = 0  m2 = 0  mo = 0  md = 0
  k0 = 0  k1 = 0  k2 = 0  ko = 0  kd2 = 0
}

BREAKPOINT {
  SOLVE scheme METHOD sparse
}

KINETIC scheme {
  rates(vm)
  ~ c0 <-> c1 (2*kon*glu, koff)
  ~ c1 <-> c2 (kon*glu, 2*koff)
  ~ c2 <-> o  (beta, alpha)
  ~ c2 <-> d  (kd, kr)
  ~ m0 <-> m1 (2*kon*glu, koff)
  ~ m1 <-> m2 (kon*glu, 2*koff)
  ~ m2 <-> mo (beta, alpha)
  ~ m2 <-> md (kd, kr)
  ~ k0 <-> k1 (2*kon*glu, koff)
  ~ k1 <-> k2 (kon*glu, 2*koff)
  ~ k2 <-> ko (beta, alpha)
  ~ k2 <-> kd2 (kd, kr)
  ~ o <-> mo (mgon*mg, mgoff)
  ~ o <-> ko (keton*ket, ketoff)
  CONSERVE c0 + c1 + c2 + o + d + m0 + m1 + m2 + mo + md + k0 + k1 + k2 + ko + kd2 = 1
}

PROCEDURE rates(v (mV)) {
  mgon = 0.61 * exp(-v/17(mV))
  : K(V) = 3.57 mM * exp(0.062 V) = off/on
  mgoff = 0.61 * 3.57 * exp((0.062 - 1/17)*v)
  keton = 8
  ketoff = 8 * 0.33e-3 * exp((v + 66(mV))*0.79/25.43(mV))
}
