/**
 * Semantic zoom. What is drawn changes at fixed zooms only, and sizes within a step are fixed in layout units, so that panning and
 * zooming redraw nothing and the sizes of all labels are known without a browser.
 */
import { GROUP_TEXT, NODE_TEXT, PLACE_TEXT } from '../../model/layout';

export interface Detail {
  readonly name: 'overview' | 'wide' | 'groups' | 'mid' | 'near' | 'close';
  /** Whether groups stand for nodes, only mid nodes are drawn, or all. */
  readonly shows: 'far' | 'mid' | 'near';
  /** First zoom of the step, CSS pixels a layout unit. */
  readonly from: number;
  /** A zoom in the middle of the step: what is one CSS pixel there is this many times smaller in layout units. */
  readonly middle: number;
  /** Text sizes in layout units. */
  readonly place: number;
  readonly group: number;
  readonly step: number;
  /** Letters on the edges of compared routes. */
  readonly tag: number;
  /** Factor on a node's name, and size of its second line (0 for none). */
  readonly name1: number;
  readonly name2: number;
  /** Size of a glyph that stands without its pill, far out. */
  readonly picture: number;
}

/** Smallest text that is ever drawn, CSS pixels. */
export const SMALLEST_TEXT = 9;
/** The camera's own limits. At the lower one the names of groups are 9 px high. */
export const ZOOM_RANGE = { from: 0.206, to: 5 } as const;
/**
 * On a slide, which is drawn at twice its size, every step of detail begins at a zoom this much higher, and so does the camera's lower
 * limit: the smallest text is then 12 px, 24 on the wall, in the same layout, where no names overlap.
 */
export const SLIDE_LARGER = 12 / SMALLEST_TEXT;

export const DETAILS: readonly [Detail, ...Detail[]] = [
  {
    name: 'overview',
    shows: 'far',
    from: 0,
    middle: 0.25,
    place: 44,
    group: GROUP_TEXT,
    step: 0,
    tag: 44,
    name1: 1,
    name2: 0,
    picture: 60,
  },
  { name: 'wide', shows: 'far', from: 0.3, middle: 0.36, place: 32, group: 34, step: 0, tag: 31, name1: 1, name2: 0, picture: 44 },
  { name: 'groups', shows: 'far', from: 0.42, middle: 0.5, place: 24, group: 25, step: 0, tag: 22, name1: 1, name2: 0, picture: 32 },
  { name: 'mid', shows: 'mid', from: 0.6, middle: 0.67, place: PLACE_TEXT, group: 0, step: 15, tag: 15, name1: 1, name2: 0, picture: 0 },
  { name: 'near', shows: 'near', from: 0.75, middle: 1, place: PLACE_TEXT, group: 0, step: 12, tag: 12, name1: 1, name2: 0, picture: 0 },
  { name: 'close', shows: 'near', from: 1.5, middle: 2, place: 15, group: 0, step: 10.5, tag: 10.5, name1: 0.8, name2: 0.56, picture: 0 },
];

/** Near nodes that a lit route or the focus brings out early are this much larger, so that their names reach 9 px at mid. */
export const PROMOTED = NODE_TEXT.mid / NODE_TEXT.near;

/** The step that a zoom belongs to, where all text is to be `larger` times its size. */
export function detailOf(zoom: number, larger = 1): Detail {
  return DETAILS.findLast((detail) => zoom / larger >= detail.from) ?? DETAILS[0];
}
