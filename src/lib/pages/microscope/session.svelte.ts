import { formatRef, hasRef, nearestRef, parseRef, smallestAnswers } from '$lib/nn';
import { lenet5Network, writeNetwork, type Network, type NetworkProblem } from '$lib/network';
import { WeightsError, type WeightsProblem } from '$lib/training';
import { LoadError, type LoadProblem } from '$lib/ui/load/problem';
import { digitOf, type Digit, type DigitName, type Digits } from '$lib/views/sample/digit';
import { loadDigits, type LoadedDigits } from '$lib/views/sample/load';
import { chosenWeights } from '$lib/views/weights/chosen.svelte';
import { choicesOf } from '$lib/views/sample/shipped-weights';
import { runOf, type WeightName } from '$lib/views/sample/weight-choice';
import type { LoadedNetwork } from '$lib/views/sample/loaded-network';
import { loadNetwork } from '$lib/views/sample/weights';
import type { StepProblem } from '$lib/views/network/step-problem';
import type { steppableNetwork } from '$lib/views/network/steppable';
import { PageTracer, type Tracer } from '$lib/views/sample/tracing/tracer';
import { Descent, type DescentTools } from './descent.svelte';
import { defaultLink, readLink, writeLink, type MicroscopeLink } from '$lib/views/stepping/link';
import type { Microscope } from '$lib/views/stepping/microscope.svelte';
import { rulesFor, usualUpdate, type RuleName } from '$lib/views/stepping/update-rule';

/** Where digits and weights come from; a test puts its own in its place. */
export interface Sources {
  /** The digits of the page, among them the wanted one; or why they could not be had. */
  readonly digits: (wanted: DigitName) => Promise<LoadedDigits>;
  /** A network by the name of its weights. Rejects where they cannot be had. */
  readonly network: (weights: WeightName, seed: number, network: Network) => Promise<LoadedNetwork>;
  /** What a descent works with. */
  readonly tools?: DescentTools;
}

/** What of a file is needed to read weights from it. */
export type WeightsFile = Pick<File, 'name' | 'arrayBuffer'>;

/** What the reader should know besides what is seen: each a value that `Notices.svelte` words. */
export interface Remarks {
  /** The fields of the link that made no sense. */
  readonly rejected: readonly (keyof MicroscopeLink)[];
  /** The opened number of the link that does not exist, and the one that is open instead. */
  readonly missing?: { readonly asked: string; readonly shown: string };
  /** The weights that could not be had, and why if they are fetched; fresh ones are in their place. */
  readonly unloaded?: { readonly weights: WeightName; readonly problem?: LoadProblem };
  /** Why the link's network cannot be stepped through; the article's is in its place. */
  readonly unstepped?: NetworkProblem | StepProblem;
  /** A file that was refused, and why. */
  readonly refused?: { readonly file: string; readonly problem: WeightsProblem | 'unreadable' };
}

/** The weights that were asked for: by name, or a file's, which a link cannot carry. */
type Choice =
  | { readonly name: WeightName; readonly seed: number; readonly network: Network }
  | { readonly file: string; readonly loaded: LoadedNetwork };

/** What was asked for: the same two objects are the same wish. */
interface Wish {
  readonly digit: DigitName;
  readonly choice: Choice;
}

const browserSources: Sources = {
  digits: loadDigits,
  network: (weights, seed, network) => loadNetwork(weights, seed, undefined, network),
};

/** The paper takes 500; a page that shows each takes these few. */
const firstCount = 5;

/** Reads a network that a link names, or says why it cannot be stepped through. */
export type NetworkReader = typeof steppableNetwork;

/**
 * What the microscope's page shows, and how it comes there. Every act of the reader changes what is
 * asked for and takes the next turn; what arrives for an earlier turn changes nothing. So what is
 * shown as chosen is always what is seen, or on its way.
 */
export class Session {
  /** `waiting` until the first link is opened. */
  state = $state.raw<
    | { readonly kind: 'waiting' | 'loading' | 'ready' }
    | { readonly kind: 'failed'; readonly problem: LoadProblem }
  >({ kind: 'waiting' });
  /** What was asked for last; while it is seen, `query` says where the reader is by now. */
  link = $state.raw<MicroscopeLink>(defaultLink);
  /** The digits to choose from, once they are there. */
  digits = $state.raw<Digits>();
  /** The digit and the network that are seen; while others are on their way, still those. */
  descent = $state.raw<Descent>();
  /** What will be seen once the updates of its link are made. */
  coming = $state.raw<Descent>();
  remarks = $state.raw<Remarks>({ rejected: [] });
  /** What went wrong that nobody foresaw; the page cannot go on. */
  fault = $state.raw<unknown>();
  readonly #sources: Sources;
  readonly #tracer: Tracer;
  #choice = $state.raw<Choice>({ name: 'fresh', seed: 0, network: lenet5Network() });
  #shown: Wish | undefined;
  /** What `link.network` says. */
  #network = lenet5Network();
  #turn = 0;

  /** The name of the file whose weights are chosen, if they are a file's. */
  readonly file = $derived('file' in this.#choice ? this.#choice.file : undefined);
  /** The query of an address that leads to what is seen, or is on its way. */
  readonly query = $derived(writeLink(this.#linkNow()));

  constructor(sources = browserSources) {
    this.#sources = sources;
    this.#tracer = sources.tools?.tracer ?? new PageTracer();
  }

  /**
   * Shows what an address asks for, unless that is seen already, or on its way. An address that names a
   * network of its own needs what reads it; without it stands the article's.
   */
  async open(url: URL, read?: NetworkReader): Promise<void> {
    chosenWeights.recall();
    const { link, rejected } = readLink(url.searchParams, chosenWeights.own);
    const { kind } = this.state;
    const isHere = rejected.length === 0 && writeLink(link) === this.query;
    if ((kind === 'loading' || kind === 'ready') && isHere) return;
    const turn = this.#begin();
    this.#clear();
    const isArticle = link.network === defaultLink.network;
    const named = isArticle || !read ? { network: lenet5Network() } : read(link.network);
    const network = 'network' in named ? named.network : lenet5Network();
    this.remarks = 'problem' in named ? { rejected, unstepped: named.problem } : { rejected };
    this.link = { ...link, network: this.#ask(network) };
    this.#choose(link.weights, link.seed, network);
    await this.#bring(turn);
  }

  /** Another digit, of MNIST or drawn. The step stays; the updates begin anew. */
  async chooseDigit(digit: DigitName): Promise<void> {
    const turn = this.#begin();
    this.link = { ...this.link, digit, updates: 0 };
    await this.#bring(turn);
  }

  /** Other weights. The digit and the step stay; the updates begin anew. */
  async chooseWeights(change: Pick<MicroscopeLink, 'weights' | 'seed'>): Promise<void> {
    const turn = this.#begin();
    this.link = { ...this.link, ...change, updates: 0 };
    chosenWeights.choose(change.weights);
    this.#choose(change.weights, change.seed, this.#network);
    this.#forgetProblems();
    await this.#bring(turn);
  }

  /** The weights of a file. If it is refused, what was asked for before still stands. */
  async chooseFile(file: WeightsFile): Promise<void> {
    const turn = this.#begin();
    this.#forgetProblems();
    const read = await readFile(file, this.#network);
    if (turn !== this.#turn) return;
    if ('problem' in read) {
      this.remarks = { ...this.remarks, refused: { file: file.name, problem: read.problem } };
    } else {
      const network = this.#ask(read.loaded.description);
      this.link = { ...this.link, weights: 'fresh', network, updates: 0 };
      this.#choice = { file: file.name, loaded: read.loaded };
    }
    await this.#bring(turn);
  }

  /** Goes to a stop of the guided tour; 0 leaves it. */
  tour(stop: number): void {
    this.link = { ...this.#linkNow(), tour: stop };
  }

  /** Tries again to get what could not be had. */
  async retry(): Promise<void> {
    await this.#bring(this.#begin());
  }

  /** Ends what is under way: the reader leaves the page. */
  close(): void {
    this.#turn += 1;
    this.#tracer.end();
    this.coming?.stop();
    this.descent?.stop();
  }

  /** Weights by name for a network; fresh ones, with a remark, where the page has none of it by that name. */
  #choose(name: WeightName, seed: number, network: Network): void {
    const fits =
      runOf(name) !== undefined ||
      choicesOf(writeNetwork(network)).some((choice) => choice === name);
    const fitting = fits ? name : 'fresh';
    if (fitting !== name) this.remarks = { ...this.remarks, unloaded: { weights: name } };
    this.link = { ...this.link, weights: fitting };
    this.#choice = { name: fitting, seed, network };
  }

  /** The network is asked for: its text for the link, and what it is. */
  #ask(network: Network): string {
    this.#network = network;
    return writeNetwork(network);
  }

  /** As `#get`; an error of our own is kept for the page, which would wait for ever. */
  async #bring(turn: number): Promise<void> {
    try {
      await this.#get(turn);
    } catch (error) {
      if (turn === this.#turn) this.fault = error;
    }
  }

  /** Gets what is asked for and shows it, unless something else is asked for before it is there. */
  async #get(turn: number): Promise<void> {
    const wish: Wish = { digit: this.link.digit, choice: this.#choice };
    const arriving = this.#loaded(wish.choice);
    const digits = await this.#sources.digits(wish.digit);
    if (turn !== this.#turn) return;
    if (digits.kind === 'failed') {
      this.#clear();
      this.state = digits;
      return;
    }
    this.digits = digits.pack;
    const loaded = await arriving;
    if (turn !== this.#turn) return;
    if ('network' in loaded) {
      // A kept run has a network of its own.
      this.link = { ...this.link, network: this.#ask(loaded.description) };
      return this.#show(wish, digitOf(digits.pack, wish.digit), loaded);
    }
    const { weights } = this.link;
    this.remarks = { ...this.remarks, unloaded: { weights, problem: loaded.problem } };
    this.link = { ...this.link, weights: 'fresh' };
    this.#choose('fresh', this.link.seed, this.#network);
    await this.#get(turn);
  }

  /** The network of a choice, or why it cannot be had. */
  async #loaded(choice: Choice): Promise<LoadedNetwork | { readonly problem?: LoadProblem }> {
    if ('loaded' in choice) return choice.loaded;
    if (this.descent && this.#shown?.choice === choice) return this.descent.beginning;
    try {
      return await this.#sources.network(choice.name, choice.seed, choice.network);
    } catch (error) {
      return error instanceof LoadError ? { problem: error.problem } : {};
    }
  }

  async #show(wish: Wish, digit: Digit, loaded: LoadedNetwork): Promise<void> {
    if (this.descent) {
      const isSeen = this.#shown?.digit === wish.digit && this.#shown.choice === wish.choice;
      const turn = this.#turn;
      if (!isSeen) {
        const change = { digit, border: undefined, ...loaded, first: this.#firstDigits(loaded) };
        const fits = rulesFor(loaded.description).includes(this.descent.beginning.rule);
        const usual = fits ? {} : usualUpdate(writeNetwork(loaded.description));
        await this.descent.begin({ ...change, ...usual }, 0);
      }
      if (turn !== this.#turn) return;
    } else {
      const descent = await this.#made(digit, loaded);
      if (!descent) return;
      this.descent = descent;
    }
    this.#shown = wish;
    this.coming = undefined;
    this.state = { kind: 'ready' };
  }

  /** A descent as the link asks for it; undefined if something else is asked for before it is made. */
  async #made(digit: Digit, loaded: LoadedNetwork): Promise<Descent | undefined> {
    const turn = this.#turn;
    const { lr, updates, step, by, open } = this.link;
    const rule = this.#ruleFor(loaded.description);
    const made = await Descent.make(
      { digit, ...loaded, rule, lr, first: this.#firstDigits(loaded) },
      { ...this.#sources.tools, tracer: this.#tracer },
    );
    if (turn !== this.#turn) return undefined;
    this.coming = made;
    await made.again(updates);
    if (turn !== this.#turn) return undefined;
    const { microscope } = made;
    if (step > microscope.steps.length) {
      this.remarks = { ...this.remarks, rejected: [...this.remarks.rejected, 'step'] };
    } else {
      microscope.goTo(step - 1);
    }
    microscope.grain = by;
    if (open !== '') this.#openNumber(microscope, open);
    return made;
  }

  /** The rule of the link where it moves this network; else the usual one, with a remark. */
  #ruleFor(network: Network): RuleName {
    const { rule } = this.link;
    if (rulesFor(network).includes(rule)) return rule;
    this.remarks = { ...this.remarks, rejected: [...this.remarks.rejected, 'rule'] };
    return defaultLink.rule;
  }

  /** The digits by which the paper's own rule estimates its step sizes. */
  #firstDigits({ description }: LoadedNetwork): Digit[] | undefined {
    const { digits } = this;
    if (!digits || !smallestAnswers(description)) return undefined;
    return Array.from({ length: firstCount }, (_, index) => {
      const { pixels, label } = digitOf(digits, { part: 'train', index });
      return { pixels: pixels.slice(), label };
    });
  }

  /** Opens the number of a link; one that does not exist is replaced by the nearest, with a remark. */
  #openNumber(microscope: Microscope, asked: string): void {
    const { trace } = microscope;
    const ref = parseRef(asked);
    const exists = ref !== undefined && hasRef(trace, ref);
    const target = exists ? ref : nearestRef(trace, asked);
    if (!exists) this.remarks = { ...this.remarks, missing: { asked, shown: formatRef(target) } };
    microscope.openAfresh(target);
  }

  /** The link to what is seen, or is on its way. */
  #linkNow(): MicroscopeLink {
    if (!this.descent || this.state.kind !== 'ready') return this.link;
    const { microscope, beginning, wanted } = this.descent;
    return {
      ...this.link,
      step: microscope.position + 1,
      by: microscope.grain,
      open: microscope.chosen ? formatRef(microscope.chosen) : '',
      updates: wanted,
      rule: beginning.rule,
      lr: beginning.lr,
    };
  }

  /** Takes the next turn: what is under way counts no longer. What is seen is what changes apply to. */
  #begin(): number {
    this.link = this.#linkNow();
    this.coming?.stop();
    this.coming = undefined;
    this.#tracer.end();
    this.state = { kind: 'loading' };
    this.#turn += 1;
    return this.#turn;
  }

  #forgetProblems(): void {
    this.remarks = { ...this.remarks, unloaded: undefined, refused: undefined };
  }

  #clear(): void {
    this.descent?.stop();
    this.descent = undefined;
    this.digits = undefined;
    this.#shown = undefined;
  }
}

async function readFile(
  file: WeightsFile,
  asked: Network,
): Promise<
  { readonly loaded: LoadedNetwork } | { readonly problem: WeightsProblem | 'unreadable' }
> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { networkOfFile } = await import('$lib/views/sample/file-weights');
    return { loaded: networkOfFile(bytes, asked) };
  } catch (error) {
    return { problem: error instanceof WeightsError ? error.problem : 'unreadable' };
  }
}
