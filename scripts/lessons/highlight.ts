import { createCssVariablesTheme, createHighlighter, type ShikiTransformer } from 'shiki';

const languages = ['typescript', 'python'];

/** What an identifier stands for, where its name says so: coloured as in the formulas. */
const roleOf: Partial<Record<string, string>> = {
  input: 'input',
  weight: 'weight',
  bias: 'bias',
  output: 'output',
  logits: 'output',
  probabilities: 'output',
};

const colourRoles: ShikiTransformer = {
  name: 'roles',
  span(node) {
    const [child] = node.children;
    if (child?.type !== 'text') return;
    const name = child.value.trim();
    const role = /^grad$|Grad$/.test(name) ? 'gradient' : roleOf[name];
    if (role) node.properties = { class: `role-${role}` };
  },
};

/**
 * Makes a highlighter whose colours are variables that the page's style sheet sets, for each theme.
 * It throws for a language it does not know.
 */
export async function createHighlight(): Promise<(code: string, language: string) => string> {
  const theme = createCssVariablesTheme({ name: 'notebook', variablePrefix: '--code-' });
  const highlighter = await createHighlighter({ themes: [theme], langs: languages });
  return (code, language) => {
    if (!languages.includes(language)) {
      throw new Error(`no grammar for "${language}": expected ${languages.join(' or ')}`);
    }
    return highlighter.codeToHtml(code, {
      lang: language,
      theme: 'notebook',
      transformers: [colourRoles],
    });
  };
}
