import { keysOf } from '../deal/keys-of.ts';
import { defaultPolicy, type Policy } from '../deal/policy.ts';
import type { Clock } from './clock.ts';
import { splitTokens } from './config/api-tokens.ts';
import { halfAProvider } from './config/oidc.ts';
import { refusedInProduction } from './config/production.ts';
import { secretsAlike } from './config/reading/secrets.ts';
import type { Setting, Values, Written } from './config/reading/setting.ts';
import { settings } from './config/settings.ts';
import { unsignedWebhooks } from './config/webhooks.ts';

export type Environment = Values<typeof settings>;

type Regrouped =
  | 'MARKETPLACE_PRODUCTS'
  | 'REMINDERS'
  | 'VERIFY_REMIND_HOURS'
  | 'SECOND_FACTOR_ROLES'
  | 'STAFF_CHAT_TOPICS'
  | 'APPROVAL_DISCOUNT_PERCENT'
  | 'APPROVAL_DURATION_MONTHS'
  | 'VENDOR_NAME'
  | 'VENDOR_COLOR'
  | 'VENDOR_LOGO_URL';

export interface Vendor {
  name: string;
  /** `#rrggbb` of buttons and links in mails. */
  colour: string;
  /** Empty: the name alone. */
  logoUrl: string;
}

/** What a process knows of where it runs. Lists and plans have names of their own, since they are not what was written. */
export type Config = Omit<Environment, Regrouped> & {
  products: Environment['MARKETPLACE_PRODUCTS'];
  /** An approver must say yes to terms that pass any of these. */
  limits: Policy['approval'];
  /** The selling company, as buyers see it. */
  vendor: Vendor;
  /** When deals that are opened from now on remind whom. */
  reminders: Environment['REMINDERS'];
  /** Roles whose people need a second factor when they come in by a password. */
  secondFactor: { roles: Environment['SECOND_FACTOR_ROLES'] };
  /** What is posted to the chat of the team. */
  chat: { topics: Environment['STAFF_CHAT_TOPICS'] };
  /** After a verification mail. */
  verifyRemindHours: Environment['VERIFY_REMIND_HOURS'];
  clock: Clock;
};

/** Reads the settings from the environment. Throws one Error with a line for each that does not hold. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const { MARKETPLACE_PRODUCTS, REMINDERS, VERIFY_REMIND_HOURS, ...others } = valuesOf(writtenIn(env));
  const { APPROVAL_DISCOUNT_PERCENT, APPROVAL_DURATION_MONTHS, ...more } = others;
  const { VENDOR_NAME, VENDOR_COLOR, VENDOR_LOGO_URL, SECOND_FACTOR_ROLES, STAFF_CHAT_TOPICS, ...rest } =
    more;
  return {
    ...rest,
    limits: {
      ...defaultPolicy.approval,
      discountPercent: APPROVAL_DISCOUNT_PERCENT,
      durationMonths: APPROVAL_DURATION_MONTHS,
    },
    vendor: { name: VENDOR_NAME, colour: VENDOR_COLOR, logoUrl: VENDOR_LOGO_URL },
    PRODUCT_CONSOLE_URL: rest.PRODUCT_CONSOLE_URL || `${rest.PUBLIC_URL}/organizations`,
    TRUST_PROXY: rest.TRUST_PROXY || proxyFor(rest.PUBLIC_URL),
    products: MARKETPLACE_PRODUCTS,
    reminders: REMINDERS,
    secondFactor: { roles: SECOND_FACTOR_ROLES },
    chat: { topics: STAFF_CHAT_TOPICS },
    verifyRemindHours: VERIFY_REMIND_HOURS,
    clock: { scale: rest.OFFERDESK_TIME_SCALE, anchor: rest.OFFERDESK_TIME_ANCHOR },
  };
}

// The api speaks http: where its address is https, somebody ends TLS in front of it, and cookies depend on his word.
const proxyFor = (publicUrl: string) => publicUrl.startsWith('https:') && ['loopback'];

type Name = keyof typeof settings;

const writtenIn = (env: NodeJS.ProcessEnv): Written<typeof settings> =>
  eachSetting((name, setting) => env[name] ?? setting.default);

function valuesOf(written: Written<typeof settings>): Environment {
  const problems: string[] = [];
  const values = eachSetting((name, { read }: Setting) => {
    try {
      return read(written[name], name);
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
  });
  problems.push(
    ...secretsAlike(secretsIn(written)),
    ...unsignedWebhooks(written),
    ...halfAProvider(written),
    ...refusedInProduction(written),
  );
  if (problems.length > 0) throw new Error(['These settings do not hold:', ...problems].join('\n'));
  // Without a problem, every value is what its own setting has read.
  return values as Environment;
}

function eachSetting<Value>(of: (name: Name, setting: Setting) => Value): Record<Name, Value> {
  const entries = Object.entries(settings).map(([name, setting]) => [name, of(name as Name, setting)]);
  return Object.fromEntries(entries);
}

function secretsIn(written: Written<typeof settings>): { name: string; secret: string }[] {
  const names = keysOf(settings).filter(name => name.endsWith('_SECRET'));
  const tokens = splitTokens(written.API_TOKENS);
  return [
    ...names.map(name => ({ name, secret: written[name] })),
    ...tokens.map(({ name, token }) => ({ name: `API_TOKENS: the token of ${name}`, secret: token })),
  ];
}
