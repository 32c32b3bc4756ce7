/** What a plate says of itself, for every receptor and medium that a reader can set, on both packs. */
import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../src/describe/messages';
import { plateSummary } from '../../../src/describe/plate';
import { figureTitle } from '../../../src/embed/title';
import { start } from '../../../src/explorer/defaults';
import { RECEPTORS_SHOWN, type Bench, type ExplorerState } from '../../../src/explorer/state';
import { sceneOf } from '../../../src/explorer/scene-of';
import type { PlateScene } from '../../../src/explorer/plate-scene';
import type { Model } from '../../../src/model/model';
import type { Level } from '../../../src/model/schema';
import { flagship, packNamed } from './flagship';

const messages = messagesFor('en');
const ketaminePack = flagship();

function plate(state: ExplorerState, model: Model): PlateScene {
  const scene = sceneOf(state, model);
  if (scene?.kind !== 'plate') throw new Error('no plate');
  return scene;
}

function place(model: Model, level: Level, bench: Partial<Bench>): ExplorerState {
  const home = start(model);
  return { ...home, level, selection: null, bench: { ...home.bench, ...bench } };
}

const some = [0, 1] as const;
const media = some.flatMap((ketamine_uM) => some.flatMap((mg_mM) => some.map((glutamate_uM) => ({ ketamine_uM, mg_mM, glutamate_uM }))));

/** Whether a sentence speaks of a thing other than to say that it is not there. */
const speaksOf = (sentence: string, thing: RegExp): boolean => thing.test(sentence.replace(/Without [^ ,]+/g, ''));

describe('the headline', () => {
  it.each(RECEPTORS_SHOWN.flatMap((receptor) => media.map((medium) => ({ receptor, ...medium }))))(
    'of one receptor speaks of what can happen to it: $receptor, ketamine $ketamine_uM, Mg2+ $mg_mM, glutamate $glutamate_uM',
    (bench) => {
      const { words } = plate(place(ketaminePack, 'receptor', bench), ketaminePack);
      const opens = bench.receptor === 'nmda' && bench.glutamate_uM > 0;
      const said = { ketamine: speaksOf(words.headline, /ketamine/i), mg: speaksOf(words.headline, /Mg2\+/) };
      const may = { ketamine: opens && bench.ketamine_uM > 0, mg: opens && bench.mg_mM > 0 };
      expect(said).toEqual({ ketamine: said.ketamine && may.ketamine, mg: said.mg && may.mg });
      expect(words.headline.startsWith('Without glutamate')).toBe(bench.glutamate_uM === 0 && bench.receptor !== 'mglur');
      expect(words.title).toContain({ nmda: 'NMDA', ampa: 'AMPA', mglur: 'mGlu5' }[bench.receptor]);
      expect(words.headline.split(' ').length).toBeLessThanOrEqual(12);
    },
  );

  it.each(['ketamine', 'ltp'] as const)('of the synapse of %s speaks of no blocker that is not there', (pack) => {
    const model = packNamed(pack);
    for (const medium of media) {
      const { words } = plate(place(model, 'synapse', medium), model);
      const text = `${words.headline} ${words.intro}`;
      const said = { ketamine: /ketamine (can|plugs)|drug/i.test(text), mg: /Mg2\+ (plugs|out)/.test(text) };
      expect(said).toEqual({ ketamine: said.ketamine && medium.ketamine_uM > 0, mg: said.mg && medium.mg_mM > 0 });
      expect(words.headline.split(' ').length).toBeLessThanOrEqual(12);
    }
  });

  it('is followed by figures and spoken summaries', () => {
    const model = ketaminePack;
    const state = place(model, 'receptor', { receptor: 'mglur' });
    const scene = plate(state, model);
    expect(figureTitle(state, model, scene, messages)).toBe(scene.words.headline);
    expect(scene.words.headline).not.toBe(scene.stage.headline);
    expect(plateSummary(scene, state, messages)).toContain('mGlu5');
    expect(plateSummary(scene, state, messages)).not.toContain('subunits are cut away');
  });

  it('changes with the medium alone', () => {
    const model = ketaminePack;
    const state = place(model, 'synapse', { ketamine_uM: 1 });
    const drug = plate(state, model);
    const none = plate({ ...state, bench: { ...state.bench, ketamine_uM: 0 } }, model);
    expect(none.words.headline).not.toBe(drug.words.headline);
    expect(none.stage).toBe(drug.stage);
  });
});
