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
  return source.split(/\n\s*\n/).flatMap((chunk): Block[] => {
    const lines = chunk.split('\n').map((line) => line.trim());
    const text = lines.join(' ').trim();
    if (text === '') return [];
    if (lines.every((line) => line === '' || /^[-*] /.test(line))) {
      const items = lines.filter((line) => line !== '');
      return [{ kind: 'list', items: items.map((line) => readInline(line.slice(2))) }];
    }
    const [first, ...rest] = lines.filter((line) => line !== '');
    const heading = /^#{1,6}\s+(.*)$/.exec(first!);
    if (!heading) return [{ kind: 'paragraph', content: readInline(text) }];
    return [{ kind: 'heading', content: readInline(heading[1]!) }, ...readProse(rest.join('\n'))];
  });
}
