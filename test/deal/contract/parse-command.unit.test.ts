import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { broken, mostErrors } from '../../../deal/contract/check.ts';
import { commandSchemas } from '../../../deal/contract/commands.ts';
import { isEmail } from '../../../deal/contract/email.ts';
import { longest, most } from '../../../deal/contract/limits.ts';
import { parseCommand } from '../../../deal/contract/parse-command.ts';
import { commandTypes } from '../../../deal/decider.ts';
import { runs } from '../../support/runs.ts';
import { sampleTerms } from '../../support/samples.ts';
import { offered, opened, start, when } from '../../support/story.ts';

const terms = sampleTerms(start);

describe('a command from fields', () => {
  it('is what was sent, with addresses as they are written here', () => {
    const fields = { terms: { ...terms, signer: { ...terms.signer, email: ' <Taro@Aozora.Example>,' } } };
    expect(parseCommand('proposeTerms', fields)).toEqual({ command: { type: 'proposeTerms', terms } });
    expect(parseCommand('stopReminders', { email: 'mailto:jane@a.example' })).toEqual({
      command: { type: 'stopReminders', email: 'jane@a.example' },
    });
  });

  it.each([
    ['closeDeal', {}, '/reason', 'required'],
    ['closeDeal', { reason: '  ' }, '/reason', 'required'],
    ['closeDeal', { reason: 5 }, '/reason', 'wrongType'],
    ['closeDeal', { reason: 'x'.repeat(longest.message + 1) }, '/reason', 'tooLong'],
    ['addNote', { text: 'x', extra: 1 }, '/extra', 'unknown'],
    ['addNote', { text: 'x', __proto__: null, constructor: 1 }, '/constructor', 'unknown'],
    ['addNote', null, '', 'wrongType'],
    ['addNote', [], '', 'wrongType'],
    ['addNote', undefined, '', 'required'],
    ['markNegotiationDone', { version: '1' }, '/version', 'wrongType'],
    ['markNegotiationDone', { version: 1.5 }, '/version', 'notWholeNumber'],
    ['markNegotiationDone', { version: 0 }, '/version', 'outOfRange'],
    ['extendOffer', { expiresOn: '2027-02-30' }, '/expiresOn', 'notADate'],
    ['changeContact', { role: 'owner', person: terms.signer }, '/role', 'notOneOf'],
    ['stopReminders', { email: 'a,b@x.io' }, '/email', 'notAnEmail'],
    ['changeReminders', { reminders: {} }, '/reminders', 'tooFew'],
    ['proposeTerms', { terms: { ...terms, eula: { type: 'none' } } }, '/terms/eula', 'wrongType'],
    ['proposeTerms', { terms: { ...terms, eula: { type: 'custom' } } }, '/terms/eula/url', 'required'],
    [
      'proposeTerms',
      { terms: { ...terms, buyerAwsAccountIds: Array(most.buyerAccounts + 1).fill('1') } },
      '/terms/buyerAwsAccountIds',
      'tooMany',
    ],
    [
      'proposeTerms',
      { terms: { ...terms, dimensions: Array(most.dimensions + 1).fill({}) } },
      '/terms/dimensions',
      'tooMany',
    ],
    [
      'proposeTerms',
      { terms: { ...terms, paymentSchedule: Array(most.payments + 1).fill({}) } },
      '/terms/paymentSchedule',
      'tooMany',
    ],
    [
      'proposeTerms',
      { terms: { ...terms, signer: { ...terms.signer, email: 'jane' } } },
      '/terms/signer/email',
      'notAnEmail',
    ],
  ] as const)('%s: names the field that does not hold (%#)', (type, fields, pointer, code) => {
    const parsed = parseCommand(type, fields);
    expect('errors' in parsed && parsed.errors.map(each => [each.pointer, each.code])).toEqual([
      [pointer, code],
    ]);
  });

  it('names no more than twenty, whatever is sent, and looks through no list that is too long', () => {
    const anything = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`x${index}`, index]));
    for (const fields of [
      anything,
      { terms: anything },
      { terms: { ...terms, dimensions: Array(200).fill({}) } },
    ]) {
      const parsed = parseCommand('proposeTerms', fields);
      expect('errors' in parsed && parsed.errors).toHaveLength(mostErrors);
    }
  });
});

describe('a signal sent by hand', () => {
  it.each([
    ['withdrawOffer', { reason: 'x'.repeat(longest.message + 1) }],
    ['addNote', { text: 'x'.repeat(longest.message + 1) }],
    ['closeDeal', { reason: 'x'.repeat(1_000_000) }],
    ['changeContact', { role: 'contact', person: { ...terms.signer, email: 'a,b@x.io' } }],
    ['proposeTerms', { terms: { ...terms, dimensions: [], extra: 1 } }],
    ['resendMail', { mail: {} }],
  ] as const)('is refused where the api would refuse it: %s (%#)', (type, fields) => {
    expect(when(offered(), 'sales', { type, ...fields } as never).refused).toBe('fieldsInvalid');
  });

  it('takes what is as long as it may be', () => {
    const body = { type: 'addNote', text: 'x'.repeat(longest.message) } as const;
    expect(when(opened(), 'sales', body).refused).toBeUndefined();
  });
});

describe('the check', () => {
  const ajv = new Ajv2020({ strict: true });
  addFormats.default(ajv);
  ajv.addFormat('email', isEmail);
  const json = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '',
        'x',
        'jane@a.example',
        '2027-01-01',
        'standard',
        'owner',
        'en',
        1,
        0,
        -1,
        1.5,
        true,
        null,
      ),
    },
    fc.string({ maxLength: 30 }),
    fc.constant('x'.repeat(longest.message + 1)),
    fc.constant(terms),
    fc.constant(terms.signer),
  );
  const names = [
    'terms',
    'version',
    'comment',
    'reason',
    'email',
    'person',
    'role',
    'mail',
    'key',
    'to',
    'text',
    'owner',
    'name',
    'step',
    'expiresOn',
    'reminders',
    'template',
    'reader',
  ];
  const body = fc.dictionary(
    fc.constantFrom(...names),
    fc.oneof(json, fc.dictionary(fc.constantFrom(...names), json)),
    { maxKeys: 4 },
  );

  it('says what every other reader of the same schema says', () => {
    const compiled = commandTypes.map(type => ({ type, validate: ajv.compile(commandSchemas[type]) }));
    fc.assert(
      fc.property(fc.constantFrom(...compiled), body, ({ type, validate }, fields) => {
        const sent = JSON.parse(JSON.stringify(fields));
        const ours = broken(commandSchemas[type], sent);
        // A text of blanks is empty to us.
        if (ours.some(({ code }) => code === 'required')) return;
        expect([type, sent, ours.length === 0]).toEqual([type, sent, validate(sent)]);
      }),
      runs(2000),
    );
  });
});
