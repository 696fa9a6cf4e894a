import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { Problem } from '../../../shared/problems.ts';
import type { App, Deps } from '../../deps.ts';
import { commandIdOf, formValues } from '../../forms/form-values.ts';
import { fieldsFromForm } from '../../inquiry/bodies.ts';
import { readInquiry } from '../../inquiry/inquiry.ts';
import { openDeal } from '../../service/open.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import { deskContext } from '../desk-context.ts';
import { requireStaff, staffOf } from '../session.ts';
import { NewInquiryPage, type NewInquiryView } from './new-inquiry-page.tsx';

/** Staff enter an inquiry that came by mail or phone. */
export async function newInquiryRoutes(app: App, deps: Deps): Promise<void> {
  const options = { schema: { hide: true }, preHandler: requireStaff(deps) };

  app.get('/desk/inquiries/new', options, async (request, reply) => {
    const { language, timeZone } = staffOf(request);
    const fields = { ...fieldsFromForm({}), language, timeZone };
    return form(request, reply, { fields, errors: {} });
  });

  app.post('/desk/inquiries/new', options, async (request, reply) => {
    const fields = fieldsFromForm(request.body);
    const { messages } = deskContext({ deps, request, reply });
    const read = readInquiry(fields, inStaffWords(messages));
    if ('errors' in read) return form(request, reply, { fields, errors: read.errors }, 422);
    const commandId = commandIdOf(formValues(request.body));
    try {
      const { dealId, recorded } = await openDeal(deps, { inquiry: read.inquiry, commandId });
      return reply.redirect(recorded ? `/desk/deals/${dealId}` : '/desk', 303);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      request.log.warn({ err: error }, 'inquiry not taken');
      const { what, next } = messages.problems[error.code];
      return form(
        request,
        reply,
        { fields, errors: {}, problem: `${what} ${next}`, nonce: commandId },
        error.status,
      );
    }
  });

  function form(
    request: FastifyRequest,
    reply: FastifyReply,
    view: Omit<NewInquiryView, 'context'>,
    status = 200,
  ) {
    const context = deskContext({ deps, request, reply, url: '/desk/inquiries/new' });
    return sendPage(reply, NewInquiryPage({ view: { ...view, context } }), status);
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
