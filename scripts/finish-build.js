import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/**
 * Completes the built site in `folder`, so that it works on hosts that know nothing of it.
 *
 * @param {string} folder
 */
export function finishBuild(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(
      ({ parentPath, name }) => `/${relative(folder, join(parentPath, name)).split(sep).join('/')}`,
    );
  writeFileSync(join(folder, 'offline.json'), JSON.stringify(files.filter(isKept).sort()));
  leadToPages(folder, files);
  fillMissingPage(join(folder, '404.html'));
}

/**
 * What only hosts, crawlers and chat windows read, and the service worker itself.
 *
 * @param {string} file
 */
const isForOthers = (file) =>
  /^\/(_headers|robots\.txt|sitemap\.xml|card-\w+\.png|serve\.\w+|service-worker\.js|_app\/version\.json)$/.test(
    file,
  );

/**
 * The larger sets of digits are kept when they are asked for, each checked by its checksum.
 *
 * @param {string} file
 */
const isLarge = (file) => /^\/data\/(medium|full)\.bin$/.test(file);

/**
 * Whether a file of the build is stored for work without a connection.
 *
 * @param {string} file
 */
const isKept = (file) => !/\.(br|gz)$/.test(file) && !isForOthers(file) && !isLarge(file);

/**
 * A plain file server takes `/en/lessons/c1` for a folder, since there is `c1/` beside `c1.html`, or for nothing.
 * Where it looks into the folder it finds a page that leads on to `c1.html`, its query and anchor kept.
 *
 * @param {string} folder
 * @param {readonly string[]} files
 */
function leadToPages(folder, files) {
  for (const file of files.filter((path) => /(?<!\/404|\/index)\.html$/.test(path))) {
    const place = join(folder, file.replace(/\.html$/, ''));
    const target = `../${basename(file)}`;
    mkdirSync(place, { recursive: true });
    if (existsSync(join(place, 'index.html'))) continue;
    writeFileSync(
      join(place, 'index.html'),
      `<!doctype html><meta charset="utf-8"><title>LeNet-5</title><link rel="canonical" href="${target}">` +
        `<script>location.replace('${target}' + location.search + location.hash)</script>` +
        `<noscript><meta http-equiv="refresh" content="0; url=${target}"></noscript><a href="${target}">${target}</a>\n`,
    );
  }
}

/** What the page for addresses that lead nowhere says until its scripts come, or if they never do. */
const missing = `<div data-missing style="max-width:38rem;margin:12vh auto;padding-inline:1.25rem">
  <p><strong>This page does not exist</strong></p>
  <p>The address may have a slip in it, or the page may have moved. <a data-home="en" href="/en">Home</a></p>
  <p lang="zh-CN"><strong>没有这个页面</strong></p>
  <p lang="zh-CN">地址可能写错了，或者页面已经移走。<a data-home="zh" href="/zh">首页</a></p>
</div>`;

/**
 * The page for addresses that lead nowhere has its words from scripts, which it names from the site's root; below
 * another path they do not come. Its words then stand in the page itself.
 *
 * @param {string} file
 */
function fillMissingPage(file) {
  const html = readFileSync(file, 'utf8').replace(/<body([^>]*)>/, `<body$1>${missing}`);
  writeFileSync(file, html);
  for (const [suffix, compress] of /** @type {const} */ ([
    ['.br', brotliCompressSync],
    ['.gz', gzipSync],
  ])) {
    rmSync(file + suffix, { force: true });
    writeFileSync(file + suffix, compress(html));
  }
}
