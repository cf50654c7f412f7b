import { relative } from 'node:path';
import { runnerImport, type Plugin } from 'vite';
import type { CourseLesson } from '../src/lib/notebook';

type Compiler = typeof import('./lessons/compile.ts');

const moduleName = 'virtual:lessons';
const resolvedName = `\0${moduleName}`;

/**
 * Serves the compiled course as `virtual:lessons`, for the pages' server loads. A mistake in a lesson
 * fails the build; under `vite dev` it is shown on the page until it is mended.
 */
export function lessons(): Plugin {
  let root = process.cwd();
  let compilation: Promise<CourseLesson[]> | undefined;
  let compiler: Promise<Compiler> | undefined;
  let compilerFiles: readonly string[] = [];

  /** The compiler reads the project's own modules, so Vite loads it, as it loads those. */
  async function loadCompiler(): Promise<Compiler> {
    const { module, dependencies } = await runnerImport<Compiler>('/scripts/lessons/compile.ts', {
      root,
      configFile: false,
      logLevel: 'error',
      resolve: { alias: { $lib: `${root}/src/lib` } },
    });
    compilerFiles = dependencies;
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
    resolveId: (id) => (id === moduleName ? resolvedName : undefined),
    async load(id) {
      if (id !== resolvedName) return undefined;
      compilation ??= compile();
      return `export const course = ${JSON.stringify(await compilation)};`;
    },
    hotUpdate({ file, modules }) {
      const path = relative(root, file);
      const isSource = path.startsWith('lessons/') || path.startsWith('src/lib/nn/');
      const isCompiler = path.startsWith('scripts/lessons/') || compilerFiles.includes(file);
      if (!isSource && !isCompiler) return undefined;
      if (isCompiler) compiler = undefined;
      compilation = undefined;
      if (this.environment.name === 'client') this.environment.hot.send({ type: 'full-reload' });
      const compiled = this.environment.moduleGraph.getModuleById(resolvedName);
      return compiled ? [...modules, compiled] : modules;
    },
  };
}
