import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { commandSchemas } from '../../../deal/contract/commands.ts';
import { dealSchema } from '../../../deal/contract/deal.ts';
import { entrySchema } from '../../../deal/contract/entry.ts';
import { commandTypes } from '../../../deal/decider.ts';
import { samples } from '../../api/desk/sample-deals.ts';
import { offered, opened } from '../../support/story.ts';
import { active } from '../acceptance/after-sale.ts';

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
addFormats.default(ajv);

/** What a schema says against a value; nothing of it may be unknown to the schema. */
function broken(schema: object, value: unknown): unknown[] {
  const validate = ajv.compile(schema);
  return validate(JSON.parse(JSON.stringify(value))) ? [] : (validate.errors ?? []);
}

describe('what is answered', () => {
  it.each(Object.entries(samples))('is described whole: %s', (_name, { deal, timeline }) => {
    expect(broken(dealSchema, deal)).toEqual([]);
    for (const entry of timeline) expect(broken(entrySchema, entry)).toEqual([]);
  });

  it.each([
    ['opened', opened],
    ['offered', offered],
    ['active', active],
  ] as const)('is described whole of a deal that is %s', (_name, deal) =>
    expect(broken(dealSchema, deal())).toEqual([]),
  );

  it('says so when something is not described', () => {
    expect(broken(dealSchema, { ...opened(), surprise: 1 })).toHaveLength(1);
  });
});

describe('the schemas of commands', () => {
  it('are one for each command, and every reader of schemas can read them', () => {
    expect(Object.keys(commandSchemas).sort()).toEqual([...commandTypes].sort());
    for (const schema of Object.values(commandSchemas)) expect(() => ajv.compile(schema)).not.toThrow();
  });
});
