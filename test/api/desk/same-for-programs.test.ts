import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { staffSteps } from '../../../api/deals/steps.ts';
import { kebabCase } from '../../../api/kebab-case.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { pages, presses, type Same } from './same-for-programs.ts';

// A page or a form that is added to the desk is missing from the tables of same-for-programs.ts, and this test says so.

describe('what people see and press at the desk', () => {
  let product: Product;
  const servers: string[][] = [];
  const listen = (message: unknown) => {
    const routes: string[] = [];
    servers.push(routes);
    Object(message).fastify.addHook('onRoute', (route: { method: string | string[]; url: string }) => {
      for (const method of [route.method].flat()) routes.push(`${method} ${route.url}`);
    });
  };
  let routes: string[] = [];
  beforeAll(async () => {
    subscribe('fastify.initialization', listen);
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
    unsubscribe('fastify.initialization', listen);
    routes = servers.find(each => each.includes('GET /desk')) ?? [];
  });
  afterAll(() => product?.stop());

  const atDesk = (method: string) =>
    routes
      .filter(route => route.startsWith(`${method} /desk`) || route.startsWith(`${method} /approvals`))
      .map(route => route.slice(method.length + 1))
      .sort();
  const steps = Object.fromEntries(
    staffSteps.map(type => [
      `/desk/deals/:dealId/${kebabCase(type)}`,
      `POST /api/deals/:dealId/${kebabCase(type)}`,
    ]),
  );
  const asked = (table: Record<string, Same>) =>
    Object.entries(table).flatMap(([at, same]) =>
      typeof same === 'string' ? same.split(', ').map(route => ({ at, route })) : [],
    );

  it('has an address for programs, or a reason why there is none: every press', () => {
    const known = Object.keys(presses);
    expect(atDesk('POST').filter(each => !(each in steps))).toEqual(known.toSorted());
  });

  it('has an address for programs, or a reason why there is none: every page', () => {
    expect(atDesk('GET')).toEqual(Object.keys(pages).toSorted());
  });

  it('is found at the address that is named', () => {
    const missing = [...asked(presses), ...asked(pages), ...asked(steps)].filter(
      ({ route }) => !routes.includes(route),
    );
    expect(missing).toEqual([]);
  });
});
