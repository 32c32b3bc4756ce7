/** `npm run bench`: timings as ratios in one run. They inform; no test depends on them. */
import { benchMirror } from './bench/mirror';
import { benchPage } from './bench/page';
import { benchNetwork } from './bench/network';
import { benchPlate } from './bench/plate';
import { benchReceptors } from './bench/receptors';
import { benchSynapse } from './bench/synapse';

const rows = [
  ...(await benchReceptors()),
  ...(await benchSynapse()),
  ...(await benchNetwork()),
  ...(await benchPage()),
  ...(await benchPlate()),
  ...(await benchMirror()),
];
const width = Math.max(...rows.map((row) => row.name.length));
for (const row of rows) console.log(`${row.name.padEnd(width)}  ${String(row.value).padStart(10)} ${row.unit}  ${row.note}`);
