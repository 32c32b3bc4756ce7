import type { Page } from '@playwright/test';
import { expect, open, test } from '../e2e/page';
import { axeOn } from './axe-on';

const FRAMES = {
  desktop: { width: 1440, height: 900 },
  tablet: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
  presenter: { width: 1920, height: 1080 },
  embed: { width: 640, height: 400 },
} as const;

const VIEWS = {
  start: 'v=1&lit=disinhibition',
  claim: 'v=1&sel=claim:ketamine--nmdar_pv',
  entity: 'v=1&sel=entity:bdnf',
  person: 'v=1&level=person&dose=1d',
  brain: 'v=1&level=brain&tier=none',
  circuit: 'v=1&level=circuit',
  synapse: 'v=1&level=synapse&tier=none',
  part: 'v=1&level=synapse&tier=none&sel=part:nmda.1',
  receptor: 'v=1&level=receptor&tier=none',
  outline: 'v=1&mode=outline',
  papers: 'v=1&mode=evidence',
  stories: 'v=1&mode=story',
  step: 'v=1&story=two-brakes.3&lit=disinhibition',
  article: 'v=1&mode=article&sel=statement:m',
  slide: 'v=1&story=two-brakes.3&lit=disinhibition&present=1',
} as const;
type View = keyof typeof VIEWS;

const ALL = Object.keys(VIEWS) as View[];
/** Frames that differ from another in size only are held against the views whose layout they change. */
const SHOWN: Readonly<Record<keyof typeof FRAMES, readonly View[]>> = {
  desktop: ALL.filter((view) => view !== 'slide'),
  tablet: ['start', 'claim', 'synapse'],
  phone: ALL.filter((view) => view !== 'slide' && view !== 'entity' && view !== 'part'),
  presenter: ['start', 'slide'],
  embed: ['start', 'claim', 'person', 'synapse', 'outline'],
};

/** Goes on to the same view in the dark theme, by the reader's own switch where the page has one, and waits until its colours stand. */
async function darken(page: Page, view: View): Promise<void> {
  const label = 'Switch to the lecture theme';
  if (view === 'slide') await openView(page, view, '&theme=lecture');
  else if (await page.getByRole('button', { name: label }).isVisible()) await page.getByRole('button', { name: label }).click();
  else {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: label }).click();
    await expect(page.getByRole('menu')).toHaveCount(0);
  }
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'lecture');
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map((animation) => animation.finished));
  });
}

async function openView(page: Page, view: View, more = ''): Promise<void> {
  const query = `${VIEWS[view]}${more}`;
  if (view !== 'slide') return open(page, query);
  await page.goto(`./?${query}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

for (const [frame, viewport] of Object.entries(FRAMES) as [keyof typeof FRAMES, (typeof FRAMES)[keyof typeof FRAMES]][]) {
  test(`axe finds nothing: ${frame}`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize(viewport);
    for (const view of SHOWN[frame]) {
      await openView(page, view);
      for (const theme of ['paper', 'lecture'] as const) {
        if (theme === 'lecture') await darken(page, view);
        const { violations } = await axeOn(page, theme).analyze();
        const found = violations.map(
          ({ id, nodes }) => `${view}, ${theme}: ${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
        );
        expect(found).toEqual([]);
      }
    }
  });
}

for (const dialog of ['Find', 'Copy a link to this view'] as const) {
  test(`axe finds nothing in the dialog "${dialog}"`, async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: dialog }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    const { violations } = await axeOn(page).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
}
