/**
 * Shapes of the rodent section: drawn by hand after the proportions of a mouse brain, 44 units a millimetre, the middle of the bregma at
 * x 378 and the top of the cortex at y 45; nose to the right. It is a schematic, not a tracing of an atlas.
 */
import type { AtlasRegionId } from '../../../model/atlas';
import type { RodentPart } from '../../../model/rodent-section';

export const RODENT_FRAME = { width: 640, height: 340 } as const;

/** Outline of the whole section. */
export const OUTLINE =
  'M14 206 C28 200 38 198 46 192 C40 188 40 180 44 176 C32 172 24 162 30 154 C18 148 16 134 24 128 C18 116 24 104 34 104 C32 90 44 78 56 82 C60 66 76 58 86 66 C94 52 112 54 116 66 C126 62 136 72 138 82 C142 84 144 86 145 88 C152 72 176 64 200 74 C214 54 252 42 300 37 C360 31 430 37 474 62 C506 80 520 98 527 116 C552 102 600 112 616 142 C624 164 612 186 590 196 C572 204 552 204 534 204 C522 218 506 232 490 244 C468 260 446 268 426 276 C410 284 396 298 372 304 C342 312 306 310 284 300 C262 290 244 290 226 298 C198 312 164 312 138 300 C110 284 78 280 14 276 Z';

/** Lines inside: leaves of the cerebellum, the callosum, ventricles, borders of what is drawn for orientation only. */
export const CALLOSUM =
  'M272 104 C300 90 372 90 412 112 C430 124 438 142 432 158 C424 162 418 156 416 146 C408 124 372 108 330 106 C306 104 288 108 278 116 C270 116 266 110 272 104 Z';
export const CEREBELLUM =
  'M46 192 C40 188 40 180 44 176 C32 172 24 162 30 154 C18 148 16 134 24 128 C18 116 24 104 34 104 C32 90 44 78 56 82 C60 66 76 58 86 66 C94 52 112 54 116 66 C128 62 140 76 136 88 C148 92 152 108 144 116 C152 128 148 144 138 148 C138 164 128 174 118 180 C98 194 66 200 46 192 Z';
export const LEAVES = [
  'M112 178 C98 160 96 130 98 104 C98 92 96 80 92 74',
  'M98 128 C106 112 116 98 126 88',
  'M100 148 C114 136 128 130 138 128',
  'M97 118 C86 104 74 96 62 92',
  'M98 136 C80 126 58 118 42 116',
  'M102 156 C82 150 58 146 40 144',
  'M108 170 C90 170 70 170 54 172',
] as const;
/** Strokes for orientation: layers of the bulb, the inner blade of the hippocampus, folds of the colliculi, the fibres of the fornix. */
export const STROKES = [
  'M540 128 C562 118 590 124 600 142',
  'M548 194 C566 196 586 190 598 178',
  'M546 158 C562 152 582 154 592 160',
  'M250 132 C264 124 286 122 304 126',
  'M240 150 C238 166 240 182 246 198',
  'M188 86 C182 104 184 130 190 152',
  'M404 170 C396 186 392 204 396 220',
  'M60 236 C96 244 126 240 152 226',
  'M160 276 C182 270 206 272 220 284',
] as const;
/** Names of what is drawn for orientation only, and where they stand. */
export const ORIENTATION = {
  cerebellum: [74, 44],
  colliculi: [178, 58],
  brainstem: [96, 262],
  bulb: [574, 104],
  thalamus: [322, 220],
  hypothalamus: [338, 292],
} as const;
export const BULB = 'M527 116 C552 102 600 112 616 142 C624 164 612 186 590 196 C572 204 552 204 534 204 C520 190 512 150 527 116 Z';
export const STEM =
  'M14 206 C60 214 104 206 132 190 C150 178 168 166 190 158 C206 176 222 200 226 232 C232 262 238 282 226 298 C198 312 164 312 138 300 C110 284 78 280 14 276 Z';
export const COLLICULI =
  'M145 86 C152 72 176 64 200 74 C224 84 236 104 230 124 C222 142 204 152 190 158 C172 164 156 150 150 128 C146 112 143 98 145 86 Z';
export const THALAMUS = 'M262 176 C270 152 300 146 330 152 C356 158 372 176 370 200 C368 224 342 236 312 232 C280 228 256 206 262 176 Z';
export const HYPOTHALAMUS =
  'M286 246 C312 236 352 240 374 258 C384 272 380 290 366 298 C340 306 308 306 288 296 C272 284 270 258 286 246 Z';

interface Shape {
  readonly d: string;
  /** Where its leader ends. */
  readonly anchor: readonly [number, number];
  /** Dashed: it lies beside the section, or is too small for its true outline. */
  readonly dashed: boolean;
  /** The human region whose colour it takes. */
  readonly colour: AtlasRegionId;
}

const disc = (x: number, y: number, r: number): string => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;

/** From the back to the front of the drawing. */
export const SHAPES: Readonly<Record<RodentPart, Shape>> = {
  neocortex: {
    d: 'M200 74 C214 54 252 42 300 37 C360 31 430 37 474 62 C506 80 520 98 527 116 C516 140 512 168 520 192 C510 190 500 186 488 188 C470 190 452 188 440 182 C446 164 446 140 430 122 C404 100 356 88 318 90 C290 90 262 98 246 112 C234 112 224 96 200 74 Z',
    anchor: [492, 92],
    dashed: false,
    colour: 'motor-cortex',
  },
  retrosplenial: {
    d: 'M214 70 C246 58 300 52 340 54 L340 88 C300 86 264 96 247 111 C236 106 226 88 214 70 Z',
    anchor: [272, 76],
    dashed: false,
    colour: 'posterior-cingulate',
  },
  cingulate: {
    d: 'M340 54 C382 54 424 60 450 76 C452 88 450 98 446 108 C440 116 434 118 428 120 C404 102 372 92 340 88 Z',
    anchor: [392, 76],
    dashed: false,
    colour: 'anterior-cingulate',
  },
  prelimbic: {
    d: 'M446 108 C450 98 452 88 450 78 C474 88 492 104 500 124 C502 136 500 144 494 150 C478 154 460 152 444 150 C444 138 438 128 430 121 C438 118 442 114 446 108 Z',
    anchor: [470, 122],
    dashed: false,
    colour: 'medial-prefrontal',
  },
  infralimbic: {
    d: 'M444 150 C460 152 478 154 494 150 C496 164 492 178 484 186 C470 189 454 188 440 182 C444 172 446 162 444 150 Z',
    anchor: [468, 170],
    dashed: false,
    colour: 'medial-prefrontal',
  },
  hippocampus: {
    d: 'M236 128 C248 116 276 112 306 116 C322 118 332 124 332 132 C330 140 316 140 300 138 C276 136 258 144 250 160 C244 176 246 194 252 208 C254 218 246 222 238 214 C224 196 222 152 236 128 Z',
    anchor: [272, 126],
    dashed: false,
    colour: 'hippocampus',
  },
  'mediodorsal-thalamus': {
    d: 'M300 172 C312 162 338 164 346 178 C350 192 334 200 318 198 C302 196 292 184 300 172 Z',
    anchor: [324, 182],
    dashed: false,
    colour: 'thalamus',
  },
  'lateral-habenula': { d: disc(292, 156, 9), anchor: [292, 156], dashed: true, colour: 'lateral-habenula' },
  accumbens: {
    d: 'M412 216 C424 204 446 206 454 220 C458 236 446 250 430 250 C414 248 404 230 412 216 Z',
    anchor: [432, 228],
    dashed: false,
    colour: 'accumbens',
  },
  'basolateral-amygdala': { d: disc(330, 262, 13), anchor: [330, 262], dashed: true, colour: 'amygdala' },
  'lateral-hypothalamus': { d: disc(296, 270, 11), anchor: [296, 270], dashed: true, colour: 'hypothalamus' },
  'ventral-tegmental-area': { d: disc(238, 246, 10), anchor: [238, 246], dashed: true, colour: 'ventral-tegmental-area' },
  'dorsal-raphe': { d: disc(180, 178, 10), anchor: [180, 178], dashed: true, colour: 'dorsal-raphe' },
};
