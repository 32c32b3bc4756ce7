/**
 * From spikes to vesicles: which spikes release, how much, where, and how molecules leave the pore.
 *
 * Release with depletion and facilitation follows Tsodyks & Markram (1997, doi 10.1073/pnas.94.2.719) in the
 * single-site stochastic form of Fuhrmann, Segev, Markram & Tsodyks (2002, doi 10.1152/jn.00258.2001): one docked
 * vesicle; at a spike it fuses with probability u; an empty site refills with rate 1/tauRecovery; u jumps by U (1 - u)
 * at each spike and decays back to U with tauFacilitation. The mean over trials is the published deterministic model.
 */
import { exp } from '../elementary';
import { exponential, gaussian, type Rng, uniform } from '../random';
import type { ReleaseConfig, ReleaseModel } from './config';
import { releasePoint, type Sites } from './placement';

/** One fusion: time in us, glutamate molecules, place in nm. */
export interface Fusion {
  readonly time: number;
  readonly molecules: number;
  readonly x: number;
  readonly y: number;
}

/** Draws which spikes release, in order of time. */
export function drawFusions(config: ReleaseConfig, sites: Sites, psdRadius: number, rng: Rng): Fusion[] {
  const spikes = [...config.spikes_ms].sort((a, b) => a - b);
  const released = drawReleases(config.model, spikes, rng);
  const fusions: Fusion[] = [];
  spikes.forEach((time_ms, i) => {
    if (released[i] !== true) return;
    const [x, y] = releasePoint(config.site, sites, psdRadius, rng);
    fusions.push({ time: time_ms * 1000, molecules: drawMolecules(config, rng), x, y });
  });
  return fusions;
}

/** Success of each spike (ms, ascending). */
export function drawReleases(model: ReleaseModel, spikes_ms: readonly number[], rng: Rng): boolean[] {
  if (model.kind === 'certain') return spikes_ms.map(() => true);
  if (model.kind === 'fixed') return spikes_ms.map(() => uniform(rng) < model.probability);
  let refilled = -Infinity;
  let u = 0;
  let last = -Infinity;
  return spikes_ms.map((time) => {
    u = facilitate(model, u, time - last);
    last = time;
    if (time < refilled || uniform(rng) >= u) return false;
    refilled = time + exponential(rng) * model.tauRecovery_ms;
    return true;
  });
}

/** Release probability of an occupied site after a further spike `gap` ms later, given the one of the spike before. */
function facilitate(model: Extract<ReleaseModel, { kind: 'depressing' }>, before: number, gap: number): number {
  const kept = model.tauFacilitation_ms > 0 && gap < Infinity ? before * exp(-gap / model.tauFacilitation_ms) : 0;
  return kept + model.u * (1 - kept);
}

/**
 * Mean probability of release of each spike (ms, ascending) in the deterministic model: R(n) u(n) with
 * R(n+1) = 1 - (1 - R(n) (1 - u(n))) exp(-gap/tauRecovery). Equal to the mean of `drawReleases`.
 */
export function meanReleases(model: ReleaseModel, spikes_ms: readonly number[]): number[] {
  if (model.kind === 'certain') return spikes_ms.map(() => 1);
  if (model.kind === 'fixed') return spikes_ms.map(() => model.probability);
  let filled = 1;
  let u = 0;
  let last = -Infinity;
  return spikes_ms.map((time) => {
    const gap = time - last;
    if (gap < Infinity) filled = 1 - (1 - filled * (1 - u)) * exp(-gap / model.tauRecovery_ms);
    u = facilitate(model, u, gap);
    last = time;
    return filled * u;
  });
}

/** Molecules of one vesicle: normal about the mean with the given coefficient of variation, at least one. */
function drawMolecules(config: ReleaseConfig, rng: Rng): number {
  if (!(config.moleculesCv > 0)) return Math.round(config.molecules);
  return Math.max(1, Math.round(config.molecules * (1 + config.moleculesCv * gaussian(rng))));
}
