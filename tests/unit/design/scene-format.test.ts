import { describe, expect, it } from 'vitest';
import { decodeScene, encodeScene, type Scene3D } from '../../../src/design/scene-format';

const scene: Scene3D = {
  name: 'small',
  palette: ['fill-nmda', 'ground-spine'],
  objects: [{ id: 6, kind: 'nmda', anchor: [1, 2, 3], index: 0, lineIds: [7, 8, 9, 20, 30, 31] }],
  anchors: { fusion: [0, 26, 0] },
  meshes: [
    {
      name: 'tetra',
      positions: Int16Array.of(0, 0, 0, 64, 0, 0, 0, 64, 0, 0, 0, 64),
      normals: Int8Array.of(0, 0, 127),
      indices: Uint16Array.of(0, 1, 2),
    },
  ],
  batches: [
    {
      name: 'receptors',
      mesh: 'tetra',
      detail: 'diagram',
      highTierOnly: false,
      ground: 'ground-spine',
      fog: [-6, 80],
      flat: false,
      clip: true,
      positions: Int16Array.of(1, -2, 3),
      scales: Uint16Array.of(1740),
      rotations: Int8Array.of(0, 127, 0, 0),
      colours: Uint8Array.of(0),
      ids: Uint16Array.of(8),
      outlines: Uint8Array.of(255),
      fogs: Uint8Array.of(76),
    },
  ],
};

describe('the baked scene format', () => {
  it('brings back what was written', () => {
    expect(decodeScene(encodeScene(scene).buffer)).toEqual(scene);
  });

  it('refuses other bytes and cut files', () => {
    expect(() => decodeScene(new TextEncoder().encode('not a scene at all').buffer as ArrayBuffer)).toThrow('not a baked scene');
    const bytes = encodeScene(scene);
    expect(() => decodeScene(bytes.slice(0, bytes.length - 24).buffer)).toThrow(RangeError);
  });
});
