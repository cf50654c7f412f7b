import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Everything a reader is told: the lessons and the words of the interface. */
const files = ['lessons', 'src'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^\d\d-.*\.md$|messages[^/]*\.ts$|sentence[^/]*\.ts$/.test(file))
    .map((file) => `${folder}/${file}`),
);

/** What counts weights and biases alike, by the name that a lesson computes it under, or as a number. */
const countsBoth = /:value\[[\w.]*parameters\]|61,?706/;

/** Such a count called weights: the word right after it, or after “of them” or a measure word. */
const misnamed = new RegExp(
  `(?:${countsBoth.source}) ?(?:\\\\*)?(?:trained |trainable )?(?:weights|个权重|权重)`,
);
const asked = /how many weights|多少(?:个)?权重|count of weights|权重的?个数/i;

test('what counts weights and biases is called parameters', () => {
  expect(files.length).toBeGreaterThan(60);
  const wrong = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => misnamed.test(line) || asked.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(wrong).toEqual([]);
});
