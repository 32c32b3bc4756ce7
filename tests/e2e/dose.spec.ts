import { expect, open, query, test } from './page';

const dose = { name: /^Dose/ } as const;

test('a dose from the literature is chosen, its levels told with their bands, and it is in the link', async ({ page, faults }) => {
  await open(page, 'level=cell&dose=40min');
  await page.getByRole('button', dose).click();
  const panel = page.getByRole('dialog', { name: 'A dose that was given in a study' });
  await expect(panel.getByText('It is no advice', { exact: false }).first()).toBeVisible();
  await expect(panel.getByText(/ng\/mL in plasma \(/)).toBeVisible();
  await expect(panel.getByText(/not measured at a synapse/)).toBeVisible();
  await expect(panel.getByText(/modelled from binding in rats/)).toBeVisible();
  await panel.getByLabel('From the literature').selectOption({ label: 'Mouse, 10 mg/kg into the belly (teaching construction)' });
  await expect(panel.getByText('teaching construction', { exact: true })).toBeVisible();
  await expect.poll(() => query(page).get('rx')).toContain('ip,mouse,10mg/kg');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', dose)).toBeFocused();
  expect(faults.messages).toEqual([]);
});

test('what cannot be used is said with its range and what was kept, and nothing freezes', async ({ page, faults }) => {
  // A hundred rounds of twenty infusions, as only a link can ask for.
  const steps = Array.from({ length: 20 }, (_, k) => `;${k * 60}min,1mg,30min`).join('');
  await open(page, `v=1&rx=${encodeURIComponent(`racemate,iv-infusion,human,0.5mg/kg,40min,70kg,100x24h,all${steps}`)}`);
  await page.getByRole('button', dose).click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByText(/accepts at most/)).toBeVisible();
  for (const [field, typed, kept] of [
    ['Body weight', '-5', /Body weight was -5; it accepts 30 to 200 kg. Kept: 70 kg/],
    ['Number of doses', '10000', /Number of doses was 10000; it accepts whole numbers from 1 to 100/],
    ['Amount', 'plenty', /Amount was "plenty"; it accepts 0.001 to 20 mg\/kg. Kept: 0.5 mg\/kg/],
    ['Minutes', 'NaN', /Minutes was "NaN"; it accepts/],
  ] as const) {
    const input = panel.getByRole('textbox', { name: field, exact: true });
    await input.fill(typed);
    await input.press('Enter');
    await expect(panel.getByRole('alert')).toContainText(kept);
  }
  await expect(panel.getByRole('textbox', { name: 'Body weight' })).toHaveValue('70');
  await expect(panel.getByText(/ng\/mL in plasma \(/)).toBeVisible();
  expect(faults.messages).toEqual([]);
});

test('two doses stand side by side, both in the link, and their data can be saved', async ({ page }) => {
  await open(page, 'level=cell&dose=40min');
  await page.getByRole('button', dose).click();
  const panel = page.getByRole('dialog', { name: 'A dose that was given in a study' });
  await panel.getByRole('button', { name: 'Compare with a second dose' }).click();
  await expect(panel.getByRole('heading', { name: 'A, 40 minutes after the dose' })).toBeVisible();
  await expect(panel.getByRole('heading', { name: 'B, 40 minutes after the dose' })).toBeVisible();
  await expect.poll(() => [...query(page).keys()]).toContain('vs');
  await panel.getByRole('button', { name: 'Save the plot Ketamine in plasma' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Data as CSV' }).click();
  const stream = await (await saved).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  const csv = Buffer.concat(chunks).toString('utf8');
  expect(csv).toMatch(/^# Computed with the drug models .*Simons 2022.*band between models/);
  expect(csv).toMatch(/\r\nA: 0\.5 mg\/kg over 40 min,40,/);
  expect(csv).toMatch(/\r\n"?B: 2 mg\/kg/);
  await open(page, 'v=1&level=person&dose=40min&vs=racemate,iv-infusion,human,1mg/kg,40min,70kg,1x24h,all');
  await expect(page.locator('[data-plot="level"] [data-dose="B"]')).toBeVisible();
  await expect(page.getByText(/^A modelled 209/)).toBeVisible();
  await expect(page.getByText(/^B modelled 41\d/)).toBeVisible();
});

test('the synapse follows the dose until its concentration is set by hand', async ({ page }) => {
  await open(page, 'v=1&level=synapse&dose=40min&fol=1&tier=none');
  await expect.poll(() => Number(query(page).get('ket') ?? '1')).toBeLessThan(0.9);
  const early = Number(query(page).get('ket'));
  const slider = page.getByRole('slider', { name: 'Time', exact: true });
  await slider.focus();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => Number(query(page).get('ket') ?? early)).toBeLessThan(early / 2);
  await page.getByRole('slider', { name: 'Ketamine' }).fill('0.75');
  await expect.poll(() => query(page).get('fol') ?? '0').toBe('0');
  await expect.poll(() => Number(query(page).get('ket'))).toBeGreaterThan(5);
});

test('with two doses the synapse shows one against the other, and the link holds both', async ({ page }) => {
  await open(page, 'v=1&level=synapse&dose=40min&fol=1&vs=racemate,iv-bolus,human,2mg/kg,1min,70kg,1x24h,all&tier=none');
  const bench = page.getByRole('region', { name: 'Bench' });
  await expect(bench.getByText('dose B', { exact: true })).toBeVisible({ timeout: 40_000 });
  await expect(bench.getByText('dose A', { exact: true })).toBeVisible();
  await expect(bench.getByText(/NMDA part, \d+% more/)).toBeVisible();
  await expect(bench.getByText('before ketamine')).toHaveCount(0);
});

test('ketamine stands against memantine at the synapse, and says that this scheme is built here', async ({ page }) => {
  await open(page, 'v=1&level=synapse&drug=memantine&tier=none');
  const bench = page.getByRole('region', { name: 'Bench' });
  await expect(bench.getByText('with memantine', { exact: true })).toBeVisible({ timeout: 40_000 });
  await expect(bench.getByText(/nobody has published such a scheme/)).toBeVisible();
});
