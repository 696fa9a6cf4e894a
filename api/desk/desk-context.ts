import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../deal/people.ts';
import { formatMoment } from '../../shared/i18n/format.ts';
import type { Messages } from '../../shared/i18n/messages.ts';
import type { Deps } from '../deps.ts';
import { type FormKeys, formKeys } from '../ui/fields/form.tsx';
import { type PageContext, pageContext } from '../ui/pages/page-context.ts';
import { type Counts, countsOf } from './counts.ts';
import { staffOf } from './session.ts';
import type { StaffMember } from './staff.ts';

/** What a page of the desk needs to know: the reader, his time zone, and the time. */
export interface DeskContext extends PageContext {
  staff: StaffMember;
  keys: FormKeys;
  /** Business time, ISO. */
  now: string;
  counts: Counts;
}

export interface DeskRequest {
  deps: Deps;
  request: FastifyRequest;
  reply: FastifyReply;
  /** Where GET shows the page, when it answers a POST. */
  url?: string;
}

export function deskContext({ deps, request, reply, url }: DeskRequest): DeskContext {
  const staff = staffOf(request);
  const context = pageContext(request, { config: deps.config, known: staff.language, url });
  return { ...context, staff, keys: formKeys(reply), now: deps.now(), counts: countsOf(request) };
}

/** A moment as the reader writes it, in his time zone. */
export function momentText({ lang, staff }: DeskContext, iso: string): string {
  return formatMoment(iso, { language: lang, timeZone: staff.timeZone });
}

/** Who did something: a name for people, the party for machines. */
export function actorText({ desk }: Messages, { kind, id, name, standsInFor, via }: Actor): string {
  const party = desk.parties[kind];
  if (kind === 'staff') {
    const who = standsInFor ? desk.inPlaceOf(name ?? id, standsInFor) : (name ?? id);
    return via ? desk.fromMail(who) : who;
  }
  return kind === 'buyer' ? `${name ?? id} (${party})` : party;
}
