import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Notices from '$lib/pages/microscope/Notices.svelte';

const given = { remarks: { rejected: [] }, file: undefined, onretry: () => {} };

test('weights that were trained with zeros around the digits are said to be', () => {
  render(Notices, { ...given, border: 'zeros' });
  expect(screen.getByRole('status')).toHaveTextContent(/trained with zeros around the digits/);
});

test.each(['background', undefined] as const)('of a border of %s nothing is said', (border) => {
  render(Notices, { ...given, border });
  expect(screen.queryByRole('status')).toBeNull();
});
