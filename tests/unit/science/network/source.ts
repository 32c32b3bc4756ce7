/** The pack's Parameters and schemes, read once. */
import { readNetworkPart } from '../../../../src/lab/network-pack';

export const PART = readNetworkPart();
