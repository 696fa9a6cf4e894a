/** Rounded, because a reminder planned for three days before an end leaves a moment later. */
const days = (hours: number) => Math.round(hours / 24);

/** Hours that remain until an end, for a subject. */
export const timeLeft = (hours: number) => {
  if (hours < 10) return '残り数時間';
  return hours < 23 ? '残り 1 日未満' : `あと ${days(hours)} 日`;
};

/** The same as a sentence about what ends: `承諾期限まで`, `ご契約の終了まで`. */
export const leftUntil = (what: string, hours: number) => {
  if (hours < 10) return `${what}残り数時間です`;
  return hours < 23 ? `${what}残り 1 日を切りました` : `${what}あと ${days(hours)} 日です`;
};
