declare global {
  namespace App {}

  /** Where the site will stand, without a slash at its end: `SITE_URL` of the build's environment. */
  const SITE_URL: string;

  interface Window {
    /** `src/before-hydration.js`: a part of the page is alive; absent where no server has written the page. */
    endWaiting?: (part: Element) => Promise<void>;
  }
}

export {};
