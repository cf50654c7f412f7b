import { parseArgs } from 'node:util';
import { run } from './install.js';

/*
 * Builds the site: `npm run build`, or `npm run build -- --base /lenet` where the path below which it will stand is
 * known. Without it the pages name what they need relative to themselves and work below any path.
 */
const { values } = parseArgs({ options: { base: { type: 'string', default: '' } } });
const base = values.base.replace(/\/+$/, '');
if (base && !/^(\/[\w.~-]+)+$/.test(base)) {
  console.error(
    `--base ${values.base}: write the path below which the site will stand, as in --base /lenet`,
  );
  process.exit(1);
}
run('npx', ['vite', 'build'], { env: { ...process.env, BASE_PATH: base } });
