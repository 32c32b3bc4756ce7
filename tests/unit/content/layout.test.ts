import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkLayout } from '../../../src/lab/layout/check';
import { readRecords } from '../../../src/lab/layout/command';
import { LayoutSource, placeGroup, placeNode } from '../../../src/lab/layout/source';
import { Layout } from '../../../src/model/schema';
import type { LayoutEdge, LayoutNode } from '../../../src/model/schema';

const SOURCE = 'src/lab/layout/ketamine-cell.source.json';
const source = LayoutSource.parse(JSON.parse(readFileSync(SOURCE, 'utf8')));
const records = readRecords(SOURCE, source.records);
const part = JSON.parse(readFileSync('src/content/ketamine/layout-cell.json', 'utf8')) as { layouts: unknown[] };
const layout = Layout.parse(part.layouts[0]);

function edgeOf(claim: string): LayoutEdge {
  const edge = layout.edges.find((one) => one.claim === claim);
  if (edge === undefined) throw new Error(`${claim} is not drawn`);
  return edge;
}

const withEdge = (edge: LayoutEdge): Layout => ({ ...layout, edges: layout.edges.map((one) => (one.claim === edge.claim ? edge : one)) });
const withNode = (entity: string, change: (node: LayoutNode) => LayoutNode): Layout => ({
  ...layout,
  nodes: layout.nodes.map((node) => (node.entity === entity ? change(node) : node)),
});
const faults = (changed: Layout): readonly string[] => checkLayout(changed, records).faults;

describe('the map of the flagship', () => {
  it('keeps every geometric rule', () => {
    const report = checkLayout(layout, records);
    expect(report.faults).toEqual([]);
    expect(report.nodes).toBeGreaterThanOrEqual(75);
    expect(report.edges).toBeGreaterThanOrEqual(125);
  });

  it('draws every claim between placed entities but those the source leaves out', () => {
    const placed = new Set<string>(layout.nodes.map((node) => node.entity));
    const drawn = new Set<string>(layout.edges.map((edge) => edge.claim));
    const missing = records.claims.filter((claim) => placed.has(claim.source) && placed.has(claim.target) && !drawn.has(claim.id));
    expect(missing.map((claim) => claim.id).toSorted()).toEqual(source.leaveOut.toSorted());
    expect(missing.filter((claim) => claim.tier === 'core')).toEqual([]);
  });

  it('stands where its authored source puts it', () => {
    const entityOf = new Map<string, (typeof records.entities)[number]>(records.entities.map((entity) => [entity.id, entity]));
    const placed = Object.entries(source.nodes).map(([id, place]) => {
      const entity = entityOf.get(id);
      return entity === undefined ? id : placeNode(entity, place);
    });
    expect(layout.nodes).toEqual(placed);
    expect(layout.groups).toEqual(source.groups.map((group) => placeGroup(group)));
    expect(layout.compartments).toEqual(source.compartments);
  });
});

describe('the rules of a map', () => {
  const [edge] = layout.edges;
  if (edge === undefined) throw new Error('no edges');

  it('see a slanted edge and one that misses its node', () => {
    const [first, ...rest] = edge.points;
    if (first === undefined) throw new Error('no points');
    const found = faults(withEdge({ ...edge, points: [[first[0] + 3, first[1] + 5], ...rest] }));
    expect(found.some((text) => text.includes('not orthogonal'))).toBe(true);
    expect(found.some((text) => text.includes('does not start on'))).toBe(true);
  });

  it('see a node pushed into the way of a foreign edge and out of its place', () => {
    const found = faults(withNode('ca2', (node) => ({ ...node, x: node.x + 120, y: 200 })));
    expect(found.some((text) => text.includes('runs too close to ca2'))).toBe(true);
    expect(found.some((text) => text.startsWith('ca2: not inside'))).toBe(true);
  });

  it('see a receptor that left its membrane', () => {
    const found = faults(withNode('ampar', (node) => ({ ...node, y: node.y + 40 })));
    expect(found).toContain('ampar: not on the membrane of spine');
  });

  it('see two sources in one lane', () => {
    const other = layout.edges.find((one) => one.claim.split('--')[0] !== edge.claim.split('--')[0]);
    if (other === undefined) throw new Error('one source only');
    const found = faults(withEdge({ ...other, points: edge.points }));
    expect(found.some((text) => text.includes('run 0 apart'))).toBe(true);
  });

  it('see an envelope entered beside its pores', () => {
    const shut = { ...layout, compartments: layout.compartments.map((one) => (one.id === 'nucleus' ? { ...one, pores: [] } : one)) };
    expect(faults(shut).some((text) => text.includes('enters nucleus beside its pores'))).toBe(true);
  });

  it('see a missing core claim, a name that does not fit and an entity outside the groups', () => {
    const without = { ...layout, edges: layout.edges.filter((one) => one.claim !== edgeOf('bdnf--trkb').claim) };
    expect(faults(without)).toContain('bdnf--trkb: not drawn');
    expect(faults(withNode('trkb', (node) => ({ ...node, width: 20 })))).toContain('trkb: too narrow for "TrkB"');
    const ungrouped = {
      ...layout,
      groups: layout.groups.map((group) => ({ ...group, members: group.members.filter((id) => id !== 'trkb') })),
    };
    expect(faults(ungrouped)).toContain('trkb: in 0 groups');
  });
});
