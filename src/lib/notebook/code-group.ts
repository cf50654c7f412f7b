import type { RootContent } from 'mdast';
import type { Render } from './html';
import type { CodeTab, Segment } from './lesson';
import type { Report } from './problem';

type ContainerDirective = Extract<RootContent, { type: 'containerDirective' }>;
type LeafDirective = Extract<RootContent, { type: 'leafDirective' }>;
type CellSegment = Extract<Segment, { kind: 'cell' }>;

/** The component that shows a group. */
export const codeGroupCell = 'code-group';

/** Cells that show code, and may therefore stand in a group. */
const codeCells = ['code', 'script'];

/** Whether a block is a group of ways to write the same in code, `:::code`. */
export const isCodeGroup = (block: RootContent): block is ContainerDirective & { name: 'code' } =>
  block.type === 'containerDirective' && block.name === 'code';

/** Whether a cell may stand in such a group. */
export const isCodeCell = (name: string): boolean => codeCells.includes(name);

/**
 * Reads a `:::code`: blocks of code, each with a name behind its language, and cells that show code.
 * The words above one of them are its gloss. Its component is `code-group`.
 */
export function readCodeGroup(
  directive: ContainerDirective,
  readCell: (cell: LeafDirective) => CellSegment | undefined,
  render: Render,
  report: Report,
): CellSegment {
  const tabs: CodeTab[] = [];
  let gloss: RootContent[] = [];
  const close = (tab: Omit<CodeTab, 'gloss'>) => {
    tabs.push({ ...tab, gloss: gloss.length > 0 ? render(gloss) : '' });
    gloss = [];
  };
  for (const block of directive.children) {
    if (block.type === 'code') {
      if (!block.meta) report(block, 'code in a group needs a name: write "```python PyTorch"');
      close({ title: block.meta ?? '', html: render([block]) });
    } else if (block.type === 'leafDirective') {
      const props = readCell(block)?.props;
      if (props) close({ title: String(props.file), cell: block.name, html: String(props.html) });
    } else {
      gloss.push(block);
    }
  }
  if (tabs.length === 0) report(directive, 'a group of code needs some code');
  else if (gloss.length > 0) report(gloss[0], 'what is said of code stands above it');
  return { kind: 'cell', cell: codeGroupCell, props: { tabs } };
}

const comment = /\s*#.*$/gm;

/** What must not differ between languages: the cells, and the code without its comments. */
export function codeGroupFingerprint(
  { children }: ContainerDirective,
  cellFingerprint: (cell: LeafDirective) => string,
): string {
  const tabs = children.flatMap((block) =>
    block.type === 'code'
      ? `${block.lang} ${block.meta}\n${block.value.replaceAll(comment, '')}`
      : block.type === 'leafDirective'
        ? cellFingerprint(block)
        : [],
  );
  return `:::code\n${tabs.join('\n')}`;
}
