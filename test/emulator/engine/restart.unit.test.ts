import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Emulator, startEmulator } from '../../../emulator/emulator.ts';
import { BUYER, clientsOf, offerChanges, quickEmulator, releasedOffer, start, until } from '../offers.ts';

let folder: string;
let dataFile: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'emulator-'));
  dataFile = join(folder, 'state.json');
});
/** Ended even when a test fails, or the process would stay. */
let last: Emulator | undefined;
afterEach(async () => {
  await last?.stop();
  last = undefined;
  rmSync(folder, { recursive: true });
});

async function restarted(): Promise<Emulator> {
  last = await startEmulator({ port: 0, dataFile });
  return last;
}

describe('with a data file', () => {
  it('offers, agreements and settings survive a restart', async () => {
    const first = await quickEmulator({ dataFile });
    const offerId = await releasedOffer(clientsOf(first));
    const agreement = first.accept({ offerId, accountId: BUYER });
    await first.stop();
    const second = await restarted();
    expect(second.state.offers[offerId]?.state).toBe('Released');
    expect(second.state.agreements[agreement.id]?.licenseArn).toBe(agreement.licenseArn);
    expect(second.settings().changeSetDelay).toBe(10);
  });

  it('what was changed by a method alone survives a restart', async () => {
    const first = await startEmulator({ port: 0, dataFile });
    first.settings({ licenseDelay: 77 });
    await first.stop();
    const second = await restarted();
    expect(second.settings().licenseDelay).toBe(77);
  });

  it('what could not be written is written once it can be', async () => {
    const errors: string[] = [];
    const market = await quickEmulator({ dataFile, log: ({ msg }) => void errors.push(String(msg)) });
    last = market;
    rmSync(folder, { recursive: true });
    const offerId = await releasedOffer(clientsOf(market));
    await until('an error of the file', () => errors.includes('the state could not be written'));
    mkdirSync(folder);
    await until(
      'the offer in the file',
      () => existsSync(dataFile) && readFileSync(dataFile, 'utf8').includes(offerId),
    );
  });

  it('what was under way goes on after the restart', async () => {
    const first = await quickEmulator({ dataFile });
    first.settings({ changeSetDelay: 2000 });
    const { ChangeSetId } = await start(clientsOf(first), offerChanges());
    await first.stop();
    expect(JSON.parse(readFileSync(dataFile, 'utf8')).changeSets[ChangeSetId ?? ''].status).toBe('PREPARING');
    const second = await restarted();
    await until('the end of the change set', () => second.changeSets()[0]?.status === 'SUCCEEDED');
  });

  it('a file of something else is left alone, with a word what to do', async () => {
    writeFileSync(dataFile, '{"version":99}');
    await expect(startEmulator({ port: 0, dataFile })).rejects.toThrow('Move it away');
    expect(readFileSync(dataFile, 'utf8')).toBe('{"version":99}');
  });
});

describe('without a data file', () => {
  it('every start is fresh', async () => {
    const first = await quickEmulator();
    await releasedOffer(clientsOf(first));
    first.reset();
    expect(first.offers()).toEqual([]);
    await first.stop();
  });
});
