import type { FastifyReply, FastifyRequest } from 'fastify';
import { mostErrors } from '../../deal/contract/check.ts';
import { detailText } from '../../shared/i18n/detail-text.ts';
import { messagesIn } from '../../shared/i18n/messages.ts';
import { Problem } from '../../shared/problems.ts';
import type { App, Deps } from '../deps.ts';
import { typedIn } from '../forms/typed-in.ts';
import { languageOf } from '../ui/pages/language.ts';
import { sendPage } from '../ui/pages/page.tsx';
import { type PageContext, pageContext } from '../ui/pages/page-context.ts';
import { ProblemPage } from '../ui/pages/problem-page.tsx';
import { problemFrom } from './problem-from.ts';

const retryAfterSeconds = 10;

/** Every error leaves through here: as application/problem+json (RFC 9457) for programs, as a page for people. */
export function problemAnswers(app: App, { config }: Deps): void {
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, async (request, reply) =>
    answer(new Problem('notFound'), request, reply),
  );
  app.setErrorHandler(async (error, request, reply) => {
    const problem = problemFrom(error);
    if (problem.status >= 500) request.log.error({ err: error }, problem.code);
    return answer(problem, request, reply);
  });

  async function answer(problem: Problem, request: FastifyRequest, reply: FastifyReply) {
    reply.code(problem.status);
    if (problem.status === 503) reply.header('retry-after', retryAfterSeconds);
    if (!wantsPage(request)) return sendJson(problem, request, reply);
    const context = pageContext(request, { config, url: request.method === 'GET' ? request.url : '/' });
    const isUnread = problem.code === 'databaseUnavailable' && request.method === 'GET';
    const { problems, ui } = context.messages;
    const words = isUnread ? ui.cannotShow : problems[problem.code];
    const reference = problem.status >= 500 ? request.id : undefined;
    return sendPage(
      reply,
      ProblemPage({
        context,
        title: words.title,
        what: detailText(problem.detail ?? words.what, context.messages),
        next: words.next,
        // Without an address a link leads to its own page.
        action: isUnread ? { href: '', label: ui.cannotShow.again } : staffsWayOn(request, context),
        reference,
        // The same press again is the same command, whatever became of the first.
        typed: problem.status === 503 ? await typedIn(request) : undefined,
      }),
    );
  }
}

/** Whoever was at the desk can go on from the list of deals. */
function staffsWayOn({ url }: FastifyRequest, { messages }: PageContext) {
  return /^\/desk\b/.test(url) ? { href: '/desk/deals', label: messages.ui.deals } : undefined;
}

function sendJson(problem: Problem, request: FastifyRequest, reply: FastifyReply) {
  const messages = messagesIn(languageOf(request));
  const words = messages.problems[problem.code];
  const fields = problem.fields.slice(0, mostErrors);
  return reply.type('application/problem+json').send({
    type: `urn:offerdesk:problem:${problem.code}`,
    title: words.title,
    status: problem.status,
    detail: `${detailText(problem.detail ?? words.what, messages)} ${words.next}`,
    instance: request.id,
    ...(problem.reason && { reason: problem.reason }),
    ...(problem.changes.length > 0 && { changes: problem.changes }),
    ...(fields.length > 0 && {
      errors: fields.map(({ pointer, detail }) => ({ pointer, detail: detailText(detail, messages) })),
    }),
  });
}

/** A browser that opens a page asks for HTML; everything under /api is for programs. */
function wantsPage(request: FastifyRequest): boolean {
  return !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html');
}
