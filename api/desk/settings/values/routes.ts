import { Type } from 'typebox';
import type { Messages } from '../../../../shared/i18n/messages.ts';
import type { App, Deps } from '../../../deps.ts';
import { anyFields, text } from '../../../forms/fields.ts';
import { submit } from '../../../forms/submit.ts';
import { sendPage } from '../../../ui/pages/page.tsx';
import type { Visit } from '../../../visit.ts';
import { deskContext } from '../../desk-context.ts';
import { byOf, requireAdmin } from '../admin.ts';
import { changesSince, newestChange, seenIn } from '../changes/since.ts';
import { setValue, type ValueName, valueNames, type WhyNoValue } from './change-value.ts';
import { valueNow } from './desk-value.ts';
import { valueForms } from './forms.ts';
import { ValuePage, type ValueView, valueUrl } from './value-page.tsx';

const querystring = Type.Object({ done: text(20) });

/** What is set for all of the desk, one page a value. */
export async function valueRoutes(app: App, deps: Deps): Promise<void> {
  for (const name of valueNames) oneValueRoutes(app, deps, name);
}

function oneValueRoutes<Name extends ValueName>(app: App, deps: Deps, name: Name): void {
  const preHandler = requireAdmin(deps);
  const { valuesOf, parse } = valueForms[name];
  const url = valueUrl(name);
  const show = async (visit: Visit, shown: Shown, status = 200) => {
    const seen = await newestChange(deps.db);
    const meanwhile =
      shown.hadSeen === undefined ? [] : await changesSince(deps.db, { about: name, seen: shown.hadSeen });
    const values = valuesOf(await valueNow(deps, name));
    const context = deskContext({ deps, ...visit, url });
    const hasChat = deps.config.STAFF_CHAT_URL !== '';
    return sendPage(
      visit.reply,
      ValuePage({ view: { values, ...shown, context, name, seen, meanwhile, hasChat } }),
      status,
    );
  };

  app.get(url, { schema: { querystring, hide: true }, preHandler }, async (request, reply) =>
    show({ request, reply }, { isSaved: request.query.done === 'saved' }),
  );

  app.post(url, { schema: { body: anyFields, hide: true }, preHandler }, async (request, reply) => {
    const visit = { request, reply };
    const values = request.body;
    const seen = seenIn(values);
    const { messages, lang, staff } = deskContext({ deps, ...visit });
    return submit(visit, {
      async ask(commandId) {
        const parsed = parse(values, { messages, lang });
        if (parsed.errors) return { errors: parsed.errors };
        const refused = await setValue(deps, name, { value: parsed.value, seen, by: byOf(staff), commandId });
        return refused && wrongOf(refused.refused, messages);
      },
      goTo: () => `${url}?done=saved`,
      again: ({ status, errors, problem }) => show(visit, { values, errors, problem, hadSeen: seen }, status),
    });
  });
}

/** A change that came meanwhile is shown by itself; anything else is said. */
const wrongOf = (why: WhyNoValue, { desk }: Messages) => ({
  errors: {},
  status: 409,
  ...(why !== 'changedMeanwhile' && { problem: desk.settings.values.problems[why] }),
});

type Shown = Partial<Pick<ValueView, 'values' | 'isSaved' | 'errors' | 'problem'>> & {
  /** The newest change that the reader knew when he pressed: what has come since is shown with whatever else was wrong. */
  hadSeen?: number;
};
