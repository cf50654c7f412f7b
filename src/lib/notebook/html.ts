import type { Code, RootContent } from 'mdast';
import rehypeKatex from 'rehype-katex';
import rehypeStringify from 'rehype-stringify';
import remarkRehype, { type Options } from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import type { CourseOptions } from './options';
import type { Report } from './problem';

/** Makes HTML of blocks or words whose directives are already filled in. */
export type Render = (content: readonly RootContent[]) => string;

type Formula = Extract<RootContent, { type: 'math' | 'inlineMath' }>;

const causeOf = (cause: unknown) => (cause instanceof Error ? `: ${cause.message}` : '');

/** What rehype-katex looks for; its own text, because filled-in values have changed it. */
const formulaHandler =
  (className: string) =>
  (_state: unknown, { value, position }: Formula) => ({
    type: 'element' as const,
    tagName: 'code',
    properties: { className: [className] },
    children: [{ type: 'text' as const, value }],
    position,
  });

/** What heads nothing is no heading: an empty cell of a table's first row. Changes `tree`. */
function plainEmptyHeaders(tree: Parameters<typeof visit>[0]): void {
  visit(tree, (node) => {
    const cell = node as { tagName?: string; children?: readonly unknown[] };
    if (cell.tagName === 'th' && cell.children?.length === 0) cell.tagName = 'td';
  });
}

/** Prepares the way from Markdown's tree to HTML: formulas by KaTeX, code by the highlighter. */
export function createRender({ katex, highlight }: CourseOptions, report: Report): Render {
  const handlers: Options['handlers'] = {
    inlineMath: formulaHandler('math-inline'),
    math: formulaHandler('math-display'),
    code(_state, code: Code) {
      try {
        return { type: 'raw', value: highlight(code.value, code.lang ?? 'text') };
      } catch (error) {
        report(code, `code block${causeOf(error)}`);
        return undefined;
      }
    },
  };
  const processor = unified()
    .use(remarkRehype, { handlers })
    .use(rehypeKatex, katex)
    .use(rehypeStringify, {
      allowDangerousHtml: true,
      // `&amp;`: of several `&#x26;` in an address SvelteKit's search for dead links decodes one.
      characterReferences: { useNamedReferences: true },
    })
    .freeze();

  return (content) => {
    const file = new VFile();
    const tree = processor.runSync({ type: 'root', children: [...content] }, file);
    plainEmptyHeaders(tree);
    for (const { line = 1, cause } of file.messages) report({ line }, `formula${causeOf(cause)}`);
    return processor.stringify(tree, file).trim();
  };
}
