/** The command `pk`: what it prints, what it refuses, and how it ends. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pkCommand } from '../../../src/lab/pk/command';
import type { Report } from '../../../src/lab/pk/report';

const folder = mkdtempSync(join(tmpdir(), 'pk-'));

function file(content: unknown): string {
  const path = join(folder, `${Math.random().toString(36).slice(2)}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function ran(...args: string[]): { readonly status: number; readonly out: string; readonly said: string } {
  const out: string[] = [];
  const said: string[] = [];
  const status = pkCommand(
    args,
    (line) => out.push(line),
    (line) => said.push(line),
  );
  return { status, out: out.join('\n'), said: said.join('\n') };
}

describe('pk', () => {
  it('prints levels, free drug, occupancy and measures of every model that applies', () => {
    const { status, out } = ran(file({ times_min: [0, 40, 80] }));
    const report = JSON.parse(out) as Report;
    expect(status).toBe(0);
    expect(report.models.map(({ model }) => model)).toContain('simons2022');
    const simons = report.models.find(({ model }) => model === 'simons2022');
    expect(simons?.curve['time_min']).toEqual([0, 40, 80]);
    expect(simons?.curve['ketamine_ng_per_mL']?.[1]).toBeCloseTo(288.7, 1);
    expect(simons?.curve['ketamine_uM']?.[1]).toBeCloseTo(1.2146, 4);
    expect(simons?.curve['occupancy_high']?.[1]).toBeCloseTo(0.47, 2);
    expect(simons?.['measures']).toMatchObject({ ketamine: { tmax_min: 40 }, norketamine: {}, hydroxynorketamine: {} });
    expect(report.band?.curve['ketamine_ng_per_mL_low']?.[1]).toBeCloseTo(158, 0);
    expect(report.excluded.find(({ model }) => model === 'perezRuixo2021')?.sentence).toMatch(/^Perez-Ruixo 2021: not used here/);
    expect(report.description).toMatch(/no advice/);
  });

  it('prints the same as CSV, a row a model and time, and the band', () => {
    const { status, out } = ran(file({ times_min: [0, 40] }), '--csv');
    const [head, ...rows] = out.split('\n');
    expect(status).toBe(0);
    expect(head).toMatch(/^model,time_min,hidden,ketamine_ng_per_mL,/);
    expect(rows.filter((row) => row.startsWith('simons2022,'))).toHaveLength(2);
    expect(rows.filter((row) => row.startsWith('band,'))).toHaveLength(2);
    expect(new Set(rows.map((row) => row.split(',').length))).toEqual(new Set([head?.split(',').length]));
  });

  it('refuses in sentences that name the field and what it accepts, and runs nothing', () => {
    const bad = { amount: 1e7, unit: 'mg', weight_kg: -3, repeats: { count: 10_000 }, model: 'none', end_h: 'long', times_min: [] };
    const { status, out, said } = ran(file(bad));
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(said).toMatch(/amount was 10000000; it accepts 0\.1 to 2000 mg\./);
    expect(said).toMatch(/weight_kg was -3; it accepts 30 to 200 kg\./);
    expect(said).toMatch(/repeats\.count was 10000; it accepts whole numbers from 1 to 100 doses\./);
    expect(said).toMatch(/model was "none"; it accepts all, simons2022,/);
    expect(said).toMatch(/end_h accepts/);
    expect(said).toMatch(/times_min accepts/);
  });

  it.each([
    ['text that is not JSON', '{ amount: 1', /not JSON/],
    ['a list', [1, 2], /must be an object/],
    ['a number', 3, /must be an object/],
  ])('refuses %s', (_, content, sentence) => {
    const { status, said } = ran(file(content));
    expect(status).toBe(1);
    expect(said).toMatch(sentence);
  });

  it('says how it is called', () => {
    expect(ran('--help')).toMatchObject({ status: 0, out: expect.stringContaining('0.1 to 2000 mg') as string });
    for (const args of [[], ['a', 'b'], ['--targets', 'a'], ['--targets', '--csv'], ['--loud', 'a']]) expect(ran(...args).status).toBe(2);
    expect(ran(join(folder, 'absent.json'))).toMatchObject({ status: 1, said: expect.stringContaining('cannot be read') as string });
  });

  it('holds the models against published levels and counts', () => {
    const { status, out } = ran('--targets');
    expect(status).toBe(0);
    expect(out).toMatch(/kamp_rac_hnk[^\n]*\n {2}simons2022 +0\.46\d* .*literature difference/);
    expect(out).toMatch(/in_rac50[^\n]*\n {2}not simulable: /);
    expect(out.split('\n').at(-1)).toMatch(/^\d+ passed, 0 failed$/);
  });

  it('runs its examples', () => {
    for (const name of ['infusion', 'nasal-84', 'twice-weekly', 'anaesthesia']) {
      expect(ran(join('src/lab/pk/examples', `${name}.json`)).status).toBe(0);
    }
  });
});
