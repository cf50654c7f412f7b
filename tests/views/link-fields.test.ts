import { expect, test } from 'vitest';
import { linkFieldWords } from '$lib/pages/microscope/link-fields';
import { numberRanges, settingsFields } from '$lib/training';
import { fieldWithRange } from '$lib/views/layer-calculator/form/field-words';
import {
  defaultSettings,
  layerKinds,
  type LayerSettings,
} from '$lib/views/layer-calculator/form/settings';
import { settingWithRange } from '$lib/views/runs/rejected-settings';
import { defaultLink, type MicroscopeLink } from '$lib/views/stepping/link';

const locales = ['en', 'zh'] as const;
const settings = Object.keys(settingsFields);
const steps = Object.keys(defaultLink) as (keyof MicroscopeLink)[];
const form = Object.keys(defaultSettings.conv) as (keyof LayerSettings)[];

/** A name that is written in one word of several, or short, is the code's; others are words themselves. */
const isCode = (name: string) => /[A-Z]/.test(name) || name === 'lr';

test.each(locales)(
  'what is wrong in a link is called as its page calls it, with what it may be: %s',
  (locale) => {
    const said = [
      ...settings.map((field) => [field, settingWithRange(field, locale)]),
      ...steps.map((field) => [field, linkFieldWords(field, locale)]),
      ...layerKinds.flatMap((kind) =>
        form.map((field) => [field, fieldWithRange(field, kind, locale)]),
      ),
    ];
    for (const [field, words] of said) {
      expect(words).toMatch(/^[^(（]+ ?[(（].+[)）]$|^[^(（]+[(（].*[)）]\s[(（].+[)）]$/);
      expect(words).not.toContain('undefined');
      if (isCode(field)) expect(words.replace('ceil_mode', '')).not.toContain(field);
    }
  },
);

test.each(locales)('a setting that is a number has the bounds of its field: %s', (locale) => {
  for (const [field, { minimum, maximum }] of Object.entries(numberRanges)) {
    const numbers = settingWithRange(field, locale)
      .replaceAll(',', '')
      .match(/[\d.]+/g);
    expect(numbers?.map(Number)).toEqual([minimum, maximum]);
  }
});

test('the kind of a layer decides what its field is called', () => {
  expect(fieldWithRange('in', 'linear', 'en')).toBe(
    'numbers in (a whole number from 1 to 1,000,000)',
  );
  expect(fieldWithRange('in', 'pool', 'en')).toMatch(/^channels \(/);
  expect(fieldWithRange('paddingWidth', 'conv', 'en')).toBe(
    'padding, width (a whole number from 0 to 1,000,000)',
  );
});
