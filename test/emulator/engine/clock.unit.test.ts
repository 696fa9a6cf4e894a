import { describe, expect, it } from '@jest/globals';
import { optionsFrom } from '../../../emulator/config.ts';
import { createClock } from '../../../emulator/engine/clock.ts';
import { BUYER, clientsOf, quickEmulator, releasedOffer, until } from '../offers.ts';

const HOUR = 3_600_000;

describe('business time', () => {
  it('is the anchor plus the scaled time since, and back', () => {
    const real = Date.now() - HOUR;
    const clock = createClock(() => ({ scale: 24, real, business: real }));
    const ahead = clock.now().getTime() - real;
    expect(ahead).toBeGreaterThanOrEqual(24 * HOUR);
    expect(ahead).toBeLessThan(24 * HOUR + 60_000 * 24);
    expect(clock.realTimeOf(new Date(real + 48 * HOUR))).toBe(real + 2 * HOUR);
  });

  it('lets a scaled offer expire at 23:59:59 UTC of its last day', async () => {
    const emulator = await quickEmulator();
    const offerId = await releasedOffer(clientsOf(emulator));
    const day = emulator.state.offers[offerId]?.availabilityEndDate;
    emulator.clock({ now: `${day}T23:59:58Z` });
    expect(emulator.accept({ offerId, accountId: BUYER }).status).toBe('ACTIVE');
    emulator.clock({ now: `${day}T23:59:59.500Z` });
    expect(() => emulator.accept({ offerId, accountId: BUYER })).toThrow('expired');
    await emulator.stop();
  });

  it('runs as fast as asked for', async () => {
    const emulator = await quickEmulator({ clock: { scale: 86_400, anchor: Date.now() } });
    const start = Date.parse(emulator.clock().now);
    await until('a business hour', () => Date.parse(emulator.clock().now) - start > HOUR);
    await emulator.stop();
  });
});

describe('the environment', () => {
  it('gives every option, with defaults for a start by hand', () => {
    expect(optionsFrom({})).toMatchObject({
      port: 4010,
      host: '127.0.0.1',
      clock: { scale: 1 },
      fulfillmentUrl: 'http://localhost:3000/marketplace/register',
      eventTarget: { url: 'http://localhost:3000/marketplace/events', headerName: 'x-api-key' },
    });
    const env = {
      EMULATOR_PORT: '0',
      OFFERDESK_TIME_SCALE: '60',
      OFFERDESK_TIME_ANCHOR: '5',
      EMULATOR_EVENT_SECRET: 's',
    };
    expect(optionsFrom(env)).toMatchObject({
      port: 0,
      clock: { scale: 60, anchor: 5 },
      eventTarget: { secret: 's' },
    });
  });

  it('names the variable that is wrong', () => {
    expect(() => optionsFrom({ EMULATOR_PORT: 'http' })).toThrow('EMULATOR_PORT must be a number');
    expect(() => optionsFrom({ EMULATOR_EVENT_URL: 'localhost' })).toThrow('EMULATOR_EVENT_URL must be');
  });
});
