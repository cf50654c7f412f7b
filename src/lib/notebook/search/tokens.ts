/** A run of Chinese, or a word of letters and digits. */
const run = /(\p{Script=Han}+)|([\p{L}\p{N}]+(?:['’][\p{L}]+)?)/gu;

const pairsOf = (characters: readonly string[]) =>
  characters.slice(1).map((character, index) => characters[index] + character);

/** Small letters, half-width, and without what separates the digits of a number. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d),(?=\d{3})/g, '');

/** Words and runs of Chinese, which `chinese` cuts. */
function cut(
  text: string,
  chinese: (characters: readonly string[]) => readonly string[],
): string[] {
  return [...plain(text).matchAll(run)].flatMap(([, han, word]) => {
    if (word !== undefined) return splitScripts(word, chinese);
    return han === undefined ? [] : chinese([...han]);
  });
}

/** Letters and Chinese that stand together without a blank: `用softmax求`. */
function splitScripts(
  word: string,
  chinese: (characters: readonly string[]) => readonly string[],
): string[] {
  const parts = word.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? [];
  return parts.flatMap((part) => (/\p{Script=Han}/u.test(part) ? chinese([...part]) : [part]));
}

/** What a text is found by: its words in small letters, and of Chinese every character and every pair. */
export const tokensOf = (text: string): string[] =>
  cut(text, (characters) => [...characters, ...pairsOf(characters)]);

/** What a question asks for: of Chinese its pairs, or the one character. */
export const wantedTokens = (question: string): string[] =>
  cut(question, (characters) => (characters.length === 1 ? characters : pairsOf(characters)));

/** The single characters of a question in Chinese, for one whose pairs are nowhere. */
export const wantedCharacters = (question: string): string[] =>
  cut(question, (characters) => characters);
