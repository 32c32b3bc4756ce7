TITLE AMPA receptor, seven states (Jonas, Major & Sakmann 1993)

COMMENT
J Physiol 472:615-663, doi 10.1113/jphysiol.1993.sp019965. Room temperature.
Written for the reference traces of this repository; glu is set by the script, no current is drawn.
ENDCOMMENT

NEURON {
  POINT_PROCESS JonasAMPA
  RANGE glu
}

UNITS { (mM) = (milli/liter) }

PARAMETER {
  glu = 0 (mM)
  k01 = 4.59 (/mM/ms)   k10 = 4.26 (/ms)
  k12 = 28.4 (/mM/ms)   k21 = 3.26 (/ms)
  k2o = 4.24 (/ms)      ko2 = 0.9 (/ms)
  k13 = 2.89 (/ms)      k31 = 0.0392 (/ms)
  k34 = 1.27 (/mM/ms)   k43 = 0.0457 (/ms)
  k24 = 0.172 (/ms)     k42 = 0.000727 (/ms)
  k45 = 0.0168 (/ms)    k54 = 0.1904 (/ms)
  ko5 = 0.0177 (/ms)    k5o = 0.004 (/ms)
}

STATE { c0 c1 c2 o c3 c4 c5 }

INITIAL { c0 = 1  c1 = 0  c2 = 0  o = 0  c3 = 0  c4 = 0  c5 = 0 }

BREAKPOINT {
  SOLVE scheme METHOD sparse
}

KINETIC scheme {
  ~ c0 <-> c1 (k01*glu, k10)
  ~ c1 <-> c2 (k12*glu, k21)
  ~ c2 <-> o  (k2o, ko2)
  ~ c1 <-> c3 (k13, k31)
  ~ c3 <-> c4 (k34*glu, k43)
  ~ c2 <-> c4 (k24, k42)
  ~ c4 <-> c5 (k45, k54)
  ~ o  <-> c5 (ko5, k5o)
  CONSERVE c0 + c1 + c2 + o + c3 + c4 + c5 = 1
}
