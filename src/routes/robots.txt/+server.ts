import { siteAddress } from '../site-address';
import type { RequestHandler } from './$types';

export const prerender = true;

/** Search engines may read everything, and find all of it by the sitemap. */
export const GET: RequestHandler = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${siteAddress('/sitemap.xml')}\n`);
