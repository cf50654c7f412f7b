import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureInstalled, run } from './install.js';

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

const script = (name, ...args) =>
  run('npm', ['run', '--silent', name, ...(args.length ? ['--', ...args] : [])]);
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

await stage('data and kernels', () => script('assets'));
await stage('types', () => script('check'));
await stage('style', () => script('lint'));
await stage('import rule and unused code', () => script('rules'));
await stage(
  'unit and component tests',
  () =>
    script(
      'unit',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${results}/unit.json`,
    ),
  countVitest,
);
const built = await stage('build', () => script('build'));
if (built) {
  await stage('size of what a reader downloads', () => script('size'));
  const { ensureChromium } = await import('./browser.js');
  await stage(
    'browser tests',
    () => {
      process.env.CHROMIUM_PATH = ensureChromium();
      process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = `${results}/e2e.json`;
      script('e2e', '--reporter=list,json');
    },
    countPlaywright,
  );
}

console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed === 0 ? 0 : 1);
