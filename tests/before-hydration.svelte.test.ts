import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import source from '../src/before-hydration.js?raw';

/** What each element heard, in order: `go click`. */
let heard: string[];

const page = document.documentElement;
const byId = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;

beforeAll(() => {
  new Function(source)();
  for (const type of ['click', 'input', 'change', 'submit']) {
    document.body.addEventListener(type, (event) => {
      if (type === 'submit') event.preventDefault();
      heard.push(`${(event.target as HTMLElement).id} ${type}`);
    });
  }
});
beforeEach(() => {
  page.setAttribute('data-waiting', '');
  document.body.innerHTML = `
    <button id="go"><b id="inner">Go</b></button>
    <a id="link" href="#there">there</a>
    <a id="language" href="/zh/calculator" hreflang="zh-CN">中文</a>
    <input id="text" value="1">
    <input id="box" type="checkbox">
    <select id="list"><option>a</option><option>b</option></select>
    <form id="form"><input id="word"><button id="send">Send</button></form>
    <div id="cell" data-waiting><button id="later">Later</button></div>`;
  heard = [];
});
// The other files of this worker share the page.
afterAll(() => {
  page.removeAttribute('data-waiting');
  document.body.replaceChildren();
});
const wake = (part: Element) => window.endWaiting!(part);

function change(id: string, act: (field: HTMLInputElement) => void) {
  const field = byId<HTMLInputElement>(id);
  act(field);
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
}

test('each press of a button is kept, also on what stands in it, and done again in order', async () => {
  byId('inner').click();
  byId('later').click();
  byId('go').click();
  expect(heard).toEqual([]);
  expect(byId('go')).toHaveAttribute('data-kept');
  await wake(page);
  expect(heard).toEqual(['go click', 'go click']);
  expect(byId('go')).not.toHaveAttribute('data-kept');
  await wake(byId('cell'));
  expect(heard.at(-1)).toBe('later click');
});

test('a link leads where it leads', () => {
  byId('link').click();
  expect(heard).toEqual(['link click']);
});

test('the link to another language takes the state in the address along', () => {
  history.replaceState(null, '', '?input=14#size');
  const link = byId<HTMLAnchorElement>('language');
  link.addEventListener('click', (event) => event.preventDefault());
  link.click();
  expect(link.getAttribute('href')).toMatch(/\/zh\/calculator\?input=14#size$/);
  history.replaceState(null, '', location.pathname);
});

test('a field has what was put into it last, though its script has set it back', async () => {
  change('text', (field) => (field.value = '7'));
  change('text', (field) => (field.value = '77'));
  change('box', (field) => (field.checked = true));
  change('list', (field) => (field.value = 'b'));
  heard = [];
  // As hydration does.
  byId<HTMLInputElement>('text').value = '1';
  byId<HTMLInputElement>('box').checked = false;
  byId<HTMLSelectElement>('list').value = 'a';
  await wake(page);
  expect(byId<HTMLInputElement>('text').value).toBe('77');
  expect(byId<HTMLInputElement>('box').checked).toBe(true);
  expect(byId<HTMLSelectElement>('list').value).toBe('b');
  const types = (id: string) => [`${id} input`, `${id} change`];
  expect(heard).toEqual([...types('text'), ...types('box'), ...types('list')]);
});

test('a form is not sent to the server; it is submitted once its script is there', async () => {
  byId<HTMLFormElement>('form').requestSubmit();
  expect(heard).toEqual([]);
  await wake(page);
  expect(heard).toEqual(['form submit']);
});

test('what has gone from the page meanwhile is left alone', async () => {
  const button = byId('go');
  button.click();
  button.remove();
  await wake(page);
  expect(heard).toEqual([]);
});

test('a page that is alive hears everything at once, and once', async () => {
  await wake(page);
  byId('go').click();
  change('text', (field) => (field.value = '2'));
  await wake(page);
  expect(heard).toEqual(['go click', 'text input', 'text change']);
});
