import type { Plugin } from 'vite';

/** `,url(fonts/KaTeX_Main-Regular.woff) format("woff")`, and the same of TrueType. */
const olderFont = /,url\([^)]*\) ?format\("(?:woff|truetype)"\)/g;

/**
 * Leaves one form of each font in KaTeX's stylesheet, which stands in every page with a formula: all
 * browsers that know the colours of this site (`light-dark`) read WOFF2.
 */
export function katexFonts(): Plugin {
  return {
    name: 'katex-fonts',
    enforce: 'pre',
    transform: (css, id) =>
      /\/katex(\.min)?\.css/.test(id) ? { code: css.replaceAll(olderFont, ''), map: null } : null,
  };
}
