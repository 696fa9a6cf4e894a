import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Entry } from '../../deal/events.ts';
import { detailText } from '../../shared/i18n/detail-text.ts';
import { messagesIn } from '../../shared/i18n/messages.ts';
import { problemFrom } from '../plugins/problem-from.ts';
import type { Answer } from '../service/ask.ts';
import type { FieldErrors } from '../ui/fields/field.tsx';
import { languageOf } from '../ui/pages/language.ts';
import type { Visit } from '../visit.ts';
import { edgeErrors } from './field-errors.ts';
import { commandIdOf, nonceIn } from './nonce.ts';

/** What was typed cannot be meant so; with a word to the whole form when there is no field to blame. */
export interface Wrong {
  errors: FieldErrors;
  problem?: string;
  /** 422 by default. */
  status?: number;
}
type Refused = Extract<Answer, { state: 'refused' }>;

/** Why a form comes back. What was typed is in `request.body` still. */
export interface Comeback extends Wrong {
  status: number;
  /** The deal's own refusal. */
  entry?: Entry;
  /** Set while nobody knows what became of it: sent again with this, it is the same command. */
  nonce?: string;
}

type Done<Asked> = Exclude<Asked, Refused | Wrong>;

interface Form<Asked> {
  /** Asks for what the form stands for, with the ids of the command and of the form; see nonce.ts. */
  ask: (commandId: string, nonce: string) => Promise<Asked>;
  /** Where the browser goes once it is done, or safe and not decided yet. */
  goTo: (done: Done<Asked>) => string;
  /** Shows the page again. */
  again: (back: Comeback) => FastifyReply | Promise<FastifyReply>;
}

const retryAfterSeconds = 30;

const preparations = new WeakMap<FastifyRequest, () => Promise<void>>();

/** What a page needs that is shown again, and is not asked for as long as its form may be taken. It does not throw. */
export function beforeComeback(request: FastifyRequest, prepare: () => Promise<void>): void {
  preparations.set(request, prepare);
}

/**
 * The one way of every form. Done or pending: 303 to `goTo`. Otherwise the page comes back with what was typed: 422 for
 * fields that do not hold, 409 when the deal refuses, 503 when nobody can take it now, and any other problem's own status.
 */
export async function submit<Asked>(visit: Visit, form: Form<Asked>): Promise<FastifyReply> {
  const { request, reply } = visit;
  const nonce = nonceIn(request.body);
  const again = async (back: Comeback) => {
    await preparations.get(request)?.();
    return form.again(back);
  };
  const errors = edgeErrors(request, messagesIn(languageOf(request)));
  if (errors) return again({ status: 422, errors });
  try {
    const asked = await form.ask(commandIdOf(request.body, nonce), nonce);
    if (isDone(asked)) return reply.redirect(form.goTo(asked), 303);
    return again(comebackFrom(asked));
  } catch (error) {
    return notTaken(visit, { error, nonce, again });
  }
}

async function notTaken(
  { request, reply }: Visit,
  { error, nonce, again }: Pick<Form<unknown>, 'again'> & { error: unknown; nonce: string },
): Promise<FastifyReply> {
  const problem = problemFrom(error);
  if (problem.code === 'internal') throw error;
  request.log.warn({ err: error, form: request.routeOptions.url }, 'form not taken');
  const messages = messagesIn(languageOf(request));
  const { what, next } = messages.problems[problem.code];
  const said = detailText(problem.detail ?? what, messages);
  const back = { status: problem.status, errors: {}, problem: `${said} ${next}` };
  if (problem.status !== 503) return again(back);
  reply.header('retry-after', retryAfterSeconds);
  return again({ ...back, nonce });
}

function comebackFrom(asked: unknown): Comeback {
  if (isRefused(asked)) return { status: 409, errors: {}, entry: asked.entry };
  return { status: 422, errors: {}, ...(isWrong(asked) && asked) };
}

const isObject = (asked: unknown) => typeof asked === 'object' && asked !== null;

const isWrong = (asked: unknown): asked is Wrong => isObject(asked) && 'errors' in asked;

const isRefused = (asked: unknown): asked is Refused =>
  isObject(asked) && 'state' in asked && asked.state === 'refused';

const isDone = <Asked>(asked: Asked): asked is Done<Asked> => !isWrong(asked) && !isRefused(asked);
