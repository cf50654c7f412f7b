import { describe, expect, it } from 'vitest';
import { evaluate } from '$lib/pages/builder/evaluate';
import { linkToNetwork, networkFromLink } from '$lib/pages/builder/link';
import { firstNetwork, textsOfNetwork } from '$lib/pages/builder/network-state.svelte';
import hostileLinks from './hostile-links.json';
import { presets } from '$lib/network/presets';

describe('links', () => {
  it('the first network needs no query', () => {
    expect(linkToNetwork(firstNetwork)).toBe('');
    expect(networkFromLink(new URLSearchParams())).toEqual({ network: firstNetwork });
  });

  it.each(presets.slice(1).map((preset) => [preset.title, preset] as const))(
    '%s: there and back',
    (_title, preset) => {
      const network = textsOfNetwork(preset.network);
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
      if (input) expect(network.input).toEqual({ channels: '1', height: '28', width: '28' });
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
