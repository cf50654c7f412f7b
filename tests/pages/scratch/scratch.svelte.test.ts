import { readNotebook, writeNotebook, type Notebook } from '$lib/notebook/formula';
import { Scratch } from '$lib/pages/scratch/scratch.svelte';
import { rememberedDraft, rememberedNotebook } from '$lib/pages/scratch/storage';
import { LiveNotebook } from '$lib/views/formula/live-notebook.svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { InPageWorker } from '../../views/formula/in-page-worker';

const named = (title: string): Notebook => ({
  title,
  cells: [{ id: 'a', type: 'formula', title: '', source: 'a = 1' }],
});
const [mine, linked] = [named('Mine'), named('From the link')];
const link = '#notebook=abc';
const storageKey = rememberedNotebook.key;
const draftKey = rememberedDraft(link).key;

const newScratch = () =>
  new Scratch(new LiveNotebook(() => new InPageWorker() as unknown as Worker));
const stored = (key: string) => {
  const text = localStorage.getItem(key);
  const read = text === null ? undefined : readNotebook(text);
  return read?.ok ? read.notebook.title : undefined;
};

/** A visit to a linked notebook, as when the page is opened at the link. */
function visit(): Scratch {
  const scratch = newScratch();
  const text = localStorage.getItem(storageKey)!;
  const read = readNotebook(text);
  scratch.open(read.ok ? read.notebook : mine);
  scratch.visit(linked, link);
  return scratch;
}
function edit(scratch: Scratch, title: string) {
  scratch.change({ ...scratch.notebook, title });
}

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  localStorage.setItem(storageKey, writeNotebook(mine));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a notebook from a link', () => {
  test('that is only looked at leaves nothing behind', () => {
    const scratch = visit();
    vi.runAllTimers();
    expect(scratch.keeping).toBe('visiting');
    expect(stored(draftKey)).toBeUndefined();
    expect(stored(storageKey)).toBe('Mine');
  });

  test('keeps its changes as a draft, which stands there at the next visit', () => {
    const first = visit();
    edit(first, 'Changed');
    vi.runAllTimers();
    expect(first.keeping).toBe('draft');
    const second = visit();
    expect(second.notebook.title).toBe('Changed');
    expect(second.keeping).toBe('draft');
    expect(stored(storageKey)).toBe('Mine');
  });

  test('keeps the last letter when the page goes at once', () => {
    const scratch = visit();
    edit(scratch, 'Changed');
    scratch.saveNow();
    scratch.dispose();
    expect(visit().notebook.title).toBe('Changed');
  });

  test('has no draft any more when all is undone, also at a later visit', () => {
    edit(visit(), 'Changed');
    vi.runAllTimers();
    const scratch = visit();
    scratch.undo();
    expect(scratch.notebook.title).toBe('From the link');
    vi.runAllTimers();
    expect(scratch.keeping).toBe('visiting');
    expect(stored(draftKey)).toBeUndefined();
  });

  test('waits as a draft while the reader goes back to his own', () => {
    const scratch = visit();
    edit(scratch, 'Changed');
    scratch.leaveVisited();
    expect(scratch.notebook.title).toBe('Mine');
    edit(scratch, 'Mine, too');
    vi.runAllTimers();
    expect(stored(storageKey)).toBe('Mine, too');
    expect(stored(draftKey)).toBe('Changed');
    scratch.visit(linked, link);
    expect(scratch.notebook.title).toBe('Changed');
  });

  test('kept in place of the reader’s own needs no draft, and undoing brings his own back', () => {
    const scratch = visit();
    edit(scratch, 'Changed');
    vi.runAllTimers();
    scratch.keepVisited();
    expect(stored(storageKey)).toBe('Changed');
    expect(stored(draftKey)).toBeUndefined();
    scratch.undo();
    vi.runAllTimers();
    expect(stored(storageKey)).toBe('Mine');
  });

  test('has a draft of its own for each link', () => {
    const scratch = visit();
    edit(scratch, 'Changed');
    scratch.visit(named('Another'), '#notebook=xyz');
    expect(scratch.notebook.title).toBe('Another');
    expect(stored(draftKey)).toBe('Changed');
    scratch.leaveVisited();
    expect(scratch.notebook.title).toBe('Mine');
  });

  test('says so where the browser does not let its draft be kept', () => {
    const scratch = visit();
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    edit(scratch, 'Changed');
    vi.runAllTimers();
    expect(scratch.keeping).toBe('full');
    expect(scratch.isVisiting).toBe(true);
  });
});

describe('what another tab saves', () => {
  /** Another tab saves a notebook under a key. */
  function saveElsewhere(key: string, notebook: Notebook) {
    const newValue = writeNotebook(notebook);
    window.dispatchEvent(new StorageEvent('storage', { key, newValue, storageArea: localStorage }));
  }
  function followed() {
    const scratch = visit();
    const onfollowed = vi.fn();
    scratch.followTabs(onfollowed);
    return { scratch, onfollowed };
  }

  test('is shown where it is what this tab shows', () => {
    const { scratch, onfollowed } = followed();
    saveElsewhere(draftKey, named('Changed there'));
    expect(scratch.notebook.title).toBe('Changed there');
    expect(scratch.keeping).toBe('draft');
    expect(onfollowed).toHaveBeenCalledOnce();
    scratch.dispose();
  });

  test('of the reader’s own waits behind a notebook from a link', () => {
    const { scratch, onfollowed } = followed();
    saveElsewhere(storageKey, named('Changed there'));
    expect(scratch.notebook.title).toBe('From the link');
    expect(onfollowed).not.toHaveBeenCalled();
    scratch.leaveVisited();
    expect(scratch.notebook.title).toBe('Changed there');
    saveElsewhere(draftKey, named('Another draft'));
    expect(scratch.notebook.title).toBe('Changed there');
    scratch.dispose();
  });

  test('is followed no longer when the notebook is gone', () => {
    const { scratch, onfollowed } = followed();
    scratch.dispose();
    saveElsewhere(storageKey, named('Changed there'));
    saveElsewhere(draftKey, named('Changed there'));
    expect(onfollowed).not.toHaveBeenCalled();
  });
});
