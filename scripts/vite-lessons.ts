import { relative } from 'node:path';
import { runnerImport, type Plugin } from 'vite';
import type { CourseLesson } from '../src/lib/notebook';

type Compiler = typeof import('./lessons/compile.ts');

const prefix = 'virtual:lessons';

/** The module that lists the course: each lesson's headers, and functions that load its text. */
function courseModule(course: readonly CourseLesson[], headerOf: Compiler['headerOf']): string {
  const entries = course.map(({ slug, translations }) => {
    const languages = Object.entries(translations).map(([language, lesson]) => {
      const load = `() => import(${JSON.stringify(`${prefix}/${slug}/${language}`)})`;
      return `${language}: { header: ${JSON.stringify(headerOf(lesson))}, load: ${load} }`;
    });
    return `{ slug: ${JSON.stringify(slug)}, translations: { ${languages.join(', ')} } }`;
  });
  return `export const course = [${entries.join(',\n')}];`;
}

/**
 * Serves the compiled lessons as `virtual:lessons`, whose texts are modules of their own, so that a
 * page loads one. A mistake in a lesson fails the build; under `vite dev` it is shown on the page
 * until it is mended.
 */
export function lessons(): Plugin {
  let root = process.cwd();
  let compilation: Promise<CourseLesson[]> | undefined;
  let compiler: Promise<Compiler> | undefined;
  let watched: readonly string[] = [];

  /** The compiler reads the project's own modules, so Vite loads it, as it loads those. */
  async function loadCompiler(): Promise<Compiler> {
    const { module, dependencies } = await runnerImport<Compiler>('/scripts/lessons/compile.ts', {
      root,
      configFile: false,
      logLevel: 'error',
      resolve: { alias: { $lib: `${root}/src/lib` } },
    });
    watched = dependencies;
    return module;
  }

  async function compile(): Promise<CourseLesson[]> {
    compiler ??= loadCompiler();
    return (await compiler).compileLessons(root);
  }

  return {
    name: 'lessons',
    configResolved(config) {
      root = config.root;
    },
    resolveId: (id) => (id === prefix || id.startsWith(`${prefix}/`) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      compilation ??= compile();
      const course = await compilation;
      const [, slug, language] = id.split('/');
      if (slug === undefined || language === undefined) {
        return courseModule(course, (await compiler!).headerOf);
      }
      const lesson = course.find((one) => one.slug === slug)?.translations[language];
      return `export default ${JSON.stringify(lesson)};`;
    },
    hotUpdate({ file, modules }) {
      const path = relative(root, file);
      const isSource = path.startsWith('lessons/') || path.startsWith('src/lib/nn/');
      const isCompiler = path.startsWith('scripts/lessons/') || watched.includes(file);
      if (!isSource && !isCompiler) return undefined;
      if (isCompiler) compiler = undefined;
      compilation = undefined;
      const compiled = [...this.environment.moduleGraph.idToModuleMap.values()].filter(({ id }) =>
        id?.startsWith(`\0${prefix}`),
      );
      return [...modules, ...compiled];
    },
  };
}
