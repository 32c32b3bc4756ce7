TITLE GluN2B NMDA receptor, eight states, no Mg2+

COMMENT
Banke & Traynelis 2003, Nat Neurosci 6:144-152, doi 10.1038/nn1000.
Two independent pre-opening steps (fast, slow) in either order, two desensitised states.
glu is set by the script, no current is drawn.
ENDCOMMENT

NEURON {
  POINT_PROCESS GluN2B
  RANGE glu
}

UNITS { (mM) = (milli/liter) }

PARAMETER {
  glu = 0 (mM)
  kon = 2.83 (/mM/ms)
  koff = 0.0381 (/ms)
  d1on = 0.55 (/ms)
  d1off = 0.0814 (/ms)
  d2on = 0.112 (/ms)
  d2off = 0.00091 (/ms)
  fon = 2.836 (/ms)
  foff = 0.175 (/ms)
  son = 0.048 (/ms)
  soff = 0.23 (/ms)
}

STATE { r ra ra2 d1 d2 raf ras o }

INITIAL { r = 1  ra = 0  ra2 = 0  d1 = 0  d2 = 0  raf = 0  ras = 0  o = 0 }

BREAKPOINT {
  SOLVE scheme METHOD sparse
}

KINETIC scheme {
  ~ r <-> ra (2*kon*glu, koff)
  ~ ra <-> ra2 (kon*glu, 2*koff)
  ~ ra2 <-> d1 (d1on, d1off)
  ~ ra2 <-> d2 (d2on, d2off)
  ~ ra2 <-> raf (fon, foff)
  ~ ra2 <-> ras (son, soff)
  ~ raf <-> o (son, soff)
  ~ ras <-> o (fon, foff)
  CONSERVE r + ra + ra2 + d1 + d2 + raf + ras + o = 1
}
