import { describe, expect, it } from 'vitest';
import { evaluate } from '$lib/pages/builder/evaluate';
import { networkFromLink } from '$lib/pages/builder/link';

const networkOf = (layers: string) => networkFromLink(new URLSearchParams({ layers })).network;

/** How many rows of the second network have a view that the first did not have. */
function changed(before: ReturnType<typeof networkOf>, after: ReturnType<typeof networkOf>) {
  const views = new Set(evaluate(before).rows);
  return evaluate(after).rows.filter((view) => !views.has(view)).length;
}

const withRow = (
  network: ReturnType<typeof networkOf>,
  at: number,
  changes: Partial<(typeof network.rows)[number]>,
) => ({ ...network, rows: network.rows.with(at, { ...network.rows[at], ...changes }) });

describe('evaluate: what has not changed is not drawn anew', () => {
  const network = networkOf(Array(200).fill('conv_4_k3_p1').join('~'));

  it('a change of the last layer of 200: one view', () => {
    expect(changed(network, withRow(network, 199, { out: '5' }))).toBe(1);
  });

  it('other channels of the first layer: it and the one that reads them', () => {
    expect(changed(network, withRow(network, 0, { out: '5' }))).toBe(2);
  });

  it('another size of the first layer: all of them', () => {
    expect(changed(network, withRow(network, 0, { padding: '2' }))).toBe(200);
  });

  it('a layer that breaks: it and all behind it, and back again', () => {
    const broken = withRow(network, 150, { kernel: '99' });
    expect(changed(network, broken)).toBe(50);
    expect(changed(broken, network)).toBe(50);
  });
});
