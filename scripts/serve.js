import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { renderUnicodeCompact } from 'uqr';
import { simplify } from './negotiate.js';

const build = fileURLToPath(new URL('../build', import.meta.url));
const defaultPort = 4173;
const suffixes = { br: '.br', gzip: '.gz' };

/**
 * Cross-origin isolation lets the page's workers share memory, so that training uses every core. What
 * is named by its content never changes; all else is asked for anew, or a page would name scripts of
 * the build before.
 */
function setHeaders(response, pathname) {
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
  const isNamedByContent = pathname.includes('/_app/immutable/');
  response.setHeader(
    'Cache-Control',
    isNamedByContent ? 'public,max-age=31536000,immutable' : 'no-cache',
  );
}

/** `/en/lessons/` → `/en/lessons`, where a page stands; undefined for an address without such a slash. */
function withoutSlash(url) {
  const [, path, query] = /^\/+(.*?)\/+(\?.*)?$/.exec(url) ?? [];
  return path ? `/${path}${query ?? ''}` : undefined;
}

/** This machine's addresses in its networks. */
const networkAddresses = () =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);

/**
 * Serves the built site and prints its address: on this machine only, or, with `--host` on the command line, for
 * the network too, each address with a QR code for phones. The port is the one given, else `PORT`, else the first
 * free one from 4173 on.
 */
export async function serve(port = Number(process.env.PORT) || undefined) {
  const isForNetwork = process.argv.includes('--host');
  if (!existsSync(build)) throw new Error('There is no build yet: run `npm run build` first.');
  const files = sirv(build, {
    extensions: ['html'],
    setHeaders,
    etag: true,
    brotli: true,
    gzip: true,
  });
  const server = createServer((request, response) => {
    // A page names its scripts relative to its own address, so it must not be shown at another.
    const location = withoutSlash(request.url);
    if (location) return response.writeHead(308, { Location: location }).end();
    const [coding] = simplify(request.headers);
    // Also on the answer that nothing has changed.
    setHeaders(response, request.url.split('?')[0]);
    return files(request, response, () => {
      setHeaders(response, '');
      if (coding) response.setHeader('Content-Encoding', coding);
      response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' });
      createReadStream(`${build}/404.html${suffixes[coding] ?? ''}`).pipe(response);
    });
  });
  const host = isForNetwork ? '0.0.0.0' : 'localhost';
  const listening = await listen(server, port ?? defaultPort, host, port === undefined);
  console.log(`LeNet-5 notebook: http://localhost:${listening}`);
  for (const address of isForNetwork ? networkAddresses() : []) {
    const url = `http://${address}:${listening}`;
    console.log(`\n${url}\n${renderUnicodeCompact(url)}`);
  }
}

function listen(server, port, host, mayMove) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (mayMove && error.code === 'EADDRINUSE') resolve(listen(server, port + 1, host, mayMove));
      else reject(error);
    });
    server.listen(port, host, () => resolve(port));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await serve();
