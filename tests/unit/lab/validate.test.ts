/** The command line as an author meets it: files on disk, text on the screen, an exit status. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPack } from '../../../src/lab/read-pack';
import { PACK_LIMIT_BYTES } from '../../../src/model/parts';
import { brief, manifest, rawPack, recordAt } from '../model/fixture';

const ROOT = join(import.meta.dirname, '../../..');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bouton-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content: unknown): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

function lab(...args: readonly string[]): { status: number | null; out: string[]; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/lab/main.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, out: stdout.trimEnd().split('\n'), err: stderr };
}

describe('validate', () => {
  test('counts the records of a sound pack and exits with 0', () => {
    const file = write('sound.json', rawPack());
    const { status, out } = lab('validate', file);
    expect(out[0]).toBe(`${file}: "Toy" is sound`);
    expect(out.map((line) => line.trim().split(/\s+/).join(' '))).toContain('claims 4');
    expect(status).toBe(0);
  });

  test('prints one line an issue and exits with 1', () => {
    const pack = rawPack();
    Object.assign(recordAt(pack, 'safety'), { severity: '' });
    const file = write('faulty.json', pack);
    const { status, out } = lab('validate', file);
    expect(out).toEqual([`${file}:safety[0].severity: schema: "severity" is empty; give at least 1 characters`]);
    expect(status).toBe(1);
  });

  test('fails on warnings unless it is told to be lenient', () => {
    const pack = rawPack();
    (pack['references'] as unknown[]).push({ ...recordAt(pack, 'references'), id: 'unused1999' });
    const file = write('warning.json', pack);
    expect(lab('validate', file).status).toBe(1);
    const lenient = lab('validate', file, '--lenient');
    expect(lenient.status).toBe(0);
    expect(lenient.out[0]).toContain('unused-reference');
  });

  test('explains itself when it is called wrongly', () => {
    expect(lab('validate')).toMatchObject({ status: 2 });
    const unknown = lab('valdate');
    expect(unknown.status).toBe(2);
    expect(unknown.err).toContain('there is no command "valdate"');
    expect(unknown.err).toContain('validate <file>');
  });
});

describe('readPack', () => {
  test('reads parts beside and below the manifest', () => {
    const { references, entities, claims, ...rest } = rawPack();
    const file = write('parts/pack.json', { ...rest, parts: ['a.json'], deferred: ['below/b.json'] });
    write('parts/a.json', { references, entities });
    write('parts/below/b.json', { claims });
    const { model, issues } = readPack(file);
    expect(issues).toEqual([]);
    expect(model?.claims).toHaveLength(4);
  });

  test('names a part that is missing and one that is broken, each once, and loads the rest', () => {
    const file = write('half/pack.json', { ...rawPack(), parts: ['gone.json'], deferred: ['broken.json'] });
    const broken = write('half/broken.json', '{"claims": [}');
    const { model, issues } = readPack(file);
    expect(brief(issues)).toEqual(['file ', 'json line 1, column 13']);
    expect(issues.map((issue) => issue.file)).toEqual([join(folder, 'half/gone.json'), broken]);
    expect(model?.claims).toHaveLength(4);
  });

  test('reads nothing outside the folder of the manifest', () => {
    write('secret.json', { conventions: [{ id: 'secret', group: 'g', name: 'n', text: 't' }] });
    const { model, issues } = readPack(
      write(
        'jail/pack.json',
        manifest({ parts: ['../secret.json'], start: { ...(manifest()['start'] as object), selection: undefined, lit: [] }, aliases: {} }),
      ),
    );
    expect(model?.conventions).toEqual([]);
    expect(brief(issues)).toEqual(['parts parts[0]']);
  });

  test('says why there is nothing to read', () => {
    expect(readPack(join(folder, 'nothing.json')).issues[0]?.message).toBe('the file does not exist');
    expect(readPack(folder).issues[0]?.message).toBe('this is a folder');
    const { model, issues } = readPack(write('bad.json', '{\n"format": "bouton-pack"\n"version": 1}'));
    expect(model).toBeNull();
    expect(brief(issues)).toEqual(['json line 3, column 1']);
    expect(brief(readPack(write('large.json', ' '.repeat(PACK_LIMIT_BYTES + 1))).issues)).toEqual(['pack-size ']);
    expect(brief(readPack(write('part.json', { claims: [] })).issues)).toEqual(['manifest ']);
  });
});
