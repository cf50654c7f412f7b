import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from './problem';

/** What a link of a lesson may point to. */
export interface LinkTargets {
  /** The ids of every lesson's steps, by slug. */
  readonly lessons: ReadonlyMap<string, ReadonlySet<string>>;
  readonly pages: readonly string[];
}

const lessonAddress = /^(?:\/lessons\/([^/?#]+))?(?:#(.+))?$/;

/** Why an address leads nowhere, if so. `slug` is the lesson it stands in. */
function problemOf(address: string, slug: string, targets: LinkTargets): string | undefined {
  if (address.startsWith('https://')) return undefined;
  const match = lessonAddress.exec(address);
  if (!match || address === '') {
    const [path = ''] = address.split(/[?#]/);
    return targets.pages.includes(path) ? undefined : 'there is no such page';
  }
  const [, target = slug, step] = match;
  const steps = targets.lessons.get(target);
  if (!steps) return `there is no lesson "${target}"`;
  if (step !== undefined && !steps.has(step)) return `lesson "${target}" has no step "${step}"`;
  return undefined;
}

/**
 * Checks every link and makes it lead within the page's own language: `/lessons/c1#shape` and
 * `/calculator?kernel=5` become relative to `/<language>/lessons/<slug>`. Changes `tree`.
 */
export function resolveLinks(tree: Root, slug: string, targets: LinkTargets, report: Report): void {
  visit(tree, 'link', (link) => {
    const problem = problemOf(link.url, slug, targets);
    if (problem) report(link, `broken link "${link.url}": ${problem}`);
    if (link.url.startsWith('/')) link.url = `..${link.url}`;
  });
}
