import type { List, ListItem, RootContent } from 'mdast';
import type { Render } from './html';
import type { QuestionOption, Segment } from './lesson';
import type { Report } from './problem';

type ContainerDirective = Extract<RootContent, { type: 'containerDirective' }>;

const withoutParagraph = (html: string) => html.replace(/^<p>(.*)<\/p>$/s, '$1');

/** One answer: its first paragraph goes on the button, the rest explains why it is right or wrong. */
function readOption(item: ListItem, render: Render, report: Report): QuestionOption {
  const [label, ...explanation] = item.children;
  if (label?.type !== 'paragraph' || explanation.length === 0) {
    report(item, 'an answer needs an explanation: a paragraph below it, indented');
  }
  return {
    label: label?.type === 'paragraph' ? withoutParagraph(render([label])) : '',
    explanation: render(explanation),
    right: item.checked === true,
  };
}

/**
 * Reads a `:::question`: what is asked, then a task list of answers, of which exactly one is
 * ticked (`- [x]`), each with its explanation.
 */
export function readQuestion(
  directive: ContainerDirective,
  render: Render,
  report: Report,
): Extract<Segment, { kind: 'question' }> {
  const list = directive.children.find((child): child is List => child.type === 'list');
  const prompt = directive.children.filter((child) => child !== list);
  const items = list?.children ?? [];
  if (prompt.length === 0) report(directive, 'question: nothing is asked above the answers');
  if (items.length < 2 || items.some(({ checked }) => typeof checked !== 'boolean')) {
    report(directive, 'question: expected a list of at least two answers, `- [ ]` or `- [x]`');
  } else if (items.filter(({ checked }) => checked).length !== 1) {
    report(directive, 'question: exactly one answer must be right, `- [x]`');
  }
  return {
    kind: 'question',
    prompt: render(prompt),
    options: items.map((item) => readOption(item, render, report)),
  };
}
