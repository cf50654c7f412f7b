import { readLink } from '../stepping/link';

/**
 * The address of a number in what a reader types or pastes: of a link to the microscope, the number that it
 * opens; any other text as it is.
 */
export function addressOf(text: string): string {
  const query = /^\s*(?:https?:|\/)\S*?\?(\S+)/.exec(text)?.[1];
  return query === undefined ? text : readLink(new URLSearchParams(query)).link.open;
}
