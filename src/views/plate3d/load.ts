/** Baked scenes, fetched once a page. */
import { decodeScene, type Scene3D } from '../../design/scene-format';

const loaded = new Map<string, Promise<Scene3D>>();

/**
 * The scene at an address.
 * @throws Error when it cannot be fetched or is no scene; asking again tries again.
 */
export function loadScene(address: string): Promise<Scene3D> {
  const known = loaded.get(address);
  if (known !== undefined) return known;
  const coming = fetch(address).then(async (response) => {
    if (!response.ok) throw new Error(`${address} answered with ${response.status}`);
    return decodeScene(await response.arrayBuffer());
  });
  loaded.set(address, coming);
  coming.catch(() => loaded.delete(address));
  return coming;
}
