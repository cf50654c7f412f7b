import { fieldsOf } from '$lib/network';
import type { Locale } from '$lib/ui/locale';
import type { FoldedRows } from './folds';
import { messages } from './messages';
import type { Row } from './row';

/** The settings that tell layers of a kind apart, as they were typed: `5×5, 16`. */
function settingsOf(row: Row): string {
  const shown = (['kernel', 'out'] as const).filter((field) =>
    (fieldsOf(row) as readonly string[]).includes(field),
  );
  return shown
    .map((field) =>
      field === 'kernel' && !/\D/.test(row.kernel) ? `${row.kernel}×${row.kernel}` : row[field],
    )
    .join(', ');
}

/** What a block is, in two lines: its first layer, and what acts on what that makes. */
export function foldWords({ rows, times }: FoldedRows, locale: Locale): [string, string] {
  const t = messages[locale];
  const [{ row }, ...rest] = rows;
  const name =
    row.kind === 'activation'
      ? row.activation
      : [t[row.kind], settingsOf(row)].filter(Boolean).join(' ');
  const after = rest
    .filter((each) => each.row.kind !== row.kind)
    .map(({ row }) =>
      row.kind === 'activation' ? row.activation : `${t[row.kind]} ${settingsOf(row)}`.trim(),
    );
  return [times > 1 ? t.times(times, name) : name, [...new Set(after)].join(' · ')];
}
