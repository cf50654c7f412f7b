import { normalise } from './normalise';
import { splitStatements } from './split';

/**
 * A source in which a name that was stated outright, `W = 28`, is stated anew; the first statement
 * of that name is changed and all else stays as typed. The same source where there is none.
 */
export function restate(source: string, name: string, value: number): string {
  const { text, origins } = normalise(source);
  const found = splitStatements(text).find((statement) => {
    const [head, ...rest] = statement.text.split('=');
    return head!.trim() === name && rest.length === 1;
  });
  if (!found) return source;
  const [start, end] = [origins[found.start]!, origins[found.end - 1]! + 1];
  return `${source.slice(0, start)}${name} = ${value}${source.slice(end)}`;
}
