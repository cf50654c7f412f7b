import type { Connect, Plugin } from 'vite';

/** The two headers that make a page cross-origin isolated, so that workers may share memory. */
const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

const addHeaders: Connect.NextHandleFunction = (_request, response, next) => {
  for (const [name, value] of Object.entries(isolationHeaders)) response.setHeader(name, value);
  next();
};

/**
 * Sends the isolation headers from `vite dev` and `vite preview`. It must stand before
 * `sveltekit()`: Vite's own `server.headers` do not reach SvelteKit's pages.
 */
export function crossOriginIsolation(): Plugin {
  return {
    name: 'cross-origin-isolation',
    configureServer: (server) => void server.middlewares.use(addHeaders),
    configurePreviewServer: (server) => void server.middlewares.use(addHeaders),
  };
}
