import type { FastifyRequest } from 'fastify';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import type { Problem } from '../../../shared/problems.ts';
import type { Why } from '../../desk/settings/people/change-people.ts';
import { fieldOf, whyNot } from '../../desk/settings/people/view.ts';
import { languageOf } from '../../ui/pages/language.ts';
import { againstRule } from '../refusals.ts';

/** Why somebody was not changed, in the reader's words; the fields of the desk's forms are those of the bodies. */
export function refusedProblem(why: Why, request: FastifyRequest): Problem {
  const field = fieldOf[why];
  return againstRule(whyNot(why, messagesIn(languageOf(request))), field && `/${field}`);
}
