import { afterEach, describe, expect, test, vi } from 'vitest';
import { Progress } from '$lib/views/course/progress.svelte';

const one = { seed: 3, answer: ['61706'], done: true };

/** What a tab hears when another has changed the storage. */
const hear = (newValue: string | null) =>
  window.dispatchEvent(
    new StorageEvent('storage', { key: 'progress', newValue, storageArea: localStorage }),
  );

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

describe('progress', () => {
  test('is found again by the next page', () => {
    const progress = new Progress();
    expect(progress.isEmpty).toBe(true);
    progress.keep('c3', 'depth', one);
    progress.visit('c3', 'exercises');
    const next = new Progress();
    next.follow();
    expect(next.exercise('c3', 'depth')).toEqual(one);
    expect(next.last).toEqual({ lesson: 'c3', step: 'exercises' });
    expect(next.doneOf('c3', ['depth', 'table'])).toBe(1);
    expect(JSON.parse(next.text)).toMatchObject({ exercises: { 'c3/depth': one } });
  });

  test('is written without being read first, and nothing is lost', () => {
    new Progress().keep('c3', 'depth', one);
    new Progress().visit('c1', 'maps');
    const next = new Progress();
    next.follow();
    expect(next.exercise('c3', 'depth')).toEqual(one);
  });

  test('of a lesson that came apart is carried over to where its parts stand now', () => {
    const older = { seed: 4, answer: ['0.2'], done: false };
    const exercises = {
      'backward/score': one,
      'backward/pooled': older,
      'back-pooling/pooled': one,
      'backward/nothing': one,
      'c3/depth': one,
    };
    const last = { lesson: 'backward', step: 'gates' };
    localStorage.setItem('progress', JSON.stringify({ last, exercises }));
    const progress = new Progress();
    progress.follow();
    expect(progress.last).toEqual({ lesson: 'back-pooling', step: 'gates' });
    expect(progress.exercise('loss', 'score')).toEqual(one);
    expect(progress.exercise('back-pooling', 'pooled')).toEqual(one);
    expect(progress.exercise('c3', 'depth')).toEqual(one);
    expect(progress.exercise('backward', 'score')).toBeUndefined();
  });

  test.each([
    '{',
    '[]',
    '{"exercises":{"c3/depth":{"seed":-1,"answer":[],"done":true}}}',
    '{"exercises":{"c3/depth":{"seed":1,"answer":[7],"done":true}}}',
  ])('that cannot be read is a beginning: %s', (text) => {
    localStorage.setItem('progress', text);
    const progress = new Progress();
    progress.follow();
    expect(progress.isEmpty).toBe(true);
  });

  test('holds in this page where the storage is full or forbidden, and says why', () => {
    const progress = new Progress();
    progress.keep('c1', 'shape', one);
    const set = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    progress.keep('c3', 'depth', one);
    expect(progress.problem).toBe('full');
    set.mockImplementation(() => {
      throw new DOMException('not allowed', 'SecurityError');
    });
    progress.visit('c3', 'maps');
    expect(progress.problem).toBe('forbidden');
    expect(progress.doneOf('c3', ['depth']) + progress.doneOf('c1', ['shape'])).toBe(2);
    set.mockRestore();
    progress.visit('c3', 'block');
    expect(progress.problem).toBeUndefined();
    const next = new Progress();
    next.follow();
    expect(next.exercise('c3', 'depth')).toEqual(one);
  });

  test('is written again where the storage was cleared in mid-lesson, and says so', () => {
    const progress = new Progress();
    progress.follow();
    progress.keep('c3', 'depth', one);
    localStorage.clear();
    hear(null);
    progress.keep('c3', 'table', { ...one, done: false });
    expect(progress.problem).toBe('cleared');
    const next = new Progress();
    next.follow();
    expect(next.exercise('c3', 'depth')).toEqual(one);
  });

  test('follows what another tab does, also that it erases', () => {
    const [here, there] = [new Progress(), new Progress()];
    const unfollow = here.follow();
    there.follow();
    there.keep('c3', 'depth', one);
    hear(localStorage.getItem('progress'));
    expect(here.exercise('c3', 'depth')).toEqual(one);
    there.erase();
    hear(localStorage.getItem('progress'));
    expect(here.isEmpty).toBe(true);
    here.visit('c3', 'maps');
    expect(here.problem).toBeUndefined();
    unfollow();
  });
});
