import { locales, splitPath } from '$lib/ui/locale';
import { defineMessages } from '$lib/ui/messages';
import { expect, expectTypeOf, test } from 'vitest';

const en = { title: 'Train', rows: (count: number) => `${count} rows` };

test('every language has its own words', () => {
  const messages = defineMessages({ en, zh: { title: '训练', rows: (count) => `${count} 行` } });
  expect(Object.keys(messages)).toEqual([...locales]);
  expect([messages.zh.title, messages.zh.rows(2)]).toEqual(['训练', '2 行']);
  expectTypeOf(messages.zh.title).toEqualTypeOf<string>();
  expectTypeOf(messages.zh.rows).parameters.toEqualTypeOf<[count: number]>();
});

// What `npm run types` must refuse: each line below is an error that is expected.
test('a language with other messages does not compile', () => {
  const rows = (count: number) => `${count} 行`;
  // @ts-expect-error a message is missing
  defineMessages({ en, zh: { title: '训练' } });
  // @ts-expect-error a message is misspelt
  defineMessages({ en, zh: { titel: '训练', rows } });
  // @ts-expect-error there is one message more
  defineMessages({ en, zh: { title: '训练', rows, lead: '开始' } });
  // @ts-expect-error a message needs no value in one language and one in the other
  defineMessages({ en, zh: { title: (name: string) => name, rows } });
  // @ts-expect-error a message takes another kind of value
  defineMessages({ en, zh: { title: '训练', rows: (count: string) => count } });
  // @ts-expect-error a language is missing
  defineMessages({ en });
  // @ts-expect-error a language is misspelt
  defineMessages({ en, zn: { title: '训练', rows } });
  // @ts-expect-error a misspelt message is used
  expect(defineMessages({ en, zh: { title: '训练', rows } }).zh.lead).toBeUndefined();
});

test.each([
  ['/zh/lessons/c1', { locale: 'zh', path: '/lessons/c1' }],
  ['/base/en/lessons/en', { locale: 'en', path: '/lessons/en' }],
  ['/en/', { locale: 'en', path: '/' }],
  ['/en', { locale: 'en', path: '' }],
  ['/english/zhong', { path: '/english/zhong' }],
])('splitPath(%s)', (pathname, parts) => expect(splitPath(pathname)).toEqual(parts));
