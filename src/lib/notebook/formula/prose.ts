import type { Cell, TextCell } from './cells';
import { limits } from './limits';

/** A piece of a line of prose. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong'; content: Inline[] }
  | { kind: 'emphasis'; content: Inline[] }
  | { kind: 'code'; text: string }
  /** The value of a name: `{O}`. */
  | { kind: 'value'; name: string };

/** A block of prose. */
export type Block =
  | { kind: 'heading'; content: Inline[] }
  | { kind: 'paragraph'; content: Inline[] }
  | { kind: 'list'; items: Inline[][] };

const inlinePattern = /\*\*(.+?)\*\*|\*(.+?)\*|`(.+?)`|\{\s*([^\s{}]+)\s*\}/g;

function readInline(text: string): Inline[] {
  const pieces: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(inlinePattern)) {
    if (match.index > end) pieces.push({ kind: 'text', text: text.slice(end, match.index) });
    const [whole, strong, emphasis, code, name] = match;
    if (strong !== undefined) pieces.push({ kind: 'strong', content: readInline(strong) });
    else if (emphasis !== undefined)
      pieces.push({ kind: 'emphasis', content: readInline(emphasis) });
    else if (code !== undefined) pieces.push({ kind: 'code', text: code });
    else pieces.push({ kind: 'value', name: name! });
    end = match.index + whole.length;
  }
  if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) });
  return pieces;
}

/**
 * Reads the Markdown of a text cell: paragraphs, `# headings`, `- lists`, `**strong**`,
 * `*emphasis*`, `code` between backticks, and `{O}` for the value of O. Everything else is text:
 * there are no links and there is no HTML, so a notebook from elsewhere can do no harm.
 */
export function readProse(source: string): Block[] {
  return source.split(/\n\s*\n/).flatMap(readChunk);
}

/** The blocks of lines without an empty one between them: headings, then a list or a paragraph. */
function readChunk(chunk: string): Block[] {
  const lines = chunk
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isHeading = (line: string) => /^#{1,6}\s/.test(line);
  const found = lines.findIndex((line) => !isHeading(line));
  const body = found < 0 ? lines.length : found;
  const headings = lines.slice(0, body).map((line): Block => ({
    kind: 'heading',
    content: readInline(line.replace(/^#+\s+/, '')),
  }));
  const rest = lines.slice(body);
  if (rest.length === 0) return headings;
  if (rest.every((line) => /^[-*] /.test(line))) {
    return [...headings, { kind: 'list', items: rest.map((line) => readInline(line.slice(2))) }];
  }
  return [...headings, { kind: 'paragraph', content: readInline(rest.join(' ')) }];
}

/** A text cell as it is shown; without blocks as it was typed, where the notebook has too many. */
export interface CellText {
  blocks?: Block[];
}

/** Each text is read once: an edit makes a new cell of the one it changes. */
const known = new WeakMap<TextCell, CellText>();

/**
 * The texts of a notebook by the ids of their cells. Every piece of a text is drawn, so those that
 * go beyond what a page can hold are left as they were typed, and take no room from the others.
 */
export function readTexts(cells: readonly Cell[]): Map<string, CellText> {
  let marks = 0;
  const texts = new Map<string, CellText>();
  for (const cell of cells) {
    if (cell.type !== 'text') continue;
    const size = countMarks(cell.source);
    const fits = marks + size <= limits.notebookMarks;
    if (fits) marks += size;
    texts.set(cell.id, fits ? readOnce(cell) : {});
  }
  return texts;
}

function readOnce(cell: TextCell): CellText {
  const text = known.get(cell) ?? { blocks: readProse(cell.source) };
  known.set(cell, text);
  return text;
}

/** What can begin a piece: no text has more pieces than this. Counted, because reading takes longer. */
function countMarks(source: string): number {
  return 2 + (source.match(/[\n*`{]/g)?.length ?? 0);
}
