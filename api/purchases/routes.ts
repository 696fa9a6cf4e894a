import { Type } from 'typebox';
import { messagesIn } from '../../shared/i18n/messages.ts';
import { Problem } from '../../shared/problems.ts';
import { problemAnswers } from '../deals/schemas.ts';
import type { App, Deps } from '../deps.ts';
import { listStaff, mayOwnDeals } from '../desk/staff.ts';
import { type FormValues, formValues } from '../forms/fields.ts';
import { fieldsFromJson } from '../inquiry/bodies.ts';
import { callerOf, requireCaller, requireRole } from '../plugins/callers.ts';
import { jsonOnly } from '../plugins/json-only.ts';
import { obstacleText } from '../service/purchases/obstacle-text.ts';
import { type OpenedPurchase, openPurchase } from '../service/purchases/open-purchase.ts';
import { parsePurchase } from '../service/purchases/parse-purchase.ts';
import { languageOf } from '../ui/pages/language.ts';

const words = (description: string, example?: string) =>
  Type.Optional(Type.String({ description, ...(example && { examples: [example] }) }));

/** The body; the form at the desk has the same fields. */
const PurchaseBody = Type.Object({
  agreementId: Type.String({ examples: ['agmt-1a2b3c4d5e6f7g8h9i0j'] }),
  company: Type.String({ examples: ['Example Corp.'] }),
  name: Type.String({ description: 'Of the contact', examples: ['Jane Doe'] }),
  email: Type.String({ examples: ['jane@example.com'] }),
  language: words('`en` or `ja`; the language of the request by default'),
  timeZone: words('IANA name', 'Asia/Tokyo'),
  message: words('What is known of the purchase'),
  organization: words('ID or name of the organization in the product, to be looked for when it is linked'),
  owner: words('E-mail address of whoever of the staff looks after the deal', 'sales@vendor.example'),
  remind: Type.Optional(Type.Boolean({ default: true, description: 'False: the account is in use already' })),
});

const PurchaseAnswer = Type.Object({
  dealId: Type.String(),
  recorded: Type.Boolean({ description: 'False: it is safe, and can be read in a moment' }),
});

const schema = {
  summary: 'Open a deal for a purchase that no deal knows, or import an agreement',
  description:
    'AWS is asked for the agreement and its terms; the deal begins as accepted. The same agreement again gives the same deal.',
  tags: ['deals'],
  security: [{ token: [] }],
  body: PurchaseBody,
  response: { 201: PurchaseAnswer, 202: PurchaseAnswer, ...problemAnswers },
};

/** POST /api/purchases: a deal for a purchase without an inquiry. */
export async function purchaseRoutes(app: App, deps: Deps): Promise<void> {
  jsonOnly(app);
  app.addHook('onRequest', requireCaller(app, deps));
  app.addHook('onRequest', requireRole('sales', 'support'));

  // The schema tells programs what to send. What was sent is judged by the rules of the desk's form, in the reader's words.
  app.post('/api/purchases', { schema, attachValidation: true }, async (request, reply) => {
    const lang = languageOf(request);
    const messages = messagesIn(lang);
    const values = valuesIn(request.body, lang);
    const agreementId = (values.agreementId ?? '').trim();
    const colleagues = await listStaff(deps.db);
    const parsed = parsePurchase(
      { agreementId, values },
      { colleagues: colleagues.filter(mayOwnDeals), messages },
    );
    if ('errors' in parsed) throw invalid(parsed.errors);
    const opened = await openPurchase(deps, { words: parsed.words, by: callerOf(request) });
    if (!('dealId' in opened)) throw refusal(opened, obstacleText(opened, messages));
    return reply
      .code(opened.recorded ? 201 : 202)
      .header('location', `/api/deals/${opened.dealId}`)
      .send(opened);
  });
}

/** The fields as the form of the desk has them. */
function valuesIn(body: unknown, lang: ReturnType<typeof languageOf>): FormValues {
  const isOff = typeof body === 'object' && body !== null && 'remind' in body && body.remind === false;
  return { ...formValues(body), ...fieldsFromJson(body, lang), ...(!isOff && { remind: 'yes' }) };
}

function refusal(opened: Exclude<OpenedPurchase, { dealId: string }>, detail: string): Problem {
  const isUnknown = 'problem' in opened && opened.problem === 'unknownAgreement';
  return new Problem(isUnknown ? 'notFound' : 'refused', { detail });
}

function invalid(errors: Record<string, string>): Problem {
  const fields = Object.entries(errors).map(([name, detail]) => ({ pointer: `/${name}`, detail }));
  return new Problem('invalid', { fields });
}
