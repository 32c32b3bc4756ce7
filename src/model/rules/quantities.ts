/** Numbers that mean what they say: parameters, kinetic schemes and the times of events. */
import type { Draft, Finding } from './draft';
import { livingOf } from './draft';

/** Every parameter has a source and a unit. The schema asks for both; this rule also refuses blank ones and a range that lies. */
export function parameterSound(draft: Draft): Finding[] {
  return livingOf(draft, 'parameters').flatMap((entry): Finding[] => {
    const { source, range } = entry.value;
    if (source.trim() === '') {
      return [{ entry, path: ['source'], message: '"source" is blank', remedy: 'say where the number was read', loss: 'record' }];
    }
    if (range === undefined || range[0] <= range[1]) return [];
    const message = `the range runs from ${range[0]} down to ${range[1]}`;
    return [{ entry, path: ['range'], message, remedy: 'give the lower bound first', loss: 'record' }];
  });
}

/** A scheme's transitions, conducting states and first occupancies name its states, and the occupancies sum to 1. */
export function schemeSound(draft: Draft): Finding[] {
  return livingOf(draft, 'schemes').flatMap((entry): Finding[] => {
    const { states, transitions, conducting, initial } = entry.value;
    const known = new Set(states);
    const named: { path: (string | number)[]; state: string }[] = [
      ...transitions.flatMap((step, index) => [
        { path: ['transitions', index, 'from'], state: step.from },
        { path: ['transitions', index, 'to'], state: step.to },
      ]),
      ...conducting.map((state, index) => ({ path: ['conducting', index], state })),
      ...Object.keys(initial).map((state) => ({ path: ['initial', state], state })),
    ];
    const findings = named
      .filter(({ state }) => !known.has(state))
      .map(({ path, state }): Finding => {
        return {
          entry,
          path,
          message: `"${state}" is no state of this scheme`,
          remedy: 'add it to "states" or mend the name',
          loss: 'record',
        };
      });
    if (known.size < states.length) {
      findings.push({ entry, path: ['states'], message: 'a state is listed twice', remedy: 'list each state once', loss: 'record' });
    }
    const sum = Object.values(initial).reduce((total, share) => total + share, 0);
    if (Math.abs(sum - 1) > 1e-6) {
      const message = `the first occupancies sum to ${Number(sum.toPrecision(6))}`;
      findings.push({ entry, path: ['initial'], message, remedy: 'let them sum to 1', loss: 'record' });
    }
    return findings;
  });
}

/** The known times of an event follow one another: onset, start of the peak, end of the peak, end. */
export function eventOrder(draft: Draft): Finding[] {
  return livingOf(draft, 'events').flatMap((entry): Finding[] => {
    const event = entry.value;
    let before = { field: 'onset', seconds: 0 };
    for (const field of ['onset', 'peakStart', 'peakEnd', 'end'] as const) {
      const { seconds } = event[field];
      if (seconds === null) continue;
      if (seconds < before.seconds) {
        const message = `"${field}" (${seconds} s) is before "${before.field}" (${before.seconds} s)`;
        return [{ entry, path: [field, 'seconds'], message, remedy: 'give the four times in order', loss: 'record' }];
      }
      before = { field, seconds };
    }
    return [];
  });
}
