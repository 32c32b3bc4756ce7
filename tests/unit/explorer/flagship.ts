/** The packs as a reader gets them: read from their files through the loader. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadPack } from '../../../src/model/load';
import type { Model } from '../../../src/model/model';

const CONTENT = join(import.meta.dirname, '../../../src/content');

export function flagship(): Model {
  return packNamed('ketamine');
}

export function packNamed(pack: 'ketamine' | 'ltp'): Model {
  const folder = join(CONTENT, pack);
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const files = names.map((name) => ({ name, json: JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown }));
  const { model } = loadPack(files);
  if (model === null) throw new Error(`the pack ${pack} does not load`);
  return model;
}
