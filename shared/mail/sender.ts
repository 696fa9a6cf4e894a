import { withoutQuotes } from '../config/sender.ts';
import type { Config } from '../config.ts';

export interface Sender {
  name: string;
  address: string;
}

/** The sender of every mail: `MAIL_FROM`, or the selling company where it is an address alone. */
export function senderOf({ MAIL_FROM, VENDOR_NAME }: Pick<Config, 'MAIL_FROM' | 'VENDOR_NAME'>): Sender {
  const [, name = '', address = MAIL_FROM] = /^(.*) <([^<>]*)>$/su.exec(MAIL_FROM) ?? [];
  return { name: withoutQuotes(name) || VENDOR_NAME, address };
}

/** The same as people read it. */
export function senderText(config: Pick<Config, 'MAIL_FROM' | 'VENDOR_NAME'>): string {
  const { name, address } = senderOf(config);
  return `${name} <${address}>`;
}
