/** What a lecture hall can read: every word in the picture of every step of every story, as large and as dark as it has to be. */
import { expect, test } from './page';
import type { Page, Route } from '@playwright/test';

const STORIES = [
  { pack: 'ketamine', id: 'open-then-plugged', theme: 'lecture', steps: 10 },
  { pack: 'ketamine', id: 'two-brakes', theme: 'paper', steps: 12 },
  { pack: 'ketamine', id: 'minutes-to-days', theme: 'lecture', steps: 10 },
  { pack: 'ketamine', id: 'reading-trials', theme: 'paper', steps: 10 },
  { pack: 'ltp', id: 'one-tetanus', theme: 'lecture', steps: 10 },
] as const;

// Long tests near the end of the suite: every worker takes its share.
test.describe.configure({ mode: 'parallel' });
test.use({ viewport: { width: 1920, height: 1080 }, contextOptions: { reducedMotion: 'reduce' } });

/** Until two looks in a row find the same words, and no run is under way. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    let last = '';
    for (let look = 0; look < 200; look++) {
      await new Promise((resolve) => setTimeout(resolve, 120));
      const now = document.querySelector('main')?.textContent ?? '';
      if (now === last && document.querySelector('main [data-ready="false"]') === null) return;
      last = now;
    }
    throw new Error('The picture does not come to rest.');
  });
}

/** Words of the page that are under 24 px as drawn, or under 7 to 1 against the commonest colour of their own box. */
async function unreadable(page: Page): Promise<readonly string[]> {
  const png = (await page.screenshot()).toString('base64');
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true });
    canvas?.drawImage(image, 0, 0);
    const luminance = (rgb: readonly number[]): number => {
      const [r = 0, g = 0, b = 0] = rgb.map((part) => {
        const c = part / 255;
        return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    /** The commonest colour of a box that is not the ink of its own text: in a numbered disc most of the box is the figure. */
    const groundOf = ({ x, y, width, height }: DOMRect, ink: readonly number[]): readonly number[] => {
      const pixels = canvas?.getImageData(x, y, Math.ceil(width), Math.ceil(height)).data ?? [];
      const counts = new Map<string, { count: number; rgb: readonly number[] }>();
      for (let k = 0; k < pixels.length; k += 4) {
        const rgb = [pixels[k] ?? 0, pixels[k + 1] ?? 0, pixels[k + 2] ?? 0];
        if (rgb.every((part, at) => Math.abs(part - (ink[at] ?? 0)) < 6)) continue;
        const key = rgb.map((part) => part >> 2).join();
        const entry = counts.get(key) ?? { count: 0, rgb };
        entry.count++;
        counts.set(key, entry);
      }
      return [...counts.values()].toSorted((a, b) => b.count - a.count)[0]?.rgb ?? ink;
    };
    // Any colour that CSS can name, over its ground.
    const swatch = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const painted = (colour: string, ground: readonly number[]): readonly number[] => {
      if (swatch === null) return ground;
      for (const fill of [`rgb(${ground.join(' ')})`, colour]) {
        swatch.fillStyle = fill;
        swatch.fillRect(0, 0, 1, 1);
      }
      return [...swatch.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const scaleOf = (element: Element): number => {
      if (element instanceof SVGGraphicsElement) {
        const matrix = element.getScreenCTM();
        return matrix === null ? 1 : Math.hypot(matrix.a, matrix.b);
      }
      // Of a wide box, for widths are laid out in whole pixels.
      let box: Element | null = element;
      while (box !== null && !(box instanceof HTMLElement && box.offsetWidth > 300)) box = box.parentElement;
      return box instanceof HTMLElement ? box.getBoundingClientRect().width / box.offsetWidth : 1;
    };
    const cut = (element: Element, box: DOMRect): boolean => {
      for (let around: Element | null = element; around !== null; around = around.parentElement) {
        if (getComputedStyle(around).overflow === 'visible' && around !== document.documentElement) continue;
        const edge = around === document.documentElement ? new DOMRect(0, 0, innerWidth, innerHeight) : around.getBoundingClientRect();
        if (box.left < edge.left || box.top < edge.top || box.right > edge.right || box.bottom > edge.bottom) return true;
      }
      return false;
    };
    const found: string[] = [];
    const main = document.querySelector('main');
    if (main === null) return ['no slide'];
    const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
      const [element, text] = [node.parentElement, (node.textContent ?? '').trim()];
      if (element === null || text === '' || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      // What is for listeners only is drawn in a pixel; what a picture's edge cuts is no word any more.
      if (box.width < 3 || box.height < 3) continue;
      if (cut(element, box)) {
        if (element.closest('[data-part="text"]') !== null) found.push(`${text}: cut off`);
        continue;
      }
      const style = getComputedStyle(element);
      // Raised and lowered signs belong to the word that they stand in.
      if (element.closest('sup, sub, [baseline-shift], tspan[dy]') !== null) continue;
      const size = Number.parseFloat(style.fontSize) * scaleOf(element);
      const paint = element instanceof SVGElement ? style.fill : style.color;
      const ground = groundOf(box, painted(paint, [255, 255, 255]));
      const ink = painted(paint, ground);
      const [light, dark] = [luminance(ink), luminance(ground)].toSorted((a, c) => c - a);
      const contrast = ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
      if (size < 23.9) found.push(`${text}: ${size.toFixed(1)} px`);
      if (contrast < 7) found.push(`${text}: ${contrast.toFixed(1)} to 1`);
    }
    return found;
  }, png);
}

for (const { pack, id, theme, steps } of STORIES) {
  test(`no word of a slide is cut, under 24 px or under 7 to 1: ${id}, ${theme}`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.goto(`./?pack=${pack}&story=${id}.1&present=1&theme=${theme}`);
    await expect(page.locator(`[data-theme="${theme}"]`).first()).toBeAttached();
    for (let step = 1; step <= steps; step++) {
      await expect(page.getByText(`${step} of ${steps}`, { exact: true })).toBeVisible();
      await atRest(page);
      await expect.poll(() => unreadable(page), { message: `${id}.${step}`, timeout: 20_000 }).toEqual([]);
      // A question is answered first: what was found is on the slide as well.
      await page.keyboard.press('PageDown');
      if (step < steps && (await page.getByText(`${step} of ${steps}`, { exact: true }).count()) > 0) {
        await atRest(page);
        await expect.poll(() => unreadable(page), { message: `${id}.${step}, answered`, timeout: 20_000 }).toEqual([]);
        await page.keyboard.press('PageDown');
      }
    }
  });
}

test('text that is set in faces which come late is fitted again', async ({ page }) => {
  const held: Route[] = [];
  let holding = true;
  await page.route(/\.woff2/, (route) => {
    if (holding) held.push(route);
    else void route.continue();
  });
  await page.goto('./?pack=ltp&story=one-tetanus.8&present=1');
  await expect(page.getByText('8 of 10', { exact: true })).toBeVisible();
  await expect.poll(() => held.length).toBeGreaterThan(1);
  await atRest(page);
  holding = false;
  await Promise.all(held.map((route) => route.continue()));
  await page.evaluate(async () => document.fonts.ready);
  await expect.poll(() => unreadable(page), { timeout: 20_000 }).toEqual([]);
});
