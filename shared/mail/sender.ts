import { withoutQuotes } from '../config/sender.ts';
import type { Config } from '../config.ts';

export interface Sender {
  name: string;
  address: string;
}

/** The sender of every mail: `MAIL_FROM`, or the selling company where it is an address alone. */
export function senderOf({ MAIL_FROM, vendor }: Pick<Config, 'MAIL_FROM' | 'vendor'>): Sender {
  const [, name = '', address = MAIL_FROM] = /^(.*) <([^<>]*)>$/su.exec(MAIL_FROM) ?? [];
  return { name: withoutQuotes(name) || vendor.name, address };
}

/** The same as people read it. */
export function senderText(config: Pick<Config, 'MAIL_FROM' | 'vendor'>): string {
  const { name, address } = senderOf(config);
  return `${name} <${address}>`;
}
