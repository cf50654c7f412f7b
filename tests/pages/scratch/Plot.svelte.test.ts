import Plot from '$lib/pages/scratch/Plot.svelte';
import { evaluateNotebook, type CellResult } from '$lib/notebook/formula';
import { createLanguage } from '$lib/notebook/formula/mathjs';
import { cleanup, render, screen } from '@testing-library/svelte';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doubles, ranges } from '../../figures/chart/doubles';
import { hostilePlots } from '../../notebook/formula/hostile-expressions';

type Result = Extract<CellResult, { type: 'plot' }>;

function draw(result: Result, isDotted: boolean) {
  const { container } = render(Plot, { result, variable: 'x', isDotted });
  const elements = [...container.querySelectorAll('svg, svg *')];
  const attributes = elements.flatMap((element) => [...element.attributes]);
  return { elements, attributes: attributes.map(({ name, value }) => `${name}=${value}`) };
}

/** The picture has numbers in every attribute, and not many elements. */
function expectDrawn(result: Result, isDotted: boolean) {
  const { elements, attributes } = draw(result, isDotted);
  expect(screen.getByRole('img')).toBeInTheDocument();
  expect(elements.length).toBeLessThan(1000);
  expect(attributes.filter((attribute) => /NaN|Infinity|undefined|null/.test(attribute))).toEqual(
    [],
  );
}

describe('a hostile plot is a picture of numbers', () => {
  test.each(hostilePlots)('$name', ({ name: _, ...settings }) => {
    const plot = { id: 'plot', type: 'plot', title: '', variable: 'x', ...settings } as const;
    const result = evaluateNotebook([plot], createLanguage()).results.get('plot') as Result;
    if (result.curves.length > 0) expectDrawn(result, settings.step > 0);
  });

  test('of any heights over any range', () => {
    const heights = fc.array(fc.oneof(doubles, fc.constant(null)), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(ranges, heights, fc.boolean(), ([from, to], three, isDotted) => {
        const places = [...new Set([from, from / 2 + to / 2, to])].sort((a, b) => a - b);
        const curve = { tex: 'x', label: 'x', heights: three.slice(0, places.length) };
        expectDrawn(
          { type: 'plot', variableTex: 'x', places, curves: [curve], problems: [] },
          isDotted,
        );
        cleanup();
      }),
      { numRuns: 60 },
    );
  });
});

test('the numbers of the axes tell their places apart', () => {
  const places = [0, 1, 2, 3, 4];
  const heights = places.map((place) => 1_000_000 + place);
  const curve = { tex: 'x', label: 'x', heights };
  draw({ type: 'plot', variableTex: 'x', places, curves: [curve], problems: [] }, true);
  for (const tick of ['1e6', '1.000001e6', '1.000002e6', '1.000003e6', '1.000004e6']) {
    expect(screen.getAllByText(tick).length).toBeGreaterThan(0);
  }
});
