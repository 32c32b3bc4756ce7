/** What is done in the windows of a lecture by lot: every kind of act that the state of the explorer knows, with its own control where the window has one. */
import type { Locator, Page } from '@playwright/test';

/** Draws a number under `count`. */
export type Draw = (count: number) => number;
/** False where the window had nothing for it now, also after waiting so many ms for it. */
export type Act = (there: Page, draw: Draw, patience: number) => Promise<boolean>;

/**
 * Where acts find what they are for. A plate is drawn only where it is to be moved: in software that is most of what a lecture costs.
 */
const PLACES = {
  cell: { level: 'cell', tier: 'none' },
  synapse: { level: 'synapse', tier: 'none' },
  synapsePlate: { level: 'synapse', tier: 'low' },
  receptor: { level: 'receptor', tier: 'none' },
  receptorPlate: { level: 'receptor', tier: 'low' },
  brain: { level: 'brain', tier: 'none' },
  circuit: { level: 'circuit', tier: 'none' },
  person: { level: 'person', tier: 'none' },
  /** Anywhere. */
  travel: { level: 'cell', tier: 'none' },
} as const;
type PlaceName = keyof typeof PLACES;
export type Place = (typeof PLACES)[PlaceName];
const PLACE_NAMES = Object.keys(PLACES) as PlaceName[];

/** Goes to a place in one window and waits until it stands in both. */
export async function goTo(there: Page, windows: readonly Page[], { level, tier }: Place): Promise<void> {
  await address(there, { level, tier });
  for (const one of windows) {
    await one.waitForURL((to) => (to.searchParams.get('level') ?? 'cell') === level && to.searchParams.get('tier') === tier);
    if (tier !== 'none') await picture(one).locator('canvas[data-live="true"]').waitFor({ timeout: 60_000 });
  }
}

/** Goes to an address as a link or the way back does: what it says of the view is taken, with the keys given. */
export async function address(there: Page, keys: Readonly<Record<string, string>>): Promise<boolean> {
  await there.evaluate((given) => {
    const to = new URL(location.href);
    for (const [key, value] of Object.entries(given)) to.searchParams.set(key, value);
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, keys);
  return true;
}

/** One of several addresses. */
function typed(...choices: readonly Readonly<Record<string, string>>[]): Act {
  return (there, draw) => address(there, choices[draw(choices.length)] ?? {});
}

const picture = (there: Page): Locator => there.locator('[data-part="picture"]');

async function drag(there: Page, thing: Locator, by: readonly [number, number], shift = false): Promise<boolean> {
  const box = await thing.boundingBox();
  if (box === null) return false;
  const [x, y] = [box.x + box.width * 0.4, box.y + box.height * 0.6];
  if (shift) await there.keyboard.down('Shift');
  await there.mouse.move(x, y);
  await there.mouse.down();
  await there.mouse.move(x + by[0], y + by[1], { steps: 2 });
  await there.mouse.up();
  if (shift) await there.keyboard.up('Shift');
  return true;
}

/** Presses one of what can be seen now, as a keyboard does; whether a pointer meets it is for other tests. */
export async function press(things: Locator, draw: Draw): Promise<boolean> {
  const lot = draw(1_000_000) / 1_000_000;
  return things.evaluateAll((all, share) => {
    const seen = all.filter((one) => one.checkVisibility() && !one.matches(':disabled'));
    const one = seen[Math.floor(share * seen.length)];
    if (one instanceof HTMLElement) one.click();
    else one?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    return one !== undefined;
  }, lot);
}

/** Opens one of the speaker's three tabs; false in a window that has none. */
async function tab(there: Page, name: 'Time and settings' | 'Cards'): Promise<boolean> {
  return press(there.getByRole('tab', { name, exact: true }), () => 0);
}

/** Does it with the speaker's own control; in the window of the audience, which has none, an address says it. */
function control(
  name: 'Time and settings' | 'Cards',
  selector: string,
  act: (things: Locator, draw: Draw) => Promise<boolean>,
  other: Act,
): Act {
  return async (there, draw, patience) => {
    if (!(await tab(there, name))) return other(there, draw, patience);
    const things = there.locator(selector);
    const came = await things
      .first()
      .waitFor({ state: 'attached', timeout: patience })
      .then(() => true)
      .catch(() => false);
    return came && (await act(things, draw));
  };
}

/** Chooses another line of one of the lists there. */
async function pickLine(lists: Locator, draw: Draw): Promise<boolean> {
  const list = lists.nth(draw(await lists.count()));
  // One that it does not show.
  const others = await list
    .locator('option')
    .evaluateAll((all) => all.flatMap((one, at) => ((one as HTMLOptionElement).selected ? [] : [at])));
  await list.selectOption({ index: others[draw(others.length)] ?? 0 });
  return true;
}

async function slideOne(sliders: Locator, draw: Draw): Promise<boolean> {
  const slider = sliders.nth(draw(await sliders.count()));
  const value = (): Promise<string> => slider.evaluate((one) => (one instanceof HTMLInputElement ? one.value : String(one.ariaValueNow)));
  const before = await value();
  if (draw(2) === 0) await drag(slider.page(), slider, [draw(60) - 30, 0]);
  else {
    await slider.focus({ timeout: 2_000 });
    for (let n = 0; n <= draw(3); n += 1) await slider.page().keyboard.press(draw(2) === 0 ? 'ArrowRight' : 'ArrowLeft');
  }
  // What came back to where it was, or stood at its end, has told nothing.
  for (const key of ['ArrowRight', 'ArrowLeft']) {
    if ((await value()) !== before) break;
    await slider.focus({ timeout: 2_000 });
    await slider.page().keyboard.press(key);
  }
  return true;
}

/** The synapse has its moments and its settings under tabs of their own. */
async function settings(tabs: Locator, draw: Draw): Promise<boolean> {
  await press(tabs, draw);
  const sliders = tabs.page().locator('[role=tabpanel] :is([role=slider], input[type=range])').filter({ visible: true });
  return (await sliders.count()) > 0 && slideOne(sliders, draw);
}

/** What stands in the sheet of the dose is used, and the sheet is closed. */
function inDose(selector: string, other: Act): Act {
  return control(
    'Time and settings',
    '[role=tabpanel] [aria-label^="Dose"]',
    async (buttons, draw) => {
      await press(buttons, () => 0);
      const things = buttons.page().locator(`:popover-open ${selector}`);
      await things.first().waitFor({ state: 'attached', timeout: 10_000 });
      const done = await press(things, draw);
      await buttons.page().keyboard.press('Escape');
      return done;
    },
    other,
  );
}

const IN_PANEL = '[role=tabpanel] :is([role=radio], input[type=radio], input[type=checkbox], a[href], summary)';

const ACTS: Readonly<Record<PlaceName, Readonly<Record<string, Act>>>> = {
  cell: {
    choose: (there, draw) => press(picture(there).locator('[data-id][role=button]'), draw),
    wheel: async (there, draw) => {
      const box = await picture(there).boundingBox();
      if (box === null) return false;
      await there.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5);
      await there.mouse.wheel(0, draw(2) === 0 ? 240 : -240);
      return true;
    },
    pan: (there, draw) => drag(there, picture(there), [draw(120) - 60, draw(80) - 40]),
    zoom: (there, draw) => press(picture(there).getByRole('button', { name: /^(Zoom in|Zoom out|Fit|Whole|Show)/ }), draw),
    hypothesis: control(
      'Cards',
      '[role=tabpanel] input[type=radio]:not(:checked)',
      press,
      typed({ lit: 'HNK' }, { lit: 'disinhibition' }, { lit: 'none' }),
    ),
    compare: typed({ lit: 'disinhibition~eEF2K-spontaneous' }, { lit: 'opioid~HNK' }),
    filter: control(
      'Cards',
      '[role=tabpanel] select',
      pickLine,
      typed({ species: 'rat,human' }, { prep: 'clinical' }, { strength: 'contested' }, { check: 'checked' }, { ext: '1' }),
    ),
    papers: typed({ hyp: 'HNK' }, { q: 'ketamine' }),
  },
  synapse: {
    play: (there, draw) => press(picture(there).getByRole('button', { name: /^(Fire spike|Pause|Play)$/ }), draw),
    moment: (there, draw) => press(picture(there).getByRole('button', { name: /^(Previous|Next) moment$/ }), draw),
    part: (there, draw) => press(picture(there).locator('ul button, ol button'), draw),
    bench: control(
      'Time and settings',
      '[role=tabpanel] [role=tab]',
      settings,
      typed({ ket: '3' }, { mgc: '0.4' }, { mv: '-60' }, { train: '3@40' }, { cmp: '0' }),
    ),
  },
  synapsePlate: {
    move: (there, draw) => drag(there, picture(there), [draw(120) - 60, draw(80) - 40]),
    turn: (there, draw) => drag(there, picture(there), [draw(120) - 60, draw(80) - 40], true),
  },
  receptor: {
    channel: (there, draw) => press(picture(there).getByRole('button', { name: /^(Play|Pause) channel$/ }), draw),
    opening: (there, draw) => press(picture(there).getByRole('button', { name: /^(Previous|Next) opening$/ }), draw),
    kind: (there, draw) => press(picture(there).locator('input[type=radio]:not(:checked)'), draw),
    medium: control('Time and settings', '[role=tabpanel] input[type=range]', slideOne, typed({ glu: '20' }, { mv: '-20' }, { sub: '2B' })),
  },
  receptorPlate: {
    closeUp: (there, draw) => drag(there, picture(there), [draw(80) - 40, 10 + draw(20)]),
  },
  brain: {
    region: (there, draw) => press(picture(there).locator('[data-region], [data-finding]'), draw),
    view: control(
      'Time and settings',
      '[role=tabpanel] input[type=radio]:not(:checked)',
      press,
      typed({ bv: 'lateral' }, { bv: 'frontal' }, { bs: 'rodent' }, { bf: 'matrix' }),
    ),
    orbit: async (there, draw) => {
      await address(there, { bv: 'orbit', bs: 'human', bf: 'picture' });
      return drag(there, picture(there), [draw(120) - 60, draw(60) - 30]);
    },
  },
  circuit: {
    cell: (there, draw) => press(picture(there).getByRole('button'), draw),
    site: control(
      'Time and settings',
      '[role=tabpanel] :is(input[type=radio]:not(:checked), input[type=checkbox])',
      press,
      typed({ site: 'interneurons' }, { cir: 'habenula' }, { stress: '1' }),
    ),
    drive: control('Time and settings', '[role=tabpanel] input[type=range]', slideOne, typed({ drv: '1.5' }, { ket: '0.5' })),
  },
  person: {
    arm: (there, draw) => press(picture(there).locator('input[type=radio]:not(:checked)'), draw),
    outcome: typed({ out: 'ideation', arm: 'all' }, { out: 'pain', arm: 'all' }, { out: 'dissociation', arm: 'all' }),
    dose: inDose(
      'input[type=radio]:not(:checked)',
      typed(
        { rx: 'racemate,iv-infusion,human,1mg/kg,40min,70kg,1x24h,all' },
        { rx: 'racemate,iv-bolus,human,0.2mg/kg,2min,60kg,3x48h,all' },
      ),
    ),
    against: inDose(
      'button:text-matches("compar|Compare|Swap")',
      typed({ vs: 'racemate,iv-bolus,human,2mg/kg,1min,70kg,1x24h,all' }, { vs: 'none' }),
    ),
    follow: typed({ fol: '1' }, { fol: '0' }),
  },
  travel: {
    step: async (there, draw) => {
      await there.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await there.keyboard.press(['PageDown', 'PageDown', 'PageUp', 'Home', 'End'][draw(5)] ?? 'PageDown');
      return true;
    },
    jump: (there, draw) => press(there.locator('nav ol button, details ol button'), draw),
    time: control('Time and settings', '[role=tabpanel] [role=slider]', slideOne, typed({ dose: '2h' }, { dose: '7d' }, { spike: '20ms' })),
    card: control('Cards', IN_PANEL, press, typed({ sel: 'entity:bdnf' }, { sel: 'hypothesis:HNK' }, { sel: 'none' })),
    look: typed({ detail: 'calm' }, { detail: 'plate' }),
    undo: async (there) => {
      await there.keyboard.press('Control+z');
      return true;
    },
    redo: async (there) => {
      await there.keyboard.press('Control+Shift+z');
      return true;
    },
  },
};

export interface Dealt {
  /** Where it is to be done; null wherever the lecture is. */
  readonly place: Place | null;
  readonly name: string;
  readonly act: Act;
}

/** Every kind of act in an order drawn by lot, place by place, so that each finds what it is for; then acts by lot wherever the lecture is. */
export function* deck(draw: Draw): Generator<Dealt, never> {
  for (const place of shuffled(PLACE_NAMES, draw)) {
    for (const [name, act] of shuffled(Object.entries(ACTS[place]), draw)) yield { place: PLACES[place], name, act };
  }
  const all = Object.values(ACTS).flatMap((acts) => Object.entries(acts));
  for (;;) {
    const [name, act] = all[draw(all.length)] ?? [];
    if (name !== undefined && act !== undefined) yield { place: null, name, act };
  }
}

function shuffled<T>(items: readonly T[], draw: Draw): readonly T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(draw(left.length), 1));
}
