import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STILL_SIZE, STILL_VIEWS, stillOf, type StillPlace } from '../../../../src/views/plate3d/stills';

const PUBLIC = join(import.meta.dirname, '../../../../public');
const places = Object.keys(STILL_VIEWS) as StillPlace[];

describe.each(places.flatMap((place) => [[place, 'paper'] as const, [place, 'lecture'] as const]))(
  'the still of %s, %s',
  (place, theme) => {
    const file = readFileSync(join(PUBLIC, stillOf(place, theme).src));

    it('is a WebP picture of the size that its frame is computed with', () => {
      expect(file.toString('latin1', 0, 4)).toBe('RIFF');
      // The extended header, which holds the size of the picture less one.
      expect(file.toString('latin1', 8, 16)).toBe('WEBPVP8X');
      expect({ width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 }).toEqual(STILL_SIZE);
    });

    it('is at most 200 kB', () => {
      expect(file.length).toBeLessThanOrEqual(200_000);
    });
  },
);
