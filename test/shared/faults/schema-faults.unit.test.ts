import { describe, expect, it } from '@jest/globals';
import Value from 'typebox/value';
import { schemaValidators } from '../../../api/plugins/validators.ts';
import { languages } from '../../../deal/people.ts';
import { type FaultCode, faultCodes } from '../../../shared/faults/faults.ts';
import { pattern, schemaFaults } from '../../../shared/faults/schema-faults.ts';
import { detailText } from '../../../shared/i18n/detail-text.ts';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import { filesIn, textOf } from '../../support/source.ts';

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
/** Words of English, but for what is written in every language so: values, examples, names. */
const english = /[a-z]{2,}/i;
const inEveryLanguage = /name@example\.com|https:\/\/|true|false|2026-11-30T09:00:00Z|#1a73e8/g;

/** What breaks each keyword that our schemas use; the words are looked at for each. */
const breaking: [keyword: string, code: FaultCode, schema: object, value: unknown][] = [
  ['type', 'string', { type: 'string' }, {}],
  ['type', 'number', { type: 'number' }, 'x'],
  ['type', 'integer', { type: 'integer' }, 1.5],
  ['type', 'boolean', { type: 'boolean' }, 'x'],
  ['type', 'array', { type: 'array' }, 'x'],
  ['type', 'object', { type: 'object' }, 'x'],
  ['required', 'required', { type: 'object', required: ['a'] }, {}],
  [
    'additionalProperties',
    'additionalProperties',
    { type: 'object', additionalProperties: false },
    { q7: 1 },
  ],
  ['enum', 'enum', { enum: ['1', '2'] }, '3'],
  ['const', 'const', { const: '1' }, '2'],
  ['anyOf', 'anyOf', { anyOf: [{ const: '1' }] }, '2'],
  ['minLength', 'minLength', { type: 'string', minLength: 1 }, ''],
  ['minLength', 'minLength', { type: 'string', minLength: 2 }, ''],
  ['maxLength', 'maxLength', { type: 'string', maxLength: 2 }, 'xxx'],
  ['minimum', 'minimum', { type: 'integer', minimum: 1 }, 0],
  ['maximum', 'maximum', { type: 'integer', maximum: 1 }, 2],
  ['minItems', 'minItems', { type: 'array', minItems: 1 }, []],
  ['maxItems', 'maxItems', { type: 'array', maxItems: 1 }, [1, 2]],
  ['maxProperties', 'maxProperties', { type: 'object', maxProperties: 1 }, { a: 1, b: 2 }],
  ['format', 'email', { type: 'string', format: 'email' }, 'x'],
  ['format', 'date-time', { type: 'string', format: 'date-time' }, 'x'],
  ['pattern', 'form', { type: 'string', pattern: '^only-here$' }, 'x'],
  ['pattern', 'date', { type: 'string', pattern: pattern('^d$', 'date') }, 'x'],
  ['minProperties', 'minProperties', { type: 'object', minProperties: 1 }, {}],
];

const byAjv = (schema: object, value: unknown) => {
  const route = { schema, method: 'POST', url: '/', httpPart: 'body' };
  const answer = schemaValidators()(route)(value);
  return typeof answer === 'object' && 'error' in answer ? Object(answer.error) : [];
};

describe('what a schema does not take', () => {
  it.each(breaking)('is named the same by Ajv and TypeBox: %s, %s', (_keyword, code, schema, value) => {
    for (const errors of [byAjv(schema, value), Value.Errors(schema, value)]) {
      const codes = errors
        .flatMap(schemaFaults)
        .map(({ detail }: { detail: { code: string } }) => detail.code);
      expect(codes).toContain(code);
    }
  });

  it('leads to the field that is missing or wrong', () => {
    const schema = {
      type: 'object',
      required: ['a'],
      properties: { b: { type: 'array', items: { enum: ['1'] } } },
    };
    const expected = ['/a', '/b/0'];
    for (const errors of [byAjv(schema, { b: ['2'] }), Value.Errors(schema, { b: ['2'] })])
      expect(errors.flatMap(schemaFaults).map(({ pointer }: { pointer: string }) => pointer)).toEqual(
        expected,
      );
  });
});

describe('the words for what is wrong', () => {
  it.each(faultCodes)('are of one language: %s', code => {
    for (const about of ['1', '2']) {
      const [en, ja] = languages
        .toSorted()
        .map(each => detailText({ code, about }, messagesIn(each)).replaceAll(inEveryLanguage, ''));
      expect(en).not.toMatch(japanese);
      expect(en).toMatch(english);
      expect(ja).toMatch(japanese);
      expect(ja).not.toMatch(english);
    }
  });

  it('stand in the dictionaries, and in no code', () => {
    const files = ['api', 'shared'].flatMap(filesIn).filter(file => !file.includes('/i18n/'));
    const speaking = files.filter(file => /new Problem\([^;]*detail: ['`][a-z]/i.test(textOf(file)));
    expect(speaking).toEqual([]);
  });
});
