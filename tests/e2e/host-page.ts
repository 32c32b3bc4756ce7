/** A page of somebody else's: served from an origin of its own, with a figure of ours in it. */
import { createServer, type Server } from 'node:http';
import type { Frame, FrameLocator, Page } from '@playwright/test';
import { test as base } from './page';

export interface HostSite {
  readonly origin: string;
  /** Address of the page with this HTML. `headers` are sent with it. */
  page(html: string, headers?: Readonly<Record<string, string>>): string;
}

async function serve(): Promise<{ readonly site: HostSite; readonly server: Server }> {
  const pages = new Map<string, { readonly html: string; readonly headers: Readonly<Record<string, string>> }>();
  const server = createServer((request, response) => {
    const found = pages.get(request.url ?? '');
    if (request.url === '/favicon.ico') return void response.writeHead(204).end();
    response.writeHead(found === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8', ...found?.headers });
    response.end(found?.html ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const page = (html: string, headers = {}): string => {
    const path = `/p${pages.size}`;
    pages.set(path, { html: `<!doctype html><html lang="en"><head><title>Host</title></head><body>${html}</body></html>`, headers });
    return origin + path;
  };
  return { site: { origin, page }, server };
}

/** Tests with a host site, and the address of ours. */
export const test = base.extend<{ host: HostSite; other: HostSite; site: string }>({
  host: async ({ browserName: _browser }, use) => {
    const { site, server } = await serve();
    await use(site);
    server.close();
  },
  other: async ({ browserName: _browser }, use) => {
    const { site, server } = await serve();
    await use(site);
    server.close();
  },
  site: async ({ baseURL }, use) => use((baseURL ?? '').replace(/\/$/, '')),
});

/** Everything that a figure said to the page around it, in order. */
export async function heard(page: Page): Promise<readonly Record<string, unknown>[]> {
  return page.evaluate(() => (window as unknown as { heard: Record<string, unknown>[] }).heard);
}

/** A script for a host page: keeps what it hears in `window.heard`. */
export const LISTEN = '<script>window.heard = []; addEventListener("message", (e) => heard.push({ ...e.data, from: e.origin }));</script>';

/** The frame's document, once the figure stands. */
export async function figureIn(page: Page, selector = 'iframe'): Promise<FrameLocator> {
  const frame = page.frameLocator(selector);
  await frame.locator('[data-frame="embed"]').waitFor();
  return frame;
}

/** The frame whose address is one of ours, for evaluating in it. */
export function frameOf(page: Page, site: string): Frame {
  const found = page.frames().find((frame) => frame.url().startsWith(site));
  if (found === undefined) throw new Error('the page has no figure');
  return found;
}
