import type {} from '@fastify/rate-limit';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { App, Deps } from '../../deps.ts';
import { nonce, text } from '../../forms/fields.ts';
import { type Comeback, submit } from '../../forms/submit.ts';
import { noteSecurity } from '../../service/security/note.ts';
import { formKeys } from '../../ui/fields/form.tsx';
import { sendPage } from '../../ui/pages/page.tsx';
import { pageContext } from '../../ui/pages/page-context.ts';
import type { Visit } from '../../visit.ts';
import type { StaffMember } from '../staff.ts';
import { codeUrl, enter, halfwayIn, setUpUrl } from './begun.ts';
import { setUpFor, switchOn } from './change-second-factor.ts';
import { takeCode } from './check-code.ts';
import { codeLimit } from './code-limit.ts';
import { CodePage, DoorCodesPage, DoorSetUpPage } from './door-pages.tsx';

const body = Type.Object({ code: text(100), sealed: text(500), nonce });
const config = { rateLimit: { max: 20, timeWindow: '1 minute' } };
type Back = Partial<Pick<Comeback, 'errors' | 'problem' | 'status'>>;

/** The second step of a sign-in by password. Who has not taken the first is sent there. */
export async function secondStepRoutes(app: App, deps: Deps): Promise<void> {
  codeRoutes(app, deps);
  setUpRoutes(app, deps);
}

const toFirst = ({ reply }: Visit): FastifyReply => reply.redirect('/desk/sign-in', 303);

function codeRoutes(app: App, deps: Deps): void {
  const limit = codeLimit(deps);

  app.get(codeUrl, { schema: { hide: true } }, async (request, reply) => {
    const begun = await halfwayIn(deps, request);
    return begun?.staff.hasSecondFactor
      ? showCode(deps, { request, reply }, { staff: begun.staff })
      : toFirst({ request, reply });
  });

  app.post(codeUrl, { schema: { body, hide: true }, config }, async (request, reply) => {
    const visit = { request, reply };
    const begun = await halfwayIn(deps, request);
    if (!begun?.staff.hasSecondFactor) return toFirst(visit);
    const { staff, next } = begun;
    return submit(visit, {
      async ask() {
        await limit(visit, staff.email);
        if (await takeCode(deps, staff, request.body.code)) return enter(deps, visit, staff);
        await noteSecurity(deps, request, { what: 'signInFailed', door: 'desk', who: staff.email });
        return {
          errors: { code: contextOf(deps, visit, { staff, url: codeUrl }).messages.desk.secondFactor.wrong },
        };
      },
      goTo: () => next,
      again: back => showCode(deps, visit, { staff, back }),
    });
  });
}

function setUpRoutes(app: App, deps: Deps): void {
  const limit = codeLimit(deps);

  app.get(setUpUrl, { schema: { hide: true } }, async (request, reply) => {
    const visit = { request, reply };
    const begun = await halfwayIn(deps, request);
    if (!begun || begun.staff.hasSecondFactor) return toFirst(visit);
    return showSetUp(deps, visit, { staff: begun.staff });
  });

  app.post(setUpUrl, { schema: { body, hide: true }, config }, async (request, reply) => {
    const visit = { request, reply };
    const begun = await halfwayIn(deps, request);
    if (!begun || begun.staff.hasSecondFactor) return toFirst(visit);
    const { staff, next } = begun;
    const { code, sealed } = request.body;
    const context = contextOf(deps, visit, { staff, url: setUpUrl });
    let codes: string[] | undefined;
    return submit(visit, {
      async ask() {
        await limit(visit, staff.email);
        const { sessionId } = request.session;
        codes = await switchOn(deps, staff, { sealed, code, sessionId });
        if (!codes) return { errors: { code: context.messages.desk.secondFactor.wrong } };
        await enter(deps, visit, staff);
        // Shown by this answer: an address to go on to would have to carry them.
        return { errors: {}, status: 200 };
      },
      goTo: () => next,
      again: back =>
        codes
          ? sendPage(reply, DoorCodesPage({ context, codes, next }))
          : showSetUp(deps, visit, { staff, back, sealed }),
    });
  });
}

const contextOf = (
  { config }: Deps,
  { request }: Visit,
  { staff, url }: { staff: StaffMember; url: string },
) => pageContext(request, { config, known: staff.language, url });

function showCode(deps: Deps, visit: Visit, { staff, back = {} }: { staff: StaffMember; back?: Back }) {
  const { errors, problem, status = 200 } = back;
  const context = contextOf(deps, visit, { staff, url: codeUrl });
  const view = { context, keys: formKeys(visit.reply), email: staff.email, errors, problem };
  return sendPage(visit.reply, CodePage({ view }), status);
}

interface Shown {
  staff: StaffMember;
  back?: Back;
  /** What was scanned already. */
  sealed?: string;
}

function showSetUp(deps: Deps, visit: Visit, { staff, back = {}, sealed }: Shown) {
  const { errors, problem, status = 200 } = back;
  const begun = setUpFor(deps, staff, sealed);
  const context = contextOf(deps, visit, { staff, url: setUpUrl });
  const view = { ...begun, context, keys: formKeys(visit.reply), email: staff.email, errors, problem };
  return sendPage(visit.reply, DoorSetUpPage({ view }), status);
}
