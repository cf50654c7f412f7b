import '../../figures/no-canvas';
import { configure, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { beforeAll, expect, test } from 'vitest';
import { readNetwork } from '$lib/network';
import MicroscopeView from '$lib/pages/microscope/MicroscopeView.svelte';
import { freshNetwork, traceDigit } from '$lib/views/sample/trace-digit';
import { Microscope } from '$lib/views/stepping/microscope.svelte';
import { updateRule, usualUpdate } from '$lib/views/stepping/update-rule';

// Whether an element is hidden by a style sheet costs jsdom seconds to find out; none is loaded here.
beforeAll(() => configure({ defaultHidden: true }));

const pixels = Uint8Array.from({ length: 784 }, (_, i) => (i % 28 > 9 && i % 28 < 14 ? 230 : 0));

/** Small networks that have all operations between them, as links write them. */
const networks = [
  '1x28x28~conv_2_k3_p1~relu~max_k4~res(conv_2_k3_p1~relu~conv_2_k3_p1)~relu~linear_10',
  '1x28x28~conv_2_k3_s3~tanh~res(conv_3_k3_p1_s2)(conv_3_k1_s2)~sigmoid~linear_10',
  '1x32x32~conv_2_k5_s3~bn~scaledtanh~sub_k2~linear_10',
  '1x28x28~conv_2_k5_s4~leakyrelu~avg_k2~linear_8~dropout~linear_10',
  '1x28x28~linear_10',
  '1x28x28~conv_2_k5_s6~scaledtanh~sub_k2~scaledtanh~table_t0.01_k1~scaledtanh~linear_84~scaledtanh~rbf_10~map_j90',
];

test.each(networks)('every step of %s can be seen', async (text) => {
  const read = readNetwork(text);
  if (!read.ok) throw new Error(JSON.stringify(read));
  const network = freshNetwork(0, read.network);
  const digit = { pixels, label: 1 };
  const { rule, lr } = usualUpdate(text);
  const settings = { rule: updateRule(rule, lr), first: [digit, digit] };
  const trace = traceDigit(digit, network, { description: read.network, ...settings });
  const microscope = new Microscope(trace, 0);
  render(MicroscopeView, { microscope, pixels });
  const seen = new Set<string>();
  for (let step = 0; step < microscope.steps.length; step++) {
    microscope.goTo(step);
    await tick();
    seen.add(screen.getByRole('heading', { level: 2 }).textContent);
    expect(document.querySelector('output[name=value]')?.textContent).toMatch(/\d/);
  }
  expect(seen.size).toBeGreaterThan(5);
});
