import { toString } from 'mdast-util-to-string';
import type { RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { isCodeGroup } from './code-group';

/** Slower than a novel: these are words to think about. */
const wordsPerMinute = 160;
const charactersPerMinute = 320;
/** For a cell, a question or a group of code: to look, and to try something. */
const minutesPerCell = 0.75;

const chineseCharacter = /\p{Script=Han}/gu;
const word = /[\p{L}\p{N}]+/gu;

/** How many minutes a lesson takes to read and to try, at least 1. Chinese is counted by character. */
export function readingMinutes(content: readonly RootContent[]): number {
  let minutes = 0;
  for (const block of content) {
    if (isCodeGroup(block)) {
      minutes += minutesPerCell;
      continue;
    }
    const text = toString(block);
    const characters = text.match(chineseCharacter)?.length ?? 0;
    const words = text.replaceAll(chineseCharacter, ' ').match(word)?.length ?? 0;
    minutes += words / wordsPerMinute + characters / charactersPerMinute;
    visit(block, (node) => {
      const isCell =
        node.type === 'leafDirective' ||
        (node.type === 'containerDirective' && node.name === 'question');
      if (isCell) minutes += minutesPerCell;
      else if (node.type === 'containerDirective' && node.name === 'exercise') {
        minutes += Number(node.attributes?.minutes ?? 1);
      }
    });
  }
  return Math.max(1, Math.round(minutes));
}
