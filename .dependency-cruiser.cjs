/** Folders by rank: a folder may import only from a lower rank (see src/README.md). */
const ranks = [
  ['numbers'],
  ['network', 'notebook', 'ui', 'formats'],
  ['arithmetic'],
  ['nn'],
  ['optim', 'data', 'kernels', 'figures'],
  ['training', 'exercises'],
  ['exchange', 'views'],
  ['cells', 'pages'],
];

/** Floors inside which no folder imports another: each cell and each page stands alone. */
const floorsOfStrangers = ['cells', 'pages'];

const pathOf = (folder) => `^src/lib/${folder}/`;

const rankRules = ranks.flatMap((folders, rank) =>
  folders.map((folder) => ({
    name: `${folder}-imports-only-lower-ranks`,
    severity: 'error',
    from: { path: pathOf(folder) },
    to: {
      path: [
        '^src/routes/',
        ...ranks
          .slice(rank)
          .flat()
          .filter((other) => other !== folder)
          .map(pathOf),
      ],
    },
  })),
);

const strangerRules = floorsOfStrangers.map((floor) => ({
  name: `${floor}-do-not-import-one-another`,
  severity: 'error',
  from: { path: `^src/lib/${floor}/([^/]+)/` },
  to: { path: `^src/lib/${floor}/[^/]+/`, pathNot: `^src/lib/${floor}/$1/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...rankRules,
    ...strangerRules,
    {
      name: 'pure-folders-know-no-framework',
      severity: 'error',
      from: {
        path: '^src/lib/(numbers|network|formats|arithmetic|nn|optim|data|notebook|exercises|exchange)/|^src/lib/training/trainer\\.ts',
      },
      to: {
        path: ['node_modules/svelte', '\\$app', '^(node:)?(fs|path|worker_threads)$', '\\.svelte$'],
      },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'shipped-code-ignores-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|bench|scripts)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/lib/kernels/assembly/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.node.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.svelte', '.json'] },
  },
};
