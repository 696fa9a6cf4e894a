import { Type } from 'typebox';
import { needsSecondFactor } from '../../../shared/second-factor/needs-one.ts';
import type { App, Deps } from '../../deps.ts';
import { nonce, text } from '../../forms/fields.ts';
import { type Comeback, submit } from '../../forms/submit.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import type { Visit } from '../../visit.ts';
import { deskContext } from '../desk-context.ts';
import { renewCodes, setUpFor, switchOff, switchOn } from '../second-factor/change-second-factor.ts';
import { takeCode } from '../second-factor/check-code.ts';
import { codeLimit } from '../second-factor/code-limit.ts';
import { requireStaff, staffOf } from '../session.ts';
import { isPresentPassword } from './change-profile.ts';
import { profileUrl } from './profile-page.tsx';
import { secondFactorUrl } from './second-factor-card.tsx';
import { CodesPage, SetUpPage } from './second-factor-page.tsx';
import { showProfile } from './show-profile.ts';

const setUpForm = Type.Object({ sealed: text(500), code: text(100), password: text(1000), nonce });
const codesForm = Type.Object({ 'new-codes.code': text(100), nonce });
const offForm = Type.Object({ 'off.code': text(100), nonce });

/** Somebody's own second factor: set up, given other recovery codes, switched off. */
export function secondFactorRoutes(app: App, deps: Deps): void {
  const limit = codeLimit(deps);
  setUpRoutes(app, deps, limit);
  newCodesRoute(app, deps, limit);
  offRoute(app, deps, limit);
}

type Limit = ReturnType<typeof codeLimit>;

function setUpRoutes(app: App, deps: Deps, limit: Limit): void {
  const preHandler = requireStaff(deps);

  app.get(secondFactorUrl, { schema: { hide: true }, preHandler }, async (request, reply) =>
    staffOf(request).hasSecondFactor
      ? reply.redirect(profileUrl, 303)
      : showSetUp(deps, { request, reply }, {}),
  );

  app.post(
    secondFactorUrl,
    { schema: { body: setUpForm, hide: true }, preHandler },
    async (request, reply) => {
      const visit = { request, reply };
      const context = deskContext({ deps, ...visit, url: profileUrl });
      const { staff, messages } = context;
      const { sealed, code, password } = request.body;
      let codes: string[] | undefined;
      return submit(visit, {
        async ask() {
          await limit(visit, staff.email);
          const words = messages.desk.secondFactor;
          if (!(await isPresentPassword(deps, staff, password)))
            return { errors: { password: words.wrongPassword } };
          codes = await switchOn(deps, staff, { sealed, code, sessionId: request.session.sessionId });
          // Shown by this answer: an address to go on to would have to carry them.
          return codes ? { errors: {}, status: 200 } : { errors: { code: words.wrong } };
        },
        goTo: () => profileUrl,
        again: back =>
          codes ? sendPage(reply, CodesPage({ context, codes })) : showSetUp(deps, visit, { back, sealed }),
      });
    },
  );
}

function newCodesRoute(app: App, deps: Deps, limit: Limit): void {
  const preHandler = requireStaff(deps);
  app.post(
    `${secondFactorUrl}/new-codes`,
    { schema: { body: codesForm, hide: true }, preHandler },
    async (request, reply) => {
      const visit = { request, reply };
      const context = deskContext({ deps, ...visit, url: profileUrl });
      let codes: string[] | undefined;
      return submit(visit, {
        async ask() {
          const typed = request.body['new-codes.code'];
          const wrong = await codeErrors(deps, visit, { field: 'new-codes.code', typed, limit });
          if (wrong) return wrong;
          codes = await renewCodes(deps, context.staff);
          return { errors: {}, status: 200 };
        },
        goTo: () => profileUrl,
        again: ({ status, ...back }) =>
          codes ? sendPage(reply, CodesPage({ context, codes })) : showProfile(deps, visit, back, status),
      });
    },
  );
}

function offRoute(app: App, deps: Deps, limit: Limit): void {
  const preHandler = requireStaff(deps);
  app.post(
    `${secondFactorUrl}/off`,
    { schema: { body: offForm, hide: true }, preHandler },
    async (request, reply) => {
      const visit = { request, reply };
      const { staff, messages } = deskContext({ deps, ...visit, url: profileUrl });
      return submit(visit, {
        async ask(commandId) {
          if (needsSecondFactor(deps.config, staff))
            return { errors: {}, problem: messages.desk.secondFactor.required, status: 409 };
          const typed = request.body['off.code'];
          const wrong = await codeErrors(deps, visit, { field: 'off.code', typed, limit });
          if (wrong) return wrong;
          return switchOff(deps, staff, commandId);
        },
        goTo: () => `${profileUrl}?done=off`,
        again: ({ status, errors, problem }) => showProfile(deps, visit, { errors, problem }, status),
      });
    },
  );
}

/** What is wrong with a code; nothing when it has been taken. */
async function codeErrors(
  deps: Deps,
  { request, reply }: Visit,
  { field, typed, limit }: { field: string; typed: string; limit: Limit },
) {
  const { staff, messages } = deskContext({ deps, request, reply, url: profileUrl });
  await limit({ request }, staff.email);
  const isRight = await takeCode(deps, staff, typed);
  return isRight ? undefined : { errors: { [field]: messages.desk.secondFactor.wrong } };
}

interface Shown {
  back?: Comeback;
  /** What was scanned already. */
  sealed?: string;
}

function showSetUp(deps: Deps, visit: Visit, { back, sealed }: Shown) {
  const context = deskContext({ deps, ...visit, url: secondFactorUrl });
  const { errors, problem } = back ?? {};
  const view = { ...setUpFor(deps, context.staff, sealed), context, errors, problem };
  return sendPage(visit.reply, SetUpPage({ view }), back?.status ?? 200);
}
