import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { decodePack, packs, type Split } from '$lib/data';

/** The digits that every contestant trains on: the mini set's thousand, from the packs of the build. */
export function benchDigits(): Split {
  const url = new URL(`../static/data/${packs.mini.file}`, import.meta.url);
  return decodePack(gunzipSync(readFileSync(url)));
}
