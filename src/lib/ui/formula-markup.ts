const tag = /<[^>]*>/g;

/** The tags of markup, and the texts between them: one more than there are tags, many of them empty. */
const partsOf = (markup: string) => ({
  tags: markup.match(tag)?.join('') ?? '',
  texts: markup.split(tag),
});

/**
 * KaTeX's markup in an element of the page. A change that leaves all tags as they are, such as that of a
 * number in a formula, changes the texts alone: to parse and lay out everything takes several times as long.
 */
export class FormulaMarkup {
  readonly #element: HTMLElement;
  /** What is seen; undefined while it stands as the server wrote it. */
  #seen: ReturnType<typeof partsOf> | undefined;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  /** Shows markup of KaTeX's output `html`. What is heard stays as it was, or goes, until `complete`. */
  show(markup: string): void {
    const before = this.#seen;
    this.#seen = partsOf(markup);
    if (!before || !this.#changeTexts(before, this.#seen)) this.#element.innerHTML = markup;
  }

  /** Shows TeX as it is written. */
  spell(tex: string): void {
    this.#seen = undefined;
    this.#element.textContent = tex;
  }

  /** Puts the MathML of KaTeX's output `mathml` beside what is seen; a formula with an error has none. */
  complete(markup: string): void {
    const seen = this.#element.querySelector('.katex-html');
    const math = /<math[\s\S]*<\/math>/.exec(markup)?.[0];
    if (!seen || !math) return;
    const heard = this.#element.querySelector('.katex-mathml') ?? document.createElement('span');
    heard.className = 'katex-mathml';
    heard.innerHTML = math;
    if (!heard.isConnected) seen.before(heard);
  }

  /** Changes the texts that differ; false, and nothing is changed, where more than texts does. */
  #changeTexts(before: ReturnType<typeof partsOf>, after: ReturnType<typeof partsOf>): boolean {
    const isText = (text: string) => text !== '';
    const alike =
      before.tags === after.tags &&
      before.texts.every((text, i) => isText(text) === isText(after.texts[i]));
    const seen = this.#element.querySelector('.katex-html');
    if (!alike || !seen) return false;
    const walker = document.createTreeWalker(seen, NodeFilter.SHOW_TEXT);
    const nodes: Node[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    const [old, wanted] = [before.texts.filter(isText), after.texts.filter(isText)];
    // An entity would have to be decoded.
    if (nodes.length !== wanted.length || wanted.some((text) => text.includes('&'))) return false;
    wanted.forEach((text, i) => {
      if (text !== old[i]) nodes[i].nodeValue = text;
    });
    return true;
  }
}
