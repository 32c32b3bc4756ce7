TITLE GluN2A NMDA receptor, eight states, no Mg2+

COMMENT
Erreger, Dravid, Banke, Wyllie & Traynelis 2005, J Physiol 563:345-358, doi 10.1113/jphysiol.2004.080028.
Two independent pre-opening steps (fast, slow) in either order, two desensitised states.
glu is set by the script, no current is drawn.
ENDCOMMENT

NEURON {
  POINT_PROCESS GluN2A
  RANGE glu
}

UNITS { (mM) = (milli/liter) }

PARAMETER {
  glu = 0 (mM)
  kon = 31.6 (/mM/ms)
  koff = 1.01 (/ms)
  d1on = 0.0851 (/ms)
  d1off = 0.0297 (/ms)
  d2on = 0.23 (/ms)
  d2off = 0.00101 (/ms)
  fon = 3.14 (/ms)
  foff = 0.174 (/ms)
  son = 0.23 (/ms)
  soff = 0.178 (/ms)
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
