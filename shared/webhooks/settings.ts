/** The example schedule of the Standard Webhooks specification: ten attempts over three days. In real seconds. */
export const defaultRetrySeconds = '5,300,1800,7200,18000,36000,50400,72000,86400';

/** The pauses after each attempt that failed. Throws when they are not whole seconds, separated by commas. */
export function retrySecondsFrom(setting: string): number[] {
  const seconds = setting.split(',').map(each => Number(each.trim() || Number.NaN));
  if (seconds.every(each => Number.isInteger(each) && each > 0)) return seconds;
  throw new Error(
    `TIMELINE_WEBHOOK_RETRY_SECONDS=${setting} is not a list of seconds. Write it as ${defaultRetrySeconds}.`,
  );
}

type Webhook = 'PRODUCT_WEBHOOK' | 'TIMELINE_WEBHOOK';
type Address = `${Webhook}_URL` | 'STAFF_CHAT_URL';
type WebhookSettings = Record<Address | `${Webhook}_SECRET` | 'TIMELINE_WEBHOOK_RETRY_SECONDS', string>;

/** Throws an Error that names the setting which does not hold. */
export function refuseBadWebhooks(settings: WebhookSettings): void {
  refuseHalfWebhook(settings, 'PRODUCT_WEBHOOK');
  refuseHalfWebhook(settings, 'TIMELINE_WEBHOOK');
  refuseBadAddress(settings, 'STAFF_CHAT_URL');
  retrySecondsFrom(settings.TIMELINE_WEBHOOK_RETRY_SECONDS);
}

function refuseHalfWebhook(settings: WebhookSettings, name: Webhook): void {
  refuseBadAddress(settings, `${name}_URL`);
  if (!settings[`${name}_URL`] || /^whsec_[A-Za-z0-9+/]+=*$/.test(settings[`${name}_SECRET`])) return;
  throw new Error(`${name}_URL needs ${name}_SECRET: \`whsec_\` and base64, as the receiver expects it.`);
}

/** Does not show the address, which may be a secret. */
function refuseBadAddress(settings: WebhookSettings, name: Address): void {
  const address = settings[name];
  const url = URL.parse(address);
  if (!address || (url && /^https?:$/.test(url.protocol) && !url.username && !url.password)) return;
  throw new Error(`${name} is not an address. Write it as https://host/path, without user and password.`);
}
