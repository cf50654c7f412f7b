import { isProblem, saidSentence, type Said } from '$lib/pages/scratch/said';
import { expect, test } from 'vitest';

test.each<[Said, string, string]>([
  [{ kind: 'full' }, '100', '100'],
  [{ kind: 'removed' }, 'Undo', '撤销'],
  [{ kind: 'moved', position: 2, count: 5 }, '2 of 5', '第 2 位'],
  [{ kind: 'imported', title: '' }, 'Untitled', '未命名'],
  [{ kind: 'linkTooLong', length: 9000 }, '9000', '9000'],
  [{ kind: 'fileTooLarge' }, 'larger', '太大'],
  [{ kind: 'fileProblem', problem: { kind: 'notJson' } }, 'JSON', 'JSON'],
  [{ kind: 'linkProblem', problem: { kind: 'damagedLink' } }, 'damaged', '损坏'],
])('%o is a sentence in the language that is shown', (said, english, chinese) => {
  expect(saidSentence('en', said)).toContain(english);
  expect(saidSentence('zh', said)).toContain(chinese);
});

test('what was not done stands out', () => {
  expect(isProblem({ kind: 'full' })).toBe(true);
  expect(isProblem({ kind: 'added' })).toBe(false);
});
