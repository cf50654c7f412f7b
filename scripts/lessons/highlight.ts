import {
  createCssVariablesTheme,
  createHighlighter,
  type ShikiTransformer,
  type ThemedToken,
} from 'shiki';

const languages = ['typescript', 'python'];
/** What a program prints has no grammar; shiki shows it as it is. */
const shown = [...languages, 'text'];

/** What an identifier stands for, where its name says so. */
const roleOf: Readonly<Record<string, string>> = {
  input: 'input',
  weight: 'weight',
  bias: 'bias',
  output: 'output',
  logits: 'output',
  probabilities: 'output',
  grad: 'gradient',
};

const identifier = /([A-Za-z_$][\w$]*)/;
const notCode = /token-(comment|string)/;

/** A token cut at the identifiers whose role is known, these in the colour of their role. */
function colourRoles(token: ThemedToken): ThemedToken[] {
  if (notCode.test(token.color ?? '')) return [token];
  let { offset } = token;
  return token.content
    .split(identifier)
    .filter((content) => content !== '')
    .map((content) => {
      const role = content.endsWith('Grad') ? 'gradient' : roleOf[content];
      const piece = { ...token, content, offset };
      offset += content.length;
      return role ? { ...piece, color: `var(--role-${role})` } : piece;
    });
}

/** Colours the code as the formulas are coloured: one hue for one role. */
const roles: ShikiTransformer = {
  name: 'roles',
  tokens: (lines) => lines.map((line) => line.flatMap(colourRoles)),
};

const theme = createCssVariablesTheme({ name: 'notebook', variablePrefix: '--code-' });
let loading: ReturnType<typeof createHighlighter> | undefined;

/** Code as HTML; lines that are lit, counted from 0, have the class `lit`. */
export type Highlight = (code: string, language: string, lit?: ReadonlySet<number>) => string;

const lightUp = (lit: ReadonlySet<number>): ShikiTransformer => ({
  name: 'lit',
  line(node, line) {
    if (lit.has(line - 1)) this.addClassToHast(node, 'lit');
  },
});

/**
 * Loads a highlighter whose colours are variables that the page's style sheet sets, for each theme.
 * It throws for a language it does not know.
 */
export async function loadHighlight(): Promise<Highlight> {
  loading ??= createHighlighter({ themes: [theme], langs: languages });
  const highlighter = await loading;
  return (code, language, lit = new Set()) => {
    if (!shown.includes(language)) {
      throw new Error(`no grammar for "${language}": expected ${shown.join(' or ')}`);
    }
    return highlighter.codeToHtml(code, {
      lang: language,
      theme: theme.name ?? '',
      transformers: [roles, lightUp(lit)],
    });
  };
}
