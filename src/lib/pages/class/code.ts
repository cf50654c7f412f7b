/** What a code begins with, so that it is known among other text. */
const mark = 'lenet5.';

/** The text of a file of answers as one word that can be sent in a message. */
export function codeOf(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return mark + letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The texts of the codes in what was pasted. What is none of these is passed on as it is, to be found unreadable. */
export function textsIn(pasted: string): string[] {
  const words = pasted.split(/\s+/).filter((word) => word.startsWith(mark));
  if (words.length === 0) return pasted.trim() === '' ? [] : [pasted];
  return words.map((word) => {
    const letters = word.slice(mark.length).replaceAll('-', '+').replaceAll('_', '/');
    try {
      const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
      return new TextDecoder().decode(bytes);
    } catch {
      return word;
    }
  });
}
