/**
 * `atlas [--source <folder>] [--out <folder>] [--section]`: builds the brain atlas from the pinned volumes. Without a folder it fetches
 * them from Debian. With --section only the cut beside the midline is made anew. The results are committed: a fresh machine never needs this.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MeshoptEncoder, MeshoptSimplifier } from 'meshoptimizer';
import { decodeMeshes, type PackedMesh } from '../../design/atlas/mesh-file';
import { outlineMap, type OutlineMap } from '../../design/atlas/outlines';
import { FIRST_ORBIT, axesOf, type FixedView } from '../../design/atlas/views';
import { bodies, type Body } from './bodies';
import { atlasFaults } from './check';
import { simplified, type AtlasMesh } from './mesh';
import { meshFile, packed } from './pack';
import { PACKAGE, PINS, checkPins, fetchTemplates, sha256 } from './pins';
import { SURFACE_REGIONS } from '../../model/atlas';
import { readScan, type Scan } from './scan';
import { sectionOf } from './section';
import { shells } from './shells';
import { tableOf } from './table';

const OUT = join(import.meta.dirname, '../../../public/atlas');

/** Triangles of each shell in the two files. */
const TRIANGLES: Readonly<Record<string, { readonly full: number; readonly light: number }>> = {
  'cerebrum-left': { full: 55_000, light: 26_000 },
  'cerebrum-right': { full: 55_000, light: 18_000 },
  cerebellum: { full: 16_000, light: 7_000 },
  brainstem: { full: 3_500, light: 1_800 },
  'cerebellum-cut': { full: 12_000, light: 6_500 },
  'brainstem-cut': { full: 2_600, light: 1_600 },
};
type Files = Readonly<Record<string, Uint8Array>>;

const ERROR = { full: 0.01, light: 0.05 } as const;

/** Which shells stand in a view: the cut halves on the midline, whole ones else. */
export function shellsOf(view: FixedView, all: readonly PackedMesh[]): PackedMesh[] {
  const names = view === 'midsagittal' ? ['cerebrum-left', 'cerebellum-cut', 'brainstem-cut'] : [];
  return all.filter(({ name }) => (names.length > 0 ? names.includes(name) : !name.endsWith('-cut')));
}

async function outlines(light: Uint8Array, solid: Uint8Array): Promise<Record<FixedView, OutlineMap>> {
  const [all, own] = [await decodeMeshes(new Uint8Array(light)), await decodeMeshes(new Uint8Array(solid))];
  const of = (view: FixedView): OutlineMap =>
    outlineMap(
      { shells: shellsOf(view, all), bodies: own, surface: SURFACE_REGIONS, wholes: ['cerebellum', 'brainstem'] },
      view,
      axesOf(view, FIRST_ORBIT),
    );
  return { midsagittal: of('midsagittal'), lateral: of('lateral'), frontal: of('frontal') };
}

const version = (name: string): string =>
  (JSON.parse(readFileSync(join(import.meta.dirname, `../../../node_modules/${name}/package.json`), 'utf8')) as { version: string })
    .version;

function sourceFolder(args: readonly string[], flag: string): string | null {
  const at = args.indexOf(flag);
  return at < 0 ? null : (args[at + 1] ?? null);
}

const json = (value: unknown, space?: number): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, space)}\n`);

const sectionFile = (scan: Scan): Files => ({ 'section.json': json(sectionOf(scan)) });

/** Everything but the section: the meshes, their table and their outlines. */
async function meshFiles(scan: Scan, say: (text: string) => void): Promise<Files> {
  const full: AtlasMesh[] = [];
  const light: AtlasMesh[] = [];
  for (const dense of shells(scan)) {
    const size = TRIANGLES[dense.name] ?? { full: 1000, light: 500 };
    const fine = simplified(dense, size.full, ERROR.full);
    full.push(fine);
    light.push(simplified(fine, size.light, ERROR.light));
    say(`${dense.name}: ${dense.indices.length / 3} to ${fine.indices.length / 3} triangles, ${(dense.volume / 1000).toFixed(1)} cm³`);
  }
  const solid: Body[] = [];
  for (const body of bodies(scan)) {
    solid.push(body);
    const { mesh, region, side } = body;
    say(
      `${region} ${side}: ${mesh.indices.length / 3} triangles, ${(mesh.volume / 1000).toFixed(2)} cm³ at ${mesh.centroid.map((v) => v.toFixed(1)).join(', ')}`,
    );
  }

  const files: Record<string, Uint8Array> = {
    'full.bin': meshFile(full.map(packed)),
    'light.bin': meshFile(light.map(packed)),
    'regions.bin': meshFile(solid.map(({ mesh }) => packed(mesh))),
  };
  const map = await outlines(files['full.bin'] ?? new Uint8Array(), files['regions.bin'] ?? new Uint8Array());
  files['outlines.json'] = json({ surface: SURFACE_REGIONS, views: map });
  const table = tableOf(full, solid);
  const made = await Promise.all([files['regions.bin'], files['full.bin']].map((bytes) => decodeMeshes(Uint8Array.from(bytes ?? []))));
  const faults = atlasFaults(table, made.flat());
  if (faults.length > 0) throw new Error(`This atlas is not sound:\n${faults.join('\n')}`);
  files['atlas.json'] = json(table, 1);
  return files;
}

/** Builds everything and gives 0, or 2 when the source is not the pinned one. */
export async function atlasCommand(args: readonly string[]): Promise<number> {
  const out = sourceFolder(args, '--out') ?? OUT;
  const source = sourceFolder(args, '--source') ?? fetchTemplates();
  if (!existsSync(source)) {
    console.error(`there is no folder ${source}`);
    return 2;
  }
  checkPins(source);
  await MeshoptSimplifier.ready;
  await MeshoptEncoder.ready;
  const started = Date.now();
  const say = (text: string): void => console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`);
  const scan = readScan(source);
  say('volumes read');

  const files = args.includes('--section') ? sectionFile(scan) : { ...(await meshFiles(scan, say)), ...sectionFile(scan) };
  mkdirSync(out, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) {
    writeFileSync(join(out, name), bytes);
    say(`${name}: ${bytes.length} bytes`);
  }
  const path = join(out, 'atlas.lock.json');
  const before = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { outputs: object }).outputs : {};
  const made = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, { bytes: bytes.length, sha256: sha256(bytes) }]));
  const lock = {
    package: PACKAGE,
    inputs: PINS,
    tools: { node: process.versions.node, meshoptimizer: version('meshoptimizer') },
    outputs: { ...before, ...made },
  };
  writeFileSync(path, json(lock, 2));
  say('all written');
  return 0;
}
