TITLE NMDA receptor, asymmetric trapping block by Mg2+ (Vargas-Caballero & Robinson 2004)

COMMENT
J Neurosci 24:6171-6180, PMID 15240809. Gating of Lester & Jahr 1992; Mg2+ binds only to the open channel, with the rates of Ascher &
Nowak 1988; the blocked channel shuts faster than the open one. koff is set by make.py. vm is the clamped voltage.
ENDCOMMENT

NEURON {
  POINT_PROCESS Vargas04
  RANGE glu, mg, vm, koff
}

UNITS { (mM) = (milli/liter) (mV) = (millivolt) }

PARAMETER {
  glu = 0 (mM)
  mg = 0 (mM)
  vm = -60 (mV)
  : per s
  koff = 5.5
}

ASSIGNED { on off }

STATE { c0 c1 c2 o d ob c2b c1b cb db }

INITIAL {
  rates(vm)
  c0 = 1  c1 = 0  c2 = 0  o = 0  d = 0
  ob = 0  c2b = 0  c1b = 0  cb = 0  db = 0
}

BREAKPOINT { SOLVE scheme METHOD sparse }

KINETIC scheme {
  rates(vm)
  ~ c0 <-> c1 (2*5*glu, koff/1000)
  ~ c1 <-> c2 (5*glu, 2*koff/1000)
  ~ c2 <-> d  (8.4/1000, 1.8/1000)
  ~ c2 <-> o  (46.5/1000, 91.6/1000)
  ~ o <-> ob  (on*mg, off)
  ~ c2b <-> ob (41.85/1000, 229/1000)
  ~ c2b <-> db (8.4/1000, 1.8/1000)
  ~ c1b <-> c2b (5*glu, 2*koff/1000)
  ~ cb <-> c1b (2*5*glu, koff/1000)
  CONSERVE c0 + c1 + c2 + o + d + ob + c2b + c1b + cb + db = 1
}

PROCEDURE rates(v (mV)) {
  : 610 per mM and s, 5400 per s
  on = 0.61*exp(-v/17(mV))
  off = 5.4*exp(v/47(mV))
}
