import { setTimeout as pause } from 'node:timers/promises';
import { people } from '../local/people.ts';
import { openDatabase } from '../shared/models/database.ts';
import type { Result, Setting } from './benchmark.ts';
import { openWindow, type Window } from './listeners/window.ts';
import { signedIn } from './pages/sign-in.ts';
import { type Product, startProduct } from './product.ts';
import { percentile, rounded, timed } from './statistics.ts';

/** As many as have the desk open in a large company, eight windows each, and what moves meanwhile. */
const windowCount = 200;
const windowsEach = 8;
const deals = 20;
const notesASecond = 20;

/** Two hundred open windows while twenty deals a second move: what a step takes, beside the same with nobody looking. */
export async function listeners({ quick, folder }: Setting): Promise<Result[]> {
  const product = await startProduct(folder);
  try {
    const seconds = quick ? 5 : 30;
    const dealIds = await many(deals, () => product.inquire());
    const cookies = await cookiesOf(product, Math.ceil(windowCount / windowsEach));
    await move(product, { dealIds, seconds: 5 });
    const alone = await move(product, { dealIds, seconds });
    const windows = await many(windowCount, index => openAt(product, { dealIds, cookies, index }));
    const watched = await move(product, { dealIds, seconds });
    // Lists are told once a second.
    await pause(2000);
    const results = resultsOf({ alone, watched, windows });
    for (const window of windows) window.close();
    return results;
  } finally {
    await product.stop();
  }
}

/** Every fourth window shows a deal, the others a list. */
function openAt(
  { url }: Product,
  { dealIds, cookies, index }: { dealIds: string[]; cookies: string[]; index: number },
): Promise<Window> {
  const cookie = cookies[Math.floor(index / windowsEach)] ?? '';
  const dealId = index % 4 === 0 ? dealIds[(index / 4) % dealIds.length] : undefined;
  return openWindow(url, { cookie, dealId });
}

/** People who are signed in; each has the password of the first. */
async function cookiesOf({ url, mongodbUri }: Product, count: number): Promise<string[]> {
  const db = await openDatabase(mongodbUri);
  const [{ email, password }] = people;
  const first = await db.staff.findOne({ email }, { _id: 0 }).lean();
  const colleagues = Array.from({ length: count }, (_, index) => `colleague${index}@example.com`);
  await db.staff.insertMany(colleagues.map(each => ({ ...first, email: each })));
  await db.close();
  const cookies: string[] = [];
  // One address may try to sign in only so often.
  for (const [index, each] of colleagues.entries())
    cookies.push(await signedIn(url, { email: each, password }, `10.0.1.${index}`));
  return cookies;
}

interface Moved {
  /** Milliseconds until each note was answered. */
  took: number[];
  /** When each was sent, by its deal. */
  sentAt: Map<string, number[]>;
}

/** Writes notes at a steady pace, whether or not the ones before are answered. */
async function move(
  product: Product,
  { dealIds, seconds }: { dealIds: string[]; seconds: number },
): Promise<Moved> {
  const moved: Moved = { took: [], sentAt: new Map(dealIds.map(dealId => [dealId, []])) };
  const notes: Promise<unknown>[] = [];
  for (let next = 0; next < seconds * notesASecond; next += 1) {
    const dealId = dealIds[next % dealIds.length] ?? '';
    moved.sentAt.get(dealId)?.push(performance.now());
    const note = () => product.post(`/api/deals/${dealId}/add-note`, { text: 'They call back.' });
    notes.push(timed(note).then(ms => moved.took.push(ms)));
    await pause(1000 / notesASecond);
  }
  await Promise.all(notes);
  return moved;
}

async function many<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (let index = 0; index < count; index += 1) made.push(await make(index));
  return made;
}

function resultsOf(given: { alone: Moved; watched: Moved; windows: Window[] }): Result[] {
  const { alone, watched, windows } = given;
  const delays = (of: Window[]) => of.flatMap(window => window.delaysAfter(watched.sentAt));
  const shown = { reference: '', budget: '' };
  return [
    ...[50, 95].map(percent => ({
      what: `a note while ${windowCount} windows listen, p${percent}`,
      ours: `${rounded(percentile(watched.took, percent))} ms`,
      reference: `${rounded(percentile(alone.took, percent))} ms with none`,
      budget: '',
    })),
    {
      what: 'until a window of the deal is told, p95',
      ours: `${rounded(percentile(delays(windows.filter(({ dealId }) => dealId)), 95))} ms`,
      ...shown,
    },
    {
      what: 'until a window with a list is told, p95',
      ours: `${rounded(percentile(delays(windows.filter(({ dealId }) => !dealId)), 95))} ms`,
      ...shown,
    },
  ];
}
