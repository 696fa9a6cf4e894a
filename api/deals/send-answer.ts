import type { FastifyReply } from 'fastify';
import { messagesIn } from '../../shared/i18n/messages.ts';
import type { Answer } from '../service/ask.ts';
import { refusedProblem } from '../service/refused.ts';
import { languageOf } from '../ui/pages/language.ts';

/** 200 with the entry of a command that was applied, 202 with the place to look while it is not decided. Throws the Problem refused. */
export function sendAnswer(
  reply: FastifyReply,
  { dealId, answer }: { dealId: string; answer: Answer },
): FastifyReply {
  const { commandId, state } = answer;
  reply.header('idempotency-key', commandId);
  if (state === 'refused') throw refusedProblem(answer.entry, messagesIn(languageOf(reply.request)));
  if (state === 'applied') return reply.send({ outcome: state, commandId, entry: answer.entry });
  reply.header('location', `/api/deals/${dealId}/commands/${encodeURIComponent(commandId)}`);
  return reply.code(202).send({ outcome: state, commandId });
}
