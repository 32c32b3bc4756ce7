/** The data pack of the atlas (`public/atlas/`), fetched once a page: outlines, the table, and the meshes in three files. */
import { decodeMeshes, type PackedMesh } from '../../design/atlas/mesh-file';
import type { OutlineMap } from '../../design/atlas/outlines';
import type { AtlasSection } from '../../design/atlas/section';
import type { FixedView } from '../../design/atlas/views';
import type { AtlasTable } from '../../model/atlas';

const FOLDER = './atlas/';

export interface AtlasOutlines {
  /** Names of the surface regions by their numbers in the meshes, from 1. */
  readonly surface: readonly string[];
  readonly views: Readonly<Record<FixedView, OutlineMap>>;
}

export type MeshSet = 'light' | 'full' | 'regions';

const coming = new Map<string, Promise<unknown>>();

function once<T>(name: string, read: (response: Response) => Promise<T>): Promise<T> {
  const known = coming.get(name);
  if (known !== undefined) return known as Promise<T>;
  const promise = fetch(FOLDER + name).then((response) => {
    if (!response.ok) throw new Error(`${name} answered with ${response.status}`);
    return read(response);
  });
  coming.set(name, promise);
  promise.catch(() => coming.delete(name));
  return promise;
}

/** @throws Error when the file cannot be fetched; asking again tries again. The same holds for the others. */
export const loadOutlines = (): Promise<AtlasOutlines> => once('outlines.json', (response) => response.json() as Promise<AtlasOutlines>);
export const loadTable = (): Promise<AtlasTable> => once('atlas.json', (response) => response.json() as Promise<AtlasTable>);
export const loadSection = (): Promise<AtlasSection> => once('section.json', (response) => response.json() as Promise<AtlasSection>);
export const loadMeshes = (set: MeshSet): Promise<PackedMesh[]> =>
  once(`${set}.bin`, async (response) => decodeMeshes(new Uint8Array(await response.arrayBuffer())));
