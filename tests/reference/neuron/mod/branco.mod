TITLE NMDA receptor with Mg2+ in every state, near body temperature (Branco, Clark & Haeusser 2010)

COMMENT
The graph of Kampa et al. 2004 (kampa.mod); rates per s as in the file for Branco et al. 2010, doi 10.1126/science.1189664,
which scales them by the Q10 of Cais et al. 2008, PMID 18068304. The scheme is not reversible.
vm is the clamped voltage; no current is drawn.
ENDCOMMENT

NEURON {
  POINT_PROCESS Branco10
  RANGE glu, mg, vm
}

UNITS { (mM) = (milli/liter) (mV) = (millivolt) }

PARAMETER {
  glu = 0 (mM)
  mg = 0 (mM)
  vm = -60 (mV)
}

ASSIGNED {
  onopen (/mM/ms)
  onshut (/mM/ms)
  off (1)
}

STATE { u cl o d1 d2 um clm om d1m d2m }

INITIAL {
  rates(vm)
  u = 1  cl = 0  o = 0  d1 = 0  d2 = 0
  um = 0  clm = 0  om = 0  d1m = 0  d2m = 0
}

BREAKPOINT {
  SOLVE scheme METHOD sparse
}

KINETIC scheme {
  rates(vm)
  ~ u <-> cl (10*glu, 20.16/1000)
  ~ cl <-> o (46.5/1000, 91.6/1000)
  ~ cl <-> d1 (22.66/1000, 7.36/1000)
  ~ d1 <-> d2 (4.429/1000, 2.3/1000)
  ~ um <-> clm (10*glu, 61.56/1000)
  ~ clm <-> om (46.5/1000, 91.6/1000)
  ~ clm <-> d1m (21.63/1000, 4.002/1000)
  ~ d1m <-> d2m (2.678/1000, 1.932/1000)
  ~ o <-> om (onopen*mg, 12800/1000*off)
  ~ u <-> um (onshut*mg, 60/1000*off)
  ~ cl <-> clm (onshut*mg, 60/1000*off)
  ~ d1 <-> d1m (onshut*mg, 60/1000*off)
  ~ d2 <-> d2m (onshut*mg, 60/1000*off)
  CONSERVE u + cl + o + d1 + d2 + um + clm + om + d1m + d2m = 1
}

PROCEDURE rates(v (mV)) {
  onopen = 0.05 * exp(-1.6*(v - 40(mV))/25(mV))
  onshut = 5e-5 * exp(-1.6*(v - 40(mV))/25(mV))
  off = exp(0.4*(v - 40(mV))/25(mV))
}
