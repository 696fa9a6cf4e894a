import { ifGiven, title, webAddress } from './reading/readers.ts';
import type { Setting } from './reading/setting.ts';

/** The selling company, as buyers see it. */
export const vendor = {
  VENDOR_NAME: { means: 'the selling company, as buyers read it', default: 'Example Inc.', read: title },
  VENDOR_LOGO_URL: {
    means:
      'https:// address of a PNG at the head of mails, shown 32 px high; best if it can be read on light and dark ground; empty: the name alone',
    default: '',
    read: ifGiven(logo),
  },
  VENDOR_COLOR: { means: '#rrggbb of buttons and links in mails', default: '#1f4fd8', read: colour },
  PRODUCT_CONSOLE_URL: {
    means: 'where a linked organization starts to use the product; empty: its page at PUBLIC_URL',
    default: '',
    read: ifGiven(webAddress),
  },
} satisfies Record<string, Setting>;

function colour(written: string, name: string): string {
  if (/^#[0-9a-f]{6}$/i.test(written)) return written;
  throw new Error(`${name}=${written} is not a colour. Write it as #rrggbb, such as #1f4fd8.`);
}

function logo(written: string, name: string): string {
  if (URL.parse(written)?.protocol === 'https:') return written;
  throw new Error(
    `${name} must be the whole address of an image and begin with https://, because mail programs load no other images.`,
  );
}
