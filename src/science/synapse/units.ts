/**
 * Units inside the synapse engine: lengths in nm, times in microseconds, amounts in molecules, voltages in mV,
 * conductances in pS, currents in pA. Concentrations enter and leave in mM (glutamate, Mg2+, drugs) or uM (Ca2+).
 */

/** Avogadro constant, per mol (exact since the 2019 SI). */
export const AVOGADRO = 6.02214076e23;
/** Faraday constant, C per mol. */
export const FARADAY = 96485.33212;

/** Molecules per nm3 in a 1 mM solution: 1 mM = 1 mol/m3. */
export const MOLECULES_PER_NM3_PER_MM = AVOGADRO * 1e-27;

/** A rate constant per mM per ms as a volume swept per time, nm3 per microsecond per molecule. */
export function associationVolume(rate_per_mM_ms: number): number {
  return rate_per_mM_ms / (MOLECULES_PER_NM3_PER_MM * 1000);
}

/** A diffusion coefficient in um2/ms as nm2 per microsecond. */
export function diffusionNm2PerUs(D_um2_per_ms: number): number {
  return D_um2_per_ms * 1000;
}

/** Concentration in mM of `count` molecules in `volume_nm3`. */
export function concentration_mM(count: number, volume_nm3: number): number {
  return count / (volume_nm3 * MOLECULES_PER_NM3_PER_MM);
}
