// Serves the folder that this file lies in, on this machine: node serve.mjs [port]
// With the two headers that let the page's threads share memory. Needs Node 18 or later, nothing else.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const port = Number(process.argv[2]) || 4173;
const types = {
  '.html': 'text/html;charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.py': 'text/plain;charset=utf-8',
};

function isFile(path) {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The file that an address names, with or without `.html`; undefined where there is none in the folder. */
function fileOf(url) {
  let path;
  try {
    path = join(folder, decodeURIComponent(new URL(url, 'http://localhost').pathname));
  } catch {
    return undefined;
  }
  if (
    path !== folder.slice(0, -1) &&
    !path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
  )
    return undefined;
  const bare = path.replace(/[\\/]+$/, '');
  return [path, `${bare}.html`, join(bare, 'index.html')].find(isFile);
}

createServer((request, response) => {
  const file = fileOf(request.url);
  const shown = file ?? join(folder, '404.html');
  response.writeHead(file ? 200 : 404, {
    'Content-Type': types[extname(shown)] ?? 'application/octet-stream',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cache-Control': 'no-cache',
  });
  createReadStream(shown).pipe(response);
}).listen(port, 'localhost', () => console.log(`LeNet-5 notebook: http://localhost:${port}`));
