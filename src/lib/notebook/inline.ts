import { toString } from 'mdast-util-to-string';
import type { PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { CourseOptions } from './options';
import type { Place, Report } from './problem';

type TextDirective = Extract<PhrasingContent, { type: 'textDirective' }>;

const valueInTex = /\\value\{([^}]*)\}/g;

/** A value as TeX sets it: a separator that opens no space, a sign of multiplication, of per cent. */
function asTex(value: string): string {
  return value
    .replaceAll(',', '{,}')
    .replaceAll('×', '\\times ')
    .replaceAll('−', '-')
    .replaceAll('%', '\\%');
}

/** The text of a value by its name; reports a name that is not known, and returns it as it is. */
export type LookUp = (place: Place, name: string) => string;

/** Looks values up, and reports those that are not there. */
export function lookUpIn({ lookUpValue }: CourseOptions, report: Report): LookUp {
  return (place, name) => {
    const value = lookUpValue(name);
    if (value === undefined) report(place, `unknown value "${name}"`);
    return value ?? name;
  };
}

/** `28 × 28` in one piece: no line ends before or after the sign. */
const inOnePiece = (text: string) => text.replaceAll(' × ', '\u00a0×\u00a0');

/**
 * Fills in what stands within a line: `:value[c3.parameters]` becomes the number, `\value{…}` in a
 * formula too, and `:weight[…]` colours its words by their role. Changes `tree`.
 */
export function fillInline(
  tree: Root,
  roles: CourseOptions['roles'],
  lookUp: LookUp,
  report: Report,
): void {
  const fill = (directive: TextDirective): PhrasingContent => {
    if (directive.name === 'value') {
      return { type: 'text', value: lookUp(directive, toString(directive)) };
    }
    if (roles.includes(directive.name)) {
      directive.data = { hName: 'span', hProperties: { className: [`role-${directive.name}`] } };
    } else {
      report(directive, `unknown directive ":${directive.name}"; a plain colon is written "\\:"`);
    }
    return directive;
  };

  visit(tree, 'textDirective', (node, index, parent) => {
    if (parent && index !== undefined) parent.children[index] = fill(node);
  });
  visit(tree, 'text', (node) => void (node.value = inOnePiece(node.value)));
  visit(tree, (node) => {
    if (node.type !== 'math' && node.type !== 'inlineMath') return;
    node.value = node.value.replaceAll(valueInTex, (_, name: string) => asTex(lookUp(node, name)));
  });
}
