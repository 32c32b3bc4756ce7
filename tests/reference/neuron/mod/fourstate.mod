TITLE NMDA receptor, two bindings and one opening: GluN2C and GluN2D

COMMENT
Constructed schemes: make.py sets the rates that give the open probabilities, deactivation and EC50 measured by Dravid et al. 2008 and
collected by Dingledine et al. 1999 and Traynelis et al. 2010.
ENDCOMMENT

NEURON {
  POINT_PROCESS FourState
  RANGE glu, kon, koff, beta, alpha
}

UNITS { (mM) = (milli/liter) }

PARAMETER {
  glu = 0 (mM)
  kon = 0 (/mM/ms)
  koff = 0 (/ms)
  beta = 0 (/ms)
  alpha = 0 (/ms)
}

STATE { c0 c1 c2 o }

INITIAL { c0 = 1  c1 = 0  c2 = 0  o = 0 }

BREAKPOINT { SOLVE scheme METHOD sparse }

KINETIC scheme {
  ~ c0 <-> c1 (2*kon*glu, koff)
  ~ c1 <-> c2 (kon*glu, 2*koff)
  ~ c2 <-> o  (beta, alpha)
  CONSERVE c0 + c1 + c2 + o = 1
}
