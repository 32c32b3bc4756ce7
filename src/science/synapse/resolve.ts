/** From a scenario and the pack's Parameters and schemes to the numbers of a run. */
import type { Parameter } from '../../model/schema/quantities';
import { exp, ln } from '../elementary';
import { type ParameterLookup, parameterLookup, valueIn } from '../parameters';
import type { SchemeInput } from '../receptors/compile';
import type { MembraneConfig, Placement, ReceptorGroup, ReleaseModel, ReleaseSite, SynapseConfig, TransporterConfig } from './config';
import type { RecordOptions } from './record';
import type { Scenario, ScenarioFault } from './scenario';

/** A default that a scenario used. */
export interface UsedDefault {
  readonly field: string;
  readonly value: number;
  /** Id of the Parameter, or how the value follows from Parameters. */
  readonly from: string;
}

/** A scenario with every default filled in, and the record that each default comes from. */
export interface ResolvedScenario {
  readonly config: SynapseConfig;
  readonly seed: number;
  readonly trials: number;
  readonly options: RecordOptions;
  readonly defaults: readonly UsedDefault[];
}

/** Where defaults come from: a pack's records. An id that it lacks is an error that names the id. */
export interface ScenarioSource {
  readonly parameters: readonly Pick<Parameter, 'id' | 'value' | 'unit' | 'source'>[];
  readonly schemes: readonly SchemeInput[];
}

/** Thrown when a scenario names something that does not exist or contradicts itself. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';

  constructor(readonly faults: readonly ScenarioFault[]) {
    super(faults.map((fault) => `${fault.field} ${fault.message}`).join('; '));
  }
}

/** Cube root that has the same bits in every engine (`Math.cbrt` does not promise that). */
function cubeRoot(x: number): number {
  return exp(ln(x) / 3);
}

/** Fills a scenario in. Throws a ScenarioError naming the field, or a RangeError for a Parameter that nobody defines. */
export function resolveScenario(scenario: Scenario, source: ScenarioSource): ResolvedScenario {
  return new Resolver(scenario, source).resolve();
}

class Resolver {
  private readonly used: UsedDefault[] = [];
  private readonly lookup: ParameterLookup;

  constructor(
    private readonly s: Scenario,
    private readonly source: ScenarioSource,
  ) {
    this.lookup = parameterLookup(source.parameters);
  }

  resolve(): ResolvedScenario {
    const { s } = this;
    const duration_ms = s.duration_ms ?? 20;
    const sample_ms = s.sample_ms ?? 0.05;
    const config: SynapseConfig = {
      geometry: this.geometry(),
      diffusion_um2_per_ms: this.take(
        s.glutamate?.diffusion_um2_per_ms,
        'glutamate.diffusion_um2_per_ms',
        'release.glutamateDiffusion',
        'um2_per_ms',
      ),
      dt_us: this.take(s.numerics?.dt_us, 'numerics.dt_us', 'numerics.dt', 'us'),
      noise: s.numerics?.noise ?? 'table',
      receptors: this.receptors(),
      bindingRadius_nm: this.take(s.numerics?.bindingRadius_nm, 'numerics.bindingRadius_nm', 'geometry.bindingRadius', 'nm'),
      bindingHeight_nm: this.take(s.numerics?.bindingHeight_nm, 'numerics.bindingHeight_nm', 'geometry.bindingHeight', 'nm'),
      placement: this.placement(),
      release: this.release(),
      glutamate:
        s.glutamate?.mode === 'transient'
          ? {
              kind: 'transient',
              peak_mM: this.take(s.glutamate.transientPeak_mM, 'glutamate.transientPeak_mM', 'release.transientPeak', 'mM'),
              tau_ms: this.take(s.glutamate.transientTau_ms, 'glutamate.transientTau_ms', 'release.transientTau', 'ms'),
            }
          : { kind: 'particles' },
      ambient_mM: this.take(s.glutamate?.ambient_nM, 'glutamate.ambient_nM', 'release.ambientGlutamate', 'nM') * 1e-6,
      transporters: this.transporters(),
      ligands_mM: {
        ...s.medium?.other_mM,
        mg: this.take(s.medium?.mg_mM, 'medium.mg_mM', 'medium.mg', 'mM'),
        ket: (s.medium?.ketamine_uM ?? 0) * 1e-3,
      },
      membrane: this.membrane(),
      calcium: {
        spineVolume_fL: this.take(s.calcium?.spineVolume_fL, 'calcium.spineVolume_fL', 'geometry.spineVolume', 'um3'),
        rest_uM: this.take(s.calcium?.rest_nM, 'calcium.rest_nM', 'calcium.rest', 'nM') * 1e-3,
        kappa: this.take(s.calcium?.kappa, 'calcium.kappa', 'calcium.kappa', '1'),
        tau_ms: this.take(s.calcium?.tau_ms, 'calcium.tau_ms', 'calcium.tau', 'ms'),
      },
      equilibrate: s.numerics?.equilibrate ?? true,
    };
    this.check(config, duration_ms, sample_ms);
    return { config, seed: s.seed ?? 1, trials: s.trials ?? 1, options: { duration_ms, sample_ms }, defaults: this.used };
  }

  /** The scenario's value, or that of a Parameter, which is noted. */
  private take(given: number | undefined, field: string, id: string, unit: Parameter['unit']): number {
    if (given !== undefined) return given;
    const value = valueIn(this.lookup, id, unit);
    this.used.push({ field, value, from: id });
    return value;
  }

  /** The scenario's value, or one worked out from Parameters, which is noted with the rule. */
  private derive(given: number | undefined, field: string, from: string, value: () => number): number {
    if (given !== undefined) return given;
    const derived = value();
    this.used.push({ field, value: derived, from });
    return derived;
  }

  private geometry(): SynapseConfig['geometry'] {
    const g = this.s.geometry;
    const edge = g?.edge ?? 'ring';
    const psd = (): number => Math.sqrt(valueIn(this.lookup, 'geometry.psdArea', 'um2') / Math.PI) * 1000;
    const head = (): number => cubeRoot((6 * valueIn(this.lookup, 'geometry.spineVolume', 'um3')) / Math.PI) * 1000;
    return {
      cleftHeight: this.take(g?.cleftHeight_nm, 'geometry.cleftHeight_nm', 'geometry.cleftHeight', 'nm'),
      psdRadius: this.derive(g?.psdRadius_nm, 'geometry.psdRadius_nm', 'radius of a disc of geometry.psdArea', psd),
      contactRadius: this.take(g?.contactRadius_nm, 'geometry.contactRadius_nm', 'geometry.contactRadius', 'nm'),
      edge,
      ringGap: edge === 'ring' ? this.take(g?.ringGap_nm, 'geometry.ringGap_nm', 'geometry.ringGap', 'nm') : 0,
      ringHalfLength:
        edge === 'ring'
          ? this.derive(g?.ringHalfLength_nm, 'geometry.ringHalfLength_nm', 'diameter of a sphere of geometry.spineVolume', head)
          : 0,
    };
  }

  private receptors(): ReceptorGroup[] {
    const given = this.s.receptors ?? this.defaultReceptors();
    const seen = new Set<string>();
    return given.map((entry, i): ReceptorGroup => {
      const at = `receptors[${i}]`;
      const scheme = this.source.schemes.find((candidate) => candidate.id === entry.scheme);
      if (scheme === undefined) {
        const known = this.source.schemes.map((candidate) => candidate.id).join(', ');
        throw new ScenarioError([
          { field: `${at}.scheme`, message: `is "${entry.scheme}", which the pack does not have; use one of ${known}` },
        ]);
      }
      if (entry.id === 'total')
        throw new ScenarioError([{ field: `${at}.id`, message: '"total" stands for the sum over groups; use another' }]);
      if (seen.has(entry.id))
        throw new ScenarioError([{ field: `${at}.id`, message: `"${entry.id}" is used twice; give each group its own` }]);
      seen.add(entry.id);
      const ampa = entry.kind === 'AMPA';
      const slow = /2C|2D/.test(entry.scheme);
      const conductance = ampa ? 'conductance.ampa' : slow ? 'conductance.nmda2c2d' : 'conductance.nmda';
      return {
        id: entry.id,
        kind: entry.kind,
        count: entry.count,
        scheme,
        conductance_pS: this.take(entry.conductance_pS, `${at}.conductance_pS`, conductance, 'pS'),
        reversal_mV: this.take(entry.reversal_mV, `${at}.reversal_mV`, ampa ? 'reversal.ampa' : 'reversal.nmda', 'mV'),
        calciumFraction: this.take(
          entry.calciumFraction,
          `${at}.calciumFraction`,
          ampa ? 'calcium.ampaFraction' : 'calcium.nmdaFraction',
          '1',
        ),
      };
    });
  }

  private defaultReceptors(): NonNullable<Scenario['receptors']> {
    const ampa = this.take(undefined, 'receptors[0].count', 'receptors.ampaPerPsd', 'count');
    const nmda = this.take(undefined, 'receptors[1].count + receptors[2].count', 'receptors.nmdaPerPsd', 'count');
    const share = this.take(undefined, 'receptors[1].count / (receptors[1].count + receptors[2].count)', 'receptors.share2A', '1');
    const a = Math.round(nmda * share);
    return [
      { id: 'AMPA', kind: 'AMPA', scheme: 'AMPA_JONAS93', count: ampa },
      { id: 'GluN2A', kind: 'NMDA', scheme: 'NMDA_2A_MGKET', count: a },
      { id: 'GluN2B', kind: 'NMDA', scheme: 'NMDA_2B_MGKET', count: nmda - a },
    ];
  }

  private placement(): Placement {
    const p = this.s.placement ?? 'uniform';
    if (p === 'uniform') return { kind: 'uniform' };
    const radius = this.take(p.radius_nm, 'placement.radius_nm', 'geometry.nanocolumnRadius', 'nm');
    const share = this.take(p.share, 'placement.share', 'geometry.nanocolumnShare', '1');
    return { kind: 'nanocolumns', columns: p.nanocolumns, radius_nm: radius, share };
  }

  private release(): SynapseConfig['release'] {
    const r = this.s.release;
    if (r?.spikes_ms !== undefined && r.train !== undefined) {
      throw new ScenarioError([{ field: 'release.train', message: 'cannot stand beside release.spikes_ms; keep one of the two' }]);
    }
    const train = r?.train;
    const spikes =
      train === undefined
        ? (r?.spikes_ms ?? [0])
        : Array.from({ length: train.count }, (_, i) => (train.start_ms ?? 0) + (1000 * i) / train.rate_Hz);
    const site = r?.site ?? 'centre';
    return {
      spikes_ms: spikes,
      model: this.releaseModel(),
      molecules: this.take(r?.molecules, 'release.molecules', 'release.glutamatePerVesicle', 'count'),
      moleculesCv: r?.moleculesCv ?? 0,
      poreTau_us: this.take(r?.poreTau_us, 'release.poreTau_us', 'release.poreTau', 'us'),
      poreRadius_nm: this.take(r?.poreRadius_nm, 'release.poreRadius_nm', 'release.poreRadius', 'nm'),
      site: (typeof site === 'string' ? { kind: site } : { kind: 'at', ...site }) satisfies ReleaseSite,
    };
  }

  private releaseModel(): ReleaseModel {
    const p = this.s.release?.probability ?? 'certain';
    if (p === 'certain') return { kind: 'certain' };
    if (typeof p === 'number') return { kind: 'fixed', probability: p };
    return {
      kind: 'depressing',
      u: this.take(p.u, 'release.probability.u', 'release.probability', '1'),
      tauRecovery_ms: this.take(p.tauRecovery_ms, 'release.probability.tauRecovery_ms', 'release.tauRecovery', 'ms'),
      tauFacilitation_ms: this.take(p.tauFacilitation_ms, 'release.probability.tauFacilitation_ms', 'release.tauFacilitation', 'ms'),
    };
  }

  private transporters(): TransporterConfig | null {
    const u = this.s.uptake;
    if (u === false || (this.s.geometry?.edge ?? 'ring') !== 'ring' || this.s.glutamate?.mode === 'transient') return null;
    const kon = this.take(u?.kon_per_mM_ms, 'uptake.kon_per_mM_ms', 'uptake.kon', 'per_mM_ms');
    const km_mM = this.take(u?.km_uM, 'uptake.km_uM', 'uptake.km', 'uM') * 1e-3;
    const turnover = this.take(u?.turnover_per_s, 'uptake.turnover_per_s', 'uptake.turnover', 'per_s') * 1e-3;
    // Km = (koff + turnover) / kon.
    const koff = kon * km_mM - turnover;
    if (koff < 0) {
      throw new ScenarioError([
        { field: 'uptake.km_uM', message: `needs kon x Km of at least the turnover; raise Km or kon, or lower turnover_per_s` },
      ]);
    }
    return {
      density_per_um2: this.take(u?.density_per_um2, 'uptake.density_per_um2', 'uptake.density', 'per_um2'),
      coverage: this.take(u?.coverage, 'uptake.coverage', 'uptake.coverage', '1'),
      kon_per_mM_ms: kon,
      koff_per_ms: koff,
      turnover_per_ms: turnover,
    };
  }

  private membrane(): MembraneConfig {
    const m = this.s.membrane;
    if (m === undefined || !('free' in m))
      return { kind: 'clamped', v_mV: this.take(m?.clamp_mV, 'membrane.clamp_mV', 'membrane.rest', 'mV') };
    const area = (): number => valueIn(this.lookup, 'geometry.spineSurface', 'um2');
    return {
      kind: 'free',
      rest_mV: this.take(m.rest_mV, 'membrane.rest_mV', 'membrane.rest', 'mV'),
      resistance_MOhm: this.take(m.resistance_MOhm, 'membrane.resistance_MOhm', 'membrane.neckResistance', 'MOhm'),
      // 1 pF per 100 um2 is 10 fF per um2.
      capacitance_fF: this.derive(
        m.capacitance_fF,
        'membrane.capacitance_fF',
        'geometry.spineSurface x membrane.specificCapacitance',
        () => area() * 10 * valueIn(this.lookup, 'membrane.specificCapacitance', 'pF'),
      ),
    };
  }

  private check(config: SynapseConfig, duration_ms: number, sample_ms: number): void {
    const faults: ScenarioFault[] = [];
    const g = config.geometry;
    if (sample_ms > duration_ms)
      faults.push({ field: 'sample_ms', message: `is ${sample_ms}; it must not exceed duration_ms (${duration_ms})` });
    if (duration_ms / sample_ms > 200_000)
      faults.push({ field: 'sample_ms', message: 'asks for more than 200,000 samples; use a larger one' });
    if (g.psdRadius > g.contactRadius) {
      faults.push({
        field: 'geometry.psdRadius_nm',
        message: `is ${g.psdRadius.toFixed(0)}; it must not exceed contactRadius_nm (${g.contactRadius})`,
      });
    }
    if (config.bindingHeight_nm > g.cleftHeight) {
      faults.push({
        field: 'numerics.bindingHeight_nm',
        message: `is ${config.bindingHeight_nm}; it must not exceed geometry.cleftHeight_nm (${g.cleftHeight})`,
      });
    }
    const { site } = config.release;
    if (site.kind === 'at' && g.edge !== 'open' && site.x_nm ** 2 + site.y_nm ** 2 >= g.contactRadius ** 2) {
      faults.push({ field: 'release.site', message: `lies outside the contact of radius ${g.contactRadius} nm; move it inwards` });
    }
    if (site.kind === 'nanocolumn' && config.placement.kind !== 'nanocolumns') {
      faults.push({ field: 'release.site', message: 'is "nanocolumn", but placement has none; set placement.nanocolumns' });
    }
    if (faults.length > 0) throw new ScenarioError(faults);
  }
}
