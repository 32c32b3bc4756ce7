import { beforeAll, describe, expect, it } from 'vitest';
import { textWidth } from '../../../src/design/text-width';
import { start } from '../../../src/explorer/defaults';
import { sceneOf } from '../../../src/explorer/scene-of';
import type { MapScene } from '../../../src/explorer/scene';
import { GROUP_TEXT, boxesMeet } from '../../../src/model/layout';
import type { Model } from '../../../src/model/model';
import { DETAILS, SMALLEST_TEXT, detailOf } from '../../../src/views/cell/detail';
import { labelBoxes, nameRoom, nameSize, type LabelBox } from '../../../src/views/cell/labels';
import { planOf } from '../../../src/views/cell/plan';
import { flagship } from '../explorer/flagship';

const ZOOMS = [0.22, 0.35, 0.5, 0.62, 0.8, 1, 1.6, 2.4];

let model: Model;

const sceneWith = (...lit: readonly string[]): MapScene => {
  const [a, b] = lit;
  const scene = sceneOf({ ...start(model), lit: a === undefined ? [] : b === undefined ? [a] : [a, b] }, model);
  if (scene?.kind !== 'map') throw new Error('the flagship pack has no drawing of its start level');
  return scene;
};

/** "a meets b" for every two labels of different owners that meet. */
function meetings(labels: readonly LabelBox[]): string[] {
  return labels.flatMap((label, i) =>
    labels
      .slice(i + 1)
      .filter((other) => other.owner !== label.owner && boxesMeet(label.box, other.box, -0.01))
      .map((other) => `${label.kind} ${label.owner} meets ${other.kind} ${other.owner}`),
  );
}

beforeAll(() => {
  model = flagship();
});

describe.each(ZOOMS)('labels of the flagship map at zoom %f', (zoom) => {
  it('are at least 9 CSS px high', () => {
    const small = labelBoxes(sceneWith(), zoom).filter((label) => label.size < SMALLEST_TEXT);
    expect(small.map((label) => `${label.kind} ${label.owner}: ${label.size}`)).toEqual([]);
  });

  it('do not meet, whatever route or pair of routes is lit', () => {
    const ids = model.hypotheses.map((hypothesis) => hypothesis.id);
    const lit = [[], ...ids.map((id) => [id]), ...ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [a, b]))];
    const found = lit.flatMap((routes) => meetings(labelBoxes(sceneWith(...routes), zoom)).map((text) => `${routes.join('+')}: ${text}`));
    expect(found).toEqual([]);
  });

  it('stay inside the plates they stand on', () => {
    const detail = detailOf(zoom);
    const plan = planOf(sceneWith(), detail, null);
    const wide = plan.nodes.filter((node) => {
      const size = nameSize(node, detail) / node.scale;
      return textWidth(node.node.entity.short, size, 'strong') > nameRoom(node).width;
    });
    expect(wide.map((node) => node.node.id)).toEqual([]);
    const groups = plan.groups.filter(({ group }) => textWidth(group.place.name, GROUP_TEXT, 'strong') > group.place.width);
    expect(groups.map(({ group }) => group.id)).toEqual([]);
  });
});

describe('labels', () => {
  it('do not meet when any one entity or arrow is in focus while near nodes are hidden', () => {
    const scene = sceneWith();
    const found = [...scene.nodes, ...scene.edges].flatMap(({ id }) => meetings(labelBoxes(scene, 0.62, id)));
    expect(found).toEqual([]);
  });

  it('are seen to meet when two nodes are put on one place', () => {
    const scene = sceneWith();
    const [first, second] = scene.nodes.filter((node) => node.place.form === 'pill');
    if (first === undefined || second === undefined) throw new Error('two pills are needed');
    const moved = { ...second, place: { ...second.place, x: first.place.x + 4, y: first.place.y } };
    const faulty: MapScene = { ...scene, nodes: scene.nodes.map((node) => (node === second ? moved : node)) };
    expect(meetings(labelBoxes(faulty, 1))).toContainEqual(expect.stringContaining(second.id));
  });

  it('show every group far out and every entity near', () => {
    const scene = sceneWith();
    const owners = (zoom: number, kinds: readonly string[]): Set<string> =>
      new Set(labelBoxes(scene, zoom).flatMap((label) => (kinds.includes(label.kind) ? [label.owner] : [])));
    expect(owners(0.22, ['group'])).toEqual(new Set(scene.groups.map((group) => group.id)));
    expect(owners(1, ['node', 'plate'])).toEqual(new Set(scene.nodes.map((node) => node.id)));
    const mid = scene.nodes.filter((node) => node.place.tier === 'mid').map((node) => node.id);
    expect([...owners(0.62, ['node', 'plate'])]).toEqual(expect.arrayContaining(mid));
  });

  it('name a lit route whole before its near nodes would come up by themselves', () => {
    for (const { id } of model.hypotheses) {
      const scene = sceneWith(id);
      const plan = planOf(scene, detailOf(0.62), null);
      const drawn = new Set(plan.edges.map(({ edge }) => edge.id));
      const lit = scene.edges.filter((edge) => edge.passes && edge.route === 'onRoute');
      expect(lit.filter((edge) => !drawn.has(edge.id))).toEqual([]);
    }
  });
});

describe('steps of detail', () => {
  it('rise, and keep their smallest text at 9 CSS px from their first zoom on', () => {
    expect(DETAILS.map((detail) => detail.from)).toEqual(DETAILS.map((detail) => detail.from).toSorted((a, b) => a - b));
    for (const detail of DETAILS.slice(1)) {
      const sizes = [detail.place, detail.group, detail.step, detail.tag].filter((size) => size > 0);
      expect(Math.min(...sizes) * detail.from).toBeGreaterThanOrEqual(SMALLEST_TEXT);
    }
  });
});
