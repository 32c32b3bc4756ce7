/** Which parts each view of the human brain can show: what lies far behind its cut or surface is told in the list instead. */
import type { AtlasRegionId } from '../../../model/atlas';
import type { BrainView } from '../brain-picture';

/** Parts of the outer half and the outer striatum: behind the cut on the midline. */
const OUTER: readonly AtlasRegionId[] = [
  'dorsolateral-prefrontal',
  'inferior-frontal',
  'insula',
  'auditory-cortex',
  'motor-cortex',
  'putamen',
  'pallidum',
  'caudate',
  'parahippocampal',
];

/** Parts of the surface that can be seen from outside; the insula lies just under it. */
const SURFACE: readonly AtlasRegionId[] = [
  'dorsolateral-prefrontal',
  'inferior-frontal',
  'orbitofrontal',
  'motor-cortex',
  'auditory-cortex',
  'visual-cortex',
  'insula',
  'cerebellum',
  'brainstem',
];
const FACE: readonly AtlasRegionId[] = [
  'dorsolateral-prefrontal',
  'inferior-frontal',
  'orbitofrontal',
  'medial-prefrontal',
  'motor-cortex',
];

/** Whether a view shows a part; what is chosen is shown on every view. */
export function isOnView(view: BrainView, part: string, chosen: readonly string[]): boolean {
  if (chosen.includes(part)) return true;
  const among = (parts: readonly string[]): boolean => parts.includes(part);
  switch (view) {
    case 'midsagittal':
      return !among(OUTER);
    case 'lateral':
      return among(SURFACE);
    case 'frontal':
      return among(FACE);
    case 'orbit':
      return among(SURFACE) || among(FACE);
  }
}
