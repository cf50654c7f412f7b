import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareFormula } from '$lib/cells/formula/prepare';
import type { FormulaAttributes } from '$lib/cells/formula/schema';
import { cellSchemas } from '$lib/cells/schemas';
import { values } from '$lib/cells/values';
import { hasPlaces, hasTensor, ruleNames } from '$lib/exercises';
import {
  compileCourse,
  readGlossary,
  type CellKind,
  type CourseLesson,
  type LessonSource,
  type Term,
} from '$lib/notebook';
import { locales } from '$lib/ui/locale';
import { katexOptions } from '$lib/ui/tex';
import { parse } from 'yaml';
import { loadHighlight } from './highlight';
import { runValues } from './run-values';
import { excerptOf } from './script';
import { extractDeclaration } from './source-code';

const roles = ['input', 'weight', 'bias', 'output', 'gradient'];

/** The Markdown files under `lessons/`, in every language of the site. */
export function readLessons(root: string): LessonSource[] {
  return readdirSync(join(root, 'lessons'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: folder }) =>
      locales.map((language) => ({ folder, language, file: `lessons/${folder}/${language}.md` })),
    )
    .filter(({ file }) => existsSync(join(root, file)))
    .map((source) => ({ ...source, text: readFileSync(join(root, source.file), 'utf8') }));
}

const glossaryFile = 'lessons/glossary.yaml';

/** The words of the field, from the project's file. Throws an error that names file and term. */
export function readTerms(root: string): Term[] {
  try {
    return readGlossary(parse(readFileSync(join(root, glossaryFile), 'utf8')), locales);
  } catch (error) {
    throw new Error(`${glossaryFile}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The addresses of the site's pages without language: `/calculator`. */
function pageAddresses(root: string): string[] {
  const pages = join(root, 'src/routes/[lang=lang]');
  return readdirSync(pages)
    .filter((name) => existsSync(join(pages, name, '+page.svelte')))
    .map((name) => `/${name}`);
}

/**
 * Compiles the course of the project at `root`: what the lessons name is looked up in `cells`, and
 * the code that they show is read from `src/lib`. Throws a `LessonError` for mistakes in them.
 */
export async function compileLessons(
  root: string,
  sources = readLessons(root),
): Promise<CourseLesson[]> {
  const highlight = await loadHighlight();
  const showCode: CellKind = {
    schema: cellSchemas.code,
    prepare(attributes) {
      const { file, name } = attributes as { file: string; name: string };
      const path = join(root, 'src/lib', file);
      if (!existsSync(path)) throw new Error(`there is no file src/lib/${file}`);
      const text = readFileSync(path, 'utf8');
      return { file, name, html: highlight(extractDeclaration(text, name, file), 'typescript') };
    },
  };
  const script = readFileSync(join(root, 'static/lenet5.py'), 'utf8');
  const showScript: CellKind = {
    schema: cellSchemas.script,
    prepare(attributes) {
      const { text, lit } = excerptOf(script, (attributes as { lit?: string }).lit);
      return { file: 'lenet5.py', name: 'LeNet-5', html: highlight(text, 'python', lit) };
    },
  };
  const computeFormula: CellKind = {
    schema: cellSchemas.formula,
    prepare: (attributes) => prepareFormula(attributes as FormulaAttributes),
  };
  const cells = Object.fromEntries(
    Object.entries(cellSchemas).map(([name, schema]): [string, CellKind] => [name, { schema }]),
  );
  const runValue = runValues(root);
  return compileCourse(sources, {
    languages: locales,
    cells: { ...cells, code: showCode, script: showScript, formula: computeFormula },
    lookUpValue: (name) => (Object.hasOwn(values, name) ? values[name] : runValue(name)),
    rules: ruleNames,
    hasTensor,
    hasPlaces,
    roles,
    lessonName: (language, number) => (language === 'zh' ? `第 ${number} 课` : `lesson ${number}`),
    glossary: {
      terms: readTerms(root),
      page: '/glossary',
      aside: (language, words) => (language === 'zh' ? `（${words}）` : ` (${words})`),
    },
    pages: pageAddresses(root),
    katex: katexOptions,
    highlight,
  });
}
