import { beforeEach, expect, test } from 'vitest';
import { ChosenWeights } from '$lib/views/weights/chosen.svelte';
import { queryWith } from '$lib/views/weights/query-with';

beforeEach(() => localStorage.removeItem('lenet5-weights'));

test('until something is chosen, a network that reads', () => {
  const chosen = new ChosenWeights();
  chosen.recall();
  expect([chosen.own, chosen.here]).toEqual(['trained', undefined]);
});

test('what is chosen is remembered on the next visit', () => {
  new ChosenWeights().choose('mini');
  const next = new ChosenWeights();
  expect(next.own).toBe('trained');
  next.recall();
  expect(next.own).toBe('mini');
});

test('a link holds for its page and changes nothing that is remembered', () => {
  const chosen = new ChosenWeights();
  chosen.choose('mini');
  chosen.follow('fresh');
  expect([chosen.here, chosen.own]).toEqual(['fresh', 'mini']);
  chosen.follow(null);
  expect(chosen.here).toBeUndefined();
  const next = new ChosenWeights();
  next.recall();
  expect(next.own).toBe('mini');
});

test('the reader’s choice holds for this page instead of the link’s, and on the next as his own', () => {
  const chosen = new ChosenWeights();
  chosen.follow('fresh');
  chosen.choose('run-1');
  expect([chosen.here, chosen.own]).toEqual(['run-1', 'run-1']);
  chosen.follow(null);
  expect([chosen.here, chosen.own]).toEqual([undefined, 'run-1']);
  localStorage.removeItem('lenet5-weights');
});

test.each([
  ['', '?weights=mini'],
  ['?weights=fresh&a=1', '?weights=mini&a=1'],
])('the address “%s” with weights is “%s”', (query, expected) => {
  expect(queryWith('mini', query)).toBe(expected);
});

test.each(['best', '', 'run-', 'run-<b>'])('a link with “%s” names none', (text) => {
  const chosen = new ChosenWeights();
  chosen.follow(text);
  expect(chosen.here).toBeUndefined();
});
