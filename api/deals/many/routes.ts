import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import type { CommandType } from '../../../deal/commands.ts';
import { broken, isObject, tidied } from '../../../deal/contract/check.ts';
import { parseCommand } from '../../../deal/contract/parse-command.ts';
import { fault } from '../../../shared/faults/faults.ts';
import { type Messages, messagesIn } from '../../../shared/i18n/messages.ts';
import { Problem } from '../../../shared/problems.ts';
import type { App, Deps } from '../../deps.ts';
import { kebabCase } from '../../kebab-case.ts';
import { callerOf, requireStep } from '../../plugins/callers.ts';
import { askEach, type OneAnswered, type OneAsked } from '../../service/ask-each.ts';
import { invalidProblem } from '../../service/refused.ts';
import { useKey } from '../../service/use-key.ts';
import { askingIn } from '../../settings/asking.ts';
import { languageOf } from '../../ui/pages/language.ts';
import { idempotencyHeader } from '../schemas.ts';
import { manyAnswer, manySchema, most, oneSchema } from './schemas.ts';

/** What the desk presses for many deals at once. */
const stepsOfMany = ['assignOwner', 'sendReminderNow', 'retryStep', 'markSolved'] as const;

/** One step of many deals: `POST /api/steps/assign-owner`. What is wrong with one of them is asked of none. */
export async function manyRoutes(app: App, deps: Deps): Promise<void> {
  // As with the steps of one deal: what was sent is judged here, in the reader's words.
  app.setValidatorCompiler(() => () => true);
  for (const type of stepsOfMany) {
    const schema = {
      tags: ['steps'],
      security: [{ token: [] }],
      summary: 'The step of many deals at once',
      headers: idempotencyHeader,
      body: Type.Unsafe<unknown>(manySchema(type)),
      response: manyAnswer,
    };
    const onRequest = requireStep(type);
    app.post(`/api/steps/${kebabCase(type)}`, { schema, onRequest }, async request => {
      const messages = messagesIn(languageOf(request));
      const asking = askingIn(request);
      const asks = asksIn(type, request.body, messages);
      await useKey(deps, asking);
      const { commandId } = asking;
      const answers = await askEach(deps, { asks, by: callerOf(request), commandId });
      return { answers: answers.map(each => shown(each, messages)) };
    });
  }
}

/** What each deal is asked for. Throws the Problem invalid with all that is wrong, at most 20. */
function asksIn(type: CommandType, body: unknown, messages: Messages): OneAsked[] {
  const given = isObject(body) && Array.isArray(body.deals) ? body.deals : undefined;
  if (given && (given.length === 0 || given.length > most))
    throw new Problem('invalid', {
      fields: [
        { pointer: '/deals', detail: given.length === 0 ? fault('minItems', 1) : fault('maxItems', most) },
      ],
    });
  const deals = given?.map(each => tidied(oneSchema(type), each)) ?? [];
  const errors = broken(manySchema(type), given ? { ...Object(body), deals } : body);
  if (errors.length > 0) throw invalidProblem(errors, messages);
  return deals.flatMap(each => askFrom(type, each) ?? []);
}

function askFrom(type: CommandType, each: unknown): OneAsked | undefined {
  if (!isObject(each)) return undefined;
  const { dealId, ...fields } = each;
  const parsed = parseCommand(type, fields);
  const { step } = fields;
  return 'command' in parsed
    ? {
        dealId: String(dealId),
        body: parsed.command,
        ...(typeof step === 'string' && { which: shortOf(step) }),
      }
    : undefined;
}

/** The name of a step has what no id of a command may have. */
const shortOf = (step: string) => createHash('sha256').update(step).digest('base64url').slice(0, 12);

function shown({ dealId, commandId, state, refusal }: OneAnswered, messages: Messages) {
  const detail = messages.deal.refusals[refusal ?? 'notNow'];
  const why = state === 'refused' && { detail, ...(refusal && { reason: refusal }) };
  return { dealId, outcome: state, commandId, ...why };
}
