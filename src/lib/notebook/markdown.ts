import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Report } from './problem';

const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkDirective)
  .freeze();

/** The syntax tree of a lesson's Markdown: GitHub's, with YAML, `$…$` and directives. */
export function parseMarkdown(text: string): Root {
  return parser.parse(text);
}

/** Markdown that has no place in a lesson, and what to write instead. */
const refused: Partial<Record<string, string>> = {
  html: 'raw HTML is not allowed: name a cell, or say it in Markdown',
  image: 'pictures are cells: draw it from numbers with `::name{…}`',
  imageReference: 'pictures are cells: draw it from numbers with `::name{…}`',
  definition: 'link definitions are not allowed: write `[text](address)`',
  footnoteDefinition: 'footnotes are not allowed: write a `:::note[title]`',
  footnoteReference: 'footnotes are not allowed: write a `:::note[title]`',
};

/** Reports Markdown that a lesson does not use. */
export function refuseForeignMarkdown(tree: Root, report: Report): void {
  visit(tree, (node) => {
    const advice = refused[node.type];
    if (advice) report(node, advice);
    if (node.type === 'heading' && node.depth === 1) {
      report(node, 'the title stands in the front matter; steps begin with `##`');
    }
  });
}
