import { describe, expect, it } from 'vitest';
import { recipes } from '$lib/training/recipes';
import { readSettings, settingsText } from '$lib/training/settings';

const read = (changes: object) => readSettings({ ...settingsText(recipes.mini), ...changes });

describe('readSettings', () => {
  it.each([
    [{ batchSize: '六十四' }, { batchSize: 64 }],
    [{ batchSize: '６０，０００' }, { batchSize: 60_000 }],
    [{ epochs: ' 12 ' }, { epochs: 12 }],
    [{ lr: '。05' }, { lr: 0.05 }],
    [{ lr: '1e-3' }, { lr: 0.001 }],
  ])('reads %j as %j', (changes, values) => {
    expect(read(changes).settings).toMatchObject(values);
  });

  it.each([{ batchSize: '' }, { batchSize: '1'.repeat(200_000) + 'x' }, { lr: '1e999' }])(
    'refuses %#',
    (changes) => {
      expect(read(changes).unusable).toEqual(Object.keys(changes));
    },
  );

  it('a true minus is a minus: the sentence is about the range', () => {
    expect(read({ momentum: '−0.5' }).unusable).toEqual(['momentum']);
  });
});
