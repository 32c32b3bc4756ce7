TITLE NMDA receptor with Mg2+ in every state (Kampa, Clements, Jonas & Stuart 2004)

COMMENT
J Physiol 556:337-345, doi 10.1113/jphysiol.2003.058842; rates as in ModelDB entry 50207.
The unbinding rates of Mg2+ from shut states close the cycles of the original file only approximately: the scheme is not reversible.
vm is the clamped voltage; no current is drawn.
ENDCOMMENT

NEURON {
  POINT_PROCESS Kampa04
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
  ~ u <-> cl (10*glu, 5.6e-3)
  ~ cl <-> o (10e-3, 273e-3)
  ~ cl <-> d1 (2.2e-3, 1.6e-3)
  ~ d1 <-> d2 (0.43e-3, 0.5e-3)
  ~ um <-> clm (10*glu, 17.1e-3)
  ~ clm <-> om (10e-3, 548e-3)
  ~ clm <-> d1m (2.1e-3, 0.87e-3)
  ~ d1m <-> d2m (0.26e-3, 0.42e-3)
  ~ o <-> om (onopen*mg, 12.8*off)
  ~ u <-> um (onshut*mg, 2.438312e-3*off)
  ~ cl <-> clm (onshut*mg, 5.041915e-3*off)
  ~ d1 <-> d1m (onshut*mg, 2.98874e-3*off)
  ~ d2 <-> d2m (onshut*mg, 2.953408e-3*off)
  CONSERVE u + cl + o + d1 + d2 + um + clm + om + d1m + d2m = 1
}

PROCEDURE rates(v (mV)) {
  onopen = 0.05 * exp(-1.6*(v - 40(mV))/25(mV))
  onshut = 5e-5 * exp(-1.6*(v - 40(mV))/25(mV))
  off = exp(0.4*(v - 40(mV))/25(mV))
}
