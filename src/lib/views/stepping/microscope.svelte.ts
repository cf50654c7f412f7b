import type { Role } from '$lib/figures/mark';
import {
  explain,
  formatRef,
  gradOf,
  nameOf,
  placeOf,
  referencesOf,
  uses,
  type Ref,
  type Term,
  type Use,
} from '$lib/nn';
import type { UpdatedTrace } from '$lib/optim';
import { highlightsOf, termsByRef } from './highlights';
import { jumpTarget, type Jump } from './jumps';
import { gatheredBy } from './sections';
import { layerSteps, stepShowing, writers, type LayerStep } from './steps';
import { endOf, leadingOf, neighbour, type Grain } from './walk';

/** What the microscope looks at: one trace, one of its steps, one number, and how it got there. */
export class Microscope {
  trace = $state.raw<UpdatedTrace>() as UpdatedTrace;
  /** The number under the pointer or the keyboard's cursor. */
  pointed = $state.raw<Ref>();
  /** The role whose symbol is under the pointer. */
  pointedRole = $state<Role>();
  /** How far one step goes. */
  grain = $state<Grain>('layer');
  /** True while nobody has said what the digit is: then its label judges nothing. */
  isLabelAssumed = $state(false);
  /** Which of the three views a narrow screen shows. */
  view = $state<'network' | 'layer' | 'number'>('layer');
  #position = $state(0);
  /** The opened numbers, each opened from the one before; none while the step's own one is shown. */
  #trail = $state.raw<readonly Ref[]>([]);
  #at = $state(-1);
  #channel = $state(0);
  #usesWish = $state.raw<{ readonly number: string; readonly shown: boolean }>();

  readonly steps: readonly LayerStep[] = $derived(layerSteps(this.trace));
  /** The position of the step that writes each tensor; parameters and the label have none. */
  readonly writers = $derived(writers(this.steps));
  readonly step: LayerStep = $derived(this.steps[this.position]);

  /** The number that is open: the last one that was chosen, or the step's own. */
  readonly opened: Ref = $derived(this.#trail[this.#at] ?? this.#strongest());
  /** The output channel, or the unit, that the layer panel looks at: the opened number's. */
  readonly channel: number = $derived(this.#channelOf(this.opened));
  /** What made it. */
  readonly explanation = $derived(explain(this.trace, this.opened));
  /** The opened number's terms by the numbers they are products of. */
  readonly #termOf = $derived(termsByRef(this.explanation.rule));
  /** The term of the opened number that the pointed number belongs to. */
  readonly pointedTerm: Term | undefined = $derived(
    this.pointed && this.#termOf.get(formatRef(this.pointed)),
  );
  /** Whose symbols light up in the rule: the pointed symbol's, or those of what is pointed at elsewhere. */
  readonly litRoles: readonly Role[] = $derived(this.#litRoles());
  /** Whether one sees what used the opened number: as the reader wishes, or where asking ends. */
  readonly showsUses: boolean = $derived(
    this.#usesWish?.number === formatRef(this.opened)
      ? this.#usesWish.shown
      : this.explanation.rule.kind === 'leaf',
  );
  /** What used the opened number, where one sees it. */
  readonly uses: readonly Use[] = $derived(this.showsUses ? uses(this.trace, this.opened) : []);
  /** What is framed, by tensor. */
  readonly highlights = $derived(highlightsOf(this));

  /** Where a number is opened instead of here: the page that a figure of a lesson leads to. */
  readonly linkTo?: (ref: Ref) => string;

  constructor(trace: UpdatedTrace, position = 0, linkTo?: (ref: Ref) => string) {
    this.linkTo = linkTo;
    this.trace = trace;
    this.#position = position;
  }

  /** The step looked at, from 0. */
  get position(): number {
    return Math.min(this.#position, this.steps.length - 1);
  }

  /** The opened numbers up to this one: how one got here. */
  get trail(): readonly Ref[] {
    return this.#at < 0 ? [this.opened] : this.#trail.slice(0, this.#at + 1);
  }

  /** The number that was chosen; nothing while the step's own one is shown. */
  get chosen(): Ref | undefined {
    return this.#trail[this.#at];
  }

  get canGoBack(): boolean {
    return this.#at > 0;
  }

  get canGoForward(): boolean {
    return this.#at < this.#trail.length - 1;
  }

  /** Goes to a step, beyond either end to that end; a new trail begins at its largest number. */
  goTo(position: number): void {
    this.#position = Math.max(0, Math.min(this.steps.length - 1, position));
    this.#trail = [];
    this.#at = -1;
    this.pointed = undefined;
    this.pointedRole = undefined;
  }

  /**
   * One step on or back at the reader's grain: to the next layer's step, or to the number of the
   * next channel or place, and from a step's last one to the next step's first.
   */
  advance(by: 1 | -1): void {
    const next =
      this.grain === 'layer'
        ? undefined
        : neighbour(this.trace, this.step, this.opened, this.grain, by);
    if (next) return this.openAfresh(next);
    const { position } = this;
    this.goTo(position + by);
    if (this.grain === 'layer' || this.position === position) return;
    const end = endOf(this.trace, this.step.writes, by);
    if (end) this.openAfresh(end);
  }

  /** Goes to a number worth looking at, in this step or the next that makes such numbers. */
  jump(to: Jump): void {
    const target = jumpTarget(this.trace, this.steps, this.position, this.opened, to);
    if (target) this.open(target);
  }

  /** Opens a number from the one that is open, at the step that shows it. */
  open(ref: Ref): void {
    this.#trail = [...this.trail, ref];
    this.#show(this.#trail.length - 1);
  }

  /** Opens a number as the first of a new trail, as a link does. */
  openAfresh(ref: Ref): void {
    this.#trail = [ref];
    this.#show(0);
  }

  /** Goes back or on along the trail: to the number at this place of it. */
  revisit(place: number): void {
    if (place >= 0 && place < this.#trail.length) this.#show(place);
  }

  /** Back to the number from which this one was opened. */
  back(): void {
    this.revisit(this.#at - 1);
  }

  /** On to the number that was opened from this one, after going back. */
  forward(): void {
    this.revisit(this.#at + 1);
  }

  /** Whether the step that writes this tensor has been taken; what no step writes is there at once. */
  reached(name: string): boolean {
    return (this.writers.get(name) ?? 0) <= this.position;
  }

  /** Shows what used the opened number, or does so no longer. */
  toggleUses(): void {
    this.#usesWish = { number: formatRef(this.opened), shown: !this.showsUses };
  }

  /** Points at a term of the opened number, by the first number in it. */
  pointTerm(term: Term | undefined): void {
    this.pointed = term?.factors.find((factor) => factor.kind === 'reference')?.ref;
  }

  #litRoles(): readonly Role[] {
    if (this.pointedRole) return [this.pointedRole];
    if (!this.pointed) return [];
    const pointed = formatRef(this.pointed);
    const near = this.pointedTerm?.factors ?? referencesOf(this.explanation.rule);
    const factors = near.filter((factor) => factor.kind === 'reference');
    const meant = this.pointedTerm
      ? factors
      : factors.filter(({ ref }) => formatRef(ref) === pointed);
    return meant.map(({ role }) => role);
  }

  #show(place: number): void {
    this.#channel = this.channel;
    this.#at = place;
    this.pointed = undefined;
    this.pointedRole = undefined;
    const { tensor } = this.opened;
    const { reads, writes } = this.step;
    if (reads.includes(tensor) && !this.writers.has(tensor)) return;
    if (!writes.includes(tensor)) this.#position = stepShowing(this.steps, tensor);
  }

  /** A number's channel; of what the layer gathers from whole, the channel that was looked at before. */
  #channelOf({ tensor, index }: Ref): number {
    const { reads, writes } = this.step;
    const gathered = gatheredBy(this.step);
    const isGathered =
      gathered !== undefined &&
      (tensor === gathered || tensor === nameOf(gradOf(placeOf(this.trace, gathered))));
    const isShown = reads.includes(tensor) || writes.includes(tensor);
    return isShown && !isGathered ? (index[0] ?? 0) : this.#channel;
  }

  /** The largest number that the step makes and that leads on to the loss; of an update, the largest weight. */
  #strongest(): Ref {
    const { writes } = this.step;
    const moved = writes.find((name) => placeOf(this.trace, name).state === 'updated');
    return leadingOf(this.trace, moved ?? writes[0] ?? 'loss');
  }
}
