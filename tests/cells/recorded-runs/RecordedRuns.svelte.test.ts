import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import RecordedRuns from '$lib/cells/recorded-runs/RecordedRuns.svelte';
import { articleRuns, oneCycleEnds } from '$lib/cells/recorded-runs/recorded';

test('recorded runs are a picture with a name that says how they went', () => {
  render(RecordedRuns);
  const picture = screen.getByRole('img', { name: /between 80% and 88% after the tenth/ });
  expect(picture.querySelectorAll('polyline')).toHaveLength(articleRuns.length);
  expect(screen.getByText(/99.1% to 99.3%|99.1% to 99.4%/)).toBeVisible();
  expect(oneCycleEnds.every((share) => share > 99)).toBe(true);
});
