import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { writeZip } from '$lib/formats/zip';

it('the files come out as they went in, in their folder', () => {
  const bytes = new Uint8Array([0, 255, 7]);
  const zip = writeZip({ 'b.txt': 'Größe, 数字', 'a.bin': bytes }, 'things');
  const files = unzipSync(zip);
  expect(Object.keys(files)).toEqual(['things/b.txt', 'things/a.bin']);
  expect(new TextDecoder().decode(files['things/b.txt'])).toBe('Größe, 数字');
  expect([...files['things/a.bin']]).toEqual([0, 255, 7]);
});

it('the same files give the same bytes', () => {
  expect(writeZip({ a: 'one' })).toEqual(writeZip({ a: 'one' }));
});
