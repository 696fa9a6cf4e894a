/** The example schedule of the Standard Webhooks specification: ten attempts over three days. In real seconds. */
export const defaultRetrySeconds = '5,300,1800,7200,18000,36000,50400,72000,86400';

const thirtyDays = 30 * 86_400;

/** The pauses after each attempt that failed. Throws when they are not whole seconds, separated by commas. */
export function retrySecondsFrom(setting: string): number[] {
  const seconds = setting.split(',').map(each => (/^\d+$/.test(each.trim()) ? Number(each) : Number.NaN));
  if (seconds.every(each => Number.isInteger(each) && each > 0 && each <= thirtyDays)) return seconds;
  throw new Error(
    `TIMELINE_WEBHOOK_RETRY_SECONDS=${setting} is not a list of seconds. Write it as ${defaultRetrySeconds}.`,
  );
}
