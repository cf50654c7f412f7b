/*
 * Stands in the head of every page, before anything is seen.
 *
 * 1. The reader's theme.
 * 2. What the reader does before the page's scripts are there is kept, and done again once they are. A part
 *    of the page waits while it, or what it stands in, has the attribute `data-waiting`.
 * 3. Where its scripts cannot come at all, the page says so: opened from disk, or shown in place of one that does
 *    not exist below an address that was not known when the site was built.
 */
(() => {
  const page = document.documentElement;
  try {
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') page.dataset.theme = theme;
  } catch {
    // Storage is forbidden: the system's theme applies.
  }

  /**
   * In the order in which they were done; `again` does it to an element that is alive.
   * @type {{ kind: string, element: Element, again: () => void }[]}
   */
  let kept = [];
  const waits = (/** @type {Element} */ element) => element.closest('[data-waiting]') !== null;

  /**
   * Of clicks each counts; of all else, what an element came to last.
   * @param {string} kind
   * @param {Element} element
   * @param {() => void} again
   */
  function keep(kind, element, again) {
    kept = kept.filter((act) => kind === 'click' || act.kind !== kind || act.element !== element);
    kept.push({ kind, element, again });
    element.setAttribute('data-kept', '');
  }

  /**
   * Calls `act` for events of the parts that wait, before anyone else hears of them.
   * @param {string} type
   * @param {(event: Event, target: Element) => void} act
   */
  function whileWaiting(type, act) {
    const listener = (/** @type {Event} */ event) => {
      if (event.target instanceof Element && waits(event.target)) act(event, event.target);
    };
    addEventListener(type, listener, { capture: true });
  }

  whileWaiting('click', (event, target) => {
    const button = target.closest('button, input[type="submit"]');
    if (!(button instanceof HTMLElement)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    keep('click', button, () => button.click());
  });

  // As the page's own script does: another language shows the same state, which stands in the address.
  whileWaiting('click', (_event, target) => {
    const language = target.closest('a[hreflang]');
    if (!(language instanceof HTMLAnchorElement)) return;
    language.search = location.search;
    language.hash = location.hash;
  });

  whileWaiting('submit', (event, form) => {
    if (!(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    keep('submit', form, () => form.requestSubmit());
  });

  /**
   * @param {Event} _event
   * @param {Element} target
   */
  function keepValue(_event, target) {
    const field = /** @type {HTMLInputElement} */ (target);
    const { value, checked, type } = field;
    keep('value', field, () => {
      if (type === 'checkbox' || type === 'radio') field.checked = checked;
      else if (type !== 'file') field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }
  whileWaiting('input', keepValue);
  whileWaiting('change', keepValue);

  whileWaiting('toggle', (_event, details) => {
    if (!(details instanceof HTMLDetailsElement)) return;
    const { open } = details;
    keep('toggle', details, () => {
      details.open = open;
      details.dispatchEvent(new Event('toggle'));
    });
  });

  page.setAttribute('data-waiting', '');

  /** @type {Record<string, string>} */
  const fromDisk = {
    en: 'This page was opened from disk, where browsers run no scripts of a page: its text can be read, its figures and tools cannot work. Start one of the small servers that lie beside it: “python3 serve.py” or “node serve.mjs”.',
    zh: '本页是直接从磁盘打开的，浏览器不会运行其中的脚本：正文可以阅读，图和工具无法使用。请启动同一文件夹中的小服务器：“python3 serve.py” 或 “node serve.mjs”。',
  };
  addEventListener('DOMContentLoaded', () => {
    if (location.protocol === 'file:') {
      const notice = document.createElement('p');
      notice.className = 'notice';
      notice.setAttribute('role', 'alert');
      notice.textContent = fromDisk[page.lang.slice(0, 2)] ?? fromDisk.en;
      document.body.prepend(notice);
    }
    // `/lenet/en/nowhere`: the site stands below `/lenet`.
    const root = location.pathname.split(/\/(?:en|zh)(?:\/|$)/)[0].replace(/\/$/, '');
    document.querySelectorAll('a[data-home]').forEach((link) => {
      link.setAttribute('href', `${root}/${link.getAttribute('data-home')}`);
    });
  });

  /** Ends the waiting of a part of the page that is alive now, and does again what was kept for it. */
  window.endWaiting = async (part) => {
    part.removeAttribute('data-waiting');
    const due = kept.filter(({ element }) => !waits(element));
    kept = kept.filter(({ element }) => waits(element));
    for (const { element, again } of due) {
      element.removeAttribute('data-kept');
      if (element.isConnected) again();
      // What it changed is drawn before the next.
      await null;
    }
  };
})();
