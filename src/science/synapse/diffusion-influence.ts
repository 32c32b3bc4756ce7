/** How much slower than its scheme a receptor binds because glutamate has to diffuse to it. */
import type { CompiledScheme } from '../receptors/compile';
import { associationVolume, diffusionNm2PerUs } from './units';

/** How much diffusion to a receptor slows its binding. */
export interface DiffusionInfluence {
  /** Fastest binding step of the scheme, per mM and ms. */
  readonly fastest: number;
  /** Rate at which diffusion brings molecules to the disc, per mM and ms. */
  readonly limit: number;
  /** Share by which binding and unbinding are slower than the scheme's constants (equilibrium is not affected). */
  readonly slowing: number;
}

/**
 * Collins & Kimball (1949, doi 10.1016/0095-8522(49)90023-9) with the diffusion-limited rate 4 D a of a disc of radius
 * `radius_nm` on a wall (Hill 1975, doi 10.1073/pnas.72.12.4918): k = kon kD / (kon + kD).
 */
export function diffusionInfluence(scheme: CompiledScheme, radius_nm: number, diffusion_um2_per_ms: number): DiffusionInfluence {
  const glu = scheme.ligands.indexOf('glu');
  let fastest = 0;
  for (let t = 0; t < scheme.m; t++) if (scheme.ligand[t] === glu) fastest = Math.max(fastest, scheme.rate[t] as number);
  const limit = (4 * diffusionNm2PerUs(diffusion_um2_per_ms) * radius_nm) / associationVolume(1);
  return { fastest, limit, slowing: fastest / (fastest + limit) };
}
