/** A flat cut parallel to the midline, as paths in mm of the midline picture. */
import type { RegionOutline } from './outlines';

export interface AtlasSection {
  /** mm to the left of the midline. */
  readonly left: number;
  readonly tissue: string;
  readonly white: string;
  readonly regions: readonly RegionOutline[];
}
