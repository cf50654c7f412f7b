import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decodePack, imageAt, networkInput, normalizations } from '$lib/data';
import { lenet5, manualSeed } from '$lib/nn';
import { readSafetensors, stateDictOf } from '$lib/training';
import { sampleAnswers } from '$lib/views/weights/answers';
import { weightChoices, type WeightChoice } from '$lib/views/sample/weight-choice';

const read = (path: string) => readFile(new URL(`../../../static/${path}`, import.meta.url));
const samples = decodePack(gunzipSync(await read('data/samples.bin'))).test;

async function answersOf(choice: WeightChoice): Promise<number[]> {
  const network = lenet5(manualSeed(0));
  if (choice !== 'fresh') {
    const { weights } = readSafetensors(await read(`weights/${choice}.safetensors`));
    network.loadStateDict(stateDictOf(weights, network));
  }
  return Array.from({ length: samples.count }, (_, i) => {
    const { data } = network.forward(networkInput(imageAt(samples, i), normalizations.usual));
    return data.indexOf(Math.max(...data));
  });
}

test.each(weightChoices)(
  'the answers known beforehand of the weights “%s” are theirs',
  async (name) => {
    expect(sampleAnswers[name]).toEqual(await answersOf(name));
  },
);
