/** `validate <file>`: checks a pack and says what is in it or what is wrong with it. */
import { formatIssue } from '../model/issue';
import type { Model } from '../model/model';
import { listNames } from '../model/rules/draft';
import { readPack } from './read-pack';

/** Lines with the number of records of each type that the pack holds. */
export function counts(model: Model): string[] {
  const held = listNames.filter((name) => model[name].length > 0);
  const width = Math.max(0, ...held.map((name) => name.length));
  return held.map((name) => `  ${name.padEnd(width)}  ${model[name].length}`);
}

/**
 * Runs the command. Exit status 0 and counts for a sound pack; 1 and one line an issue otherwise. With `--lenient`, warnings
 * are printed but do not fail. 2 for a call without a file.
 */
export function validate(args: readonly string[]): number {
  const lenient = args.includes('--lenient');
  const [file, ...more] = args.filter((arg) => !arg.startsWith('--'));
  if (file === undefined || more.length > 0) {
    console.error('usage: npm run -s lab -- validate <file> [--lenient]');
    return 2;
  }
  const { model, issues } = readPack(file);
  for (const issue of issues) console.log(formatIssue(issue));
  const failing = issues.filter(({ severity }) => !lenient || severity === 'error');
  if (model === null || failing.length > 0) {
    const errors = issues.filter(({ severity }) => severity === 'error').length;
    console.error(`${errors} errors, ${issues.length - errors} warnings`);
    return 1;
  }
  console.log(`${file}: "${model.manifest.title}" is sound`);
  for (const line of counts(model)) console.log(line);
  return 0;
}
