import { Type } from 'typebox';
import type { CommandType } from '../../deal/commands.ts';
import { givenSchemas } from '../../deal/contract/commands.ts';
import { parseCommand } from '../../deal/contract/parse-command.ts';
import { commandTypes, rules } from '../../deal/decider.ts';
import { staffRoles } from '../../deal/people.ts';
import type { FieldError } from '../../deal/refusals.ts';
import { messagesIn } from '../../shared/i18n/messages.ts';
import type { App, Deps } from '../deps.ts';
import { kebabCase } from '../kebab-case.ts';
import { callerOf, requireStep } from '../plugins/callers.ts';
import { idempotencyKey } from '../plugins/idempotency-key.ts';
import { askDeal } from '../service/ask.ts';
import { UnfitCommand } from '../service/complete.ts';
import { invalidProblem } from '../service/refused.ts';
import { languageOf } from '../ui/pages/language.ts';
import { answers, dealParams, idempotencyHeader } from './schemas.ts';
import { sendAnswer } from './send-answer.ts';

/** The commands that staff and their programs may give. */
export const staffSteps: readonly CommandType[] = commandTypes.filter(type =>
  staffRoles.some(role => rules[type].who.includes(role)),
);

/** One path a step: `POST /api/deals/{dealId}/mark-negotiation-done`. */
export async function stepRoutes(app: App, deps: Deps): Promise<void> {
  // The schemas tell programs what to send. What was sent is judged where it becomes a command, in the reader's words.
  app.setValidatorCompiler(() => () => true);
  for (const type of staffSteps) {
    const schema = {
      tags: ['steps'],
      security: [{ token: [] }],
      params: dealParams,
      headers: idempotencyHeader,
      body: Type.Unsafe<unknown>(givenSchemas[type]),
      response: answers,
    };
    const options = { schema, onRequest: requireStep(type) };
    app.post(`/api/deals/:dealId/${kebabCase(type)}`, options, async (request, reply) => {
      const parsed = parseCommand(type, request.body);
      const invalid = (errors: FieldError[]) => invalidProblem(errors, messagesIn(languageOf(request)));
      if ('errors' in parsed) throw invalid(parsed.errors);
      const { dealId } = request.params;
      const commandId = idempotencyKey(request);
      const asked = { dealId, commandId, by: callerOf(request), body: parsed.command };
      const answer = await askDeal(deps, asked).catch(error => {
        throw error instanceof UnfitCommand ? invalid(error.fields) : error;
      });
      return sendAnswer(reply, { dealId, answer });
    });
  }
}
