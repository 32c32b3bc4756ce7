/** How places are named in a frame of any size: plates beside the brain, single lines beside it, or lines in rows above and below. */
import { saysOf, type BrainWords } from '../../../describe/brain';
import { textWidth } from '../../../design/text-width';
import type { RegionNow } from '../../../explorer/brain';
import type { Insets } from '../layout';
import { placeLabels, type LabelWish, type PlacedLabel } from './label-layout';
import { placeRows, rowsFor } from './label-rows';

/** "plates" say the result too; "sides" and "rows" only the name; "none" leaves the marks on the brain itself. */
export type LabelForm = 'plates' | 'sides' | 'rows' | 'none';

export interface LabelSize {
  readonly width: number;
  readonly height: number;
}

export interface LabelRoom {
  readonly form: LabelForm;
  /** What the brain leaves free, px. */
  readonly insets: Insets;
  /** Width of the notes at the foot, px; 0 for the scale alone, null leaves it to the picture. */
  readonly notes: number | null;
  readonly place: (wishes: readonly LabelWish[]) => readonly PlacedLabel[];
}

export interface RoomWanted {
  readonly width: number;
  readonly height: number;
  /** Width and height of what is drawn, in any unit. */
  readonly extent: { readonly width: number; readonly height: number };
  /** Widths of the single lines that are wanted, px. */
  readonly lines: readonly number[];
  /** Characters of the notes at the foot of the picture; 0 where only a scale bar stands there. */
  readonly noteLength: number;
  /** Whether the sides are told at the top, above the title. */
  readonly sidesTold: boolean;
  /** Whether the second cut stands in the lower right corner. */
  readonly cut: boolean;
  /** Whether a compass stands in that corner. */
  readonly compass?: boolean;
}

/** Plates of two lines in columns need this much width. */
const COLUMNS = 700;
/** Rows above and below the plates that the picture's own notes take, px. */
const ROOM = { top: 54, topRight: 34, notes: 74, corner: 196, compass: 92 } as const;
/** Few plates in a low frame (ART-DIRECTION 9). */
const LOW = 415;
const LOWEST = 320;
/** Smaller frames have no room for a name, px. */
const LEAST = { width: 250, height: 150 } as const;
const PLATE = { height: 36, least: 96, mark: 21, pad: 7, most: 232 } as const;
const LINE = { height: 18, rule: 4, gap: 2, mark: 16, pad: 5, size: 12.5 } as const;
const PITCH = LINE.height + LINE.rule + LINE.gap;
/** Rows in a tall frame, at most, and the share of them that stands above. */
const MOST_ROWS = 4;
/** The title with what stands beside it, and a line of the notes with the width of its characters, px. */
const TITLE = 30;
const SIDES = 22;
const NOTE = { line: 14, character: 5.7, foot: 26, bar: 26 } as const;
/** A line under the title says how many places found no room, px. */
const REST = 16;
/** Under this height a frame without names keeps the scale bar alone, px. */
const LOW_BARE = 260;
/** Names in rows leave the brain at least this height and this share of the frame; a brain under them would be a thumb's. */
const BRAIN = { least: 116, share: 0.4 } as const;
/** Rows cross the picture with their leaders: they must let the brain be this much larger. */
const WORTH = 1.2;
/** A column of lines, and the leader from it, px. */
const BESIDE = { edge: 8, level: 8, leader: 16 } as const;

export const isLine = (form: LabelForm): boolean => form === 'sides' || form === 'rows';

/** What a line says: the short name where the pack has one. */
export const lineName = ({ region }: RegionNow): string => region.short ?? region.name;

export function lineSize(item: RegionNow): LabelSize {
  const mark = item.sign === 'unknown' ? 0 : LINE.mark;
  // The plate's face is not condensed, as the measured one is.
  return { width: Math.ceil(1.1 * textWidth(lineName(item), LINE.size)) + mark + 2 * LINE.pad, height: LINE.height };
}

export function plateSize(item: RegionNow, words: BrainWords): LabelSize {
  const text = Math.max(1.1 * textWidth(item.region.name, 13), 1.04 * textWidth(saysOf(item, words), 12));
  const mark = item.sign === 'unknown' ? 0 : PLATE.mark;
  return { width: Math.min(PLATE.most, Math.max(PLATE.least, Math.ceil(text) + mark + 2 * PLATE.pad + 2)), height: PLATE.height };
}

export function roomFor(wanted: RoomWanted): LabelRoom {
  const { width, height } = wanted;
  if (width >= COLUMNS) return plates(wanted);
  if (width < LEAST.width || height < LEAST.height || wanted.lines.length === 0) return bare(wanted);
  const [beside, around] = [sides(wanted), rows(wanted)];
  if (around === null) return besideFits(wanted, beside) ? beside : bare(wanted);
  return scaleIn(wanted, around.insets) > WORTH * scaleIn(wanted, beside.insets) ? around : beside;
}

function scaleIn({ width, height, extent }: RoomWanted, { top, right, bottom, left }: Insets): number {
  return Math.min((width - left - right) / extent.width, (height - top - bottom) / extent.height);
}

function plates({ width, height, cut, compass = false }: RoomWanted): LabelRoom {
  const side = Math.min(190, width * 0.19);
  const frame = {
    width,
    left: { top: ROOM.top, bottom: height - ROOM.notes },
    right: { top: ROOM.topRight, bottom: height - (cut ? ROOM.corner : compass ? ROOM.compass : ROOM.notes / 2) },
    most: height < LOWEST ? 4 : height < LOW ? 8 : 10,
    gap: 12,
    edge: 14,
    level: 22,
  };
  return {
    form: 'plates',
    insets: { top: 30, right: side, bottom: 44, left: side },
    notes: null,
    place: (wishes) => placeLabels(wishes, frame),
  };
}

const headOf = ({ sidesTold, lines, width }: RoomWanted): number =>
  TITLE + (sidesTold ? SIDES : 0) + (rowsFor(lines, width) > MOST_ROWS ? REST : 0);

function notesHeight(length: number, width: number): number {
  return length === 0 ? NOTE.bar : NOTE.foot + NOTE.line * Math.ceil((length * NOTE.character) / width);
}

function sides(wanted: RoomWanted): LabelRoom {
  const { width, height, lines } = wanted;
  const column = BESIDE.edge + Math.max(...lines) + BESIDE.leader;
  const head = headOf(wanted);
  const frame = {
    width,
    left: { top: head, bottom: height - notesHeight(wanted.noteLength, column - BESIDE.leader) },
    right: { top: head, bottom: height - 10 },
    most: lines.length,
    gap: LINE.rule + LINE.gap,
    edge: BESIDE.edge,
    level: BESIDE.level,
  };
  return {
    form: 'sides',
    insets: { top: 14, right: column, bottom: 10, left: column },
    notes: column - BESIDE.leader,
    place: (wishes) => placeLabels(wishes, frame),
  };
}

/** Whether names beside the brain leave it as much as rows must. */
function besideFits(wanted: RoomWanted, { insets }: LabelRoom): boolean {
  return wanted.extent.height * scaleIn(wanted, insets) >= BRAIN.least;
}

/** Null where not even one row leaves the brain its room. */
function rows(wanted: RoomWanted): LabelRoom | null {
  const { width, height, lines } = wanted;
  const head = headOf(wanted);
  const foot = notesHeight(wanted.noteLength, width - 24);
  const spare = height - head - foot - Math.max(BRAIN.least, BRAIN.share * height);
  const count = Math.min(MOST_ROWS, rowsFor(lines, width), Math.floor(spare / PITCH));
  if (count < 1) return null;
  const above = Math.floor(count / 2);
  const below = count - above;
  const frame = { width, above: { top: head, rows: above }, below: { top: height - foot - below * PITCH, rows: below }, pitch: PITCH };
  return {
    form: 'rows',
    insets: { top: head + above * PITCH, right: 4, bottom: foot + below * PITCH + LINE.gap, left: 4 },
    notes: width - 24,
    place: (wishes) => placeRows(wishes, frame),
  };
}

/** Marks stand on the brain, as there is no room for a name, or nothing to name. */
function bare(wanted: RoomWanted): LabelRoom {
  // The notes stand in two lines at most; in a low frame the scale alone.
  const low = wanted.height < LOW_BARE;
  const bottom = low ? 30 : notesHeight(wanted.noteLength, wanted.width - 24);
  const insets = { top: TITLE + (wanted.sidesTold ? SIDES : 0), right: 8, bottom, left: 8 };
  return { form: 'none', insets, notes: low ? 0 : wanted.width - 24, place: () => [] };
}
