/**
 * `npm run bench`: trains the same steps with this project's kernels and with what a reader might use
 * instead, side by side and in turns, and writes the table that the README shows. PyTorch takes part
 * where python3 has it. `--rounds N` (12), `--runs N` of the page to 99% (3), `--no-write`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { busyTable, takeBusyRounds } from './busy';
import { field } from './field';
import { takeRounds } from './rounds';
import { median, report, withReport } from './table';
import { timeTo99 } from './time-to-99';
import { endWithReader } from '../scripts/pipe.js';

endWithReader();

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '12' },
    runs: { type: 'string', default: '3' },
    'no-write': { type: 'boolean', default: false },
  },
});

const folder = fileURLToPath(new URL('.', import.meta.url));
const readme = fileURLToPath(new URL('../README.md', import.meta.url));

if (!existsSync(`${folder}node_modules`)) {
  execFileSync('npm', ['ci', '--prefix', folder], { stdio: 'inherit' });
}

const measured = await takeRounds(field(), Number(values.rounds), console.log);
const busy = await takeBusyRounds(Math.ceil(Number(values.rounds) / 2), console.log);
const runs = await timeTo99(Number(values.runs));
const seconds = runs.map((run) => run.seconds);
const notes = [
  busyTable(busy),
  '',
  `From the press of the button to 99.0% of the 10,000 test digits, on the page in Chromium (one-cycle recipe, digits loaded, ${runs.length} runs): ${Math.min(...seconds).toFixed(1)} s at best, ${median(seconds).toFixed(1)} s in the middle; longest task on the page’s main thread: ${Math.max(...runs.map((run) => run.longestTask)) || 'none over 50'} ms.`,
];
const tables = report(measured, notes, new Date());
console.log(`\n${tables}`);
if (!values['no-write']) writeFileSync(readme, withReport(readFileSync(readme, 'utf8'), tables));
process.exit(0);
