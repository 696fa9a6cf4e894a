import { Type } from 'typebox';
import type { DeskValues } from '../../../shared/desk-settings/values.ts';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import { problemAnswers } from '../../deals/schemas.ts';
import type { App, Deps } from '../../deps.ts';
import { changesSince, newestChange } from '../../desk/settings/changes/since.ts';
import { setValue, type ValueName, valueNames } from '../../desk/settings/values/change-value.ts';
import { valueNow } from '../../desk/settings/values/desk-value.ts';
import { valueForms } from '../../desk/settings/values/forms.ts';
import { kebabCase } from '../../kebab-case.ts';
import { languageOf } from '../../ui/pages/language.ts';
import { askingIn } from '../asking.ts';
import { againstRule, changedMeanwhile, invalidFields } from '../refusals.ts';
import { common, idempotencyHeader, seen, strict } from '../schemas.ts';
import { valueSchemas, valueTitles } from './schemas.ts';

/** What admins set for all of the desk, one path a value: `/api/settings/limits`. */
export async function valueApiRoutes(app: App, deps: Deps): Promise<void> {
  for (const name of valueNames) oneValueRoutes(app, deps, name);
}

function oneValueRoutes<Name extends ValueName>(app: App, deps: Deps, name: Name): void {
  const url = `/api/settings/${kebabCase(name)}`;
  const { valuesOf, parse } = valueForms[name];
  const value = Type.Unsafe<DeskValues[Name]>(valueSchemas[name]);
  const answer = { 200: Type.Object({ value, seen }), ...problemAnswers };
  const title = valueTitles[name];
  const read = async () => {
    // The number first: what is changed after it is noticed when a writer comes with it.
    const newest = await newestChange(deps.db);
    return { value: await valueNow(deps, name), seen: newest };
  };

  app.get(url, { schema: { ...common, summary: `Read ${title}`, response: answer } }, read);

  const schema = {
    ...common,
    summary: `Set ${title}`,
    headers: idempotencyHeader,
    body: Type.Object({ value, seen }, strict),
    response: answer,
  };
  app.put(url, { schema }, async request => {
    const lang = languageOf(request);
    const body = request.body;
    const parsed = parse(valuesOf(body.value), { lang, messages: messagesIn(lang) });
    if (parsed.errors) throw invalidFields(parsed.errors, field => `/value/${field.replaceAll('.', '/')}`);
    const asking = { ...askingIn(request), seen: body.seen };
    const refused = await setValue(deps, name, { value: parsed.value, ...asking });
    if (refused?.refused === 'ownFactor')
      throw againstRule(messagesIn(lang).desk.settings.values.problems.ownFactor, '/value/roles');
    if (refused) throw changedMeanwhile(await changesSince(deps.db, { about: name, seen: body.seen }));
    return read();
  });
}
