TITLE AMPA receptor with auxiliary subunit, eight states

COMMENT
Scheme of the kind that Milstein & Nicoll used; values per second as in a public implementation of it. Two open (q1, q2) and two desensitised
states behind two shut liganded states.
ENDCOMMENT

NEURON {
  POINT_PROCESS MilsteinAMPA
  RANGE glu
}

UNITS { (mM) = (milli/liter) }

PARAMETER { glu = 0 (mM) }

STATE { r rg c1 c2 q1 q2 d1 d2 }

INITIAL {
  r = 1  rg = 0  c1 = 0  c2 = 0  q1 = 0  q2 = 0  d1 = 0  d2 = 0
}

BREAKPOINT { SOLVE scheme METHOD sparse }

KINETIC scheme {
  : 10 per uM and s; the others per s, divided by 1000
  ~ r  <-> rg (10*glu, 50000/1000)
  ~ rg <-> c1 (36500/1000, 4550/1000)
  ~ c1 <-> c2 (300/1000, 10000/1000)
  ~ c1 <-> q1 (10000/1000, 6000/1000)
  ~ c2 <-> q2 (10000/1000, 6000/1000)
  ~ c1 <-> d1 (1100/1000, 1/1000)
  ~ c2 <-> d2 (300/1000, 10/1000)
  CONSERVE r + rg + c1 + c2 + q1 + q2 + d1 + d2 = 1
}
