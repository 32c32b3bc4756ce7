import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runTargets, targetsCommand, type TargetResult } from '../../../src/lab/targets/command';
import { readPackParts } from '../../../src/lab/targets/schemes';

const pack = readPackParts();
type Target = Record<string, unknown>;
const all = pack.targets as readonly Target[];

function run(targets: readonly unknown[], schemes?: unknown): readonly TargetResult[] {
  return runTargets(schemes === undefined ? { targets } : { targets, schemes }).results;
}

function target(change: Target): Target {
  return {
    id: 't',
    expected: 0.594868,
    unit: '1',
    tolerance: 'rel 3e-3',
    kind: 'computed',
    protocol: {
      scheme: 'AMPA_JONAS93',
      start: 'initial',
      segments: [
        { ms: 1, glu_mM: 1, V_mV: -60 },
        { ms: 40, V_mV: -60 },
      ],
      measure: 'peakPo',
    },
    ...change,
  };
}

function withProtocol(change: Target): Target {
  return target({ protocol: { ...(target({}).protocol as Target), ...change } });
}

/** A file in a folder of its own, and what the command prints about it. */
function command(content: string): { status: number; lines: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'targets-'));
  try {
    const path = join(folder, 'file.json');
    writeFileSync(path, content);
    const lines: string[] = [];
    const status = targetsCommand([path], (line) => lines.push(line));
    return { status, lines };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the targets of the pack', () => {
  const report = runTargets({ targets: all });

  it('all runnable and all analytic ones pass', () => {
    expect(report.results.filter((result) => !result.ok).map((result) => `${result.id} ${result.problem}`)).toEqual([]);
    expect(report.results).toHaveLength(120);
    expect(all.filter((t) => t['protocol'] !== undefined)).toHaveLength(79);
  });

  it('literature values are shown with the engine beside them, also where they differ', () => {
    const ids = new Set(report.literature.map((row) => row.id));
    expect(ids.size).toBe(32);
    const verdicts = report.literature.map((row) => row.verdict);
    expect(verdicts.filter((v) => v === 'within').length).toBeGreaterThan(15);
    expect(verdicts.filter((v) => v === 'differs').length).toBeGreaterThan(10);
    for (const row of report.literature) {
      expect(row.note.length).toBeGreaterThan(5);
      expect(row.published).not.toBe('not in this file');
      expect(row.engine).not.toBe('no answer');
    }
    const ic50 = report.literature.find((row) => row.id === 'lit.ket.kotermanski09' && row.quantity === '1mMMg 2A');
    expect(ic50?.engine).toBe('5.863');
  });

  it('notice an opening rate that is a tenth too high', () => {
    const watched = [
      'AMPA_JONAS93',
      'NMDA_LJ92',
      'NMDA_GLUN2A_8',
      'NMDA_GLUN2B_8',
      'NMDA_KAMPA04',
      'NMDA_VCR04',
      'NMDA_BRANCO10_36C',
      'NMDA_2A_MGKET',
    ];
    interface Packed {
      readonly id: string;
      readonly conducting: readonly string[];
      readonly transitions: readonly { readonly to: string; readonly rate: number }[];
    }
    const unnoticed = watched.filter((id) => {
      const schemes = (pack.schemes as readonly Packed[]).map((scheme) => {
        const opening = scheme.transitions.findIndex((t) => scheme.conducting.includes(t.to));
        const wrong = scheme.transitions.map((t, i) => (i === opening ? { ...t, rate: t.rate * 1.1 } : t));
        return scheme.id === id ? { ...scheme, transitions: wrong } : scheme;
      });
      const using = all.filter((t) => JSON.stringify(t['protocol'] ?? '').includes(`"${id}"`));
      return run(using, schemes).every((result) => result.ok);
    });
    expect(unnoticed).toEqual([]);
  });
});

describe('a target that cannot be run fails with its reason', () => {
  it.each<[string, unknown, RegExp]>([
    ['an unknown scheme', withProtocol({ scheme: 'NOPE' }), /unknown scheme "NOPE"/],
    ['a scheme named like a method', withProtocol({ scheme: '__proto__' }), /unknown scheme/],
    ['an unknown measure', withProtocol({ measure: 'peakP0' }), /unknown measure "peakP0"/],
    ['no measure', withProtocol({ measure: undefined }), /measure must be a text/],
    ['no segments', withProtocol({ segments: [] }), /segments is empty/],
    ['segments that are no list', withProtocol({ segments: { ms: 1 } }), /must be a list/],
    ['an unknown field', withProtocol({ segments: [{ ms: 1, V_mV: -60, glu_uM: 1 }] }), /unknown field "glu_uM"/],
    ['an unknown ligand', withProtocol({ segments: [{ ms: 1, V_mV: -60, gla_mM: 1 }] }), /unknown field "gla_mM"/],
    ['a negative concentration', withProtocol({ segments: [{ ms: 1, V_mV: -60, glu_mM: -1 }] }), /at least 0/],
    ['a negative length', withProtocol({ segments: [{ ms: -1, V_mV: -60 }] }), /at least 0/],
    ['no voltage', withProtocol({ segments: [{ ms: 1 }] }), /V_mV must be a finite number/],
    ['an infinite segment before a peak', withProtocol({ segments: [{ ms: 'inf', V_mV: -60 }] }), /finite length/],
    ['an absurd length', withProtocol({ segments: [{ ms: 1e300, glu_mM: 1, V_mV: -60 }] }), /too long/],
    ['an absurd voltage', { ...withProtocol({ scheme: 'NMDA_KAMPA04', segments: [{ ms: 1, V_mV: -1e9, mg_mM: 1 }] }) }, /not finite/],
    ['an unknown start', withProtocol({ start: 'rest' }), /start must be an object/],
    ['a start that does not add up', withProtocol({ start: { occupancy: { C0: 0.5 } } }), /add up to 1/],
    ['a start in no state', withProtocol({ start: { occupancy: { X: 1 } } }), /no state "X"/],
    ['a protocol of another kind', target({ protocol: 5 }), /protocol must be an object/],
    ['a ratio of one', target({ protocol: { ratio: [target({}).protocol] } }), /needs two protocols/],
    [
      'a ratio of unlike things',
      target({ protocol: { difference: [withProtocol({}).protocol, withProtocol({ measure: 'timeOfPeak_ms' }).protocol] } }),
      /combines/,
    ],
    [
      'an IC50 of a ligand that is not bound',
      target({ protocol: { ic50Of: 'AMPA_JONAS93', ligand: 'ket', steady: { V_mV: -60 } } }),
      /does not bind/,
    ],
    ['a tolerance in words', target({ tolerance: 'close' }), /tolerance "close"/],
    ['no expected value', target({ expected: undefined }), /expected must be/],
    ['an expected text', target({ expected: '0.6' }), /expected must be/],
    ['two expected values for one', target({ expected: [1, 2] }), /1 values computed, 2 expected/],
    ['a unit of another dimension', target({ unit: 'pA' }), /cannot be given in "pA"/],
    ['a wording nobody knows', target({ protocol: undefined, input: 'the meaning of it all' }), /not a known question/],
    ['nothing to go by', { id: 'x' }, /no protocol, no question and no wording/],
    [
      'a reference to nothing',
      target({ id: 'z', protocol: undefined, input: 'same: mean exit time from the centre' }),
      /refers to the target before it/,
    ],
    ['an unknown question', target({ protocol: undefined, question: { ask: 'constructor' } }), /unknown question/],
    ['an unknown formula', target({ protocol: undefined, question: { ask: 'formula', name: 'toString', inputs: {} } }), /unknown formula/],
    ['a number instead of a target', 7, /must be an object/],
    ['null', null, /must be an object/],
    ['a list', [], /must be an object/],
  ])('%s', (_, entry, why) => {
    const [result] = run([entry]);
    expect(result?.ok).toBe(false);
    expect(result?.problem).toMatch(why);
  });

  it('a wrong expected value is off without a reason', () => {
    const [result] = run([target({ expected: 0.7 })]);
    expect(result).toMatchObject({ ok: false, problem: '', computed: '0.594868', expected: '0.7', tolerance: 'rel 3e-3' });
  });

  it('a faulty scheme spoils only the targets that use it', () => {
    const schemes = [
      ...pack.schemes.filter((s) => (s as { id: string }).id !== 'NMDA_LJ92'),
      { id: 'NMDA_LJ92', states: ['A'], initial: { A: 1 }, conducting: ['B'], transitions: [] },
    ];
    const results = run([withProtocol({ scheme: 'NMDA_LJ92' }), target({})], schemes);
    expect(results.map((result) => result.ok)).toEqual([false, true]);
    expect(results[0]?.problem).toMatch(/unknown state "B"/);
  });
});

describe('what would let anything pass', () => {
  it('is refused: endless tolerances, and schemes of which one hides another', () => {
    for (const tolerance of ['rel 1e999', 'abs 1e400', 'x1e309']) {
      const [result] = run([target({ tolerance })]);
      expect(result).toMatchObject({ ok: false, problem: `tolerance "${tolerance}" is not understood` });
    }
    const [hidden] = run([target({})], [...pack.schemes, ...pack.schemes.slice(0, 1)]);
    expect(hidden).toMatchObject({ ok: false, problem: 'schemes[21] has the id of schemes[0]' });
  });
});

describe('other protocols than those of the pack', () => {
  it('are run by what they say', () => {
    const half = withProtocol({ start: { occupancy: { C0: 0.5, C5: 0.5 } } });
    const [full, less] = run([target({}), half]);
    expect(Number(less?.computed) / Number(full?.computed)).toBeGreaterThan(0.4);
    expect(Number(less?.computed) / Number(full?.computed)).toBeLessThan(0.6);
    const [seconds] = run([
      target({ ...withProtocol({ measure: 'timeOfPeak_ms' }), unit: 's', expected: 0.0010515, tolerance: 'abs 1e-6' }),
    ]);
    expect(seconds?.ok).toBe(true);
  });

  it('take schemes in the form of the source file', () => {
    const source = {
      TWO: {
        label: 'two',
        states: ['C', 'O'],
        initial: { C: 1 },
        conducting: ['O'],
        transitions: [
          { from: 'C', to: 'O', rate: 3, unit: '/mM/ms', ligand: 'glu' },
          { from: 'O', to: 'C', rate: 7, unit: '/ms', ligand: null },
        ],
      },
    };
    const protocol = { scheme: 'TWO', start: 'initial', segments: [{ ms: 'inf', glu_mM: 1, V_mV: 0 }], measure: 'steadyPo' };
    expect(run([target({ protocol, expected: 0.3, tolerance: 'rel 1e-9' })], source)[0]).toMatchObject({ ok: true, computed: '0.3' });
  });

  it('worded targets with other numbers are answered with those numbers', () => {
    const worded = (input: string, expected: unknown, unit: string): Target => ({
      id: 'w',
      input,
      expected,
      unit,
      tolerance: 'rel 1e-6',
      kind: 'analytic',
    });
    const results = run([
      worded('unblocked fraction, [Mg]=2 mM, V=-33 mV', 1 / (1 + (2 / 3.57) * Math.exp(0.062 * 33)), '1'),
      worded(
        '5000 molecules, infinite flat cleft h=15 nm, D=0.5 um2/ms: concentration at release point at 0.2 ms',
        5000 / (4 * Math.PI * 0.5 * 0.015 * 0.2) / 602214.076,
        'mM',
      ),
      worded('same, r=50 nm: peak concentration (independent of D)', 5000 / (Math.PI * Math.E * 0.015 * 0.0025) / 602214.076, 'mM'),
      worded('same, r=50 nm, D=0.5: time of that peak', 0.0025 / 2, 'ms'),
    ]);
    expect(results.map((result) => result.ok)).toEqual([true, true, true, true]);
  });
});

describe('the command', () => {
  it('prints one line a target, the count last, and fails when a target does', () => {
    const good = command(JSON.stringify({ targets: [target({})] }));
    expect(good.status).toBe(0);
    expect(good.lines[0]).toMatch(/^t +0\.594868 +0\.594868 +rel 3e-3 +ok$/);
    expect(good.lines.at(-1)).toBe('1 passed, 0 failed');
    const mixed = command(JSON.stringify({ targets: [target({}), withProtocol({ scheme: 'X' })] }));
    expect(mixed.status).toBe(1);
    expect(mixed.lines.at(-1)).toBe('1 passed, 1 failed');
  });

  it('tells targets of the same id apart by their places', () => {
    expect(run([target({}), target({ expected: 1 })]).map(({ id, ok }) => [id, ok])).toEqual([
      ['t', true],
      ['t (targets[1])', false],
    ]);
  });

  it.each(['', '{', '[]', '7', 'null', '{"targets":{}}', '{"targets":[]}', '{"targets":[{}],"schemes":5}'])(
    'says what is wrong with %j',
    (content) => {
      const { status, lines } = command(content);
      expect(status).toBe(1);
      expect(lines.at(-1)).toBe('0 passed, 1 failed');
    },
  );

  it('wants one file', () => {
    expect(targetsCommand([], () => undefined)).toBe(2);
    expect(targetsCommand(['/nonexistent.json'], () => undefined)).toBe(1);
  });

  it('runs from the shell', () => {
    const shell = spawnSync('npm', ['run', '-s', 'lab', '--', 'targets', 'src/content/ketamine/synapse.json'], { encoding: 'utf8' });
    expect(shell.status).toBe(0);
    expect(shell.stdout.trimEnd().split('\n').at(-1)).toBe('120 passed, 0 failed');
  });
});

describe('damaged files', () => {
  const runnable = all.filter((t) => t['protocol'] !== undefined || t['kind'] !== 'literature').slice(0, 60);
  const junk = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>(-1, 0, 1e300, NaN, 'inf', '__proto__', [], {}, null));

  /** A copy of a value with one place in it replaced. */
  function damage(value: unknown, path: number, by: unknown): unknown {
    if (typeof value !== 'object' || value === null || path < 1) return by;
    const keys = Object.keys(value);
    const key = keys[path % Math.max(keys.length, 1)];
    if (key === undefined) return by;
    const inner = damage((value as Record<string, unknown>)[key], Math.floor(path / Math.max(keys.length, 1)), by);
    return Array.isArray(value) ? value.map((entry: unknown, i) => (String(i) === key ? inner : entry)) : { ...value, [key]: inner };
  }

  it('never stop the run', () => {
    fc.assert(
      fc.property(fc.nat(runnable.length - 1), fc.nat(100_000), junk, (which, path, by) => {
        const results = run([damage(runnable[which], path, by)]);
        expect(results.length).toBeLessThanOrEqual(1);
        for (const result of results) expect(typeof result.ok).toBe('boolean');
      }),
      { seed: 1, numRuns: 400 },
    );
  });

  it('nor do damaged schemes', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(100_000), junk, (which, path, by) => {
        const schemes = pack.schemes.map((scheme, i) => (i === which ? damage(scheme, path, by) : scheme));
        expect(run([target({})], schemes)).toHaveLength(1);
      }),
      { seed: 2, numRuns: 200 },
    );
  });
});
