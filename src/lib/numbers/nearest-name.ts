/** How many single-letter edits lead from one text to another (Levenshtein). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, replaced));
    }
    row = next;
  }
  return row[to.length]!;
}

const sorted = (text: string) => [...text].sort().join('');

/** The candidate a misspelt name most likely means: the same but for case, order or one letter. */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  const others = [...candidates];
  return (
    others.find((other) => other.toLowerCase() === name.toLowerCase()) ??
    others.find((other) => name.length > 2 && distance(name, other) === 1) ??
    others.find((other) => name.length > 2 && sorted(name) === sorted(other))
  );
}
