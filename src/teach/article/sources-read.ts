/** How many of the papers behind a grade were read again, and when last. */
import type { Reference, Statement } from '../../model/schema';

export interface SourcesRead {
  /** Papers of which at least a part was read. */
  readonly read: number;
  readonly count: number;
  /** The last day, as YYYY-MM-DD. */
  readonly on: string;
}

/** Null when none of the papers was looked for again, or none is there. A paper on both sides counts once. */
export function sourcesRead(
  { references, contradicting }: Pick<Statement, 'references' | 'contradicting'>,
  paperOf: (id: string) => Pick<Reference, 'reading'> | undefined,
): SourcesRead | null {
  const readings = [...new Set<string>([...references, ...contradicting])].map((id) => paperOf(id)?.reading);
  const on = readings
    .flatMap((reading) => reading?.on ?? [])
    .toSorted()
    .at(-1);
  if (on === undefined) return null;
  const read = readings.filter((reading) => reading !== undefined && reading.extent !== 'not found').length;
  return { read, count: readings.length, on };
}
