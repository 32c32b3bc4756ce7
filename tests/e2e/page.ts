/** What every browser test needs: the app open at a view, and a record of everything that went wrong on the way. */
import { test as base, expect, type Page } from '@playwright/test';

export interface Faults {
  /** Console errors, page errors and refused policies. */
  readonly messages: string[];
  /** Requests that left the origin. */
  readonly foreign: string[];
}

export const test = base.extend<{ faults: Faults }>({
  faults: [
    async ({ page, baseURL }, use) => {
      const faults: Faults = { messages: [], foreign: [] };
      const origin = new URL(baseURL ?? 'http://127.0.0.1').origin;
      page.on('console', (message) => {
        if (message.type() === 'error') faults.messages.push(message.text());
      });
      page.on('pageerror', (error) => faults.messages.push(error.message));
      page.on('request', (request) => {
        const address = request.url();
        if (!address.startsWith(origin) && !address.startsWith('blob:') && !address.startsWith('data:')) faults.foreign.push(address);
      });
      await use(faults);
    },
    { auto: true },
  ],
});

export { expect };

/** Opens a view by its query and waits until the diagram or the reading view stands. */
export async function open(page: Page, query = ''): Promise<void> {
  await page.goto(query === '' ? './' : `./?${query}`);
  // In a low frame the panel is put away, its heading there but not drawn.
  await page.locator('#panel').locator('h1, h2').first().waitFor({ state: 'attached' });
}

/** Goes on to another view by its query without loading the page again, as the way back does. The theme stays. */
export async function goOn(page: Page, query: string): Promise<void> {
  await page.evaluate((wanted) => {
    history.pushState(null, '', `?${wanted}`);
    dispatchEvent(new PopStateEvent('popstate', {}));
  }, query);
}

/** The query of the page's address, as a map. */
export function query(page: Page): Map<string, string> {
  return new Map(new URL(page.url()).searchParams);
}

/** The pixels of a PNG, read in the page. */
export async function pixelsOf(
  page: Page,
  png: Buffer,
): Promise<{ readonly data: number[]; readonly width: number; readonly height: number }> {
  return page.evaluate(async (base64) => {
    // The page's policy lets images be data, but nothing be fetched from there.
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context?.drawImage(image, 0, 0);
    return { data: [...(context?.getImageData(0, 0, image.width, image.height).data ?? [])], width: image.width, height: image.height };
  }, png.toString('base64'));
}
