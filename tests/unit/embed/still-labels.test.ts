/** Names on an embedded figure before its first interaction: there at every width that course pages have, none over another. */
import { describe, expect, it } from 'vitest';
import { stillLabels } from '../../../src/embed/still-labels';
import { STILL_VIEWS } from '../../../src/views/plate3d/stills';
import { flagship } from '../explorer/flagship';

const stage = flagship().stages.find(({ level }) => level === 'synapse');
/** Width of the view that the figure starts with, nm. */
const seen = (width: number, height: number): number => Math.min(366, Math.max(172, (184 * width) / height));

describe('names on a still', () => {
  it.each([
    [320, 200, 2],
    [360, 240, 2],
    [390, 300, 3],
    [640, 306, 4],
    [834, 446, 4],
  ])('in %d by %d px are at least %d, the subject among them and inverted', (width, height, least) => {
    if (stage === undefined) throw new Error('the pack has no synapse');
    const view = { ...STILL_VIEWS.synapse, widthNm: seen(width, height) };
    const labels = stillLabels(stage, view, width, height);
    expect(labels.length).toBeGreaterThanOrEqual(least);
    expect(labels.filter(({ inverted }) => inverted).map(({ text }) => text)).toEqual(['NMDA receptor']);
    labels.forEach((label, at) => {
      expect(label.x).toBeGreaterThanOrEqual(0);
      expect(label.x + label.width).toBeLessThanOrEqual(width);
      expect(label.y + label.height).toBeLessThanOrEqual(height);
      // The button that starts the figure stays free.
      expect(label.x >= 200 || label.y + label.height <= height - 52).toBe(true);
      for (const other of labels.slice(at + 1)) {
        const apart =
          label.x + label.width <= other.x ||
          other.x + other.width <= label.x ||
          label.y + label.height <= other.y ||
          other.y + other.height <= label.y;
        expect([label.kind, other.kind, apart]).toEqual([label.kind, other.kind, true]);
      }
    });
  });

  it('are none where a frame is too low', () => {
    expect(stage && stillLabels(stage, STILL_VIEWS.synapse, 320, 120)).toEqual([]);
  });
});
