/** `layout <source.json> <out.json>`: routes an authored map, checks it and writes it as a pack part. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as z from 'zod/mini';
import { checkLayout } from './check';
import { composeLayout } from './compose';
import { LayoutSource, NetworkRecords } from './source';

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8')) as unknown;
}

const RecordsPart = z.object({
  entities: z.optional(NetworkRecords.shape.entities),
  claims: z.optional(NetworkRecords.shape.claims),
});

/** Entities and claims of all record files of a source; paths are relative to the source file. */
export function readRecords(sourceFile: string, files: readonly string[]): NetworkRecords {
  const parts = files.map((file) => RecordsPart.parse(readJson(resolve(dirname(sourceFile), file))));
  return { entities: parts.flatMap((part) => part.entities ?? []), claims: parts.flatMap((part) => part.claims ?? []) };
}

/** Exit status 0 for a clean layout, 1 when a rule is broken (the file is written all the same), 2 for a call without files. */
export function layoutCommand(args: readonly string[]): number {
  const [sourceFile, outFile, ...more] = args;
  if (sourceFile === undefined || outFile === undefined || more.length > 0) {
    console.error('usage: npm run -s lab -- layout <source.json> <out.json>');
    return 2;
  }
  const source = LayoutSource.parse(readJson(sourceFile));
  const records = readRecords(sourceFile, source.records);
  const { layout, unrouted, clashing, rounds } = composeLayout(source, records);
  const report = checkLayout(layout, records);
  writeFileSync(outFile, `${JSON.stringify({ layouts: [layout] })}\n`);
  for (const claim of unrouted) console.log(`${claim}: no way found`);
  for (const claim of clashing) console.log(`${claim}: shares a lane with another source`);
  for (const fault of report.faults) console.log(fault);
  const { nodes, edges, crossings, bends, length } = report;
  console.log(
    `${outFile}: ${nodes} entities, ${edges} claims, ${crossings} crossings, ${bends} bends, ${length} units of line, ${rounds} rounds`,
  );
  return report.faults.length > 0 || unrouted.length > 0 || clashing.length > 0 ? 1 : 0;
}
