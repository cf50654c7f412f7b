import { toString } from 'mdast-util-to-string';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from './problem';

/** Asides that a lesson may hold, `:::note[Title]`; their looks are the page's business. */
const boxes = ['note', 'misconception'];

/** Turns `:::note[Title]` into a titled aside, and reports containers that are not known. Changes `tree`. */
export function fillBoxes(tree: Root, report: Report): void {
  visit(tree, 'containerDirective', (directive, _index, parent) => {
    if (parent?.type !== 'root') report(directive, 'a box must not stand inside another');
    if (['question', 'exercise', 'code'].includes(directive.name)) return;
    const [title] = directive.children;
    if (!boxes.includes(directive.name)) {
      report(directive, `unknown box ":::${directive.name}"`);
    } else if (title?.type !== 'paragraph' || !title.data?.directiveLabel) {
      report(directive, `a box needs a title: write ":::${directive.name}[Title]"`);
    } else {
      title.data = { hProperties: { className: ['box-title'] } };
      directive.data = {
        hName: 'div',
        hProperties: {
          className: ['box', directive.name],
          role: 'note',
          ariaLabel: toString(title),
        },
      };
    }
  });
}
