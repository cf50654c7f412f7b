import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '$lib/pages/builder/evaluate';
import { linkToNetwork, networkFromLink } from '$lib/pages/builder/link';
import { firstNetwork, presetTexts } from '$lib/pages/builder/network-state.svelte';
import {
  mostLayers,
  notationProblem,
  readNotation,
  writeNotation,
} from '$lib/pages/builder/notation';
import hostileLinks from './hostile-links.json';
import { presets } from '$lib/pages/builder/presets';
import { newRow, layerKinds } from '$lib/pages/builder/row';

describe('notation', () => {
  it('every kind of layer, as it begins, comes back as it was', () => {
    const rows = layerKinds.map((kind, id) => newRow(id, kind));
    expect(readNotation(writeNotation(rows))).toEqual({ rows, dropped: 0 });
  });

  it.each([
    ['conv_6_k40_s0_p-1', 'impossible numbers are kept, to be spoken about'],
    ['conv_6_k5x3_psame', 'a height and a width, padding by name'],
    ['table_t01.12.02_k5_nobias', 'a table'],
    ['max_k3_s2_ceil', 'a flag'],
  ])('%s: %s', (text) => {
    const { rows } = readNotation(text);
    expect(rows[0].kind).not.toBe('unreadable');
    expect(writeNotation(rows)).toBe(text);
  });

  it('what was shared comes back as it was shared, whatever it says', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (parts) => {
        const text = parts.map((part) => part.replaceAll('~', '')).join('~');
        const { rows } = readNotation(text);
        const again = readNotation(writeNotation(rows)).rows;
        expect(again).toEqual(rows);
        for (const { kind, text } of rows) {
          expect(notationProblem(text) !== undefined).toBe(kind === 'unreadable');
        }
      }),
      { seed: 1998, numRuns: 500 },
    );
  });

  it('more layers than a link may have: the first ones, and how many are left out', () => {
    const text = Array(mostLayers + 2)
      .fill('relu')
      .join('~');
    const { rows, dropped } = readNotation(text);
    expect([rows.length, dropped]).toEqual([mostLayers, 2]);
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

  it.each(hostileLinks.map((link) => [link.query, link] as const))(
    '%s: what can be read is kept, the rest is marked',
    (query, { kinds, input = false, code, mend }) => {
      const { network, problems } = networkFromLink(new URLSearchParams(query));
      expect(network.rows.map(({ kind }) => kind)).toEqual(kinds);
      const places = kinds.flatMap((kind, at) => (kind === 'unreadable' ? [at + 1] : []));
      const expected = { input, unreadable: places, dropped: 0 };
      expect(problems).toEqual(input || places.length > 0 ? expected : undefined);
      if (input) expect(network.input).toEqual(firstNetwork.input);
      const marked = evaluate(network).rows.find(({ unreadable }) => unreadable);
      expect(marked?.unreadable?.code).toBe(code);
      expect(marked?.unreadable?.mend).toBe(mend);
    },
  );

  it('a link with an unreadable layer can be shared again', () => {
    const { network } = networkFromLink(new URLSearchParams('layers=conv_6_k5~lstm_64~relu'));
    const again = linkToNetwork(network);
    expect(again).toContain('conv_6_k5~lstm_64~relu');
    expect(networkFromLink(new URLSearchParams(again)).network).toEqual(network);
  });

  it('what cannot stand in a link gives none', () => {
    const rows = firstNetwork.rows.map((row) => ({ ...row, kernel: '五 apples' }));
    expect(linkToNetwork({ ...firstNetwork, rows })).toBeUndefined();
  });
});
