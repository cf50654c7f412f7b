import { expect, test } from 'vitest';
import { locales } from '$lib/ui/locale';
import { loadSentence } from '$lib/ui/load/load-sentence';
import type { LoadProblem, LoadReason } from '$lib/ui/load/problem';

const table: [LoadReason, RegExp, RegExp][] = [
  [{ reason: 'offline' }, /this device is offline/, /没有联网/],
  [{ reason: 'unreachable' }, /did not answer/, /没有应答/],
  [{ reason: 'stalled', seconds: 20, received: 0 }, /nothing has come for 20 seconds/, /20 秒/],
  [{ reason: 'stalled', seconds: 20, received: 398 }, /after 398 B nothing more/, /收到 398 B 后/],
  [{ reason: 'page' }, /a web page came in its place/, /收到的是一个网页/],
  [{ reason: 'cut-short', received: 2_400 }, /after 2 kB\./, /收到 2 kB 后/],
  [
    { reason: 'cut-short', received: 2_400, expected: 1_177_548 },
    /after 2 kB of 1\.2 MB/,
    /共 1\.2 MB，只收到 2 kB/,
  ],
  [{ reason: 'damaged' }, /what arrived is damaged/, /已损坏/],
  [{ reason: 'status', status: 404 }, /does not have this file \(404\)/, /没有这个文件（404）/],
  [{ reason: 'status', status: 403 }, /refuses to give it out \(403\)/, /拒绝提供（403）/],
  [{ reason: 'status', status: 503 }, /cannot answer at the moment \(503\)/, /暂时无法应答（503）/],
  [{ reason: 'status', status: 418 }, /answered 418/, /返回了 418/],
];

test.each(table)('%o', (reason, en, zh) => {
  const problem: LoadProblem = { what: 'weights', ...reason };
  expect(loadSentence('en', problem)).toMatch(en);
  expect(loadSentence('zh', problem)).toMatch(zh);
});

test('every sentence names the file and says what to do', () => {
  for (const [reason] of table) {
    for (const locale of locales) {
      const sentence = loadSentence(locale, { what: 'digits', ...reason });
      expect(sentence).toMatch(/^Could not load the digits: |^无法加载手写数字：/);
      expect(sentence).toMatch(/try again|Try again|load the page again|Wait|重试|再试|重新加载/);
    }
  }
});
