/** The flagship pack as a reader gets it: read from its files through the loader. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadPack } from '../../../src/model/load';
import type { Model } from '../../../src/model/model';

const FOLDER = join(import.meta.dirname, '../../../src/content/ketamine');

export function flagship(): Model {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  const files = names.map((name) => ({ name, json: JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as unknown }));
  const { model } = loadPack(files);
  if (model === null) throw new Error('the flagship pack does not load');
  return model;
}
