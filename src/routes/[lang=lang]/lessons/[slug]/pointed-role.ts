const roleClass = /(?:^|\s)role-([a-z]+)(?:\s|$)/;
const roleColour = /--role-([a-z]+)/;

/**
 * The role of the word, symbol or piece of code at which the reader points: formulas and prose say it
 * by a class, highlighted code by its colour. Undefined where there is none.
 */
export function roleAt(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element)) return undefined;
  const marked = target.closest('span[class*="role-"], span[style*="--role-"]');
  if (!marked) return undefined;
  const [, role] =
    roleClass.exec(marked.className) ?? roleColour.exec(marked.getAttribute('style') ?? '') ?? [];
  return role;
}
