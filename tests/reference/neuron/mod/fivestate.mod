TITLE NMDA receptor, two bindings, one opening, one desensitised state

COMMENT
The graph of Lester & Jahr 1992, J Neurosci 12:635-643, PMID 1346806. Rates per second as in the table of published sets in
Destexhe's nmda5.mod (five states); make.py sets those of each source.
ENDCOMMENT

NEURON {
  POINT_PROCESS FiveState
  RANGE glu, kon, koff, beta, alpha, kd, kr
}

UNITS { (mM) = (milli/liter) }

PARAMETER {
  glu = 0 (mM)
  : per uM and s
  kon = 5
  : per s
  koff = 0
  beta = 0
  alpha = 0
  kd = 0
  kr = 0
}

STATE { c0 c1 c2 o d }

INITIAL { c0 = 1  c1 = 0  c2 = 0  o = 0  d = 0 }

BREAKPOINT { SOLVE scheme METHOD sparse }

KINETIC scheme {
  : 1 per uM and s is 1 per mM and ms
  ~ c0 <-> c1 (2*kon*glu, koff/1000)
  ~ c1 <-> c2 (kon*glu, 2*koff/1000)
  ~ c2 <-> o  (beta/1000, alpha/1000)
  ~ c2 <-> d  (kd/1000, kr/1000)
  CONSERVE c0 + c1 + c2 + o + d = 1
}
