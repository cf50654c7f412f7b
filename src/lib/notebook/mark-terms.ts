import type { PhrasingContent, Root, RootContent, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { Term } from './glossary';
import { createTermFinder, type Found } from './term-finder';

/** The words of the field that a course marks, and how. */
export interface GlossaryOptions {
  readonly terms: readonly Term[];
  /** The glossary's page, without language: `/glossary`; a term's id is its anchor there. */
  readonly page: string;
  /** What stands after a term on a page in `language` to say it in another: ` (激活函数)`. */
  readonly aside: (language: string, words: string) => string;
}

/** What is no prose: what is asked stands on buttons, and what is linked leads elsewhere already. */
const passedOver: readonly string[] = [
  'heading',
  'link',
  'code',
  'inlineCode',
  'math',
  'inlineMath',
  'table',
  'leafDirective',
];

const isProse = (node: Root | RootContent): boolean =>
  !passedOver.includes(node.type) &&
  !(node.type === 'paragraph' && node.data?.directiveLabel) &&
  !(node.type === 'containerDirective' && ['question', 'exercise'].includes(node.name));

/** Whether the text goes on with brackets that say the other name already. */
function isSaid(rest: string, name: string): boolean {
  const bracket = /^\s*[(（]([^)）]*)/.exec(rest)?.[1];
  return bracket?.toLowerCase().includes(name.toLowerCase()) ?? false;
}

/** The name in brackets after a term: in the other language than the words that the text uses. */
function otherName({ term, language: said }: Found, language: string, words: string) {
  const [other = language] = Object.keys(term.names).filter((name) => name !== language);
  const shown = said === language ? other : language;
  const name = term.names[shown];
  return name.toLowerCase() === words.toLowerCase() ? undefined : { shown, name };
}

/**
 * Marks the first use of each term in the prose of a lesson: its words become a link of class `term` to the
 * glossary's entry, and its name in the other language follows in brackets. Changes `tree`.
 */
export function markTerms(
  tree: Root,
  language: string,
  { terms, page, aside }: GlossaryOptions,
): void {
  const find = createTermFinder(terms, language);
  const marked = new Set<Term>();

  function mark(text: string, found: Found): PhrasingContent[] {
    const words = text.slice(found.start, found.end);
    const { id } = found.term;
    const link: PhrasingContent = {
      type: 'link',
      url: `..${page}#${id}`,
      data: { hProperties: { className: ['term'] } },
      children: [{ type: 'text', value: words }],
    };
    const other = otherName(found, language, words);
    if (!other || isSaid(text.slice(found.end), other.name)) return [link];
    const bracket: PhrasingContent = {
      type: 'emphasis',
      data: { hName: 'span', hProperties: { className: ['term-aside'], lang: other.shown } },
      children: [{ type: 'text', value: aside(language, other.name) }],
    };
    return [link, bracket];
  }

  /** The text in pieces, with the terms marked that the page has not said before. */
  function cut({ value }: Text): PhrasingContent[] {
    const pieces: PhrasingContent[] = [];
    let done = 0;
    const textUpTo = (end: number) => {
      if (end > done) pieces.push({ type: 'text', value: value.slice(done, end) });
    };
    for (const found of find(value)) {
      if (marked.has(found.term)) continue;
      marked.add(found.term);
      textUpTo(found.start);
      pieces.push(...mark(value, found));
      done = found.end;
    }
    textUpTo(value.length);
    return pieces;
  }

  visit(tree, (node, index, parent) => {
    if (!isProse(node as Root | RootContent)) return SKIP;
    if (node.type !== 'text' || !parent || index === undefined) return undefined;
    const pieces = cut(node);
    parent.children.splice(index, 1, ...pieces);
    return [SKIP, index + pieces.length];
  });
}
