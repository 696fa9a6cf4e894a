import { createConnection } from 'mongoose';
import { existingAccount, newAccount } from '../local/story/procedures.ts';
import { startScene } from '../local/story/scene.ts';
import type { Result } from './benchmark.ts';

/** What is smaller is nothing to plan a disk by. */
const smallest = 100;

/** What a deal leaves in MongoDB once it is confirmed, by collection: both procedures of the story, played once. */
export async function sizes(): Promise<Result[]> {
  const scene = await startScene(process.env);
  try {
    const procedures = [newAccount(scene), existingAccount(scene)];
    for (const { steps } of procedures) for (const step of steps) await step.play();
    return await sizesIn(scene.mongodbUri, procedures.length);
  } finally {
    await scene.stop();
  }
}

async function sizesIn(uri: string, deals: number): Promise<Result[]> {
  const connection = await createConnection(uri).asPromise();
  const found: { name: string; bytes: number; documents: number }[] = [];
  for (const { name } of await connection.listCollections()) {
    const sum = { $group: { _id: null, bytes: { $sum: { $bsonSize: '$$ROOT' } }, documents: { $sum: 1 } } };
    const [all] = await connection.collection(name).aggregate([sum]).toArray();
    found.push({ name, bytes: all?.bytes / deals, documents: all?.documents / deals });
  }
  await connection.close();
  const large = found.filter(({ bytes }) => bytes >= smallest).sort((one, other) => other.bytes - one.bytes);
  return [...large.map(rowOf), { what: 'a deal in MongoDB, all of it', ours: inKb(sumOf(large)), ...shown }];
}

const shown = { reference: '', budget: '' };
const inKb = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const sumOf = (all: { bytes: number }[]) => all.reduce((sum, { bytes }) => sum + bytes, 0);
const rowOf = ({ name, bytes, documents }: { name: string; bytes: number; documents: number }): Result => ({
  what: `a deal in MongoDB: ${name}, ${documents.toFixed(1)} documents`,
  ours: inKb(bytes),
  ...shown,
});
