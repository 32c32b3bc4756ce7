/** The English catalogue: every word of the interface, one file an area. Content words live in packs, not here. */
import { app } from './app';
import { cell } from './cell';
import { evidence } from './evidence';
import { keys } from './keys';
import { navigator } from './navigator';
import { notices } from './notices';
import { outline } from './outline';
import { panel } from './panel';
import { quantities } from './quantities';
import { speech } from './speech';

export const en = { app, navigator, panel, cell, evidence, outline, notices, speech, quantities, keys };
