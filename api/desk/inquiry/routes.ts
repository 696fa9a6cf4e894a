import { commandIds } from '../../../deal/keys.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import type { App, Deps } from '../../deps.ts';
import { submit } from '../../forms/submit.ts';
import { inquiryForm, noFields } from '../../inquiry/bodies.ts';
import { parseInquiry } from '../../inquiry/parse-inquiry.ts';
import { openDeal } from '../../service/open.ts';
import { asksForAll, zonesQuery } from '../../ui/fields/zones-query.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import type { Visit } from '../../visit.ts';
import { dealUrl } from '../deal/view.ts';
import { deskContext } from '../desk-context.ts';
import { requireStaff, staffOf } from '../session.ts';
import { actorOf } from '../staff.ts';
import { NewInquiryPage, type NewInquiryView } from './new-inquiry-page.tsx';

const path = '/desk/inquiries/new';

/** Staff enter an inquiry that came by mail or phone. */
export async function newInquiryRoutes(app: App, deps: Deps): Promise<void> {
  const preHandler = requireStaff(deps);

  const asked = { schema: { querystring: zonesQuery, hide: true }, preHandler };
  app.get(path, asked, async (request, reply) => {
    const { language, timeZone } = staffOf(request);
    const fields = { ...noFields, language, timeZone };
    return show({ request, reply }, { fields, allZones: asksForAll(request.query) });
  });

  app.post(path, { schema: { body: inquiryForm, hide: true }, preHandler }, async (request, reply) => {
    const fields = request.body;
    const visit = { request, reply };
    const { messages } = deskContext({ deps, ...visit });
    return submit(visit, {
      async ask(nonce) {
        const commandId = commandIds.chosen(actorOf(staffOf(request)), nonce);
        const parsed = parseInquiry(fields, inStaffWords(messages));
        return 'errors' in parsed ? parsed : openDeal(deps, { inquiry: parsed.inquiry, commandId });
      },
      goTo: ({ dealId, recorded }) => (recorded ? dealUrl(dealId) : '/desk'),
      again: ({ status, errors, problem, nonce }) =>
        show(visit, { fields, errors, problem, nonce, allZones: true }, status),
    });
  });

  function show(visit: Visit, view: Omit<NewInquiryView, 'context'>, status = 200) {
    const context = deskContext({ deps, ...visit, url: path });
    return sendPage(visit.reply, NewInquiryPage({ view: { ...view, context } }), status);
  }
}

/** The same rules as on the buyer's page, said to somebody who writes for another. */
function inStaffWords(messages: Messages): Messages {
  const { problems } = messages.desk.newInquiry;
  return {
    ...messages,
    inquiry: { ...messages.inquiry, problems: { ...messages.inquiry.problems, ...problems } },
  };
}
