import { languageMessages } from '$lib/pages/scratch/language-messages';
import LanguageTable from '$lib/pages/scratch/LanguageTable.svelte';
import { builtIns } from '$lib/notebook/formula';
import { createLanguage } from '$lib/notebook/formula/mathjs';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';

test('every function has its row, and all that is written there is in the language', async () => {
  render(LanguageTable);
  await userEvent.click(screen.getByText('What can be written'));
  const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
  const written = rows.map((row) => within(row).getAllByRole('cell')[0]!.textContent!);
  const language = createLanguage();
  for (const text of written) expect(language.parse(text).ok, text).toBe(true);
  for (const name of builtIns.keys()) {
    expect(
      written.some((text) => text.startsWith(`${name}(`)),
      name,
    ).toBe(true);
  }
  for (const row of rows) expect(within(row).getAllByRole('cell')[2]).not.toBeEmptyDOMElement();
});

test('the table is said in Chinese, too', () => {
  expect(Object.keys(languageMessages.zh)).toEqual(Object.keys(languageMessages.en));
});
