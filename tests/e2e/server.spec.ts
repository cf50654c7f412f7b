import { readFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

/** What the server answers, before any decoding that a browser would do. */
async function ask(base: string | undefined, path: string, headers: Record<string, string> = {}) {
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    httpRequest(new URL(path, base), { headers }, resolve).on('error', reject).end(),
  );
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
}

const file = readFileSync('build/favicon.svg');
const page = readFileSync('build/en/lessons/c3.html');

test('a page is sent in the best coding that is accepted, and is the same in each', async ({
  baseURL,
}) => {
  const decoders = { br: brotliDecompressSync, gzip: gunzipSync };
  const tags = new Set<unknown>();
  for (const [coding, decode] of Object.entries(decoders)) {
    const answer = await ask(baseURL, '/en/lessons/c3', { 'Accept-Encoding': coding });
    expect(answer.headers).toMatchObject({
      'content-encoding': coding,
      'content-type': 'text/html;charset=utf-8',
      'content-length': String(answer.body.length),
      vary: 'Accept-Encoding',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(decode(answer.body).equals(page)).toBe(true);
    tags.add(answer.headers.etag);
  }
  const plain = await ask(baseURL, '/en/lessons/c3', { 'Accept-Encoding': 'br;q=0' });
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.body.equals(page)).toBe(true);
  tags.add(plain.headers.etag);
  expect(tags.size).toBe(3);
});

test('what has not changed is not sent again, coding by coding', async ({ baseURL }) => {
  const coded = { 'Accept-Encoding': 'gzip' };
  const { headers } = await ask(baseURL, '/en', coded);
  const again = { 'If-None-Match': String(headers.etag) };
  const unchanged = await ask(baseURL, '/en', { ...coded, ...again });
  expect(unchanged).toMatchObject({ status: 304, headers: { vary: 'Accept-Encoding' } });
  // In another coding it is another representation.
  expect((await ask(baseURL, '/en', { 'Accept-Encoding': 'br', ...again })).status).toBe(200);
});

test('a part of a file is a part of the file itself, not of its compressed form', async ({
  baseURL,
}) => {
  const answer = await ask(baseURL, '/favicon.svg', {
    Range: 'bytes=5-24',
    'Accept-Encoding': 'br, gzip',
  });
  expect(answer).toMatchObject({
    status: 206,
    headers: { 'content-range': `bytes 5-24/${file.length}`, 'content-length': '20' },
  });
  expect(answer.headers['content-encoding']).toBeUndefined();
  expect(answer.body.equals(file.subarray(5, 25))).toBe(true);
});

test('ranges that end nowhere: one outside is refused, an unusual one gets the whole file', async ({
  baseURL,
}) => {
  expect((await ask(baseURL, '/favicon.svg', { Range: 'bytes=999999-' })).status).toBe(416);
  for (const Range of ['bytes=-5', 'bytes=0-0', 'bytes=0-1,4-5', 'nonsense']) {
    const answer = await ask(baseURL, '/favicon.svg', { Range });
    expect(answer.status).toBe(200);
    expect(answer.body.equals(file)).toBe(true);
  }
});

test('an address that leads nowhere is answered compressed too, by 404', async ({ baseURL }) => {
  const answer = await ask(baseURL, '/en/nonsense', { 'Accept-Encoding': 'br' });
  expect(answer).toMatchObject({ status: 404, headers: { 'content-encoding': 'br' } });
  expect(brotliDecompressSync(answer.body).equals(readFileSync('build/404.html'))).toBe(true);
});
