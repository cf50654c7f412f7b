import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { run } from './install.js';

const systemNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

function starts(path) {
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The path of a Chromium that starts: `CHROMIUM_PATH`, the system's own, or Playwright's; or undefined. */
export function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = systemNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  const candidates = [process.env.CHROMIUM_PATH, ...onPath, chromium.executablePath()];
  return candidates.find((path) => path && existsSync(path) && starts(path));
}

/** Ways to get a Chromium, in the order they are tried; the last needs root and Debian's packages. */
const installers = [
  () => run('npx', ['playwright', 'install', 'chromium']),
  () => run('npx', ['playwright', 'install', '--with-deps', 'chromium']),
  () => {
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  },
];

/** Finds a Chromium, installing one where there is none; throws a sentence where that fails. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  for (const install of isRoot ? installers : installers.slice(0, 1)) {
    try {
      install();
    } catch {
      continue;
    }
    const path = findChromium();
    if (path) return path;
  }
  throw new Error(
    'No Chromium for the browser tests could be found or installed. Install one, or set CHROMIUM_PATH to it.',
  );
}
