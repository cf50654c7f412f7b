import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Remembered, type RememberedIn } from '$lib/ui/remembered';

/** Whole numbers, written with a sign of their own. */
const form = {
  read: (text: string) => (/^#\d+$/.test(text) ? Number(text.slice(1)) : undefined),
  write: (value: number) => `#${value}`,
};

/** What the storage holds under every key. */
const everything = (storage: Storage) =>
  Object.fromEntries(
    Array.from({ length: storage.length }, (_, index) => {
      const key = storage.key(index) ?? '';
      return [key, storage.getItem(key)];
    }),
  );

const failing = (name: string) => () => {
  throw new DOMException('', name);
};

/** Another tab writes: the storage changes and this window is told. */
function otherTab(area: Storage, key: string, newValue: string | null) {
  if (newValue === null) area.removeItem(key);
  else area.setItem(key, newValue);
  window.dispatchEvent(new StorageEvent('storage', { key, newValue, storageArea: area }));
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => vi.restoreAllMocks());

describe.each<RememberedIn>(['localStorage', 'sessionStorage'])('remembered in %s', (place) => {
  const storage = window[place];
  const open = () => new Remembered('n', form, place);

  it('comes back after the page is left; forgotten, it does not', () => {
    expect(open().recall()).toBeUndefined();
    expect(open().keep(7)).toBeUndefined();
    expect(open().recall()).toBe(7);
    expect(open().forget()).toBeUndefined();
    expect(open().recall()).toBeUndefined();
    expect(everything(storage)).toEqual({});
  });

  it('a text that cannot be read is set aside and not written over, however it comes there', () => {
    const texts = fc.oneof(fc.string(), fc.constantFrom('#12', '#0', 'null', '{"a":1}'));
    const acts = fc.constantFrom('recall', 'keep', 'forget', 'new page');
    fc.assert(
      fc.property(fc.array(fc.tuple(texts, acts), { maxLength: 8 }), (story) => {
        storage.clear();
        let remembered = open();
        const unreadable = new Set<string>();
        for (const [text, act] of story) {
          storage.setItem('n', text);
          if (act === 'recall') expect(remembered.recall()).toBe(form.read(text));
          else if (act === 'keep') remembered.keep(5);
          else if (act === 'forget') remembered.forget();
          else remembered = open();
          if (act !== 'new page' && form.read(text) === undefined) unreadable.add(text);
          expect(Object.values(everything(storage))).toEqual(
            expect.arrayContaining([...unreadable]),
          );
        }
      }),
    );
  });

  it('texts set aside are read and discarded one after another', () => {
    for (const text of ['a', 'b', 'c', 'b']) {
      storage.setItem('n', text);
      open().recall();
    }
    const asides = [];
    for (let { aside } = open(); aside !== undefined; { aside } = open()) {
      asides.push(aside);
      open().discardAside();
    }
    expect(asides).toEqual(['a', 'b', 'c']);
    expect(everything(storage)).toEqual({});
  });

  it('no room: said, and what was there stays', () => {
    open().keep(1);
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(failing('QuotaExceededError'));
    expect(open().keep(2)).toBe('full');
    expect(open().recall()).toBe(1);
  });

  it('no room to set an unreadable text aside: it is not written over', () => {
    storage.setItem('n', 'unreadable');
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation((key) => {
      if (key !== 'n') throw new DOMException('', 'QuotaExceededError');
    });
    const remembered = open();
    expect(remembered.recall()).toBeUndefined();
    expect([remembered.keep(2), remembered.forget()]).toEqual(['full', 'full']);
    expect(everything(storage)).toEqual({ n: 'unreadable' });
  });

  it('only looking leaves what stands there to the tab that can read it', () => {
    storage.setItem('n', 'of a later version');
    open().recall();
    expect(storage.getItem('n')).toBe('of a later version');
  });

  it('storage that is forbidden in every way: said, never thrown', () => {
    for (const method of ['getItem', 'setItem', 'removeItem'] as const)
      vi.spyOn(Storage.prototype, method).mockImplementation(failing('SecurityError'));
    const remembered = open();
    expect(remembered.recall()).toBeUndefined();
    expect(remembered.aside).toBeUndefined();
    expect([remembered.keep(1), remembered.forget(), remembered.discardAside()]).toEqual(
      new Array(3).fill('forbidden'),
    );
  });

  it('a window whose storage may not even be looked at', () => {
    vi.spyOn(window, place, 'get').mockImplementation(failing('SecurityError'));
    expect([open().recall(), open().aside, open().keep(1)]).toEqual([
      undefined,
      undefined,
      'forbidden',
    ]);
  });

  it('what another tab remembers and forgets is followed, until that ends', () => {
    const heard: (number | undefined)[] = [];
    const stop = open().follow((value) => heard.push(value));
    otherTab(storage, 'n', '#3');
    otherTab(storage, 'other', '#4');
    otherTab(storage, 'n', 'of a later version');
    otherTab(storage, 'n', null);
    stop();
    otherTab(storage, 'n', '#5');
    expect(heard).toEqual([3, undefined]);
    expect(open().aside).toBeUndefined();
  });
});
