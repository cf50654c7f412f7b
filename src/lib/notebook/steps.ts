import { toString } from 'mdast-util-to-string';
import type { Heading, Root, RootContent } from 'mdast';
import type { Report } from './problem';

/** A step as it is written: the heading that opens it, and what follows up to the next. */
export interface StepSource {
  readonly id: string;
  readonly title: string;
  readonly heading: Heading;
  readonly content: readonly RootContent[];
}

const idAtEnd = /\s*\{#([^}]*)\}\s*$/;
const goodId = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** A heading's title and its id: `## A kernel is a block {#block}`. */
function readHeading(heading: Heading, report: Report): { id: string; title: string } {
  const words = toString(heading);
  const match = idAtEnd.exec(words);
  if (!match) {
    report(heading, 'a step needs an id: write `## Title {#id}`');
    return { id: '', title: words };
  }
  const [all, id = ''] = match;
  if (!goodId.test(id)) {
    report(heading, `bad step id "${id}": use small letters, digits and single hyphens`);
  }
  return { id, title: words.slice(0, -all.length) };
}

/** Cuts a lesson at its `##` headings; reports steps without a good id, and the same id twice. */
export function splitSteps(tree: Root, report: Report): StepSource[] {
  const blocks = tree.children.filter(({ type }) => type !== 'yaml');
  const opensStep = (block: RootContent): block is Heading =>
    block.type === 'heading' && block.depth === 2;
  const firstStep = blocks.findIndex(opensStep);
  const stray = firstStep === -1 ? blocks : blocks.slice(0, firstStep);
  if (firstStep === -1) report({ line: 1 }, 'a lesson needs a step: write `## Title {#id}`');
  else if (stray[0]) report(stray[0], 'this stands before the first step');

  const steps: (StepSource & { content: RootContent[] })[] = [];
  for (const block of blocks.slice(stray.length)) {
    if (opensStep(block)) {
      const { id, title } = readHeading(block, report);
      if (id && steps.some((step) => step.id === id)) report(block, `duplicate step id "${id}"`);
      steps.push({ id, title, heading: block, content: [] });
    } else {
      steps.at(-1)?.content.push(block);
    }
  }
  return steps;
}
