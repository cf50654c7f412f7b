import { describe, expect, it } from 'vitest';
import { linkToNetwork, networkFromLink } from '$lib/pages/builder/link';
import { firstNetwork, presetTexts } from '$lib/pages/builder/network-state.svelte';
import { mostLayers, readNotation, writeNotation } from '$lib/pages/builder/notation';
import { presets } from '$lib/pages/builder/presets';
import { newRow, rowKinds } from '$lib/pages/builder/row';

describe('notation', () => {
  it('every kind of layer, as it begins, comes back as it was', () => {
    const rows = rowKinds.map((kind, id) => newRow(id, kind));
    expect(readNotation(writeNotation(rows))).toEqual({ ok: true, rows });
  });

  it.each([
    ['conv_6_k40_s0_p-1', 'impossible numbers are kept, to be spoken about'],
    ['conv_6_k5x3_psame', 'a height and a width, padding by name'],
    ['table_t01.12.02_k5_nobias', 'a table'],
    ['max_k3_s2_ceil', 'a flag'],
  ])('%s: %s', (text) => {
    const read = readNotation(text);
    expect(read.ok && writeNotation(read.rows)).toBe(text);
  });

  it.each([
    ['conv_6~cnv_3', 2, 'cnv_3'],
    ['conv_6_z4', 1, 'conv_6_z4'],
    ['relu_5', 1, 'relu_5'],
    ['linear_10_k5', 1, 'linear_10_k5'],
    ['conv_6~~relu', 2, ''],
    ['__proto__', 1, '__proto__'],
  ])('%s: names the layer that makes no sense', (text, layer, part) => {
    expect(readNotation(text)).toEqual({ ok: false, layer, text: part });
  });

  it('more layers than a link may have', () => {
    const text = Array(mostLayers + 1)
      .fill('relu')
      .join('~');
    expect(readNotation(text)).toMatchObject({ ok: false, layer: mostLayers + 1 });
  });
});

describe('links', () => {
  it('the first network needs no query', () => {
    expect(linkToNetwork(firstNetwork)).toBe('');
    expect(networkFromLink(new URLSearchParams())).toEqual({ network: firstNetwork });
  });

  it.each(presets.slice(1).map((preset) => [preset.title, preset] as const))(
    '%s: there and back',
    (_title, preset) => {
      const network = presetTexts(preset);
      const link = linkToNetwork(network);
      expect(networkFromLink(new URLSearchParams(link))).toEqual({ network });
    },
  );

  it.each([
    ['input=1x28', { part: 'input' }],
    ['input=axbxc', { part: 'input' }],
    ['layers=conv_6~what', { part: 'layers', layer: 2, text: 'what' }],
  ])('%s: the first network, and what is wrong', (query, problem) => {
    expect(networkFromLink(new URLSearchParams(query))).toEqual({ network: firstNetwork, problem });
  });

  it('what cannot stand in a link gives none', () => {
    const rows = firstNetwork.rows.map((row) => ({ ...row, kernel: '五 apples' }));
    expect(linkToNetwork({ ...firstNetwork, rows })).toBeUndefined();
  });
});
