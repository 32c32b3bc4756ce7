/**
 * Modelled occupancy of the NMDA receptor channel from plasma levels. The half-occupying concentrations are unbound plasma
 * concentrations that displaced half of a tracer in rats (Shaffer 2014, doi 10.1016/j.neuropharm.2014.07.008), so no brain
 * partition ratio enters. Nothing in people confirms the result: always show it as modelled, with its band.
 */
import type { PkBinding, PkQuantity } from '../../model/schema';
import type { Analyte, Banded } from './types';

const ends = ({ value, range }: PkQuantity): readonly [number, number] => range ?? [value, value];

/** Unbound concentration, umol/L, of an analyte at a plasma concentration in umol/L; the band is that of the free fraction. */
export function freeConcentration(binding: PkBinding, analyte: Analyte, plasma_uM: number): Banded {
  const ligand = binding.ligands.find((each) => each.analyte === analyte);
  if (ligand === undefined) return { value: NaN, low: NaN, high: NaN };
  const [low, high] = ends(ligand.free);
  return { value: ligand.free.value * plasma_uM, low: low * plasma_uM, high: high * plasma_uM };
}

/**
 * Share of channels occupied, 0 to 1: x / (1 + x) with x the sum over ligands of free fraction times plasma concentration
 * over half-occupying concentration. The band takes the lowest free fractions with the highest constants, and the reverse.
 * Plasma concentrations in umol/L; an analyte that is not given counts as absent.
 */
export function channelOccupancy(binding: PkBinding, plasma_uM: Readonly<Partial<Record<Analyte, number>>>): Banded {
  let value = 0;
  let low = 0;
  let high = 0;
  for (const { analyte, half, free } of binding.ligands) {
    const concentration = plasma_uM[analyte] ?? 0;
    const [halfLow, halfHigh] = ends(half);
    const [freeLow, freeHigh] = ends(free);
    value += (free.value * concentration) / half.value;
    low += (freeLow * concentration) / halfHigh;
    high += (freeHigh * concentration) / halfLow;
  }
  return { value: value / (1 + value), low: low / (1 + low), high: high / (1 + high) };
}
