import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRecordActivities } from '../../../activities/record.ts';
import { staffSteps } from '../../../api/deals/steps.ts';
import { kebabCase } from '../../../api/kebab-case.ts';
import type { Deal } from '../../../deal/deal.ts';
import type { Entry } from '../../../deal/events.ts';
import { call, staffAt } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { samples } from '../desk/sample-deals.ts';

describe('the answers of the API', () => {
  let product: Product;
  const sales = () => staffAt(product, 'sales');
  // As Temporal gives them to the activity: without what is undefined.
  const stories: { deal: Deal; timeline: Entry[]; dealId: string }[] = Object.values(samples).map(story => ({
    ...JSON.parse(JSON.stringify(story)),
    dealId: randomUUID().slice(0, 8),
  }));

  beforeAll(async () => {
    product = await startProduct();
    const accounts = { findUser: async () => undefined };
    const { record } = createRecordActivities({ db: product.db, accounts, tellNewEntries: async () => {} });
    for (const { deal, timeline, dealId } of stories)
      await record({ deal: { ...deal, dealId }, entries: timeline, historyLength: 1 });
  });
  afterAll(() => product?.stop());

  it('are the record, with nothing lost: deal, list and timeline', async () => {
    const { body } = await sales().list('limit=100');
    for (const { deal, timeline, dealId } of stories) {
      const known = { ...deal, dealId };
      expect(await sales().deal(dealId)).toEqual(known);
      expect(body.deals).toContainEqual(known);
      expect(await sales().timeline(dealId)).toEqual(timeline.toSorted((a, b) => b.seq - a.seq));
    }
  });

  it('have names and forms in the documentation, enough to make a client of', async () => {
    const { body } = await call(`${product.url}/api/docs/json`);
    const { schemas } = body.components;
    expect(Object.keys(schemas).sort()).toEqual([
      'Actor',
      'Deal',
      'Entry',
      'Event',
      'Person',
      'Problem',
      'Terms',
    ]);
    const references = JSON.stringify(body).match(/"\$ref":"[^"]+"/g) ?? [];
    const known = Object.keys(schemas).map(name => `"$ref":"#/components/schemas/${name}"`);
    expect([...new Set(references)].sort()).toEqual(known.sort());
    const ok = (path: string, method = 'get') =>
      body.paths[path][method].responses['200'].content['application/json'].schema;
    expect(ok('/api/deals/{dealId}')).toEqual({ $ref: '#/components/schemas/Deal' });
    expect(ok('/api/deals/{dealId}/timeline').properties.entries.items).toEqual({
      $ref: '#/components/schemas/Entry',
    });
    expect(schemas.Deal.properties.terms.items.properties.terms).toEqual({
      $ref: '#/components/schemas/Terms',
    });
    expect(schemas.Event.anyOf.length).toBeGreaterThan(30);
    for (const type of staffSteps) {
      const { requestBody } = body.paths[`/api/deals/{dealId}/${kebabCase(type)}`].post;
      expect(requestBody.content['application/json'].schema).toMatchObject({
        type: 'object',
        additionalProperties: false,
      });
    }
  });
});
