/** `schema`: writes the JSON Schemas and the documentation of the pack format, of messages and of addresses into `public/`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packFormatDoc } from '../model/format-doc';
import { packJsonSchema } from '../model/json-schema';
import { parametersDoc, protocolSchema } from './publish-embed';
import { schemaNotes } from './schema-notes';

const PUBLIC = join(import.meta.dirname, '../../public');

/** Every published file, by its path under `public/`, with the content it must have now. */
export function published(): ReadonlyMap<string, string> {
  const notes = schemaNotes();
  return new Map([
    ['schema/pack.schema.json', `${JSON.stringify(packJsonSchema(notes), null, 2)}\n`],
    ['docs/pack-format.md', packFormatDoc(notes)],
    ['schema/embed-protocol.schema.json', `${JSON.stringify(protocolSchema(), null, 2)}\n`],
    ['docs/parameters.md', parametersDoc()],
  ]);
}

function present(path: string): string | null {
  try {
    return readFileSync(join(PUBLIC, path), 'utf8');
  } catch {
    return null;
  }
}

/** Published files that differ from what the schema gives now. */
export function stale(): string[] {
  return [...published()].filter(([path, content]) => present(path) !== content).map(([path]) => path);
}

/** Runs the command. With `--check` nothing is written and the exit status is 1 when a file is stale. */
export function publishSchema(args: readonly string[]): number {
  const behind = stale();
  if (args.includes('--check')) {
    for (const path of behind) console.error(`public/${path} is stale; run "npm run -s lab -- schema"`);
    return behind.length === 0 ? 0 : 1;
  }
  for (const [path, content] of published()) {
    const file = join(PUBLIC, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  console.log(behind.length === 0 ? 'nothing changed' : behind.map((path) => `wrote public/${path}`).join('\n'));
  return 0;
}
