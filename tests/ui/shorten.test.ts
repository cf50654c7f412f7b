import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shorten } from '$lib/ui/shorten';

test.each([
  ['', ''],
  ['conv1.weight', 'conv1.weight'],
  ['a'.repeat(60), 'a'.repeat(60)],
  ['a'.repeat(40) + 'b'.repeat(21), `${'a'.repeat(40)}…${'b'.repeat(19)}`],
  ['x'.repeat(50_000), `${'x'.repeat(40)}…${'x'.repeat(19)}`],
  ['数'.repeat(61), `${'数'.repeat(40)}…${'数'.repeat(19)}`],
  ['😀'.repeat(61), `${'😀'.repeat(40)}…${'😀'.repeat(19)}`],
  ['a\nb\u202ec\u0000', 'a�b�c�'],
])('%j is shown as %j', (text, shown) => {
  expect(shorten(text)).toBe(shown);
});

test('never longer than wanted, never half a letter, and the same once more', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.integer({ min: 4, max: 80 }),
      (text, most) => {
        const shown = shorten(text, most);
        expect(Array.from(shown).length).toBeLessThanOrEqual(most);
        expect(shown.isWellFormed()).toBe(true);
        expect(shorten(shown, most)).toBe(shown);
      },
    ),
  );
});
