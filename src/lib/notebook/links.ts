import type { Link, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from './problem';

/** A lesson that a link may point to: its place in the course, counted from 1, and the ids of its steps. */
export interface TargetLesson {
  readonly number: number;
  readonly steps: ReadonlySet<string>;
}

/** What a link of a lesson may point to. */
export interface LinkTargets {
  /** By slug. */
  readonly lessons: ReadonlyMap<string, TargetLesson>;
  readonly pages: readonly string[];
  /** How a lesson is called by its number: `lesson 5`. */
  readonly lessonName: (number: number) => string;
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
  const lesson = targets.lessons.get(target);
  if (!lesson) return `there is no lesson "${target}"`;
  if (step !== undefined && !lesson.steps.has(step))
    return `lesson "${target}" has no step "${step}"`;
  return undefined;
}

/** Gives a link without words those of the lesson that it leads to. Changes `link`. */
function nameLink(link: Link, targets: LinkTargets, report: Report): void {
  const lesson = targets.lessons.get(lessonAddress.exec(link.url)?.[1] ?? '');
  if (lesson) link.children = [{ type: 'text', value: targets.lessonName(lesson.number) }];
  else report(link, `link "${link.url}" has no words`);
}

/**
 * Checks every link and makes it lead within the page's own language: `/lessons/c1#shape` and
 * `/calculator?kernel=5` become relative to `/<language>/lessons/<slug>`. A link to a lesson without words
 * of its own gets the lesson's number: `[](/lessons/c3)` reads `lesson 7`. Changes `tree`.
 */
export function resolveLinks(tree: Root, slug: string, targets: LinkTargets, report: Report): void {
  visit(tree, 'link', (link) => {
    const problem = problemOf(link.url, slug, targets);
    if (problem) report(link, `broken link "${link.url}": ${problem}`);
    if (link.children.length === 0) nameLink(link, targets, report);
    if (link.url.startsWith('/')) link.url = `..${link.url}`;
  });
}
