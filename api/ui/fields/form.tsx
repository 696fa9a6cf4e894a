import { randomUUID } from 'node:crypto';
import type {} from '@fastify/csrf-protection';
import type { FastifyReply } from 'fastify';
import type { ComponentChildren } from 'preact';
import { Checked } from './checked.ts';

/** What makes a form safe: `csrf` against forged posts, `nonce` as the command's id so that twice is once. */
export interface FormKeys {
  /** Absent where the form's own address lets its bearer in, and no cookie is asked for. */
  csrf?: string;
  nonce: string;
}

/** New keys for the forms of one page. Needs the csrf plugin. */
export function formKeys(reply: FastifyReply): FormKeys {
  return { csrf: reply.generateCsrf(), nonce: randomUUID() };
}

export interface FormProps {
  action: string;
  keys: FormKeys;
  /** Tells the forms of one page apart, since each has its own command: `<nonce>-<name>`. */
  name?: string;
  class?: string;
  /** GET shows this form at its own address: the browser's Back leads there and need not send anything again. */
  here?: boolean;
  /** Where the values are checked while typing; see site.js. */
  checkUrl?: string;
  /** Where what is written is kept by itself; see desk.js. */
  keepUrl?: string;
  children?: ComponentChildren;
}

/** A form that posts. Browsers' own bubbles are off, since our messages stand at the fields in the reader's language. */
export function Form({
  action,
  keys,
  name,
  class: className = 'form',
  here,
  checkUrl,
  keepUrl,
  children,
}: FormProps) {
  return (
    <form
      method="post"
      action={action}
      class={className}
      noValidate
      data-here={here}
      data-check={checkUrl}
      data-keep={keepUrl}
    >
      {keys.csrf && <input type="hidden" name="_csrf" value={keys.csrf} />}
      <input type="hidden" name="nonce" value={name ? `${keys.nonce}-${name}` : keys.nonce} />
      <Checked.Provider value={checkUrl !== undefined}>{children}</Checked.Provider>
    </form>
  );
}
