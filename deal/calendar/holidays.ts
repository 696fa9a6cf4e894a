import type { Policy } from '../policy.ts';

/** Zones of the United States in the IANA database; their clocks say where the holidays are kept. */
const unitedStates =
  /^(US\/.+|America\/(New_York|Detroit|Chicago|Denver|Boise|Phoenix|Los_Angeles|Anchorage|Juneau|Sitka|Metlakatla|Yakutat|Nome|Adak|Menominee|Louisville|Indianapolis|(Indiana|Kentucky|North_Dakota)\/.+)|Pacific\/Honolulu)$/;
const japan: readonly string[] = ['Asia/Tokyo', 'Japan'];

/** The public holidays that the policy knows for whoever works in a zone. */
export function holidaysIn(timeZone: string, { holidays }: Pick<Policy, 'holidays'>): readonly string[] {
  if (unitedStates.test(timeZone)) return holidays.us;
  return japan.includes(timeZone) ? holidays.jp : [];
}
