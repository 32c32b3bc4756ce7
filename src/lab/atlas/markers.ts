/** Nuclei that the labels lack, as places: mm in MNI space, with what each place rests on. */
import type { MarkerRegion, Mni } from '../../model/atlas';

export interface Marker {
  readonly region: MarkerRegion;
  /** Left and right, or one place on the midline. */
  readonly places: { readonly left: Mni; readonly right: Mni } | { readonly midline: Mni };
  /** mm. */
  readonly uncertainty: number;
  readonly rule: string;
  readonly source: string;
}

const AAL3 = 'Centroid of the nucleus in AAL3v1 (Rolls et al. 2020, doi:10.1016/j.neuroimage.2019.116189), used as a cross-check only';

export const MARKERS: readonly Marker[] = [
  {
    region: 'lateral-habenula',
    places: { left: [-3.5, -22.5, 3], right: [3.2, -22.4, 3] },
    uncertainty: 2,
    rule: 'Seen in this scan: bright spots on the wall of the third ventricle behind the thalamus; lateral and medial habenula cannot be told apart',
    source: 'This scan; method of finding it: Salas et al. 2010 (doi:10.3389/fnhum.2010.00036)',
  },
  {
    region: 'ventral-tegmental-area',
    places: { left: [-4, -18, -14], right: [4, -18, -14] },
    uncertainty: 4,
    rule: 'Landmarks of this scan: between the interpeduncular fossa and the red nucleus',
    source: 'This scan; size and place: Trutti et al. 2021 (doi:10.1007/s00429-021-02231-w)',
  },
  {
    region: 'dorsal-raphe',
    places: { midline: [0, -27, -11] },
    uncertainty: 2,
    rule: 'Just ventral of the aqueduct, which this scan shows at (0, -28.5, -10)',
    source: `This scan. ${AAL3}`,
  },
  {
    region: 'locus-coeruleus',
    places: { left: [-4.4, -35, -27.1], right: [6, -35.3, -27.7] },
    uncertainty: 3,
    rule: 'Floor of the fourth ventricle; long from top to bottom',
    source: AAL3,
  },
  {
    region: 'hypothalamus',
    places: { left: [-4, -4, -10], right: [4, -4, -10] },
    uncertainty: 4,
    rule: 'Wall of the third ventricle in this scan, between the optic chiasm and the mammillary bodies',
    source: 'This scan, read by eye; no published coordinate was used',
  },
];
