/** `pk --targets`: published levels against every model, in words. */
import type { Model } from '../../model/model';
import { compareTargets, type TargetRow } from '../../science/pharmacokinetics/targets';

const brief = (value: number): string => String(Number(value.toPrecision(4)));

function line(row: TargetRow): string {
  const range = row.range === null ? '' : `${brief(row.range[0])} to ${brief(row.range[1])}`;
  const value = row.value === null ? '' : `${brief(row.value)}, `;
  const computed = row.computed === null ? '-' : brief(row.computed);
  const target = `published ${value}${range} ${row.unit}`;
  return `  ${row.model.padEnd(24)}  ${computed.padEnd(8)}  ${target.padEnd(44)}  ${row.verdict}`;
}

/** Prints every comparison and the counts. Exit status 1 when a model misses a target of its own paper. */
export function printTargets(model: Model, print: (line: string) => void): number {
  const rows = compareTargets(model, model.pkTargets);
  const known = new Map<string, Model['pkTargets'][number]>(model.pkTargets.map((target) => [target.id, target]));
  let last = '';
  for (const row of rows) {
    const heading = [row.target, row.label, row.measure].filter((part) => part !== '').join(' · ');
    if (heading !== last) {
      const target = known.get(row.target);
      print(`${heading}: ${target?.description ?? ''}${target?.check === 'unchecked' ? ' (not checked against its source)' : ''}`);
      if (row.verdict !== 'not simulable' && row.note !== '') print(`  ${row.note}`);
    }
    last = heading;
    print(row.verdict === 'not simulable' ? `  not simulable: ${row.note}` : line(row));
  }
  const count = (verdict: TargetRow['verdict']): number => rows.filter((row) => row.verdict === verdict).length;
  print('');
  print('Counted are models that stand for people as the target does. Outside the range of a paper that the model does not');
  print('come from is a difference between papers; outside the range of its own paper is a failure of this engine.');
  const beside = (['other sampling site', 'bound', 'teaching'] as const).map((verdict) => `${count(verdict)} ${verdict}`).join(', ');
  print(`shown beside and not counted: ${beside}; ${count('not simulable')} not simulable`);
  print(`${count('literature difference')} literature differences`);
  const failed = count('failed');
  print(`${count('passed')} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
