/** Moves the focus to the first enabled part of `within` that a selector finds; false if there is none. */
export function focusIn(within: Element | undefined, selector: string): boolean {
  const found = [...(within?.querySelectorAll<HTMLElement>(selector) ?? [])];
  const target = found.find((one) => !one.matches(':disabled'));
  target?.focus();
  return target !== undefined;
}
