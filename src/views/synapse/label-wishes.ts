/** Which names a picture of the synapse asks for, where they point and in which order they matter. */
import { textWidth } from '../../design/text-width';
import type { Messages } from '../../describe/messages';
import { partName } from '../../describe/names';
import type { SynapseWords } from '../../describe/release';
import { indexOfPart, kindOfPart } from '../../explorer/plate-scene';
import type { Selection } from '../../explorer/state';
import type { Model } from '../../model/model';
import type { Stage } from '../../model/schema';
import type { LabelWish, Point, Slot } from './label-layout';
import { selectedPart } from './marks';
import { RECEPTOR_KINDS, stageKind, type SceneIndex } from './scene-index';
import type { ReceptorState } from './use-release';

/** A name of the picture: what is written, what it selects, whether it is the inverted one. */
export interface LabelText {
  readonly text: string;
  readonly sub: string;
  readonly part: string;
  readonly inverted: boolean;
}

export interface Wishes {
  readonly wishes: readonly LabelWish[];
  readonly texts: ReadonlyMap<string, LabelText>;
}

export interface LabelInputs {
  readonly stage: Stage;
  readonly model: Model;
  readonly index: SceneIndex;
  readonly anchors: ReadonlyMap<string, Point>;
  readonly selection: Selection;
  /** State of each drawn receptor, groups as in a run. */
  readonly states: readonly (readonly ReceptorState[])[];
  readonly hovered: number | null;
  /** Kind that a list beside the picture points at. */
  readonly pointed: string | null;
  /** Kinds that are not dimmed, null while nothing is: dimmed things have no names. */
  readonly lit: ReadonlySet<string> | null;
  /** Small text as on a phone. */
  readonly small: boolean;
  readonly messages: Messages;
  readonly words: SynapseWords;
}

/** Things beyond this are outside most frames, drawn nm. */
const SHOWN = { x: 150, y: 80 } as const;
const LINE = 15;
const PAD = { x: 6, y: 2 } as const;
/** Dots stop short of small molecules by this much, px. */
const SHORT = 8;

interface Named {
  readonly kind: string;
  readonly slots: readonly Slot[];
  /** Of several things at the cut: the outermost on this side, or the innermost. */
  readonly side: 1 | -1;
  readonly inner?: boolean;
}

/** Kinds named at rest, after the states of pores: the most telling first, with the slots that suit them. */
const NAMED: readonly Named[] = [
  { kind: 'ampa', slots: ['below', 'right', 'left'], side: 1 },
  { kind: 'nmda', slots: ['below', 'left', 'right'], side: -1 },
  { kind: 'fusingVesicle', slots: ['above', 'right'], side: 1 },
  { kind: 'bouton', slots: ['left', 'right', 'on'], side: -1 },
  { kind: 'spine', slots: ['right', 'left', 'on'], side: 1 },
  { kind: 'psd', slots: ['left', 'below'], side: -1 },
  { kind: 'astrocyte', slots: ['on'], side: -1 },
  { kind: 'mglur', slots: ['left', 'right'], side: -1 },
  { kind: 'transporter', slots: ['right', 'left'], side: 1, inner: true },
  { kind: 'vesicle', slots: ['right', 'left'], side: 1 },
  { kind: 'caChannel', slots: ['right', 'left'], side: 1 },
  { kind: 'camkii', slots: ['below', 'left'], side: -1 },
  { kind: 'actin', slots: ['below', 'right'], side: 1 },
];

/** Small molecules have no object of their own; their names point to where they act. */
const PORE_OF: Readonly<Record<string, ReceptorState>> = { ketamine: 'ketamine', mg: 'mg', ca: 'open' };

export function labelWishes(inputs: LabelInputs): Wishes {
  const wishes: LabelWish[] = [];
  const texts = new Map<string, LabelText>();
  const add = (id: string, anchor: Point | undefined, label: LabelText, slots: readonly Slot[], short: number): void => {
    if (anchor === undefined || texts.has(id)) return;
    texts.set(id, label);
    wishes.push({ id, anchor, ...sizeOf(label, inputs.small), slots, short, rank: wishes.length });
  };
  addHovered(inputs, add);
  addSelected(inputs, add);
  addPores(inputs, add, texts);
  addKinds(inputs, add, texts);
  return { wishes, texts };
}

type Add = (id: string, anchor: Point | undefined, label: LabelText, slots: readonly Slot[], short: number) => void;

function addHovered(inputs: LabelInputs, add: Add): void {
  const { hovered, pointed, index, anchors, stage, model, messages } = inputs;
  const object = hovered === null ? undefined : index.byId.get(hovered);
  if (object === undefined) {
    // Small molecules are no objects of the drawing; pointed at in the list they are named where they act.
    if (pointed === null) return;
    const [anchor, short] = anchorOf(pointed, null, inputs);
    return add(
      `hover:${pointed}`,
      anchor,
      { text: partName(pointed, model, messages), sub: '', part: pointed, inverted: false },
      SIDES,
      short,
    );
  }
  const kind = stageKind(object.kind);
  const found = stage.objects.find((item) => item.kind === kind);
  if (found === undefined) return;
  const part = found.plural === undefined ? kind : `${kind}.${object.index}`;
  add(
    `hover:${part}`,
    anchors.get(`object:${object.id}`),
    { text: partName(part, model, messages), sub: '', part, inverted: false },
    SIDES,
    0,
  );
}

const SIDES: readonly Slot[] = ['below', 'right', 'left', 'above'];

function addSelected(inputs: LabelInputs, add: Add): void {
  const { selection, stage, model, messages } = inputs;
  const part = selectedPart(selection, stage);
  if (part === null) return;
  const kind = kindOfPart(part);
  const slots = NAMED.find((named) => named.kind === kind)?.slots ?? SIDES;
  const [anchor, short] = anchorOf(kind, indexOfPart(part), inputs);
  add(part, anchor, { text: partName(part, model, messages), sub: '', part, inverted: true }, [...slots, ...SIDES], short);
}

/** States of pores in the order in which they matter: the claim's subject first. */
const TOLD = ['ketamine', 'open', 'mg'] as const;

/** One label for each state that an NMDA receptor is in: at a cut one, whose pore can be seen, or else at one behind. */
function addPores(
  { index, anchors, states, selection, lit, words: all }: LabelInputs,
  add: Add,
  texts: ReadonlyMap<string, LabelText>,
): void {
  if (lit !== null && !lit.has('nmda')) return;
  const words = all.labels;
  const g = RECEPTOR_KINDS.findIndex(({ kind }) => kind === 'nmda');
  const said = { ketamine: words.trapped, open: words.openCa, mg: words.plugged } as const;
  for (const state of TOLD) {
    const them = (index.drawn[g] ?? []).filter((_, k) => states[g]?.[k] === state);
    const cut = them.find(({ object }) => anchors.has(`anchor:pore:${object}`));
    // A plug of Mg2+ is the usual state: it is told only where it can be seen.
    const drawn = cut ?? (state === 'mg' ? undefined : them.toSorted((a, b) => b.anchor[2] - a.anchor[2])[0]);
    const part = `nmda.${drawn?.index ?? ''}`;
    if (drawn === undefined || texts.has(part)) continue;
    const at = anchors.get(`anchor:pore:${drawn.object}`) ?? anchors.get(`object:${drawn.object}`);
    const inverted = selection === null && state === 'ketamine';
    add(`pore:${state}`, at, { text: said[state], sub: '', part, inverted }, ['below'], SHORT);
  }
}

function addKinds(inputs: LabelInputs, add: Add, texts: ReadonlyMap<string, LabelText>): void {
  const poresNamed = [...texts.keys()].some((id) => id.startsWith('pore:'));
  for (const { kind, slots } of NAMED) {
    const object = inputs.stage.objects.find((item) => item.kind === kind);
    if (inputs.lit !== null && !inputs.lit.has(kind)) continue;
    if (object === undefined || texts.has(kind) || (kind === 'nmda' && poresNamed)) continue;
    const [anchor, short] = anchorOf(kind, null, inputs);
    add(kind, anchor, { text: object.name, sub: '', part: kind, inverted: false }, slots, short);
  }
}

/** Where a kind, or one of it, is pointed at, and how far short of it. */
function anchorOf(kind: string, which: number | null, { index, anchors, states }: LabelInputs): readonly [Point | undefined, number] {
  const state = PORE_OF[kind];
  if (state !== undefined) {
    const g = RECEPTOR_KINDS.findIndex((item) => item.kind === 'nmda');
    const drawn = index.drawn[g]?.find(({ object }, k) => states[g]?.[k] === state && anchors.has(`anchor:pore:${object}`));
    return [drawn === undefined ? undefined : anchors.get(`anchor:pore:${drawn.object}`), SHORT];
  }
  if (kind === 'glutamate' || kind === 'cleft') return [anchors.get('anchor:fusion'), SHORT];
  if (kind === 'astrocyte') return [anchors.get('anchor:astrocyteLeft') ?? anchors.get('anchor:astrocyte'), 0];
  const named = which === null ? anchors.get(`anchor:${kind}`) : undefined;
  if (named !== undefined) return [named, 0];
  const objects = index.objects.filter((object) => object.kind === kind);
  const object =
    which === null
      ? chosen(
          objects,
          NAMED.find((named) => named.kind === kind),
        )
      : objects.find((item) => item.index === which);
  return [object === undefined ? undefined : anchors.get(`object:${object.id}`), 0];
}

/** Of several things one near the cut, among those that a frame usually shows. */
function chosen<T extends { readonly anchor: readonly [number, number, number] }>(
  objects: readonly T[],
  named: Named | undefined,
): T | undefined {
  const side = named?.side ?? 1;
  const shown = objects.filter(({ anchor: [x, y] }) => Math.abs(x) < SHOWN.x && Math.abs(y) < SHOWN.y);
  const beside = shown.filter(({ anchor: [x] }) => x * side > 0);
  const outwards = named?.inner === true ? -side : side;
  return (beside.length > 0 ? beside : objects).toSorted(
    (a, b) => Math.round((b.anchor[2] - a.anchor[2]) / 8) || outwards * (b.anchor[0] - a.anchor[0]),
  )[0];
}

function sizeOf({ text, sub, inverted }: LabelText, small: boolean): { readonly width: number; readonly height: number } {
  const size = small ? 12.5 : 12;
  const width = Math.max(textWidth(text, size, inverted ? 'strong' : 'label'), textWidth(sub, 11, 'sub'));
  return { width: Math.ceil(width) + 2 * PAD.x, height: LINE * (sub === '' ? 1 : 2) + 2 * PAD.y };
}
