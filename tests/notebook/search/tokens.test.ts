import { describe, expect, it } from 'vitest';
import { plainText } from '$lib/notebook/search/plain-text';
import { tokensOf, wantedCharacters, wantedTokens } from '$lib/notebook/search/tokens';

describe('words to find a text by', () => {
  it.each([
    ['A kernel, 2,416 Weights', ['a', 'kernel', '2416', 'weights']],
    ['卷积核', ['卷', '积', '核', '卷积', '积核']],
    ['用softmax求和', ['用', 'softmax', '求', '和', '求和']],
    ['ＳＧＤ Conv2d 3×3', ['sgd', 'conv2d', '3', '3']],
    ['池', ['池']],
    ['…，！', []],
  ])('%s', (text, tokens) => expect(tokensOf(text)).toEqual(tokens));

  it.each([
    ['卷积核', ['卷积', '积核'], ['卷', '积', '核']],
    ['池', ['池'], ['池']],
    ['C3 的核', ['c3', '的核'], ['c3', '的', '核']],
  ])('%s as a question', (question, pairs, characters) => {
    expect(wantedTokens(question)).toEqual(pairs);
    expect(wantedCharacters(question)).toEqual(characters);
  });
});

describe('plainText', () => {
  it.each([
    ['<p>One <em>w</em>ord</p><p>two</p>', 'One word two'],
    ['a &lt; b &amp; c&nbsp;d &#x4e2d;&#25991;', 'a < b & c d 中文'],
    ['<pre class="shiki"><code><span>x</span></code></pre>after', 'after'],
    [
      'so <span class="katex"><span><math><mi>y</mi></math></span><span>y</span></span>, then',
      'so , then',
    ],
    ['a<br>b<!-- no -->c', 'abc'],
  ])('%s', (html, text) => expect(plainText(html)).toBe(text));
});
