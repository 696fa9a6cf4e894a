/** Of one thing or several: `1 day`, `3 days`. */
export const count = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`;

export const daysLeft = (days: number) => (days < 1 ? 'Last day' : `${count(days, 'day')} left`);
export const inDays = (days: number) => (days < 1 ? 'today' : `in ${count(days, 'day')}`);
