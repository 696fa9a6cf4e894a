import type { Messages } from '../../../shared/i18n/messages.ts';
import { Form, type FormKeys } from '../fields/form.tsx';

interface Props {
  messages: Messages;
  class: string;
}

/** To what admins look after. */
export function Settings({ messages, class: className }: Props) {
  return (
    <a class={className} href="/desk/settings">
      {messages.desk.settings.title}
    </a>
  );
}

/** Who is signed in, and the way to what is his own. */
export function Profile({ messages, class: className, name }: Props & { name: string }) {
  return (
    <a class={className} href="/desk/profile" title={messages.ui.signedInAs(name)}>
      {name}
    </a>
  );
}

/** `name` tells it from another one on the same page. */
export function SignOut({ messages, keys, name }: { messages: Messages; keys: FormKeys; name?: string }) {
  return (
    <Form action="/desk/sign-out" keys={keys} name={name} class="person__sign-out">
      <button type="submit" class="button button--quiet button--small">
        {messages.ui.signOut}
      </button>
    </Form>
  );
}
