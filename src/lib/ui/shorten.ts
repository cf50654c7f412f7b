/** How much of a text from a file or a link is shown: enough to know it by. */
const longest = 60;

/**
 * A text of others, to be shown in a sentence: its beginning and its end if it is longer than `most`
 * letters, and without the characters that break lines or turn the direction of writing.
 */
export function shorten(text: string, most = longest): string {
  // Cut before it is looked at: the text may be megabytes.
  const head = Array.from(text.slice(0, 4 * most)).slice(0, most + 1);
  const isLong = text.length > 4 * most || head.length > most;
  const tail = Math.floor((most - 1) / 3);
  const shown = isLong
    ? [...head.slice(0, most - 1 - tail), '…', ...Array.from(text.slice(-2 * tail)).slice(-tail)]
    : head;
  return shown.join('').replace(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]/gu, '\u{fffd}');
}
