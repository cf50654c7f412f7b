import type { Module } from '../module';

/** The two ways through a residual block: modules by their names, in order. */
export interface ResidualOptions {
  readonly body: Readonly<Record<string, Module>>;
  /** Brings the input to the body's shape where it has another; leaves it as it is if not given. */
  readonly shortcut?: Readonly<Record<string, Module>>;
}

/** What its body makes of the input, added to the input (He et al., 2015), or to its shortcut. */
export class Residual implements Module {
  readonly kind = 'residual';
  readonly options = {};
  readonly body: ReadonlyMap<string, Module>;
  readonly shortcut: ReadonlyMap<string, Module>;

  constructor({ body, shortcut = {} }: ResidualOptions) {
    this.body = new Map(Object.entries(body));
    this.shortcut = new Map(Object.entries(shortcut));
  }
}
