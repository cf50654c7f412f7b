import type { Root } from 'mdast';
import * as v from 'valibot';
import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { LessonWords } from './lesson';
import type { LookUp } from './inline';
import type { Report } from './problem';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));

const schema: v.GenericSchema<unknown, LessonWords> = v.strictObject({
  title: text,
  kicker: text,
  lead: text,
  goal: v.optional(text),
  summary: text,
});

const valueInText = /:value\[([^\]]*)\]/g;

/** The line of `key`'s entry, counted from the opening fence's line; 0 where there is none. */
function lineOfKey(document: Document, lines: LineCounter, key: unknown): number {
  if (!isMap(document.contents)) return 0;
  for (const { key: candidate } of document.contents.items) {
    if (isScalar(candidate) && candidate.value === key && candidate.range) {
      return lines.linePos(candidate.range[0]).line;
    }
  }
  return 0;
}

/**
 * The words of a lesson's front matter, values filled in; undefined, and reported, where they are
 * not all there.
 */
export function readFrontMatter(
  tree: Root,
  lookUp: LookUp,
  report: Report,
): LessonWords | undefined {
  const [node] = tree.children;
  if (node?.type !== 'yaml') {
    report({ line: 1 }, 'front matter is missing: begin with `---`, `title: …`');
    return undefined;
  }
  const fence = node.position?.start.line ?? 1;
  const lines = new LineCounter();
  const document = parseDocument(node.value, { lineCounter: lines });
  for (const { linePos, message } of document.errors) {
    const [sentence = message] = message.split('\n');
    report({ line: fence + (linePos?.[0].line ?? 0) }, `front matter: ${sentence}`);
  }
  if (document.errors.length > 0) return undefined;
  const result = v.safeParse(schema, document.toJS());
  if (result.success) {
    const filled = Object.entries<string>({ ...result.output }).map(([key, words]) => [
      key,
      words.replaceAll(valueInText, (_, name: string) =>
        lookUp({ line: fence + lineOfKey(document, lines, key) }, name),
      ),
    ]);
    return Object.fromEntries(filled) as LessonWords;
  }
  for (const issue of result.issues) {
    const key = issue.path?.[0].key;
    report(
      { line: fence + lineOfKey(document, lines, key) },
      `front matter: ${String(key ?? 'all of it')}: ${issue.message}`,
    );
  }
  return undefined;
}
