import { portsFrom } from '../../local/addresses.ts';
import { ownEnvironment, productEnvironment } from '../../local/wiring.ts';
import { settings } from '../../shared/config/settings.ts';

const wiring = {
  ports: portsFrom({ PORT: '3100', EMULATOR_PORT: '4110', SMTP_PORT: '4125' }),
  dataDir: '/data',
  temporalAddress: '127.0.0.1:7233',
  mongodbUri: 'mongodb://127.0.0.1:27027/offerdesk?replicaSet=rs0',
  secrets: { MARKETPLACE_EVENT_SECRET: 'event', SESSION_SECRET: 'session' },
  clock: { OFFERDESK_TIME_SCALE: 60, OFFERDESK_TIME_ANCHOR: 1_790_000_000_000 },
};

test('every address follows a moved port', () => {
  const given = productEnvironment(wiring);
  expect(given.PUBLIC_URL).toBe('http://localhost:3100');
  expect(given.OFFER_URL_TEMPLATE).toBe(
    'http://localhost:4110/marketplace/procurement?productId={productId}&offerId={offerId}',
  );
  expect(given.AWS_ENDPOINT_URL_MARKETPLACE_CATALOG).toBe('http://127.0.0.1:4110/catalog');
  expect(given.SMTP_URL).toBe('smtp://127.0.0.1:4125');
  expect(JSON.stringify(given)).not.toMatch(/:(3000|4010|4025)\b/);
});

test('gives only settings that the product reads', () => {
  const given = Object.keys(productEnvironment(wiring)).filter(name => !name.startsWith('AWS_'));
  expect(Object.keys(settings)).toEqual(expect.arrayContaining(given));
});

test('keeps a local process away from the real AWS and from another Temporal', () => {
  const env = { PATH: '/bin', AWS_PROFILE: 'work', AWS_SESSION_TOKEN: 'secret', TEMPORAL_API_KEY: 'key' };
  expect(ownEnvironment(env)).toEqual({ PATH: '/bin' });
});

test('leaves the settings of a Temporal server whose address was given', () => {
  const env = { TEMPORAL_ADDRESS: 'cloud:7233', TEMPORAL_API_KEY: 'key', AWS_PROFILE: 'work' };
  expect(ownEnvironment(env)).toEqual({ TEMPORAL_ADDRESS: 'cloud:7233', TEMPORAL_API_KEY: 'key' });
});
