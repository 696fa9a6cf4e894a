import type { EmulatorOptions } from './emulator.ts';

type Environment = Record<string, string | undefined>;

function numberIn(env: Environment, name: string, fallback: number): number {
  const value = Number(env[name] || fallback);
  if (Number.isFinite(value) && value >= 0) return value;
  throw new Error(`${name} must be a number, but is "${env[name]}".`);
}

function urlIn(env: Environment, name: string, fallback: string): string {
  const value = env[name] || fallback;
  if (URL.canParse(value) && /^https?:/.test(value)) return value;
  throw new Error(`${name} must be an http or https address, but is "${value}".`);
}

/** The emulator's options from environment variables. @throws with the name of a variable that is wrong */
export function optionsFrom(env: Environment): EmulatorOptions {
  const dataFile = env.EMULATOR_DATA_FILE;
  return {
    port: numberIn(env, 'EMULATOR_PORT', 4010),
    host: env.EMULATOR_HOST || '127.0.0.1',
    clock: {
      scale: numberIn(env, 'OFFERDESK_TIME_SCALE', 1),
      anchor: numberIn(env, 'OFFERDESK_TIME_ANCHOR', Date.now()),
    },
    ...(dataFile && { dataFile }),
    fulfillmentUrl: urlIn(env, 'EMULATOR_FULFILLMENT_URL', 'http://localhost:3000/marketplace/register'),
    eventTarget: {
      url: urlIn(env, 'EMULATOR_EVENT_URL', 'http://localhost:3000/marketplace/events'),
      headerName: env.EMULATOR_EVENT_HEADER || 'x-api-key',
      secret: env.EMULATOR_EVENT_SECRET || 'local-event-secret',
    },
  };
}
