/** Of one thing or several: `1 day`, `3 days`. */
export const count = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`;

/** Rounded, because a reminder planned for three days before an end leaves a moment later. */
const days = (hours: number) => count(Math.round(hours / 24), 'day');

/** Hours that remain until an end, at the head of a sentence. */
export const timeLeft = (hours: number) => {
  if (hours < 10) return 'A few hours left';
  return hours < 23 ? 'Less than a day left' : `${days(hours)} left`;
};

/** The same within a sentence: `It ends in 3 days`. */
export const inTime = (hours: number) => {
  if (hours < 10) return 'in a few hours';
  return hours < 23 ? 'within a day' : `in ${days(hours)}`;
};
