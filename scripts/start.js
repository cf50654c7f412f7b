import { ensureInstalled, run } from './install.js';

process.chdir(new URL('..', import.meta.url).pathname);
ensureInstalled();
run('npm', ['run', 'build']);
const { serve } = await import('./serve.js');
await serve();
