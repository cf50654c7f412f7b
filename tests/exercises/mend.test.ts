import { expect, test } from 'vitest';
import { taskOf } from '$lib/exercises';
import { plainLine, textOfHtml } from '$lib/exercises/mend';

const item = (label: string, right: boolean) => ({ label, right, explanation: '' });
const task = taskOf(
  {
    kind: 'mend',
    line: 2,
    code: ['for x, y in loader:', '    <span>optimizer</span>.step(x, &quot;a&quot;)'],
    items: [
      item('<code>loss.backward(retain_graph=False, inputs=[&quot;w&quot;])</code>', true),
      item('<code>a &lt; b</code>', true),
      item('<code>loss.backward</code>', false),
    ],
  },
  1,
);

test.each([
  ["loss.backward(retain_graph=False, inputs=['w'])", { is: 'right' }],
  ['  loss.backward( retain_graph = False , inputs = ["w"], )  # back', { is: 'right' }],
  ['loss．backward（retain_graph=False，inputs=[“w”]）;', { is: 'right' }],
  ['a<b', { is: 'right' }],
  ['loss . backward', { is: 'slip', slip: '2' }],
  ['loss.backwards()', { is: 'wrong' }],
  ['', { is: 'unread' }],
  ['optimizer.step(x, "a")', { is: 'unread' }],
  ["  optimizer.step( x,'a' )", { is: 'unread' }],
] as const)('%s is %j', (text, verdict) => expect(task.judge([text])).toEqual(verdict));

test('the line stands there as it was, and a right one is shown in the end', () => {
  expect(task.blank).toEqual(['optimizer.step(x, "a")']);
  expect(task.judge(task.right)).toEqual({ is: 'right' });
});

test('blanks between words stay', () => {
  expect(plainLine('not  a')).toBe('not a');
  expect(plainLine('nota')).not.toBe(plainLine('not a'));
  expect(plainLine('x'.repeat(500))).toBeUndefined();
  expect(textOfHtml('<b>a</b> &amp;&#39;&unknown;')).toBe("a &'&unknown;");
});
