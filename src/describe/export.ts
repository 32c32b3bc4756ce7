/** Data of a plot as files that say where their numbers come from. */

export interface PlotColumn {
  readonly id: string;
  readonly label: string;
  readonly unit?: string;
}

/** Rows of numbers or words, one entry a column; null where nothing is known. */
export interface PlotTable {
  readonly columns: readonly PlotColumn[];
  readonly rows: readonly (readonly (number | string | null)[])[];
}

/** A field of a CSV file (RFC 4180): quoted where it needs to be. A leading sign of a formula is kept from being run by spreadsheets. */
function field(value: number | string | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = /^[=+@\t\r-]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The table as CSV, its sources and link in comment lines at the top. */
export function csvOf({ columns, rows }: PlotTable, cite: string, link: string): string {
  const head = columns.map(({ label, unit }) => field(unit === undefined ? label : `${label} (${unit})`));
  const comments = [cite, link].map((line) => `# ${line.replace(/[\r\n]+/g, ' ')}`);
  return `${[...comments, head.join(','), ...rows.map((row) => row.map(field).join(','))].join('\r\n')}\r\n`;
}

/** The same as JSON; numbers that are not finite become null. */
export function jsonOf({ columns, rows }: PlotTable, cite: string, link: string): string {
  const sound = rows.map((row) => row.map((value) => (typeof value === 'number' && !Number.isFinite(value) ? null : value)));
  return `${JSON.stringify({ cite, link, columns, rows: sound }, null, 1)}\n`;
}
