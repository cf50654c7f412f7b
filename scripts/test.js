import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureInstalled, run, runQuietly } from './install.js';
import { endWithReader } from './pipe.js';

endWithReader();

process.chdir(new URL('..', import.meta.url).pathname);
ensureInstalled();

const results = '.cache/test-results';
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const counts = { passed: 0, failed: 0, skipped: 0 };

/** Runs one stage; a stage that fails and counts no failed test of its own counts as one. */
async function stage(name, action, count) {
  console.log(`\n— ${name}`);
  let failure;
  try {
    await action();
  } catch (error) {
    failure = error;
  }
  const before = counts.failed;
  try {
    count?.();
  } catch (error) {
    failure ??= error;
  }
  if (failure && counts.failed === before) {
    counts.failed += 1;
    console.error(`${name} failed: ${failure.message}`);
  }
  return failure === undefined;
}

/** Starts commands one after the other, showing nothing yet: for each, a promise of how it went. */
function lane(...commands) {
  let last = Promise.resolve();
  return commands.map(([command, ...args]) => (last = last.then(() => runQuietly(command, args))));
}

/** The stage of a command that a lane runs: what it printed is shown once it is done. */
const laneStage = (name, running) =>
  stage(name, async () => {
    const { ok, output } = await running;
    if (output.trim()) console.log(output.trim());
    if (!ok) throw new Error('see above');
  });

const readJson = (file) => JSON.parse(readFileSync(`${results}/${file}`, 'utf8'));

function countVitest() {
  const report = readJson('unit.json');
  counts.passed += report.numPassedTests;
  counts.failed += report.numFailedTests;
  counts.skipped += report.numPendingTests + report.numTodoTests;
}

function countPlaywright() {
  const { stats } = readJson('e2e.json');
  counts.passed += stats.expected + stats.flaky;
  counts.failed += stats.unexpected;
  counts.skipped += stats.skipped;
}

await stage('data, kernels and generated types', () => {
  run('npm', ['run', '--silent', 'assets']);
  run('npx', ['svelte-kit', 'sync']);
});
// Each of these keeps one core busy, so they run in two lanes. None may generate types any more: that
// would change files that the build is reading.
const [build, style] = lane(['npx', 'vite', 'build'], ['npm', 'run', '--silent', 'lint']);
const [types, rules] = lane(
  ['npm', 'run', '--silent', 'types'],
  ['npm', 'run', '--silent', 'rules'],
);
const built = await laneStage('build', build);
await laneStage('types', types);
await laneStage('import rule and unused code', rules);
await laneStage('style', style);
await stage(
  'unit and component tests',
  () =>
    run('npx', [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${results}/unit.json`,
    ]),
  countVitest,
);
if (built) {
  await stage('size of what a reader downloads', () => run('npx', ['size-limit']));
  const { ensureChromium } = await import('./browser.js');
  await stage(
    'browser tests',
    () => {
      process.env.CHROMIUM_PATH = ensureChromium();
      process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = `${results}/e2e.json`;
      run('npx', ['playwright', 'test', '--reporter=list,json']);
    },
    countPlaywright,
  );
}

console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed === 0 ? 0 : 1);
